"""Dates, times, years and digits on a page, in the language of the page.

Nothing is shown where there is nothing: None and "" give "".
"""

import datetime

from django import template
from django.utils.timezone import template_localtime

from iad.bilingual import active_language
from iad.thai import dates, digits
from iad.thai.initials import initials as initials_of

register = template.Library()


@register.filter(expects_localtime=True)
def thai_date(value: datetime.date | None, style: str = "long") -> str:
    """{{ article.date|thai_date:"full" }}; the styles are those of `iad.thai.dates.STYLES`."""
    return dates.format_date(value, style, active_language()) if value else ""


@register.filter(expects_localtime=True)
def thai_time(value: datetime.time | datetime.datetime | None) -> str:
    """13.30 น., or 13.30 hrs. on an English page; midnight is shown too."""
    return "" if value in (None, "") else dates.format_time(value, active_language())


@register.filter(expects_localtime=True)
def thai_datetime(value: datetime.datetime | None, style: str = "long") -> str:
    """14 กุมภาพันธ์ 2563 เวลา 13.30 น."""
    return dates.format_datetime(value, style, active_language()) if value else ""


@register.filter(expects_localtime=True)
def thai_range(start: datetime.date | None, end: datetime.date | None = None) -> str:
    """{{ meeting.starts_at|thai_range:meeting.ends_at }}: the days, the hours are not shown."""
    if not start:
        return ""
    # Django brings only what stands before the filter to local time.
    return dates.format_range(start, template_localtime(end) or None, language=active_language())


@register.filter(expects_localtime=True)
def thai_month(value: datetime.date | None) -> str:
    """ธ.ค. 2569, or Dec 2026 on an English page: what stands below the number of a day."""
    return dates.format_month(value, active_language()) if value else ""


@register.filter(expects_localtime=True)
def be_year(value: datetime.date | None) -> int | str:
    """The Buddhist year of a day, on every page."""
    return dates.be_year(value) if value else ""


@register.filter
def year_shown(year: int | None) -> int | str:
    """A Buddhist year as the page counts: 2563, or 2020 on an English page."""
    if not year:
        return ""
    return dates.ce_year(int(year)) if active_language() == "en" else int(year)


@register.filter
def thai_digits(value: object) -> str:
    return "" if value is None else digits.to_thai(str(value))


@register.filter
def arabic_digits(value: object) -> str:
    return "" if value is None else digits.to_arabic(str(value))


@register.filter
def initials(name: str) -> str:
    """ธก, for whom there is no picture; "" where the name has no letter."""
    return initials_of(name)
