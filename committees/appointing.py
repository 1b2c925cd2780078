"""Who sits on a committee, and since when: seats replaced, ended, carried into a new term.

Every act locks the committee first, so that two people who appoint at once do it one after the
other; each leaves the former seats in the record, with their attendances.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.forwards import naming_kept_entries
from committees.models import Committee, Department, Membership, Person, Term
from committees.models.committee import Role
from iad.bilingual import active_language
from iad.models import User
from iad.thai.dates import format_date, format_range

ONE_DAY = timedelta(days=1)
OFFICE = ("position_th", "position_en", "department")


@transaction.atomic
def replace(
    seat: Membership,
    *,
    on: date,
    by: User,
    person: Person | None = None,
    department: Department | None = None,
    position_th: str = "",
    position_en: str = "",
    basis: str = "",
) -> Membership:
    """Seat a successor from ``on`` until the seat would have ended; returns the new seat.

    The office (position, department) stays where none is given. Raises ValidationError where the
    seat was replaced or ended before, or where the day lies outside the term.
    """
    seat = _locked(seat)
    if Membership.objects.filter(replaces=seat).exists():
        raise ValidationError(_("This seat was given to a successor already."))
    _refuse_day(seat, on)
    if seat.starts_on and on <= seat.starts_on:
        began = {"day": _said(seat.starts_on)}
        raise ValidationError(_("The seat began on %(day)s; a successor comes later.") % began)
    office = {"position_th": position_th, "position_en": position_en, "department": department}
    if not any(office.values()):
        office = {name: getattr(seat, name) for name in OFFICE}
    successor = Membership(
        **_place_of(seat),
        **office,
        person=person,
        basis=basis,
        term=seat.term,
        starts_on=on,
        ends_on=seat.ends_on,
        replaces=seat,
    )
    _end(seat, on - ONE_DAY)
    _seat(successor, by=by)
    told = _("replaced by %(holder)s from %(day)s") % {
        "holder": successor.holder,
        "day": _said(on),
    }
    LogEntry.objects.log_actions(by.pk, [seat], CHANGE, told, single_object=True)
    return successor


@transaction.atomic
def end_seat(seat: Membership, *, on: date, by: User, basis: str = "") -> bool:
    """Let ``on`` be the last day of a seat; False where it was already.

    ``basis`` is why, added to the seat's own, which readers do not see.
    """
    seat = _locked(seat)
    if seat.ends_on == on:
        return False
    _refuse_day(seat, on)
    if seat.starts_on and on < seat.starts_on:
        raise ValidationError(_("A seat ends after it starts."))
    seat.basis = "; ".join(dict.fromkeys(ground for ground in (seat.basis, basis) if ground))
    _end(seat, on)
    told = _("ended on %(day)s") % {"day": _said(on)}
    LogEntry.objects.log_actions(
        by.pk, [seat], CHANGE, f"{told} {basis}".strip(), single_object=True
    )
    return True


@transaction.atomic
def start_term(
    committee: Committee,
    *,
    order_ref: str,
    ordered_on: date | None,
    starts_on: date,
    ends_on: date | None,
    carry: Iterable[Membership],
    by: User,
) -> Term:
    """Begin a term: seats held until then end the day before, ``carry`` sit on as new seats.

    Raises ValidationError where a term of that day or a later one is recorded, or where one of
    ``carry`` is no seat that can be carried.
    """
    _lock(committee)
    _refuse_earlier_term(committee, starts_on)
    term = Term(
        committee=committee,
        order_ref=order_ref,
        ordered_on=ordered_on,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    term.full_clean()
    wanted = {seat.pk for seat in carry}
    carried = [seat for seat in seats_to_carry(committee).by_rank() if seat.pk in wanted]
    if len(carried) < len(wanted) or any(_begins_by(seat, starts_on) for seat in carried):
        raise ValidationError(_("Choose among the seats that are held until the new term."))
    term.save()
    still_open = Q(ends_on=None) | Q(ends_on__gte=starts_on)
    committee.terms.filter(still_open, starts_on__lt=starts_on).update(ends_on=starts_on - ONE_DAY)
    committee.memberships.filter(still_open, Q(starts_on=None) | Q(starts_on__lt=starts_on)).update(
        ends_on=starts_on - ONE_DAY
    )
    for seat in carried:
        office = {name: getattr(seat, name) for name in OFFICE}
        sitting_on = {"person": seat.person, "term": term, "starts_on": starts_on}
        _seat(Membership(**_place_of(seat), **office, **sitting_on, ends_on=ends_on), by=by)
    told = _("new term from %(day)s") % {"day": _said(starts_on)}
    LogEntry.objects.log_actions(by.pk, [committee], CHANGE, told, single_object=True)
    return term


def seats_to_carry(committee: Committee) -> QuerySet[Membership]:
    """Seats held now or later, and those that ended only because the latest term did."""
    lasting = Q(ends_on=None) | Q(ends_on__gte=timezone.localdate())
    latest = committee.terms.order_by("-starts_on").first()
    if latest and latest.ends_on:
        lasting |= Q(term=latest, ends_on=latest.ends_on)
    return committee.memberships.filter(lasting, replaced_by=None).with_holders()


def refuse_second_chair(seat: Membership) -> None:
    """ValidationError that names the chair whose days overlap those of ``seat``."""
    if seat.role != Role.CHAIR or seat.committee_id is None:
        return
    _lock(seat.committee)
    others = Membership.objects.filter(committee_id=seat.committee_id, role=Role.CHAIR)
    if seat.pk:
        others = others.exclude(pk=seat.pk)
    if seat.ends_on:
        others = others.filter(Q(starts_on=None) | Q(starts_on__lte=seat.ends_on))
    if seat.starts_on:
        others = others.filter(Q(ends_on=None) | Q(ends_on__gte=seat.starts_on))
    if other := others.with_holders().first():
        raise ValidationError(
            _("A committee has one chair at a time: %(holder)s chairs it %(days)s.")
            % {"holder": other.holder, "days": days_of(other)}
        )


def days_of(seat: Membership) -> str:
    """From when until when a seat is held, in words."""
    if seat.starts_on and seat.ends_on:
        return format_range(seat.starts_on, seat.ends_on, language=active_language())
    if seat.starts_on:
        return _("since %(day)s") % {"day": _said(seat.starts_on)}
    if seat.ends_on:
        return _("until %(day)s") % {"day": _said(seat.ends_on)}
    return _("without stated dates")


def _lock(committee: Committee) -> None:
    """Nobody else appoints to it until this transaction ends."""
    if transaction.get_connection().in_atomic_block:
        Committee.objects.select_for_update(no_key=True).filter(pk=committee.pk).first()


def _locked(seat: Membership) -> Membership:
    """The row as it stands now."""
    _lock(seat.committee)
    return Membership.objects.select_for_update().get(pk=seat.pk)


def _refuse_day(seat: Membership, on: date) -> None:
    if seat.ends_on and seat.ends_on < on:
        ended = {"day": _said(seat.ends_on)}
        raise ValidationError(_("This seat ended already, on %(day)s.") % ended)
    term = seat.term
    if term and (on < term.starts_on or (term.ends_on and on > term.ends_on)):
        raise ValidationError(_("That day is outside the term of this seat."))


def _refuse_earlier_term(committee: Committee, starts_on: date) -> None:
    latest = committee.terms.order_by("-starts_on").first()
    if latest and latest.starts_on >= starts_on:
        raise ValidationError(
            _("A term from %(day)s is recorded already; a new one begins after it.")
            % {"day": _said(latest.starts_on)}
        )


def _begins_by(seat: Membership, day: date) -> bool:
    """Whether the seat is only taken on that day or later."""
    return seat.starts_on is not None and seat.starts_on >= day


def _place_of(seat: Membership) -> dict:
    return {"committee": seat.committee, "role": seat.role, "order": seat.order}


def _end(seat: Membership, on: date) -> None:
    seat.ends_on = on
    _check(seat)
    seat.save()


def _seat(seat: Membership, *, by: User) -> None:
    _check(seat)
    refuse_second_chair(seat)
    with naming_kept_entries():
        seat.save()
    told = _("appointed from %(day)s") % {"day": _said(seat.starts_on)}
    LogEntry.objects.log_actions(by.pk, [seat], ADDITION, told, single_object=True)


def _check(seat: Membership) -> None:
    """What a column or a constraint would refuse, in words; the rows named exist."""
    seat.full_clean(exclude={"committee", "person", "department", "term", "replaces"})


def _said(day: date) -> str:
    return format_date(day, "long", active_language())
