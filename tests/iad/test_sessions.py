"""How long somebody who got in stays in, and what ends it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from iad.models import User
from tests.factories import PASSWORD, make_article, make_user
from tests.pages import said

pytestmark = pytest.mark.django_db


def log_in(user, client=None):
    return (client or Client()).post(
        "/admin/login/", {"username": user.username, "password": PASSWORD}
    )


def test_a_session_lasts_a_working_day_and_its_cookie_is_out_of_reach(settings):
    response = log_in(make_user("author"))
    cookie = response.cookies[settings.SESSION_COOKIE_NAME]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert (cookie["domain"], cookie["max-age"], cookie["expires"]) == ("", "", "")
    ends = Session.objects.get(session_key=cookie.value).expire_date - timezone.now()
    assert timedelta(hours=7, minutes=59) < ends <= timedelta(hours=8)


def test_logging_in_gives_a_new_session(settings):
    user, client = make_user("author"), Client()
    log_in(user, client)
    first = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(reverse("admin:logout"))
    log_in(user, client)

    assert client.cookies[settings.SESSION_COOKIE_NAME].value != first
    assert not Session.objects.filter(session_key=first).exists()


def test_changing_the_password_ends_all_other_sessions():
    user, here, elsewhere = make_user("author"), Client(), Client()
    log_in(user, here)
    log_in(user, elsewhere)
    new = "a-new-and-longer-one"

    changed = here.post(
        reverse("admin:password_change"),
        {"old_password": PASSWORD, "new_password1": new, "new_password2": new},
    )

    assert changed.status_code == 302
    assert here.get("/admin/").status_code == 200
    assert elsewhere.get("/admin/").status_code == 302


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_staff": False}])
def test_an_account_that_is_closed_is_out_at_once(fields):
    user, client = make_user("author"), Client()
    log_in(user, client)
    assert client.get("/admin/").status_code == 200

    User.objects.filter(pk=user.pk).update(**fields)

    assert client.get("/admin/").status_code == 302
    assert client.get(reverse("admin:news_article_changelist")).status_code == 302


def test_a_role_taken_away_is_gone_at_once():
    user, client = make_user("editor"), Client()
    client.force_login(user)
    address = reverse("admin:news_article_changelist")
    assert client.get(address).status_code == 200

    user.groups.clear()

    assert client.get(address).status_code == 403


def test_logging_out_takes_a_press_of_the_button():
    client = Client()
    client.force_login(make_user("author"))

    assert client.get(reverse("admin:logout")).status_code == 405
    assert client.get("/admin/").status_code == 200
    assert client.post(reverse("admin:logout")).status_code == 200
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012", "author-somchai"])
def test_a_password_that_is_easily_guessed_is_refused(password):
    user, client = make_user("author", username="author-somchai"), Client()
    client.force_login(user)

    response = client.post(
        reverse("admin:password_change"),
        {"old_password": PASSWORD, "new_password1": password, "new_password2": password},
    )

    assert response.status_code == 200
    assert response.context["form"].errors


# --- limits of idleness and of the day ----------------------------------------------------------


def put_back(client, *, began: int = 0, seen: int = 0):
    """As if the log-in, and the last request, had been so many seconds earlier."""
    session = client.session
    session["began"] -= began
    session["seen"] -= seen
    session.save()


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


@pytest.mark.parametrize(("seconds", "still_in"), [(58 * 60, True), (61 * 60, False)])
def test_an_hour_without_a_request_ends_the_session(seconds, still_in):
    client = Client()
    log_in(make_user("author"), client)
    put_back(client, seen=seconds)

    assert is_in(client) is still_in


def test_the_idle_limit_comes_from_the_settings(settings):
    settings.SESSION_IDLE_MINUTES = 5
    client = Client()
    log_in(make_user("author"), client)
    put_back(client, seen=6 * 60)

    assert not is_in(client)


def test_a_request_makes_the_idle_hour_begin_anew():
    client = Client()
    log_in(make_user("author"), client)
    for _time in range(3):
        put_back(client, began=50 * 60, seen=50 * 60)
        assert is_in(client)


@pytest.mark.parametrize(("hours", "still_in"), [(7.9, True), (8.1, False)])
def test_after_a_working_day_even_the_busiest_logs_in_again(hours, still_in):
    client = Client()
    log_in(make_user("author"), client)
    put_back(client, began=int(hours * 60 * 60))

    assert is_in(client) is still_in


def test_a_session_that_ended_is_gone_and_not_only_closed(settings):
    client = Client()
    log_in(make_user("author"), client)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    put_back(client, seen=2 * 60 * 60)

    client.get("/admin/")

    assert not Session.objects.filter(session_key=key).exists()


def test_a_session_that_says_nothing_of_its_age_is_over():
    client = Client()
    log_in(make_user("author"), client)
    session = client.session
    del session["began"], session["seen"]
    session.save()

    assert not is_in(client)


def test_a_limit_holds_on_pages_of_the_portal_too():
    user, client = make_user("author"), Client()
    draft = make_article(author=user).get_absolute_url()
    log_in(user, client)
    assert client.get(draft).status_code == 200
    put_back(client, seen=2 * 60 * 60)

    assert client.get(draft).status_code == 404


def test_reading_the_portal_touches_no_session():
    client = Client()
    log_in(make_user("author"), client)
    put_back(client, seen=2 * 60)
    before = client.session["seen"]

    response = client.get("/")

    assert not response.cookies
    assert client.session["seen"] == before


# --- what a stranger learns ---------------------------------------------------------------------


class CountingHasher(PBKDF2PasswordHasher):
    """As slow as it is asked to be, and every call is counted."""

    algorithm = "counting"
    iterations = 1
    calls = 0

    def encode(self, *args, **kwargs):
        CountingHasher.calls += 1
        return super().encode(*args, **kwargs)


@pytest.mark.parametrize(
    "account",
    [
        {"username": "known"},
        {"username": "known", "is_active": False},
        {"username": "known", "password": None},
        None,
    ],
)
def test_a_failed_log_in_takes_the_same_work_and_gives_the_same_answer(account, settings):
    settings.PASSWORD_HASHERS = ["tests.iad.test_sessions.CountingHasher"]
    make_user("author", username="someone")
    expected = wrong_password_of("someone")
    if account:
        make_user("author", **account)
    CountingHasher.calls = 0

    answer = wrong_password_of("known")

    assert CountingHasher.calls == 1
    assert answer == expected


def wrong_password_of(username: str) -> tuple[int, str]:
    response = Client().post("/admin/login/", {"username": username, "password": "wrong"})
    page = BeautifulSoup(response.content, "html.parser")
    return response.status_code, said(page.select_one("main"))


def test_the_right_password_of_a_closed_account_gives_the_answer_of_a_wrong_one():
    closed = make_user("author", is_active=False)
    response = log_in(closed)
    page = BeautifulSoup(response.content, "html.parser")

    assert (response.status_code, said(page.select_one("main"))) == wrong_password_of("nobody")
