"""Who was there: each person named, with what the words beside them say they did.

What stands directly before or after a person decides; else the list that they stand in.
"""

import re
from enum import Enum, auto

from committees.reading import english, thai_offices
from committees.reading.cues import Cue, Row
from committees.reading.leading import leader
from committees.reading.lists import Lists, Stretch
from committees.reading.meetings import LONGEST_TITLE, Meetings
from committees.reading.namings import Namings
from committees.reading.normal import PARAGRAPH
from committees.reading.page import Page
from committees.reading.people import JOINS, Who, joined
from committees.reading.presence import came, is_named_once, of_another

CHAIR_OF_ROLL = ("ประธาน", "หัวหน้าคณะทำงาน", "Chair", "chair")
MEETING_CHAIR = ("ประธานการประชุม", "ประธานในที่ประชุม", "ประธานที่ประชุม")
ACTS_AS_CHAIR = "ทำหน้าที่ประธาน"
CHAIR = re.compile("ประธาน(?:กรรมการ|อนุกรรมการ|(?:ใน)?(?:การ|ที่)ประชุม)?")
CAME_INSTEAD = re.compile(r"\s?(?:เข้าร่วมประชุม|เข้าประชุม|มาประชุม|ประชุม)?แทน\s?\)")
BRACKET_FOLLOWS = 40  # letters to the bracket that says who came for the post before it
# Words quoted from elsewhere were not said in the meeting.
QUOTED = ("ของ", "ของ ", "ตามที่", "ตามที่ ", "อ้างถึง")
HE_CHAIRS = re.compile(  # ประธานคณะทำงาน คือ <name>
    r"(?<!รอง)ประธาน(?:คณะทำงาน|(?:คณะ)?(?:อนุ)?กรรมการ)\s?(?:คือ|ได้แก่)\s?$"
    r"|(?:^|[\n\u2029]|โดย)ประธาน(?:ใน)?(?:การ|ที่)ประชุม\s?$"
)
OTHER_SIDE = re.compile(r"[\s,]*(?:และ|ส่วน|ขณะที่)?ฝ่าย\S{2,25}?(?:มี|คือ|ได้แก่|นำโดย)\s?")
ROLE = re.compile(thai_offices.ROLE)
OF_MANY = re.compile(thai_offices.OF_MANY)
OF_SEVERAL = re.compile(thai_offices.OF_SEVERAL)
EN_OF_MANY = re.compile(english.OF_MANY)
EN_OF_ONE = re.compile(r" (?:of|for|to) |(?i:governor|mayor|secretary|president)")


class Did(Enum):
    """What somebody did about the meeting, as far as the text says."""

    NOTHING = auto()
    CHAIR = auto()
    CHAIR_BY_ROLE = auto()  # a roll names them chair of the body
    COME = auto()
    STAY_AWAY = auto()
    SEND = auto()  # somebody else
    BE_STOOD_IN_FOR = auto()


