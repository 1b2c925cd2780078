"""Planning a meeting: number, roll and agenda made ready, then moved, called off or held.

Two secretaries who convene the same committee at once get one number each, or one of them is told
which number is free. Every other act is one compare-and-set: pressed twice, it happens once.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.carrying import carry_matters_arising
from committees.models import AgendaHeading, Committee, Meeting
from committees.seating import day_of, fit_roll, locked, preset_roll
from iad.models import User
from iad.publication import Access
from iad.thai.dates import be_year, fiscal_year

Status = Meeting.Status
# From which states an act leads on.
FROM = {
    "postpone": (Status.PLANNED, Status.POSTPONED),
    "cancel": (Status.PLANNED, Status.POSTPONED),
    "hold": (Status.PLANNED, Status.POSTPONED),
    "refresh": (Status.PLANNED,),
    "reinstate": (Status.CANCELLED,),
}


@dataclass(frozen=True)
class Proposal:
    """The next free number of a committee: ครั้งที่ <number>/<be_year>."""

    number: int
    be_year: int

    def __str__(self):
        return f"{self.number}/{self.be_year}"


def proposal(committee: Committee, *, on: date) -> Proposal:
    """Special meetings count on with the others, and a cancelled one keeps its number."""
    by_budget = committee.numbered_by == Committee.Numbering.FISCAL
    return _next_of(committee, fiscal_year(on) if by_budget else be_year(on))


def possible_acts(meeting: Meeting) -> list[str]:
    """Names of acts that its state allows, for buttons."""
    return (
        []
        if meeting.is_locked
        else [act for act, states in FROM.items() if meeting.status in states]
    )


def _ask_that_it_certified_nothing(row: Meeting) -> None:
    """Minutes stay certified at a meeting that took place."""
    if certified := row.certified.first():
        message = _("Meeting %(reference)s was certified here: this one stays on its day.")
        raise ValidationError(message, params={"reference": certified.reference})


@transaction.atomic
def convene(
    committee: Committee,
    *,
    number: int,
    be_year: int,
    starts_at: datetime,
    by: User,
    time_is_stated: bool = True,
    ends_at: datetime | None = None,
    kind: str = Meeting.Kind.ORDINARY,
    mode: str = Meeting.Mode.IN_PERSON,
    venue_th: str = "",
    venue_en: str = "",
    online_url: str = "",
    access: str = Access.PUBLIC,
) -> Meeting:
    """Plan a meeting with its roll, its sections and what is still open."""
    # Not the key: whoever writes a meeting past this lock holds the number and asks for the key.
    committee = Committee.objects.select_for_update(no_key=True).get(pk=committee.pk)
    taken = committee.meetings.filter(number=number, be_year=be_year)
    if taken.exists():
        raise _taken(committee, number, be_year)
    meeting = Meeting(
        committee=committee,
        number=number,
        be_year=be_year,
        starts_at=starts_at,
        time_is_stated=time_is_stated,
        ends_at=ends_at,
        kind=kind,
        mode=mode,
        venue_th=venue_th,
        venue_en=venue_en,
        online_url=online_url,
        access=access,
    )
    meeting.full_clean()
    try:
        with transaction.atomic():
            meeting.save()
    except IntegrityError as error:
        # Somebody wrote it past the committee's lock, such as on the form of a meeting.
        if not taken.exists():
            raise
        raise _taken(committee, number, be_year) from error
    copy_sections(meeting)
    preset_roll(meeting)
    carry_matters_arising(meeting)
    LogEntry.objects.log_actions(
        by.pk, [meeting], ADDITION, _("meeting planned"), single_object=True
    )
    return meeting


def copy_sections(meeting: Meeting) -> None:
    """The committee's own sections: an old agenda keeps them when the committee changes its own."""
    AgendaHeading.objects.bulk_create(
        AgendaHeading(
            meeting=meeting,
            number=one.number,
            purpose=one.purpose,
            title_th=one.title_th or "",
            title_en=one.title_en or "",
        )
        for one in meeting.committee.headings.all()
    )


@transaction.atomic
def refresh(meeting: Meeting, *, by: User) -> bool:
    """Make roll and agenda fit the day and the record as they are now."""
    row = locked(meeting)
    _ask(row, Status.PLANNED)
    before = _contents(row)
    fit_roll(row)
    carry_matters_arising(row)
    if changed := _contents(row) != before:
        _note(row, _("roll and matters arising brought up to date"), by=by)
    return changed


