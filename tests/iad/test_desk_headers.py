"""What the answers of the desk carry: strict, and kept nowhere."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_article, make_user
from tests.iad.test_headers import POLICY, is_guarded, policy_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    client = Client(raise_request_exception=False)
    client.force_login(make_user("editor"))
    return client


DESK = [
    (200, "admin:index", []),
    (200, "admin:news_article_changelist", []),
    (200, "admin:news_topic_add", []),
    (200, "admin:news_announcement_add", []),
    (200, "admin:committees_meeting_changelist", []),
    (200, "admin:jsi18n", []),
    (200, "admin:password_change", []),
    (403, "admin:iad_user_changelist", []),
    (405, "admin:logout", []),
]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("status", "name", "args"), DESK)
def test_a_page_of_the_desk_is_strict_and_kept_nowhere(status, name, args, language, staff):
    prefix = "" if language == "th" else "/en"

    response = staff.get(prefix + reverse(name, args=args))

    assert response.status_code == status
    assert is_guarded(response)
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


@pytest.mark.parametrize("screen", ["add", "change"])
def test_the_editor_may_place_its_parts_and_nothing_more(screen, staff):
    args = [make_article().pk] if screen == "change" else []

    response = staff.get(reverse(f"admin:news_article_{screen}", args=args))

    assert response.status_code == 200
    assert policy_of(response) == POLICY | {"style-src": "'self' 'unsafe-inline'"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/nothing/", "/en/admin/"])
def test_the_door_of_the_desk_is_kept_nowhere(address, client):
    assert {"private", "no-store"} <= set(client.get(address)["Cache-Control"].split(", "))
