"""What readers find of a person who stood in the register twice."""

import pytest
from django.urls import reverse
from django.utils import translation

from committees.merging import merge, undo
from committees.models import Attendee, Meeting, Merging, Person
from news.checking import leads_somewhere
from tests.factories import (
    make_attendee,
    make_meeting,
    make_membership,
    make_person,
    make_user,
    picture,
)
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    return make_membership(person=make_person(name_th="กิตติ สุขสวัสดิ์")).person


@pytest.fixture
def duplicate():
    person = make_person(prefix_th="ดร.", name_th="กิติ สุขสวัสดิ์")
    return make_membership(person=person, position_th="ผู้อำนวยการเดิม").person


@pytest.fixture
def by():
    return make_user("administrator")


def address(person) -> str:
    return reverse("committees:person", args=[person.pk])


def test_the_old_address_leads_on_in_the_same_language(client, kept, duplicate, by):
    assert client.get(address(duplicate)).status_code == 200
    merge(duplicate, into=kept, by=by)

    for language in ("th", "en"):
        with translation.override(language):
            old, new = address(duplicate), address(kept)
        response = client.get(old)
        assert (response.status_code, response.url) == (301, new)
        assert client.get(new).status_code == 200


def test_the_address_of_a_chain_leads_on_in_one_step(client, kept, duplicate, by):
    first = make_person()
    merge(first, into=duplicate, by=by)
    merge(duplicate, into=kept, by=by)

    assert client.get(address(first)).url == address(kept)


def test_one_page_lists_what_both_did(client, kept, duplicate, by):
    make_attendee(person=duplicate, meeting=make_meeting(number=77))
    merge(duplicate, into=kept, by=by)

    page = said(page_of(client, address(kept)))

    assert "ผู้อำนวยการเดิม" in page
    assert "77/2563" in page


def test_undone_both_have_their_pages_again(client, kept, duplicate, by):
    merge(duplicate, into=kept, by=by)
    undo(Merging.objects.get(), by=by)

    assert client.get(address(duplicate)).status_code == 200
    assert "ผู้อำนวยการเดิม" not in said(page_of(client, address(kept)))


def test_an_internal_guest_stays_internal(client, kept, by):
    """A merged guest is no more public than before (PDPA B.E. 2562)."""
    guest = make_person(name_th="กิติ สุขสวัสดิ์")
    meeting = make_meeting(number=78)
    make_attendee(person=guest, meeting=meeting, capacity="guest")
    assert client.get(address(guest)).status_code == 404
    merge(guest, into=kept, by=by)

    assert "78/2563" not in said(page_of(client, address(kept)))
    assert guest.name_th not in said(page_of(client, meeting.get_absolute_url()))


def test_two_internal_guests_have_no_page_together(client, by):
    first, second = (make_attendee(capacity="guest").person for _guest in range(2))
    merge(first, into=second, by=by)

    for person in (first, second):
        assert client.get(address(person)).status_code == 404
        assert not leads_somewhere(address(person))


def test_the_portrait_of_the_duplicate_is_closed(client, kept, by):
    duplicate = make_membership(person=make_person(photo=picture())).person
    portrait = duplicate.photo.url
    assert b"".join(client.get(portrait))
    merge(duplicate, into=kept, by=by)

    assert client.get(portrait).status_code == 404


def test_a_certified_roll_shows_the_name_as_written_and_links_the_kept_entry(
    client, kept, duplicate, by
):
    line = make_attendee(person=duplicate, name_th="ดร.กิติ สุขสวัสดิ์", capacity="chair")
    Meeting.objects.filter(pk=line.meeting_id).update(minutes_state="certified")
    merge(duplicate, into=kept, by=by)

    page = page_of(client, line.meeting.get_absolute_url())

    links = page.find_all("a", href=address(kept))
    assert {said(link) for link in links} == {"ดร.กิติ สุขสวัสดิ์"}


def test_an_open_roll_shows_the_name_of_the_kept_entry(client, kept, duplicate, by):
    meeting = make_attendee(person=duplicate).meeting
    merge(duplicate, into=kept, by=by)

    page = page_of(client, meeting.get_absolute_url())

    assert [said(link) for link in page.find_all("a", href=address(kept))] == [kept.full_name]


def test_a_name_without_english_is_read_from_the_register_in_english(client, kept):
    Person.objects.filter(pk=kept.pk).update(name_en="Kitti Suksawat")
    line = make_attendee(person=kept, name_th="นายกิตติ สุขสวัสดิ์")

    page = page_of(client, f"/en{line.meeting.get_absolute_url()}")

    assert "Kitti Suksawat" in said(page)


def test_readers_find_a_merged_person_once(kept, duplicate, by):
    merge(duplicate, into=kept, by=by)

    assert list(Person.objects.public()) == [kept]
    assert Attendee.objects.public().count() == 0
    assert leads_somewhere(address(duplicate))
