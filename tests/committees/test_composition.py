"""Who sat on a committee on a day, as its page tells readers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committees.appointing import replace
from tests.factories import make_committee, make_membership, make_person, make_term, make_user
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db
START, CHANGE = date(2020, 1, 1), date(2020, 7, 1)
ADDRESS = "/committees/test/"


@pytest.fixture
def committee():
    return make_committee(slug="test")


@pytest.fixture
def replaced(committee):
    """A seat of สมชาย, taken by สมหญิง on 1 July 2563."""
    term = make_term(committee=committee, starts_on=START, order_ref="คำสั่งที่ 1/2563")
    seat = make_membership(
        committee=committee, person=make_person(name_th="สมชาย"), term=term, starts_on=START
    )
    by = make_user("administrator")
    return replace(seat, person=make_person(name_th="สมหญิง"), on=CHANGE, basis="ลับ", by=by)


def members_on(client, day: str, language="") -> str:
    page = page_of(client, f"{language}{ADDRESS}?on={day}")
    return said(page.find(id="members").find_parent("section"))


@pytest.mark.parametrize("day", ["30/6/2563", "2020-06-30", "๓๐ มิ.ย. ๒๕๖๓"])
def test_the_day_before_the_former_holder_sits_there(client, replaced, day):
    shown = members_on(client, day)

    assert "30 มิถุนายน 2563" in shown
    assert "สมชาย" in shown
    assert "สมหญิง" not in shown


def test_on_the_day_the_successor_does_and_says_in_whose_place(client, replaced):
    page = page_of(client, f"{ADDRESS}?on=1/7/2563")

    members = page.find(id="members").find_parent("section")
    (seat,) = members.select(".seat")
    assert "สมหญิง" in said(seat.select_one(".seat-holder"))
    assert "สมชาย" in said(seat)
    assert "คำสั่งที่ 1/2563" in said(members.select_one(".shared-order"))


def test_before_the_first_appointment_nobody_sat(client, replaced):
    page = page_of(client, f"{ADDRESS}?on=31/12/2562")

    assert not page.find(id="members").find_parent("section").select(".seat")


def test_today_the_heading_names_no_day_and_former_members_are_kept(client, replaced):
    page = page_of(client, ADDRESS)

    assert "25" not in said(page.find(id="members"))
    assert "สมชาย" in said(page.find(id="former").find_parent("section"))
    assert "คำสั่งที่ 1/2563" in said(page.find(id="terms").find_parent("section"))


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("day", ["31/2/2563", "abc", "9" * 40, "<b>"])
def test_what_is_no_day_is_said_and_today_is_shown(client, replaced, day, language):
    page = page_of(client, f"{language}{ADDRESS}?on={day}")

    assert page.select_one("[role=alert]")
    assert "สมหญิง" in said(page.find(id="members").find_parent("section"))
    assert page.select_one("input[name=on]")["value"] == day


def test_a_seat_held_by_office_is_shown_by_its_position(client, committee):
    make_membership(committee=committee, position_th="ผู้อำนวยการสำนักอนามัย", starts_on=START)

    assert "ผู้อำนวยการสำนักอนามัย" in members_on(client, "14/2/2563")


def test_why_somebody_was_appointed_or_left_stays_inside(client, replaced):
    assert "ลับ" not in client.get(ADDRESS).content.decode()


def test_sixty_members_take_no_more_questions_than_two(client, committee):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{ADDRESS}?on=1/7/2563")
        return len(asked)

    by, term = make_user("administrator"), make_term(committee=committee, starts_on=START)

    def seat_and_successor(order):
        seat = make_membership(committee=committee, order=order, term=term, starts_on=START)
        replace(seat, person=make_person(), on=CHANGE, by=by)

    seat_and_successor(1)
    client.get(ADDRESS)
    few = questions()
    for order in range(2, 61):
        seat_and_successor(order)

    assert questions() == few <= 8
