"""The screen that reads a meeting from a text: what one click makes, who may, how much it asks."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from committees.models import Assignment, Attendee, Committee, Department, Meeting
from tests.committees.text_screens import (
    BODY,
    PAGE,
    RECORD,
    address,
    department,
    errors_in,
    office,
    page_of,
    read,
    send,
)
from tests.factories import (
    make_committee,
    make_meeting,
    make_user,
)
from tests.news.desk_forms import fields_of
from tests.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return office()


@pytest.fixture
def secretary(client, committee):
    client.force_login(make_user("secretary"))
    return client


def counts() -> dict[str, int]:
    """Every table there is, sessions included."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


# --- what it makes ----------------------------------------------------------------------------


def test_one_click_records_the_meeting_whole(secretary, committee):
    response = send(secretary, read(secretary))

    meeting = Meeting.objects.get()
    assert response.url == reverse("admin:committees_meeting_change", args=[meeting.pk])
    assert (meeting.committee, meeting.reference, meeting.status) == (committee, "1/2563", "held")
    day = timezone.localtime(meeting.starts_at)
    assert (f"{day:%Y-%m-%d}", meeting.time_is_stated) == ("2020-02-14", False)
    lines = list(meeting.attendees.all())
    assert [one.person.name_th for one in lines[:3]] == ["สมนึก แก้วใส", "ดวงใจ รักดี", "มานะ ชูชาติ"]
    assert {one.department for one in lines[3:]} >= {department("สำนักอนามัย")}
    assert len(lines) == 13
    assert {one.department.name_th for one in Assignment.objects.all()} == {
        "สำนักการวางผังและพัฒนาเมือง",
        "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว",
    }


def test_nothing_is_stored_before_the_click(secretary):
    secretary.get(address())
    before = counts()

    shown = read(secretary)
    send(secretary, shown, button="_names")
    send(secretary, shown, button="_again")
    send(secretary, shown, number="")

    assert counts() == before


def test_pressed_twice_it_happens_once_and_the_second_press_leads_to_the_meeting(secretary):
    shown = read(secretary)
    send(secretary, shown)
    meeting, after = Meeting.objects.get(), counts()

    again = send(secretary, shown)

    # Those who were new the first time are of the register by now.
    assert counts() == after
    taken = page_of(again).select_one("#from-text-taken")
    assert taken.a["href"] == reverse("admin:committees_meeting_change", args=[meeting.pk])


@pytest.mark.parametrize("state", ["none", "certified"])
def test_a_number_that_is_taken_shows_its_meeting_and_changes_nothing(state, secretary, committee):
    there = make_meeting(committee=committee, number=1, be_year=2563, minutes_state=state)

    shown = read(secretary)

    taken = page_of(shown).select_one("#from-text-taken")
    assert taken.a["href"] == reverse("admin:committees_meeting_change", args=[there.pk])
    assert ("รับรองรายงานการประชุมแล้ว" in said(taken)) is (state == "certified")
    assert not taken.select("button")
    typed = {f"who-{at}-take": "written" for at in range(3)}
    before = counts()
    refused = send(secretary, shown, **typed)
    assert page_of(refused).select_one("#from-text-taken")
    assert counts() == before
    send(secretary, refused, number="2")
    assert Meeting.objects.filter(number=2).get().attendees.count() == 13


def test_another_meeting_of_that_day_is_worth_a_look(secretary, committee):
    make_meeting(committee=committee, number=9, starts_at="2020-02-14T10:00:00+07:00")

    taken = page_of(read(secretary)).select_one("#from-text-taken")

    assert "มีการประชุมอื่นในวันเดียวกัน" in said(taken)


def test_what_was_typed_is_not_lost_where_something_is_refused(secretary):
    typed = {"venue": "ห้องที่แก้แล้ว", "who-0-position": "ตำแหน่งที่แก้แล้ว", "day": "31 กุมภาพันธ์ 2563"}

    refused = send(secretary, read(secretary), **typed)

    fields = fields_of(refused, RECORD)
    assert {name: fields[name] for name in typed} == {name: [text] for name, text in typed.items()}
    assert page_of(refused).select(".said-label")
    assert errors_in(refused)


def test_days_without_hours_need_no_hour(secretary):
    shown = read(secretary)

    assert send(secretary, shown, last_day="13 กุมภาพันธ์ 2563").status_code == 200
    assert send(secretary, shown, last_day="15 กุมภาพันธ์ 2563").status_code == 302

    meeting = Meeting.objects.get()
    assert meeting.spans_days
    assert not meeting.time_is_stated


