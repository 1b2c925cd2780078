"""What departments were asked to do: ขอให้, มอบหมาย, กำชับ, asked <offices> to …"""

import re
from dataclasses import dataclass, replace

from committees.reading.days import EN_MONTH, TH_MONTH, TH_YEAR, Days, last_day, read_days
from committees.reading.normal import PARAGRAPH, Span
from committees.reading.patterns import Begun
from committees.reading.register import DEPARTMENT, Mention

ASKED = re.compile(
    r"(?:ขอให้|มอบหมาย(?:ให้)?|กำชับ(?:ให้)?|สั่งการให้|เห็นควรให้|มอบ(?=สำนัก|ให้สำนัก|กอง))"
    r"|\b(?:asked|assigned|requested|instructed|tasked)\b",
    re.IGNORECASE,
)
ASKING = Begun(ASKED)
BETWEEN = re.compile(
    r"(?:หน่วยงาน(?:ที่รับผิดชอบ|ที่เกี่ยวข้อง)?|ได้แก่|คือ|ให้|และ|กับ|รวมทั้ง|ร่วมกับ|the|and|that|[\s,(:])*"
)
DUE = re.compile(
    r"(?:ภายใน|within|by|before) ?[^,;\n\u2029]{2,60}?(?=\s(?:และ|โดย|เพื่อ|and)|[,.;\n\u2029]|$)"
)
AGAIN = re.compile(
    r"(?:ต่อที่ประชุม(?:อีกครั้ง|ครั้ง)|ในการประชุมครั้ง(?:ต่อ|ถัด)ไป|at the next meeting|report back)"
)
WHOLE_MONTH = re.compile(
    rf"(?:สิ้น)?เดือน\s?(?P<month>{TH_MONTH})\s?{TH_YEAR.format('year')}"
    rf"|(?:end of |in |within |by )?(?P<en_month>{EN_MONTH}) (?P<en_year>[0-9]{{4}})",
    re.IGNORECASE,
)
STOPS = (PARAGRAPH, "ทั้งนี้", ". ")
LONGEST = 400
LONGEST_LINK = 80  # ให้หน่วยงานที่รับผิดชอบ ได้แก่


@dataclass(frozen=True)
class Asked:
    """What departments were asked to do; places are those of the plain text."""

    departments: tuple[Mention, ...]
    span: Span
    due: Span | None
    due_on: Days | None
    again: bool


def read_tasks(plain: str, mentions: list[Mention]) -> list[Asked]:
    """Every task that a text says some department was given."""
    offices = {one.span[0]: one for one in mentions if one.kind == DEPARTMENT}
    found: list[Asked] = []
    for match in ASKING.finditer(plain):
        if found and match.start() < found[-1].span[1]:
            continue
        named, at = _named(plain, match.end(), offices)
        end = _end(plain, at)
        begin = end - len(plain[at:end].lstrip())
        if named and begin < end:
            due = DUE.search(plain, begin, end)
            due_on = _day(plain, due.span()) if due else None
            again = bool(AGAIN.search(plain, begin, end))
            found.append(Asked(tuple(named), (begin, end), due and due.span(), due_on, again))
    return found


def _named(plain: str, at: int, offices: dict[int, Mention]) -> tuple[list[Mention], int]:
    """The departments named one after another, and where the last of them ends."""
    named: list[Mention] = []
    while office := offices.get(BETWEEN.match(plain, at, at + LONGEST_LINK).end()):
        named.append(office)
        at = office.span[1]
    return named, at


def _end(plain: str, at: int) -> int:
    """Where the task ends: with the sentence, or where another is given."""
    limit = min(len(plain), at + LONGEST)
    ends = [end for stop in STOPS if (end := plain.find(stop, at, limit)) >= 0]
    if other := ASKED.search(plain, at, limit):
        ends.append(other.start())
    return at + len(plain[at : min([limit, *ends])].rstrip())


def _day(plain: str, span: Span) -> Days | None:
    """The day it is due on, if one is stated: that of a month is its last."""
    words = plain[slice(*span)]
    for days in read_days(words):
        begin, end = days.span
        return replace(days, span=(span[0] + begin, span[0] + end))
    if not (match := WHOLE_MONTH.search(words)):
        return None
    kind = "month" if match["month"] else "en_month"
    last = last_day(match[kind], match["year" if match["month"] else "en_year"])
    return last and Days(last, last, (span[0] + match.start(), span[0] + match.end()))
