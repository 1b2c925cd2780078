"""Dates and times as people type or print them, in Thai or English, in either era.

A year from 2400 on is Buddhist, two digits mean 25xx, else the year is of the common era. What
can not be read for certain is refused in words, in the active language; nothing is guessed.
"""

import calendar
import datetime
import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from iad.bilingual import active_language
from iad.thai.dates import (
    BUDDHIST_ERA,
    MONTHS,
    MONTHS_SHORT,
    WEEKDAYS,
    format_date,
    format_range,
    month_name,
    weekday_name,
)
from iad.thai.text import fold

EXAMPLE = datetime.date(2020, 2, 14)
LONGEST = 100  # characters; no date is longer, and nothing longer is looked at
FIRST_BUDDHIST = 2400
# Thailand moved the New Year from April to January with 1 January 2484.
EARLIEST, LATEST = 1941, 2157


class DateError(ValueError):
    """Why a text is no date; its message is for the person who typed it."""


class TimeError(ValueError):
    """Why a text is no time of day; its message is for the person who typed it."""


def _vocabulary() -> dict[str, tuple[str, int | str]]:
    """Every word of a date, folded and without dots, with what it means."""
    words = dict.fromkeys(("พศ", "พุทธศักราช", "be"), ("era", "BE"))
    words |= dict.fromkeys(("คศ", "คริสต์ศักราช", "ce", "ad"), ("era", "CE"))
    for names in (*MONTHS.values(), *MONTHS_SHORT.values()):
        words |= {_bare(name): ("month", number) for number, name in enumerate(names, start=1)}
    # กุมภา, มกรา, เมษา: how months are said.
    for number, name in enumerate(MONTHS["th"], start=1):
        words[re.sub("(คม|ยน|พันธ์)$", "", name)] = ("month", number)
    for number, name in enumerate(WEEKDAYS["en"]):
        words |= dict.fromkeys((_bare(name), _bare(name[:3])), ("weekday", number))
    for number, name in enumerate(WEEKDAYS["th"]):
        words[name] = ("weekday", number)
    words |= {"พฤหัส": ("weekday", 3), "tues": ("weekday", 1), "sept": ("month", 9)}
    words |= {"thur": ("weekday", 3), "thurs": ("weekday", 3)}
    fillers = ["เมื่อ", "วัน", "ที่", "เดือน", "ปี", "on", "the", "of", "st", "nd", "rd", "th", ","]
    return words | dict.fromkeys(fillers, ("filler", ""))


def _bare(word: str) -> str:
    return fold(word).replace(".", "")


VOCABULARY = _vocabulary()
SIGNS = frozenset("-/. ")
TOKEN = re.compile(
    "[0-9]+|[-/. ]|" + "|".join(sorted(map(re.escape, VOCABULARY), key=len, reverse=True))
)
DOT_OF_AN_ABBREVIATION = re.compile(r"(?<=[^0-9 ])\.")
BLANK_IN_WORDS = re.compile("(?<![0-9]) | (?![0-9])")

# What the numbers are, by the shape of the whole: N a number, M the name of a month.
SHAPES = {
    "N": ("day",),
    "NM": ("day", "month"),
    "MN": ("month", "day"),
    "NMN": ("day", "month", "year"),
    "MNN": ("month", "day", "year"),
    "NN": ("day", "year"),  # the end of June 6 – 8, 2018
    "N/N/N": ("day", "month", "year"),
    "N-N-N": ("day", "month", "year"),
    "N.N.N": ("day", "month", "year"),
}

TIME = re.compile(
    r"(?:เวลา ?)?([0-9]{1,2})[.:]([0-9]{2})(?:[.:]([0-9]{2}))? ?(?:น\.?|hrs?\.?|hours)?"
)
RANGE_BEGINS = re.compile("^(?:from|between|ระหว่าง|ตั้งแต่) ?")
RANGE_MIDDLE = re.compile(r" ?(?:[–—]|ถึง|\bto\b|\buntil\b) ?| - ")
ISO_INTERVAL = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True)
class Typed:
    """What a text states of a date; what it does not state is None."""

    day: int | None = None
    month: int | None = None
    year: str | None = None  # its digits as typed
    era: str | None = None
    weekday: int | None = None
    is_english: bool = False

    def completed_by(self, other: "Typed") -> "Typed":
        """With the month and year, where they are only stated on the other side of a range."""
        missing = {
            "month": self.month or other.month,
            "is_english": self.is_english or other.is_english,
        }
        if self.year is None:
            missing |= {"year": other.year, "era": self.era or other.era}
        return replace(self, **missing)


def parse_date(text: str) -> datetime.date:
    """The day that a text states, such as 14 ก.พ. 63 or Friday, 14 February 2563.

    Raises DateError with the reason in the active language.
    """
    return _as_date(_read(_checked(text)))


