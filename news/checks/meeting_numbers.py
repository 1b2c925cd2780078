"""The number of a meeting, ครั้งที่ 1/2563, that is another one in the text than in the title."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from iad.thai.dates import BUDDHIST_ERA
from iad.thai.digits import to_arabic
from iad.thai.typed_dates import FIRST_BUDDHIST
from news.checks.finding import Draft, Finding, Kind

NUMBER = re.compile(
    r"(?:ครั้งที่|\bNo\.?|\bnumber|\bmeeting) ?([0-9]{1,3}) ?/ ?([0-9]{4}|[0-9]{2})(?![0-9/])",
    re.IGNORECASE,
)


def meeting_numbers(draft: Draft) -> Iterator[Finding]:
    for (name, language), text in draft.words.items():
        if name == "title":
            continue
        titled = _numbers(draft.words.get(("title", language), ""))
        told = _numbers(text)
        # The text may name earlier meetings beside the title's, never only others.
        if titled and told and not titled.keys() & told.keys():
            message = _("The title says meeting %(title)s, the text %(text)s.")
            numbers = {"title": next(iter(titled.values())), "text": next(iter(told.values()))}
            yield Finding(name, language, Kind.NUMBER, message % numbers)


def _numbers(text: str) -> dict[tuple[int, int], str]:
    """(number, Buddhist year) of each meeting, with how it is written."""
    found = {}
    for number, year in NUMBER.findall(to_arabic(text)):
        found.setdefault((int(number), _be_year(year)), f"{number}/{year}")
    return found


def _be_year(year: str) -> int:
    if len(year) == 2:
        return 2500 + int(year)
    return int(year) if int(year) >= FIRST_BUDDHIST else int(year) + BUDDHIST_ERA
