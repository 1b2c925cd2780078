"""A text appears at its hour in Bangkok, everywhere at once, and no job has to run for it."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from news import publishing
from news.models import Article
from tests.factories import make_article, make_page, make_public_article, make_user, published

pytestmark = pytest.mark.django_db
BANGKOK = ZoneInfo("Asia/Bangkok")
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
MIDNIGHT = datetime(2026, 12, 5, 0, 0, tzinfo=BANGKOK)
NEW_YEAR = datetime(2027, 1, 1, 0, 0, tzinfo=BANGKOK)  # 1 มกราคม 2570
MORNING = datetime(2026, 12, 5, 9, 0, tzinfo=BANGKOK)


@contextmanager
def clock_at(moment: datetime):
    """The clock that the portal asks, stood still.

    A year's end cannot be waited for, and moving the rows instead would move the very dates that
    are tested; every reading of the time in our code passes through this one function.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: moment.astimezone(UTC))
        yield


def seen_at(moment: datetime, article: Article, client) -> set[str]:
    """Where a reader finds the article at that moment, in either language."""
    year = article.date.year + 543
    places = {
        "home": "/",
        "list": "/news/",
        "archive": f"/news/?year={year}",
        "page": article.get_absolute_url(),
        "topic": f"/news/?topic={article.topics.get().slug}",
    }
    with clock_at(moment):
        found = {
            f"{prefix}{name}"
            for name, address in places.items()
            for prefix in ("", "/en/")
            if is_told(client.get(prefix.rstrip("/") + address), article)
        }
        if Article.objects.public().filter(pk=article.pk).exists():
            found.add("query")
    return found


def is_told(response, article) -> bool:
    return response.status_code == 200 and article.title_th in response.content.decode()


EVERYWHERE = {
    f"{prefix}{name}"
    for name in ("home", "list", "archive", "page", "topic")
    for prefix in ("", "/en/")
} | {"query"}


@pytest.fixture
def scheduled(topic):
    """Publishes through the act itself, an hour and more before the hour given."""

    def at(hour: datetime, **fields) -> Article:
        article = make_article(
            title_th="ข่าวที่รอเวลา", date=hour.date(), topics=[topic], state="review", **fields
        )
        with clock_at(hour - 2 * HOUR):
            assert publishing.publish(article, by=make_user("editor"), at=hour)
        return article

    return at


@pytest.fixture
def topic():
    """A topic with something public, so that its address is there at any hour."""
    article = make_public_article(topics=[], title_th="ข่าวเก่า")
    article.publish_at = article.first_published_at = datetime(2020, 1, 1, tzinfo=UTC)
    article.save()
    return article.topics.create(name_th="หัวข้อ", slug="subject")


@pytest.mark.parametrize("hour", [MORNING, MIDNIGHT, NEW_YEAR, NEW_YEAR - MINUTE], ids=str)
@pytest.mark.parametrize(
    ("after", "everywhere"),
    [
        (-HOUR, False),
        (-SECOND, False),
        (timedelta(), True),
        (SECOND, True),
        (HOUR, True),
        (timedelta(days=2), True),
    ],
    ids=str,
)
def test_all_places_agree_before_at_and_after_the_hour(hour, after, everywhere, scheduled, client):
    article = scheduled(hour)

    assert seen_at(hour + after, article, client) == (EVERYWHERE if everywhere else set())


def test_the_new_year_is_bangkoks_not_that_of_greenwich(scheduled, client):
    article = scheduled(NEW_YEAR)

    # 17.30 of the last day of the year at Greenwich, half past midnight of the first in Bangkok.
    assert seen_at(datetime(2026, 12, 31, 17, 30, tzinfo=UTC), article, client) == EVERYWHERE
    assert seen_at(datetime(2026, 12, 31, 16, 59, tzinfo=UTC), article, client) == set()


def test_the_archive_gains_the_new_year_at_midnight(scheduled, client):
    scheduled(NEW_YEAR)

    with clock_at(NEW_YEAR - MINUTE):
        before = client.get("/news/").content
    with clock_at(NEW_YEAR):
        after = client.get("/news/").content

    year = b'href="?year=2570"'
    assert (year in before, year in after) == (False, True)


