"""Recording a meeting that a text told of: what a person confirmed, as a whole or not at all.

The roll holds who was named, and nobody else: of members whom the text passes over it is not known
whether they came. Positions stand in the language of the text.
"""

from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _, override

from committees.calling import Capacity, check_roll, key_of_name
from committees.convening import copy_sections
from committees.models import (
    AgendaItem,
    Assignment,
    Attendee,
    Committee,
    Department,
    Meeting,
    Membership,
    Person,
    Resolution,
    Section,
)
from committees.models.heading import number_for, sections_of
from committees.seating import day_of, seats_on
from committees.told import (
    Asked,
    NewCommittee,
    Present,
    Represented,
    Told,
    language_of,
    written,
)
from iad.bilingual import columns
from iad.models import User
from iad.thai.names import split_prefix
from iad.thai.text import squeeze


class NumberTakenError(ValidationError):
    """The number is that of a meeting recorded already."""

    def __init__(self, meeting: Meeting):
        self.meeting = meeting
        told = {"meeting": str(meeting)}
        super().__init__(_("%(meeting)s is recorded already.") % told, code="taken")


@transaction.atomic
def record_meeting(told: Told, *, by: User) -> Meeting:
    """The meeting with its roll and what was assigned; NumberTakenError where there is one."""
    committee, added = _committee(told.committee)
    meeting = _meeting(committee, told)
    copy_sections(meeting)
    by_name = _departments(told)
    people = _people(told)
    lines = _lines(meeting, told, by_name, people)
    check_roll(lines)
    Attendee.objects.bulk_create(lines)
    _assign(meeting, told.assignments, by_name)
    added += [*by_name.values(), *people.values()]
    if added:
        words = _("added with %(meeting)s") % {"meeting": meeting}
        LogEntry.objects.log_actions(by.pk, added, ADDITION, words)
    words = _("recorded from a text")
    LogEntry.objects.log_actions(by.pk, [meeting], ADDITION, words, single_object=True)
    return meeting


# --- committee and meeting --------------------------------------------------------------------


def _committee(told: Committee | NewCommittee) -> tuple[Committee, list]:
    """Locked until the end, so that of two who take a number the second is told."""
    if isinstance(told, Committee):
        return Committee.objects.select_for_update(no_key=True).get(pk=told.pk), []
    committee = Committee(
        name_th=told.name_th, name_en=told.name_en, slug=told.slug, kind=told.kind
    )
    _save_new(committee, _("The address “%(slug)s” is taken meanwhile.") % {"slug": told.slug})
    return committee, [committee]


def _meeting(committee: Committee, told: Told) -> Meeting:
    taken = Meeting.objects.with_committee().filter(
        committee=committee, number=told.number, be_year=told.be_year
    )
    if there := taken.first():
        raise NumberTakenError(there)
    is_past = told.starts_at <= timezone.now()
    meeting = Meeting(
        committee=committee,
        number=told.number,
        be_year=told.be_year,
        kind=told.kind,
        status=Meeting.Status.HELD if is_past else Meeting.Status.PLANNED,
        starts_at=told.starts_at,
        ends_at=told.ends_at,
        time_is_stated=told.time_is_stated,
        mode=told.mode,
        access=told.access,
        **written("venue", told.venue),
    )
    meeting.full_clean()
    try:
        with transaction.atomic():
            meeting.save()
    except IntegrityError as error:
        # Somebody wrote it past the committee's lock, such as on the form of a meeting.
        if there := taken.first():
            raise NumberTakenError(there) from error
        raise
    return meeting


def _save_new(row: models.Model, taken: str) -> None:
    row.full_clean()
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise ValidationError(taken) from error


# --- the register -----------------------------------------------------------------------------


def _departments(told: Told) -> dict[str, Department]:
    """The new ones, by name."""
    new: dict[str, Department] = {}
    for one in told.departments:
        if one.is_new and squeeze(one.name) not in new:
            department = Department(name_th=one.name)
            words = _("There is a department “%(name)s” meanwhile.") % {"name": one.name}
            _save_new(department, words)
            new[squeeze(one.name)] = department
    return new


def _people(told: Told) -> dict[str, Person]:
    """The new ones, by name without prefix."""
    new: dict[str, Person] = {}
    for one in told.people:
        if one.is_new:
            key = key_of_name(one.name)
            if key in new:
                raise ValidationError(_("%(name)s is on the roll twice."), params=vars(one))
            new[key] = _person(one.name)
    Person.objects.bulk_create(new.values())
    return new


