"""Certified minutes as readers get them: the page, and the PDF."""

import pytest
from django.urls import reverse

from committees.models import Meeting
from tests import factories
from tests.committees.minutes.half_open import (
    CLOSED,
    NEVER,
    OPEN,
    half_open_meeting,
    latin,
    said_among,
    text_of_pdf,
)
from tests.committees.minutes.records import stand_in_order
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db
NAMES = ("committees:minutes", "committees:minutes-pdf")


def address(meeting: Meeting, name: str = NAMES[0]) -> str:
    return reverse(name, args=[meeting.committee.slug, meeting.be_year, meeting.number])


def test_the_page_has_what_is_open_and_nothing_closed(client):
    response = client.get(address(half_open_meeting()))

    text = response.content.decode()
    assert said_among(OPEN, text) == set(OPEN)
    assert said_among((*CLOSED, NEVER), text) == set()


def test_the_pdf_has_what_is_open_and_nothing_closed(client):
    response = client.get(address(half_open_meeting(), "committees:minutes-pdf"))

    text = text_of_pdf(response.content)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="minutes-sister-cities-1-2563.pdf"'
    assert said_among(latin(OPEN), text) == set(latin(OPEN))
    assert said_among((*latin(CLOSED), NEVER), text) == set()


def test_the_page_follows_the_form(client):
    meeting = half_open_meeting()
    headings = (
        *("รายงานการประชุมคณะกรรมการเมืองพี่เมืองน้อง", "ครั้งที่ ๑/๒๕๖๓", "เมื่อวัน", "ณ ห้องประชุมใหญ่"),
        *("ผู้มาประชุม", "ผู้ไม่มาประชุม", "เริ่มประชุมเวลา", "ระเบียบวาระที่ ๑", "ระเบียบวาระที่ ๕"),
        *("มติที่ประชุม", "เลิกประชุมเวลา"),
    )

    assert stand_in_order(headings, said(page_of(client, address(meeting)).main))


def test_an_english_page_says_that_the_minutes_are_in_thai(client):
    page = page_of(client, "/en" + address(half_open_meeting()).removeprefix("/th"))

    assert "available in Thai only" in said(page.select_one(".notice"))
    assert page.select_one("[lang=th] h1").get_text().startswith("รายงานการประชุม")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "fields",
    [
        {"minutes_state": "draft", "certified_on": None},
        {"minutes_state": "circulated", "certified_on": None},
        {"minutes_state": "none", "certified_on": None},
        {"access": "internal"},
    ],
)
def test_what_is_not_certified_or_not_open_is_not_there_for_anybody(client, name, fields):
    meeting = half_open_meeting(**fields)

    assert client.get(address(meeting, name)).status_code == 404
    client.force_login(factories.make_user("secretary"))
    assert client.get(address(meeting, name)).status_code == 404


@pytest.mark.parametrize("ending", ["minutes/", "minutes.pdf"])
@pytest.mark.parametrize(
    "place", ["sister-cities/2563/2", "other/2563/1", "sister-cities/99999999999999999999999/1"]
)
def test_minutes_that_nobody_wrote_are_not_there(client, place, ending):
    half_open_meeting()

    assert client.get(f"/th/committees/{place}/{ending}", follow=True).status_code == 404


def test_what_was_typed_is_text_and_never_markup(client):
    meeting = half_open_meeting(minutes_state="none", certified_on=None)
    hostile = '<script>alert(1)</script> #read("/etc/passwd") {{ 7 }} 🎉 العربية'
    factories.make_item(meeting=meeting, title_th=hostile, detail_th=hostile)
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified")

    page = client.get(address(meeting))
    pdf = client.get(address(meeting, "committees:minutes-pdf"))

    assert "&lt;script&gt;alert(1)" in page.content.decode()
    assert "<script>alert" not in page.content.decode()
    assert pdf.status_code == 200


def test_the_page_of_the_meeting_leads_to_certified_minutes_only(client):
    meeting = half_open_meeting()
    links = [a.get("href") for a in page_of(client, meeting.get_absolute_url()).main.select("a")]
    draft = factories.make_meeting(minutes_state="draft")
    other = [a.get("href") for a in page_of(client, draft.get_absolute_url()).main.select("a")]

    assert [links.count(address(meeting, name)) for name in NAMES] == [1, 1]
    assert not {address(draft, name) for name in NAMES} & set(other)
