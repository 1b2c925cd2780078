"""Tables of a text that are wider than a phone, within reach of the keyboard.

A table that scrolls in a frame of its own is moved by the arrow keys only where the frame can have
the focus, and a frame in focus must say what it is.
"""

import re

from django.utils.html import escape
from django.utils.translation import gettext, override

BEGINNING = re.compile(r"<table\b[^>]*>")  # in clean HTML every angle bracket stands for a tag


def within_reach(html: str, *, language: str) -> str:
    """Clean HTML (`iad.richtext`) with a frame around each table, named in the text's language."""
    if "<table" not in html:
        return html
    with override(language):
        name = escape(gettext("Table"))
    frame = f'<div class="scrolls" role="region" tabindex="0" aria-label="{name}">'
    return BEGINNING.sub(lambda table: frame + table[0], html).replace("</table>", "</table></div>")
