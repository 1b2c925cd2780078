"""What is new, for feed readers: Atom (RFC 4287) and RSS 2.0, pure writers over Django's own.

A text carries the language it is really in. What names an entry is a tag URI (RFC 4151), which
holds no address and no title, so that neither may change it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, rfc2822_date, rfc3339_date

from iad.bilingual import Passage
from iad.thai.text import clean, clean_line

NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when an empty feed was last updated; Atom asks for it
NOTHING = Passage("", "")
NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


@dataclass(frozen=True)
class Enclosure:
    """A file that comes with an entry."""

    address: str
    length: int  # in bytes
    media_type: str


@dataclass(frozen=True)
class Entry:
    """One thing that is new. Addresses are absolute; ``html`` is safe and its links absolute."""

    id: str
    address: str
    title: Passage
    updated: datetime
    html: Passage
    summary: Passage = NOTHING
    published: datetime | None = None
    categories: Iterable[tuple[str, str]] = ()  # a short name for machines, one for people
    enclosures: Iterable[Enclosure] = ()


@dataclass(frozen=True)
class Feed:
    """A list of what is new: ``itself`` is its own address, ``address`` that of the page."""

    id: str
    title: str
    address: str
    itself: str
    language: str
    author: str
    home: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def updated(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=NEVER)


def tag(authority: str, *parts: object) -> str:
    """tag:portal.example.go.th,2026:article/12/th"""
    return f"{authority}:{'/'.join(map(str, parts))}"


def atom(feed: Feed) -> tuple[str, str]:
    """The content type and the document."""
    return Atom.content_type, _written(Atom, feed)


def rss(feed: Feed) -> tuple[str, str]:
    return Rss.content_type, _written(Rss, feed)


def _written(writer: type[Atom1Feed | Rss201rev2Feed], feed: Feed) -> str:
    document = writer(feed.title, feed.address, "", language=feed.language, told=feed)
    for entry in feed.entries:
        document.add_item(entry.title.text, entry.address, "", told=entry)
    return document.writeString("utf-8")


class Atom(Atom1Feed):
    def add_root_elements(self, handler):
        feed = self.feed["told"]
        say = partial(_say, handler)
        say("title", clean_line(feed.title))
        say("id", feed.id)
        say("updated", rfc3339_date(feed.updated))
        say("link", rel="self", type="application/atom+xml", href=feed.itself)
        say("link", rel="alternate", type="text/html", href=feed.address)
        handler.startElement("author", {})
        say("name", feed.author)
        say("uri", feed.home)
        handler.endElement("author")

    def add_item_elements(self, handler, item):
        entry = item["told"]
        say = partial(_say, handler)
        _say_in(handler, "title", entry.title, clean_line(entry.title.text))
        say("id", entry.id)
        say("link", rel="alternate", type="text/html", href=entry.address)
        say("updated", rfc3339_date(entry.updated))
        if entry.published:
            say("published", rfc3339_date(entry.published))
        if entry.summary.text:
            _say_in(handler, "summary", entry.summary, clean(entry.summary.text))
        _say_in(handler, "content", entry.html, clean(entry.html.text), type="html")
        for term, label in entry.categories:
            say("category", term=term, label=clean_line(label))
        for one in entry.enclosures:
            say(
                "link",
                rel="enclosure",
                href=one.address,
                length=str(one.length),
                type=one.media_type,
            )


class Rss(Rss201rev2Feed):
    def rss_attributes(self):
        return super().rss_attributes() | NAMESPACES

    def add_root_elements(self, handler):
        feed = self.feed["told"]
        say = partial(_say, handler)
        say("title", clean_line(feed.title))
        say("link", feed.address)
        say("description", clean_line(feed.title))
        say("language", feed.language)
        say("atom:link", rel="self", type="application/rss+xml", href=feed.itself)
        say("lastBuildDate", rfc2822_date(feed.updated))

    def add_item_elements(self, handler, item):
        entry = item["told"]
        say = partial(_say, handler)
        say("title", clean_line(entry.title.text))
        say("link", entry.address)
        say("guid", entry.id, isPermaLink="false")
        if entry.summary.text:
            say("description", clean(entry.summary.text))
        say("content:encoded", clean(entry.html.text))
        if entry.published:
            say("pubDate", rfc2822_date(entry.published))
        say("dc:creator", self.feed["told"].author)
        say("dc:language", entry.title.language)
        for _term, label in entry.categories:
            say("category", clean_line(label))
        # RSS has room for one; the others are linked in the text.
        for one in list(entry.enclosures)[:1]:
            say("enclosure", url=one.address, length=str(one.length), type=one.media_type)


def _say(handler, name: str, text: str = "", **attributes: str) -> None:
    handler.addQuickElement(name, text, attributes)


def _say_in(handler, name: str, passage: Passage, text: str, **attributes: str) -> None:
    handler.addQuickElement(name, text, {"xml:lang": passage.language, **attributes})
