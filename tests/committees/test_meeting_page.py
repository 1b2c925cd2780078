"""A meeting is a record, and its page shows the record."""

from datetime import datetime
from functools import partial

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override

from committees.models import Attendee, Meeting
from tests.factories import (
    make_assignment,
    make_attendee,
    make_committee,
    make_department,
    make_document,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_public_article,
    make_resolution,
)
from tests.pages import facts, page_of, said

pytestmark = pytest.mark.django_db
BANGKOK = timezone.get_default_timezone()
Capacity, Presence = Attendee.Capacity, Attendee.Presence


@pytest.fixture
def read(client):
    return partial(page_of, client)


@pytest.fixture
def meeting():
    return make_meeting(
        committee=make_committee(
            name_th="คณะกรรมการอาเซียน", name_en="ASEAN Committee", slug="asean"
        ),
        number=4,
        be_year=2564,
        starts_at=datetime(2021, 8, 20, 13, 30, tzinfo=BANGKOK),
        ends_at=datetime(2021, 8, 20, 16, 0, tzinfo=BANGKOK),
        venue_th="ห้องรัตนโกสินทร์",
        venue_en="Rattanakosin Room",
        summary_th="สรุปการประชุม",
    )


def attend(meeting, name, **fields):
    return make_attendee(meeting=meeting, person=make_person(name_th=name, prefix_th=""), **fields)


@pytest.mark.parametrize(
    ("language", "address", "name", "day", "venue"),
    [
        (
            "th",
            "/committees/asean/2564/4/",
            "คณะกรรมการอาเซียน",
            "วันศุกร์ที่ 20 สิงหาคม 2564",
            "ห้องรัตนโกสินทร์",
        ),
        (
            "en",
            "/en/committees/asean/2564/4/",
            "ASEAN Committee",
            "Friday 20 August 2021",
            "Rattanakosin Room",
        ),
    ],
)
def test_a_meeting_shows_number_date_hours_and_venue(
    language, address, name, day, venue, meeting, read
):
    page = read(address)

    with override(language):
        when, where = facts(page)[gettext("Date")], facts(page)[gettext("Venue")]
        reference = gettext("Meeting %(reference)s") % {"reference": "4/2564"}
    assert said(page.h1) == f"{name} {reference}"
    assert when.startswith(day)
    assert "13.30" in when
    assert "16.00" in when
    assert where == venue


def test_an_hour_that_is_not_stated_is_not_shown(meeting, read):
    Meeting.objects.update(time_is_stated=False, ends_at=None)

    page = read(meeting.get_absolute_url())

    assert facts(page)[gettext("Date")] == "วันศุกร์ที่ 20 สิงหาคม 2564"
    assert page.select_one("dd time")["datetime"] == "2021-08-20"


def test_a_meeting_names_its_chair_with_the_position_of_that_day(meeting, read):
    attend(meeting, "ขจิต", capacity=Capacity.CHAIR, position_th="ปลัดกรุงเทพมหานคร")

    chair = facts(read(meeting.get_absolute_url()))[gettext("Chair of the meeting")]

    assert chair == "ขจิต ปลัดกรุงเทพมหานคร"


def test_a_chair_who_is_not_to_be_named_is_not_named(meeting, read):
    attend(meeting, "ขจิต", capacity=Capacity.CHAIR, is_public=False)

    page = read(meeting.get_absolute_url())

    assert gettext("Chair of the meeting") not in facts(page)
    assert "ขจิต" not in said(page)


def capacities(page, part):
    return [said(cell) for cell in page.select(f"[aria-labelledby={part}] td:last-child")]


def names(page, part):
    return [said(name) for name in page.select(f"[aria-labelledby={part}] .seat-holder")]


def test_those_present_stand_by_capacity_chair_first_and_who_sat_in_apart(meeting, read):
    attend(meeting, "แขก", capacity=Capacity.GUEST, order=1, is_public=True)
    attend(meeting, "ผู้ร่วม", capacity=Capacity.PARTICIPANT, order=5)
    attend(meeting, "กรรมการสอง", order=3)
    attend(meeting, "กรรมการหนึ่ง", order=2)
    attend(meeting, "ประธาน", capacity=Capacity.CHAIR, order=4)
    page = read(meeting.get_absolute_url())

    assert names(page, "present") == ["ประธาน", "กรรมการหนึ่ง", "กรรมการสอง"]
    assert capacities(page, "present") == [
        str(one.label) for one in (Capacity.CHAIR, Capacity.MEMBER, Capacity.MEMBER)
    ]
    assert names(page, "participants") == ["ผู้ร่วม", "แขก"]


def test_a_substitute_is_shown_with_whom_they_stood_in_for(meeting, read):
    seat = make_membership(position_th="ผู้อำนวยการสำนักอนามัย")
    attend(meeting, "ผู้แทน", presence=Presence.SUBSTITUTE, substitute_for=seat)

    note = read(meeting.get_absolute_url()).select_one("[aria-labelledby=present] .seat-note")

    assert seat.holder in said(note)


def test_who_was_absent_stands_apart(meeting, read):
    attend(meeting, "ผู้ลา", presence=Presence.ABSENT)
    attend(meeting, "ผู้มา")
    page = read(meeting.get_absolute_url())

    assert said(page.select_one("[aria-labelledby=absent] .seat-holder")) == "ผู้ลา"
    assert "ผู้ลา" not in said(page.select_one("[aria-labelledby=present]"))


