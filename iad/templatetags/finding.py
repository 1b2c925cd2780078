"""What was found, with the words that were asked for marked."""

from django import template
from django.utils.html import format_html, format_html_join

from iad.finding.results import Shown

register = template.Library()


@register.simple_tag
def marked(shown: Shown):
    """The pieces of a text, each match in <mark>; a foreign text carries its language."""
    pieces = format_html_join("", "{}", ((_piece(piece),) for piece in shown.pieces))
    if shown.is_foreign:
        return format_html('<span lang="{}">{}</span>', shown.language, pieces)
    return pieces


@register.filter
def label_of(labels: dict, key: str):
    return labels[key]


def _piece(piece):
    return format_html("<mark>{}</mark>", piece.text) if piece.is_match else piece.text
