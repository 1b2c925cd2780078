"""One page of the old portal, as it was read: a frozen record, before any database."""

import datetime
from dataclasses import dataclass

MAX_TITLE = 300
MAX_TEXT = 500_000  # characters; a book, not an article


class UnreadablePage(ValueError):  # noqa: N818 - a state of the file, as staff would say it
    """A file that cannot be taken in; its text says why, in the reader's language."""


@dataclass(frozen=True)
class OldImage:
    """A picture the page showed: `src` as written in the page, `alt` perhaps empty."""

    src: str
    alt: str


@dataclass(frozen=True)
class OldPage:
    """What one saved page said: ข่าว with its ที่มา and วันที่ของข่าว.

    `paragraphs` is the plain text of `body_html`, block by block. `language` is that of the
    text itself, "th" or "en"; `page_language` is what the page or its address claimed, or "".
    `date` is None when the page does not state one. `addresses` are paths such as
    "/th/node/4198". `notes` say in words what was left out or repaired.
    """

    source_file: str
    title: str
    paragraphs: tuple[str, ...]
    body_html: str
    source: str
    date: datetime.date | None
    language: str
    page_language: str
    addresses: tuple[str, ...]
    images: tuple[OldImage, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What the HTML or the plain-text form gives, before it is judged as a page."""

    title: str
    paragraphs: tuple[str, ...]
    body_html: str
    source: str = ""
    date_text: str = ""
    date_stamp: str = ""  # ISO 8601, from an attribute that Drupal wrote
    page_language: str = ""
    addresses: tuple[str, ...] = ()
    images: tuple[OldImage, ...] = ()
    notes: tuple[str, ...] = ()
