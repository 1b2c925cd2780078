"""The secretary's screens of planning, as a browser fills and sends them."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from committees.models import Meeting
from iad.thai.dates import be_year, format_date
from tests.committees.planning_screens import (
    ACTS,
    FORM,
    act_address,
    errors_in,
    next_address,
    plan,
    planned,
)
from tests.factories import (
    make_assignment,
    make_committee,
    make_item,
    make_meeting,
    make_membership,
    make_resolution,
    make_user,
)
from tests.news.desk_forms import fields_of
from tests.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return make_committee(name_th="คณะกรรมการอาเซียน")


@pytest.fixture
def secretary(client):
    client.force_login(make_user("secretary"))
    return client


def test_a_committee_leads_to_its_next_meeting(secretary, committee):
    page = secretary.get(reverse("admin:committees_committee_change", args=[committee.pk]))

    links = BeautifulSoup(page.content, "html.parser").select(".object-tools a")
    assert next_address(committee) in [link["href"] for link in links]


def test_the_number_and_the_year_follow_the_date_typed(secretary, committee):
    response = plan(secretary, committee)

    meeting = Meeting.objects.get()
    assert response.url == reverse("admin:committees_meeting_change", args=[meeting.pk])
    assert (meeting.reference, meeting.status) == ("1/2573", "planned")
    assert format_date(timezone.localtime(meeting.starts_at)) == "14 กุมภาพันธ์ 2573"
    assert f"{timezone.localtime(meeting.starts_at):%H.%M}" == "09.30"


def test_a_number_that_was_typed_stays(secretary, committee):
    plan(secretary, committee, number="๗", be_year="๒๕๗๓")

    assert Meeting.objects.get().reference == "7/2573"


def test_before_saving_the_page_shows_the_roll_and_the_matters(secretary, committee):
    seat = make_membership(committee=committee, role="chair")
    item = make_item(meeting=make_meeting(committee=committee, number=3), title_th="เมืองพี่น้อง")
    make_assignment(resolution=make_resolution(item=item))

    shown = secretary.get(next_address(committee))

    text = said(BeautifulSoup(shown.content, "html.parser").select_one(".plan-holds"))
    assert seat.holder in text
    assert "เมืองพี่น้อง" in text
    assert "3/2563" in text
    plan(secretary, committee)
    meeting = Meeting.objects.get(status="planned")
    assert meeting.attendees.get().membership == seat
    assert meeting.agenda.get(follows=item).title_th == "เมืองพี่น้อง"


def test_showing_the_roll_of_a_date_writes_nothing(secretary, committee):
    make_membership(committee=committee, position_th="ผู้เคยเป็นประธาน", ends_on="2027-01-01")
    address = next_address(committee)
    typed = fields_of(secretary.get(address), FORM) | {"day": "14/2/2573", "_show": "1"}

    shown = secretary.post(address, typed | {"venue_th": "ห้อง"})

    page = BeautifulSoup(shown.content, "html.parser")
    assert "ผู้เคยเป็นประธาน" not in said(page.select_one(".plan-holds"))
    assert page.select_one("[name=day]")["value"] == "14/2/2573"
    assert not Meeting.objects.exists()


def test_a_number_taken_meanwhile_is_told_and_the_next_is_offered(secretary, committee):
    year = be_year(timezone.localdate())
    day = format_date(timezone.localdate())
    address = next_address(committee)
    opened = fields_of(secretary.get(address), FORM)
    planned(committee, number=1, be_year=year)
    typed = opened | {"day": day, "venue_th": "ห้องรัตนโกสินทร์"}

    refused = secretary.post(address, typed)

    assert f"1/{year}" in errors_in(refused)
    assert f"2/{year}" in errors_in(refused)
    again = fields_of(refused, FORM)
    assert (again["number"], again["venue_th"]) == (["2"], ["ห้องรัตนโกสินทร์"])
    assert secretary.post(address, again).status_code == 302
    assert Meeting.objects.filter(number=2, be_year=year).exists()


def test_what_was_done_is_said_with_its_numbers(secretary, committee):
    make_membership(committee=committee)

    told = secretary.get(plan(secretary, committee).url)

    messages = said(BeautifulSoup(told.content, "html.parser").select_one(".messagelist"))
    assert "1/2573" in messages


def test_many_seats_and_matters_are_shown_with_as_many_queries_as_few(secretary, committee):
    first = make_meeting(committee=committee, number=1)

    def queries_with(rows):
        for _row in range(rows):
            make_membership(committee=committee)
            make_assignment(resolution=make_resolution(item=make_item(meeting=first)))
        with CaptureQueriesContext(connection) as asked:
            assert secretary.get(next_address(committee)).status_code == 200
        return len(asked)

    assert queries_with(2) == queries_with(40) <= 20


def test_venues_used_before_are_suggested(secretary, committee):
    make_meeting(committee=committee, venue_th="ห้องนพรัตน์")

    page = BeautifulSoup(secretary.get(next_address(committee)).content, "html.parser")

    assert page.select_one(f"#{page.select_one('[name=venue_th]')['list']} option[value=ห้องนพรัตน์]")


@pytest.mark.parametrize(
    "typed",
    [
        {"day": ""},
        {"day": "30 กุมภาพันธ์ 2573"},
        {"number": "0"},
        {"number": "9" * 5000},
        {"number": "หนึ่ง"},
        {"be_year": "2025"},
        {"venue_th": ""},
        {"venue_th": "", "mode": "hybrid"},
        {"venue_th": "ก\x00ข"},
        {"venue_th": "ก" * 301},
        {"mode": "by pigeon"},
        {"access": "secret"},
        {"kind": ""},
        {"online_url": "javascript:alert(1)"},
        {"until": "08.00"},
        {"last_day": "15/2/2573"},
        {"last_day": "13/2/2573", "until": "16.00"},
    ],
    ids=str,
)
def test_what_cannot_be_is_told_and_nothing_is_lost(typed, secretary, committee):
    response = plan(secretary, committee, **{"venue_en": "Rattanakosin Room"} | _bare(typed))

    assert response.status_code == 200
    assert errors_in(response)
    assert not Meeting.objects.exists()
    if "venue_th" not in typed:
        assert "ห้องรัตนโกสินทร์" in response.content.decode()


def _bare(typed):
    return typed | ({"venue_en": ""} if "venue_th" in typed else {})


def test_an_online_meeting_of_two_days_needs_no_venue(secretary, committee):
    plan(
        secretary,
        committee,
        mode="online",
        venue_th="",
        hour="",
        last_day="15 กุมภาพันธ์ ๒๕๗๓",
        until="๑๒.๐๐ น.",
        online_url="meet.example/abc",
    )

    meeting = Meeting.objects.get()
    assert (meeting.spans_days, meeting.time_is_stated) == (True, False)
    assert meeting.online_url == "https://meet.example/abc"


@pytest.mark.parametrize("role", ["author", "editor", "translator", "administrator"])
def test_only_secretaries_plan(role, client, committee):
    client.force_login(make_user(role))
    meeting = planned(committee)

    addresses = [next_address(committee), *(act_address(meeting, act) for act in ACTS)]
    for address in addresses:
        assert client.get(address).status_code == 403
        assert client.post(address, {"day": "14/2/2573"}).status_code == 403
    assert list(Meeting.objects.values_list("status", flat=True)) == ["planned"]


def test_a_committee_that_is_not_there_is_not_found(secretary):
    assert secretary.get("/admin/committees/committee/999999/next/").status_code == 404


def test_a_secretary_sets_the_sections_of_a_committee(secretary, committee):
    address = reverse("admin:committees_committee_change", args=[committee.pk])
    fields = fields_of(secretary.get(address), "#committee_form")
    fields |= {
        "headings-TOTAL_FORMS": "1",
        "headings-0-number": "1",
        "headings-0-purpose": "3",
        "headings-0-title_th": "เรื่องค้างพิจารณา",
        "headings-0-title_en": "",
        "headings-0-committee": str(committee.pk),
        "headings-0-id": "",
    }

    assert secretary.post(address, fields).status_code == 302
    assert committee.headings.get().title_th == "เรื่องค้างพิจารณา"
