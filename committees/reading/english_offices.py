"""The offices said to be present in an English text: the items of its lists that are no people.

After representatives of any name is an office, also a city; elsewhere in a list one is known by
its words (Department, League), by its capitals (UNESCO) or because the register holds it.
"""

import re
from bisect import bisect_right

from committees.reading.english import OFFICE_HEAD, SMALL_HEAD
from committees.reading.english_lists import DELEGATES, PEOPLE, Listed, read_lists
from committees.reading.english_posts import MONTH, WEEKDAY
from committees.reading.english_roll import EnglishRoll
from committees.reading.normal import Span
from committees.reading.offices import Office
from committees.reading.page import Page
from committees.reading.register import COMMITTEE, DEPARTMENT

HEADS = rf"(?:{OFFICE_HEAD}|League|Directorate|Government|Guild|Fund|Registry|Command|Airport|Airways|Airlines|Hotels?|Station|Archives?|Library|Cooperative|Confederation|Congress|Initiative|Laborator(?:y|ies)|Observatory|Operators?|Nations|Court|Parliament|Senate|Assembly|Directorates?|Residents|Volunteers|Inspectorate|Registrar|Treasury|Cabinet|Works|Services|Cross|Sisters|Brothers|Syndicate|Chambers|Studio|Press|Line|Lines|Market|Zoo|Theatre|Orchestra|Temple|Mosque|Church|Diocese|Governorate|Prefectural|Authorities|Bar|Lab|GmbH|Plc)"
HEAD = re.compile(rf"\b{HEADS}(?!\w)")
# One office named by what it is, and then by what it is for.
OF = re.compile(
    r"(?:Ministry|Department|Bureau|Office|Division|Faculty|School|Institute|College|Agency|Commission|Directorate|Centre|Center|Council|Board|Secretariat|Chamber|Association|Federation|Section|Committee|Academy|Society) (?:of|for|on) "
)
CAPITAL = r"(?:[A-ZÀ-Þ0-9](?:[\w&'’/.-]*[\w])?(?:(?<=s)['’](?= ))?)"
COMPANY = r"(?:,? (?:Co\.?, ?Ltd\.?|Ltd\.?|Inc\.|PLC|Plc|[BN]\.V\.|S\.A\.|GmbH|Pte\.? Ltd\.?|Public Company Limited)| \([A-Z][\w-]*\)(?= (?:of|Co|Ltd|Public)))"
LINK = r"(?:of|for|the|in|to|on|de|la|du|von|van|against|with|at)"
RUN = re.compile(rf"{CAPITAL}(?:{COMPANY}|(?: {LINK})* {CAPITAL}| & {CAPITAL})*")
ITEMS = re.compile(
    rf"{CAPITAL}(?:, {CAPITAL}){{1,3}},? (?:and|&) {CAPITAL} (?:Department|Division|Office|Section|Bureau|Ministry|Commission|Board|Authority|Agency)\b"
)
AND = re.compile(rf" (?:and|&) (?P<more>{RUN.pattern})")
SHORT_OFFICE = re.compile(
    r"[\w'’-]+ (?:Department|Division|Office|Section|Bureau|Ministry|Board|Authority|Agency|Commission|Council|Institute|Foundation|Association|Centre|Center|Organi[sz]ation)\b"
)
NO_OFFICE = re.compile(
    rf"(?:On|At|In|By|From|Mr|Mrs|Ms|Dr|Miss|H\.E|Meeting|Committee|Sub-[Cc]ommittee|Working|Room|Bangkok$|BMA$|[0-9]+(?:st|nd|rd|th)?|Deputy|Director\w*|Chief|Assistant|Acting|Head|Governors?|Heads|Thai$|{MONTH}\b|{WEEKDAY}|{PEOPLE}\b|The$|Also|Both|Members|Steering|Task Force|Panel|Board$|Council$|Forum$|Network$|Secretariat$|Present|Absent|Chair|[Cc]hair\w*|Secretar\w+ |Minutes|Agenda|Among|After|Before|When|While|Following|During|Apologies|Zoom|Microsoft|Google|Cisco|Online|Time|Date|Place|Venue|It|They|He|She|We|[A-Z]$|All|Each|Other|No|Party|Parties|Side)(?![\w-])"
)
ACRONYM = re.compile(r"[A-Z][A-Z-]{2,9}$")
ABBREVIATED = re.compile(r" \([A-Z][A-Z-]{1,9}\)")
PLACED = re.compile(r"\b(?:in|at|near|on|to|since|until|via|through|behind|beside)(?: the)? $")


