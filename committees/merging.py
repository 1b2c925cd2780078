"""Two entries of the register that are one person: merged, undone, or told apart.

Merging moves every row that names the duplicate to the entry that is kept, and leaves the
duplicate as a forward: its address leads on, its spelling is still known. Nothing that was written
changes; certified minutes hold the names as copied on their day, and their rows follow only along
a merging (committees.locks).
"""

from itertools import product
from typing import NamedTuple

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Attendee, Committee, Distinction, Meeting, Membership, Merging, Person
from iad.bilingual import LANGUAGES, filled, filled_in_either
from iad.models import User

# What is said about entries of the register stays with those of which it was said.
ABOUT_ENTRIES = (Merging, Distinction)


class Conflicts(NamedTuple):
    """Why two entries may be two people after all."""

    meetings: list[Meeting]  # that both attended: no one is on a roll twice
    seats: list[tuple[Membership, Membership]]  # on one committee at one time
    unwritten: list[Meeting]  # certified, and the name stands only in the register


class Undone(NamedTuple):
    back: int  # rows that name the duplicate again
    left: int  # rows changed meanwhile, which stay as they are


def references() -> list[ForeignKey]:
    """Every column that names a person, in whatever room: committees cannot know those above."""
    found = [
        relation.field
        for relation in Person._meta.get_fields(include_hidden=True)
        if relation.auto_created and (relation.one_to_many or relation.one_to_one)
    ]
    return [field for field in found if field.model not in ABOUT_ENTRIES]


def conflicts(duplicate: Person, kept: Person) -> Conflicts:
    both_there = Meeting.objects.filter(attendees__person=duplicate).filter(attendees__person=kept)
    in_place_of = Q(substitute_for__person=duplicate) & ~(
        filled("substitute_for__position_th") | filled("substitute_for__position_en")
    )
    unwritten = Attendee.objects.filter(
        Q(person=duplicate) & ~filled_in_either("name") | in_place_of,
        meeting__minutes_state="certified",
    )
    seats = {
        person.pk: list(person.memberships.select_related("committee").order_by("pk"))
        for person in (duplicate, kept)
    }
    return Conflicts(
        list(both_there.with_committee().distinct()),
        [pair for pair in product(seats[duplicate.pk], seats[kept.pk]) if _overlap(*pair)],
        list(Meeting.objects.filter(pk__in=unwritten.values("meeting")).with_committee()),
    )


@transaction.atomic
def merge(duplicate: Person, *, into: Person, by: User, both_seats: bool = False) -> bool:
    """Let ``into`` stand for both; False where that was done already.

    Raises ValidationError where both attended one meeting, or sat on one committee at one time
    and ``both_seats`` does not say that this is right.
    """
    if duplicate.pk == into.pk:
        raise ValidationError(_("An entry is not merged into itself."))
    duplicate, kept = _locked(duplicate, into)
    if duplicate.merged_into_id == kept.pk:
        return False
    if forward := next((one for one in (duplicate, kept) if one.merged_into_id), None):
        raise ValidationError(
            _("%(name)s was merged into another entry meanwhile: %(kept)s.")
            % {"name": forward.full_name, "kept": forward.merged_into.full_name}
        )
    _refuse(conflicts(duplicate, kept), both_seats)
    merging = Merging.objects.create(duplicate=duplicate, kept=kept, by=by)
    try:
        with transaction.atomic():
            merging.moved = _move(duplicate, kept)
            Person.objects.filter(pk=duplicate.pk).update(merged_into=kept)
    except IntegrityError as refused:
        raise ValidationError(
            _("The record does not allow it: somebody changed it meanwhile. Look again.")
        ) from refused
    merging.filled = _fill(kept, duplicate)
    merging.save()
    names = {"duplicate": duplicate.full_name, "kept": kept.full_name, "count": merging.count}
    _remember(duplicate, by, _("merged into %(kept)s; rows moved: %(count)d") % names)
    _remember(kept, by, _("%(duplicate)s merged into this entry; rows moved: %(count)d") % names)
    return True


@transaction.atomic
def undo(merging: Merging, *, by: User) -> Undone | None:
    """Give the duplicate back what was moved; None where that was done already.

    What somebody changed meanwhile stays as it is, and so does what was added to the kept entry.
    """
    duplicate, kept = _locked(merging.duplicate, merging.kept)
    merging = Merging.objects.select_for_update().get(pk=merging.pk)
    if merging.undone_at:
        return None
    if duplicate.merged_into_id != kept.pk:
        raise ValidationError(
            _("%(kept)s was merged further, into %(now)s. Undo that first.")
            % {"kept": kept.full_name, "now": duplicate.merged_into.full_name}
        )
    Person.objects.filter(pk=duplicate.pk).update(merged_into=None)
    back = sum(
        _rows(field)
        .filter(pk__in=merging.moved.get(str(field), ()), **{field.name: kept})
        .update(**{field.name: duplicate})
        for field in references()
    )
    _empty(kept, merging.filled)
    Merging.objects.filter(pk=merging.pk).update(undone_at=timezone.now(), undone_by=by)
    outcome = Undone(back, merging.count - back)
    told = {"kept": kept.full_name, "duplicate": duplicate.full_name} | outcome._asdict()
    _remember(
        duplicate,
        by,
        _("merging into %(kept)s undone; rows moved back: %(back)d, left: %(left)d") % told,
    )
    _remember(
        kept,
        by,
        _("merging of %(duplicate)s undone; rows moved back: %(back)d, left: %(left)d") % told,
    )
    return outcome


