"""Text on a page in the reader's language, and honesty where there is none.

``{% said article "title" %}`` writes the text; where it is in the other language it is wrapped in
``<span lang="…">``, so that a screen reader changes its voice (WCAG 2.2, 3.1.2).
"""

from urllib.parse import urlencode

from django import template
from django.urls import translate_url
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import get_language_from_path, override

from iad.bilingual import OFFICIAL, Passage, active_language, other_language, passage
from iad.richtext import sanitize
from iad.wide_tables import within_reach

register = template.Library()
MAKE_ANOTHER_PAGE = ("q", "kind", "year", "month", "committee", "department", "topic", "page")


@register.simple_tag
def said(record, name: str):
    """One line of ``record``, marked where it is not in the reader's language."""
    return _marked(passage(record, name), "span")


@register.simple_tag
def said_plainly(record, name: str) -> str:
    """The same without a mark, for titles, attributes and descriptions."""
    return passage(record, name).text


@register.simple_tag
def prose(record, name: str):
    """Plain paragraphs as HTML."""
    text = passage(record, name)
    return _block(text, linebreaks(text.text, autoescape=True))


@register.simple_tag
def rich(record, name: str):
    """Rich text as HTML, made safe once more for rows that this code did not write."""
    text = passage(record, name)
    return _block(text, within_reach(sanitize(text.text), language=text.language))


@register.simple_tag
def spoken(record, name: str) -> Passage:
    """The text with its language, for a page that must tell: ``.text .language .is_foreign``."""
    return passage(record, name)


@register.filter
def in_this_language(link: str) -> str:
    """A link that staff typed, led to this page's language where it stays inside the portal."""
    if not link.startswith("/"):
        return link
    wanted = active_language()
    with override(get_language_from_path(link.partition("?")[0]) or OFFICIAL):
        return translate_url(link, wanted)  # it knows an address in the active language only


@register.simple_tag(takes_context=True)
def same_page_in_other_language(context) -> str:
    """This page's address in the other language, its filters kept."""
    return translate_url(context["request"].get_full_path(), other_language())


@register.simple_tag(takes_context=True)
def address_in(context, language: str) -> str:
    """This page's full address in that language, for canonical and hreflang.

    With what makes it another page, in one order; a link's own marks and page 1 do not.
    """
    request = context["request"]
    asked = {name: request.GET.get(name, "") for name in MAKE_ANOTHER_PAGE}
    if asked["page"] == "1":
        del asked["page"]
    query = urlencode({name: value for name, value in asked.items() if value})
    address = request.build_absolute_uri(request.path) + (f"?{query}" if query else "")
    return translate_url(address, language)


@register.simple_tag(takes_context=True)
def page_address(context, number: int) -> str:
    """The query of this list's page ``number``, its filters kept."""
    query = context["request"].GET.copy()
    query["page"] = number
    return f"?{query.urlencode()}"


def _marked(text: Passage, element: str):
    if not text.is_foreign:
        return text.text
    return format_html('<{0} lang="{1}">{2}</{0}>', element, text.language, text.text)


def _block(text: Passage, safe_html: str):
    html = SafeString(safe_html)
    return format_html('<div lang="{}">{}</div>', text.language, html) if text.is_foreign else html
