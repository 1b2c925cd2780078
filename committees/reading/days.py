"""Days and times of day in a text: วันศุกร์ที่ 14 กุมภาพันธ์ 2563, 26–28 มิ.ย. 62, 6th – 8th June 2018.

Years of the Buddhist Era, of the common era and of two digits; a day that no calendar has is not
read, a weekday that does not fit its day is kept as a doubt.
"""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from committees.reading.normal import Span
from committees.reading.numbers import BUDDHIST_ERA, buddhist
from committees.reading.patterns import Begun, Sought, first_letters, lowered
from iad.thai.dates import MONTHS, MONTHS_SHORT, WEEKDAYS

MONTH_NUMBERS = {
    re.sub(r"[.\s]", "", name.lower()): number
    for names in (MONTHS["th"], MONTHS["en"], MONTHS_SHORT["th"], MONTHS_SHORT["en"])
    for number, name in enumerate(names, 1)
} | {"sept": 9}
_THAI = "|".join(
    [*MONTHS["th"], *(name[:-1].replace(".", r"\.\s?") + r"\.?" for name in MONTHS_SHORT["th"])]
)
_ENGLISH = "|".join([*MONTHS["en"], "Sept", *MONTHS_SHORT["en"]]).lower()
TH_MONTH = rf"(?:{_THAI})"
EN_MONTH = rf"(?:(?:{_ENGLISH})\b\.?)"
TO = r"\s?(?:-|–|—|ถึง(?:\s?วันที่)?|to|until|and|และ)\s?"
TH_WEEKDAY = "จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์"
EN_WEEKDAY = "|".join(WEEKDAYS["en"]).lower()
TH_YEAR = r"(?:พุทธศักราช\s?|พ\.?\s?ศ\.?\s?|ค\.?\s?ศ\.?\s?|ปี\s)?(?P<{0}>[0-9]{{4}}|[0-9]{{2}}(?![0-9:]|\.[0-9]))(?![0-9])"
THAI = re.compile(
    rf"(?=[0-9วจอพศส])(?:(?:วัน)?(?P<weekday>{TH_WEEKDAY})\s?(?:ที่|,)?\s?)?(?<![0-9/.])(?P<d1>[0-9]{{1,2}})"
    rf"(?:\s?(?P<m1>{TH_MONTH})(?:\s?{TH_YEAR.format('y1')})?)?"
    rf"(?:{TO}(?:วัน)?(?:{TH_WEEKDAY})?(?:ที่)?\s?(?P<d2>[0-9]{{1,2}})(?=\s?{TH_MONTH}))?"
    rf"(?:\s?(?P<m2>{TH_MONTH})\s?{TH_YEAR.format('y2')})?"
)
SLASHED = re.compile(r"([0-9](?<![0-9/].)[0-9]?)/([0-9]{1,2})/([0-9]{4}|[0-9]{2})(?![0-9/])")
ISO = re.compile(r"([0-9](?<![0-9-].)[0-9]{3})-([0-9]{2})-([0-9]{2})(?![0-9-])")
DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
EN_YEAR = r",?\s(?:b\.?e\.?\s?)?(?P<{0}>[0-9]{{4}})(?![0-9])"
ENGLISH = re.compile(
    rf"(?=[0-9mtwfs])(?:(?P<weekday>{EN_WEEKDAY}),?\s(?:the\s)?)?(?<![0-9/.])(?P<d1>{DAY})(?:\sof)?"
    rf"(?:\s(?P<m1>{EN_MONTH})(?:{EN_YEAR.format('y1')})?)?"
    rf"(?:{TO}(?P<d2>{DAY})(?:\sof)?(?=\s{EN_MONTH}))?(?:\s(?P<m2>{EN_MONTH}){EN_YEAR.format('y2')})?",
)
MONTH_FIRST = re.compile(
    rf"(?=[a-z])(?:(?P<weekday>{EN_WEEKDAY}),?\s)?\b(?P<m1>{EN_MONTH})\s(?P<d1>{DAY})"
    rf"(?:{TO}(?:(?P<m2>{EN_MONTH})\s)?(?P<d2>{DAY}))?{EN_YEAR.format('y1')}",
)
TIME = re.compile(
    r"(?P<hour>[0-9](?<![0-9.,/].)(?:(?<=[01])[0-9]|(?<=2)[0-3])?)[.:](?P<minute>[0-5][0-9])(?![0-9])"
    r"(?:\s?(?:-|–|—|ถึง|to)\s?(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9](?![0-9]))?"
    r"\s?(?:(?P<thai>น\.|นาฬิกา)|(?P<hrs>hrs?\b|hours\b)|(?P<half>[ap])\.?\s?m\b)",
    re.IGNORECASE,
)
WHOLE_HOUR = re.compile(
    r"(?<![0-9.,/:])(?:(?P<hour>1[0-2]|[1-9])\s?(?P<half>[ap])\.?\s?m\b|(?<=เวลา)\s?(?P<thai>[01]?[0-9]|2[0-3])\s?(?:น\.|นาฬิกา))",
    re.IGNORECASE,
)
BARE_TIME = re.compile(
    r"(?:เวลา|time:|\bat |⏰|🕐|🕘|🕙)\s?(?P<hour>[01]?[0-9]|2[0-3])[.:](?P<minute>[0-5][0-9])(?![0-9])",
    re.IGNORECASE,
)
# Where each of them may begin.
_TH_WEEKDAYS = TH_WEEKDAY.split("|")
_TH_NEXT = f"(?:{TO}|{first_letters([*MONTHS['th'], *MONTHS_SHORT['th']])})"
# A set of letters among alternatives would be tried everywhere: each digit is one of them.
_TH_BEGIN = "|".join(
    [first_letters(_TH_WEEKDAYS + [f"วัน{day}" for day in _TH_WEEKDAYS])]
    + [rf"{digit}(?<![0-9/.].)(?=[0-9]?\s?{_TH_NEXT})" for digit in range(10)]
)
_EN_WEEKDAYS = EN_WEEKDAY.split("|")
_EN_NEXT = f"(?:{TO}|(?:st|nd|rd|th)?(?:\\sof)?\\s{EN_MONTH}|(?:st|nd|rd|th){TO})"
_EN_BEGIN = "|".join(
    [first_letters(_EN_WEEKDAYS)]
    + [rf"{digit}(?<![0-9/.].)(?=[0-9]?{_EN_NEXT})" for digit in range(10)]
)
MONTH = Begun(re.compile(rf"\b{EN_MONTH}"))
DATES = (Sought(_TH_BEGIN, THAI), Sought(_EN_BEGIN, ENGLISH), Begun(MONTH_FIRST))
# What must be met somewhere for each of them to be looked for.
MET_FIRST = (re.compile("[ก-๎]"), MONTH, MONTH)
_AT = r"(?<!\w.)(?=[Tt] \s?[0-9])"
TIMES = (
    Sought(
        f"{first_letters(['เวลา', 'time:', *'⏰🕐🕘🕙'], any_case=True)}|a{_AT}|A{_AT}", BARE_TIME
    ),
    TIME,
)
HOURS = Sought(r"[0-9\s](?:(?<=[0-9])|(?<=เวลา\s))", WHOLE_HOUR)


