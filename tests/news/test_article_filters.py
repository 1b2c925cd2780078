"""The list of articles: narrowed by state, and what nobody else has checked is flagged."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_article, make_public_article, make_user, published

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("asked", "after", "state", "listed"),
    [
        ("scheduled", HOUR, "published", True),
        ("scheduled", -HOUR, "published", False),
        ("published", -HOUR, "published", True),
        ("published", HOUR, "published", False),
        ("review", HOUR, "review", True),
        ("draft", HOUR, "review", False),
        ("nonsense", HOUR, "draft", False),
    ],
)
def test_the_list_is_narrowed_by_state_and_scheduled_is_one(asked, after, state, listed, client):
    article = make_article(**published(state=state, publish_at=timezone.now() + after))
    client.force_login(make_user("editor"))

    found = client.get(f"/admin/news/article/?state={asked}").context["cl"].result_list

    assert list(found) == ([article] if listed else [])


def test_the_list_flags_what_was_published_alone(client):
    author = make_user("editor")
    make_public_article(author=author, approved_by=author)
    make_public_article(approved_by=author, confirmed_by=make_user())
    client.force_login(make_user("editor"))

    page = client.get("/admin/news/article/").content.decode()

    column = re.findall(r'class="field-unconfirmed">([^<]*)<', page)
    assert sorted(map(bool, (cell.strip("–") for cell in column))) == [False, True]
