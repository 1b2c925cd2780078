"""Addresses of the old portal: led on, left behind, or counted for the staff's list."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test import Client
from django.utils import timezone

from news import forwarding
from news.forwarding import count_unknown, leave_behind
from news.models import OldAddress, UnknownAddress
from tests.factories import (
    make_article,
    make_old_address,
    make_page,
    make_public_article,
    make_unknown_address,
    make_user,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/news/unknownaddress/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("editor"))
    return client


def counted() -> dict[str, int]:
    return dict(UnknownAddress.objects.values_list("path", "hits"))


# --- left behind ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "language"), [("/node/7", "th"), ("/th/node/7/", "th"), ("/en/node/7", "en")]
)
def test_what_was_left_behind_is_gone_and_offers_a_search(asked, language, client):
    make_old_address(path="/node/7", is_left_behind=True)

    response = client.get(asked)
    page = BeautifulSoup(response.content, "html.parser")
    root = "/en" if language == "en" else ""

    assert response.status_code == 410
    assert page.html["lang"] == language
    assert page.select_one("main form[role=search]")["action"] == f"{root}/search/"
    assert len(page.select("form[role=search]")) == 1
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_what_is_not_known_is_not_found_and_offers_a_search(client):
    response = client.get("/en/node/8")
    page = BeautifulSoup(response.content, "html.parser")

    assert response.status_code == 404
    assert page.select_one("main form[role=search]")["action"] == "/en/search/"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"article": True, "is_left_behind": True},
        {"page": True, "is_left_behind": True},
        {"article": True, "page": True},
    ],
)
def test_an_address_leads_to_one_place_or_is_left_behind(fields):
    make = {"article": make_article, "page": make_page}
    rows = {name: make[name]() if name in make else value for name, value in fields.items()}

    with pytest.raises(IntegrityError, match="leads_to_one_place_or_is_left_behind"):
        make_old_address(**rows)


def test_the_rule_is_told_in_words():
    with pytest.raises(ValidationError) as refused:
        OldAddress(path="/node/1").full_clean()

    assert "ที่อยู่เดิม" in str(refused.value)


# --- counting ------------------------------------------------------------------------------


def test_an_unknown_address_is_counted_without_its_reader(client):
    for asked in ("/node/8", "/node/8/", "/th/node/8", "/en/node/8?utm_source=x"):
        client.get(asked, headers={"referer": "https://a.example/", "user-agent": "somebody"})
    client.head("/node/8")
    [row] = UnknownAddress.objects.values()

    assert row == {
        "id": row["id"],
        "path": "/node/8",
        "hits": 4,
        "last_asked_on": timezone.localdate(),
    }


def test_a_known_address_counts_its_own_visits(client):
    led = make_old_address(path="/node/7", article=make_public_article())
    never = make_old_address(article=make_public_article())
    hidden = make_old_address(path="/node/9", article=make_article())
    for asked in ("/node/7", "/en/node/7", "/node/9"):
        client.get(asked)

    for address, hits in ((led, 2), (never, 0), (hidden, 1)):
        address.refresh_from_db()
        assert address.hits == hits
        assert address.last_asked_on == (timezone.localdate() if hits else None)
    assert counted() == {}


def test_nobody_can_fill_the_table(monkeypatch, client):
    monkeypatch.setattr(forwarding, "MOST_UNKNOWN", 3)
    make_unknown_address(path="/node/1", hits=5)
    make_unknown_address(path="/node/2", last_asked_on=date(2020, 1, 2))
    make_unknown_address(path="/node/3", last_asked_on=date(2020, 1, 1))

    for number in range(10, 14):
        client.get(f"/node/{number}")

    assert len(counted()) == 3
    assert counted()["/node/1"] == 5
    assert counted()["/node/13"] == 1


@pytest.mark.skipif(
    "sqlite" in connection.vendor, reason="two connections cannot share SQLite's memory"
)
@pytest.mark.django_db(transaction=True)
def test_hits_at_the_same_moment_are_all_counted():
    def ask(_number):
        try:
            return Client().get("/node/8").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as readers:
        assert set(readers.map(ask, range(12))) == {404}

    assert counted() == {"/node/8": 12}


# --- the desk ------------------------------------------------------------------------------


def test_staff_see_what_is_asked_for_most_first(editor):
    make_unknown_address(path="/node/8", hits=2)
    make_unknown_address(path="/node/9", hits=7)
    make_unknown_address(path="/node/10", hits=9)
    make_old_address(path="/en/node/10", article=make_article())
    page = BeautifulSoup(editor.get(LIST).content, "html.parser")

    assert [cell.get_text() for cell in page.select(".field-path")] == ["/node/9", "/node/8"]


def test_staff_lead_an_unknown_address_on_in_one_step(editor):
    article = make_public_article()
    make_unknown_address(path="/node/8")
    page = BeautifulSoup(editor.get(LIST).content, "html.parser")
    form = page.select_one(".field-lead_on a")["href"]
    shown = BeautifulSoup(editor.get(form).content, "html.parser")
    assert shown.select_one("#id_path")["value"] == "/node/8"

    editor.post(form, {"path": "/node/8", "article": article.pk})

    assert OldAddress.objects.get().article == article
    assert editor.get("/node/8")["Location"] == f"/news/{article.pk}/"
    assert UnknownAddress.objects.waiting().count() == 0


def test_staff_leave_unknown_addresses_behind_in_one_step(editor):
    rows = [make_unknown_address(), make_unknown_address()]
    stays = make_unknown_address()
    chosen = {"action": "leave_selected_behind", "_selected_action": [row.pk for row in rows]}

    editor.post(LIST, chosen)

    assert {editor.get(row.path).status_code for row in rows} == {410}
    assert editor.get(stays.path).status_code == 404
    assert list(UnknownAddress.objects.waiting()) == [stays]
    assert LogEntry.objects.filter(action_flag=ADDITION).count() == 2


def test_leaving_behind_does_not_touch_what_leads_somewhere():
    known = make_old_address(path="/node/7", article=make_article())

    left = leave_behind(["/node/7", "/node/8", "/node/8"], by=make_user())

    assert [address.path for address in left] == ["/node/8"]
    known.refresh_from_db()
    assert not known.is_left_behind


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/node/8", "/node/8"),
        (" https://old.example.go.th/th/node/8/?x=1 ", "/th/node/8"),
        ("https://old.example.go.th/content-detail/27277#a", "/content-detail/27277"),
        ("/news/8/", None),
        ("/node/", None),
        ("javascript:alert(1)", None),
        ("//node/8", None),
    ],
)
def test_an_address_is_typed_as_it_is_copied(typed, kept, editor):
    editor.post("/admin/news/oldaddress/add/", {"path": typed, "is_left_behind": "on"})

    assert [one.path for one in OldAddress.objects.all()] == ([kept] if kept else [])


def test_staff_find_addresses_by_where_they_lead_and_whether_they_are_used(editor):
    used = make_old_address(path="/node/1", article=make_article(title_th="ต้อนรับทูต"), hits=3)
    page = make_old_address(path="/node/2", page=make_page())
    gone = make_old_address(path="/node/3", is_left_behind=True)

    for query, found in [
        ("", [used, page, gone]),
        ("leads=article", [used]),
        ("leads=page", [page]),
        ("leads=nowhere", [gone]),
        ("asked=yes", [used]),
        ("asked=no", [page, gone]),
        ("q=ต้อนรับ", [used]),
        ("q=/node/2", [page]),
    ]:
        response = editor.get(f"/admin/news/oldaddress/?{query}")
        assert list(response.context["cl"].queryset) == found, query


def test_an_import_brings_along_after_all_what_was_left_behind(tmp_path):
    make_old_address(path="/node/612", is_left_behind=True)
    make_old_address(path="/node/613", is_left_behind=True)
    lines = tmp_path / "articles.jsonl"
    lines.write_text(
        '{"address": "/node/613", "title_th": "ข่าว", "body_th": "ก", "date": "2020-01-01"}\n',
        encoding="utf-8",
    )
    saved = tmp_path / "node_612.html"
    saved.write_text("<html><h1>ข่าวเก่า</h1><p>เนื้อข่าวที่ยาวพอจะเป็นเนื้อข่าว</p></html>", encoding="utf-8")

    call_command("import_articles", lines, verbosity=0)
    call_command("import_pages", saved, verbosity=0)

    led = {one.path: one.article is not None for one in OldAddress.objects.all()}
    assert led == {"/node/612": True, "/node/613": True}


def test_counting_an_address_twice_keeps_one_row():
    count_unknown("/node/8")
    count_unknown("/th/node/8")

    assert counted() == {"/node/8": 2}
