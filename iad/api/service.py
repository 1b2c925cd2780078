"""/api/v1/ itself: a list, a record and two files of every resource, and their description."""

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import NinjaAPI, Path, Query
from ninja.errors import ValidationError
from ninja.renderers import BaseRenderer
from pydantic import Field, create_model

from iad.api import ledger
from iad.api.bulk import TYPES, bulk
from iad.api.license import license_told
from iad.api.models import Known
from iad.api.pages import given, page
from iad.api.problems import MEDIA_TYPE, TITLES, RefusedError, problem
from iad.api.resource import Resource
from iad.api.resources import RESOURCES
from iad.api.schemas import Address, Gone, Key, License, Moment, Problem, Strict
from iad.open_data import written

VERSION = "1.0.0"
DESCRIPTION = """\
The public record and the news of the International Affairs Office, Bangkok, read-only.

Names come from [Popolo](https://www.popoloproject.com/specs/) (committees, memberships, people,
departments), [OParl 1.1](https://schema.oparl.org/1.1/) (meetings) and
[schema.org](https://schema.org/NewsArticle) (articles, topics), in snake case; each schema says
which. Texts are given in Thai and English, null where one is missing. Dates are ISO 8601 of the
common era; `be_year` is the year of the Buddhist Era.

To keep a copy in step: read a list to its end by `next`, keep its `as_of`, and ask the next time
with `changed_since` of that moment. Records that are no longer public are named in `deleted`.
"""


class Readable(BaseRenderer):
    """Thai as Thai."""

    media_type = "application/json"

    def render(self, request, data, *, response_status) -> str:
        return written(data)


class OpenData(NinjaAPI):
    def get_openapi_schema(self, **kwargs):
        """Problems and files in the types in which they are sent."""
        here = reverse("api:openapi-json").removesuffix("openapi.json")
        schema = super().get_openapi_schema(path_prefix=here)
        for path, operations in schema["paths"].items():
            for operation in operations.values():
                for parameter in operation["parameters"]:
                    parameter["schema"] = without_null(parameter["schema"])
                for status, answer in operation["responses"].items():
                    content = answer.get("content", {})
                    if int(status) >= 400 and content:
                        answer["content"] = {MEDIA_TYPE: content.popitem()[1]}
                    elif (suffix := path.rpartition(".")[2]) in TYPES:
                        file_type = TYPES[suffix].partition(";")[0]
                        answer["content"] = {file_type: {"schema": {"type": "string"}}}
        return schema


def without_null(schema: dict) -> dict:
    """An address says nothing by leaving a parameter out; it has no way to write null."""
    kept = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    rest = {name: value for name, value in schema.items() if name not in ("anyOf", "default")}
    return schema if len(kept) != 1 else kept[0] | rest


api = OpenData(
    title="Open data of the International Affairs Office, Bangkok",
    version=VERSION,
    description=DESCRIPTION,
    docs_url=None,  # it would load foreign scripts; the page at /api/v1/ is our own
    urls_namespace="api",
    renderer=Readable(),
    openapi_extra={"info": {"license": license_told()}},
)
WRONG = {status: Problem for status in TITLES if status < 500}


def offer(resource: Resource) -> None:
    """A list, one record, and both files."""
    envelope = create_model(
        f"{resource.schema.__name__}List",
        __base__=Strict,
        __doc__=f"{resource.about}: one page.",
        license=(License, ...),
        as_of=(Moment | None, Field(description="Give it as `changed_since` the next time")),
        next=(Address | None, Field(description="The page that follows; null on the last one")),
        items=(list[resource.schema], ...),
        deleted=(list[Gone], Field(description="With `changed_since`: what is no longer public")),
    )
    filters = resource.filters

    def listing(request: HttpRequest, asked: Query[filters]):
        return page(request, resource, asked)

    def single(request: HttpRequest, id: Annotated[Key, Path(...)]):
        ledger.catch_up_if_free()
        row = given(resource).filter(pk=id).first()
        if row is None:
            return missing(resource, id)
        return next(iter(resource.write([row])))

    api.get(
        f"/{resource.name}/",
        response={200: envelope, 400: Problem, 422: Problem},
        summary=resource.about,
        operation_id=f"list_{resource.name}",
        url_name=resource.name,
        tags=[resource.name],
    )(listing)
    api.get(
        f"/{resource.name}/{{id}}/",
        response={200: resource.schema, **WRONG},
        summary=f"One {resource.kind}",
        operation_id=f"read_{resource.kind}",
        url_name=resource.kind,
        tags=[resource.name],
    )(single)
    for suffix in TYPES:
        offer_file(resource, suffix)


def offer_file(resource: Resource, suffix: str) -> None:
    def file(request: HttpRequest):
        return bulk(request, resource, suffix, VERSION)

    api.get(
        f"/{resource.name}.{suffix}",
        response={200: str, 400: Problem},
        summary=f"All {resource.name} as {suffix.upper()}",
        operation_id=f"{resource.name}_as_{suffix}",
        url_name=f"{resource.name}-{suffix}",
        tags=[resource.name],
    )(file)


def missing(resource: Resource, key: int) -> HttpResponse:
    """410 where it was given once, as `deleted` tells; else it is not known here."""
    gone = Known.objects.filter(kind=resource.kind, object_id=key, is_gone=True).exists()
    return problem(410 if gone else 404)


@api.exception_handler(RefusedError)
def refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
    return problem(422, str(error), [str(error)])


@api.exception_handler(ValidationError)
def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [f"{one['loc'][-1]}: {one['msg']}" for one in error.errors]
    return problem(422, errors[0], errors)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404)


for one in RESOURCES:
    offer(one)
