"""The roll call by exception: everyone on the roll came, until something else is said.

A seat keeps its line. Where somebody came in its holder's place, the line names who came, and the
seat it stands for says whose place it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _, ngettext

from committees.forwards import naming_kept_entries
from committees.models import Attendee, Department, Meeting, Person
from iad.bilingual import columns
from iad.models import User
from iad.thai.names import without_prefix
from iad.thai.text import squeeze

Capacity, Presence = Attendee.Capacity, Attendee.Presence
MOST_LINES = 500  # of one roll
WRITTEN = (
    *("person", "department", "capacity", "presence", "substitute_for", "is_public"),
    *(column for name in ("name", "position", "reason") for column in columns(name)),
)


@dataclass(frozen=True)
class Came:
    """Who came, in what position: from the register, else the name as written."""

    person: Person | None = None
    names: dict[str, str] = field(default_factory=dict)  # name_th, name_en
    positions: dict[str, str] = field(default_factory=dict)  # position_th, position_en

    @property
    def is_somebody(self) -> bool:
        return bool(self.person or any(self.names.values()) or any(self.positions.values()))


@dataclass(frozen=True)
class Heard:
    """What one line of a pasted roster says of the roll, once a secretary confirmed it.

    ``line`` is the seat's line on the roll that it speaks of; None adds a line.
    """

    presence: str
    came: Came = Came()
    line: int | None = None
    capacity: str = ""
    department: Department | None = None
    reasons: dict[str, str] = field(default_factory=dict)  # reason_th, reason_en


def roll_of(meeting: Meeting) -> QuerySet[Attendee]:
    """The lines of the roll by rank, with all that a line shows."""
    return (
        Attendee.objects.filter(meeting=meeting)
        .select_related(
            *("person", "department", "membership__person", "membership__department"),
            *("substitute_for__person", "substitute_for__department"),
        )
        .order_by("order", "pk")
    )


def locked_roll_of(meeting: Meeting) -> list[Attendee]:
    """The same, for whoever writes it next; inside a transaction."""
    return list(roll_of(meeting).select_for_update(of=("self",)))


def people_by_name() -> dict[str, list[Person]]:
    """The register by name without prefix and blanks, in both languages and every spelling."""
    people: dict[str, dict[int, Person]] = {}
    rows = Person.objects.select_related("merged_into").order_by("pk")
    for row in rows.defer("sort_th", "sort_en", "merged_into__sort_th", "merged_into__sort_en"):
        person = row.merged_into or row
        for name in {key_of_name(getattr(row, column) or "") for column in columns("name")}:
            if name:
                people.setdefault(name, {})[person.pk] = person
    return {name: list(bearers.values()) for name, bearers in people.items()}


def key_of_name(name: str) -> str:
    return squeeze(without_prefix(name))


def name_in(language: str, person: Person) -> str:
    """With the prefix, as a roster of that language writes it; empty where there is no name."""
    name = getattr(person, f"name_{language}") or ""
    prefix = getattr(person, f"prefix_{language}") or ""
    glue = " " if language == "en" and prefix else ""
    return f"{prefix}{glue}{name}" if name else ""


# --- what a line says -------------------------------------------------------------------------


def stand_in(line: Attendee, came: Came) -> None:
    """Somebody came in the place of the seat's holder."""
    if not came.is_somebody:
        raise ValidationError(_("Write the name or the position of who came."))
    if line.membership_id:
        line.substitute_for = line.membership
    line.presence = Presence.SUBSTITUTE
    _name(line, came)


def take_seat(line: Attendee, presence: str) -> None:
    """The line of a seat is its holder's again."""
    line.presence = presence
    line.substitute_for = None
    seat = line.membership
    positions = {column: getattr(seat, column) for column in columns("position")}
    _name(line, Came(seat.person, positions=positions))
    if seat.person_id is None and line.department_id is None:
        line.department = seat.department


def _name(line: Attendee, came: Came) -> None:
    line.person = came.person
    for column in columns("name"):
        setattr(line, column, None if came.person else came.names.get(column) or None)
    for column in columns("position"):
        setattr(line, column, came.positions.get(column) or None)


def values_of(line: Attendee) -> list:
    """What the line says; its rank is the roll's."""
    return [line.serializable_value(name) or "" for name in WRITTEN]


def said_of_chair(roll: Iterable[Attendee]) -> str:
    """What is still to be said of who presided; empty where it is clear."""
    chairs = [line for line in roll if line.capacity == Capacity.CHAIR]
    if chairs and all(line.presence == Presence.ABSENT for line in chairs):
        return _(
            "The chair is absent. Say who presided: open that line and change its capacity to"
            " “chair of the meeting”."
        )
    return ""


# --- acts -------------------------------------------------------------------------------------


