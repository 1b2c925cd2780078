"""Dates as the office shows them: the Buddhist Era in Thai, the common era in English.

Stored dates are in the common era (ISO 8601); B.E. = C.E. + 543.
"""

import datetime

from iad.thai.digits import to_thai

BUDDHIST_ERA = 543
FISCAL_YEAR_BEGINS = 10  # October

MONTHS = {
    "th": [
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
MONTHS_SHORT = {
    "th": [
        "ม.ค.",
        "ก.พ.",
        "มี.ค.",
        "เม.ย.",
        "พ.ค.",
        "มิ.ย.",
        "ก.ค.",
        "ส.ค.",
        "ก.ย.",
        "ต.ค.",
        "พ.ย.",
        "ธ.ค.",
    ],
    "en": [name[:3] for name in MONTHS["en"]],
}
# Monday first, as date.weekday() counts.
WEEKDAYS = {
    "th": ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}

STYLES = {
    "long": "{day} {month} {year}",
    "full": "{weekday} {day} {month} {year}",
    "medium": "{day} {short_month} {year}",
    "short": "{day} {short_month} {short_year:02}",
    "numeric": "{day}/{month_number}/{year}",
}


def be_year(day: datetime.date) -> int:
    """The Buddhist year of a day; right from 1941 on, when the Thai year moved to January."""
    return day.year + BUDDHIST_ERA


def ce_year(be: int) -> int:
    return be - BUDDHIST_ERA


def fiscal_year(day: datetime.date) -> int:
    """The budget year in B.E.: 2565 runs from 1 October 2564 to 30 September 2565."""
    return be_year(day) + (day.month >= FISCAL_YEAR_BEGINS)


def format_date(
    value: datetime.date, style: str = "long", language: str = "th", *, thai_digits: bool = False
) -> str:
    """A day in one of STYLES; of a datetime, the day that it states in its own zone."""
    return _digits(_format(value, STYLES[style], language), thai_digits)


def format_month(value: datetime.date, language: str = "th") -> str:
    """The month of a day in short: ธ.ค. 2569."""
    return _format(value, "{short_month} {year}", language)


def format_range(
    start: datetime.date,
    end: datetime.date | None,
    style: str = "long",
    language: str = "th",
    *,
    thai_digits: bool = False,
) -> str:
    """From one day to another, naming what they share once: 26–28 มิถุนายน 2562."""
    last = _format(end or start, STYLES[style], language)
    if _format(start, STYLES[style], language) == last:
        return _digits(last, thai_digits)
    # Only of these three is a part of the pattern a date in itself.
    shortens = style in {"long", "medium", "short"} and start.year == end.year
    if shortens and start.month == end.month:
        text = f"{start.day}–{last}"
    else:
        pattern = STYLES[style].rpartition(" ")[0] if shortens else STYLES[style]
        text = f"{_format(start, pattern, language)} – {last}"
    return _digits(text, thai_digits)


def format_time(
    value: datetime.time | datetime.datetime, language: str = "th", *, thai_digits: bool = False
) -> str:
    """13.30 น. or 13.30 hrs.; of a datetime, the time that it states in its own zone."""
    unit = "hrs." if language == "en" else "น."
    return _digits(f"{value:%H.%M} {unit}", thai_digits)


def format_datetime(
    value: datetime.datetime,
    style: str = "long",
    language: str = "th",
    *,
    thai_digits: bool = False,
) -> str:
    """14 กุมภาพันธ์ 2563 เวลา 13.30 น., in the zone of the value."""
    day = format_date(value, style, language, thai_digits=thai_digits)
    time = format_time(value, language, thai_digits=thai_digits)
    return f"{day} at {time}" if language == "en" else f"{day} เวลา {time}"


def month_name(month: int, language: str) -> str:
    return MONTHS[language][month - 1]


def weekday_name(day: datetime.date, language: str) -> str:
    return WEEKDAYS[language][day.weekday()]


def _format(value: datetime.date, pattern: str, language: str) -> str:
    year = value.year if language == "en" else be_year(value)
    weekday = weekday_name(value, language)
    return pattern.format(
        day=value.day,
        weekday=weekday if language == "en" else f"วัน{weekday}ที่",
        month=month_name(value.month, language),
        short_month=MONTHS_SHORT[language][value.month - 1],
        month_number=value.month,
        year=year,
        short_year=year % 100,
    )


def _digits(text: str, thai: bool) -> str:
    return to_thai(text) if thai else text
