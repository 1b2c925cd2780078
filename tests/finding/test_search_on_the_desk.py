"""Lists at the desk find what staff type, however it is written."""

import pytest
from django.urls import reverse

from tests.factories import (
    make_article,
    make_committee,
    make_department,
    make_meeting,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user(is_superuser=True))
    return client


def found(desk, model, typed) -> list[int]:
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    rows = desk.get(address, {"q": typed}).context["cl"].result_list
    return [row.pk for row in rows]


def test_a_meeting_is_found_by_its_number_in_either_digits(desk):
    committee = make_committee(name_th="คณะกรรมการเมืองสีเขียว")
    meeting = make_meeting(committee=committee, number=1, be_year=2563)
    make_meeting(committee=committee, number=11, be_year=2563)
    make_meeting(number=1, be_year=2564)
    for typed in ("๑/๒๕๖๓", "1/2563", "เมืองสีเขียว ๑/๒๕๖๓", "เมือง     สีเขียว 1/2563"):
        assert found(desk, type(meeting), typed) == [meeting.pk], typed


@pytest.mark.parametrize("typed", ["นายสมนึก แก้วใส", "สมนึก แก้วใส", "ดร.สมนึก", "สมนึกแก้วใส", "แก้วใส"])
def test_a_person_is_found_with_any_prefix_and_any_blanks(desk, typed):
    person = make_person(prefix_th="นาย", name_th="สมนึก  แก้วใส")
    make_person(name_th="สมใจ แก้วกล้า")
    assert found(desk, type(person), typed) == [person.pk]


def test_a_department_is_found_by_a_former_name_without_its_blanks(desk):
    department = make_department(name_th="สำนักวัฒนธรรม กีฬา และการท่องเที่ยว", aliases="กองวัฒนธรรมเมือง")
    for typed in ("สำนักวัฒนธรรมกีฬาและการท่องเที่ยว", "วัฒนธรรมเมือง", "กีฬา การท่องเที่ยว"):
        assert found(desk, type(department), typed) == [department.pk]


def test_a_draft_is_found_at_the_desk_before_readers_find_it(desk):
    draft = make_article(title_th="รอง     ปลัดกรุงเทพมหานครเยือนโซล")
    assert found(desk, type(draft), "รองปลัดกรุงเทพ") == [draft.pk]
    assert found(desk, type(draft), "ไม่มีคำนี้") == []


def test_an_author_finds_no_draft_of_others_that_the_list_does_not_show(client):
    draft = make_article(title_th="กระจอก")
    client.force_login(make_user("author"))
    shown = client.get(reverse("admin:news_article_changelist")).context["cl"].result_list
    seen = found(client, type(draft), "กระจอก")
    assert set(seen) <= {row.pk for row in shown}
