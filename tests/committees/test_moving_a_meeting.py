"""A planned meeting is moved, called off, held: each once, and its number stays."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.utils import timezone

from committees.convening import cancel, hold, postpone, proposal, refresh, reinstate
from tests.committees.planning_rows import arising, at, decide, held, plan
from tests.factories import make_committee, make_membership, make_person, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return make_committee(name_th="คณะกรรมการอาเซียน")


@pytest.fixture
def secretary():
    return make_user("secretary")


@pytest.fixture
def meeting(committee):
    return plan(committee, at(2020, 5, 1))


def said_of(meeting) -> int:
    return LogEntry.objects.filter(object_id=str(meeting.pk)).count()


def test_postponed_into_another_year_it_keeps_its_number(committee, meeting, secretary):
    assert postpone(meeting, to=at(2021, 1, 15), note_th="ประธานติดราชการ", by=secretary)

    assert (meeting.reference, meeting.status) == ("1/2563", "planned")
    assert meeting.starts_at == at(2021, 1, 15)
    assert str(proposal(committee, on=date(2020, 6, 1))) == "2/2563"


def test_without_a_new_date_it_waits_for_one(meeting, secretary):
    assert postpone(meeting, to=None, by=secretary)
    assert (meeting.status, meeting.starts_at) == ("postponed", at(2020, 5, 1))

    assert postpone(meeting, to=at(2020, 7, 1), by=secretary)
    assert (meeting.status, meeting.starts_at) == ("planned", at(2020, 7, 1))


def test_a_moved_meeting_ends_after_it_starts(meeting, secretary):
    with pytest.raises(ValidationError):
        postpone(meeting, to=at(2020, 7, 2), ends_at=at(2020, 7, 1), by=secretary)

    meeting.refresh_from_db()
    assert meeting.starts_at == at(2020, 5, 1)


@pytest.mark.parametrize(
    "act",
    [
        lambda meeting, by: postpone(meeting, to=at(2020, 7, 1), by=by),
        lambda meeting, by: postpone(meeting, to=None, by=by),
        lambda meeting, by: cancel(meeting, by=by),
        lambda meeting, by: hold(meeting, starts_at=at(2020, 5, 1), by=by),
    ],
    ids=["postpone", "postpone without a date", "cancel", "hold"],
)
def test_pressed_twice_it_happens_once(act, meeting, secretary):
    before = said_of(meeting)

    assert act(meeting, secretary)
    sequence = meeting.sequence
    assert not act(meeting, secretary)

    assert said_of(meeting) == before + 1
    assert meeting.sequence == sequence == 1


def test_the_roll_follows_the_new_day_and_what_was_written_stays(committee, secretary):
    last_day, first_day = date(2020, 6, 30), date(2020, 7, 1)
    gone = make_membership(committee=committee, ends_on=last_day)
    replaced = make_membership(committee=committee, ends_on=last_day)
    corrected = make_membership(committee=committee, ends_on=last_day)
    stays = make_membership(committee=committee)
    meeting = plan(committee, at(2020, 5, 1))
    meeting.attendees.filter(membership=replaced).update(
        presence="substitute", person=make_person(), substitute_for=replaced
    )
    meeting.attendees.filter(membership=corrected).update(position_th="รักษาราชการแทน")
    guest = meeting.attendees.create(name_th="แขก", capacity="guest")
    new = make_membership(committee=committee, starts_on=first_day)

    postpone(meeting, to=at(2020, 8, 1), by=secretary)

    seats = set(meeting.attendees.values_list("membership", flat=True))
    assert seats == {replaced.pk, corrected.pk, stays.pk, new.pk, None}
    assert gone.pk not in seats
    assert meeting.attendees.filter(pk=guest.pk).exists()


def test_refreshing_brings_new_seats_and_new_matters_once(committee, meeting, secretary):
    make_membership(committee=committee)
    decide(held(committee, 9, at(2020, 1, 1)))

    assert refresh(meeting, by=secretary)
    assert not refresh(meeting, by=secretary)

    assert (meeting.attendees.count(), len(arising(meeting))) == (1, 1)


@pytest.mark.parametrize("status", ["held", "cancelled", "postponed"])
def test_only_a_planned_meeting_is_refreshed(status, committee, secretary):
    make_membership(committee=committee)
    meeting = held(committee, 1, at(2020, 1, 1), status=status)

    with pytest.raises(ValidationError):
        refresh(meeting, by=secretary)
    assert not meeting.attendees.exists()


def test_a_held_meeting_is_neither_moved_nor_called_off(committee, secretary):
    meeting = held(committee, 1, at(2020, 1, 1))

    for act in (
        lambda: postpone(meeting, to=at(2020, 5, 1), by=secretary),
        lambda: postpone(meeting, to=None, by=secretary),
        lambda: cancel(meeting, by=secretary),
        lambda: reinstate(meeting, by=secretary),
    ):
        with pytest.raises(ValidationError):
            act()
    meeting.refresh_from_db()
    assert (meeting.status, meeting.starts_at) == ("held", at(2020, 1, 1))


def test_a_cancelled_meeting_is_planned_again_before_it_is_held(meeting, secretary):
    cancel(meeting, note_th="ไม่ครบองค์ประชุม", by=secretary)
    with pytest.raises(ValidationError):
        hold(meeting, starts_at=at(2020, 5, 1), by=secretary)

    assert reinstate(meeting, by=secretary)

    assert (meeting.status, meeting.status_note_th) == ("planned", "")
    assert hold(meeting, starts_at=at(2020, 5, 1), by=secretary)


def test_the_hours_recorded_are_those_at_which_it_was_held(meeting, secretary):
    hold(meeting, starts_at=at(2020, 5, 1, 10), ends_at=at(2020, 5, 2, 12), by=secretary)

    assert (meeting.starts_at, meeting.ends_at) == (at(2020, 5, 1, 10), at(2020, 5, 2, 12))
    assert meeting.status == "held"


def test_nothing_that_is_still_to_come_is_recorded_as_held(meeting, secretary):
    later = timezone.now() + timedelta(hours=1)
    with pytest.raises(ValidationError):
        hold(meeting, starts_at=later, by=secretary)
    with pytest.raises(ValidationError):
        hold(meeting, starts_at=at(2020, 5, 1), ends_at=later, by=secretary)
    meeting.refresh_from_db()
    assert meeting.status == "planned"


def test_an_act_asks_the_record_and_not_the_page_that_was_opened(meeting, secretary):
    opened = type(meeting).objects.get(pk=meeting.pk)
    hold(meeting, starts_at=at(2020, 5, 1), by=secretary)

    with pytest.raises(ValidationError):
        cancel(opened, by=secretary)
