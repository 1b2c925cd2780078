"""What a person should look at before believing a report: a weekday that no calendar gives that
day, a title that says another number, day or body than the text under it."""

from committees.reading.bodies import Bodies
from committees.reading.days import Days, read_days
from committees.reading.meetings import Meetings
from committees.reading.normal import Span
from committees.reading.page import Page
from committees.reading.when import is_of_the_meeting

WEEKDAY, TITLE = "weekday", "title"


def read_doubts(
    page: Page, meetings: Meetings, bodies: Bodies, committee: Span | None, day: Days | None
) -> list[tuple[str, Span]]:
    """Each doubt with the words that raise it."""
    found = []
    if day and not day.weekday_fits:
        found.append((WEEKDAY, day.span))
    title = page.title()
    found += [
        (TITLE, one.span)
        for one in meetings.numbers
        if one.span[1] <= title
        and meetings.main
        and not meetings.is_this(one)
        and not meetings.is_referred(one.start)
    ]
    found += [
        (TITLE, one.span)
        for one in read_days(page.plain)
        if one.span[1] <= title
        and day
        and not (day.start <= one.start <= day.end)
        and is_of_the_meeting(page, one.span[0])
    ]
    named = bodies.in_title(title)
    if committee and named and not _same(page, named, committee):
        found.append((TITLE, named))
    return found


def _same(page: Page, one: Span, other: Span) -> bool:
    """Whether one name is the other, or the other in short."""
    names = ["".join(page.plain[slice(*span)].split()) for span in (one, other)]
    shorter, longer = sorted(names, key=len)
    return longer.startswith(shorter.rstrip("ฯ"))
