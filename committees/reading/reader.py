"""``read_report(text, register)``: the meeting that a text tells of, as far as it tells."""

from committees.reading.days import Days
from committees.reading.facts import Facts
from committees.reading.meetings import REFERRED
from committees.reading.normal import PARAGRAPH, normalise
from committees.reading.register import Register
from committees.reading.report import Found, MeetingReport, Task, Warned
from committees.reading.tasks import read_tasks

# No news is longer; what a hostile text holds beyond is not read, and the report says so.
LONGEST_TEXT = 100_000


def read_report(text: str, register: Register) -> MeetingReport:
    whole = normalise(text[:LONGEST_TEXT])
    reading = Facts(whole, register)
    meetings = reading.meetings
    cut = (Warned("too long", (LONGEST_TEXT, len(text))),) if len(text) > LONGEST_TEXT else ()
    if not meetings.is_meeting:
        return MeetingReport(warnings=cut)
    main, days, venue, time = meetings.main, reading.days(), reading.venue(), reading.time()
    committee = meetings.committee()
    chairs = reading.chairs()
    lists = reading.lists()
    place = whole.place
    offices = reading.departments(lists, venue)
    return MeetingReport(
        is_meeting=True,
        committee=reading.named_as_written(committee) if committee else None,
        number=Found(main.number, place(main.span)) if main else None,
        be_year=Found(main.be_year, place(main.year_span)) if main and main.be_year else None,
        date_start=Found(days.start, place(days.span)) if days else None,
        date_end=Found(days.end, place(days.span)) if days else None,
        time=Found(time.value, place(time.span)) if time else None,
        venue=reading.named_as_written(venue) if venue else None,
        chair=tuple(map(reading.named, chairs)),
        attendees=tuple(map(reading.named, reading.attendees(lists, chairs))),
        departments=tuple(Found(one.value, place(one.span), one.known) for one in offices),
        tasks=tuple(_tasks(reading)),
        mentioned=tuple(
            Found(one.number, place(one.span))
            for one in meetings.numbers
            if not meetings.is_this(one)
        ),
        warnings=cut + _warnings(reading, days),
    )


def _tasks(reading: Facts):
    for asked in read_tasks(reading.plain, reading.mentions):
        yield Task(
            tuple(reading.named_as_written(one.span) for one in asked.departments),
            reading.found(asked.span),
            reading.found(asked.due) if asked.due else None,
            asked.again,
        )


def _warnings(reading: Facts, days: Days | None) -> tuple[Warned, ...]:
    found = []
    if days and not days.weekday_fits:
        found.append(Warned("weekday", reading.text.place(days.span)))
    main = reading.meetings.main
    title_ends = reading.plain.find(PARAGRAPH)
    for one in reading.meetings.numbers:
        of_title = one.span[0] < title_ends and not REFERRED.search(reading.plain[: one.span[0]])
        if main and of_title and not reading.meetings.is_this(one):
            found.append(Warned("title", reading.text.place(one.span)))
    return tuple(found)
