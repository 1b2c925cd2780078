"""A weekday written before a date that it does not fit: วันศุกร์ที่ 15 กุมภาพันธ์ 2563."""

import re
from collections.abc import Iterator
from itertools import islice

from iad.thai.dates import MONTHS, MONTHS_SHORT, WEEKDAYS
from iad.thai.digits import to_arabic
from iad.thai.typed_dates import DateError, parse_date
from news.checks.finding import Draft, Finding, Kind, first_few


def _any(words) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


MOST_LOOKED_AT = 300  # dates of each kind in one text

THAI_WEEKDAY = _any([*WEEKDAYS["th"], "พฤหัส"])
THAI_MONTH = _any(MONTHS["th"] + MONTHS_SHORT["th"])
ENGLISH_WEEKDAY = _any(WEEKDAYS["en"] + [name[:3] for name in WEEKDAYS["en"]])
ENGLISH_MONTH = _any(MONTHS["en"] + MONTHS_SHORT["en"])
YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
DASH = r" ?(?:[-–—]|ถึง|และ|\bto\b|\band\b) ?"

# Every blank is optional and single, every repetition bounded: each is linear in the text.
THAI = re.compile(
    rf"(?:วัน(?P<weekday>{THAI_WEEKDAY}) ?,?|(?P<bare>{THAI_WEEKDAY})(?=ที่|,)) ?,? ?(?:ที่)? ?"
    rf"(?P<day>[0-9]{{1,2}})"
    rf"(?:{DASH}(?:วัน)?(?P<last_weekday>{THAI_WEEKDAY})? ?(?:ที่)? ?(?P<last>[0-9]{{1,2}}))?"
    rf" ?(?:เดือน)? ?(?P<month>{THAI_MONTH}) ?(?:พ\.ศ\.|ค\.ศ\.)? ?{YEAR}"
)
ENGLISH = re.compile(
    rf"\b(?P<weekday>{ENGLISH_WEEKDAY})\.?,? (?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:{DASH}(?:(?P<last_weekday>{ENGLISH_WEEKDAY}),? )?(?P<last>[0-9]{{1,2}})(?:st|nd|rd|th)?)?"
    rf"(?: of)? (?P<month>{ENGLISH_MONTH})\b\.?,? {YEAR}",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b(?P<weekday>{ENGLISH_WEEKDAY})\.?,? (?P<month>{ENGLISH_MONTH})\b\.? "
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {YEAR}",
    re.IGNORECASE,
)


def weekdays(draft: Draft) -> Iterator[Finding]:
    for (name, language), text in draft.words.items():
        for message in first_few(_misfits(to_arabic(text))):
            yield Finding(name, language, Kind.WEEKDAY, message)


def _misfits(text: str) -> Iterator[str]:
    for pattern in (THAI, ENGLISH, MONTH_FIRST):
        for match in islice(pattern.finditer(text), MOST_LOOKED_AT):
            found = match.groupdict()
            month = f"{found['month']} {found['year']}"
            for weekday, day in (
                (found["weekday"] or found.get("bare"), found["day"]),
                (found.get("last_weekday"), found.get("last")),
            ):
                if weekday and day and (message := _misfit(weekday, f"{day} {month}")):
                    yield message


def _misfit(weekday: str, date: str) -> str:
    """Why the weekday is not that of the date; empty where it is, or where no date is meant."""
    try:
        parse_date(date)
    except DateError:
        return ""
    try:
        parse_date(f"{weekday} {date}")
    except DateError as error:
        return str(error)
    return ""
