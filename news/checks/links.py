"""The links of a text: which stay inside the portal, and which of those lead nowhere."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext as _

from news.checks.finding import Draft, Finding, Kind, excerpt, first_few

# nh3 writes attributes in double quotes and leaves no bracket in them.
HREF = re.compile(r'<a(?: [a-z]+="[^"<>]*")*? href="([^"<>]*)"')


def links(html: str) -> Iterator[str]:
    return (unescape(address) for address in HREF.findall(html))


def dead_links(draft: Draft) -> Iterator[Finding]:
    for (name, language), text in draft.read.items():
        if name == "body":
            for link in first_few(link for link in links(text) if link in draft.dead_links):
                message = _("No reader gets to a page by this link: %s") % excerpt(link)
                yield Finding(name, language, Kind.LINK, message)


def path_inside(link: str, *, base: str, hosts: frozenset[str]) -> str | None:
    """The path that a link has in this portal, or None where it leads out of it.

    ``base`` is the address of the page that the link stands on; a mark on that page itself leads
    to "": no text here has a place that could be named.
    """
    try:
        parts = urlsplit(link)
    except ValueError:  # no address at all: a browser goes nowhere with it
        return ""
    if parts.scheme not in {"", "http", "https"}:
        return None
    if parts.netloc:
        return (parts.path or "/") if parts.hostname in hosts else None
    return urljoin(base, parts.path) if parts.path or parts.query else ""
