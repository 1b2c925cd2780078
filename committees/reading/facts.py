"""What one text states of its meeting: who chaired, who came, which offices, when and where."""

import re
from bisect import bisect_right

from committees.reading.days import Days, read_days, read_times
from committees.reading.meetings import CHAIR_OF_ROLL, Meetings
from committees.reading.normal import Span, Text
from committees.reading.numbers import read_numbers
from committees.reading.offices import ATTENDED, Office, read_lists, read_offices
from committees.reading.people import AND, Names, Who
from committees.reading.register import Register
from committees.reading.report import Found, Named
from committees.reading.venues import read_venues

NOT_THE_DAY = re.compile(
    r"(?:ลงวันที่|ภายใน(?:วันที่)?|ก่อนวันที่|วันที่ของข่าว\s?:?|วันที่โพสต์\s?:?|โพสต์เมื่อ|เผยแพร่(?:เมื่อ)?(?:วันที่)?\s?:?|ปรับปรุงเมื่อ|ลงนาม(?:เมื่อ|ใน)(?:วันที่)?"
    r"|แต่งตั้งเมื่อ(?:วันที่)?|ครั้งต่อไป[^\n]{0,30}|ครั้งถัดไป[^\n]{0,30}|กำหนด(?:จัด|การ|ประชุม)?[^\n]{0,30}|จะจัด[^\n]{0,40}|ตั้งแต่(?:วันที่)?|ถึง(?:วันที่)?"
    r"|\b(?:posted|published|updated|dated|within|before|by|until|deadline|no later than|since|signed|scheduled for|news date)(?: on)?:?(?: the)?)"
    r"\s?(?:ใน)?(?:วัน)?(?:ที่)?\s?$",
    re.IGNORECASE,
)
DELEGATED = re.compile(
    r"\s?\)?\s?(?:ได้)?มอบหมาย(?:ให้)?\s?|,? (?:has )?(?:assigned|delegated|designated|sent) "
)
INSTEAD = re.compile(
    r"(?:(?<=[\s(])|(?<=ประชุม)|(?<=[\u0e00-\u0e7f]\s))(?:เข้าร่วม|ร่วม|มา)?(?:ประชุม)?แทน\s?$|ในนามของ?\s?$|ผู้แทน(?:ของ|จาก)?\s?$|on behalf of (?:the )?$|representing (?:the )?$|instead of (?:the )?$"
)
LED = re.compile(r",?\s?(?:พร้อมด้วย|together with|accompanied by|along with)")
TOGETHER = ("co-", "chaired jointly")
BY_ORDER_OF = re.compile(r"(?:รับมอบหมายจาก|ในนามของ?)\s?$")
MAY_STAND_BETWEEN = re.compile(
    r"[\s,)]*(?:(?:ให้|ได้|จะ|ร่วมกัน|ร่วม|ให้เกียรติ|เข้าร่วมการประชุมและ|เข้าร่วมประชุมและ|who|jointly|has|was|had)\s?)*$"
)
NOT_THERE = re.compile(
    r"[\s,)]*(?:ไม่(?:ได้|สามารถ)?|ติด(?:ราชการ|ภารกิจ)|ลา(?:ประชุม|ป่วย|กิจ)|ขอลา|(?:was|were) (?:absent|unable|excused)|could not|did not|sent (?:his|her|their )?apolog)"
)
PLURAL = re.compile(
    r"(?:ผู้แทน|เจ้าหน้าที่|กรรมการ|เลขานุการ$|ที่ปรึกษา$|ประธาน|เลขา$|ผู้ช่วย$|นักวิชาการ$|อาจารย์$|[Rr]epresentatives?|Officers?\b)"
)


