"""The roll of a meeting that a text told of, with the people and departments that are new.

It holds who was named, and nobody else: of members whom the text passes over it is not known
whether they came. Positions stand in the language of the text.
"""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from committees.calling import Capacity, check_roll, key_of_name
from committees.forwards import naming_kept_entries
from committees.models import Attendee, Department, Meeting, Membership, Person
from committees.seating import day_of, seats_on
from committees.told import Present, Represented, Told, language_of, written
from iad.bilingual import columns
from iad.thai.names import split_prefix
from iad.thai.text import squeeze


def call_told_roll(meeting: Meeting, told: Told) -> tuple[dict[str, Department], list[Person]]:
    """Write the lines of an empty roll; the departments added, by name, and the people added."""
    by_name, people = _departments(told), _people(told)
    lines = _lines(meeting, told, by_name, people)
    check_roll(lines)
    with naming_kept_entries():
        Attendee.objects.bulk_create(lines)
    return by_name, list(people.values())


def save_new(row: models.Model, taken: str) -> None:
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
            save_new(department, words)
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
