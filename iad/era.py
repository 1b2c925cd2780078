"""Django's own pages learn the Buddhist Era.

Django formats years by the letters Y and y of one class, on every page of the admin and in every
filter; it knows no era. Teaching those two letters is the one place that reaches them all, its
read-only fields and its history page included. Machine formats (c, r, U) do not pass through them;
c is what stands in `<time datetime>`, where HTML knows no millionths of a second.
"""

from datetime import datetime

from django.utils.dateformat import DateFormat
from django.utils.translation import get_language

from iad.thai.dates import BUDDHIST_ERA


def show_buddhist_years():
    DateFormat.Y = _year
    DateFormat.y = _short_year


def write_moments_as_html_reads_them():
    DateFormat.c = _to_the_second


def _year(self):
    """Four digits: of the Buddhist Era on a Thai page, of the common era elsewhere."""
    return f"{_shown(self.data.year):04d}"


def _short_year(self):
    return f"{_shown(self.data.year) % 100:02d}"


def _shown(year: int) -> int:
    return year + BUDDHIST_ERA if (get_language() or "").startswith("th") else year


def _to_the_second(self):
    """ISO 8601; of a day the day alone."""
    is_moment = isinstance(self.data, datetime)
    return self.data.isoformat(timespec="seconds") if is_moment else self.data.isoformat()