def parse_range(text: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of 26–28 มิถุนายน 2562 or 2019-06-26/2019-06-28; a day is both.

    Raises DateError with the reason in the active language.
    """
    text = RANGE_BEGINS.sub("", _checked(text))
    parts = _range_parts(text)
    if len(parts) == 1:
        return (_as_date(_read(text)),) * 2
    first, last = (_read(part) for part in parts)
    start, end = _as_date(first.completed_by(last)), _as_date(last.completed_by(first))
    if end < start:
        raise DateError(_("The end comes before the start."))
    return start, end


def parse_time(text: str) -> datetime.time:
    """The time of day in 13.30 น. or 13:30; raises TimeError with the reason."""
    match = TIME.fullmatch(fold(text)) if len(text) <= LONGEST else None
    if not match:
        raise TimeError(_("Write a time of day with hours and minutes, such as 13.30."))
    hour, minute, second = (int(part or 0) for part in match.groups())
    if hour > 23 or minute > 59 or second > 59:
        shown = f"{match[1]}.{match[2]}"
        message = _("There is no time %(time)s: hours go up to 23 and minutes up to 59.")
        raise TimeError(message % {"time": shown})
    return datetime.time(hour, minute, second)


def example_date() -> str:
    """A date as the reader may type it, for hints."""
    return format_date(EXAMPLE, "long", active_language())


def example_range() -> str:
    return format_range(EXAMPLE, EXAMPLE.replace(day=16), "long", active_language())


def _checked(text: str) -> str:
    if len(text) > LONGEST:
        raise DateError(_("This is too long for a date. Write %s.") % example_date())
    return fold(text)


def _range_parts(text: str) -> list[str]:
    if interval := ISO_INTERVAL.fullmatch(text):
        return list(interval.groups())
    parts = RANGE_MIDDLE.split(text)
    if len(parts) == 2:
        return parts
    # 26-28 มิ.ย. 62; two hyphens are one date, 14-2-2563.
    return text.split("-") if text.count("-") == 1 else [text]


def _read(text: str) -> Typed:
    """The parts of a folded text, each in its meaning, or DateError."""
    text = BLANK_IN_WORDS.sub("", DOT_OF_AN_ABBREVIATION.sub("", text))
    tokens = TOKEN.findall(text)
    meanings = [VOCABULARY.get(token, ("plain", token)) for token in tokens]
    eras = {value for kind, value in meanings if kind == "era"}
    weekdays = {value for kind, value in meanings if kind == "weekday"}
    if "".join(tokens) != text or len(weekdays) > 1:
        raise _not_a_date()
    if len(eras) > 1:
        raise DateError(_("Write the year either in the Buddhist Era or in the common era."))
    return Typed(
        **_in_order([part for part in meanings if part[0] in {"plain", "month"}]),
        era=next(iter(eras), None),
        weekday=next(iter(weekdays), None),
        is_english=any(
            kind == "month" and token.isascii()
            for token, (kind, _value) in zip(tokens, meanings, strict=True)
        ),
    )


def _in_order(parts: list[tuple[str, int | str]]) -> dict[str, int | str]:
    """Day, month and year, by where each stands."""
    if any(kind == "month" for kind, _value in parts):
        parts = [part for part in parts if part[1] not in SIGNS]
    values = [value for _kind, value in parts if value not in SIGNS]
    shape = "".join(_letter(*part) for part in parts)
    if shape not in SHAPES:
        raise _not_a_date()
    order = SHAPES[shape]
    if len(order) == 3 and len(str(values[0])) == 4:
        order = ("year", "month", "day")
    stated = dict(zip(order, values, strict=True))
    return {name: value if name == "year" else int(value) for name, value in stated.items()}


def _letter(kind: str, value: int | str) -> str:
    if kind == "month":
        return "M"
    return value if value in SIGNS else "N"


def _as_date(typed: Typed) -> datetime.date:
    if typed.day is None or typed.month is None or typed.year is None:
        raise _not_a_date()
    year, shown_year = _year(typed)
    if not 1 <= typed.month <= 12:
        message = _("There is no month %(month)s; the day comes first, as in %(example)s.")
        example = format_date(EXAMPLE, "numeric", active_language())
        raise DateError(message % {"month": typed.month, "example": example})
    days = calendar.monthrange(year, typed.month)[1]
    month = f"{month_name(typed.month, active_language())} {shown_year}"
    if not 1 <= typed.day <= days:
        message = _("%(month)s has %(days)s days; there is no day %(day)s.")
        raise DateError(message % {"month": month, "days": days, "day": typed.day})

    day = datetime.date(year, typed.month, typed.day)
    if typed.weekday not in {None, day.weekday()}:
        message = _("%(date)s is a %(right)s, not a %(typed)s.")
        names = {
            "right": weekday_name(day, active_language()),
            "typed": WEEKDAYS[active_language()][typed.weekday],
        }
        raise DateError(message % {"date": f"{typed.day} {month}", **names})
    return day


def _year(typed: Typed) -> tuple[int, int]:
    """The year in the common era, and whole in the era it was typed in."""
    year = int(typed.year)
    if len(typed.year) == 2:
        year += 2500
        # After an English month 20 is as likely to be 2020.
        if typed.era == "CE" or (typed.is_english and typed.era is None):
            message = _("Write the year with four digits: %(typed)s may be %(be)s or %(ce)s.")
            raise DateError(message % {"typed": typed.year, "be": year, "ce": year - 500})
    elif len(typed.year) != 4:
        message = _("%s is not a year; write four digits, such as 2563.")
        raise DateError(message % typed.year)

    is_buddhist = year >= FIRST_BUDDHIST
    if typed.era == "BE" and not is_buddhist:
        raise DateError(_("The year %s is not of the Buddhist Era.") % year)
    if typed.era == "CE" and is_buddhist:
        raise DateError(_("The year %s is not of the common era.") % year)
    common = year - BUDDHIST_ERA if is_buddhist else year
    if common < EARLIEST:
        message = _("Write a date from B.E. 2484 (1941) on: before, the Thai year began in April.")
        raise DateError(message)
    if common > LATEST:
        raise DateError(_("The year %s is too far ahead; please check it.") % year)
    return common, year


def _not_a_date() -> DateError:
    numeric = format_date(EXAMPLE, "numeric", active_language())
    message = _("Write a date with day, month and year, such as %(long)s or %(numeric)s.")
    return DateError(message % {"long": example_date(), "numeric": numeric})
