"""Which meeting a text is about: this one against those that are merely mentioned."""

import re
from collections import Counter

from committees.reading.normal import PARAGRAPH, Span
from committees.reading.numbers import MeetingNumber
from committees.reading.register import COMMITTEE, Mention

# ประธาน as a post (of a council, of advisers) is no chair of a meeting, nor is who opens a fair.
CHAIRED = re.compile(
    r"(?:ร่วม)?(?:ทำหน้าที่|นั่ง|เป็น)(?:เป็น)?(?:องค์)?ประธาน(?!ที่ปรึกษา|สภา|กรรมการ|คณะ|บริษัท|สมาคม|มูลนิธิ|อาเซียน|ฝ่าย)"
    r"(?!\s?(?:กล่าว)?(?:เปิด|ปิด|ใน|ใน\s?การ|การ)*\s?(?:พิธี|งาน|โครงการ|นิทรรศการ|กิจกรรม|อบรม|ฝึกอบรม|มอบ|แถลง|ลงนาม|ต้อนรับ|แข่งขัน|สัมมนา|เลี้ยง))"
    r"(?:ร่วม(?:กัน)?)?\s?(?:ใน|เปิด)?\s?(?:การ|ที่)?(?P<what>ประชุม)?"
    r"|ใน\s?ฐานะประธานการประชุม"
)
EN_CHAIRED = re.compile(
    r"\b(?:co-)?(?:chaired(?! by)|presid(?:ed|ing) over(?! by)|took the chair|to chair the meeting|(?:acted|served|serving|acting) as (?:the )?chair(?:man|person|woman)?\b(?! of (?!the meeting))"
    r"|in the chair|as (?:the )?chair(?:man|person) of the meeting)",
    re.IGNORECASE,
)
# In a roll of those present: the role at the end of the line.
CHAIR_OF_ROLL = re.compile(
    r"[ \t,–-]*ประธาน(?:กรรมการ|อนุกรรมการ|คณะทำงาน|การประชุม|ในที่ประชุม|ที่ประชุม)?\s?(?=[\n\u2029]|$|[0-9๐-๙]{1,2}\.)"
)
CHAIR_FOLLOWS = re.compile(
    r"ประธาน(?:ใน)?(?:การ|ที่)?ประชุม\s?(?:คือ|ได้แก่|:|\()\s?|\b(?:chaired by|presided over by|chairmanship of|chair of the meeting:|chaired jointly by|co-chaired by|chair(?:man|person)?:)\s?(?:the )?",
    re.IGNORECASE,
)
HELD = re.compile(
    r"(?:เข้าร่วม|ร่วม|จัด|จัดให้มี|สรุป|สรุปผล|รายงาน|ผล|เปิด)(?:ใน)?(?:การ)?ประชุม(?=คณะ|หารือ|หัวหน้า|ผู้บริหาร|เตรียม|\S)"
    r"|\b(?:the |held (?:a |its )?)?(?:[\w-]+ )?meeting (?:was|of the|on)\b|\bheld (?:a|its|the) [\w ]{0,40}meeting",
    re.IGNORECASE,
)
REFERRED = re.compile(
    r"รับรองรายงานการประชุม|สืบเนื่อง|ผลของการประชุม|จากผลการประชุม|จากการประชุม|มติ(?:ของ)?(?:ที่|การ)?ประชุม|มติคณะ|ตามที่|ครั้ง(?:ก่อน|ที่แล้ว|ที่ผ่านมา|ต่อไป|ถัดไป|หน้า)|เมื่อคราว|ในคราว"
    r"|เตรียม(?:การ|ความพร้อม)?(?:สำหรับ|ใน|ของ)?(?:การ)?(?:จัด|เข้าร่วม|เป็นเจ้าภาพ|การประชุม)|กำหนด(?:จัด|การ)|จะ(?:จัด|มี|เป็น|เข้าร่วม|นำ|เสนอ)|เจ้าภาพ|ต่อจาก|อ้างถึง|ให้จัด"
    r"|\b(?:minutes of|previous|last meeting|next meeting|the next|following (?:up|the)|as agreed at|outcomes? of|results? of|prepar\w+ (?:for|of)|resolutions? of|will (?:be|host|hold)|to be held|decision of|decided at|hosted)\b",
    re.IGNORECASE,
)
BODY = re.compile(r"คณะ(?:อนุ)?กรรมการ|คณะทำงาน|คณะกรรมาธิการ")
BODY_ENDS = re.compile(
    r"ครั้ง\s?ที่|ครั้งแรก|เมื่อ|โดย|\sณ\s|\sวัน|ซึ่ง|\s(?:พร้อม|เพื่อ|นาย|นาง|ได้|ที่ประชุม|ประจำ|โดย|มี|ร่วม|เวลา|ใน)|[\"“”():\n"
    + PARAGRAPH
    + "]"
)
EN_BODY = re.compile(
    r"(?:[A-Z][\w-]*(?:,? (?:and |of |on |for |the )*)){0,8}(?:Sub-?[Cc]ommittee|Committee|Working Group|Task Force|Commission)\b"
    r"(?: (?:on|for|of)(?: the)?(?:,? (?:and |of |for |the |with |to |in |with the |of the )*[A-Z][\w-]*)+)?"
)
EVENT = re.compile(
    r"(?:^|\s)(?:(?:เข้า)?ร่วม|จัด|เปิด|สมัคร|เยาวชนเข้าร่วม)?(?:เทศกาล|มหกรรม|นิทรรศการ|การแข่งขัน|โครงการ|พิธี|งาน)\S*\s?$"
)


