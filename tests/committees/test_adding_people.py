"""Whoever is added under a like name is asked about once, and nothing typed is lost."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from committees.models import Person
from tests.factories import (
    make_person,
    make_user,
    picture,
)
from tests.pages import said

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


def typed(page) -> dict:
    """The form as it was answered."""
    form = page.select_one("#person_form")
    return {one["name"]: one.get("value", "") for one in form.select("input[name]")}


NEW = {"prefix_th": "นาย", "name_th": "กิติ สุขสวัสดิ์", "name_en": "Kitti Suksawat"}


@pytest.mark.parametrize("role", ["administrator", "secretary"])
def test_a_like_name_is_asked_about_once_and_nothing_typed_is_lost(client, kept, role):
    client.force_login(make_user(role))

    asked = client.post(address("add"), NEW)

    assert asked.status_code == 200
    assert not Person.objects.exclude(pk=kept.pk).exists()
    words = asked.content.decode()
    assert kept.full_name in words
    assert address("change", kept.pk) in words
    assert "Please" not in words
    again = typed(page_from(asked))
    assert {name: again[name] for name in NEW} == NEW
    assert client.post(address("add"), again).status_code == 302
    assert Person.objects.exclude(pk=kept.pk).get().name_th == NEW["name_th"]


def test_whoever_is_like_nobody_is_saved_at_once(administrator, kept):
    assert administrator.post(address("add"), NEW | {"name_th": "สมชาย ใจดี"}).status_code == 302


def test_another_like_name_is_asked_about_again(administrator, kept):
    first = typed(page_from(administrator.post(address("add"), NEW)))
    other = make_person(name_th="กิตติ สุขสวัสดี")

    asked = administrator.post(address("add"), first | {"name_th": "กิตติ สุขสวัสดี"})

    assert asked.status_code == 200
    assert other.full_name in asked.content.decode()


@pytest.mark.parametrize("refused", [NEW, {"name_th": "", "name_en": ""}], ids=["alike", "no name"])
def test_whoever_is_refused_is_told_to_choose_the_portrait_again(administrator, kept, refused):
    asked = administrator.post(address("add"), refused | {"photo": picture()})

    told = said(page_from(asked).select_one(".field-photo"))
    assert "โปรดเลือกไฟล์" in told
    assert picture().name in told
    assert "โปรดเลือกไฟล์" not in administrator.get(address("add")).content.decode()


def test_changing_an_entry_asks_nothing(administrator, kept, duplicate):
    changed = administrator.post(address("change", kept.pk), NEW)

    assert changed.status_code == 302
