"""All records of one kind in one file: CSV for spreadsheets, JSON lines for programs.

Read by key, some hundreds at a time: memory stays the same however many there are, no cursor is
held open, and what is withdrawn while a file is being read is not in what is still to come.
"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from iad.api import ledger
from iad.api.pages import given, in_utc
from iad.api.resource import Resource
from iad.api.schemas import Addresses, Bilingual, BilingualHtml
from iad.bilingual import LANGUAGES
from iad.csv_export import csv_lines
from iad.open_data import written

AT_A_TIME = 200
TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}
IN_TWO = (Addresses, Bilingual, BilingualHtml)


def bulk(request: HttpRequest, resource: Resource, suffix: str, version: str) -> HttpResponse:
    ledger.catch_up_if_free()
    # The data as of that moment, in this version's form: asked for again, it need not be sent.
    etag = f'W/"{resource.name}.{suffix}-{version}-{in_utc(ledger.as_of())}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    lines = csv_of(resource) if suffix == "csv" else json_lines(resource)
    name = f"{resource.name}-{timezone.localdate():%Y-%m-%d}.{suffix}"
    return StreamingHttpResponse(
        lines,
        content_type=TYPES[suffix],
        headers={"Content-Disposition": f'attachment; filename="{name}"', "ETag": etag},
    )


def records(resource: Resource) -> Iterator[dict]:
    rows, last = given(resource), None
    while True:
        some = list((rows.filter(pk__lt=last) if last else rows)[:AT_A_TIME])
        yield from resource.write(some)
        if len(some) < AT_A_TIME:
            return
        last = some[-1].pk


def json_lines(resource: Resource) -> Iterator[str]:
    return (f"{written(record)}\n" for record in records(resource))


def csv_of(resource: Resource) -> Iterator[str]:
    return csv_lines(table(resource))


def table(resource: Resource) -> Iterator[list[object]]:
    yield columns(resource)
    for record in records(resource):
        yield [cell for name in resource.schema.model_fields for cell in cells(record[name])]


def columns(resource: Resource) -> list[str]:
    """In the order of the record; a text in two languages takes two columns."""
    return [
        f"{name}_{language}" if language else name
        for name, field in resource.schema.model_fields.items()
        for language in (LANGUAGES if field.annotation in IN_TWO else ("",))
    ]


def cells(value: Any) -> list[object]:
    """Keys and languages of a list with a blank between; what has parts of its own as JSON."""
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        return [value[language] or "" for language in LANGUAGES]
    if isinstance(value, list) and all(isinstance(one, int) or one in LANGUAGES for one in value):
        return [" ".join(map(str, value))]
    if isinstance(value, dict | list):
        return [written(value)]
    return ["" if value is None else value]
