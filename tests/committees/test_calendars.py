"""Calendars as a reader's program fetches them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from icalendar import Calendar

from committees.models import Meeting
from tests.factories import make_committee, make_meeting

pytestmark = pytest.mark.django_db
HOUR = datetime(2026, 2, 14, 13, 30, tzinfo=ZoneInfo("Asia/Bangkok"))
ALL = "/meetings/calendar.ics"


@pytest.fixture
def meeting():
    committee = make_committee(name_th="คณะกรรมการทดสอบ", name_en="Test Committee", slug="test")
    return make_meeting(
        committee=committee, number=1, be_year=2569, starts_at=HOUR, status="planned"
    )


def events(client, address=ALL):
    response = client.get(address)
    assert response.status_code == 200
    return Calendar.from_ical(response.content).walk("VEVENT")


def only(client, address=ALL):
    (event,) = events(client, address)
    return event


def test_a_calendar_is_a_file_for_calendars_without_a_cookie(client, meeting):
    response = client.get(ALL)

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert ".ics" in response["Content-Disposition"]
    assert not response.cookies


@pytest.mark.parametrize("through", ["save", "update"])
def test_a_moved_meeting_keeps_its_uid_and_counts_up(client, meeting, through):
    before = only(client)

    moved = HOUR + timedelta(days=7)
    if through == "save":
        meeting.starts_at = moved
        meeting.save()
    else:
        Meeting.objects.filter(pk=meeting.pk).update(starts_at=moved)

    after = only(client)
    assert after["UID"] == before["UID"] == f"meeting-{meeting.pk}@iad-portal"
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == moved


def test_a_cancelled_meeting_stays_and_says_so(client, meeting):
    before = only(client)["SEQUENCE"]

    Meeting.objects.filter(pk=meeting.pk).update(status="cancelled")

    event = only(client)
    assert event["STATUS"] == "CANCELLED"
    assert event["SEQUENCE"] > before


def test_a_postponed_meeting_is_tentative_with_its_note(client, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(status="postponed", status_note_th="เลื่อนไม่มีกำหนด")

    event = only(client)
    assert event["STATUS"] == "TENTATIVE"
    assert "เลื่อนไม่มีกำหนด" in event["DESCRIPTION"]


def test_a_meeting_without_an_hour_lasts_the_day_in_bangkok(client, meeting):
    midnight = HOUR.replace(hour=0, minute=0)  # still the day before in UTC
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=midnight, time_is_stated=False)

    event = only(client)
    assert event["DTSTART"].to_ical() == b"20260214"
    assert event["DTEND"].to_ical() == b"20260215"


@pytest.mark.parametrize("address", [ALL, "/committees/test/calendar.ics"])
def test_each_language_has_its_texts_and_its_link(client, meeting, address, settings):
    settings.SITE_URL = "https://portal.example.go.th"

    thai, english = only(client, address), only(client, f"/en{address}")

    assert "คณะกรรมการทดสอบ" in thai["SUMMARY"]
    assert "Test Committee" in english["SUMMARY"]
    assert english["SUMMARY"].params["LANGUAGE"] == "en"
    assert thai["URL"] == "https://portal.example.go.th/committees/test/2569/1/"
    assert english["URL"] == "https://portal.example.go.th/en/committees/test/2569/1/"
    assert thai["UID"] == english["UID"]


def test_neither_internal_meetings_nor_online_addresses_get_out(client, meeting):
    secret = "https://meet.example.com/secret-room"
    Meeting.objects.filter(pk=meeting.pk).update(mode="hybrid", online_url=secret)
    internal = make_meeting(committee=meeting.committee, access="internal", number=2, be_year=2569)

    for address in (ALL, "/committees/test/calendar.ics", "/committees/test/2569/1/calendar.ics"):
        response = client.get(address)
        assert b"secret-room" not in response.content.replace(b"\r\n ", b"")
        assert f"meeting-{internal.pk}@".encode() not in response.content
        assert f"meeting-{meeting.pk}@".encode() in response.content
    assert client.get("/committees/test/2569/2/calendar.ics").status_code == 404
    assert client.get("/committees/none/calendar.ics").status_code == 404


def test_what_did_not_change_is_not_sent_again(client, meeting):
    first = client.get(ALL)

    assert client.get(ALL, headers={"if-none-match": first["ETag"]}).status_code == 304
    Meeting.objects.filter(pk=meeting.pk).update(status="cancelled")
    assert client.get(ALL, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_committees_calendar_holds_its_own_meetings_only(client, meeting):
    other = make_meeting(status="planned", starts_at=HOUR)

    assert only(client, "/committees/test/calendar.ics")["UID"].startswith(f"meeting-{meeting.pk}@")
    assert {event["UID"].split("@")[0] for event in events(client)} == {
        f"meeting-{meeting.pk}",
        f"meeting-{other.pk}",
    }


def test_many_meetings_take_no_more_questions(client, meeting, django_assert_max_num_queries):
    for number in range(2, 40):
        make_meeting(committee=meeting.committee, number=number, be_year=2569, starts_at=HOUR)

    with django_assert_max_num_queries(4):
        assert len(events(client, "/committees/test/calendar.ics")) == 39
    with django_assert_max_num_queries(4):
        assert len(events(client)) == 39


@pytest.mark.parametrize("page", ["committees:meetings", "committees:committee"])
def test_pages_lead_to_their_calendar(client, meeting, page):
    kwargs = {"slug": "test"} if page.endswith("committee") else {}

    answer = client.get(reverse(page, kwargs=kwargs)).content.decode()

    assert "calendar.ics" in answer
