"""What departments were asked to do: ขอให้, มอบหมาย, กำชับ, asked <offices> to …"""

import re
from dataclasses import dataclass

from committees.reading.normal import PARAGRAPH, Span
from committees.reading.register import DEPARTMENT, Mention

ASKED = re.compile(
    r"(?:ขอให้|มอบหมาย(?:ให้)?|กำชับ(?:ให้)?|สั่งการให้|เห็นควรให้|มอบ(?=สำนัก|ให้สำนัก|กอง))"
    r"|\b(?:asked|assigned|requested|instructed|tasked)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"(?:หน่วยงาน(?:ที่รับผิดชอบ|ที่เกี่ยวข้อง)?|ได้แก่|คือ|ให้|และ|กับ|รวมทั้ง|ร่วมกับ|the|and|that|[\s,(:])*"
)
DUE = re.compile(
    r"(?:ภายใน|within|by|before) ?[^,;\n\u2029]{2,60}?(?=\s(?:และ|โดย|เพื่อ|and)|[,.;\n\u2029]|$)"
)
AGAIN = re.compile(
    r"(?:ต่อที่ประชุม(?:อีกครั้ง|ครั้ง)|ในการประชุมครั้ง(?:ต่อ|ถัด)ไป|at the next meeting|report back)"
)
LONGEST = 400


@dataclass(frozen=True)
class Asked:
    departments: tuple[Mention, ...]
    span: Span
    due: Span | None
    again: bool


def read_tasks(plain: str, mentions: list[Mention]) -> list[Asked]:
    offices = {one.span[0]: one for one in mentions if one.kind == DEPARTMENT}
    found: list[Asked] = []
    for match in ASKED.finditer(plain):
        if found and match.start() < found[-1].span[1]:
            continue
        at, named = match.end(), []
        while (office := offices.get(BETWEEN.match(plain, at, at + 80).end())) is not None:
            named.append(office)
            at = office.span[1]
        if not named:
            continue
        limit = min(len(plain), at + LONGEST)
        ends = [
            end for stop in (PARAGRAPH, "ทั้งนี้", ". ") if (end := plain.find(stop, at, limit)) > 0
        ]
        again = ASKED.search(plain, at, limit)
        end = min([limit, *ends, *([again.start()] if again else [])])
        while end > at and plain[end - 1].isspace():
            end -= 1
        begin = at + (len(plain[at:end]) - len(plain[at:end].lstrip()))
        if begin < end:
            due = DUE.search(plain, begin, end)
            found.append(
                Asked(
                    tuple(named),
                    (begin, end),
                    due and due.span(),
                    bool(AGAIN.search(plain, begin, end)),
                )
            )
    return found
