"""The page about the open data, for people: what there is, how to ask, how to keep in step."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from iad.api.asked import Asked
from iad.api.license import license_told
from iad.api.resource import Resource
from iad.api.resources import RESOURCES

NAMES = {
    "articles": _("News"),
    "meetings": _("Meetings"),
    "committees": _("Committees"),
    "memberships": _("Seats on committees"),
    "people": _("People"),
    "departments": _("Departments"),
    "topics": _("Topics"),
}
SORTS = {
    "Addresses": _("address of the page in Thai and in English"),
    "Bilingual": _("text in Thai and in English"),
    "BilingualHtml": _("text with markup in Thai and in English"),
    "integer": _("a number"),
    "string": _("text"),
    "date": _("date"),
    "date-time": _("date and time"),
    "uri": _("address"),
}
FIXED = set(Asked.model_fields)


class OpenDataPage(TemplateView):
    template_name = "open_data.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            root=self.request.build_absolute_uri(reverse("api:openapi-json")).removesuffix(
                "openapi.json"
            ),
            resources=[told(resource) for resource in RESOURCES],
            license=license_told(),
            **kwargs,
        )


def told(resource: Resource) -> dict:
    described = resource.schema.model_json_schema()
    return {
        "name": resource.name,
        "label": NAMES[resource.name],
        "address": reverse(f"api:{resource.name}"),
        "csv": reverse(f"api:{resource.name}-csv"),
        "jsonl": reverse(f"api:{resource.name}-jsonl"),
        "standard": resource.standard,
        "narrowings": [one for one in resource.filters.model_fields if one not in FIXED],
        "fields": [
            (name, sort_of(field, described["$defs"]))
            for name, field in described["properties"].items()
        ],
    }


def sort_of(field: dict, known: dict[str, dict]) -> str:
    """What stands in a field, in words."""
    if "anyOf" in field:
        return sort_of(next(one for one in field["anyOf"] if one != {"type": "null"}), known)
    if "enum" in field:
        return _("one of: %(words)s") % {"words": ", ".join(field["enum"])}
    if "items" in field:
        return _("list: %(of)s") % {"of": sort_of(field["items"], known)}
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return SORTS.get(name) or ", ".join(known[name]["properties"])
    return SORTS[field.get("format") or field["type"]]
