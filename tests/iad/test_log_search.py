"""What narrows the log, and what is saved of it as CSV."""

import json
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import ADDITION
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from iad.log import Kind
from news.models import Article
from tests.factories import make_article, make_topic, make_user
from tests.iad.log_entries import EXPORT, LIST, exported, listed, make_entry, reader

__all__ = ["reader"]

pytestmark = pytest.mark.django_db


# --- what narrows it ----------------------------------------------------------------------------


def test_it_is_narrowed_to_a_person(reader):
    mine, other = make_entry(), make_entry()

    assert listed(reader, person=mine.user.pk) == {mine}
    assert listed(reader, person=other.user.pk) == {other}


@pytest.mark.parametrize("kind", Kind)
def test_it_is_narrowed_to_an_act(kind, reader):
    entries = {flag: make_entry(action_flag=flag) for flag in Kind}

    assert listed(reader, act=kind.value) == {entries[kind]}


def test_it_is_narrowed_to_a_kind_of_record(reader):
    article = make_entry(of=make_article())
    make_entry(of=make_topic())
    make_entry(action_flag=Kind.LOGGED_IN)
    kind = ContentType.objects.get_for_model(Article)

    assert listed(reader, record=kind.pk) == {article}


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("14 กุมภาพันธ์ 2563", {14}),
        ("๑๔ ก.พ. ๒๕๖๓", {14}),
        ("13–14 กุมภาพันธ์ 2563", {13, 14}),
        ("14/2/2563", {14}),
        ("1 มกราคม 2563", set()),
        ("", {13, 14, 15}),
    ],
)
def test_it_is_narrowed_to_days_of_bangkok_in_the_buddhist_era(period, days, reader):
    zone = timezone.get_default_timezone()
    hours = [(13, 0, 0), (13, 23, 59), (14, 0, 0), (14, 23, 59), (15, 0, 0)]
    entries = {
        make_entry(action_time=datetime(2020, 2, day, hour, minute, tzinfo=zone)): day
        for day, hour, minute in hours
    }

    expected = {entry for entry, day in entries.items() if day in days}
    assert listed(reader, period=period) == expected


@pytest.mark.parametrize(
    "query",
    [
        {"period": "วันไหนก็ได้"},
        {"period": "31 กุมภาพันธ์ 2563"},
        {"period": "x", "_facets": "True"},
        {"person": "x"},
        {"person": "9" * 40},
        {"act": "99"},
        {"record": "-1"},
    ],
)
def test_what_cannot_be_asked_finds_nothing_and_breaks_nothing(query, reader):
    make_entry(of=make_article())

    assert listed(reader, **query) == set()
    assert len(exported(reader, **query)) == 1


def test_a_period_that_cannot_be_read_is_said(reader):
    page = BeautifulSoup(reader.get(LIST, {"period": "31 กุมภาพันธ์ 2563"}).content, "html.parser")

    form = page.select_one("#changelist-filter form")
    assert form.select_one("[role=alert]")
    assert form.select_one("input[name=period]")["value"] == "31 กุมภาพันธ์ 2563"


def test_a_period_keeps_the_other_choices(reader):
    entry = make_entry()
    query = {"person": entry.user.pk, "q": "x", "period": "14 ก.พ. 2563"}

    page = BeautifulSoup(reader.get(LIST, query).content, "html.parser")

    fields = page.select("#changelist-filter form input[name]")
    assert {field["name"]: field["value"] for field in fields} == {
        name: str(value) for name, value in query.items()
    }


@pytest.mark.parametrize(
    ("sought", "found"),
    [("เยือน", {"name"}), ("อนุมัติ", {"message"}), ("ดอกไม้", {"json"}), ("%", set())],
)
def test_names_and_what_was_done_are_searched(sought, found, reader):
    inline = [{"added": {"name": "photo", "object": "ภาพดอกไม้"}}]
    entries = {
        "name": make_entry(object_repr="ข่าวการเยือน"),
        "message": make_entry(change_message="อนุมัติแล้ว"),
        "json": make_entry(change_message=json.dumps(inline)),
    }

    assert listed(reader, q=sought) == {entries[name] for name in found}


@pytest.mark.parametrize(
    "query", ["user__password__startswith=m", "user__is_superuser=1", "content_type__model=user"]
)
def test_nobody_guesses_a_password_by_narrowing_the_log(query, reader):
    for address in (LIST, EXPORT):
        assert reader.get(f"{address}?{query}").status_code in {302, 400}


# --- what is saved as CSV -----------------------------------------------------------------------


def test_the_export_is_what_the_list_shows(reader):
    editor = make_user("editor", first_name="สมชาย", last_name="ใจดี")
    hour = datetime(2020, 2, 14, 6, 30, tzinfo=UTC)
    article = make_article(title_th="=HYPERLINK(1)")
    shown = {"action_time": hour, "action_flag": ADDITION, "change_message": "@เพิ่ม"}
    make_entry(of=article, user=editor, **shown)
    make_entry()

    head, row = exported(reader, person=editor.pk)

    assert len(head) == len(row) == 9
    assert row[:4] == [
        "14 ก.พ. 2563",
        "2020-02-14T13:30:00+07:00",
        "สมชาย ใจดี",
        editor.username,
    ]
    assert row[6:] == ["'=HYPERLINK(1)", str(article.pk), "'@เพิ่ม"]


def test_the_export_is_a_file_and_is_kept_nowhere(reader):
    response = reader.get(EXPORT)

    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith("attachment;")
    assert "no-store" in response["Cache-Control"]
    assert b"".join(response).startswith(b"\xef\xbb\xbf")


def test_the_list_leads_to_the_export_of_the_same(reader):
    make_entry()
    page = BeautifulSoup(reader.get(LIST, {"act": "2"}).content, "html.parser")

    assert page.select_one(".object-tools a")["href"] == f"{EXPORT}?act=2"
