"""Log-in in two steps: which codes open, which do not, and what one does with one's own factor."""

from datetime import timedelta

import pytest
from django.test import Client
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from iad import second_factor
from iad.models import User
from iad.thai.digits import to_thai
from tests.factories import make_user
from tests.iad.codes import (
    CODE,
    LOGIN,
    OWN,
    code_of,
    codes_shown,
    give_password,
    is_in,
    log_in,
    page_of,
    set_up,
    wrong_code_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def production(settings):
    settings.SECOND_FACTOR_REQUIRED = True


# --- the second step ----------------------------------------------------------------------


@pytest.mark.parametrize("required", [True, False])
def test_who_has_one_is_asked_for_the_code(required, settings):
    settings.SECOND_FACTOR_REQUIRED = required
    user, client = make_user("author"), Client()
    set_up(user)

    response = give_password(user, client, next="/admin/news/article/")
    assert response.url == CODE
    assert not is_in(client)
    field = page_of(client.get(CODE)).select_one("input[name=code]")
    assert (field["autocomplete"], field["inputmode"]) == ("one-time-code", "numeric")

    response = client.post(CODE, {"code": code_of(user)})
    assert response.url == "/admin/news/article/"
    assert is_in(client)


@pytest.mark.parametrize(
    "typed",
    [str, to_thai, lambda code: f" {code[:3]} {code[3:]} ", lambda code: f"{code[:3]}-{code[3:]}"],
)
def test_a_code_is_read_as_people_type_it(typed):
    user, client = make_user("author"), Client()
    set_up(user)
    give_password(user, client)

    assert client.post(CODE, {"code": typed(code_of(user))}).status_code == 302
    assert is_in(client)


def test_a_code_works_once():
    user, first, second = make_user("author"), Client(), Client()
    set_up(user)
    code = code_of(user)
    for client in (first, second):
        give_password(user, client)
        client.post(CODE, {"code": code})

    assert [is_in(first), is_in(second)] == [True, False]


@pytest.mark.parametrize("written", [str, second_factor.in_groups, to_thai])
def test_a_recovery_code_opens_once(written):
    user, first, second = make_user("author"), Client(), Client()
    code = set_up(user)[3]
    for client in (first, second):
        give_password(user, client)
        client.post(CODE, {"code": written(code)})

    assert [is_in(first), is_in(second)] == [True, False]
    assert second_factor.codes_left(user) == 9


def test_the_code_of_a_colleague_opens_nothing():
    user, colleague, client = make_user("author"), make_user("author"), Client()
    set_up(user)
    codes = [*set_up(colleague), code_of(colleague)]
    give_password(user, client)

    for code in (codes[0], codes[-1]):
        response = client.post(CODE, {"code": code})
    assert response.status_code == 200
    assert "value" not in page_of(response).select_one("input[name=code]").attrs
    assert not is_in(client)


@pytest.mark.parametrize(
    "code", ["", "abc", "12345", "1" * 13, "๑๒๓", "9" * 5000, "12345a", "½" * 6]
)
def test_nonsense_for_a_code_is_answered_politely(code):
    user, client = make_user("author"), Client()
    set_up(user)
    give_password(user, client)

    assert client.post(CODE, {"code": code}).status_code == 200
    assert not is_in(client)


def test_wrong_codes_are_slowed_down_and_the_right_one_waits_too():
    user, client = make_user("author"), Client()
    set_up(user)
    give_password(user, client)
    for _time in range(3):
        client.post(CODE, {"code": wrong_code_of(user)})

    response = client.post(CODE, {"code": code_of(user)})
    assert response.context["form"].errors["code"]
    assert not is_in(client)

    earlier = TOTPDevice.objects.get().throttling_failure_timestamp - timedelta(minutes=1)
    TOTPDevice.objects.update(throttling_failure_timestamp=earlier)
    client.post(CODE, {"code": code_of(user)})
    assert is_in(client)


def test_a_wrong_password_is_counted_where_there_is_a_second_factor_too():
    user, client = make_user("author"), Client()
    set_up(user)

    answers = [give_password(user, client, password="wrong").status_code for _time in range(5)]

    assert answers == [200, 200, 200, 200, 429]
    assert give_password(user, client).status_code == 429
    assert client.get(CODE).status_code == 302


@pytest.mark.parametrize("what", ["late", "password", "closed"])
def test_the_second_step_waits_for_nobody_else(what):
    user, client = make_user("author"), Client()
    set_up(user)
    give_password(user, client)
    if what == "late":
        session = client.session
        session["half_way"] |= {"since": session["half_way"]["since"] - 601}
        session.save()
    elif what == "password":
        user.set_password("another-long-one")
        user.save()
    else:
        User.objects.filter(pk=user.pk).update(is_active=False)

    response = client.post(CODE, {"code": code_of(user)})

    assert (response.status_code, response.url) == (302, LOGIN)
    assert not is_in(client)


def test_who_is_half_way_leaves_nothing_to_the_next_at_that_browser(production):
    editor, author, client = make_user("editor"), make_user("author"), Client()
    give_password(editor, client)
    give_password(author, client)

    client.get(OWN)

    assert TOTPDevice.objects.get().user == author


# --- keeping it ---------------------------------------------------------------------------


def test_new_recovery_codes_take_the_place_of_the_old():
    user, client = make_user("author"), Client()
    old = set_up(user)
    log_in(user, client)

    new = codes_shown(client.post(OWN, {"code": code_of(user), "renew": "1"}))

    assert len(new) == second_factor.codes_left(user) == 10
    assert not set(new) & set(old)


@pytest.mark.parametrize("act", ["renew", "remove"])
def test_no_act_on_it_without_a_fresh_code(act):
    user, client = make_user("author"), Client()
    codes = set_up(user)
    log_in(user, client)

    response = client.post(OWN, {"code": wrong_code_of(user), act: "1"})

    assert response.context["form"].errors["code"]
    assert second_factor.has(user)
    assert second_factor.verify(user, codes[0])


def test_what_is_removed_is_asked_for_no_more():
    user, here, elsewhere = make_user("author"), Client(), Client()
    set_up(user)
    log_in(user, here)
    log_in(user, elsewhere)

    here.post(OWN, {"code": code_of(user), "remove": "1"})

    assert [is_in(here), is_in(elsewhere)] == [True, False]
    assert not StaticDevice.objects.exists()
    assert give_password(user).url == "/admin/"


def test_who_must_have_one_and_removes_it_sets_up_another(production):
    user, client = make_user("editor"), Client()
    set_up(user)
    log_in(user, client)
    assert is_in(client)

    client.post(OWN, {"code": code_of(user), "remove": "1"})

    assert not is_in(client)
    assert give_password(user, client).url == OWN
