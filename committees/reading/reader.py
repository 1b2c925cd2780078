"""``read_report(text, register)``: the meeting that a text tells of, as far as it tells."""

import re

from committees.reading.bodies import Bodies
from committees.reading.days import Days, read_days
from committees.reading.doubts import read_doubts
from committees.reading.english import POST
from committees.reading.english_bodies import EnglishBodies
from committees.reading.english_lines import unwrapped
from committees.reading.english_offices import read_english_offices
from committees.reading.english_people import read_english_people
from committees.reading.english_posts import Flow
from committees.reading.english_roll import EnglishRoll
from committees.reading.meetings import HELD, NO_MEETING_PLACE, Meetings
from committees.reading.normal import Span, normalise
from committees.reading.offices import read_offices
from committees.reading.page import Page
from committees.reading.people import Who, read_people
from committees.reading.register import Register
from committees.reading.report import Found, MeetingReport, Named, Task, Warned
from committees.reading.roll import Roll
from committees.reading.tasks import read_tasks
from committees.reading.topics import read_topics
from committees.reading.venues import read_venues
from committees.reading.when import nearest, read_day, read_time

# No news is longer; what a hostile text holds beyond is not read, and the report says so.
LONGEST_TEXT = 100_000


def read_report(text: str, register: Register) -> MeetingReport:
    """What the text states of the meeting it reports; a text of no meeting gives an empty report."""
    whole = normalise(text[:LONGEST_TEXT])
    english = is_english(whole.plain)
    page = Page(unwrapped(whole) if english else whole, register)
    meetings = Meetings(page)
    cut = (Warned("too long", (LONGEST_TEXT, len(text))),) if len(text) > LONGEST_TEXT else ()
    flow = Flow(page) if english else None
    people = read_english_people(page, flow) if flow else read_people(page)
    posts = [one.position for one in people if one.position]
    bodies = EnglishBodies(page, flow, meetings, posts) if flow else Bodies(page, meetings, posts)
    committee = bodies.read()
    day = read_day(page, meetings)
    is_meeting = _is_meeting(page, meetings, committee, day) or bool(
        flow and day and bodies.is_attended()
    )
    if not (is_meeting or (flow and committee)):
        return MeetingReport(warnings=cut)
    roll = EnglishRoll(page, flow, meetings, people) if flow else Roll(page, meetings, people)
    chairs = roll.chairs()
    # English news may say no more of a meeting than its body, its day and who came.
    lately = bool(flow and committee and LATELY.match(page.plain, committee[1]))
    if not (is_meeting or lately) and not (
        read_days(page.plain) and (chairs or (bodies.is_firm(committee) and roll.attendees(chairs)))
    ):
        return MeetingReport(warnings=cut)
    time = read_time(page, meetings, day)
    others = posts + [one.name for one in people if one.name]
    named = others + ([committee] if committee else [])
    places = [span for span in read_venues(page, named) if meetings.belongs(span[0])]
    venue = nearest(meetings, places, lambda span: span[0])
    offices = (
        read_english_offices(page, roll, [*places, *([committee] if committee else [])])
        if flow
        else read_offices(page, roll.lists_of_this(), named + ([venue] if venue else []))
    )
    main, place = meetings.main, page.text.place
    return MeetingReport(
        is_meeting=True,
        committee=page.as_registered(committee) if committee else None,
        number=Found(main.number, place(main.span)) if main else None,
        be_year=Found(main.be_year, place(main.year_span)) if main and main.be_year else None,
        date_start=Found(day.start, place(day.span)) if day else None,
        date_end=Found(day.end, place(day.span)) if day else None,
        time=Found(time.value, place(time.span)) if time else None,
        venue=page.as_registered(venue) if venue else None,
        chair=tuple(_named(page, roll, one) for one in chairs),
        attendees=tuple(_named(page, roll, one) for one in roll.attendees(chairs)),
        departments=tuple(Found(one.value, place(one.span), one.known) for one in offices),
        tasks=tuple(_tasks(page)),
        mentioned=tuple(
            Found(one.number, place(one.span))
            for one in meetings.numbers
            if not meetings.is_this(one)
        ),
        warnings=cut
        + tuple(
            Warned(kind, place(span))
            for kind, span in read_doubts(page, meetings, bodies, committee, day)
        ),
        topics=read_topics(page, meetings),
    )


def is_english(plain: str) -> bool:
    """Whether a text is in English: most of its letters are Latin."""
    latin = len(plain.encode("ascii", "ignore"))
    return 2 * latin > len(plain)