def test_departments_present_are_named_once_whoever_came_for_them(meeting, read):
    health, culture, absent = (
        make_department(name_th=name) for name in ("สำนักอนามัย", "สำนักวัฒนธรรม", "สำนักเทศกิจ")
    )
    attend(meeting, "หนึ่ง", department=health, order=1)
    attend(meeting, "สอง", department=health, order=2)
    make_attendee(meeting=meeting, department=culture, order=3)  # nobody is named
    attend(meeting, "สาม", department=absent, presence=Presence.ABSENT)
    page = read(meeting.get_absolute_url())

    present = page.select("[aria-labelledby=departments] li")
    assert [said(one) for one in present] == ["สำนักอนามัย", "สำนักวัฒนธรรม"]
    assert "สำนักวัฒนธรรม" not in said(page.select_one("[aria-labelledby=present]"))


def test_items_keep_the_number_they_have_in_the_whole_agenda(meeting, read):
    make_item(meeting=meeting, section=5, order=1, title_th="เรื่องแรก")
    make_item(meeting=meeting, section=5, order=2, title_th="เรื่องปิด", access="internal")
    make_item(meeting=meeting, section=5, order=3, title_th="เรื่องที่สาม")
    make_item(meeting=meeting, section=1, order=9, title_th="ประธานแจ้ง")
    page = read(meeting.get_absolute_url())

    assert [said(item) for item in page.select(".agenda-item h4")] == [
        "1.1 ประธานแจ้ง",
        "5.1 เรื่องแรก",
        "5.3 เรื่องที่สาม",
    ]


def test_an_item_shows_its_resolution_and_who_must_do_what_by_when(meeting, read):
    resolution = make_resolution(
        item=make_item(meeting=meeting), kind="assigned", text_th="เห็นชอบในหลักการ"
    )
    task = make_assignment(
        resolution=resolution,
        task_th="จัดทำแผน",
        due_on=datetime(2021, 9, 30, tzinfo=BANGKOK).date(),
    )
    item = read(meeting.get_absolute_url()).select_one(".agenda-item")

    assert "เห็นชอบในหลักการ" in said(item.select_one(".resolution"))
    assert item.find("a", href=task.department.get_absolute_url())
    for words in ("จัดทำแผน", "30 กันยายน 2564", str(resolution.get_kind_display())):
        assert words in said(item)


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_a_meeting_that_was_not_held_shows_its_agenda_and_no_outcome(status, meeting, read):
    item = make_item(meeting=meeting, title_th="เรื่องพิจารณา")
    make_assignment(resolution=make_resolution(item=item, text_th="มติ"), task_th="งาน")
    attend(meeting, "ผู้จะมา")
    Meeting.objects.update(status=status)
    page = read(meeting.get_absolute_url())

    assert "เรื่องพิจารณา" in said(page)
    assert page.select(".resolution, .assignments, [aria-labelledby=present]") == []
    assert "ผู้จะมา" not in said(page)


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_nobody_attended_a_meeting_that_was_not_held(status, client):
    person, department = make_person(), make_department()
    make_membership(person=person)
    make_attendee(meeting=make_meeting(status=status), person=person, department=department)

    assert list(client.get(person.get_absolute_url()).context["attendances"]) == []
    assert list(client.get(department.get_absolute_url()).context["meetings"]) == []


def test_papers_stand_with_the_meeting_or_with_their_item(meeting, read):
    agenda = make_document(meeting=meeting, title_th="ระเบียบวาระ", access="public")
    item = make_item(meeting=meeting)
    paper = make_document(meeting=meeting, item=item, title_th="ผลการศึกษา", access="public")
    page = read(meeting.get_absolute_url())

    of_meeting = page.select("[aria-labelledby=documents] a")
    assert [link["href"] for link in of_meeting] == [agenda.file.url]
    assert [link["href"] for link in page.select(".agenda-item a")] == [paper.file.url]


@pytest.mark.parametrize(
    ("state", "seen"), [("none", 0), ("draft", 0), ("circulated", 0), ("certified", 1)]
)
def test_minutes_are_open_once_they_are_certified(state, seen, meeting, client):
    minutes = make_document(meeting=meeting, kind="minutes", access="public")
    Meeting.objects.update(minutes_state=state)

    response = client.get(minutes.file.url)
    b"".join(response)  # which closes the file

    assert response.status_code == (200 if seen else 404)
    page = page_of(client, meeting.get_absolute_url())
    assert len(page.select("[aria-labelledby=documents] a")) == seen


def test_minutes_say_where_they_were_certified(meeting, read):
    later = make_meeting(committee=meeting.committee, number=1, be_year=2565)
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified", certified_at=later)

    minutes = facts(read(meeting.get_absolute_url()))[gettext("Minutes")]

    assert "1/2565" in minutes


def test_a_meeting_leads_to_its_news(meeting, read):
    article = make_public_article(meeting=meeting, title_th="ข่าวการประชุม")
    make_public_article(title_th="ข่าวอื่น")

    news = read(meeting.get_absolute_url()).select("[aria-labelledby=news] .card-title a")

    assert [link["href"] for link in news] == [article.get_absolute_url()]


def test_a_text_that_is_not_in_the_readers_language_is_marked(meeting, read):
    make_item(meeting=meeting, title_th="เรื่องไทย", title_en="")
    page = read("/en/committees/asean/2564/4/")

    assert said(page.select_one('[aria-labelledby=summary] [lang="th"]')) == "สรุปการประชุม"
    assert said(page.select_one('.agenda-item h4 [lang="th"]')) == "เรื่องไทย"


@pytest.mark.parametrize("rest", ["2564/5/", "2565/4/", "0/0/", f"2564/{10**25}/"])
def test_a_meeting_that_is_not_recorded_is_not_found(rest, meeting, read):
    read(f"/committees/asean/{rest}", status=404)
