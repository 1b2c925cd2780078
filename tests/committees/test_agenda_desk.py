"""The agenda of a meeting on one screen: added to, put in order, divided anew, locked."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from committees.models import AgendaHeading, AgendaItem, Meeting
from tests.factories import (
    make_agenda_heading,
    make_assignment,
    make_committee,
    make_item,
    make_meeting,
    make_resolution,
    make_user,
)
from tests.news.desk_forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_meeting(number=2)


@pytest.fixture
def desk(client):
    client.force_login(make_user("secretary"))
    return client


def screen(meeting) -> str:
    return reverse("admin:committees_meeting_agenda", args=[meeting.pk])


def opened(desk, meeting, selector="#agenda-form") -> dict:
    return fields_of(desk.get(screen(meeting)), selector)


def save(desk, meeting, **typed):
    return desk.post(screen(meeting), opened(desk, meeting) | typed)


def order_of(meeting) -> list[tuple[int, str]]:
    return list(AgendaItem.objects.filter(meeting=meeting).values_list("section", "title_th"))


def shown(page) -> list[str]:
    soup = BeautifulSoup(page.content, "html.parser")
    return [
        " ".join(link.get_text().split()) for link in soup.select(".agenda-words > a:first-child")
    ]


def test_several_titles_are_added_at_once_without_the_numbers_before_them(desk, meeting):
    response = save(desk, meeting, **{"titles-4": "๔.๑ รายงาน ก\n\n- รายงาน ข\n5 ประเทศอาเซียน"})

    assert response.status_code == 302
    assert order_of(meeting) == [(4, "รายงาน ก"), (4, "รายงาน ข"), (4, "5 ประเทศอาเซียน")]
    assert shown(desk.get(screen(meeting))) == [
        "4.1 รายงาน ก",
        "4.2 รายงาน ข",
        "4.3 5 ประเทศอาเซียน",
    ]


def test_one_bad_line_is_told_and_nothing_typed_is_lost(desk, meeting):
    long = "ก" * 501
    page = save(desk, meeting, **{"titles-4": f"เรื่องดี\n{long}\n5.1", "titles-5": "อีกเรื่อง"})

    text = page.content.decode()
    assert page.status_code == 200
    assert not AgendaItem.objects.exists()
    assert long in text
    assert "อีกเรื่อง" in text
    assert len(BeautifulSoup(text, "html.parser").select("#wrong-4 li")) == 2


def test_an_item_moves_within_its_section_and_on_into_the_next(desk, meeting):
    first = make_item(meeting=meeting, section=4, order=1, title_th="หนึ่ง")
    make_item(meeting=meeting, section=4, order=2, title_th="สอง")
    make_item(meeting=meeting, section=5, order=1, title_th="สาม")

    save(desk, meeting, move=f"{first.pk}:1")
    assert order_of(meeting) == [(4, "สอง"), (4, "หนึ่ง"), (5, "สาม")]
    save(desk, meeting, move=f"{first.pk}:1")
    assert order_of(meeting) == [(4, "สอง"), (5, "หนึ่ง"), (5, "สาม")]


def test_a_whole_order_is_saved_at_once(desk, meeting):
    items = [make_item(meeting=meeting, section=4, order=n, title_th=f"{n}") for n in range(3)]
    places = ["s4", str(items[2].pk), str(items[0].pk), "s5", str(items[1].pk)]

    assert save(desk, meeting, place=places).status_code == 302
    assert order_of(meeting) == [(4, "2"), (4, "0"), (5, "1")]


def test_the_second_of_two_who_arrange_is_told_and_keeps_what_was_typed(desk, meeting):
    items = [make_item(meeting=meeting, section=4, order=n, title_th=f"{n}") for n in range(2)]
    before = opened(desk, meeting)
    save(desk, meeting, **{"titles-4": "มาใหม่"})

    places = ["s4", str(items[1].pk), str(items[0].pk)]
    page = desk.post(screen(meeting), before | {"place": places, "titles-5": "ของฉัน"})

    assert page.status_code == 200
    assert order_of(meeting) == [(4, "0"), (4, "1"), (4, "มาใหม่")]
    again = fields_of(page, "#agenda-form")
    assert again["titles-5"] == ["ของฉัน"]
    assert desk.post(screen(meeting), again).status_code == 302
    assert order_of(meeting) == [(4, "1"), (4, "0"), (4, "มาใหม่"), (5, "ของฉัน")]


@pytest.mark.parametrize(
    "typed",
    [
        {"place": ["s4", "999999"]},
        {"place": ["s99", "1"]},
        {"place": ["x\0"]},
        {"place": ["s" + "9" * 40]},
        {"place": []},
        {"move": "1:5"},
        {"move": "abc"},
        {"titles-99": "ไม่มีวาระนี้"},
        {"seen": ""},
    ],
)
def test_what_no_browser_sends_changes_nothing(typed, desk, meeting):
    make_item(meeting=meeting, section=4, title_th="เดิม")

    assert save(desk, meeting, **typed).status_code == 200
    assert order_of(meeting) == [(4, "เดิม")]


def test_an_item_of_another_meeting_cannot_be_pulled_in(desk, meeting):
    mine, other = make_item(meeting=meeting, section=4), make_item(section=4)

    page = save(desk, meeting, place=["s4", str(mine.pk), str(other.pk)])

    assert page.status_code == 200
    other.refresh_from_db()
    assert other.meeting_id != meeting.pk


def sections(*rows) -> dict:
    fields = {"headings-TOTAL_FORMS": len(rows), "headings-INITIAL_FORMS": 0, "_sections": "1"}
    for at, (was, number, title) in enumerate(rows):
        values = {"was": was, "number": number, "purpose": 5, "title_th": title}
        fields |= {f"headings-{at}-{name}": value for name, value in values.items()}
    return fields


def test_items_go_with_a_section_that_gets_another_number(desk, meeting):
    make_agenda_heading(meeting=meeting, number=1, title_th="แจ้ง")
    make_agenda_heading(meeting=meeting, number=2, title_th="พิจารณา")
    make_item(meeting=meeting, section=1, title_th="ก")
    make_item(meeting=meeting, section=2, title_th="ข")

    seen = opened(desk, meeting)["seen"]
    swapped = sections((1, "๒", "แจ้ง"), (2, 1, "พิจารณา"))
    assert desk.post(screen(meeting), swapped | {"seen": seen}).status_code == 302

    assert order_of(meeting) == [(1, "ข"), (2, "ก")]
    assert list(AgendaHeading.objects.values_list("number", "title_th")) == [
        (1, "พิจารณา"),
        (2, "แจ้ง"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [(1, 1, "แจ้ง")],
        [(1, 1, ""), (2, 1, "")],
        [(1, 1, ""), (2, 13, "")],
        [(1, 1, ""), (2, 2, ""), (7, 3, "")],
        [(1, 1, ""), (1, 3, ""), (2, 2, "")],
        [],
    ],
)
def test_a_division_that_cannot_be_is_told(rows, desk, meeting):
    make_agenda_heading(meeting=meeting, number=1)
    make_agenda_heading(meeting=meeting, number=2)
    make_item(meeting=meeting, section=2, title_th="ข")

    page = desk.post(screen(meeting), sections(*rows) | {"seen": opened(desk, meeting)["seen"]})

    assert page.status_code == 200
    assert "errorlist" in page.content.decode()
    assert AgendaHeading.objects.filter(meeting=meeting).count() == 2


@pytest.mark.parametrize(
    "typed", [{"_sections": "1"}, {"_sections": "1", "headings-TOTAL_FORMS": "9" * 9}]
)
def test_the_sections_need_their_count(typed, desk, meeting):
    assert desk.post(screen(meeting), typed).status_code == 200


def test_certified_minutes_lock_the_agenda(desk, meeting):
    make_item(meeting=meeting, section=4, title_th="เดิม")
    before = opened(desk, meeting)
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified")

    assert not BeautifulSoup(desk.get(screen(meeting)).content, "html.parser").select(
        "#content-main button, #content-main textarea, #content-main [type=submit]"
    )
    for typed in ({"titles-4": "ใหม่"}, {"move": "1:1"}, {"_sections": "1"}):
        assert desk.post(screen(meeting), before | typed).status_code == 403
    assert order_of(meeting) == [(4, "เดิม")]


@pytest.mark.parametrize("role", ["author", "editor", "translator"])
def test_the_agenda_with_its_closed_items_is_for_the_secretary(role, client, meeting):
    client.force_login(make_user(role))

    assert client.get(screen(meeting)).status_code == 403
    assert client.post(screen(meeting), {"titles-4": "x"}).status_code == 403


def test_a_meeting_that_is_not_there_is_not_found(desk, meeting):
    assert desk.get(screen(meeting).replace(str(meeting.pk), "99999999")).status_code == 404


def test_readers_see_the_new_numbers_which_count_what_is_closed(desk, client, meeting):
    closed = make_item(meeting=meeting, section=5, order=1, title_th="ลับ", access="internal")
    make_item(meeting=meeting, section=5, order=2, title_th="เปิด")

    def page():
        return client.get(meeting.get_absolute_url()).content.decode()

    assert "5.2" in page()
    save(desk, meeting, move=f"{closed.pk}:1")
    assert "5.1" in page()
    assert "5.2" not in page()
    assert "ลับ" not in page()


def test_a_long_agenda_is_read_with_few_queries(desk, django_assert_max_num_queries):
    committee = make_committee()
    earlier = make_item(meeting=make_meeting(committee=committee, number=1))
    meeting = make_meeting(committee=committee, number=2)
    for number in range(40):
        follows = earlier if number == 0 else make_item(meeting=earlier.meeting)
        item = make_item(meeting=meeting, section=5, order=number, follows=follows)
        resolution = make_resolution(item=item)
        make_assignment(resolution=resolution)
        make_assignment(resolution=resolution)

    with django_assert_max_num_queries(15):
        page = desk.get(screen(meeting))

    assert len(shown(page)) == 40
    assert shown(page)[-1].startswith("5.40 ")
    assert f"{earlier.meeting.reference}" in page.content.decode()
