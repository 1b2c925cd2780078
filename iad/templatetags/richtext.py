from django import template
from django.utils.safestring import SafeString

from iad import richtext

register = template.Library()


@register.filter
def rich(html: str | None) -> SafeString:
    """Stored rich text for the page, cleaned once more: a row may be older than the rules."""
    return SafeString(richtext.sanitize(html or ""))


@register.filter
def plain(html: str | None) -> str:
    """The words of a rich text in one line (escaped by the template like any other text)."""
    return richtext.plain(html or "")
