"""Meetings as a calendar (RFC 5545): a pure writer; folding and escaping are icalendar's.

A meeting without an hour is an all-day event. One with an hour and no stated end has no DTEND:
RFC 5545 (3.6.1) lets it end when it begins, and no length is invented.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText

BANGKOK = ZoneInfo("Asia/Bangkok")
PRODUCT = "-//International Affairs Office, Bangkok//Portal//{language}"
ASK_AGAIN = timedelta(hours=12)


@dataclass(frozen=True)
class EventRecord:
    """A meeting as calendars show it; texts in one language, ``language`` of the summary.

    ``starts`` and ``ends`` are aware datetimes, or dates (the last day included) where no hour is
    stated. ``status`` is CONFIRMED, TENTATIVE or CANCELLED.
    """

    uid: str
    sequence: int
    changed_at: datetime
    starts: date | datetime
    ends: date | datetime | None
    summary: str
    language: str
    status: str
    url: str
    location: str = ""
    description: str = ""


def calendar(name: str, language: str, events: Iterable[EventRecord]) -> bytes:
    """The whole calendar as UTF-8, lines folded at 75 octets."""
    whole = Calendar()
    whole.add("prodid", PRODUCT.format(language=language.upper()))
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "PUBLISH")
    whole.add("name", vText(name, params={"language": language}))
    whole.add("x-wr-calname", name)
    whole.add("x-wr-timezone", BANGKOK.key)
    whole.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    whole.add_component(Timezone.from_tzinfo(BANGKOK))
    for record in events:
        whole.add_component(_event(record))
    return whole.to_ical()


def _event(record: EventRecord) -> Event:
    event = Event()
    event.add("uid", record.uid)
    event.add("dtstamp", record.changed_at)
    event.add("last-modified", record.changed_at)
    event.add("sequence", record.sequence)
    event.add("dtstart", _in_bangkok(record.starts))
    if (ends := _end(record)) is not None:
        event.add("dtend", ends)
    spoken = {"language": record.language}
    event.add("summary", record.summary, parameters=spoken)
    if record.location:
        event.add("location", record.location, parameters=spoken)
    if record.description:
        event.add("description", record.description, parameters=spoken)
    event.add("url", record.url)
    event.add("status", record.status)
    event.add("class", "PUBLIC")
    return event


def _end(record: EventRecord) -> date | datetime | None:
    """DTEND, which excludes its own day; it comes after DTSTART or is left out."""
    if not isinstance(record.starts, datetime):
        return (record.ends or record.starts) + timedelta(days=1)
    if record.ends is None or record.ends <= record.starts:
        return None
    return _in_bangkok(record.ends)


def _in_bangkok(value: date | datetime) -> date | datetime:
    return value.astimezone(BANGKOK) if isinstance(value, datetime) else value
