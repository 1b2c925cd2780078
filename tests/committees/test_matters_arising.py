"""What earlier meetings left open comes back on the agenda, and nothing closed comes out."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from committees.convening import carry_matters_arising
from committees.models import Meeting
from iad.publication import Access
from tests.committees.planning_rows import arising, at, decide, held, plan
from tests.factories import (
    make_assignment,
    make_committee,
    make_department,
    make_item,
    make_meeting,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return make_committee(name_th="คณะกรรมการอาเซียน")


# --- matters arising -----------------------------------------------------------------------


def test_open_assignments_come_back_until_they_are_done(committee):
    first = held(committee, 1, at(2020, 1, 10))
    made = make_item(meeting=first, title_th="รายงานของประธาน")
    open_one = decide(
        first,
        title="แผนเมืองพี่น้อง",
        department=make_department(name_th="สำนักอนามัย"),
        task_th="เสนอรายละเอียด",
        due_on=date(2020, 2, 14),
    )
    decide(first, status="done")
    decide(first, status="dropped")
    going_on = decide(first, status="in_progress")

    second = plan(committee, at(2020, 5, 1))

    assert [item.follows_id for item in arising(second)] == [
        open_one.resolution.item_id,
        going_on.resolution.item_id,
    ]
    told = arising(second)[0]
    assert (told.section, told.title_th) == (3, "แผนเมืองพี่น้อง")
    assert "การประชุมครั้งที่ 1/2563 ระเบียบวาระที่ 5.2" in told.detail_th
    assert "สำนักอนามัย: เสนอรายละเอียด (ภายในวันที่ 14 กุมภาพันธ์ 2563)" in told.detail_th
    assert made.pk not in [item.follows_id for item in arising(second)]

    Meeting.objects.filter(pk=second.pk).update(status="held")
    new_one = decide(second, title="เรื่องใหม่")
    going_on.status = "done"
    going_on.save()
    third = plan(committee, at(2020, 9, 1))

    assert [item.follows_id for item in arising(third)] == [
        open_one.resolution.item_id,
        new_one.resolution.item_id,
    ]


@pytest.mark.parametrize("status", ["cancelled", "planned", "postponed"])
def test_meetings_that_were_not_held_left_nothing_open(status, committee):
    decide(held(committee, 1, at(2020, 1, 10), status=status))

    assert not plan(committee, at(2020, 5, 1)).agenda.exists()


def test_only_earlier_meetings_of_the_same_committee_count(committee):
    decide(held(committee, 1, at(2020, 6, 1)))
    decide(make_meeting(starts_at=at(2020, 1, 10)))

    assert not plan(committee, at(2020, 5, 1), number=7).agenda.exists()


def test_carrying_twice_acts_once_and_leaves_the_old_record_alone(committee):
    first = held(committee, 1, at(2020, 1, 10))
    assignment = decide(first)
    before = list(first.agenda.values()), Meeting.objects.filter(pk=first.pk).values().get()
    second = plan(committee, at(2020, 5, 1))
    items = second.agenda.count()

    assert carry_matters_arising(second) == 0

    assert second.agenda.count() == items == 2
    assert (
        list(first.agenda.values()),
        Meeting.objects.filter(pk=first.pk).values().get(),
    ) == before
    assignment.refresh_from_db()
    assert assignment.status == "open"


def test_several_assignments_of_one_item_are_one_matter(committee):
    one = decide(held(committee, 1, at(2020, 1, 10)))
    other = make_assignment(resolution=one.resolution)

    item = arising(plan(committee, at(2020, 5, 1)))[0]

    for assignment in (one, other):
        assert assignment.department.name_th in item.detail_th


@pytest.mark.parametrize(
    ("of_meeting", "of_item"),
    [("internal", "public"), ("public", "internal"), ("internal", "internal")],
)
def test_what_was_closed_comes_back_closed(of_meeting, of_item, committee):
    decide(held(committee, 1, at(2020, 1, 10), access=of_meeting), access=of_item)

    assert arising(plan(committee, at(2020, 5, 1)))[0].access == Access.INTERNAL


def test_what_is_closed_after_it_was_carried_is_closed_here_too(committee):
    first = held(committee, 1, at(2020, 1, 10))
    decide(first)
    second = plan(committee, at(2020, 5, 1))
    first.agenda.update(access="internal")

    carry_matters_arising(second)

    assert arising(second)[0].access == Access.INTERNAL


def test_english_is_written_only_where_all_of_it_is_there(committee):
    first = held(committee, 1, at(2020, 1, 10))
    whole = decide(first, task_en="Propose details", due_on=date(2020, 2, 14))
    half = decide(first)
    first.agenda.update(title_en="Sister cities")

    said = {item.follows_id: item.detail_en for item in arising(plan(committee, at(2020, 5, 1)))}

    told = said[whole.resolution.item_id]
    assert "meeting 1/2563, agenda item 5.1" in told
    assert "Propose details (by 14 February 2020)" in told
    assert said[half.resolution.item_id] == ""


# --- certification -------------------------------------------------------------------------


def test_minutes_of_the_meeting_before_are_put_up_for_certification_once(committee):
    held(committee, 1, at(2020, 1, 10))
    second = plan(committee, at(2020, 5, 1))

    carry_matters_arising(second)

    item = second.agenda.get(section=2)
    assert item.title_th == "รับรองรายงานการประชุมครั้งที่ 1/2563"
    assert item.title_en == "Certification of the minutes of meeting 1/2563"


def test_a_secretarys_own_words_for_it_are_enough(committee):
    second = plan(committee, at(2020, 5, 1), number=2)
    make_item(meeting=second, section=2, title_th="รับรองรายงานครั้งที่ ๑/๒๕๖๓")
    held(committee, 1, at(2020, 1, 10))

    carry_matters_arising(second)

    assert second.agenda.filter(section=2).count() == 1


def test_certified_minutes_are_not_asked_about_again(committee):
    held(committee, 1, at(2020, 1, 10), minutes_state="certified")

    assert not plan(committee, at(2020, 5, 1)).agenda.exists()


def test_minutes_of_a_closed_meeting_are_certified_behind_closed_doors(committee):
    held(committee, 1, at(2020, 1, 10), access="internal")

    assert plan(committee, at(2020, 5, 1)).agenda.get().access == Access.INTERNAL


def test_a_meeting_closed_since_is_asked_about_behind_closed_doors_too(committee):
    first = held(committee, 1, at(2020, 1, 10))
    second = plan(committee, at(2020, 5, 1))
    Meeting.objects.filter(pk=first.pk).update(access="internal")

    carry_matters_arising(second)

    assert second.agenda.get().access == Access.INTERNAL


def test_a_certified_agenda_takes_nothing_more(committee):
    meeting = held(committee, 2, at(2020, 5, 1), minutes_state="certified")
    decide(held(committee, 1, at(2020, 1, 10)))

    with pytest.raises(ValidationError):
        carry_matters_arising(meeting)
