"""Which meeting a text is about: this one against those that are merely mentioned.

A text falls into sentences; in each of them a number, a body or a verb of meeting says which
meeting is spoken of. What follows one that is merely mentioned is said of that one.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from committees.reading import english, thai
from committees.reading.days import read_days
from committees.reading.normal import PARAGRAPH, Span
from committees.reading.numbers import MeetingNumber, read_numbers
from committees.reading.page import Page
from committees.reading.patterns import Begun, Kinds, Sought

ACTS = tuple(
    Kinds(after=words.CUES_AFTER, chair_is=words.CHAIR_IS, chairs=words.CHAIRS)
    for words in (thai, english)
)
# A sentence of Thai has no full stop; these words begin one after a blank.
SENTENCES = Sought(
    r"[\s)](?:(?<=[\n\u2029])|(?=[A-Z“\"])(?<=\. )|(?=[ทใโจนสตอกข])|(?<=นั้น\s))",
    re.compile(
        rf"[\n{PARAGRAPH}]+|[\s)](?=(?:ทั้งนี้|(?:ใน)?โอกาสนี้|ในการนี้|จากนั้น|นอกจากนี้|สำหรับการ|ต่อมา|อนึ่ง|ในที่ประชุม|การประชุม(?:ดังกล่าว|(?:ใน)?ครั้งนี้)|ในการประชุม(?:ดังกล่าว|(?:ใน)?ครั้งนี้)|(?:โดย)?ที่ประชุม(?:ได้|มี|ยัง|ร่วม|เห็น|รับ|จึง)|ทั้งยัง|ขณะเดียวกัน|ในตอนท้าย))"
        r"|(?<=นั้น)\s|(?<=[a-z0-9)”\"]\.) (?=[A-Z“\"])|(?<=hrs\.) (?=[A-Z])"
    ),
)
REFERRED = Begun(
    re.compile(
        r"รับรองรายงานการประชุม|สืบเนื่อง|ผลของการประชุม|จากผลการประชุม|(?<!หลัง)เคย|จากการประชุม(?!วันนี้)|(?<=[^\n\u2029])มติ(?:ของ)?(?:ที่|การ)?ประชุม(?!เห็น|ให้|มอบ)|เลื่อน(?:การ)?ประชุม|ยกเลิก(?:การ)?ประชุม|งด(?:การ)?ประชุม|เชิญ(?:ท่าน|ประชุม|เข้าร่วม|ร่วม|กรรมการ)|มติคณะ|ตาม(?:ที่|มติ)|ครั้ง(?:ก่อน|ที่แล้ว|ที่ผ่านมา|ต่อไป|ถัดไป|หน้า)|เมื่อคราว|ในคราว"
        r"|เตรียม(?:การ|ความพร้อม)?\s?(?:สำหรับ|ใน|ของ|เพื่อ)?(?:การ)?\s?(?:จัด|เข้าร่วม|เป็นเจ้าภาพ|การประชุม|ประชุม)|มติใน(?:การ|ที่)ประชุม|กำหนด(?:จัด|การ|ให้มี)|จะ(?:จัด|มี|เป็น|เข้าร่วม|นำ|เสนอ|ประชุม|ได้จัด|เดินทาง)|ต่อจาก|ต่อเนื่องจาก|อ้างถึง|ให้จัด|เสนอต่อ|นำเสนอ(?:ต่อ|ใน)|ก่อนหน้านี้|หลังจาก(?:ที่)?|ภายหลัง(?:จาก)?(?!(?:การ)?(?:เป็น|ทำหน้าที่)ประธาน)|นำเข้า(?:สู่)?|รายงานผลการประชุม|ติดตามผล|รายงานการประชุม(?=[^\n]{0,120}ครั้ง)"
        r"|\b(?:minutes of|reports? of|previous|last meeting|next meeting|the next|follow(?:ing|ed|s) (?:up|the|its|their)|as agreed at|outcomes? of|results? of|prepar\w+ (?:for|of) (?:the|its|an?|this|next)(?: [\w-]+){0,3} (?:meeting|session|summit|conference)|resolutions? of|will (?:be|host|hold|take)|to be held|decisions? of|decided at|hosted|since the|earlier|follow-up to|submitted to|report to|presented (?:to|at)|scheduled|upcoming|forthcoming|after the|(?<=[a-z] )at its|adopted at|in preparation|ahead of|recalled)\b",
        re.IGNORECASE,
    )
)
# What follows the number of a meeting before or after.
NOT_THIS_TIME = re.compile(
    r"\)?\s?(?:ซึ่ง|ที่)?(?:จะ(?:จัด|มี|เป็น)|กำหนดจัด|เคย|มีกำหนด|เมื่อเดือน|ที่ผ่านมา|เมื่อปี|\s?ในเดือน|ในวันที่ [^\n]{0,30}ต่อไป)| (?:which |that )?(?:will|is scheduled|is to)\b"
)
# รายงานผลการประชุม… ครั้งที่ 2 ว่า: what follows is told of it.
TOLD = re.compile(r"\)?\s?ว่า(?!ด้วย|จ้าง|การ)")
# A meeting that took place: its verb.
HELD = re.compile(
    r"(?=[เรจสผดมนไคห\sA-Za-z]|(?<![ก-๎])ป)(?:(?:เข้าร่วม|ร่วม|จัด(?:ให้มี)?|เปิด|เป็นเจ้าภาพ|สรุป(?:ผล)?|ผล|รายงาน|ดำเนิน|เรียก|มี|นัด)(?:ใน)?(?:การ)?ประชุม(?!เชิงปฏิบัติการ)|(?:ได้|จึง)(?:ร่วม)?ประชุม(?!เชิง|เตรียม)|(?:คณะ\S{3,80}|ผู้บริหาร\S{0,40}|หัวหน้า\S{0,40})\s?ประชุม(?=ครั้ง|หารือ|ร่วม|\s|ติดตาม)|(?:^|[\n\u2029\s])ประชุม(?=คณะ|หารือ|ผู้บริหาร|หัวหน้า|ร่วม|เตรียม|ติดตาม)"
    r"|\b(?:met|convened|gathered) (?:at|on|in|to|online|via|for|again)\b|\b(?:meeting|session) (?:was|were|took|of the|on|between|at|today|to)\b|\b(?:held|hold|convened|attended|organi[sz]ed|hosted|joined|chaired|opened|led)\b[^.\n]{0,80}\b(?:meeting|session)\b|\b[Mm]eeting\b[^.\n]{0,60}\b(?:held|convened|took place)|(?:committee|group|commission|council|force|forum) (?:met|convened|held|gathered))",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"(?:เทศกาล|มหกรรม|นิทรรศการ|การแข่งขัน|โครงการ|พิธี|(?<![ก-๎])งาน|จัดงาน|ร่วมงาน|เปิดงาน|รุ่น|หลักสูตร|การอบรม|ฝึกอบรม|ประกวด|กิจกรรม|เสวนา|สัมมนา|ค่าย|เชิงปฏิบัติการ|การฝึก|ฉบับ|ประชาสัมพันธ์)[^\s]*\s?$"
)
BODY = re.compile(r"คณะ(?:อนุ)?กรรมการ|คณะทำงาน|คกก\.")
# What ends the name of a body, however long it is, on the way to its number.
BODY_ENDS = re.compile(
    rf"[\n{PARAGRAPH}]|นาย(?!ก)(?=[ก-ฮ])|นางสาว|น\.ส\.|เป็นประธาน|โดยมี|เมื่อ(?:วัน|เวลา)|ในวันที่|วันที่|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|ณ ห้อง|ห้องประชุม|(?:ครั้ง|นัด)(?:ที่|ก่อน|ต่อ|หน้า|ถัด|นี้)|(?:เข้า)ร่วมประชุม|มอบหมาย"
    r"|เปิดเผย|กล่าวว่า|รับรอง|รายงาน(?:ผล)?(?:การ)?ประชุม|(?<!ติดตาม)มติ|สืบเนื่อง|จะ(?:จัด|ประชุม|มี)|กำหนด(?:จัด|ประชุม)|เลื่อน|ฯ\s|ซึ่ง(?!ประชุม)|(?:ได้|จึง)(?!ประชุม|จัด|เปิด)|(?<!ติดตามมติ)ที่ประชุม|ตามที่"
)
AND_MEETING = re.compile("และ(?:การ|ที่)ประชุม")
NO_MEETING_PLACE = re.compile("ห้องประชุม|หอประชุม|ศูนย์(?:การ)?ประชุม|ที่ประชุมได้")


# How far from a number the words may stand that say something of it, in letters.
BODY_BEFORE = 260
REFERRED_BEFORE = 220
CHAIRED_BEFORE = 220
NUMBER_BESIDE = 40
LONGEST_TITLE = 200  # letters: a longer first paragraph is the news itself


@dataclass(frozen=True)
class Act:
    """That somebody chaired: named before the verb, or after it (``chair_is``)."""

    kind: str
    span: Span


class Meetings:
    """The numbers, chairs and sentences of a text, and the number that is this meeting's."""

    def __init__(self, page: Page):
        self.page, self.plain = page, page.plain
        breaks = [match.end() for match in SENTENCES.finditer(self.plain)]
        self.breaks = sorted({0, *breaks, len(self.plain)})
        self.paragraphs = [match.start() for match in re.finditer(PARAGRAPH, self.plain)]
        self.acts = sorted(self._acts(), key=lambda act: act.span)
        self.places = [act.span[0] for act in self.acts]
        every = read_numbers(self.plain)
        self.ends = [one.span[1] for one in every]
        self.numbers = [one for one in every if self._of_a_meeting(one)]
        self.starts = [one.span[0] for one in self.numbers]
        self.main = self._main()

    def _acts(self):
        for pattern in ACTS:
            for match in pattern.finditer(self.plain):
                yield Act(match.lastgroup, match.span())

    def sentence(self, at: int) -> Span:
        """Where the sentence begins and ends in which the place stands."""
        index = bisect_right(self.breaks, at)
        begin = self.breaks[index - 1]
        return begin, self.breaks[index] if index < len(self.breaks) else len(self.plain)

    def paragraph(self, at: int) -> Span:
        """Where the paragraph begins and ends in which the place stands."""
        index = bisect_left(self.paragraphs, at)
        begin = self.paragraphs[index - 1] + 1 if index else 0
        return begin, self.paragraphs[index] if index < len(self.paragraphs) else len(self.plain)

    def _of_a_meeting(self, one: MeetingNumber) -> bool:
        if not one.thai:
            return True
        begin = max(self.paragraph(one.span[0])[0], one.start - BODY_BEFORE)
        before = self.plain[begin : one.start]
        if EVENT.search(before):
            # An event in the name of a body: คณะทำงานจัดงานเทศกาล ครั้งที่ 1.
            word = before.rstrip().rpartition(" ")[2]
            return "ประชุม" in word or bool(BODY.search(word))
        return "ประชุม" in NO_MEETING_PLACE.sub("", before) or bool(BODY.search(before))

    def _main(self) -> MeetingNumber | None:
        counted = Counter((one.number, one.be_year) for one in self.numbers)
        ranked = [
            (self._score(one) + counted[one.number, one.be_year], -one.span[0], one)
            for one in self.numbers
        ]
        best = max(ranked, default=None, key=lambda row: row[:2])
        title = self.page.title()
        if best and best[2].span[1] <= title < LONGEST_TITLE:
            # Where an English title and its text disagree, the text is believed.
            rivals = (row for row in ranked if row[0] == best[0] and self._is_dated(row[2], title))
            best = next((row for row in rivals if row[2].number != best[2].number), best)
        return best[2] if best and best[0] > 0 else None

    def _is_dated(self, one: MeetingNumber, since: int) -> bool:
        """Whether it is the number of a meeting that an English text tells the day of."""
        begin, end = self.sentence(one.span[0])
        days = (day.span[0] for day in read_days(self.plain))
        return one.span[0] > since and not one.thai and any(begin <= at < end for at in days)

    def _score(self, one: MeetingNumber) -> int:
        """How likely it is the number of the meeting that the text is about."""
        begin, end = self.sentence(one.span[0])
        after = one.year_span[1] if one.year_span else one.span[1]
        score = 2 * (one.be_year is not None)
        score -= 8 * (self.is_referred(one.start) and not TOLD.match(self.plain, after))
        score -= 8 * bool(NOT_THIS_TIME.match(self.plain, after))
        index = bisect_left(self.places, begin)
        return score + 4 * (index < len(self.places) and self.places[index] < end)

    def is_referred(self, at: int) -> bool:
        """Whether the words before say that it was, or will be, another meeting."""
        begin = max(self.sentence(at)[0], at - REFERRED_BEFORE)
        index = bisect_right(self.ends, at) - 1
        if index >= 0 and self.ends[index] > begin:
            begin = self.ends[index]
            # สืบเนื่องจากการประชุม… ครั้งที่ 8 และการประชุม… ครั้งที่ 2: both are referred to.
            if AND_MEETING.search(self.plain, begin, at) and self._was_referred(index):
                return True
        # Words inside the name of the body (คณะกรรมการเตรียมการจัด…) refer to nothing.
        body = self.body_before(begin, at)
        return bool(REFERRED.search(self.plain, begin, at if body is None else body))

    def _was_referred(self, index: int) -> bool:
        end = self.ends[index]
        return bool(
            REFERRED.search(self.plain, max(self.sentence(end)[0], end - REFERRED_BEFORE), end)
        )

    def body_before(self, begin: int, at: int) -> int | None:
        """Where the body begins whose name runs up to the place."""
        ends = [match.end() for match in BODY_ENDS.finditer(self.plain, begin, at)]
        match = BODY.search(self.plain, ends[-1] if ends else begin, at)
        return match.start() if match else None

    def is_of_another(self, span: Span) -> bool:
        """Whether a verb of meeting is said of a meeting before or after this one."""
        index = bisect_right(self.starts, span[1]) - 1
        near = index >= 0 and self.numbers[index].start > span[0] - NUMBER_BESIDE
        return self.is_referred(min(span[0], self.numbers[index].start) if near else span[0])

    def is_this(self, one: MeetingNumber) -> bool:
        """Whether it is the number of the meeting that the text is about."""
        same = self.main is not None and one.number == self.main.number
        return same and (one.be_year == self.main.be_year or one.be_year is None)

    @cached_property
    def this(self) -> list[int]:
        """Where this meeting is named by its number."""
        return [one.span[0] for one in self.numbers if self.is_this(one)]

    def belongs(self, at: int) -> bool:
        """Whether what stands there is said of this meeting and not of one mentioned before it."""
        index = bisect_left(self.starts, at) - 1
        if not self.main or index < 0 or self.starts[index] < self.sentence(at)[0]:
            return True
        return self.is_this(self.numbers[index])

    @cached_property
    def chairs(self) -> list[Act]:
        """The acts of chairing that are said of this meeting."""
        return [act for act in self.acts if self.belongs(act.span[0]) or self._is_before_this(act)]

    def _is_before_this(self, act: Act) -> bool:
        """เป็นประธานการประชุม… ครั้งที่ 1/2563: the number follows the verb."""
        index = bisect_right(self.this, act.span[0])
        return index < len(self.this) and self.this[index] < act.span[1] + CHAIRED_BEFORE
