"""What the page of an agenda item refuses, and what the second of two savers is told."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from committees.models import AgendaItem, Meeting, Resolution
from tests.committees.test_item_desk import adding, address, opened, refused, save
from tests.factories import (
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
def desk(client):
    client.force_login(make_user("secretary"))
    return client


@pytest.mark.parametrize(
    "typed",
    [
        {"title_th": "", "title_en": ""},
        {"title_th": "ก" * 501},
        {"section": "99"},
        {"section": "\0"},
        {"follows": "abc"},
        {"follows": str(10**30)},
        {"resolutions-0-text_th": "ไม่บอกประเภท"},
        {"resolutions-0-kind": "nonsense"},
        {"resolutions-0-order": str(10**30), "resolutions-0-kind": "approved"},
        {"resolutions-0-assignments-0-task_th": "ไม่บอกหน่วยงาน"},
        {"resolutions-0-assignments-0-department": str(10**30)},
        {"resolutions-0-several-departments": ["\0"]},
        {"resolutions-0-several-task_th": "ไม่บอกหน่วยงาน"},
        {"resolutions-TOTAL_FORMS": "999999999"},
        {"resolutions-TOTAL_FORMS": "abc"},
        {"resolutions-0-assignments-TOTAL_FORMS": "999999999", "resolutions-0-kind": "approved"},
        {"resolutions-INITIAL_FORMS": "1", "resolutions-0-id": "999999"},
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_saved(typed, desk):
    item = make_item(title_th="เดิม")

    assert refused(save(desk, item, **{"detail_th": "ใหม่"} | typed))
    item.refresh_from_db()
    assert (item.title_th, item.detail_th) == ("เดิม", None)
    assert not Resolution.objects.exists()


def test_a_form_without_its_counts_is_told(desk):
    item = make_item()

    assert refused(desk.post(address(item), {"title_th": "x", "section": 5, "access": "public"}))


def test_decisions_of_another_item_cannot_be_changed_from_here(desk):
    item, other = make_item(), make_resolution(text_th="เดิม")
    typed = {
        "resolutions-INITIAL_FORMS": "1",
        "resolutions-0-id": other.pk,
        "resolutions-0-kind": "approved",
        "resolutions-0-text_th": "ถูกเปลี่ยน",
    }

    assert refused(save(desk, item, **typed))
    other.refresh_from_db()
    assert other.text_th == "เดิม"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"title_th": "ของฉัน"}, "ของฉัน"),
        ({"resolutions-0-text_th": "มติของฉัน"}, "มติของฉัน"),
        ({"resolutions-0-assignments-0-task_th": "งานของฉัน"}, "งานของฉัน"),
    ],
)
def test_the_second_of_two_savers_is_told_and_loses_nothing(typed, kept, desk):
    item = make_item()
    resolution = make_resolution(item=item)
    make_assignment(resolution=resolution)
    before = opened(desk, address(item))
    save(
        desk,
        item,
        **{
            "title_th": "คนแรก",
            "resolutions-0-text_th": "คนแรก",
            "resolutions-0-assignments-0-task_th": "คนแรก",
        },
    )

    page = desk.post(address(item), before | typed)

    assert refused(page)
    assert kept in page.content.decode()
    assert "คนแรก" in page.content.decode()
    item.refresh_from_db()
    assert item.title_th == "คนแรก"
    assert desk.post(address(item), fields_of(page, "#item-form")).status_code == 302


def test_only_earlier_meetings_of_the_same_committee_are_followed(desk):
    committee = make_committee()
    earlier = make_item(meeting=make_meeting(committee=committee, starts_at="2020-01-01T09:00Z"))
    item = make_item(meeting=make_meeting(committee=committee, starts_at="2020-02-01T09:00Z"))
    later = make_item(meeting=make_meeting(committee=committee, starts_at="2020-03-01T09:00Z"))

    for wrong in (later, make_item(), item):
        assert refused(save(desk, item, follows=wrong.pk))
    assert save(desk, item, follows=earlier.pk).status_code == 302
    second = make_item(meeting=item.meeting)
    assert refused(save(desk, second, follows=earlier.pk))

    found = desk.get(
        reverse("admin:autocomplete"),
        {
            "app_label": "committees",
            "model_name": "agendaitem",
            "field_name": "follows",
            "before": item.meeting.pk,
            "term": "",
        },
    ).json()["results"]
    assert [row["id"] for row in found] == [str(earlier.pk)]


def test_certified_minutes_lock_the_item(desk):
    item = make_item(title_th="เดิม", section=5)
    make_resolution(item=item)
    before = opened(desk, address(item)) | {"title_th": "ใหม่"}
    new = adding(item.meeting)
    fresh = opened(desk, new) | {"title_th": "เพิ่ม"}
    Meeting.objects.filter(pk=item.meeting.pk).update(minutes_state="certified")
    delete = reverse("admin:committees_agendaitem_delete", args=[item.pk])

    page = BeautifulSoup(desk.get(address(item)).content, "html.parser")
    assert not page.select("#content-main input, #content-main textarea, #content-main button")
    assert desk.post(address(item), before).status_code == 403
    assert desk.post(delete, {"post": "yes"}).status_code == 403
    assert desk.post(new, fresh).status_code == 302
    assert list(AgendaItem.objects.values_list("title_th", flat=True)) == ["เดิม"]
    assert Resolution.objects.count() == 1


@pytest.mark.parametrize(
    "asked", ["meeting=999999", "meeting=abc", "meeting=", f"meeting={10**30}"]
)
def test_an_item_is_added_to_a_meeting_that_is_there(asked, desk):
    assert desk.get(f"{reverse('admin:committees_agendaitem_add')}?{asked}").status_code == 404


@pytest.mark.parametrize("role", ["author", "editor", "translator", "administrator"])
def test_items_are_the_secretarys(role, client):
    item = make_item(title_th="เดิม")
    client.force_login(make_user(role))

    assert client.get(address(item)).status_code == 403
    assert client.post(address(item), {"title_th": "x"}).status_code == 403
    assert client.get(adding(item.meeting)).status_code == 403