def test_a_committee_that_is_not_recorded_is_chosen_or_made(secretary):
    other = make_committee()
    text = PAGE.replace(BODY, "คณะกรรมการพัฒนาความร่วมมือกับเมืองท่า")

    shown = read(secretary, text)

    fields = fields_of(shown, RECORD)
    assert (fields["committee"], fields["name_th"]) == (
        [""],
        ["คณะกรรมการพัฒนาความร่วมมือกับเมืองท่า"],
    )
    assert "โปรดกรอกที่อยู่หน้าเว็บ" in errors_in(send(secretary, shown, committee="new"))
    new = {"committee": "new", "slug": other.slug}
    assert "ใช้ที่อยู่หน้าเว็บนี้แล้ว" in errors_in(send(secretary, shown, **new))
    send(secretary, shown, committee="new", slug="port-cities")
    assert Meeting.objects.get().committee == Committee.objects.get(slug="port-cities")


def test_a_committee_already_recorded_is_not_made_again(secretary):
    typed = {"committee": "new", "name_th": f"{BODY} ", "slug": "again"}

    assert "อยู่แล้ว" in errors_in(send(secretary, read(secretary), **typed))
    assert not Committee.objects.filter(slug="again").exists()


def test_a_committees_page_leads_to_the_screen_with_itself_chosen(secretary):
    other = make_committee()
    page = secretary.get(reverse("admin:committees_committee_change", args=[other.pk]))
    at = f"{address()}?committee={other.pk}"
    assert at in page.content.decode()

    unknown = read(secretary, PAGE.replace(BODY, "คณะกรรมการเมืองท่า"), at)
    known = read(secretary, at=at)

    assert fields_of(unknown, RECORD)["committee"] == [str(other.pk)]
    assert fields_of(known, RECORD)["committee"] != [str(other.pk)]


def test_a_closed_committee_goes_on_behind_closed_doors(secretary, committee):
    make_meeting(committee=committee, number=7, access="internal")

    assert fields_of(read(secretary), RECORD)["access"] == ["internal"]


# --- who may ----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["author", "editor", "translator", "administrator"])
def test_whoever_may_not_add_meetings_finds_no_screen(role, client, committee):
    client.force_login(make_user(role))

    assert client.get(address()).status_code == read(client).status_code == 403


def test_a_stranger_is_asked_to_log_in(client):
    assert client.get(address()).status_code == 302


def test_only_who_may_add_departments_is_offered_a_new_one(client, committee):
    Department.objects.filter(name_th="สำนักอนามัย").delete()
    client.force_login(make_user("secretary"))
    shown = read(client)
    options = page_of(shown).select("[name=office-0-take] option[value=new]")
    assert options == []
    assert "office-0-take" in errors_of(send(client, shown, **{"office-0-take": "new"}))

    client.force_login(make_user(is_superuser=True))
    send(client, read(client), **{"office-0-take": "new"})

    assert department("สำนักอนามัย").attendances.count() == 1


def errors_of(response) -> set[str]:
    fields = page_of(response).select(".from-text-field.errors [name]")
    return {field["name"] for field in fields}


@pytest.mark.parametrize("screen", ["admin:committees_meeting_changelist", "admin:index"])
def test_the_desk_leads_to_the_screen(screen, secretary):
    assert f'href="{address()}"' in secretary.get(reverse(screen)).content.decode()


# --- how much it asks -------------------------------------------------------------------------


def long_text(people: int) -> str:
    letters = "กขคงจชญดตถทธนบปพฟภมยรลวศสหอ"
    pairs = [(letters[at % 27], letters[at // 27]) for at in range(people)]
    names = [f"นาย{one}ม{other}าน {other}ร{one}ดี" for one, other in pairs]
    listed = " ".join(f"{name} ผู้อำนวยการสำนักอนามัย" for name in names)
    return PAGE.replace("นางดวงใจ รักดี และนายมานะ ชูชาติ รองปลัดกรุงเทพมหานคร", listed)


def test_sixty_who_came_ask_as_little_of_the_database_as_three(secretary):
    def asked(text):
        with CaptureQueriesContext(connection) as first:
            shown = read(secretary, text)
        with CaptureQueriesContext(connection) as second:
            again = send(secretary, shown, button="_names")
        assert again.status_code == 200
        return int(fields_of(shown, RECORD)["who-TOTAL_FORMS"][0]), len(first), len(second)

    few, many = asked(PAGE), asked(long_text(60))

    assert few[0] == 3
    assert many[0] >= 60
    assert few[1:] == many[1:]
    assert many[1] <= 20


def test_sixty_are_recorded_with_a_bounded_number_of_queries(secretary):
    shown = read(secretary, long_text(60))

    with CaptureQueriesContext(connection) as asked:
        assert send(secretary, shown).status_code == 302

    assert Attendee.objects.count() >= 70
    assert len(asked) <= 60