class Roll:
    """The people of one text, and what each of them did."""

    def __init__(self, page: Page, meetings: Meetings, people: list[Who]):
        self.page, self.plain, self.meetings, self.people = page, page.plain, meetings, people
        self.row = Row(page, meetings, people)
        self.namings = Namings(page.plain, people)
        self.lists = Lists(self.row)
        self.chairing = {act.span[0] for act in meetings.chairs}
        self.did = [self._verdict(one) for one in people]
        for at in range(len(people) - 2, -1, -1):
            self._with_next(at)
        for at in range(len(people) - 1):
            self._after_chair(at)
        for at in range(len(people) - 1, -1, -1):
            self._unless_elsewhere(at)

    def _verdict(self, one: Who) -> Did:
        before, after = self.row.before(one), self.row.after(one)
        listed = self.lists.of(one.start)
        if after.kind == "absent" or (listed and listed.kind == "absent_are"):
            return Did.STAY_AWAY
        if after.kind == "delegates" and self.row.person_after(after):
            return Did.SEND
        if before.kind == "instead" or self._is_represented(one):
            return Did.BE_STOOD_IN_FOR
        if after.kind == "speaks" and self._spoke_here(one, after):
            return Did.CHAIR if self._is_called_chair(one) else Did.COME
        if not self.meetings.belongs(one.start) and after.kind != "chairs":
            return Did.NOTHING
        if self._chairs_instead(one) or self._is_called_chair(one):
            return Did.CHAIR
        if after.kind == "chairs" or before.kind == "chair_is":
            chairs = {before.start, after.start} & self.chairing
            if before.kind != "chair_is" and of_another(self.plain, self.meetings, one):
                return Did.NOTHING
            return Did.CHAIR if chairs else Did.NOTHING
        if listed and self.lists.is_of_this(listed) and not self._is_quoted(one):
            by_role = one.capacity and self.plain.startswith(CHAIR_OF_ROLL, one.capacity[0])
            return Did.CHAIR_BY_ROLE if by_role else Did.COME
        return self._by_verb(one, after)

    def _by_verb(self, one: Who, after: Cue) -> Did:
        if after.kind == "meets" and self._as_chair(after):
            return Did.CHAIR
        if after.kind in {"attends", "meets", "instead"}:
            # A title names posts that the body names with their holders.
            return Did.COME if one.name or not self._in_title(one.start) else Did.NOTHING
        if after.kind == "lists":
            # X พร้อมด้วย Y ร่วมประชุม: X came too.
            led = self.lists.of(after.end)
            return Did.COME if led and led.told and self.lists.is_of_this(led) else Did.NOTHING
        return Did.NOTHING

    def _spoke_here(self, one: Who, said: Cue) -> bool:
        """<name> <post> รายงานต่อที่ประชุม; what is quoted from elsewhere was not said here."""
        here = "ประชุม" in said.words or self.meetings.belongs(one.start)
        at_length = "ที่ประชุม" in said.words and is_named_once(self.plain, one, self.people)
        known = one.name and (one.position or at_length)
        return bool(known) and here and not self._is_quoted(one)

    def _is_quoted(self, one: Who) -> bool:
        return self.plain.endswith(QUOTED, max(0, one.start - 12), one.start)

    def _as_chair(self, met: Cue) -> bool:
        """X ประชุมคณะกรรมการ… ในฐานะประธานกรรมการ, …โดยเป็นประธานการประชุม."""
        _begin, end = self.meetings.sentence(met.start)
        return any(
            met.end < at < end
            and (self.plain.startswith("ในฐานะ", at) or self.plain.endswith("โดย", 0, at))
            for at in self.chairing
        )

    def _is_represented(self, one: Who) -> bool:
        """<post> (<name> แทน): who holds the post did not come."""
        other = self.row.next(one)
        if one.name or not isinstance(other, Who) or other.start - one.end > BRACKET_FOLLOWS:
            return False
        return bool(CAME_INSTEAD.match(self.plain, other.end))

    def _chairs_instead(self, one: Who) -> bool:
        """X ได้รับมอบหมายจาก Y ให้เป็นประธาน: X chaired."""
        other = self.row.stands_for(one)
        return bool(other) and self.row.after(other).kind == "chairs"

    def _is_called_chair(self, one: Who) -> bool:
        """<name> <post> ประธานการประชุม กล่าวว่า…"""
        if HE_CHAIRS.search(self.plain, max(0, one.start - 40), one.start):
            return True
        if not (one.position and one.capacity):
            return False
        if self.plain.find(ACTS_AS_CHAIR, one.position[1], one.end) >= 0:
            return True
        return self.plain.startswith(MEETING_CHAIR, one.capacity[0])

    def _in_title(self, at: int) -> bool:
        end = self.plain.find(PARAGRAPH)
        return at < end < LONGEST_TITLE and self.plain.find("\n", 0, at) < 0

    def _with_next(self, at: int) -> None:
        """A และ B เป็นประธาน: what is said of B is said of A, too."""
        one, following = self.people[at], self.people[at + 1]
        words = joined(self.plain, one, following)
        if self._of_two_sides(at) and self.did[at + 1] is Did.CHAIR:
            self.did[at] = Did.CHAIR
        if words is None or self.did[at] not in {Did.NOTHING, Did.COME}:
            return
        together = words.strip(" ,\n").startswith(JOINS) and one.name and following.name
        if self.did[at + 1] is Did.CHAIR and together:
            self.did[at] = Did.CHAIR
        elif self.did[at + 1] is Did.STAY_AWAY and self.did[at] is Did.NOTHING:
            self.did[at] = Did.STAY_AWAY
        elif self.did[at + 1] is Did.COME:
            self.did[at] = Did.COME

    def _of_two_sides(self, at: int) -> bool:
        """ฝ่ายไทยมี A ฝ่ายญี่ปุ่นมี B เป็นประธานร่วมกัน: what is said is said of both."""
        one, other = self.people[at], self.people[at + 1]
        together = self.row.after(other).words.rstrip().endswith(("ร่วม", "ร่วมกัน"))
        return together and bool(OTHER_SIDE.fullmatch(self.plain, one.end, other.start))

    def _unless_elsewhere(self, at: int) -> None:
        """A person named with a post came, if nothing speaks against it."""
        one = self.people[at]
        if self.did[at] is not Did.NOTHING or not (one.name and one.position):
            return
        if self.plain[one.position[0]].isascii() or not self.meetings.belongs(one.start):
            return
        following = self.people[at + 1] if at + 1 < len(self.people) else None
        sender = self.row.next(one, -2)
        sent = isinstance(sender, Who) and self.row.after(sender).kind == "delegates"
        sent = sent and self.row.before(one).kind == "delegates"
        if sent or came(self.plain, self.meetings, one, following):
            by_role = one.capacity and CHAIR.fullmatch(self.plain, *one.capacity)
            self.did[at] = Did.CHAIR_BY_ROLE if by_role else Did.COME

    def _after_chair(self, at: int) -> None:
        """Chaired by A and B; A เป็นประธานร่วมกับ B: B chaired, too."""
        one, following = self.people[at], self.people[at + 1]
        if self.did[at] is not Did.CHAIR or not following.name:
            return
        after = self.row.after(one)
        if self.row.before(one).kind == "chair_is" or (at and self.did[at - 1] is Did.CHAIR):
            words = joined(self.plain, one, following)
            if words is not None and words.strip(" ,\n").startswith(JOINS):
                self.did[at + 1] = Did.CHAIR
        elif after.words.startswith("ร่วม") or after.words.endswith("ร่วม"):
            # …ร่วมเป็นประธานการประชุม… กับ B, in the same sentence.
            near = self.meetings.sentence(after.end)[1] > following.start
            if near and self.plain[: following.start].rstrip().endswith("กับ"):
                self.did[at + 1] = Did.CHAIR

    def instead_of(self, one: Who) -> Who | None:
        """Whom somebody came for."""
        return self.row.stands_for(one)

    # Who chaired, and who came

    def chairs(self) -> list[Who]:
        """Those who chaired; a title often names the post alone, and the body who holds it."""
        groups: list[list[Who]] = []
        for at, one in enumerate(self.people):
            if self.did[at] is not Did.CHAIR:
                continue
            if at and self.did[at - 1] is Did.CHAIR and self._chair_together(at):
                groups[-1].append(one)
            else:
                groups.append([one])
        if groups:
            best = min(groups, key=lambda group: group[0].name is None)
            return [self.namings.in_full(one) for one in best]
        by_role = [one for at, one in enumerate(self.people) if self.did[at] is Did.CHAIR_BY_ROLE]
        away = {Did.STAY_AWAY, Did.SEND, Did.BE_STOOD_IN_FOR}
        able = [
            one
            for at, one in enumerate(self.people)
            if self.did[at] not in away and (one.name or self._is_one(one))
        ]
        led = leader(self.plain, self.meetings, able) if not by_role else None
        return [self.namings.in_full(one) for one in (*by_role[:1], *([led] if led else []))]

    def _chair_together(self, at: int) -> bool:
        one, other = self.people[at - 1], self.people[at]
        between = self.plain[one.end : other.start]
        if (
            "ประธานฝ่าย" in between
            and "ประธานฝ่าย" in self.row.after(other).words + self.plain[other.end : other.end + 40]
        ):
            return True
        if self._of_two_sides(at - 1):
            return True
        return joined(self.plain, one, other) is not None or "กับ" in between

    def attendees(self, chairs: list[Who]) -> list[Who]:
        """Those who came, beside who chaired."""
        came = {Did.COME, Did.CHAIR, Did.CHAIR_BY_ROLE}
        kept, seen = [], {self.namings.key(one) for one in chairs}
        for at, one in enumerate(self.people):
            if self.did[at] not in came or self.namings.key(one) in seen:
                continue
            if one.name is None and (self.did[at] is Did.CHAIR or not self._is_one(one)):
                continue
            if not self.namings.is_short(one):
                seen.add(self.namings.key(one))
                kept.append(self.namings.in_full(one))
        held = {
            self.namings.words(one.position)
            for one in (*chairs, *kept)
            if one.name and one.position
        }
        return [one for one in kept if one.name or self.namings.words(one.position) not in held]

    def lists_of_this(self) -> list[Stretch]:
        """The stretches that name who came to this meeting."""
        came = [
            one.start for one, did in zip(self.people, self.did, strict=True) if did is Did.COME
        ]
        return self.lists.of_this(came)

    def _is_one(self, one: Who) -> bool:
        """Whether the post is one person's: not กรรมการ, nor all directors."""
        words = self.plain[slice(*one.position)]
        if words.isascii():
            return not EN_OF_MANY.match(words) and bool(EN_OF_ONE.search(words))
        if ROLE.fullmatch(words) or OF_MANY.match(words) or OF_SEVERAL.search(words):
            return False
        return not OF_SEVERAL.match(self.plain, self.page.skip(one.end))
