"""A meeting as open data, in the words of OParl 1.1 (https://schema.oparl.org/1.1/). Pure.

Meeting, AgendaItem and File; who came is Akoma Ntoso's roll call. Whatever is given was read
through ``public()`` (`meetings_for_machines`).
"""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Prefetch, QuerySet
from django.utils.translation import override

from committees.models import (
    AgendaHeading,
    AgendaItem,
    Assignment,
    Attendee,
    Document,
    Meeting,
    Resolution,
)
from committees.models.agenda import shown_numbers
from committees.models.heading import Section
from committees.popolo import full_name
from iad.bilingual import LANGUAGES
from iad.open_data import absolute, addresses, bilingual, day, moment


def meetings_for_machines() -> QuerySet[Meeting]:
    """Open meetings with their open parts, in a fixed number of queries."""
    return (
        Meeting.objects.public()
        .with_committee()
        .prefetch_related(
            Prefetch("attendees", Attendee.objects.public().with_names()),
            Prefetch("agenda", AgendaItem.objects.public()),
            Prefetch("agenda__resolutions", Resolution.objects.public()),
            Prefetch("agenda__resolutions__assignments", Assignment.objects.public()),
            Prefetch("documents", Document.objects.public()),
            Prefetch("headings", AgendaHeading.objects.all()),
            Prefetch("certified_at", Meeting.objects.public()),
        )
    )


def meetings(records: Iterable[Meeting]) -> Iterator[dict]:
    """Each as a record; the numbers of the items, which count closed ones, are asked for once."""
    records = list(records)
    numbers = shown_numbers([record.pk for record in records])
    return (meeting(record, numbers) for record in records)


def meeting(record: Meeting, numbers: Mapping[int, str]) -> dict:
    certified_at = record.certified_at if record.certified_at_id else None
    starts, ends = moment(record.starts_at), moment(record.ends_at)
    if not record.time_is_stated:  # a day, and no invented midnight
        starts, ends = starts[:10], ends and ends[:10]
    return {
        "id": record.pk,
        "url": addresses(record),
        "organization_id": record.committee_id,
        "number": record.number,
        "be_year": record.be_year,
        "reference": record.reference,
        "kind": record.kind,
        "meeting_state": record.status,
        "status_note": bilingual(record, "status_note"),
        "start": starts,
        "end": ends,
        "attendance_mode": record.mode,
        "location": bilingual(record, "venue"),
        "description": bilingual(record, "summary"),
        "minutes_state": record.minutes_state,
        "certified_at_id": certified_at and certified_at.pk,
        "certified_on": day(record.certified_on),
        "attendees": [attendee(one) for one in record.attendees.all()],
        "agenda_items": [item(record, one, numbers[one.pk]) for one in record.agenda.all()],
        "files": [file(one) for one in record.documents.all()],
    }


def attendee(record: Attendee) -> dict:
    """As written that day, else from the register; why somebody was absent is not told."""
    name = bilingual(record, "name")
    if not any(name.values()):
        name = full_name(record.person) if record.person else name
    if not any(name.values()) and record.department:
        name = bilingual(record.department, "name")
    return {
        "name": name,
        "position": bilingual(record, "position"),
        "person_id": record.person_id,
        "department_id": record.department_id,
        "membership_id": record.membership_id,
        "capacity": record.capacity,
        "presence": record.presence,
        "substitute_for_id": record.substitute_for_id,
    }


def item(of: Meeting, record: AgendaItem, number: str) -> dict:
    return {
        "number": number,
        "section": section(of, record.section),
        "name": bilingual(record, "title"),
        "description": bilingual(record, "detail"),
        "resolutions": [resolution(one) for one in record.resolutions.all()],
    }


def section(of: Meeting, number: int) -> dict[str, str | None]:
    """The section's words in either language: the meeting's own, else the standard ones."""
    own = {heading.number: heading for heading in of.headings.all()}
    heading = own.get(number)
    if heading and any((said := bilingual(heading, "title")).values()):
        return said
    known = not own and number in Section.values
    purpose = Section(heading.purpose if heading else number if known else Section.OTHER)
    return {language: _in(language, purpose) for language in LANGUAGES}


def _in(language: str, purpose: Section) -> str:
    with override(language):
        return str(purpose.label)


def resolution(record: Resolution) -> dict:
    return {
        "kind": record.kind,
        "resolution_text": bilingual(record, "text"),
        "assignments": [assignment(one) for one in record.assignments.all()],
    }


def assignment(record: Assignment) -> dict:
    return {
        "department_id": record.department_id,
        "task": bilingual(record, "task"),
        "due_on": day(record.due_on),
        "status": record.status,
    }


def file(record: Document) -> dict:
    return {
        "name": bilingual(record, "title"),
        "kind": record.kind,
        "access_url": absolute(record.file.url),
        "sha256_checksum": record.sha256 or None,
    }