def _person(written_name: str) -> Person:
    prefix, name = split_prefix(written_name)
    language = language_of(name)
    person = Person(**{f"prefix_{language}": prefix, f"name_{language}": name})
    person.clean_fields()  # sixty people are not sixty questions to the database
    return person


# --- the roll ---------------------------------------------------------------------------------


def _lines(meeting: Meeting, told: Told, by_name: dict, people: dict) -> list[Attendee]:
    """The chair first, all others as the text names them."""
    seats = seats_on(meeting.committee, day_of(meeting))
    chair_first = sorted(told.people, key=lambda one: one.capacity != Capacity.CHAIR)
    lines = [_named(one, people, seats) for one in chair_first]
    lines += [_represented(one, by_name, seats) for one in told.departments]
    for order, line in enumerate(lines, start=1):
        line.meeting, line.order = meeting, order
    return lines


def _named(one: Present, people: dict, seats: list[Membership]) -> Attendee:
    person = people[key_of_name(one.name)] if one.is_new else one.person
    line = Attendee(person=person, capacity=one.capacity)
    position = one.position
    if person is None:
        _write(line, "name", one.name)
    else:
        line.membership = next((seat for seat in seats if seat.person_id == person.pk), None)
    if one.instead_of:
        line.presence = Attendee.Presence.SUBSTITUTE
        line.substitute_for = line.membership = _seat_of(one.instead_of, seats)
        if line.substitute_for is None:  # whose place it was is said as minutes say it
            template = {"th": "{} แทน{}", "en": "{} for {}"}[language_of(one.instead_of)]
            position = template.format(position, one.instead_of).strip()
    _write(line, "position", position)
    return line


def _represented(one: Represented, by_name: dict, seats: list[Membership]) -> Attendee:
    line = Attendee(capacity=Capacity.PARTICIPANT)
    line.department = by_name[squeeze(one.name)] if one.is_new else one.department
    if line.department is None:
        _write(line, "position", one.name)
        return line
    held = (seat for seat in seats if not seat.person_id)
    seat = next((seat for seat in held if seat.department_id == line.department.pk), None)
    if seat:
        line.membership = seat
        line.capacity = Capacity.MEMBER if seat.role == Capacity.CHAIR else seat.role
    return line


def _seat_of(holder: str, seats: list[Membership]) -> Membership | None:
    """By the name of who holds it, or by its position."""
    for seat in seats:
        person = seat.person
        names = [getattr(person, column) or "" for column in columns("name")] if person else []
        posts = [getattr(seat, column) or "" for column in columns("position")]
        if key_of_name(holder) in map(key_of_name, names) or squeeze(holder) in map(squeeze, posts):
            return seat
    return None


def _write(line: Attendee, name: str, text: str) -> None:
    for column, words in written(name, text).items():
        setattr(line, column, words)


# --- what was assigned ------------------------------------------------------------------------


def _assign(meeting: Meeting, asked: tuple[Asked, ...], by_name: dict) -> None:
    """One item among the other matters: under which the meeting decided them is not told."""
    if not asked:
        return
    language = language_of(asked[0].task)
    with override(language):
        title = _("Assignments, as a report of the meeting tells them")
    section = number_for(sections_of(meeting), Section.OTHER)
    item = AgendaItem.objects.create(
        meeting=meeting, section=section, order=1, **written("title", title)
    )
    for order, one in enumerate(asked, start=1):
        departments = [*one.departments, *(_added(name, by_name) for name in one.named)]
        resolution = Resolution.objects.create(
            item=item,
            order=order,
            kind=Resolution.Kind.ASSIGNED,
            **written("text", _words(one, departments)),
        )
        Assignment.objects.bulk_create(
            Assignment(
                resolution=resolution,
                department=department,
                due_on=one.due_on,
                **written("task", one.task),
            )
            for department in departments
        )


def _words(one: Asked, departments: list[Department]) -> str:
    """Who was asked, and the words of the text."""
    with override(language_of(one.task)):
        names = ", ".join(map(str, departments))
        return _("Assigned to %(departments)s: %(task)s") % {
            "departments": names,
            "task": one.task,
        }


def _added(name: str, by_name: dict) -> Department:
    if department := by_name.get(squeeze(name)):
        return department
    raise ValidationError(
        _("“%(name)s” is not in the register: add it as a new department, or leave it out."),
        params={"name": name},
    )