@dataclass(frozen=True)
class Days:
    """A day, or the first and last of several."""

    start: datetime.date
    end: datetime.date
    span: Span
    weekday_fits: bool = True


@dataclass(frozen=True)
class TimeOfDay:
    """When something begins, HH:MM."""

    value: str  # HH:MM
    span: Span


@lru_cache(maxsize=4)
def read_days(plain: str) -> tuple[Days, ...]:
    """Every day that is stated with its year, in the order of the text."""
    found: dict[Span, Days] = {}
    lower = lowered(plain)
    dates = [date for date, met in zip(DATES, MET_FIRST, strict=True) if met.search(lower)]
    for match in chain.from_iterable(date.finditer(lower) for date in dates):
        if days := _days(match):
            found[days.span] = days
    for match in SLASHED.finditer(plain):
        if day := _day(match[1], int(match[2]), match[3]):
            found[match.span()] = Days(day, day, match.span())
    for match in ISO.finditer(plain):
        if day := _day(match[3], int(match[2]), match[1]):
            found[match.span()] = Days(day, day, match.span())
    ordered, end = [], 0
    for days in sorted(found.values(), key=lambda one: (one.span[0], -one.span[1])):
        if days.span[0] >= end:
            ordered.append(days)
            end = days.span[1]
    return tuple(ordered)


def read_times(plain: str) -> list[TimeOfDay]:
    """Every time of day, in the order of the text."""
    found = {}
    for match in chain.from_iterable(pattern.finditer(plain) for pattern in TIMES):
        hour = int(match["hour"])
        half = match.groupdict().get("half")
        if half:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + 12 * (half.lower() == "p")
        span = match.start("hour"), match.end()
        found[span[0]] = TimeOfDay(f"{hour:02}:{match['minute']}", span)
    for match in HOURS.finditer(plain):
        group = "hour" if match["hour"] else "thai"
        hour = int(match[group])
        if match["half"]:
            hour = hour % 12 + 12 * (match["half"].lower() == "p")
        span = match.start(group), match.end()
        found.setdefault(span[0], TimeOfDay(f"{hour:02}:00", span))
    return [found[at] for at in sorted(found)]


def last_day(month: str, year: str) -> datetime.date | None:
    """The last day of a month that is written with its year."""
    first = _day("1", _month(month), year)
    return first and (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(1)


def _days(match: re.Match) -> Days | None:
    if match.lastgroup == "d1":  # no month after it, as of most numbers
        return None
    parts = {"m2": None, "y2": None, "y1": None, "d2": None} | match.groupdict()
    year = parts["y2"] or parts["y1"]
    month = parts["m2"] or parts["m1"]
    if not (year and month):
        return None
    last = _day(parts["d2"] or parts["d1"], _month(month), year)
    first = _day(parts["d1"], _month(parts["m1"] or month), parts["y1"] or year)
    if not (first and last and first <= last):
        return None
    return Days(first, last, match.span(), _fits(parts["weekday"], first))


def _month(name: str) -> int:
    return MONTH_NUMBERS[re.sub(r"[.\s]", "", name.lower())]


def _day(day: str, month: int, year: str) -> datetime.date | None:
    be = buddhist(year)
    try:
        return be and datetime.date(be - BUDDHIST_ERA, month, int(re.match("[0-9]+", day)[0]))
    except ValueError:
        return None


def _fits(weekday: str | None, day: datetime.date) -> bool:
    if not weekday:
        return True
    names = WEEKDAYS["en" if weekday.isascii() else "th"]
    return names[day.weekday()].lower().startswith(weekday.lower())
