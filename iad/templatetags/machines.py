"""What stands in the head of a page for machines: Open Graph (ogp.me) and JSON-LD."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad.bilingual import active_language, other_language
from iad.cards import office_card
from iad.linked_data import Told, breadcrumbs, card_at, document

register = template.Library()
LOCALES = {"th": "th_TH", "en": "en_GB"}


@register.inclusion_tag("parts/for_machines.html", takes_context=True)
def for_machines(context, address: str) -> dict:
    """Of the page at that canonical address, which its view may have ``told`` more about."""
    absolute = context["request"].build_absolute_uri
    told = context.get("told") or Told(_("International Affairs Office, Bangkok"))
    steps = [breadcrumbs(told.crumbs, absolute)] if told.crumbs else []
    return {
        "told": told,
        "picture": told.picture or card_at(absolute(reverse("card")), office_card().title),
        "address": address,
        "locale": LOCALES[active_language()],
        "other_locale": LOCALES[other_language()],
        "data": linked_data([*told.things, *steps]),
    }


def linked_data(things: list[dict]) -> str:
    """A block of data: no browser runs it, and no policy of scripts is asked about it."""
    if not things:
        return ""
    # `document` writes every sign that could end the element as an escape of JSON.
    safe = SafeString(document(things))
    return format_html('<script type="application/ld+json">{}</script>', safe)
