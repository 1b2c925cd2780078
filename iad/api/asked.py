"""What a list may be asked: its page, its narrowing, and what changed since."""

import re
from typing import Annotated, Literal

from django.db.models import QuerySet
from ninja import Schema
from pydantic import AwareDatetime, BeforeValidator, Field, WithJsonSchema

from iad.finding.answering import answer

LARGEST_PAGE = 200
# RFC 3339. A plus sign that was not written as %2B has become a blank on its way here.
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
    r"(Z|[+\- ][0-9]{2}:[0-9]{2})"
)
EARLIEST, LATEST = 1900, 2300  # 2563 here is a B.E. year, and a mistake


def exact_moment(value: object) -> object:
    if not isinstance(value, str) or not MOMENT.fullmatch(value):
        raise ValueError("Write date, time and offset, such as 2026-01-31T09:00:00Z.")
    if not EARLIEST <= int(value[:4]) <= LATEST:
        raise ValueError("Write the year in the common era.")
    return value[:19].replace(" ", "T") + value[19:].replace(" ", "+")


Since = Annotated[
    AwareDatetime,
    BeforeValidator(exact_moment),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Slug = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]+$", max_length=80)]
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]
BuddhistYear = Annotated[
    int, Field(ge=2400, le=2700, description="A year of the Buddhist Era, such as 2563")
]
Language = Literal["th", "en"]
Words = Annotated[
    str,
    Field(
        max_length=200,
        description="As in the portal's search; it narrows the list and leaves its order",
    ),
]


class Asked(Schema):
    """Of every list."""

    limit: int = Field(50, ge=1, le=LARGEST_PAGE, description="Records on a page")
    cursor: str | None = Field(
        None, max_length=200, description="From the `next` link of the page before"
    )
    changed_since: Since | None = Field(
        None,
        description=(
            "Only records that appeared or changed after this moment, and in `deleted` those that"
            " went away; give `as_of` of the last answer. It goes with no narrowing."
        ),
    )

    def narrowings(self) -> dict[str, object]:
        asked = self.model_dump(exclude_none=True)
        return {name: value for name, value in asked.items() if name not in Asked.model_fields}


def found(rows: QuerySet, kind: str, typed: str | None) -> QuerySet:
    """Those rows that the search finds."""
    if not typed:
        return rows
    entries = answer(typed).entries.order_by().filter(kind=kind)
    return rows.filter(pk__in=entries.values("object_id"))
