"""Meetings with their roll, agenda, resolutions and what was assigned (OParl)."""

from typing import Annotated, Literal

from django.db.models import Q, QuerySet
from pydantic import Field

from committees import oparl
from committees.models import AgendaItem as AgendaItems, Attendee, Meeting
from iad.api.asked import Asked, BuddhistYear, Key, Language, Slug, Words, found
from iad.api.resource import Resource, Watched
from iad.api.schemas import Address, Addresses, Bilingual, Day, Reference, Strict
from iad.bilingual import filled

Start = Annotated[
    str, Field(description="ISO 8601 with offset; a day alone where no hour is stated")
]
Kind = Literal["ordinary", "special"]
State = Literal["planned", "held", "postponed", "cancelled"]
OF_ITEM = "SELECT meeting_id AS id FROM committees_agendaitem WHERE id = {row}.item_id"
OF_RESOLUTION = (
    "SELECT item.meeting_id AS id FROM committees_resolution decided"
    " JOIN committees_agendaitem item ON item.id = decided.item_id"
    " WHERE decided.id = {row}.resolution_id"
)
OF_ATTENDEE = "SELECT meeting_id AS id FROM committees_attendee WHERE {column} = {{row}}.id"


class Attendance(Strict):
    """A line of the roll call (Akoma Ntoso); the position is the one held that day."""

    name: Bilingual
    position: Bilingual
    person_id: Reference
    department_id: Reference
    membership_id: Reference
    capacity: Literal[
        "chair",
        "vice_chair",
        "adviser",
        "member",
        "secretary",
        "assistant_secretary",
        "participant",
        "guest",
    ]
    presence: Literal["present", "substitute", "absent"]
    substitute_for_id: Annotated[int | None, Field(description="The seat (membership)")]


class Assignment(Strict):
    """What a department was asked to do, by when, and how it stands."""

    department_id: int
    task: Bilingual
    due_on: Day | None
    status: Literal["open", "in_progress", "done", "dropped"]


class Resolution(Strict):
    """OParl resolutionText."""

    kind: Literal["acknowledged", "approved", "assigned", "deferred"]
    resolution_text: Bilingual
    assignments: list[Assignment]


class AgendaItem(Strict):
    """OParl AgendaItem; `number` counts the closed items too, as the minutes do."""

    number: str
    section: Bilingual
    name: Bilingual
    description: Bilingual
    resolutions: list[Resolution]


class File(Strict):
    """OParl File."""

    name: Bilingual
    kind: Literal["invitation", "agenda", "paper", "minutes", "other"]
    access_url: Address
    sha256_checksum: str | None


class MeetingRecord(Strict):
    """OParl 1.1 Meeting, its words in snake case; number and B.E. year as the minutes cite them."""

    id: int
    url: Addresses
    organization_id: int
    number: int
    be_year: int
    reference: str
    kind: Kind
    meeting_state: State
    status_note: Bilingual
    start: Start
    end: Start | None
    attendance_mode: Literal["in_person", "online", "hybrid"]
    location: Bilingual
    description: Bilingual
    minutes_state: Literal["none", "draft", "circulated", "certified"]
    certified_at_id: Reference
    certified_on: Day | None
    attendees: list[Attendance]
    agenda_items: list[AgendaItem]
    files: list[File]


class MeetingsAsked(Asked):
    year: BuddhistYear | None = None
    committee: Slug | None = None
    department: Key | None = Field(None, description="One that was present")
    kind: Kind | None = None
    state: State | None = None
    language: Language | None = Field(None, description="With a summary or agenda item in it")
    q: Words | None = None


def narrow_meetings(rows: QuerySet, asked: MeetingsAsked) -> QuerySet:
    if asked.year:
        rows = rows.filter(be_year=asked.year)
    if asked.committee:
        rows = rows.filter(committee__slug=asked.committee)
    if asked.department:
        attended = Attendee.objects.public().present().filter(department=asked.department)
        rows = rows.filter(pk__in=attended.order_by().values("meeting"))
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.state:
        rows = rows.filter(status=asked.state)
    if asked.language:
        items = AgendaItems.objects.public().filter(filled(f"title_{asked.language}"))
        told = filled(f"summary_{asked.language}")
        rows = rows.filter(told | Q(pk__in=items.order_by().values("meeting")))
    return found(rows, "meeting", asked.q)


MEETINGS = Resource(
    name="meetings",
    kind="meeting",
    model=Meeting,
    public=oparl.meetings_for_machines,
    write=oparl.meetings,
    schema=MeetingRecord,
    filters=MeetingsAsked,
    narrow=narrow_meetings,
    watched=(
        Watched("committees_meeting"),
        Watched(
            "committees_meeting",
            "SELECT id FROM committees_meeting WHERE certified_at_id = {row}.id",
        ),
        Watched(
            "committees_committee",
            "SELECT id FROM committees_meeting WHERE committee_id = {row}.id",
        ),
        *(
            Watched(table, "SELECT {row}.meeting_id AS id")
            for table in (
                *("committees_attendee", "committees_agendaitem"),
                *("committees_agendaheading", "committees_document"),
            )
        ),
        Watched("committees_resolution", OF_ITEM),
        Watched("committees_assignment", OF_RESOLUTION),
        Watched("committees_person", OF_ATTENDEE.format(column="person_id")),
        Watched("committees_department", OF_ATTENDEE.format(column="department_id")),
    ),
    about="Meetings: who came, what was talked about, decided and assigned",
    standard="OParl 1.1",
)