@transaction.atomic
def tell_apart(one: Person, other: Person, *, by: User) -> bool:
    """Remember that these are two people; False where that was said already."""
    if one.pk == other.pk:
        raise ValidationError(_("An entry is told from another one."))
    first, second = sorted((one, other), key=lambda person: person.pk)
    is_new = Distinction.objects.get_or_create(first=first, second=second)[1]
    if is_new:
        _remember(first, by, _("another person than %(name)s") % {"name": second.full_name})
        _remember(second, by, _("another person than %(name)s") % {"name": first.full_name})
    return is_new


def _locked(*people: Person) -> list[Person]:
    """Both rows as they are now, and what acts on seats and rolls lock before them, in their order.

    So that whoever appoints or calls the roll at this moment waits, and we do not wait for them.
    """
    committees = Committee.objects.filter(memberships__person__in=people)
    meetings = Meeting.objects.filter(attendees__person__in=people)
    for rows in (
        Committee.objects.filter(pk__in=committees.values("pk")),
        Meeting.objects.filter(pk__in=meetings.values("pk")),
    ):
        list(rows.order_by("pk").select_for_update(no_key=True).values_list("pk"))
    rows = Person.objects.order_by("pk").select_for_update(of=("self",))
    found = {row.pk: row for row in rows.filter(pk__in=[person.pk for person in people])}
    if len(found) < len(people):
        raise ValidationError(_("Somebody deleted this meanwhile."))
    return [found[person.pk] for person in people]


def _refuse(found: Conflicts, both_seats: bool) -> None:
    if found.meetings:
        raise ValidationError(
            _("Both are on one roll: %(meetings)s. Nobody comes to a meeting twice.")
            % {"meetings": _listed(found.meetings)}
        )
    if found.unwritten:
        raise ValidationError(
            _("Certified minutes take this name from the register: %(meetings)s. Keep this one.")
            % {"meetings": _listed(found.unwritten)}
        )
    if found.seats and not both_seats:
        raise ValidationError(
            _("Both sit on one committee at the same time: %(seats)s. Say that one person does.")
            % {"seats": _listed(mine.committee for mine, _theirs in found.seats)}
        )


def _listed(rows) -> str:
    return ", ".join(dict.fromkeys(map(str, rows)))


def _overlap(one: Membership, other: Membership) -> bool:
    return (
        one.committee_id == other.committee_id
        and (one.starts_on is None or other.ends_on is None or one.starts_on <= other.ends_on)
        and (one.ends_on is None or other.starts_on is None or one.ends_on >= other.starts_on)
    )


def _rows(field: ForeignKey):
    return field.model._base_manager.all()


def _move(duplicate: Person, kept: Person) -> dict[str, list]:
    """Let every row that names the duplicate name the kept entry; which ones these were."""
    moved = {}
    for field in references():
        rows = _rows(field).filter(**{field.name: duplicate})
        if keys := sorted(rows.values_list("pk", flat=True)):
            rows.update(**{field.name: kept})
            moved[str(field)] = keys
    return moved


def _fill(kept: Person, duplicate: Person) -> dict[str, str]:
    """A name that only the duplicate has in a language, with its prefix."""
    filled = {}
    for language in LANGUAGES:
        if getattr(kept, f"name_{language}") or not getattr(duplicate, f"name_{language}"):
            continue
        for column in (f"prefix_{language}", f"name_{language}"):
            if not getattr(kept, column) and (text := getattr(duplicate, column)):
                filled[column] = text
    return _write(kept, filled)


def _empty(kept: Person, filled: dict[str, str]) -> None:
    """Take what was filled in out again, where it still stands and another name is left."""
    left = {name: text for name, text in filled.items() if getattr(kept, name) == text}
    if any(
        getattr(kept, f"name_{language}")
        for language in LANGUAGES
        if f"name_{language}" not in left
    ):
        _write(kept, dict.fromkeys(left))


def _write(kept: Person, columns: dict) -> dict:
    for name, text in columns.items():
        setattr(kept, name, text)
    if columns:
        kept.save()  # with its sort keys
    return columns


def _remember(person: Person, by: User, what: str) -> None:
    LogEntry.objects.log_actions(by.pk, [person], CHANGE, what, single_object=True)
