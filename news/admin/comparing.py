"""Two versions side by side, column by column, as staff read them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db import models
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import template_localtime
from django.utils.translation import gettext as _

from iad.bilingual import active_language
from iad.differences import diff_html, lines_of, rich_diff_html
from iad.richtext import RichTextField
from iad.thai.dates import format_date, format_datetime
from news.history import PARTS, Column, Difference

Address = Callable[[str], str]


class Row(NamedTuple):
    """A line of a comparison: either ``diff``, the texts in one, or the two values."""

    label: str
    diff: SafeString | None
    before: str | SafeString
    after: str | SafeString


def rows_of(found: Iterable[Difference], file_address: Address | None = None) -> list[Row]:
    return [row_of(one, file_address) for one in found]


def row_of(one: Difference, file_address: Address | None = None) -> Row:
    field = one.column.field
    if is_text(field):
        show = rich_diff_html if isinstance(field, RichTextField) else diff_html
        return Row(label_of(one.column), show(one.before or "", one.after or ""), "", "")
    shown = (worded(field, value, file_address) for value in (one.before, one.after))
    return Row(label_of(one.column), None, *shown)


def said(one: Difference) -> str:
    """What the later of the two says, in plain lines."""
    field, value = one.column.field, one.after
    if not is_text(field):
        return worded(field, value)
    return lines_of(value or "") if isinstance(field, RichTextField) else value or ""


def is_text(field: models.Field) -> bool:
    kinds = models.CharField | models.TextField
    return isinstance(field, kinds) and not (field.choices or isinstance(field, models.FileField))


def label_of(column: Column) -> str:
    """Photo no. 2: caption (Thai)"""
    label = capfirst(str(column.field.verbose_name))
    if not column.part:
        return label
    told = {
        "part": capfirst(PARTS[column.part]._meta.verbose_name),
        "number": column.number,
        "label": label,
    }
    return _("%(part)s no. %(number)s: %(label)s") % told


def worded(field: models.Field, value: object, file_address: Address | None = None):
    """A value in the reader's words; relations by the names they have now."""
    if value in (None, "", ()):
        return ""
    if isinstance(field, models.FileField):
        return _file(field, value, file_address)
    if field.is_relation:
        return _named(field, value if isinstance(value, tuple) else (value,))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(field, models.DateTimeField):
        return format_datetime(template_localtime(value), "long", active_language())
    if isinstance(field, models.DateField):
        return format_date(value, "long", active_language())
    return localize(value)


def _named(field: models.Field, keys: tuple) -> str:
    found = field.related_model._default_manager.in_bulk(keys)
    gone = _("no longer there (no. %s)")
    return ", ".join(str(found[key]) if key in found else gone % key for key in keys)


def _file(field: models.FileField, name: str, file_address: Address | None):
    if file_address is None:
        return name
    if isinstance(field, models.ImageField):
        return format_html('<img src="{}" alt="{}" width="320">', file_address(name), _("picture"))
    return format_html('<a href="{}">{}</a>', file_address(name), _("Open this file"))