@transaction.atomic
def postpone(
    meeting: Meeting,
    *,
    to: datetime | None,
    by: User,
    ends_at: datetime | None = None,
    time_is_stated: bool = True,
    note_th: str = "",
    note_en: str = "",
) -> bool:
    """Move it to another day, or leave the day open; the number stays."""
    row = locked(meeting)
    _ask(row, *FROM["postpone"])
    _ask_that_it_certified_nothing(row)
    changes = {"status_note_th": note_th, "status_note_en": note_en}
    if to is None:
        changes |= {"status": Status.POSTPONED}
    else:
        changes |= {"status": Status.PLANNED, "starts_at": to, "ends_at": ends_at}
        changes |= {"time_is_stated": time_is_stated}
    moved = _change(meeting, row, changes, _("postponed"), by=by)
    if moved and to is not None:
        # On an earlier day there is nothing to come back to of what follows it now.
        meeting.agenda.filter(follows__meeting__starts_at__gte=to, resolutions=None).delete()
        fit_roll(meeting)
        carry_matters_arising(meeting)
    return moved


@transaction.atomic
def cancel(meeting: Meeting, *, by: User, note_th: str = "", note_en: str = "") -> bool:
    """Call it off. It keeps its number, and later meetings pass over it."""
    row = locked(meeting)
    if row.status == Status.CANCELLED:
        return False
    _ask(row, *FROM["cancel"])
    _ask_that_it_certified_nothing(row)
    changes = {"status": Status.CANCELLED, "status_note_th": note_th, "status_note_en": note_en}
    return _change(meeting, row, changes, _("cancelled"), by=by)


@transaction.atomic
def reinstate(meeting: Meeting, *, by: User) -> bool:
    """Take back that it was called off."""
    row = locked(meeting)
    if row.status == Status.PLANNED:
        return False
    _ask(row, *FROM["reinstate"])
    changes = {"status": Status.PLANNED, "status_note_th": "", "status_note_en": ""}
    return _change(meeting, row, changes, _("reinstated"), by=by)


@transaction.atomic
def hold(
    meeting: Meeting,
    *,
    starts_at: datetime,
    by: User,
    ends_at: datetime | None = None,
    time_is_stated: bool = True,
) -> bool:
    """Record that it took place, with the hours at which it really began and ended."""
    row = locked(meeting)
    if row.status == Status.HELD:
        return False
    _ask(row, *FROM["hold"])
    if starts_at > timezone.now():
        raise ValidationError(_("A meeting that has not begun was not held."))
    if ends_at and ends_at > timezone.now():
        raise ValidationError(_("It has not ended yet: leave the end empty until it has."))
    changes = {"status": Status.HELD, "starts_at": starts_at, "ends_at": ends_at}
    changes |= {"time_is_stated": time_is_stated}
    held = _change(meeting, row, changes, _("held"), by=by)
    if day_of(row) != day_of(meeting):
        fit_roll(meeting)
    return held


def _contents(meeting: Meeting) -> tuple[Collection, Collection]:
    lines = meeting.attendees.values_list("pk", flat=True)
    items = meeting.agenda.values_list("pk", "access")
    return set(lines), set(items)


def _next_of(committee: Committee, year: int) -> Proposal:
    last = committee.meetings.filter(be_year=year).aggregate(last=Max("number"))["last"]
    return Proposal((last or 0) + 1, year)


def _taken(committee: Committee, number: int, year: int) -> ValidationError:
    told = {"number": f"{number}/{year}", "next": _next_of(committee, year)}
    message = _("Number %(number)s is taken; the next free one is %(next)s.") % told
    return ValidationError({"number": message})


def _ask(meeting: Meeting, *states: Status) -> None:
    if meeting.is_locked or meeting.status not in states:
        state = meeting.get_status_display()
        raise ValidationError(
            _("This cannot be done: the meeting is %(state)s.") % {"state": state}
        )


def _change(meeting: Meeting, row: Meeting, changes: dict, told: str, *, by: User) -> bool:
    """Write what differs, as a whole or not at all; ``row`` is the meeting as it was, locked."""
    if all((getattr(row, name) or None) == (value or None) for name, value in changes.items()):
        return False
    meeting.refresh_from_db()
    for name, value in changes.items():
        setattr(meeting, name, value)
    meeting.full_clean()
    now = timezone.now()
    Meeting.objects.filter(pk=row.pk, status=row.status).update(**changes, changed_at=now)
    meeting.refresh_from_db()
    _note(meeting, told, by=by)
    return True


def _note(meeting: Meeting, told: str, *, by: User) -> None:
    LogEntry.objects.log_actions(by.pk, [meeting], CHANGE, told, single_object=True)
