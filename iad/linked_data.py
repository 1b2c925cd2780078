"""What a page says to machines: schema.org's terms as JSON-LD, and the head of a shared link.

Pure: records in, dictionaries out; ``absolute`` gives an address of the portal its host. What is
empty is left out, for in JSON-LD even null is a statement.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from iad.bilingual import active_language, other_language, passage

Absolute = Callable[[str], str]
Thing = dict[str, Any]
CARD_SIZE = (1200, 630)  # what the networks show whole, 1.91 to 1
CARD_TYPE = "image/jpeg"
# Signs that would end the element or begin a comment in it, and that JSON may write otherwise.
UNFIT_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Picture:
    address: str
    width: int
    height: int
    media_type: str
    alt: str

    @property
    def is_wide(self) -> bool:
        return self.width >= 1.5 * self.height


def card_at(address: str, title: str) -> Picture:
    """The card of a page, which says its title."""
    return Picture(address, *CARD_SIZE, CARD_TYPE, title)


@dataclass(frozen=True)
class Crumb:
    """A step from the home page to this one."""

    name: str
    address: str


@dataclass(frozen=True)
class Told:
    """Of one page: its name, where it stands, and the things that it is about."""

    title: str
    crumbs: tuple[Crumb, ...] = ()
    things: tuple[Thing, ...] = ()
    description: str = ""
    picture: Picture | None = None
    published: datetime | None = None
    changed: datetime | None = None

    @property
    def is_article(self) -> bool:
        return self.published is not None


def filled(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value not in (None, "", [], {})}


def document(things: Iterable[Thing]) -> str:
    """JSON-LD that stands safely inside <script>."""
    graph = {"@context": "https://schema.org", "@graph": list(things)}
    return json.dumps(graph, ensure_ascii=False).translate(UNFIT_IN_SCRIPT)


def names_of(record, *also: str) -> Thing:
    """``name`` in the reader's language; the other language's, and short names, beside it."""
    name = passage(record, "name")
    other = getattr(record, f"name_{other_language()}") or ""
    others = [other, *(passage(record, column).text for column in also)]
    return {
        "name": name.text,
        "alternateName": [one for one in dict.fromkeys(others) if one and one != name.text],
    }


def office(absolute: Absolute) -> Thing:
    home = absolute(reverse("home"))
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{home}#office",
        "name": _("International Affairs Office"),
        "url": home,
        "logo": absolute(static("img/mark.svg")),
        "parentOrganization": {
            "@type": "GovernmentOrganization",
            "name": _("Bangkok Metropolitan Administration"),
        },
    }


def website(absolute: Absolute) -> Thing:
    home = absolute(reverse("home"))
    return {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "name": _("International Affairs Office, Bangkok"),
        "url": home,
        "inLanguage": active_language(),
        "publisher": {"@id": f"{home}#office"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{absolute(reverse('search'))}?q={{search_term_string}}",
            },
            # https://developers.google.com/search/docs/appearance/structured-data/sitelinks-searchbox
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumbs(crumbs: Iterable[Crumb], absolute: Absolute) -> Thing:
    steps = [Crumb(_("Home"), reverse("home")), *crumbs]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": step.name,
                "item": {"@id": absolute(step.address)},
            }
            for position, step in enumerate(steps, 1)
        ],
    }