@transaction.atomic
def call_roll(
    meeting: Meeting,
    *,
    by: User,
    changed: Iterable[Attendee] = (),
    added: Iterable[Attendee] = (),
    removed: Iterable[Attendee] = (),
) -> int:
    """Write the lines that changed, and nothing else; the number of lines written.

    Once the minutes are certified only who is named openly may change.
    """
    changed, added, removed = list(changed), list(added), list(removed)
    count = len(changed) + len(added) + len(removed)
    if not count:
        return 0
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.is_locked:
        if added or removed:
            raise ValidationError(_("The minutes are certified: the roll stays as it is."))
        Attendee.objects.bulk_update(changed, ["is_public"])
        _log(meeting, by, count)
        return count
    written = {line.pk for line in (*changed, *removed)}
    others = [line for line in locked_roll_of(meeting) if line.pk not in written]
    check_roll([*others, *changed, *added])
    with naming_kept_entries():
        _write(meeting, changed, added, removed)
    _log(meeting, by, count)
    return count


def _write(meeting: Meeting, changed: list, added: list, removed: list) -> None:
    Attendee.objects.filter(pk__in=[line.pk for line in removed]).delete()
    # Two lines may change places: both stand aside before either is written.
    Attendee.objects.filter(pk__in=[line.pk for line in changed]).update(
        person=None, name_th="-", capacity=Capacity.MEMBER
    )
    Attendee.objects.bulk_update(changed, ["order", *WRITTEN])
    last = Attendee.objects.filter(meeting=meeting).aggregate(last=Max("order"))["last"] or 0
    for order, line in enumerate(added, last + 1):
        line.meeting, line.order = meeting, order
        line.save(force_insert=True)


@transaction.atomic
def take_over(
    meeting: Meeting, *, by: User, heard: Iterable[Heard], others_are_absent: bool = False
) -> int:
    """Write a confirmed roster onto the roll; the number of lines written."""
    roll = {line.pk: line for line in locked_roll_of(meeting)}
    spoken_of, changed, added = set(), [], []
    for one in heard:
        if one.line is None:
            added.append(_new_line(one))
            continue
        line = roll.get(one.line)
        if line is None:
            raise ValidationError(_("Somebody removed a line of the roll meanwhile."))
        if line.pk in spoken_of:
            raise ValidationError(
                _("Two lines speak of the seat of %(name)s."),
                params={"name": line.membership.holder if line.membership else line},
            )
        spoken_of.add(line.pk)
        before = values_of(line)
        _hear(line, one)
        if values_of(line) != before:
            changed.append(line)
    if others_are_absent:
        for line in roll.values():
            if line.membership_id and line.pk not in spoken_of and line.presence == "present":
                line.presence = Presence.ABSENT
                changed.append(line)
    return call_roll(meeting, by=by, changed=changed, added=added)


def _hear(line: Attendee, one: Heard) -> None:
    if one.presence == Presence.SUBSTITUTE:
        stand_in(line, one.came)
    elif line.membership_id and line.presence == Presence.SUBSTITUTE:
        take_seat(line, one.presence)
    else:
        line.presence = one.presence
    if one.presence != Presence.SUBSTITUTE:
        if line.person_id is None and one.came.person:
            line.person = one.came.person
        elif line.person_id is None:
            _fill(line, one.came.names)
        _fill(line, one.came.positions)
    absent = one.presence == Presence.ABSENT
    for column in columns("reason"):
        setattr(line, column, (one.reasons.get(column) or None) if absent else None)


def _fill(line: Attendee, texts: dict[str, str]) -> None:
    """What is written otherwise in the roster; other blanks are no other words."""
    for column, text in texts.items():
        if text and squeeze(text) != squeeze(getattr(line, column) or ""):
            setattr(line, column, text)


def _new_line(one: Heard) -> Attendee:
    line = Attendee(
        presence=one.presence,
        capacity=one.capacity or Capacity.GUEST,
        department=one.department,
        **one.reasons,
    )
    _name(line, one.came)
    return line


def check_roll(roll: list[Attendee]) -> None:
    """What the database refuses of the whole roll, in words that name the lines."""
    if len(roll) > MOST_LINES:
        raise ValidationError(_("A roll has at most %(most)d lines."), params={"most": MOST_LINES})
    chairs = [
        line
        for line in roll
        if line.capacity == Capacity.CHAIR and line.presence != Presence.ABSENT
    ]
    if len(chairs) > 1:
        raise ValidationError(
            _("A meeting has one chair; here are: %(names)s. Change the capacity of the others."),
            params={"names": ", ".join(map(str, chairs))},
        )
    seen = {}
    for line in roll:
        if line.person_id and seen.setdefault(line.person_id, line) is not line:
            twice = _("%(name)s is on the roll twice.")
            raise ValidationError(twice, params={"name": line.person.full_name})
        _check_length(line)
        texts = [getattr(line, name) for name in (*columns("name"), *columns("position"))]
        if not (line.person_id or line.department_id or any(texts)):
            raise ValidationError(_("Name a person, a department or a position."))


def _check_length(line: Attendee) -> None:
    for name in (*columns("name"), *columns("position"), *columns("reason")):
        most, text = line._meta.get_field(name).max_length, getattr(line, name) or ""
        if len(text) > most:
            words = _("“%(begins)s …” is longer than %(most)d letters.")
            raise ValidationError(words, params={"begins": text[:40], "most": most})


def _log(meeting: Meeting, by: User, count: int) -> None:
    told = ngettext("Roll call: %d line changed", "Roll call: %d lines changed", count) % count
    LogEntry.objects.log_actions(by.pk, [meeting], CHANGE, told, single_object=True)
