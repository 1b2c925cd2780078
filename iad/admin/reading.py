"""A field that is read and not written at the desk: a rich text as its readers see it."""

from django.contrib.admin import helpers
from django.contrib.admin.utils import display_for_field
from django.utils.html import format_html
from django.utils.safestring import SafeString

from iad.richtext import RichTextField, sanitize


def display_of(value, field, *args, **kwargs):
    if value and isinstance(field, RichTextField):
        # In one line: Django makes a break of every line end.
        one_line = sanitize(" ".join(value.splitlines()))
        return format_html('<div class="read-text">{}</div>', SafeString(one_line))
    return display_for_field(value, field, *args, **kwargs)


# Django's own shows the tags; it looks the function up by this name.
helpers.display_for_field = display_of