# … Council met yesterday: said of the body itself, without a date.
LATELY = re.compile(
    r" (?:met|convened|sat|held (?:a|its) (?:\w+ ){0,2}(?:meeting|session)) (?:again )?(?:today|yesterday|this (?:morning|afternoon|week)|last (?:night|week)|on \w+day)\b"
)
NO_MEETING = re.compile(r"อบรม|สัมมนา|workshop|training|seminar|ceremony", re.IGNORECASE)
THAI_MEETING = re.compile(
    "การประชุม|(?:ร่วม|เข้า|จัด|ประธาน)ประชุม(?!เชิง)|ประชุม(?=คณะ|หารือ|กัน|เมื่อ|ที่|ใน|แล้ว|ไป|วัน)|ที่ประชุม"
)
NOTICE = re.compile("รับสมัคร|ขอเชิญชวน|ลงทะเบียนได้")
# What a body does when it sits; and what keeps it from sitting.
SAT = re.compile("ที่ประชุม(?!เชิง)|ในการประชุม|ประธาน(?:ใน)?(?:การ|ที่)ประชุม|การประชุมในฐานะ")
PUT_OFF = re.compile(
    "(?:เลื่อน|ยกเลิก|งด)(?:การ)?(?:จัด)?(?:การ)?ประชุม|เข้าเยี่ยมคารวะ|[Cc]ourtesy [Cc]all|postponed|called off"
)
TALKS = re.compile(
    r"(?<!จะ)(?<!เพื่อ)(?<!การ)(?<!กำหนด)ประชุมหารือ(?:ร่วม)?กับ(?=\s?(?:นาย|นาง|น\.ส|ดร|ผศ|รศ|พล|H\.E|Mr|Ms|Dr|Prof|สมาคม|สถาน(?:เอก|ทูต|กงสุล)|กรม|กระทรวง|บริษัท|มูลนิธิ|องค์การ|สำนัก|มหาวิทยาลัย|ธนาคาร|ผู้แทน))"
    r"|(?<!will )\bh(?:eld|olding) (?:an?|bilateral) (?:[a-z]+ )?(?:meeting|talks) with (?=H\.E|Mr|Ms|Miss|Dr|Prof)"
    rf"|(?<!welcomed and )\bheld (?:an? )?(?:[a-z]+ )?(?:meeting|talks|discussions|consultations) with (?:(?:representatives of )?the (?!{POST})(?=[A-Z])|(?=[A-Z]{{3}}))"
)
# An office called people together, and they came.
CALLED, CAME = re.compile("(?<!จะ)จัดประชุม(?!เชิง|วิชาการ|ใหญ่|นานาชาติ)"), "เข้าร่วมประชุม"
# A conference is no body, but who went to it came to a meeting.
WENT = re.compile(
    r"(?<!จะ)(?<!เชิญ)(?<!เพื่อ)(?<!เตรียม)(?<!โอกาส)(?:เข้า)?ร่วม(?:ใน)?การประชุม(?=วิชาการ|นานาชาติ|ระหว่างประเทศ|ระดับ|ใหญ่|สุดยอด|ผู้นำ|นายกเทศมนตรี|เครือข่าย|เวที|สภา|สมัชชา|\s?[A-Z])(?![^\n]{0,80}ครั้ง(?:ต่อไป|หน้า))"
)
NEAR = 200  # letters from an English verb of chairing to the word for the meeting
EN_MEETING = re.compile("meeting|session", re.IGNORECASE)


def _is_meeting(page: Page, meetings: Meetings, committee: Span | None, day: Days | None) -> bool:
    """Whether a body sat: it has a number, somebody chaired it, or it is said to have met."""
    if NOTICE.search(page.plain) and not meetings.chairs:
        return False
    if meetings.main and meetings.main.be_year:
        return True
    other = committee is None and NO_MEETING.search(page.plain)
    told = bool(THAI_MEETING.search(NO_MEETING_PLACE.sub("", page.plain)))
    for act in meetings.chairs:
        words = page.plain[slice(*act.span)]
        if "ประชุม" in words or "หารือ" in words:
            return True
        near = page.plain[max(0, act.span[0] - NEAR) : act.span[1] + NEAR]
        if not other and (EN_MEETING.search(near) if words.isascii() else told):
            return True
    if day and any(_is_of_the_day(meetings, at, day) for at in _talks(page)):
        return True
    if day and not other and not PUT_OFF.search(page.plain) and (_called(page) or _went(page)):
        return True
    if committee is None:
        return False
    if meetings.main and meetings.main.span[1] <= page.title():
        return True
    if day and not PUT_OFF.search(page.plain) and not other and told and SAT.search(page.plain):
        return True
    held = (one for one in HELD.finditer(page.plain) if not meetings.is_of_another(one.span()))
    return any(held) and bool(day or read_venues(page, []))


def _called(page: Page) -> bool:
    called = CALLED.search(page.plain)
    return bool(called) and page.plain.find(CAME, called.end()) >= 0


def _went(page: Page) -> bool:
    """Whether somebody went to a conference at a stated place."""
    return bool(WENT.search(page.plain) and read_venues(page, []))


def _talks(page: Page) -> list[int]:
    """Where two sides are said to have met: ประชุมหารือร่วมกับ…, held a meeting with …

    What is told of after a courtesy call, or put off, was no meeting; a call told of later is another.
    """
    ends = PUT_OFF.search(page.plain)
    found = (match.start() for match in TALKS.finditer(page.plain))
    return [at for at in found if not ends or at < ends.start()]


def _is_of_the_day(meetings: Meetings, at: int, day: Days) -> bool:
    """Whether talks were this meeting: English says in their paragraph when they were."""
    begin, end = meetings.paragraph(at)
    said = begin <= day.span[0] < end or not meetings.plain[at].isascii()
    return said and meetings.belongs(at)


def _named(page: Page, roll: Roll | EnglishRoll, one: Who) -> Named:
    absent = roll.instead_of(one)
    instead = (absent.name or absent.position) if absent else None
    return Named(
        page.found(one.name) if one.name else None,
        page.as_registered(one.position) if one.position else None,
        page.found(instead) if instead else None,
        page.found(one.capacity) if one.capacity else None,
    )


def _tasks(page: Page):
    for asked in read_tasks(page.plain, page.mentions):
        yield Task(
            tuple(page.as_registered(one.span) for one in asked.departments),
            page.found(asked.span),
            page.found(asked.due) if asked.due else None,
            asked.again,
            page.found(asked.due_on.span, asked.due_on.start) if asked.due_on else None,
        )
