"""How long somebody who got in stays in, and what ends it."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from iad.models import User
from tests.factories import PASSWORD, make_user

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
