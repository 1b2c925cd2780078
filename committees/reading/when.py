"""Which of the days and times in a text are the meeting's: not the day a page was posted, a paper
was signed or a task is due, nor that of a meeting before or after."""

import re
from bisect import bisect_left

from committees.reading.days import Days, TimeOfDay, read_days, read_times
from committees.reading.meetings import LONGEST_TITLE, Meetings
from committees.reading.page import Page
from committees.reading.patterns import Begun

NOT_THE_DAY = Begun(
    re.compile(
        r"(?:ลง(?:ประกาศ|ข่าว|ไว้|นาม)?(?:เมื่อ)?วันที่|ภายใน(?:วันที่)?|ก่อน(?:วันที่)?|วันที่(?:ของ)?(?:ข่าว|โพสต์|เผยแพร่|ลงข่าว|ประกาศ|ปรับปรุง)\s?:?|โพสต์(?:เมื่อ)?|เผยแพร่(?:เมื่อ)?(?:วันที่)?\s?:?|ปรับปรุง(?:ล่าสุด)?(?:เมื่อ)?|ลงนาม(?:เมื่อ|ใน)(?:วันที่)?|อัปเดต\S*|ข่าววันที่|บันทึกเมื่อ|แก้ไขล่าสุด\S*"
        r"|แต่งตั้ง(?:เมื่อ|ลง)(?:วันที่)?|ครั้งต่อไป[^\n]{0,40}|ครั้งถัดไป[^\n]{0,40}|ครั้งหน้า[^\n]{0,40}|กำหนด(?:จัด|การ|ประชุม|ส่ง|ให้)?[^\n]{0,40}|จะ(?:จัด|มี|เกิด|เริ่ม|เดินทาง|เปิด|ประชุม|ดำเนิน|นำ)[^\n]{0,60}|ตั้งแต่(?:วันที่)?|จนถึง(?:วันที่)?|คำสั่ง[^\n]{0,60}|หนังสือ[^\n]{0,40}|ณ วันที่|สิ้นสุด[^\n]{0,20}|แล้วเสร็จ[^\n]{0,20}|ที่จัดขึ้น[^\n]{0,30}"
        r"|\b(?:posted|published|updated|dated|within|before|by|until|deadline|no later than|since|signed|scheduled for|news date|date of (?:the )?news|date posted|date published|release date|publication date|last updated|news posted|last modified|post date|due|uploaded|submitted|set for|planned for)(?: on)?:?(?: the)?)"
        r"\s?(?:ใน)?(?:วัน)?(?:ที่)?\s?$",
        re.IGNORECASE,
    )
)
OTHER_MEETING = re.compile(
    r"ครั้งต่อไป|ครั้งถัดไป|ครั้งหน้า|ครั้งก่อน|ครั้งที่ผ่านมา|ครั้งที่แล้ว|สืบเนื่อง|ตามที่|รับรองรายงาน|เมื่อคราว|จะจัด|กำหนดจัด|ได้ลงนาม|next meeting|previous meeting|last meeting|hosted|will be held|to be held|will take place|minutes of|following the|is scheduled|will meet|will visit|signed"
)
NOT_THE_TIME = re.compile(
    r"(?:เลิก(?:การ)?ประชุม|ปิด(?:การ)?ประชุม|สิ้นสุด(?:การ)?(?:ประชุม)?|เสร็จสิ้น(?:การ)?(?:ประชุม)?|ลงทะเบียน|ถึง|พักการประชุม\S*|ภายใน|จนถึง|จบการประชุม|รับประทาน\S*|adjourned|closed|ended|concluded|until|registration|finished|rose|by|broke)"
    r"[^\n0-9]{0,24}(?:เวลา|เมื่อเวลา|at)?\s?$",
    re.IGNORECASE,
)
# The day stands with the verb: ซึ่งประชุมไปเมื่อวันที่ 30.
SAT = re.compile(r"(?:ซึ่ง|ได้)(?:มีการ|จัดการ)?ประชุม(?:ไป|กัน|ร่วมกัน)*\s?เมื่อ\s?(?:วัน)?(?:ที่)?\s?$")
BESIDE = re.compile(r"[\s,()]*(?:(?:เมื่อ|ใน)\s?)?\Z")
BACK = 90


