"""Seats replaced within a term, ended, and carried into a new one."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from committees.appointing import end_seat, replace, seats_to_carry, start_term
from committees.models import Membership
from tests.factories import (
    make_attendee,
    make_committee,
    make_meeting,
    make_membership,
    make_person,
    make_term,
    make_user,
)

pytestmark = pytest.mark.django_db
START, CHANGE, END = date(2020, 1, 1), date(2020, 7, 1), date(2021, 12, 31)
DAY_BEFORE = date(2020, 6, 30)


@pytest.fixture
def by():
    return make_user("administrator")


@pytest.fixture
def seat():
    term = make_term(starts_on=START, ends_on=END)
    return make_membership(
        committee=term.committee,
        term=term,
        position_th="ผู้อำนวยการสำนักอนามัย",
        person=make_person(),
        order=4,
        starts_on=START,
        ends_on=END,
    )


def new_term(committee, by, carry=(), starts_on=date(2022, 1, 1), ends_on=None):
    return start_term(
        committee,
        order_ref="คำสั่งที่ 9/2565",
        ordered_on=None,
        starts_on=starts_on,
        ends_on=ends_on,
        carry=carry,
        by=by,
    )


def test_a_successor_takes_the_seat_the_day_after_its_holder_leaves(seat, by):
    person = make_person()

    successor = replace(seat, person=person, on=CHANGE, basis="คำสั่งที่ 5/2563", by=by)

    held = seat.committee.memberships
    assert list(held.current(DAY_BEFORE)) == [seat]
    assert list(held.current(CHANGE)) == [successor]
    assert successor.replaces == seat
    assert (successor.order, successor.term, successor.ends_on) == (4, seat.term, END)
    assert successor.position_th == "ผู้อำนวยการสำนักอนามัย"


def test_a_seat_is_given_to_one_successor_only(seat, by):
    replace(seat, person=make_person(), on=CHANGE, by=by)

    with pytest.raises(ValidationError):
        replace(seat, person=make_person(), on=CHANGE, by=by)

    assert seat.committee.memberships.count() == 2


@pytest.mark.parametrize("day", [START, date(2019, 12, 31), date(2022, 1, 1)])
def test_no_successor_comes_outside_the_term_or_on_its_first_day(seat, by, day):
    with pytest.raises(ValidationError):
        replace(seat, person=make_person(), on=day, by=by)

    seat.refresh_from_db()
    assert (seat.ends_on, seat.committee.memberships.count()) == (END, 1)


def test_a_seat_that_ended_before_is_not_replaced(seat, by):
    end_seat(seat, on=DAY_BEFORE, by=by)

    with pytest.raises(ValidationError, match="2563"):
        replace(seat, person=make_person(), on=date(2020, 8, 1), by=by)


def test_a_seat_by_office_may_follow_a_named_holder(seat, by):
    successor = replace(seat, on=CHANGE, by=by)

    assert successor.person is None
    assert successor.holder == "ผู้อำนวยการสำนักอนามัย"


def test_a_seat_ends_once_and_keeps_why(seat, by):
    assert end_seat(seat, on=DAY_BEFORE, basis="เกษียณอายุราชการ", by=by)
    assert not end_seat(seat, on=DAY_BEFORE, basis="เกษียณอายุราชการ", by=by)

    seat.refresh_from_db()
    assert (seat.ends_on, seat.basis) == (DAY_BEFORE, "เกษียณอายุราชการ")


def test_a_new_term_carries_who_is_chosen_and_leaves_the_old_seats(seat, by):
    leaving = make_membership(committee=seat.committee, starts_on=START)
    attendance = make_attendee(
        meeting=make_meeting(committee=seat.committee), membership=seat, person=seat.person
    )

    term = new_term(seat.committee, by, carry=[seat], starts_on=CHANGE, ends_on=END)

    (carried,) = seat.committee.memberships.current(CHANGE)
    assert (carried.person, carried.term, carried.order) == (seat.person, term, 4)
    assert set(seat.committee.memberships.current(DAY_BEFORE)) == {seat, leaving}
    seat.term.refresh_from_db()
    assert seat.term.ends_on == DAY_BEFORE
    attendance.refresh_from_db()
    assert attendance.membership == seat


def test_who_left_only_because_the_term_ended_can_be_carried(seat, by):
    gone_early = make_membership(committee=seat.committee, term=seat.term, ends_on=DAY_BEFORE)

    term = new_term(seat.committee, by, carry=[seat])

    assert term.seats.get().person == seat.person
    assert gone_early not in seats_to_carry(seat.committee)


def test_a_term_begins_once(seat, by):
    new_term(seat.committee, by, carry=[seat])

    with pytest.raises(ValidationError, match="2565"):
        new_term(seat.committee, by, carry=[seat])

    assert seat.committee.terms.count() == 2


def test_a_seat_of_another_committee_is_not_carried(seat, by):
    with pytest.raises(ValidationError):
        new_term(seat.committee, by, carry=[make_membership()])

    assert seat.committee.terms.count() == 1


def test_the_chair_is_carried_without_overlapping_himself(by):
    committee = make_committee()
    chair = make_membership(committee=committee, role="chair", starts_on=START)

    term = new_term(committee, by, carry=[chair])

    assert term.seats.get().role == "chair"


def test_a_chair_to_come_stands_in_the_way_of_a_carried_one(by):
    committee = make_committee()
    chair = make_membership(committee=committee, role="chair", starts_on=START, ends_on=END)
    make_membership(committee=committee, role="chair", starts_on=date(2022, 1, 1))

    with pytest.raises(ValidationError):
        new_term(committee, by, carry=[chair], starts_on=CHANGE)

    chair.refresh_from_db()
    assert chair.ends_on == END


def test_the_database_refuses_two_chairs_at_a_time():
    chair = make_membership(role="chair", starts_on=START, ends_on=END)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_membership(committee=chair.committee, role="chair", starts_on=END)
    make_membership(committee=chair.committee, role="chair", starts_on=date(2022, 1, 1))

    assert Membership.objects.filter(role="chair").count() == 2
