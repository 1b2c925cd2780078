"""Lists: pages that nothing shifts, narrowings, and what is refused."""

from datetime import date

import pytest

from tests.factories import (
    make_attendee,
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_membership,
    make_public_article,
    make_topic,
)

pytestmark = pytest.mark.django_db


def ids(client, address: str) -> list[int]:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.content
    return [one["id"] for one in answer.json()["items"]]


def test_pages_give_each_record_once_while_new_ones_come(client):
    there = [make_public_article().pk for _number in range(5)]
    address, seen = "/api/v1/articles/?limit=2", []
    while address:
        told = client.get(address).json()
        seen += [one["id"] for one in told["items"]]
        address = told["next"]
        make_public_article()

    assert seen == there[::-1]


def test_all_pages_of_one_reading_bear_the_moment_of_the_first(client):
    for _number in range(3):
        make_public_article()
    first = client.get("/api/v1/articles/?limit=2").json()
    make_public_article()

    second = client.get(first["next"]).json()

    assert second["as_of"] == first["as_of"]
    assert client.get("/api/v1/articles/").json()["as_of"] > first["as_of"]


def test_a_page_keeps_the_narrowing_in_its_next_address(client):
    topic = make_topic(slug="cities")
    wanted = [make_public_article(topics=[topic]).pk for _number in range(3)]
    make_public_article()
    told = client.get("/api/v1/articles/?topic=cities&limit=2").json()

    rest = client.get(told["next"]).json()

    assert [one["id"] for one in told["items"] + rest["items"]] == wanted[::-1]
    assert rest["next"] is None


def test_articles_are_narrowed(client):
    topic, department = make_topic(slug="cities"), make_department()
    meeting = make_meeting(committee=make_committee(slug="asean"))
    closed = make_meeting(committee=make_committee(slug="closed"), access="internal")
    one = make_public_article(
        topics=[topic],
        departments=[department],
        meeting=meeting,
        date=date(2020, 2, 14),
        title_th="นกยูงทอง",
        title_en="Peacock",
    ).pk
    other = make_public_article(meeting=closed, date=date(2019, 2, 14)).pk
    held_back = {"title_en": "Hidden", "holds_translation_back": True, "date": date(2018, 1, 1)}
    make_public_article(**held_back)

    assert ids(client, "articles/?year=2563") == [one]
    assert ids(client, "articles/?year=2562") == [other]
    assert ids(client, "articles/?topic=cities") == [one]
    assert ids(client, f"articles/?department={department.pk}") == [one]
    assert ids(client, f"articles/?meeting={meeting.pk}") == [one]
    assert ids(client, f"articles/?meeting={closed.pk}") == []
    assert ids(client, "articles/?committee=asean") == [one]
    assert ids(client, "articles/?committee=closed") == []
    assert ids(client, "articles/?language=en") == [one]
    assert ids(client, "articles/?q=นกยูง") == [one]
    assert ids(client, "articles/?q=นกยูง&year=2562") == []
    assert ids(client, "articles/?topic=nothing") == []


def test_meetings_are_narrowed(client):
    committee, department = make_committee(slug="asean"), make_department()
    one = make_meeting(committee=committee, number=1, be_year=2563, kind="special")
    make_attendee(meeting=one, department=department)
    make_attendee(meeting=make_meeting(), department=department, is_public=False)
    make_item(meeting=one, title_en="Peacock")
    planned = make_meeting(status="planned", be_year=2564).pk

    assert ids(client, "meetings/?committee=asean") == [one.pk]
    assert ids(client, "meetings/?year=2564") == [planned]
    assert ids(client, "meetings/?kind=special") == [one.pk]
    assert ids(client, "meetings/?state=planned") == [planned]
    assert ids(client, f"meetings/?department={department.pk}") == [one.pk]
    assert ids(client, "meetings/?language=en") == [one.pk]
    assert ids(client, "meetings/?q=peacock") == [one.pk]


def test_the_register_is_narrowed(client):
    office = make_department(name_th="สำนักนกยูง")
    part = make_department(parent=office, name_en="")
    group = make_committee(slug="asean", kind="working_group", secretariat=office, name_en="One")
    seat = make_membership(committee=group, role="chair", department=part)
    named = make_membership(committee=group, ends_on=date(2020, 1, 1))
    elsewhere = make_membership()

    assert ids(client, f"departments/?parent={office.pk}") == [part.pk]
    assert ids(client, "departments/?language=en") == [office.pk]
    assert ids(client, "departments/?q=นกยูง") == [office.pk]
    assert ids(client, "committees/?kind=working_group") == [group.pk]
    assert ids(client, f"committees/?department={office.pk}") == [group.pk]
    assert ids(client, "committees/?language=en") == [group.pk]
    assert ids(client, "memberships/?role=chair") == [seat.pk]
    assert ids(client, "memberships/?committee=asean") == [named.pk, seat.pk]
    assert ids(client, f"memberships/?person={named.person_id}") == [named.pk]
    assert ids(client, f"memberships/?department={part.pk}") == [seat.pk]
    assert ids(client, "memberships/?current=false") == [named.pk]
    assert ids(client, "memberships/?current=true") == [elsewhere.pk, seat.pk]
    assert ids(client, "people/?committee=asean") == [named.person_id]


@pytest.mark.parametrize(
    "asked",
    [
        "limit=0",
        "limit=201",
        "limit=many",
        "limit=99999999999999999999999",
        "cursor=nonsense",
        "cursor=WzAsIG51bGxd",  # [0, null]
        "cursor=W3RydWUsIG51bGxd",  # [true, null]
        "cursor=ข่าว",
        "cursor=" + "W" * 200,
        "year=2020",
        "year=25630",
        "meeting=0",
        "meeting=99999999999999999999999",
        "language=de",
        "topic=%00",
        "topic=a/b",
        "changed_since=2020-02-14",
        "changed_since=1581638400",
        "changed_since=2020-02-14T09:00:00",
        "changed_since=2563-02-14T09:00:00Z",
        "changed_since=0001-01-01T00:00:00Z",
        "changed_since=9999-12-31T23:59:59-12:00",
        "changed_since=2020-02-30T09:00:00Z",
        "changed_since=2020-02-14T09:00:00Z&topic=a",
        "changed_sinse=2020-02-14T09:00:00Z",
        "q=" + "ก" * 201,
    ],
)
def test_what_makes_no_sense_is_refused_in_words(asked, client):
    make_public_article()
    answer = client.get(f"/api/v1/articles/?{asked}")

    assert answer.status_code == (400 if "%00" in asked else 422), answer.content
    assert answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == answer.status_code
    assert told["title"]
    assert told["title_th"] != told["title"]
    assert told["detail"]


@pytest.mark.parametrize("written", ["+07:00", "%2B07:00", "Z", "-05:00"])
def test_a_moment_may_be_written_with_any_offset(written, client):
    make_public_article()

    assert len(ids(client, f"articles/?changed_since=2020-02-14T09:00:00{written}")) == 1
