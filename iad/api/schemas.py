"""Words that all records share, as they stand in the OpenAPI description."""

from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field

Day = Annotated[
    str, Field(json_schema_extra={"format": "date"}, description="ISO 8601, common era")
]
Moment = Annotated[
    str, Field(json_schema_extra={"format": "date-time"}, description="ISO 8601 with offset")
]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]
Html = Annotated[str, Field(description="A small subset of HTML, made safe")]
Reference = Annotated[int | None, Field(description="The id of that record")]


class Strict(Schema):
    """Nothing is given that is not described."""

    model_config = ConfigDict(extra="forbid")


class Bilingual(Strict):
    """A text in Thai and English; null where that language is missing or not yet released."""

    th: str | None
    en: str | None


class BilingualHtml(Strict):
    """Safe HTML in Thai and English; null where that language is missing or not yet released."""

    th: str | None
    en: str | None


class Addresses(Strict):
    """The record's page in Thai and in English."""

    th: Address
    en: Address


class Gone(Strict):
    """A tombstone: the record was public once, and is not any more."""

    id: Key
    kind: str
    deleted_at: Moment


class License(Strict):
    name: str
    url: Address


class Problem(Schema):
    """RFC 9457: what is wrong with a request."""

    type: str
    title: str
    title_th: str
    status: int
    detail: str
    errors: list[str] = []
