"""The screens on which a planned meeting is moved, called off and recorded as held."""

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext

from tests.committees.planning_screens import ACTS, act_address, do, errors_in, planned
from tests.factories import make_committee, make_meeting, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return make_committee(name_th="คณะกรรมการอาเซียน")


@pytest.fixture
def secretary(client):
    client.force_login(make_user("secretary"))
    return client


def test_a_meeting_is_postponed_cancelled_reinstated_and_held_on_its_screens(secretary, committee):
    meeting = planned(committee, number=4)

    def status():
        meeting.refresh_from_db()
        return meeting.status

    assert do(secretary, meeting, "postpone", note_th="ประธานติดราชการ").status_code == 302
    assert (status(), meeting.status_note_th) == ("postponed", "ประธานติดราชการ")
    do(secretary, meeting, "postpone", day="1/3/2573", hour="13.30")
    assert (status(), meeting.reference) == ("planned", "4/2563")
    do(secretary, meeting, "cancel", note_en="No quorum")
    assert (status(), meeting.status_note_en) == ("cancelled", "No quorum")
    do(secretary, meeting, "reinstate")
    assert status() == "planned"
    do(secretary, meeting, "hold", day="14/2/2563", hour="13.30", until="16.00")
    assert status() == "held"
    assert LogEntry.objects.filter(object_id=str(meeting.pk)).count() == 5


def test_a_meeting_to_come_is_not_recorded_as_held(secretary, committee):
    meeting = planned(committee)

    refused = do(secretary, meeting, "hold")

    assert errors_in(refused) == gettext("A meeting that has not begun was not held.")
    meeting.refresh_from_db()
    assert meeting.status == "planned"


@pytest.mark.parametrize("act", ["postpone", "cancel", "refresh", "reinstate"])
def test_what_was_held_is_neither_moved_nor_called_off(act, secretary, committee):
    meeting = make_meeting(committee=committee)

    assert secretary.get(act_address(meeting, act)).status_code == 302
    refused = secretary.post(act_address(meeting, act), {"day": "1/3/2573"})

    assert errors_in(refused)
    meeting.refresh_from_db()
    assert meeting.status == "held"


def test_certified_minutes_shut_every_one_of_these_doors(secretary, committee):
    meeting = make_meeting(committee=committee, minutes_state="certified")

    for act in ACTS:
        assert secretary.get(act_address(meeting, act)).status_code == 403
        assert secretary.post(act_address(meeting, act)).status_code == 403


def test_an_act_is_not_done_by_opening_its_page(secretary, committee):
    meeting = planned(committee)

    for act in ("postpone", "cancel", "hold", "refresh"):
        assert secretary.get(act_address(meeting, act)).status_code == 200
    meeting.refresh_from_db()
    assert (meeting.status, meeting.sequence) == ("planned", 0)
