"""What is public changes with the hour, and nothing has to run for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import Announcement, Article
from tests.factories import (
    make_announcement,
    make_article,
    make_page,
    make_public_article,
    published,
)

pytestmark = pytest.mark.django_db
NOW = timedelta()
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("make", [make_article, make_page])
@pytest.mark.parametrize(
    ("state", "after", "seen"),
    [
        ("draft", None, False),
        ("draft", -HOUR, False),
        ("review", None, False),
        ("review", -HOUR, False),
        ("published", -HOUR, True),
        ("published", NOW, True),
        ("published", timedelta(minutes=1), False),
        ("published", HOUR, False),
        ("withdrawn", None, False),
        ("withdrawn", -HOUR, False),
        ("withdrawn", HOUR, False),
    ],
)
def test_row_and_query_agree_on_what_is_public(make, state, after, seen):
    hour = None if after is None else timezone.now() + after
    text = make(state=state, publish_at=hour, first_published_at=None)

    assert text.is_public is seen
    assert type(text).objects.public().filter(pk=text.pk).exists() is seen


def test_a_scheduled_article_appears_when_its_hour_has_come(client):
    article = make_article(**published(publish_at=timezone.now() + HOUR), title_th="open_title")
    address = article.get_absolute_url()
    assert client.get(address).status_code == 404
    assert "open_title" not in client.get("/").content.decode()

    Article.objects.update(publish_at=timezone.now())

    assert client.get(address).status_code == 200
    assert "open_title" in client.get("/").content.decode()


def test_an_article_leaves_the_place_of_honour_when_its_time_is_over(client):
    article = make_public_article(featured_until=timezone.now() + HOUR)
    home = client.get("/").context
    assert (list(home["featured"]), list(home["latest"])) == ([article], [])

    Article.objects.update(featured_until=timezone.now())

    home = client.get("/").context
    assert (list(home["featured"]), list(home["latest"])) == ([], [article])


@pytest.mark.parametrize(
    ("starts", "ends", "seen"),
    [
        (-HOUR, None, True),
        (-HOUR, HOUR, True),
        (NOW, HOUR, True),
        (HOUR, None, False),
        (HOUR, 2 * HOUR, False),
        (-2 * HOUR, -HOUR, False),
        (-HOUR, NOW, False),
    ],
)
def test_an_announcement_stands_in_its_window(starts, ends, seen, client):
    now = timezone.now()
    ends_at = ends if ends is None else now + ends
    announcement = make_announcement(starts_at=now + starts, ends_at=ends_at)

    assert (announcement in client.get("/").context["announcements"]) is seen
    assert Announcement.objects.public().exists() is seen