def read_day(page: Page, meetings: Meetings) -> Days | None:
    """The day or days of the meeting."""
    rows = [
        one
        for one in read_days(page.plain)
        if (is_of_the_meeting(page, one.span[0]) or _is_stretch(page, one))
        and meetings.belongs(one.span[0])
        and not _of_another(page, meetings, one.span[0])
    ]
    beside = [one for one in rows if _follows_number(meetings, one)]
    numbered = [one for one in rows if _with_number(meetings, one)]
    said = [one for one in rows if SAT.search(page.plain, max(0, one.span[0] - 40), one.span[0])]
    return nearest(meetings, beside or numbered or said or rows, lambda one: one.span[0])


def _is_stretch(page: Page, one: Days) -> bool:
    """ตั้งแต่วันที่ 5 ถึงวันที่ 7: from one day on is when something begins, to another how long it took."""
    return one.start != one.end and page.plain.endswith(
        ("ตั้งแต่วันที่ ", "ตั้งแต่วันที่", "ตั้งแต่"), 0, one.span[0]
    )


def _follows_number(meetings: Meetings, day: Days) -> bool:
    """ครั้งที่ 1/2563 เมื่อวันที่…: directly behind the number, the day is the meeting's."""
    ends = (one.year_span[1] for one in meetings.numbers if one.year_span and meetings.is_this(one))
    return any(
        0 <= day.span[0] - end < 12 and BESIDE.match(meetings.plain, end, day.span[0])
        for end in ends
    )


def _with_number(meetings: Meetings, day: Days) -> bool:
    """Whether the number of an English text's meeting stands in the sentence of the day."""
    begin, end = meetings.sentence(day.span[0])
    index = bisect_left(meetings.this, begin)
    here = index < len(meetings.this) and meetings.this[index] < end
    return here and not meetings.main.thai


def is_of_the_meeting(page: Page, at: int) -> bool:
    """Whether the words before a day do not say that it is another's: posted, signed, due."""
    return not NOT_THE_DAY.search(page.plain, max(0, at - BACK), at)


def read_time(page: Page, meetings: Meetings, day: Days | None) -> TimeOfDay | None:
    """When it began."""
    rows = [
        one
        for one in read_times(page.plain)
        if not NOT_THE_TIME.search(page.plain, max(0, one.span[0] - 45), one.span[0])
        and meetings.belongs(one.span[0])
        and not _of_another(page, meetings, one.span[0])
    ]
    if day:
        after = [one for one in rows if 0 <= one.span[0] - day.span[1] < 60]
        if after:
            return after[0]
    return nearest(meetings, rows, lambda one: one.span[0])


def _of_another(page: Page, meetings: Meetings, at: int) -> bool:
    begin = max(meetings.sentence(at)[0], at - 110)
    this = [place for place in meetings.this if begin <= place < at]
    return bool(OTHER_MEETING.search(page.plain, this[-1] if this else begin, at))


def nearest(meetings: Meetings, rows: list, place):
    """Of what may be said of this meeting, what stands in the paragraph that says most of it."""
    marks = [act.span[0] for act in meetings.chairs]
    for anchors in (marks, meetings.this):
        for anchor in anchors:
            for begin, end in (meetings.sentence(anchor), meetings.paragraph(anchor)):
                here = [row for row in rows if begin <= place(row) < end]
                if here:
                    return here[0]
    title = meetings.page.title()
    below = (row for row in rows if title < LONGEST_TITLE and place(row) > title)
    return next(below, rows[0] if rows else None)
