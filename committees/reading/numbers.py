"""The number of a meeting and the year that stands with it: ครั้งที่ 1/2563, Meeting No. 3/2020."""

import re
from dataclasses import dataclass

from committees.reading.normal import Span

BUDDHIST_ERA = 543
FIRST_YEARS = range(1932, 2101)  # constitutional government on; C.E.
ORDINALS = {
    word: str(at)
    for at, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        1,
    )
}
YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"
THAI = re.compile(
    r"(?<!ๆ)ครั้ง\s?ที่\s?(?P<number>[0-9]{1,3})(?![0-9.,])"
    rf"(?:\s?[/∕]\s?{YEAR}|\s?(?:ประจำ)?\s?ปี\s?(?:งบประมาณ\s?)?(?:พ\.\s?ศ\.\s?)?(?P<of>[0-9]{{4}})(?![0-9]))?"
)
ENGLISH = re.compile(
    r"\b(?:meeting|session)\s(?:no\.?|number|#)?\s?(?P<number>[0-9]{1,3})(?![0-9.:]|st|nd|rd|th)"
    rf"(?:\s?/\s?{YEAR})?(?!\s?(?:"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|people|hrs|hours|minutes|days|a\.m|p\.m))"
    r"|(?<![0-9/])(?P<slashed>[0-9]{1,3})/(?P<slashed_year>[0-9]{4})\s(?=meeting|session)"
    r"|\((?P<bracketed>[0-9]{1,3})/(?P<bracketed_year>[0-9]{4})\)"
    r"|\bno\.\s?(?P<numbered>[0-9]{1,3})\s?/\s?(?P<numbered_year>[0-9]{4})(?![0-9])"
    r"|\b(?P<ordinal>[0-9]{1,3}(?:st|nd|rd|th)|" + "|".join(ORDINALS) + r")\s"
    r"(?:(?!meeting)[A-Za-z-]{1,20}\s){0,4}?(?:meeting|session)\b"
    r"(?:\s(?:of|in|for)\s(?:the\syear\s)?(?:b\.e\.\s)?(?P<ordinal_year>[0-9]{4})(?![0-9]))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class MeetingNumber:
    number: str
    be_year: int | None
    span: Span
    year_span: Span | None = None


def buddhist(year: str) -> int | None:
    """2563 of 2563, 2020 and 63; None where it is no year of a meeting."""
    value = int(year)
    if len(year) == 2:
        value += 2500
    if value - BUDDHIST_ERA in FIRST_YEARS:
        return value
    return value + BUDDHIST_ERA if value in FIRST_YEARS else None


def read_numbers(plain: str) -> list[MeetingNumber]:
    found = []
    for match in THAI.finditer(plain):
        year = "year" if match["year"] else "of" if match["of"] else None
        found.append(_number(match, "number", year))
    if "eeting" in plain or "EETING" in plain or "ession" in plain or "No." in plain:
        for match in ENGLISH.finditer(plain):
            for name, year in (
                ("number", "year"),
                ("numbered", "numbered_year"),
                ("slashed", "slashed_year"),
                ("bracketed", "bracketed_year"),
                ("ordinal", "ordinal_year"),
            ):
                if match[name]:
                    found.append(_number(match, name, year if match[year] else None))
    return sorted(filter(None, found), key=lambda one: one.span)


def _number(match: re.Match, name: str, year: str | None) -> MeetingNumber | None:
    word = match[name].lower()
    number = ORDINALS.get(word) or str(int(re.match("[0-9]+", word)[0]))
    be_year = buddhist(match[year]) if year else None
    if number == "0" or (year and be_year is None):
        return None
    return MeetingNumber(number, be_year, match.span(name), match.span(year) if year else None)
