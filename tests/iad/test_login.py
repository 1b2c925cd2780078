"""Who gets in, who is kept out, and how soon."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client, RequestFactory
from django.urls import reverse

from iad.middleware import address_behind_proxy
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
LIMIT = 5
LOCKED = 429


def log_in(username, password=PASSWORD, *, client=None, address="192.0.2.1", **headers):
    client = client or Client(raise_request_exception=False)
    return client.post(
        LOGIN,
        {"username": username, "password": password, "next": "/admin/"},
        REMOTE_ADDR=address,
        headers=headers,
    )


def fail(times, username, **kwargs):
    return [log_in(username, "wrong", **kwargs).status_code for _time in range(times)]


def age(by: timedelta):
    for attempt in AccessAttempt.objects.all():
        attempt.attempt_time -= by
        attempt.save()


def test_the_right_password_opens_the_desk():
    response = log_in(make_user("author").username)

    assert (response.status_code, response.url) == (302, "/admin/")


def test_the_fifth_failure_locks_even_the_right_password_out():
    user = make_user("author")

    assert fail(LIMIT, user.username) == [200, 200, 200, 200, LOCKED]
    assert log_in(user.username).status_code == LOCKED


@pytest.mark.parametrize("username", ["known", "unknown"])
def test_a_name_is_locked_whether_it_exists_or_not(username):
    make_user("author", username="known")

    assert fail(LIMIT, username)[-1] == LOCKED


def test_another_browser_does_not_make_the_count_begin_anew():
    user = make_user("author")

    for number in range(LIMIT):
        response = log_in(user.username, "wrong", user_agent=f"Browser {number}")

    assert response.status_code == LOCKED
    assert log_in(user.username).status_code == LOCKED


@pytest.mark.parametrize("written", [str.upper, str.title, lambda name: f" {name} "])
def test_a_name_written_otherwise_opens_no_other_way_in(written):
    user = make_user("author", username="somchai")
    fail(LIMIT, user.username)

    assert log_in(written(user.username)).status_code in {200, LOCKED}


def test_a_colleague_at_the_same_address_still_gets_in():
    user, colleague = make_user("author"), make_user("editor")
    fail(LIMIT, user.username)

    assert log_in(colleague.username).status_code == 302


def test_a_stranger_elsewhere_locks_nobody_out():
    user = make_user("author")
    fail(LIMIT, user.username, address="203.0.113.9")

    assert log_in(user.username).status_code == 302


def test_who_is_at_work_stays_at_work_while_a_stranger_guesses():
    user, client = make_user("author"), Client()
    log_in(user.username, client=client)
    fail(LIMIT, user.username)

    assert client.get("/admin/").status_code == 200


def test_the_lock_ends_after_a_quarter_of_an_hour():
    user = make_user("author")
    fail(LIMIT, user.username)

    age(timedelta(minutes=14))
    assert log_in(user.username).status_code == LOCKED

    age(timedelta(minutes=16))
    assert log_in(user.username).status_code == 302


def test_success_makes_the_count_begin_anew():
    user = make_user("author")

    assert fail(LIMIT - 1, user.username)[-1] == 200
    assert log_in(user.username).status_code == 302
    assert fail(LIMIT - 1, user.username)[-1] == 200


@pytest.mark.parametrize(
    ("prefix", "language", "words"),
    [("", "th", "15 นาที"), ("/en", "en", "a quarter of an hour")],
)
def test_who_is_locked_out_reads_why_and_for_how_long(prefix, language, words):
    user = make_user("author")
    fail(LIMIT, user.username)
    client = Client()

    response = client.post(
        prefix + LOGIN, {"username": user.username, "password": "x"}, REMOTE_ADDR="192.0.2.1"
    )

    page = response.content.decode()
    assert response.status_code == LOCKED
    assert f'<html lang="{language}"' in page
    assert words in page
    assert "Django" not in page
    assert "no-store" in response["Cache-Control"]
    assert 'type="password"' not in page


def test_known_and_unknown_names_get_the_same_answer():
    make_user("author", username="known")

    pages = [log_in(name, "wrong").content.decode() for name in ("known", "nobody")]

    known, unknown = (
        re.sub(r'value="[^"]*"', "", page.replace("nobody", "known")) for page in pages
    )
    assert known == unknown


@pytest.mark.parametrize(
    "fields", [{"is_staff": False}, {"is_active": False}, {"is_staff": False, "is_active": False}]
)
def test_only_active_staff_get_in(fields):
    assert log_in(make_user("author", **fields).username).status_code == 200


@pytest.mark.parametrize(
    ("username", "password", "headers"),
    [
        ("", "", {}),
        ("a" * 100_000, "b" * 100_000, {}),
        ("nul\0", "nul\0", {}),
        ("ชื่อ", "รหัสผ่าน", {}),
        ("\u202eabc", "😀", {}),
        ("somebody", "wrong", {"user_agent": "x" * 5000, "accept": "y" * 5000}),
        ("somebody", "wrong", {"user_agent": "\x01\xff", "accept": "*/*\x01"}),
        ("' OR 1=1 --", "%_\\", {}),
    ],
)
def test_nonsense_at_the_door_is_answered_politely(username, password, headers):
    for _time in range(2):
        assert log_in(username, password, **headers).status_code == 200


def test_extra_fields_at_the_door_are_answered_politely():
    client = Client(raise_request_exception=False)
    data = {"username": "x", "password": "y", "extra": "\0" * 10, "page": "z" * 5000}

    assert client.post(f"{LOGIN}?next=%2F%ff", data).status_code == 200


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_after_the_door_nobody_is_sent_elsewhere(address):
    user = make_user("author")

    response = Client().post(
        LOGIN, {"username": user.username, "password": PASSWORD, "next": address}
    )

    assert (response.status_code, response.url) == (302, reverse("admin:index"))


@pytest.mark.parametrize(
    "session", ["x", "\\000" * 12, "\\000abcdefghijkl", "\xe0\xb8\x81" * 20, "a" * 4000]
)
def test_a_forged_session_is_nobody(session):
    client = Client(raise_request_exception=False)

    response = client.get("/admin/", headers={"cookie": f'session="{session}"'})

    assert response.status_code in {302, 400}


# --- behind a proxy -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("forwarded", "remote", "address"),
    [
        ("203.0.113.7", "10.0.0.1", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7", "10.0.0.1", "203.0.113.7"),
        ("2001:db8::7", "10.0.0.1", "2001:db8::7"),
        ("claimed, 203.0.113.7", "10.0.0.1", "203.0.113.7"),
        ("nonsense", "10.0.0.1", "10.0.0.1"),
        ("", "10.0.0.1", "10.0.0.1"),
        ("", "", None),
    ],
)
def test_behind_a_proxy_the_last_address_is_the_visitor(forwarded, remote, address):
    request = RequestFactory().get("/", headers={"x-forwarded-for": forwarded}, REMOTE_ADDR=remote)

    assert address_behind_proxy(request) == address


def test_behind_a_proxy_a_stranger_locks_nobody_out(settings):
    settings.AXES_CLIENT_IP_CALLABLE = "iad.middleware.address_behind_proxy"
    user, proxy = make_user("author"), "10.0.0.1"
    for number in range(LIMIT):
        stranger = {"x_forwarded_for": f"192.0.2.{number}, 203.0.113.9"}
        last = log_in(user.username, "wrong", address=proxy, **stranger)

    assert last.status_code == LOCKED
    assert log_in(user.username, address=proxy, x_forwarded_for="192.0.2.1").status_code == 302