class Facts:
    """One text being read: its tokens, each kind found once; places are those of ``plain``."""

    def __init__(self, text: Text, register: Register):
        self.text, self.plain = text, text.plain
        self.mentions = register.mentions(text)
        self.meetings = Meetings(self.plain, read_numbers(self.plain), self.mentions)
        self.names = Names(self.plain, self.mentions)
        self.who = self.names.who
        self.starts = {one.start: at for at, one in enumerate(self.who)}

    def found(self, span: Span, value=None) -> Found:
        words = " ".join(self.plain[span[0] : span[1]].split())
        return Found(words if value is None else value, self.text.place(span))

    def named_as_written(self, span: Span) -> Found:
        """A name of the register in its own spelling, whatever blanks were put inside."""
        for one in self.mentions:
            if one.span == span:
                return Found(one.value, self.text.place(span), one.entry.name)
        parts, at = [], span[0]
        for one in self.mentions:
            if span[0] <= one.span[0] and one.span[1] <= span[1]:
                parts += [self.plain[at : one.span[0]], one.spelling]
                at = one.span[1]
        return self.found(span, " ".join("".join([*parts, self.plain[at : span[1]]]).split()))

    # Chair

    def chairs(self) -> list[Who]:
        told = [
            self._joint(at)
            for match in self.meetings.chaired
            if (self.meetings.belongs(match.start()) or self.meetings.belongs(match.end() + 200))
            and (at := self._before(match.start())) is not None
        ]
        # A title often names the post alone, and the body who holds it.
        for group in sorted(told, key=lambda group: group[0].name is None):
            return group
        for match in self.meetings.chair_follows:
            if (at := self.starts.get(match.end())) is not None:
                return self._following(at, together=match[0].lower().startswith(TOGETHER))
        rolls = (one for one in self.who if CHAIR_OF_ROLL.match(self.plain, one.end))
        return [one for one in rolls if one.name][:1]

    def _following(self, at: int, *, together: bool) -> list[Who]:
        found = [self.who[at]]
        while together and (more := self._next_of_list(at)) is not None:
            at = more
            found.append(self.who[at])
        return found

    def _before(self, at: int) -> int | None:
        """The last one named before a verb, if nothing else stands between."""
        index = bisect_right(self.who, at, key=lambda one: one.end) - 1
        if index < 0 or not MAY_STAND_BETWEEN.fullmatch(self.plain[self.who[index].end : at][:80]):
            return None
        begin = self.who[index].start
        by = BY_ORDER_OF.search(self.plain, max(0, begin - 25), begin)
        return index - 1 if by and index else index

    def _joint(self, at: int) -> list[Who]:
        group = [self.who[at]]
        while (
            at
            and (between := AND.match(self.plain, self.who[at - 1].end))
            and (
                between.end() == self.who[at].start
                and between[0].strip(" ,\n")
                and self.who[at].name
                and self.who[at - 1].name
            )
        ):
            at -= 1
            group.insert(0, self.who[at])
        return group

    def _next_of_list(self, at: int) -> int | None:
        between = AND.match(self.plain, self.who[at].end)
        return self.starts.get(between.end()) if between and between[0].strip() else None

    # Attendance

    def lists(self) -> list[Span]:
        return [span for span in read_lists(self.plain) if self._is_of_this(span)]

    def _is_of_this(self, span: Span) -> bool:
        begin, end = self.meetings.paragraph(span[0])
        anchored = any(
            begin <= one.start() < end
            for one in (*self.meetings.chaired, *self.meetings.chair_follows)
        )
        anchored = anchored or any(
            begin <= one.span[0] < end and self.meetings.is_this(one)
            for one in self.meetings.numbers
        )
        told = ATTENDED.match(self.plain, span[1]) or self.plain[
            max(0, span[0] - 30) : span[0]
        ].count("ประชุม")
        english = re.search(
            "attend|present|participants", self.plain[max(0, span[0] - 30) : span[1]], re.I
        )
        return self.meetings.belongs(span[0]) and bool(anchored or told or english)

    def attendees(self, lists: list[Span], chairs: list[Who]) -> list[Who]:
        found, delegators = [], self._delegators()
        for index, one in enumerate(self.who):
            if one in chairs or index in delegators or NOT_THERE.match(self.plain, one.end):
                continue
            if INSTEAD.search(self.plain, max(0, one.start - 25), one.start):
                continue
            listed = any(begin <= one.start < end for begin, end in lists)
            after = self.plain[one.end : one.end + 40].lstrip(" ,)")
            attended = ATTENDED.match(after)
            came = attended and ("ประชุม" in after or after.isascii())
            came = came and self.meetings.belongs(one.start)
            came = came or self._leads(one, lists) or self._shares_with_one_who_came(index)
            by_order = index - 1 in delegators and re.match(
                r"(?:เป็นผู้แทน)?(?:เข้า)?(?:ร่วม|ประชุม)", after
            )
            if not (listed or came or by_order):
                continue
            if one.name is None and (not listed or not self._stands_alone(one)):
                continue
            found.append(one)
        return self._once(found, chairs)

    def _leads(self, one: Who, lists: list[Span]) -> bool:
        """X พร้อมด้วย Y ร่วมประชุม: X came too."""
        match = LED.match(self.plain, one.end)
        ends = [end for begin, end in lists if match and begin == match.end()]
        return bool(ends and ATTENDED.match(self.plain, ends[0]))

    def _shares_with_one_who_came(self, index: int) -> bool:
        while self.who[index].shares:
            index += 1
        one = self.who[index]
        return (
            index > 0
            and self.who[index - 1].shares
            and self.meetings.belongs(one.start)
            and bool(
                ATTENDED.match(self.plain, one.end + (self.plain[one.end : one.end + 1] == " "))
            )
        )

    def _stands_alone(self, one: Who) -> bool:
        begin, end = one.position
        if PLURAL.match(self.plain[begin:end]) or end - begin < 6:
            return False
        before = self.plain[max(0, begin - 10) : begin].rstrip()
        return not before or before.endswith(
            ("มี", "ด้วย", "และ", ",", "คือ", "ได้แก่", "with", "and", "the")
        )

    def _delegators(self) -> set[int]:
        return {
            index
            for index, one in enumerate(self.who)
            if (match := DELEGATED.match(self.plain, one.end)) and match.end() in self.starts
        }

    def _once(self, found, chairs):
        seen = {self._key(one) for one in chairs}
        kept = []
        for one in found:
            if self._key(one) not in seen:
                seen.add(self._key(one))
                kept.append(one)
        return kept

    def _key(self, one: Who) -> str:
        begin, end = one.name or one.position
        return "".join(self.plain[begin:end].split())

    def named(self, one: Who) -> Named:
        return Named(
            self.found(one.name) if one.name else None,
            self.named_as_written(one.position) if one.position else None,
        )

    def departments(self, lists: list[Span], venue: Span | None) -> list[Office]:
        taken = [
            one.position for one in self.who if one.position and not self._is_delegate(one.position)
        ]
        taken += [one.name for one in self.who if one.name]
        taken += [venue] if venue else []
        found, seen = [], set()
        for span in lists:
            for office in read_offices(self.plain, span, self.mentions, taken):
                key = office.known or "".join(office.value.split())
                if key not in seen:
                    seen.add(key)
                    found.append(office)
        return found

    def _is_delegate(self, span: Span) -> bool:
        return self.plain.startswith("ผู้แทน", span[0])

    # Day, time, place

    def days(self) -> Days | None:
        fit = [
            one
            for one in read_days(self.plain)
            if not NOT_THE_DAY.search(self.plain, max(0, one.span[0] - 60), one.span[0])
            and self.meetings.belongs(one.span[0])
            and not self._referred(one.span[0])
        ]
        return self._nearest(fit, lambda one: one.span[0])

    def _referred(self, at: int) -> bool:
        begin = max(self.meetings.paragraph(at)[0], at - 70)
        return bool(
            re.search(
                r"ครั้งต่อไป|ครั้งถัดไป|เจ้าภาพ|next meeting|hosted|will be held", self.plain[begin:at]
            )
        )

    def _nearest(self, rows: list, place):
        """Of what may be said of this meeting, what stands in the paragraph that says most of it."""
        if not rows:
            return None
        marks = [match.start() for match in (*self.meetings.chaired, *self.meetings.chair_follows)]
        numbers = [one.span[0] for one in self.meetings.numbers if self.meetings.is_this(one)]
        for anchors in (marks, numbers):
            for anchor in anchors:
                begin, end = self.meetings.paragraph(anchor)
                here = [row for row in rows if begin <= place(row) < end]
                if here:
                    return here[0]
        body = [
            row
            for row in rows
            if place(row) > (min(marks + numbers) if marks + numbers else -1) - 600
        ]
        return body[0] if body else None

    def venue(self) -> Span | None:
        names = [one.name for one in self.who if one.name]
        spans = [
            span
            for span in read_venues(self.plain, self.mentions)
            if self.meetings.belongs(span[0])
            and not any(begin <= span[0] < end for begin, end in names)
        ]
        return self._nearest(spans, lambda span: span[0])

    def time(self):
        rows = [one for one in read_times(self.plain) if self.meetings.belongs(one.span[0])]
        return self._nearest(rows, lambda one: one.span[0])
