"""The log of who did what: what is written there, who reads it, and what forgets it."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from iad.log import Kind
from iad.models import User
from iad.roles import ROLES
from tests.factories import PASSWORD, make_article, make_user
from tests.iad.codes import CODE, give_password, set_up, wrong_code_of
from tests.iad.log_entries import EXPORT, LIST, exported, make_entry, reader
from tests.pages import said

__all__ = ["reader"]

pytestmark = pytest.mark.django_db
QUERIES = 8  # session, user, rights, two filters, count, rows


def kinds(user: User) -> list[Kind]:
    return [Kind(entry.action_flag) for entry in LogEntry.objects.filter(user=user).order_by("pk")]


# --- what is written ----------------------------------------------------------------------------


def test_coming_and_going_is_written_down_with_the_address():
    user, client = make_user("author"), Client()
    give_password(user, client, password="wrong")
    give_password(user, client)
    client.post(reverse("admin:logout"))

    assert kinds(user) == [Kind.LOG_IN_FAILED, Kind.LOGGED_IN, Kind.LOGGED_OUT]
    assert LogEntry.objects.filter(user=user).first().change_message == "127.0.0.1"
    assert LogEntry.objects.filter(user=user).last().change_message == "192.0.2.1"


def test_a_wrong_code_is_written_down_and_half_a_log_in_is_none():
    user, client = make_user("author"), Client()
    codes = set_up(user)
    LogEntry.objects.all().delete()
    give_password(user, client)
    assert kinds(user) == []

    client.post(CODE, {"code": wrong_code_of(user)})
    client.post(CODE, {"code": wrong_code_of(user)})  # too soon, and so not even read
    client.post(CODE, {"code": "nonsense"})
    client.post(CODE, {"code": codes[0]})

    assert kinds(user) == [Kind.WRONG_CODE, Kind.LOGGED_IN]


def test_what_is_typed_for_a_name_by_mistake_is_not_kept():
    Client().post("/admin/login/", {"username": "my secret password", "password": "x"})

    assert not LogEntry.objects.exists()


def test_a_flood_at_a_locked_door_does_not_fill_the_log():
    user = make_user("author")
    for _time in range(9):
        give_password(user, password="wrong")

    assert kinds(user) == [Kind.LOG_IN_FAILED] * 5


def test_a_second_factor_set_up_is_in_the_history_of_the_account(reader):
    user = make_user("author")
    set_up(user)

    entry = LogEntry.objects.get(user=user, content_type__model="user")
    history = reader.get(reverse("admin:iad_user_history", args=[user.pk])).content.decode()
    assert entry.change_message in history


def test_coming_and_going_is_not_among_recent_acts(client):
    user = make_user("author")
    client.force_login(user)
    make_entry(user=user, of=make_article(title_th="ข่าวที่แก้ล่าสุด"))

    entries = client.get("/admin/").context["log_entries"]

    assert [entry.object_repr for entry in entries] == ["ข่าวที่แก้ล่าสุด"]


# --- who reads it -------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [*ROLES, ""])
@pytest.mark.parametrize("address", [LIST, EXPORT, LIST + "{}/change/", f"{LIST}?act=11"])
def test_administrators_read_it_and_nobody_else(address, role, client):
    client.force_login(make_user(role))
    entry = make_entry()

    expected = 200 if role == "administrator" else 403
    assert client.get(address.format(entry.pk)).status_code == expected


def test_a_superuser_reads_it(client):
    client.force_login(User.objects.create_superuser("boss", password=PASSWORD))

    assert client.get(LIST).status_code == client.get(EXPORT).status_code == 200


@pytest.mark.parametrize("role", ["administrator", "superuser"])
def test_it_is_written_by_acts_and_changed_by_nobody(role, client):
    boss = User.objects.create_superuser("boss", password=PASSWORD)
    client.force_login(boss if role == "superuser" else make_user(role))
    entry = make_entry()

    for screen in ("add/", f"{entry.pk}/change/", f"{entry.pk}/delete/"):
        answer = client.post(LIST + screen, {"change_message": "forged", "post": "yes"})
        assert answer.status_code == 403
    client.post(LIST, {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"})
    assert LogEntry.objects.get(pk=entry.pk).change_message == ""


# --- what it shows ------------------------------------------------------------------------------


def test_a_row_says_when_who_what_and_leads_to_the_record(reader):
    article = make_article(title_th="ข่าวการเยือน")
    editor = make_user("editor", first_name="สมชาย", last_name="ใจดี")
    hour = datetime(2020, 2, 14, 6, 30, tzinfo=UTC)
    make_entry(of=article, user=editor, action_time=hour, change_message="เผยแพร่")

    page = BeautifulSoup(reader.get(LIST).content, "html.parser")

    row = page.select_one("#result_list tbody tr")
    for words in ("14 กุมภาพันธ์ 2563", "13.30 น.", "สมชาย ใจดี", "ข่าวการเยือน", "เผยแพร่"):
        assert words in said(row)
    assert "2020" not in said(row)
    link = row.select_one(".field-record a")["href"]
    assert link == reverse("admin:news_article_change", args=[article.pk])


def test_what_was_deleted_leads_nowhere(reader):
    make_entry(of=make_article(), action_flag=DELETION)
    make_entry(action_flag=Kind.LOGGED_IN)
    make_entry(action_flag=77)

    page = BeautifulSoup(reader.get(LIST).content, "html.parser")

    assert len(page.select("#result_list tbody tr")) == 3
    assert not page.select(".field-record a")


def test_a_long_log_takes_no_more_queries(reader, django_assert_num_queries):
    for _number in range(3):
        make_entry(of=make_article())
    reader.get(LIST)  # content types are remembered
    with django_assert_num_queries(QUERIES):
        reader.get(LIST)
    for _number in range(20):
        make_entry(of=make_article())

    with django_assert_num_queries(QUERIES):
        reader.get(LIST)
    with django_assert_num_queries(QUERIES):
        assert len(exported(reader)) == 24


# --- what is forgotten --------------------------------------------------------------------------


def test_log_ins_are_forgotten_after_ninety_days_and_acts_are_not(capsys):
    old, recent = (timezone.now() - timedelta(days=days) for days in (91, 89))
    for hour in (old, recent):
        for kind in Kind:
            make_entry(action_flag=kind, action_time=hour)

    call_command("forget_old_logs")

    left = LogEntry.objects.filter(action_time=old).values_list("action_flag", flat=True)
    assert set(left) == {ADDITION, CHANGE, DELETION}
    assert LogEntry.objects.filter(action_time=recent).count() == len(Kind)
    assert capsys.readouterr().out == "log-in records deleted: 4\n"


def test_nothing_is_forgotten_sooner():
    entry = make_entry(action_flag=Kind.LOGGED_IN, action_time=timezone.now() - timedelta(days=40))

    with pytest.raises(CommandError, match="90 days at least"):
        call_command("forget_old_logs", "--days", "30")
    assert LogEntry.objects.filter(pk=entry.pk).exists()
