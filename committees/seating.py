"""Whom the roll of a meeting begins with: the seats of the committee held on its day."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from committees.models import Attendee, Committee, Meeting, Membership


def seats_on(committee: Committee, day: date) -> list[Membership]:
    """Whom the roll of a meeting on that day begins with: by rank, nobody twice."""
    seats, people = [], set()
    for seat in committee.memberships.current(on=day).by_rank().with_holders():
        if seat.person_id is None or seat.person_id not in people:
            seats.append(seat)
            people.add(seat.person_id)
    return seats


@transaction.atomic
def preset_roll(meeting: Meeting) -> int:
    """One line for each seat held on the first day; the number added, none the second time.

    A seat or a person already on the roll is left as it is, and so is somebody who takes the chair.
    """
    meeting = locked(meeting)
    roll = list(meeting.attendees.all())
    seats = {seat for line in roll for seat in (line.membership_id, line.substitute_for_id)}
    people = {line.person_id for line in roll} - {None}
    has_chair = any(
        line.capacity == Attendee.Capacity.CHAIR and line.presence != Attendee.Presence.ABSENT
        for line in roll
    )
    new = [
        Attendee(
            meeting=meeting,
            order=rank,
            person=seat.person,
            department=seat.department,
            membership=seat,
            position_th=seat.position_th or "",
            position_en=seat.position_en or "",
            # A meeting has one chair; another stays a member until a secretary says otherwise.
            capacity=Attendee.Capacity.MEMBER if has_chair and seat.role == "chair" else seat.role,
        )
        for rank, seat in enumerate(seats_on(meeting.committee, day_of(meeting)), 1)
        if seat.pk not in seats and seat.person_id not in people
    ]
    return len(Attendee.objects.bulk_create(new))


def fit_roll(meeting: Meeting) -> None:
    """The seats of the meeting's day; lines in which somebody wrote something stay."""
    held = [seat.pk for seat in seats_on(meeting.committee, day_of(meeting))]
    left = meeting.attendees.exclude(membership=None).exclude(membership__in=held)
    untouched = left.filter(presence=Attendee.Presence.PRESENT, substitute_for=None).select_related(
        "membership"
    )
    meeting.attendees.filter(pk__in=[line.pk for line in untouched if _is_as_preset(line)]).delete()
    preset_roll(meeting)


def _is_as_preset(line: Attendee) -> bool:
    seat = line.membership
    return line.person_id == seat.person_id and all(
        (getattr(line, column) or "") == (getattr(seat, column) or "")
        for column in ("position_th", "position_en")
    )


def locked(meeting: Meeting) -> Meeting:
    """The row as it is now, for this transaction alone."""
    rows = Meeting.objects.select_for_update(of=("self",), no_key=True).with_committee()
    return rows.get(pk=meeting.pk)


def day_of(meeting: Meeting) -> date:
    return timezone.localdate(meeting.starts_at)
