"""A meeting is planned: its number, its roll, its sections."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committees.convening import preset_roll, proposal
from committees.models import Meeting
from committees.models.heading import sections_of
from tests.committees.planning_rows import arising, at, decide, held, plan
from tests.factories import (
    make_assignment,
    make_committee,
    make_department,
    make_meeting,
    make_membership,
    make_person,
    make_standing_heading,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return make_committee(name_th="คณะกรรมการอาเซียน")


# --- the number ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbered_by", "day", "year"),
    [
        ("calendar", date(2021, 9, 30), 2564),
        ("calendar", date(2021, 10, 1), 2564),
        ("calendar", date(2021, 12, 31), 2564),
        ("calendar", date(2022, 1, 1), 2565),
        ("fiscal", date(2021, 9, 30), 2564),
        ("fiscal", date(2021, 10, 1), 2565),
        ("fiscal", date(2022, 1, 1), 2565),
        ("fiscal", date(2022, 9, 30), 2565),
    ],
)
def test_numbers_are_of_the_year_by_which_the_committee_counts(numbered_by, day, year):
    offered = proposal(make_committee(numbered_by=numbered_by), on=day)

    assert str(offered) == f"1/{year}"


def test_special_and_cancelled_meetings_share_the_numbering(committee):
    make_meeting(committee=committee, number=1, be_year=2564)
    make_meeting(committee=committee, number=2, be_year=2564, kind="special")
    make_meeting(committee=committee, number=3, be_year=2564, status="cancelled")
    make_meeting(committee=committee, number=9, be_year=2563)
    make_meeting(number=8, be_year=2564)

    assert str(proposal(committee, on=date(2021, 5, 1))) == "4/2564"


def test_a_taken_number_is_refused_by_name_with_the_next_free_one(committee):
    make_meeting(committee=committee, number=5, be_year=2564)

    with pytest.raises(ValidationError) as refused:
        plan(committee, at(2021, 5, 1), number=5)

    said = " ".join(refused.value.messages)
    assert "5/2564" in said
    assert "6/2564" in said
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"be_year": 2021},
        {"number": 0},
        {"ends_at": at(2021, 4, 30)},
        {"mode": "by pigeon"},
    ],
    ids=str,
)
def test_what_the_record_refuses_is_refused_in_words(wrong, committee):
    with pytest.raises(ValidationError):
        plan(committee, at(2021, 5, 1), **wrong)
    assert not Meeting.objects.exists()


# --- the roll ------------------------------------------------------------------------------


def test_the_roll_is_of_the_seats_held_that_day_by_rank_with_their_positions(committee):
    make_membership(committee=committee, order=2, position_th="ผู้อำนวยการกอง")
    office = make_membership(
        committee=committee, order=3, department=make_department(), position_th="ผู้แทนสำนัก"
    )
    by_title = make_membership(committee=committee, order=4, position_th="ปลัดกรุงเทพมหานคร")
    chair = make_membership(
        committee=committee,
        role="chair",
        person=make_person(),
        position_th="รองผู้ว่าราชการ",
        position_en="Deputy Governor",
        order=9,
    )
    make_membership(committee=committee, ends_on=date(2021, 4, 30))
    make_membership(committee=committee, starts_on=date(2021, 5, 2))
    make_membership()

    roll = list(plan(committee, at(2021, 5, 1), ends_at=at(2021, 5, 2, 16)).attendees.all())

    assert [line.membership_id for line in roll][0] == chair.pk
    assert [line.membership_id for line in roll][2:] == [office.pk, by_title.pk]
    assert len(roll) == 4
    first = roll[0]
    assert (first.position_th, first.position_en) == ("รองผู้ว่าราชการ", "Deputy Governor")
    assert (first.person, first.capacity, first.presence) == (chair.person, "chair", "present")
    assert (roll[2].department, roll[2].person) == (office.department, None)
    assert all(line.is_public for line in roll)


def test_whoever_holds_two_seats_is_listed_once_in_the_higher(committee):
    person = make_person()
    make_membership(committee=committee, person=person, role="member")
    higher = make_membership(committee=committee, person=person, role="vice_chair")

    assert plan(committee, at(2021, 5, 1)).attendees.get().membership == higher


def test_presetting_twice_changes_nothing(committee):
    make_membership(committee=committee)
    meeting = plan(committee, at(2021, 5, 1))
    meeting.attendees.update(presence="absent", reason_th="ลาป่วย")

    assert preset_roll(meeting) == 0
    assert meeting.attendees.get().presence == "absent"


def test_an_acting_chair_on_the_roll_stays_the_chair(committee):
    meeting = plan(committee, at(2021, 5, 1))
    acting = meeting.attendees.create(person=make_person(), capacity="chair")
    make_membership(committee=committee, role="chair")

    preset_roll(meeting)

    assert meeting.attendees.get(capacity="chair") == acting
    assert meeting.attendees.count() == 2


# --- the sections --------------------------------------------------------------------------


def test_a_committee_of_five_sections_has_them_on_its_agenda(committee):
    names = {
        1: ("แจ้งเพื่อทราบ", 1),
        2: ("สืบเนื่อง", 3),
        3: ("พิจารณา", 5),
        4: ("ทราบ", 4),
        5: ("อื่น ๆ", 6),
    }
    for number, (title, purpose) in names.items():
        make_standing_heading(committee=committee, number=number, title_th=title, purpose=purpose)
    decide(held(committee, 1, at(2020, 5, 1)))

    meeting = plan(committee, at(2021, 5, 1))
    committee.headings.all().delete()

    assert [one.title for one in sections_of(meeting)] == [title for title, _ in names.values()]
    # Without a section for certification nobody is asked to certify.
    assert [(item.section, item.follows is None) for item in meeting.agenda.all()] == [(2, False)]


def test_the_standard_agenda_needs_no_copy(committee):
    assert not plan(committee, at(2021, 5, 1)).headings.exists()


# --- many ----------------------------------------------------------------------------------


def test_sixty_seats_and_eighty_assignments_take_as_many_queries_as_few():
    few, many = queries_to_plan(seats=2, matters=2), queries_to_plan(seats=60, matters=40)

    # SQLite takes no more than a thousand values at once.
    assert many <= few + 3


def queries_to_plan(*, seats: int, matters: int) -> int:
    committee, department = make_committee(), make_department()
    for _seat in range(seats):
        make_membership(committee=committee)
    first = held(committee, 1, at(2020, 1, 10))
    for _matter in range(matters):
        one = decide(first, department=department)
        make_assignment(resolution=one.resolution, department=department)
    with CaptureQueriesContext(connection) as asked:
        meeting = plan(committee, at(2020, 5, 1), number=2)
    assert (meeting.attendees.count(), len(arising(meeting))) == (seats, matters)
    return len(asked)