class Meetings:
    """The numbers, chairs and bodies of a text, and the number that is this meeting's."""

    def __init__(self, plain: str, numbers: list[MeetingNumber], mentions: list[Mention]):
        self.plain = plain
        self.chaired = [*CHAIRED.finditer(plain), *EN_CHAIRED.finditer(plain)]
        self.chair_follows = list(CHAIR_FOLLOWS.finditer(plain))
        self.numbers = [one for one in numbers if self._of_a_meeting(one)]
        self.scores = [self._score(one) for one in self.numbers]
        counted = Counter((one.number, one.be_year) for one in self.numbers)
        ranked = sorted(
            (-(score + counted[one.number, one.be_year]), one.span, one)
            for one, score in zip(self.numbers, self.scores, strict=True)
        )
        best = ranked[0] if ranked else None
        self.main = best[2] if best and best[0] < 0 else None
        self.committees = [one for one in mentions if one.kind == COMMITTEE]

    def _clause(self, at: int, size: int = 160) -> str:
        begin = max(0, at - size, self.plain.rfind(PARAGRAPH, 0, at) + 1)
        return self.plain[begin:at]

    def _of_a_meeting(self, one: MeetingNumber) -> bool:
        before = self._clause(one.span[0], 260)
        around = before.replace("ห้องประชุม", "").replace("ที่ประชุมได้", "")
        thai = before.rstrip().endswith("ที่")
        word = re.sub(r"ครั้ง\s?ที่\s?$", "", before)
        if not thai:
            return True
        return "ประชุม" in around and not EVENT.search(word)

    def _score(self, one: MeetingNumber) -> int:
        clause = self._clause(one.span[0], 150)
        cut = max((match.end() for match in re.finditer(r"ครั้ง\s?ที่\s?[0-9/]+", clause)), default=0)
        score = 2 * (one.be_year is not None)
        # Words inside the name of the body (คณะกรรมการเตรียมการจัด…) refer to nothing.
        named = clause.rfind("ประชุมคณะ", cut)
        if REFERRED.search(clause, cut, named + len("ประชุม") if named >= 0 else len(clause)):
            score -= 8
        begin, end = self.paragraph(one.span[0])
        score += 4 * any(
            begin <= match.start() < end for match in (*self.chaired, *self.chair_follows)
        )
        return score

    def paragraph(self, at: int) -> Span:
        end = self.plain.find(PARAGRAPH, at)
        return self.plain.rfind(PARAGRAPH, 0, at) + 1, end if end >= 0 else len(self.plain)

    def is_this(self, one: MeetingNumber) -> bool:
        return self.main is not None and (one.number, one.be_year) == (
            self.main.number,
            self.main.be_year,
        )

    def belongs(self, at: int) -> bool:
        """Whether what stands there is said of this meeting and not of one mentioned before it."""
        begin, _end = self.paragraph(at)
        before = [one for one in self.numbers if begin <= one.span[0] < at]
        return not before or self.is_this(before[-1]) or self.main is None

    @property
    def is_meeting(self) -> bool:
        if self.main or any(match.groupdict().get("what") for match in self.chaired):
            return True
        if self.chair_follows or any(not match[0][0] > "z" for match in self.chaired):
            return "eeting" in self.plain or "ประชุม" in self.plain
        told = self.plain.replace("ห้องประชุม", "").replace("ที่ประชุม", "").replace("ศูนย์ประชุม", "")
        if self.chaired and "การประชุม" in told:
            return True
        return bool(HELD.search(told)) and bool(self.committee())

    def committee(self) -> Span | None:
        """The body that met: the one whose number is this meeting's, else the one chaired."""
        anchors = [one.span[0] for one in self.numbers if self.is_this(one)]
        anchors.sort(key=lambda at: at != self.main.span[0])
        for at in anchors:
            clause_begin = at - len(self._clause(at, 320))
            if span := self._body_before(clause_begin, at):
                return span
        for match in (*self.chaired, *HELD.finditer(self.plain)):
            begin, end = self.paragraph(match.start())
            if span := self._body_after(match.end(), min(end, match.end() + 330)):
                return span
        return self._english_body(anchors)

    def _body_before(self, begin: int, at: int) -> Span | None:
        known = [one.span for one in self.committees if begin <= one.span[0] < at]
        if known and "ครั้ง" in self.plain[known[-1][1] : at] and at - known[-1][1] < 60:
            return known[-1]
        met = self.plain.rfind("ประชุมคณะ", begin, at)
        if met >= 0:
            return self._body_after(met + len("ประชุม"), at)
        # คณะกรรมการ… ประชุมครั้งที่ 1/2563
        if known and at - known[-1][1] < 80:
            return known[-1]
        return None

    def _body_after(self, at: int, limit: int) -> Span | None:
        for one in self.committees:
            if at <= one.span[0] <= at + 4:
                return one.span
        begin = at + (self.plain[at : at + 1] == " ")
        if match := BODY.match(self.plain, begin, limit):
            stop = BODY_ENDS.search(self.plain, match.end(), limit)
            end = stop.start() if stop else limit
            while self.plain[end - 1].isspace():
                end -= 1
            return (begin, end) if end - begin < 320 else None
        return None

    def _english_body(self, anchors: list[int]) -> Span | None:
        if not ("ommittee" in self.plain or "Group" in self.plain or "Force" in self.plain):
            return None
        near = anchors or [match.start() for match in (*self.chaired, *self.chair_follows)] or [0]
        for at in near:
            begin, end = self.paragraph(at)
            for one in self.committees:
                if begin <= one.span[0] < end and self.plain[one.span[0]].isascii():
                    return one.span
            if match := EN_BODY.search(self.plain, max(begin, at - 300), min(end, at + 400)):
                skip = len(match[0]) - len(re.sub(r"^(?:The |On |Meeting of the )+", "", match[0]))
                return match.start() + skip, match.end()
        return None
