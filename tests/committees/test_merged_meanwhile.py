"""Seating or listing an entry in the instant in which it is merged: told in words, nothing lost."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.urls import reverse

from committees import appointing
from committees.calling import Came, Heard, call_roll, take_over
from committees.merging import merge
from committees.models import Attendee, Meeting, Membership
from committees.recording import record_meeting
from committees.told import Present, Told
from tests.committees.planning_rows import at
from tests.factories import (
    make_attendee,
    make_committee,
    make_meeting,
    make_membership,
    make_person,
    make_user,
)

WORDS = "รวมกับรายการอื่น"


@pytest.fixture
def by(db):
    return make_user("administrator")


@pytest.fixture
def merged(by):
    """As a form read it before the merging: it knows of no forward."""
    duplicate = make_person()
    merge(duplicate, into=make_person(), by=by)
    return duplicate


def refused(act) -> str:
    with pytest.raises(ValidationError) as error:
        act()
    return " ".join(error.value.messages)


def test_a_successor(merged, by):
    seat = make_membership(person=make_person())

    assert WORDS in refused(
        lambda: appointing.replace(seat, on=date(2024, 1, 1), person=merged, by=by)
    )
    assert Membership.objects.get() == seat
    assert Membership.objects.get().ends_on == seat.ends_on


def test_a_line_of_a_roll(merged, by):
    meeting, line = make_meeting(), None
    line = make_attendee(meeting=meeting)
    other = make_attendee(meeting=meeting)
    line.person = merged

    assert WORDS in refused(lambda: call_roll(meeting, by=by, changed=[line], removed=[other]))
    assert WORDS in refused(
        lambda: call_roll(meeting, by=by, added=[Attendee(person=merged, capacity="guest")])
    )
    assert meeting.attendees.filter(pk=other.pk).exists()
    assert meeting.attendees.count() == 2


def test_a_line_of_a_roster(merged, by):
    meeting = make_meeting()
    heard = [Heard("present", Came(merged), capacity="guest")]

    assert WORDS in refused(lambda: take_over(meeting, by=by, heard=heard))
    assert not meeting.attendees.exists()


def test_somebody_a_text_names(merged, by):
    told = Told(
        make_committee(), 1, 2563, at(2020, 2, 14), people=(Present("ก", "", "guest", merged),)
    )

    assert WORDS in refused(lambda: record_meeting(told, by=by))
    assert not Meeting.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("sqlite" in connection.vendor, reason="SQLite lets one writer in at a time")
def test_a_seat_typed_at_the_desk_stands_in_the_form_again(client):
    by, kept, duplicate = make_user("administrator"), make_person(), make_person()
    committee = make_committee()
    client.force_login(by)
    typed = {"committee": committee.pk, "role": "member", "order": "3", "person": duplicate.pk}
    is_merged, answers = threading.Event(), []

    def appoint():
        is_merged.wait(10)
        try:
            answers.append(client.post(reverse("admin:committees_membership_add"), typed))
        finally:
            connection.close()

    desk = threading.Thread(target=appoint)
    desk.start()
    with transaction.atomic():
        merge(duplicate, into=kept, by=by)
        is_merged.set()
        desk.join(1.5)
        waited = desk.is_alive()
    desk.join(10)

    assert waited
    assert answers[0].status_code == 200
    page = answers[0].content.decode()
    assert WORDS in page
    assert 'value="3"' in page
    assert not Membership.objects.exists()
