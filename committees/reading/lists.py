"""The stretches of a text that list who was present, or who was absent."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import islice, pairwise

from committees.reading.cues import Cue, Row
from committees.reading.meetings import HELD
from committees.reading.normal import PARAGRAPH, Span
from committees.reading.presence import delegates_came

HEADING = re.compile(rf"[^\n{PARAGRAPH}]{{0,40}}[\n{PARAGRAPH}]")
# มติ : …, the next field of a note.
FIELD_LINE = re.compile(
    r"[\n\u2029][-•* ]*(?:สรุป(?=คือ|ว่า)|ผลการประชุม(?=\s)|(?=มติ|เรื่อง|หมายเหตุ|สถานที่|วัน|เวลา|วาระ|ประเด็น|สรุป|ผล|สาระ|ประธาน)[^\n:]{0,30}\s?:)"
)
HEADING_ENDS = re.compile(r"\s?[:\n\u2029]")
NUMBERED = re.compile(r"(?:[0-9]{1,2}\s?[.)]|[-•–*])\s?")
# Words of a cue that say by themselves that a meeting was attended.
TOLD = re.compile("^(?:as|so) |ประชุม|^ที่|^ฝ่าย|ttend|articipa|resent|side ")
# What delegates do ends the row of those that they come from.
SAYS = re.compile(
    r"แจ้ง(?=ว่า|ที่|ต่อ|ให้|ความ)|เสนอ(?=ว่า|ให้|แนะ|ต่อ)|กล่าว|รายงาน(?=ว่า|ต่อ|ผล|ความ)|ชี้แจง|เห็น(?=ว่า|ควร|ชอบ|ด้วย|พ้อง)|ขอ(?=ให้|ความ|รับ)|ยืนยัน|ให้(?=ข้อ|ความ)"
    r"|ระบุ|ตั้งข้อ|สอบถาม|ซึ่ง|เพื่อ|ที่ประชุม|ทั้งนี้|(?<=\s)(?:ได้|จะ|สถานที่|เรื่อง|วาระ|วัน)|[\n\u2029]"
)
ORGANISED = re.compile(r"\s?[ก-๎]{4,60}?\s?(?:ได้|จึง)?(?:ร่วมกัน)?จัด(?:ให้มี)?(?:การ)?ประชุม")
ASKED = re.compile(r"(?:มอบหมาย|ขอ|กำชับ|สั่งการ|เห็นควร|มีมติ)(?:ให้)[^\n\u2029]{0,80}$")
LONGEST = 6000
NAMED_AT_ONCE = 6  # letters between the beginning of a line and a name in it: "12) "


@dataclass
class Stretch:
    """A list: ``told`` where its words say that they came to a meeting."""

    begin: int
    end: int
    kind: str
    told: bool
    cue_start: int = -1  # where the words begin that begin the list
    delegates: list[Span] = field(default_factory=list)  # ผู้แทนจาก: only offices follow
    away: bool = False  # the words after it say that they did not come


class Lists:
    """The lists of one text."""

    def __init__(self, row: Row):
        self.row, self.plain, self.meetings = row, row.plain, row.meetings
        self.starts = [one.start for one in row.people]
        self.stretches = sorted(self._read(), key=lambda one: one.begin)
        for one, following in reversed(list(pairwise(self.stretches))):
            # นำคณะผู้บริหาร ประกอบด้วย …เข้าร่วมประชุม: the verb is said of both.
            if one.end == following.cue_start:
                one.told = one.told or following.told
        self.begins = [one.begin for one in self.stretches]

    def of(self, at: int) -> Stretch | None:
        """The list in which the place stands."""
        index = bisect_right(self.begins, at) - 1
        found = self.stretches[index] if index >= 0 else None
        return found if found and at < found.end else None

    def of_this(self, came: list[int]) -> list[Stretch]:
        """The lists of who came to this meeting; ``came`` is where those stand who did."""
        found = []
        for one in self.stretches:
            if self.is_of_this(one) or self._names_one(one, came):
                found.append(one)
            elif one.kind != "absent_are" and self.meetings.belongs(one.begin):
                found += self._delegates(one)
        return found

    def _names_one(self, one: Stretch, came: list[int]) -> bool:
        """Whether it names somebody who came."""
        index = bisect_left(came, one.begin)
        return one.kind == "lists" and index < len(came) and came[index] < one.end

    def _delegates(self, one: Stretch) -> list[Stretch]:
        """Delegates of whom nothing says that they came, nor that they did not."""
        return [
            Stretch(
                begin, self._verb(end, one.end), "delegate", told=True, delegates=[(begin, end)]
            )
            for begin, end in one.delegates
            if not one.away and delegates_came(self.plain, self.meetings, begin, one.end)
        ]

    def _verb(self, at: int, limit: int) -> int:
        match = SAYS.search(self.plain, at, limit)
        return match.start() if match else limit

    def is_of_this(self, one: Stretch) -> bool:
        """Whether the list says who came to this meeting."""
        if one.kind == "absent_are" or not self.meetings.belongs(one.begin):
            return False
        if one.told or one.kind == "delegate":
            return one.told
        begin, end = self.meetings.paragraph(one.begin)
        anchors = [*(act.span[0] for act in self.meetings.chairs), *self.meetings.this]
        if any(begin <= at < end for at in anchors):
            return True
        return bool(HELD.search(self.plain, begin, min(end, begin + LONGEST)))

    def _read(self) -> list[Stretch]:
        found: list[Stretch] = []
        for index, cue in enumerate(self.row.cues):
            if cue.kind == "sent":
                found.append(self._senders(cue))
            elif cue.kind == "delegate" and found and found[-1].begin <= cue.start < found[-1].end:
                found[-1].delegates.append((cue.start, cue.end))
            elif cue.kind in {"lists", "absent_are", "delegate"}:
                found.append(self._list(cue, index))
                if cue.kind == "delegate" or cue.words.startswith("ที่"):
                    found[-1].delegates.append((cue.start, cue.end))
        return [one for one in found if one.end > one.begin]

    def _senders(self, cue: Cue) -> Stretch:
        """กรมอนามัยได้ส่งผู้แทนเข้าร่วม: the offices before the verb."""
        before = self.row.next(cue, -1)
        begin = max(self.meetings.sentence(cue.start)[0], before.end if before else 0)
        return Stretch(begin, cue.start, "sent", told=True, delegates=[(begin, begin)])

    def _list(self, cue: Cue, index: int) -> Stretch:
        is_roll = cue.kind != "delegate" and self._is_heading(cue)
        limit = min(len(self.plain), cue.end + LONGEST)
        end = self._roll_end(cue.end, limit) if is_roll else self._paragraph_end(cue.end, limit)
        if field := FIELD_LINE.search(self.plain, cue.end, end):
            end = field.start()
        if cue.words.startswith("ร่วมกับ") and self._is_of_a_task(cue, end):
            end = cue.end
        found = Stretch(cue.end, end, cue.kind, is_roll or bool(TOLD.search(cue.words)), cue.start)
        for other in islice(self.row.cues, index + 1, None):
            if other.start >= end:
                break
            if self._ends(other, cue, is_roll=is_roll):
                found.end = other.start
                # Delegates who speak in a meeting are there.
                spoke = other.kind == "speaks" and cue.kind == "delegate"
                found.told = found.told or other.kind == "attends" or spoke
                found.away = other.kind == "absent"
                break
        return found

    def _is_of_a_task(self, cue: Cue, end: int) -> bool:
        """Who holds a meeting or is asked to work together with others is not said to be there."""
        begin = self.meetings.sentence(cue.start)[0]
        return bool(
            ORGANISED.match(self.plain, cue.end, end) or ASKED.search(self.plain, begin, cue.start)
        )

    def _ends(self, other: Cue, cue: Cue, *, is_roll: bool) -> bool:
        """Whether the list that ``cue`` begins is over at the other cue."""
        if other.kind in {"lists", "absent_are", "chair_is"}:
            return True
        if other.kind == "delegates":
            return self.row.person_after(other) is None
        if other.kind in {"absent", "speaks"}:
            return cue.kind == "delegate"
        return not is_roll and other.kind in {"ends", "chairs", "attends"}

    def _is_heading(self, cue: Cue) -> bool:
        if not HEADING.match(self.plain, cue.end):
            return False
        begin = self.row.page.back(cue.start, " ")
        alone = not begin or self.plain[begin - 1] in "\n" + PARAGRAPH
        return alone or bool(HEADING_ENDS.match(self.plain, cue.end - 1))

    def _paragraph_end(self, at: int, limit: int) -> int:
        end = self.plain.find(PARAGRAPH, at, limit)
        return end if end >= 0 else limit

    def _roll_end(self, at: int, limit: int) -> int:
        """A roll goes on over blank lines as long as its lines are numbered or name somebody."""
        end = self.plain.find(PARAGRAPH, at, limit)
        while end >= 0:
            place = self.row.page.skip(end, " \n" + PARAGRAPH)
            index = bisect_left(self.starts, place)
            named = index < len(self.starts) and self.starts[index] - place < NAMED_AT_ONCE
            if not (NUMBERED.match(self.plain, place) or named):
                return end
            end = self.plain.find(PARAGRAPH, place, limit)
        return limit