def read_english_offices(page: Page, roll: EnglishRoll, taken: list[Span]) -> list[Office]:
    """The offices that came, but for those in a venue or the body itself (``taken``), each once."""
    found: dict[str, Office] = {}
    reading = _Reading(page, roll, taken)
    for zone in read_lists(roll):
        for span in reading.items(zone):
            office = reading.office(span)
            found.setdefault(office.known or "".join(office.value.split()).lower(), office)
    return sorted(found.values(), key=lambda one: one.span)


class _Reading:
    """One reading of the offices in the lists of a text."""

    def __init__(self, page: Page, roll: EnglishRoll, taken: list[Span]):
        self.page, self.text = page, roll.text
        people = [(one.start, one.end) for one in roll.people]
        bodies = [one.span for one in page.mentions if one.kind == COMMITTEE]
        self.people = {span[0] for span in people}
        self.taken = sorted({*people, *taken, *bodies})
        self.starts = [span[0] for span in self.taken]

    def office(self, span: Span) -> Office:
        known = self.page.known(span[0], DEPARTMENT)
        if known and known.span == span:
            return Office(known.value, span, known.entry.name)
        return Office(" ".join(self.text[slice(*span)].split()), span, None)

    def items(self, zone: Listed):
        """Each item of a list that is an office."""
        at, marked = zone.begin, False
        while at < zone.end:
            marked = marked or at in zone.marks
            if taken := self._taken(at):
                marked = marked and taken[0] not in self.people
                at = taken[1]
                continue
            if sent := DELEGATES.match(self.text, at, zone.end):
                at = sent.end()
                continue
            span = self._item(at, zone.end)
            if not span:
                at += 1
                continue
            if self._is_office(span, marked=marked):
                yield span
            marked = marked or any(at < mark <= span[1] for mark in zone.marks)
            at = span[1]

    def _taken(self, at: int) -> Span | None:
        index = bisect_right(self.starts, at) - 1
        return self.taken[index] if index >= 0 and self.taken[index][1] > at else None

    def _limit(self, at: int, end: int) -> int:
        index = bisect_right(self.starts, at)
        return min(end, self.starts[index]) if index < len(self.starts) else end

    def _item(self, at: int, end: int) -> Span | None:
        if self.text[at - 1 : at].isalnum():
            return None
        limit = self._limit(at, end)
        begin = at + 4 if self.text.startswith("The ", at) else at
        known = self.page.known(begin, DEPARTMENT)
        match = ITEMS.match(self.text, begin, limit) or RUN.match(self.text, begin, limit)
        if not match and not known:
            return None
        stop = max(match.end() if match else 0, known.span[1] if known else 0)
        while more := AND.match(self.text, stop, limit):
            if not self._is_one(begin, stop, more):
                break
            stop = more.end()
        if small := SMALL_HEAD.match(self.text, stop, limit):
            stop = small.end()
        if bracket := ABBREVIATED.match(self.text, stop, limit):
            stop = bracket.end()
        return begin, stop

    def _is_one(self, begin: int, stop: int, more: re.Match) -> bool:
        """Digital Economy and Society is one office; Housing and Development Board, too."""
        words, other = self.text[begin:stop], more["more"]
        if self.page.known(more.start("more"), DEPARTMENT) or ACRONYM.fullmatch(other):
            return False
        if OF.match(words):
            return not HEAD.search(other) and " and " not in words
        # the Convention and Exhibition Bureau: another office would have its own article.
        whole = " " not in words or self.text.endswith("the ", 0, begin)
        return not HEAD.search(words) and whole and bool(SHORT_OFFICE.match(other))

    def _is_office(self, span: Span, *, marked: bool) -> bool:
        words = self.text[slice(*span)]
        if (
            NO_OFFICE.match(words)
            or self.text.startswith((" side", "-"), span[1])
            or len(words) < 3
        ):
            return False
        if PLACED.search(self.text, max(0, span[0] - 14), span[0]):
            return False
        known = self.page.known(span[0], DEPARTMENT)
        return bool(marked or known or HEAD.search(words) or ACRONYM.fullmatch(words))