def test_a_text_of_the_old_years_last_minute_stays_in_the_old_years_archive(scheduled, client):
    article = scheduled(NEW_YEAR - MINUTE)

    with clock_at(NEW_YEAR + HOUR):
        assert is_told(client.get("/news/?year=2569"), article)
        assert not is_told(client.get("/news/?year=2570"), article)


@pytest.mark.parametrize(
    ("moment", "year", "status"),
    [
        (NEW_YEAR - MINUTE, 2570, 200),
        (NEW_YEAR - MINUTE, 2571, 404),
        (NEW_YEAR, 2571, 200),
        (NEW_YEAR, 2572, 404),
    ],
)
def test_the_years_that_may_be_asked_for_move_on_at_midnight(moment, year, status, client):
    with clock_at(moment):
        assert client.get(f"/news/?year={year}").status_code == status


@pytest.mark.parametrize("make", [make_article, make_page])
@pytest.mark.parametrize(
    ("after", "public"), [(-SECOND, False), (timedelta(), True), (SECOND, True)], ids=str
)
def test_row_and_query_change_at_the_same_moment(make, after, public):
    text = make(**published(publish_at=NEW_YEAR, first_published_at=NEW_YEAR))

    with clock_at(NEW_YEAR + after):
        assert text.is_public is public
        assert text.is_scheduled is not public
        assert type(text).objects.public().filter(pk=text.pk).exists() is public
        assert type(text).objects.scheduled().filter(pk=text.pk).exists() is not public


@pytest.mark.parametrize(
    ("after", "featured"), [(-HOUR, True), (-SECOND, True), (timedelta(), False), (HOUR, False)]
)
def test_an_article_leaves_the_place_of_honour_at_its_hour_and_stays_in_the_news(
    after, featured, client
):
    article = make_public_article(featured_until=NEW_YEAR, publish_at=NEW_YEAR - 2 * HOUR)

    with clock_at(NEW_YEAR + after):
        home = client.get("/").context

    assert (list(home["featured"]) == [article]) is featured
    assert (list(home["latest"]) == [article]) is not featured


def test_what_is_withdrawn_before_its_hour_never_appears(scheduled, client):
    article = scheduled(MORNING)
    publishing.withdraw(article, by=make_user("editor"), reason="เลื่อนงาน")

    assert seen_at(MORNING + HOUR, article, client) == set()


@pytest.mark.parametrize(
    ("hour", "prefix", "words"),
    [
        (MORNING, "", "5 ธันวาคม 2569 เวลา 09.00 น."),
        (MORNING, "/en", "5 December 2026 at 09.00 hrs."),
        (MIDNIGHT, "", "5 ธันวาคม 2569 เวลา 00.00 น."),
        (NEW_YEAR, "", "1 มกราคม 2570 เวลา 00.00 น."),
        (NEW_YEAR - MINUTE, "", "31 ธันวาคม 2569 เวลา 23.59 น."),
    ],
)
def test_the_button_says_the_hour_of_bangkok_in_the_era_of_the_page(hour, prefix, words, client):
    article = make_article(state="review", publish_at=hour)
    client.force_login(make_user("editor"))

    page = client.get(f"{prefix}/admin/news/article/{article.pk}/change/")

    labels = dict(page.context["save_buttons"])
    assert labels["_publish"].endswith(words)


def test_the_button_publishes_at_the_hour_that_it_says(client):
    author, editor = make_user("author"), make_user("editor")
    article = make_article(author=author, state="review")
    client.force_login(editor)
    form = client.get(f"/admin/news/article/{article.pk}/change/").context["adminform"].form
    typed = {
        form.add_prefix(name): form[name].value() or ""
        for name in form.fields
        if name not in ("topics", "departments", "publish_at", "featured_until", "date")
    }
    formsets = {
        f"{name}-{key}_FORMS": 0
        for name in ("photos", "attachments")
        for key in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")
    }
    typed |= formsets | {
        "date": "5 ธันวาคม 2569",
        "publish_at_0": "๕ ธันวาคม ๒๕๖๙",
        "publish_at_1": "๐๙.๐๐ น.",
        "_publish": "",
    }

    response = client.post(f"/admin/news/article/{article.pk}/change/", typed)

    assert response.status_code == 302, response.context["adminform"].form.errors
    article.refresh_from_db()
    assert (article.state, article.publish_at) == ("published", MORNING)
