"""The second factor: who needs it, and how one sets it up."""

import re
from base64 import b32decode
from datetime import timedelta

import pytest
from django.test import Client
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from iad import second_factor
from iad.models import User
from tests.factories import PASSWORD, make_article, make_user
from tests.iad.codes import (
    CODE,
    LOGIN,
    OWN,
    code_of,
    codes_shown,
    give_password,
    is_in,
    page_of,
    wrong_code_of,
)
from tests.iad.test_settings import PRODUCTION, manage
from tests.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def production(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def make_staff(role: str) -> User:
    if role == "superuser":
        return User.objects.create_superuser("boss", password=PASSWORD)
    return make_user(role)


# --- who needs one ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "required"),
    [
        (PRODUCTION, True),
        (PRODUCTION | {"SECOND_FACTOR_REQUIRED": "0"}, False),
        ({"DEBUG": "1"}, False),
        ({"DEBUG": "1", "SECOND_FACTOR_REQUIRED": "1"}, True),
    ],
)
def test_it_is_required_in_production_and_not_in_the_demo(environment, required):
    shown = manage("diffsettings", **environment)

    assert f"SECOND_FACTOR_REQUIRED = {required}" in shown.stdout, shown.stderr


@pytest.mark.parametrize("role", ["editor", "administrator", "superuser"])
def test_who_must_have_one_is_led_to_it_and_reaches_nothing_else(role, production):
    user, client = make_staff(role), Client()

    response = give_password(user, client)

    assert (response.status_code, response.url) == (302, OWN)
    for address in ("/admin/", "/admin/news/article/", "/admin/password_change/", "/admin/jsi18n/"):
        assert client.get(address).status_code == 302, address
    draft = make_article(author=user).get_absolute_url()
    assert client.get(draft).status_code == 404
    assert client.get(OWN).status_code == 200


@pytest.mark.parametrize("role", ["author", "secretary", "translator"])
def test_other_roles_go_in_with_the_password(role, production):
    client = Client()

    assert give_password(make_user(role), client).url == "/admin/"
    assert is_in(client)


@pytest.mark.parametrize("role", ["editor", "administrator", "superuser"])
def test_where_it_is_not_required_nobody_needs_it(role):
    client = Client()

    assert give_password(make_staff(role), client).url == "/admin/"
    assert is_in(client)


def test_who_is_given_such_a_role_while_at_work_is_asked_at_once(production):
    user, client = make_user("author"), Client()
    give_password(user, client)
    assert is_in(client)

    user.groups.set(make_user("editor").groups.all())

    assert not is_in(client)
    assert give_password(user, client).url == OWN


# --- setting it up ------------------------------------------------------------------------


def test_setting_it_up_at_the_door_lets_in_and_shows_ten_recovery_codes(production):
    user, client = make_user("editor"), Client()
    give_password(user, client, next="/admin/news/article/")
    client.get(OWN)

    response = client.post(OWN, {"code": code_of(user)})

    assert len(set(codes_shown(response))) == 10
    assert page_of(response).select_one("a.button")["href"] == "/admin/news/article/"
    assert "no-store" in response["Cache-Control"]
    assert is_in(client)


def test_the_codes_are_shown_this_once_and_kept_by_nobody(production):
    user, client = make_user("editor"), Client()
    give_password(user, client)
    client.get(OWN)
    codes = codes_shown(client.post(OWN, {"code": code_of(user)}))

    page = client.get(OWN).content.decode()
    kept = set(StaticToken.objects.values_list("token", flat=True))

    assert not any(code in page.replace(" ", "") for code in codes)
    assert len(kept) == 10
    assert not kept & set(codes)


@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("/en", "en")])
def test_the_page_shows_the_secret_as_a_picture_and_to_be_typed(prefix, language, client):
    user = make_user("author")
    client.force_login(user)

    response = client.get(prefix + OWN)

    page, device = page_of(response), TOTPDevice.objects.get(user=user)
    typed = said(page.select_one("#secret")).replace(" ", "")
    assert b32decode(typed) == device.bin_key
    assert page.select_one("main img")["src"].startswith("data:image/svg+xml")
    assert page.select_one("main img")["alt"]
    assert page.html["lang"] == language
    assert not page.select("main [style], main script, main style")
    assert {"private", "no-store"} <= set(re.split(r",\s*", response["Cache-Control"]))


def test_a_reload_shows_the_same_secret_and_tomorrow_another(client):
    user = make_user("author")
    first = second_factor.draw(user)
    assert second_factor.draw(user) == first

    TOTPDevice.objects.update(created_at=first.created_at - timedelta(days=1))

    assert second_factor.draw(user).key != first.key
    assert TOTPDevice.objects.count() == 1


def test_a_wrong_first_code_sets_nothing_up(production):
    user, client = make_user("editor"), Client()
    give_password(user, client)
    client.get(OWN)

    response = client.post(OWN, {"code": wrong_code_of(user)})

    assert response.context["form"].errors["code"]
    assert not second_factor.has(user)
    assert not is_in(client)


def test_a_secret_not_yet_confirmed_opens_nothing_and_closes_nothing():
    user, client = make_user("author"), Client()
    second_factor.draw(user)

    assert give_password(user, client).url == "/admin/"


def test_setting_it_up_ends_the_sessions_that_began_without_it():
    user, here, elsewhere, colleague = make_user("author"), Client(), Client(), Client()
    for client, who in [(here, user), (elsewhere, user), (colleague, make_user("author"))]:
        give_password(who, client)
    here.get(OWN)

    here.post(OWN, {"code": code_of(user)})

    assert [is_in(here), is_in(elsewhere), is_in(colleague)] == [True, False, True]


@pytest.mark.parametrize("address", [OWN, CODE])
def test_a_stranger_is_sent_to_the_door(address, client):
    for response in (client.get(address), client.post(address, {"code": "123456"})):
        assert (response.status_code, response.url) == (302, LOGIN)
    assert not TOTPDevice.objects.exists()
