"""Form fields for dates, times and years as people in Bangkok write them.

Every date that a person can type goes through `iad.thai.typed_dates`: Django's own field takes
14/2/2563 as a day in the year 2563 of the common era.
"""

import datetime
import re
from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.utils import from_current_timezone, to_current_timezone
from django.utils.translation import gettext_lazy as _

from iad.bilingual import active_language
from iad.thai.dates import BUDDHIST_ERA, ce_year, format_date, format_range
from iad.thai.text import fold
from iad.thai.typed_dates import (
    EARLIEST,
    LATEST,
    LONGEST,
    DateError,
    TimeError,
    example_date,
    example_range,
    parse_date,
    parse_range,
    parse_time,
)

YEAR = re.compile(r"(?:พ\.ศ\. ?)?([0-9]{1,6})")


class TypedInput(forms.TextInput):
    """A line of text with an example in it, in the reader's language.

    A kind of input says its ``example()`` and how a value is ``written()`` out.
    """

    supports_microseconds = False

    def __init__(self, attrs=None):
        super().__init__({"autocomplete": "off", **(attrs or {})})

    def get_context(self, name, value, attrs):
        hint = {"placeholder": _("such as %(example)s") % {"example": self.example()}}
        return super().get_context(name, value, hint | (attrs or {}))

    def format_value(self, value):
        """What was typed stays as it was typed; a value is written out."""
        return value if value is None or isinstance(value, str) else self.written(value)


class DateInput(TypedInput):
    """14 กุมภาพันธ์ 2563, or 14 February 2020 where the form is in English."""

    def example(self):
        return example_date()

    def written(self, value):
        return format_date(value, "long", active_language())


class TimeInput(TypedInput):
    """13.30, with the seconds only where there are any, so that none are lost."""

    def example(self):
        return "13.30"

    def written(self, value):
        return f"{value:%H.%M.%S}" if value.second else f"{value:%H.%M}"


class DateRangeInput(TypedInput):
    """26–28 มิถุนายน 2562, in one line."""

    def example(self):
        return example_range()

    def written(self, value):
        return format_range(*value, "long", active_language())


class DateTimeInput(forms.MultiWidget):
    """A day and an hour side by side, each named for those who cannot see them."""

    supports_microseconds = False
    use_fieldset = True

    def __init__(self, attrs=None):
        parts = (
            DateInput({"aria-label": _("Date"), **(attrs or {})}),
            TimeInput({"aria-label": _("Time"), "size": 8, **(attrs or {})}),
        )
        super().__init__(parts)

    def decompress(self, value):
        if not isinstance(value, datetime.datetime):  # an address may give the form a date
            return [value or None, None]
        local = to_current_timezone(value)
        return [local.date(), local.time()]


class HiddenDateTimeInput(forms.SplitHiddenDateTimeWidget):
    """What a form began with, kept beside it; an address may have given it no date."""

    def decompress(self, value):
        is_moment = isinstance(value, datetime.datetime)
        return super().decompress(value) if is_moment else [value or None, None]


class DateField(forms.DateField):
    """A day, typed in any way that `parse_date` reads."""

    widget = DateInput

    def to_python(self, value):
        if isinstance(value, datetime.datetime):
            return value.date()
        return value if isinstance(value, datetime.date) else _read(parse_date, value)


class TimeField(forms.TimeField):
    """An hour of the day: 13.30, ๑๓.๓๐ น. or 13:30."""

    widget = TimeInput

    def to_python(self, value):
        return value if isinstance(value, datetime.time) else _read(parse_time, value)


class DateTimeField(forms.MultiValueField):
    """An hour on a day in Bangkok (TIME_ZONE), as an aware datetime; both parts or none."""

    widget = DateTimeInput
    hidden_widget = HiddenDateTimeInput

    def __init__(self, **kwargs):
        parts = (
            DateField(error_messages={"incomplete": _("Write the date too.")}),
            TimeField(error_messages={"incomplete": _("Write the time too, such as 13.30.")}),
        )
        # Each part is asked for by itself, so that the message names the one that is missing.
        super().__init__(parts, require_all_fields=False, **kwargs)

    def compress(self, data_list):
        return from_current_timezone(datetime.datetime.combine(*data_list)) if data_list else None


class DateRangeField(forms.Field):
    """First and last day of a period, as (start, end); one day is both. For filters."""

    widget = DateRangeInput

    def to_python(self, value):
        return value if isinstance(value, tuple) else _read(parse_range, value)


class BuddhistYearField(forms.IntegerField):
    """A year of the Buddhist Era from 2484 on, in Thai or Arabic digits, as a number."""

    widget = forms.TextInput  # a number input takes no Thai digits
    default_error_messages = {"invalid": _("Write a Buddhist-era year, such as 2563.")}

    def widget_attrs(self, widget):
        return {"autocomplete": "off", "inputmode": "numeric", "size": 6}

    def to_python(self, value):
        if value is None or not str(value).strip():
            return None
        text = str(value)
        year = YEAR.fullmatch(fold(text)) if len(text) <= LONGEST else None
        if not year:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(year[1])

    def validate(self, value):
        super().validate(value)
        if value is None or EARLIEST <= ce_year(value) <= LATEST:
            return
        if EARLIEST <= value <= LATEST:
            message = _("%(year)s looks like a common-era year; write %(be)s.")
            years = {"year": value, "be": value + BUDDHIST_ERA}
        else:
            message = _("Write a Buddhist-era year from %(first)s to %(last)s.")
            years = {"first": EARLIEST + BUDDHIST_ERA, "last": LATEST + BUDDHIST_ERA}
        raise ValidationError(message, code="era", params=years)


# For ModelAdmin.formfield_overrides: no date is typed past these fields. The widgets are named
# because the admin's own would stay otherwise, with a calendar of the common era.
ADMIN_FIELDS = {
    models.DateField: {"form_class": DateField, "widget": DateInput},
    models.DateTimeField: {"form_class": DateTimeField, "widget": DateTimeInput},
    models.TimeField: {"form_class": TimeField, "widget": TimeInput},
}


def _read(parse: Callable, value: object):
    """What `parse` reads in a line; its errors are already words for the person who typed."""
    if value is None or not str(value).strip():
        return None
    try:
        return parse(str(value))
    except (DateError, TimeError) as error:
        raise ValidationError(str(error), code="invalid") from error
