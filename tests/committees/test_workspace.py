"""The secretary's workspace of one meeting: where it stands, and what may still be typed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from committees.models import Meeting
from tests.factories import (
    make_assignment,
    make_attendee,
    make_item,
    make_meeting,
    make_resolution,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user("secretary"))
    return client


def workspace(meeting):
    return reverse("admin:committees_meeting_change", args=[meeting.pk])


def filled_meeting(attendees, items):
    meeting = make_meeting()
    for _line in range(attendees):
        make_attendee(meeting=meeting)
    for _item in range(items):
        resolution = make_resolution(item=make_item(meeting=meeting))
        for _task in range(2):
            make_assignment(resolution=resolution)
    return meeting


def test_a_long_meeting_asks_no_more_than_a_short_one(desk):
    asked = []
    desk.get(workspace(make_meeting()))
    for meeting in (filled_meeting(5, 5), filled_meeting(60, 40)):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert desk.get(workspace(meeting)).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("state", "act"), [("none", "draft"), ("draft", "circulate"), ("circulated", "certify")]
)
def test_the_next_act_is_the_button(desk, state, act):
    meeting = make_meeting(minutes_state=state)
    page = desk.get(workspace(meeting)).content.decode()

    address = reverse(f"admin:committees_meeting_{act}", args=[meeting.pk])
    assert f'standing-next" href="{address}"' in page
    assert page.count('aria-current="step"') == 1


def test_certified_minutes_leave_four_fields_open(desk):
    meeting = make_meeting(minutes_state="certified")
    form = desk.get(workspace(meeting)).context["adminform"].form

    names = {name for name in form.fields if not name.endswith(("_th", "_en"))}
    assert names <= {"access", "online_url", "opened_with"}
    assert {"summary_th", "status_note_th"} <= set(form.fields)


@pytest.mark.parametrize(("status", "stays"), [("held", True), ("planned", False)])
def test_only_a_record_is_kept_from_deletion(desk, status, stays):
    meeting = make_meeting(status=status)
    make_attendee(meeting=meeting)
    desk.post(reverse("admin:committees_meeting_delete", args=[meeting.pk]), {"post": "yes"})

    assert Meeting.objects.filter(pk=meeting.pk).exists() is stays


def typed(form):
    """What a browser sends back of a form that nobody touched."""
    return {
        bound.html_name: bound.value() or ""
        for bound in form
        if bound.name not in ("starts_at", "ends_at")
    } | {
        "documents-TOTAL_FORMS": 0,
        "documents-INITIAL_FORMS": 0,
        "starts_at_0": "14 กุมภาพันธ์ 2563",
        "starts_at_1": "๑๓.๓๐",
    }


def test_an_old_meeting_is_recorded_as_held_and_later_its_state_is_no_field(desk):
    address = reverse("admin:committees_meeting_add")
    form = desk.get(address).context["adminform"].form
    asked = typed(form) | {
        "committee": make_meeting().committee.pk,
        "number": "๔",
        "be_year": "๒๕๖๓",
        "status": "held",
    }
    answer = desk.post(address, asked)

    assert answer.status_code == 302, answer.context["errors"]
    meeting = Meeting.objects.get(number=4)
    assert meeting.status == "held"
    assert not {"status", "minutes_state"} & set(
        desk.get(workspace(meeting)).context["adminform"].form.fields
    )


def test_the_second_saver_is_told(desk):
    meeting = make_meeting()
    asked = typed(desk.get(workspace(meeting)).context["adminform"].form)
    Meeting.objects.filter(pk=meeting.pk).update(venue_th="ห้องรัตนโกสินทร์")

    answer = desk.post(workspace(meeting), asked | {"venue_th": "ห้องอื่น"})

    assert answer.status_code == 200
    meeting.refresh_from_db()
    assert meeting.venue_th == "ห้องรัตนโกสินทร์"


def test_a_certified_meeting_keeps_its_facts_and_takes_a_summary(desk):
    meeting = make_meeting(minutes_state="certified", venue_th="ห้องเดิม")
    asked = typed(desk.get(workspace(meeting)).context["adminform"].form)

    answer = desk.post(workspace(meeting), asked | {"summary_th": "สรุป", "venue_th": "ห้องอื่น"})

    assert answer.status_code == 302, answer.context["errors"]
    meeting.refresh_from_db()
    assert (meeting.summary_th, meeting.venue_th) == ("สรุป", "ห้องเดิม")


def test_what_is_read_only_says_its_language_by_name(desk):
    meeting = make_meeting(minutes_state="certified", venue_th="ห้องเดิม", venue_en="Old room")

    page = desk.get(workspace(meeting)).content.decode()

    assert "สถานที่ (ภาษาไทย)" in page
    assert "สถานที่ (ภาษาอังกฤษ)" in page
    assert "[th]" not in page
    assert "[en]" not in page
