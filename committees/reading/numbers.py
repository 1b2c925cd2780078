"""The number of a meeting and the year that stands with it: ครั้งที่ 1/2563, Meeting No. 3/2020."""

import re
from dataclasses import dataclass

from committees.reading.normal import Span
from committees.reading.patterns import Sought, first_letters, lowered

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
    r"(?:ค(?<!ๆค)รั้ง|น(?<!ๆน)ัด)\s?ที่\s?(?P<number>[0-9]{1,3})(?![0-9.,])"
    rf"(?:\s?[/∕-]\s?{YEAR}|\)?\s?(?:ประจำ)?\s?(?:ปี|พ\.\s?ศ\.)\s?(?:งบประมาณ\s?)?(?:พ\.\s?ศ\.\s?|พุทธศักราช\s?)?(?P<of>[0-9]{{4}})(?![0-9]))?"
)
ORDINAL = r"[0-9]{1,3}(?:st|nd|rd|th)|" + "|".join(ORDINALS)
IN_A_YEAR = r"(?:\s(?:of|in|for)\s(?:the\s(?:year|fiscal year)\s)?(?:b\.?e\.?\s)?(?P<{0}>[0-9]{{4}})(?![0-9]))?"
ENGLISH = re.compile(
    r"(?=[(0-9a-z])(?:\b(?:meeting|session)\s(?:no\.?|number|#)?\s?(?P<number>[0-9]{1,3})(?![0-9.:]|st|nd|rd|th)"
    rf"(?:\s?/\s?{YEAR})?(?!\s?(?:"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|people|hrs|hours|minutes|days|a\.m|p\.m))"
    r"|(?<![0-9/])(?P<slashed>[0-9]{1,3})/(?P<slashed_year>[0-9]{4})\s(?=(?:[a-z]+\s)?(?:meeting|session))"
    r"|\((?P<bracketed>[0-9]{1,3})/(?P<bracketed_year>[0-9]{4})\)"
    rf"|\b(?:met|convened|sat) for the (?P<time>{ORDINAL}) time\b"
    r"|\bno\.\s?(?P<numbered>[0-9]{1,3})\s?/\s?(?P<numbered_year>[0-9]{4})(?![0-9])"
    rf"|\b(?P<ordinal>{ORDINAL})\)?\s"
    r"(?!time\s|secretar|deputy|vice\s|plenary|parallel)(?:(?!meeting|session|attended|joined)[a-z–-]{1,20}\s){0,10}?(?:meeting|session|round(?=\sof\sthe\s))\b(?!\sroom)"
    + IN_A_YEAR.format("ordinal_year")
    + ")",
)
ENGLISH_NUMBERS = Sought(
    first_letters(
        [
            "meeting",
            "session",
            "met for",
            "convened for",
            "sat for",
            "no.",
            "(",
            *"0123456789",
            *ORDINALS,
        ]
    ),
    ENGLISH,
)
ENGLISH_WORDS = re.compile(r"meeting|session|no\.| time\b| round\b")
WHICH = (
    ("number", "year"),
    ("time", "no_year"),
    ("numbered", "numbered_year"),
    ("slashed", "slashed_year"),
    ("bracketed", "bracketed_year"),
    ("ordinal", "ordinal_year"),
)


@dataclass(frozen=True)
class MeetingNumber:
    """The number of a meeting; ``start`` is where the words begin that it stands in."""

    number: str
    be_year: int | None
    span: Span
    start: int
    year_span: Span | None = None
    thai: bool = True


def buddhist(year: str) -> int | None:
    """2563 of 2563, 2020 and 63; None where it is no year of a meeting."""
    value = int(year)
    if len(year) == 2:
        value += 2500
    if value - BUDDHIST_ERA in FIRST_YEARS:
        return value
    return value + BUDDHIST_ERA if value in FIRST_YEARS else None


def read_numbers(plain: str) -> list[MeetingNumber]:
    """Every number of a meeting in the order of the text."""
    found = []
    for match in THAI.finditer(plain):
        year = "year" if match["year"] else "of" if match["of"] else None
        found.append(_number(match, "number", year, thai=True))
    lower = lowered(plain)
    if ENGLISH_WORDS.search(lower):
        for match in ENGLISH_NUMBERS.finditer(lower):
            name, year = next(pair for pair in WHICH if match[pair[0]])
            year = year if match.groupdict().get(year) else None
            found.append(_number(match, name, year, thai=False))
    return sorted(filter(None, found), key=lambda one: one.span)


def _number(match: re.Match, name: str, year: str | None, *, thai: bool) -> MeetingNumber | None:
    word = match[name]
    number = ORDINALS.get(word) or str(int(re.match("[0-9]+", word)[0]))
    be_year = buddhist(match[year]) if year else None
    if number == "0" or (year and be_year is None):
        return None
    place = match.span(year) if year else None
    return MeetingNumber(number, be_year, match.span(name), match.start(), place, thai)
