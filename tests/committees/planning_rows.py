"""A committee's meetings as tests of planning need them: held, planned, with something open."""

from datetime import datetime

from django.utils import timezone

from committees.convening import convene, proposal
from committees.models import AgendaItem, Assignment, Committee, Meeting
from tests.factories import make_assignment, make_item, make_meeting, make_resolution, make_user

BANGKOK = timezone.get_default_timezone()


def at(year: int, month: int, day: int, hour: int = 9) -> datetime:
    return datetime(year, month, day, hour, 30, tzinfo=BANGKOK)


def plan(committee: Committee, starts_at: datetime, **fields) -> Meeting:
    """Convene its next meeting, numbered as proposed for the day."""
    offered = proposal(committee, on=timezone.localdate(starts_at))
    numbers = {"number": offered.number, "be_year": offered.be_year, "by": make_user("secretary")}
    return convene(committee, starts_at=starts_at, **numbers | fields)


def held(committee: Committee, number: int, starts_at: datetime, **fields) -> Meeting:
    return make_meeting(committee=committee, number=number, starts_at=starts_at, **fields)


def decide(meeting: Meeting, *, title="เรื่องเมืองพี่น้อง", access="public", **fields) -> Assignment:
    """An item of the meeting with one open assignment."""
    item = make_item(meeting=meeting, title_th=title, access=access)
    return make_assignment(resolution=make_resolution(item=item), **fields)


def arising(meeting: Meeting) -> list[AgendaItem]:
    """The matters that it comes back to."""
    return list(meeting.agenda.exclude(follows=None))
