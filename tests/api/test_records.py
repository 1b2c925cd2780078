"""What is said of a record, and in which language."""

from datetime import date

import pytest
from django.db import connection

from news.models import Article
from tests.api.filled import Filled
from tests.factories import (
    make_attendee,
    make_department,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_public_article,
)

pytestmark = pytest.mark.django_db


def read(client, address: str) -> dict:
    answer = client.get(f"/api/v1/{address}/")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_translation_that_is_held_back_is_not_given(client):
    article = make_public_article(
        title_en="Hidden", body_en="<p>Hidden</p>", summary_en="Hidden", holds_translation_back=True
    )

    told = read(client, f"articles/{article.pk}")

    assert told["in_language"] == ["th"]
    assert told["headline"] == {"th": article.title_th, "en": None}
    assert told["article_body"]["en"] is told["abstract"]["en"] is None


def test_an_article_in_english_alone_has_no_thai(client):
    article = make_public_article(title_th="", body_th="", title_en="News", source_language="en")

    told = read(client, f"articles/{article.pk}")

    assert told["in_language"] == ["en"]
    assert told["headline"] == {"th": None, "en": "News"}


def test_dates_are_of_the_common_era_with_the_buddhist_year_beside(client):
    article = make_public_article(date=date(2020, 2, 14))

    told = read(client, f"articles/{article.pk}")

    assert (told["date"], told["be_year"]) == ("2020-02-14", 2563)
    assert told["date_published"].endswith("+07:00")


def test_markup_that_came_past_the_field_is_made_safe(client):
    article = make_public_article()
    with_script = "<p onclick='a()'>ข่าว</p><script>a()</script>"
    past_the_field(article, with_script)

    assert read(client, f"articles/{article.pk}")["article_body"]["th"] == "<p>ข่าว</p>"


def past_the_field(article: Article, html: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_article SET body_th = %s WHERE id = %s", [html, article.pk])


def test_a_meeting_without_an_hour_has_a_day_and_no_midnight(client):
    meeting = make_meeting(time_is_stated=False)

    told = read(client, f"meetings/{meeting.pk}")

    assert len(told["start"]) == len("2020-02-14")
    assert told["end"] is None


def test_a_meeting_is_told_with_its_roll_agenda_and_tasks(client):
    world = Filled()

    told = read(client, f"meetings/{world.meeting.pk}")

    assert told["reference"] == "1/2563"
    chair = told["attendees"][0]
    assert (chair["capacity"], chair["name"]["en"]) == ("chair", "English name")
    assert chair["person_id"] == world.person.pk
    (item,) = told["agenda_items"]
    assert item["number"] == "5.1"
    assert item["section"] == {"th": "เรื่องแจ้ง", "en": "To consider"}
    (resolution,) = item["resolutions"]
    assert resolution["assignments"][0]["department_id"] == world.office.pk
    assert told["certified_at_id"]


def test_a_section_without_words_of_its_own_has_the_standard_ones(client):
    item = make_item()

    told = read(client, f"meetings/{item.meeting_id}")

    section = told["agenda_items"][0]["section"]
    assert section == {"th": "เรื่องเพื่อพิจารณา", "en": "Matters for consideration"}


def test_whoever_has_no_name_as_written_has_that_of_the_register(client):
    meeting = make_meeting()
    somebody = make_person(prefix_th="นาย", name_th="ก ข", prefix_en="Mr.", name_en="A B")
    make_attendee(meeting=meeting, person=somebody)
    office = make_department(name_th="สำนัก", name_en="Office")
    make_attendee(meeting=meeting, department=office)

    names = [one["name"] for one in read(client, f"meetings/{meeting.pk}")["attendees"]]

    assert names == [{"th": "นายก ข", "en": "Mr. A B"}, {"th": "สำนัก", "en": "Office"}]


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_a_plan_is_no_attendance_and_no_decision(status, client):
    world = Filled()
    meeting = make_meeting(status=status)
    make_attendee(meeting=meeting, person=world.person)

    assert read(client, f"meetings/{meeting.pk}")["attendees"] == []


def test_a_seat_names_its_holder_its_term_and_whom_it_replaced(client):
    world = Filled()

    told = read(client, f"memberships/{world.seat.pk}")

    assert told["organization_id"] == world.committee.pk
    assert told["person_id"] == world.person.pk
    assert told["on_behalf_of_id"] == world.office.pk
    assert told["replaces_id"] == world.seat.replaces_id
    assert told["term"]["start_date"] == "2020-01-01"


def test_a_seat_held_by_office_names_nobody(client):
    seat = make_membership(position_th="ผู้อำนวยการ")

    told = read(client, f"memberships/{seat.pk}")

    assert told["person_id"] is None
    assert told["post"] == {"th": "ผู้อำนวยการ", "en": None}


def test_former_names_of_a_department_are_other_names(client):
    world = Filled()

    assert read(client, f"departments/{world.office.pk}")["other_names"] == [
        "กองการต่างประเทศ",
        "กกต.",
    ]
