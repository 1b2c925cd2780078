"""How a news report joins names."""

from django import template

register = template.Library()
AND = {"th": "และ", "en": " and "}


@register.filter
def listed(names: list[str], language: str) -> str:
    """A, B and C; in Thai, where a blank divides: A B และC, with a blank before a person's name."""
    *before, last = names
    if not before:
        return last
    comma = " " if language == "th" else ", "
    return f"{comma.join(before)}{' ' if language == 'th' else ''}{AND[language]}{last}"
