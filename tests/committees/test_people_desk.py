"""People at the desk: like names are pointed out, merged by an administrator, and undone."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from committees.merging import merge
from committees.models import Distinction, Merging, Person
from tests.factories import (
    make_attendee,
    make_committee,
    make_meeting,
    make_membership,
    make_person,
    make_user,
)
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    return make_person(prefix_th="นาย", name_th="กิตติ สุขสวัสดิ์")


@pytest.fixture
def duplicate():
    return make_person(prefix_th="ดร.", name_th="กิติ สุขสวัสดิ์")


@pytest.fixture
def administrator(client):
    client.force_login(make_user("administrator"))
    return client


def address(screen: str, *args) -> str:
    return reverse(f"admin:committees_person_{screen}", args=args)


def page_from(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def test_the_form_names_whoever_is_alike(administrator, client, kept, duplicate):
    told = page_of(administrator, address("change", kept.pk)).select_one(".people-told")

    assert duplicate.full_name in said(told)
    assert told.find("a", href=address("merge", duplicate.pk, kept.pk))
    client.force_login(make_user("secretary"))
    told = page_of(client, address("change", kept.pk)).select_one(".people-told")
    assert duplicate.full_name in said(told)
    assert not told.select("a[href*=merge]")


def test_pairs_are_listed_with_what_tells_who_it_is(administrator, kept, duplicate):
    make_person(name_th="สมชาย ใจดี")
    seat = make_membership(person=kept, position_th="ผู้อำนวยการกองทดสอบ")
    make_attendee(person=duplicate, meeting=make_meeting(number=78), position_th="หัวหน้าทดสอบ")

    coming = make_meeting(number=79, status="planned", starts_at=timezone.now())
    make_attendee(person=duplicate, meeting=coming)
    make_attendee(person=kept, meeting=make_meeting(number=80), presence="absent")

    page = page_of(administrator, address("alike"))

    pair = page.select_one(".people-pair")
    words = said(pair)
    assert len(page.select(".people-pair")) == 1
    for word in (kept.full_name, duplicate.full_name, seat.committee.name_th, "78/2563"):
        assert word in words
    assert "ผู้อำนวยการกองทดสอบ" in words
    assert "หัวหน้าทดสอบ" in words
    assert not {"79/2563", "80/2563"} & set(words.split(" "))
    assert page_of(administrator, address("changelist")).find("a", href=address("alike"))


def test_a_pair_is_compared_in_both_languages(administrator, kept):
    make_person(prefix_th="ดร.", name_th="กิติ สุขสวัสดิ์", prefix_en="Dr.", name_en="Kitti Suksawat")

    for language in ("th", "en"):
        with translation.override(language):
            words = said(page_of(administrator, address("alike")).select_one(".people-pair"))
        assert "ดร.กิติ สุขสวัสดิ์" in words
        assert "Dr. Kitti Suksawat" in words


def test_who_was_told_apart_is_not_listed_again(administrator, kept, duplicate):
    sent = administrator.post(address("apart", kept.pk, duplicate.pk))

    assert sent.url == address("alike")
    assert Distinction.objects.count() == 1
    assert not page_of(administrator, address("alike")).select(".people-pair")
    assert administrator.get(address("apart", kept.pk, duplicate.pk)).status_code == 405
    assert administrator.post(address("apart", kept.pk, kept.pk)).status_code == 302
    assert Distinction.objects.count() == 1


def test_a_weak_likeness_is_shown_on_request(administrator):
    make_person(prefix_th="นางสาว", name_th="พิมพ์ใจ ทองดี")
    make_person(prefix_th="นาง", name_th="พิมพ์ใจ รักสงบ")

    assert not page_of(administrator, address("alike")).select(".people-pair")
    assert page_of(administrator, address("alike") + "?weak=1").select(".people-pair")


def state(client, duplicate, kept) -> dict:
    page = page_of(client, address("merge", duplicate.pk, kept.pk))
    return {"state": page.select_one("input[name=state]")["value"]}


def test_a_merging_is_undone_from_the_history_of_the_entry(administrator, client, kept, duplicate):
    merge(duplicate, into=kept, by=make_user())
    undo = address("undo", Merging.objects.get().pk)

    history = page_of(administrator, address("history", kept.pk))
    assert duplicate.full_name in said(history.select_one(".people-told"))
    assert history.find("a", href=undo)
    assert administrator.get(address("history", duplicate.pk)).url == address("history", kept.pk)
    client.force_login(make_user("secretary"))
    assert not page_of(client, address("history", kept.pk)).find("a", href=undo)

    client.force_login(make_user("administrator"))
    client.post(undo)
    assert not page_of(client, address("history", kept.pk)).select(".people-told")


def test_two_entries_are_merged_and_it_is_undone_from_the_kept_one(administrator, kept, duplicate):
    seat = make_membership(person=duplicate)
    screen = address("merge", duplicate.pk, kept.pk)
    page = page_of(administrator, screen)
    assert seat.committee.name_th in said(page)
    assert page.find("a", href=address("merge", kept.pk, duplicate.pk))

    done = administrator.post(screen, state(administrator, duplicate, kept))

    assert done.url == address("change", kept.pk)
    assert list(kept.memberships.all()) == [seat]
    undo = address("undo", Merging.objects.get().pk)
    merged = page_of(administrator, done.url).select_one("#merged")
    assert duplicate.full_name in said(merged)
    assert merged.find("a", href=undo)
    assert page_of(administrator, undo).select_one("input[type=submit]")
    assert administrator.post(undo).url == address("change", kept.pk)
    assert list(duplicate.memberships.all()) == [seat]
    assert "ยกเลิกการรวมรายการนี้ไปแล้ว" in said(page_of(administrator, undo))
    assert administrator.post(undo).status_code == 302


def test_what_was_changed_since_the_screen_was_opened_is_told(administrator, kept, duplicate):
    seen = state(administrator, duplicate, kept)
    make_membership(person=duplicate)
    screen = address("merge", duplicate.pk, kept.pk)

    assert administrator.post(screen, seen).status_code == 200
    assert administrator.post(screen, {}).status_code == 200
    assert not Merging.objects.exists()
    assert administrator.post(screen, state(administrator, duplicate, kept)).status_code == 302


def test_a_second_click_is_told_that_it_is_done(administrator, kept, duplicate):
    seen, screen = state(administrator, duplicate, kept), address("merge", duplicate.pk, kept.pk)

    assert [administrator.post(screen, seen).status_code for _click in range(2)] == [302, 302]
    assert Merging.objects.count() == 1


def test_what_stands_against_merging_is_said_before(administrator, kept, duplicate):
    meeting = make_meeting()
    for person in (kept, duplicate):
        make_attendee(person=person, meeting=meeting)
    screen = address("merge", duplicate.pk, kept.pk)

    page = page_of(administrator, screen)

    assert page.find("a", href=reverse("admin:committees_meeting_change", args=[meeting.pk]))
    assert not page.select("#content-main input[type=submit]")
    refused = administrator.post(screen, state(administrator, duplicate, kept))
    assert meeting.reference in said(page_from(refused).select_one(".errornote"))


def test_seats_at_one_time_are_confirmed_on_the_screen(administrator, kept, duplicate):
    committee = make_committee()
    for person in (kept, duplicate):
        make_membership(person=person, committee=committee)
    screen = address("merge", duplicate.pk, kept.pk)
    seen = state(administrator, duplicate, kept)

    assert page_of(administrator, screen).select_one("input[name=both_seats]")
    assert administrator.post(screen, seen).status_code == 200
    assert administrator.post(screen, seen | {"both_seats": "on"}).status_code == 302


def test_the_desk_offers_a_merged_entry_nowhere_and_finds_it_by_its_spelling(
    administrator, kept, duplicate
):
    merge(duplicate, into=kept, by=make_user("administrator"))
    found = administrator.get(
        reverse("admin:autocomplete"),
        {
            "term": "กิติ สุขสวัสดิ์",
            "app_label": "committees",
            "model_name": "membership",
            "field_name": "person",
        },
    ).json()["results"]

    assert [one["id"] for one in found] == [str(kept.pk)]
    listed = said(page_of(administrator, address("changelist")).select_one("#changelist"))
    assert duplicate.name_th not in listed
    assert kept.name_th in said(
        page_of(administrator, address("changelist") + "?q=กิติ").select_one("#result_list")
    )
    assert administrator.get(address("change", duplicate.pk)).url == address("change", kept.pk)
    assert administrator.post(address("delete", duplicate.pk), {"post": "yes"}).status_code == 302
    assert Person.objects.filter(pk=duplicate.pk).exists()


@pytest.mark.parametrize("role", ["secretary", "editor", "author", "translator"])
def test_only_administrators_merge(client, kept, duplicate, role):
    client.force_login(make_user(role))
    merge(other := make_person(), into=kept, by=make_user("administrator"))
    merging = Merging.objects.get(duplicate=other)
    screens = [
        address("alike"),
        address("merge", duplicate.pk, kept.pk),
        address("apart", duplicate.pk, kept.pk),
        address("undo", merging.pk),
    ]

    assert [client.get(screen).status_code for screen in screens] == [403] * 4
    assert [client.post(screen).status_code for screen in screens] == [403] * 4
    assert Merging.objects.in_force().count() == 1


def test_who_is_not_there_is_not_found(administrator, kept):
    for screen in (
        address("merge", kept.pk, 0),
        address("merge", 0, kept.pk),
        address("undo", 0),
        address("merge", 10**30, kept.pk),
        address("merge", kept.pk, kept.pk),
    ):
        assert administrator.get(screen).status_code == 404


def test_forty_pairs_take_no_more_questions_than_one(administrator, kept, duplicate):
    def questions(screen):
        with CaptureQueriesContext(connection) as asked:
            assert administrator.get(screen).status_code == 200
        return len(asked)

    screens = [
        address("alike"),
        address("changelist"),
        address("change", kept.pk),
        address("merge", duplicate.pk, kept.pk),
    ]
    for person in (kept, duplicate):
        make_membership(person=person)
    make_attendee(person=duplicate, meeting=make_meeting(committee=make_committee()))
    few = {screen: [administrator.get(screen), questions(screen)][1] for screen in screens}
    for number in range(40):
        for spelling in ("ธ", "ท"):
            person = make_person(name_th=f"{spelling}วัช{number} สุขสวัสดิ์")
            make_membership(person=person)
            make_attendee(person=person)
        make_membership(person=duplicate)
        make_attendee(person=duplicate)
        make_person(name_th=kept.name_th)

    assert {screen: questions(screen) for screen in screens} == few
