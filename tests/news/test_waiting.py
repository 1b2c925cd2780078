"""The start page of the desk: what waits for whom."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news import publishing, waiting
from news.models import Article, Transition
from news.waiting import PILES, piles_of, top_of
from tests.factories import make_article, make_public_article, make_user, published

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
START = "/admin/"


def piles(client) -> dict[str, tuple[int, list[Article]]]:
    """What the start page shows whoever is logged in."""
    shown = client.get(START).context["waiting"]
    return {heap.pile.key: (heap.total, heap.articles) for heap in shown}


def submitted(author) -> Article:
    article = make_article(author=author)
    publishing.submit(article, by=author)
    return article


def touched(article, days_ago: int):
    LogEntry.objects.log_actions(article.author_id, [article], CHANGE, "", single_object=True)
    LogEntry.objects.update(action_time=timezone.now() - timedelta(days=days_ago))


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        ("author", ["returned", "edits", "ageing", "scheduled"]),
        ("editor", ["review", "confirm", "returned", "edits", "ageing", "scheduled"]),
        ("secretary", ["returned", "edits", "ageing", "scheduled"]),
        ("translator", ["outdated", "translate"]),
        ("administrator", []),
    ],
)
def test_a_role_is_shown_its_own_piles(role, keys):
    assert [pile.key for pile in piles_of(make_user(role))] == keys


@pytest.mark.parametrize(
    ("role", "shortcuts"),
    [
        ("author", [True, False]),
        ("editor", [True, False]),
        ("secretary", [True, True]),
        ("translator", [False, False]),
        ("administrator", [False, False]),
    ],
)
def test_the_shortcuts_are_those_that_a_role_may_take(role, shortcuts, client):
    client.force_login(make_user(role))

    page = client.get(START).content.decode()

    addresses = ["/admin/news/article/add/", "/admin/committees/meeting/add/"]
    assert [f'class="button" href="{address}"' in page for address in addresses] == shortcuts


def test_a_submitted_text_waits_for_editors_but_not_for_its_own_author():
    author, editor = make_user("editor"), make_user("editor")
    article = submitted(author)
    make_article()

    assert list(waiting.to_review(editor)) == [article]
    assert list(waiting.to_review(author)) == []


def test_an_author_sees_what_was_returned_and_why_until_it_is_submitted_again(client):
    author, editor = make_user("author"), make_user("editor")
    article = submitted(author)
    publishing.send_back(article, by=editor, comment="วันที่ไม่ตรงกับ <วัน>")
    make_article(author=author)
    client.force_login(author)

    assert piles(client)["returned"] == (1, [article])
    assert "วันที่ไม่ตรงกับ &lt;วัน&gt;" in client.get(START).content.decode()

    publishing.submit(article, by=author)

    assert piles(client)["returned"] == (0, [])


def test_what_was_returned_to_a_colleague_is_not_mine():
    article = submitted(make_user("author"))
    publishing.send_back(article, by=make_user("editor"), comment="แก้")

    assert list(waiting.returned_to(make_user("author"))) == []


@pytest.mark.parametrize(("days", "waits"), [(0, False), (13, False), (15, True), (400, True)])
def test_a_draft_ages_when_its_author_leaves_it_for_two_weeks(days, waits):
    author = make_user("author")
    article = make_article(author=author)
    touched(article, days)

    assert list(waiting.ageing_drafts(author)) == ([article] if waits else [])


def test_the_last_touch_counts_and_only_drafts_age():
    author = make_user("author")
    for state in ("draft", "review"):
        touched(make_article(author=author, state=state), 30)
    draft = Article.objects.get(state="draft")
    assert list(waiting.ageing_drafts(author)) == [draft]

    LogEntry.objects.log_actions(author.pk, [draft], CHANGE, "", single_object=True)

    assert list(waiting.ageing_drafts(author)) == []


def test_an_open_edit_waits_for_whoever_began_it():
    author = make_user("author")
    edit = make_article(author=author, replaces=make_public_article(author=author))
    make_article(author=author)
    make_article(replaces=make_public_article())

    assert list(waiting.open_edits(author)) == [edit]


def test_an_editor_sees_all_that_is_scheduled_and_an_author_his_own(client):
    author, editor = make_user("author"), make_user("editor")
    later, sooner = (
        make_article(author=by, **published(publish_at=timezone.now() + wait))
        for by, wait in [(author, 2 * HOUR), (make_user("author"), HOUR)]
    )
    make_public_article(author=author)

    assert list(waiting.scheduled(editor)) == [sooner, later]
    assert list(waiting.scheduled(author)) == [later]


def test_the_hour_of_what_is_scheduled_is_shown_in_the_buddhist_era(client):
    hour = datetime(2099, 12, 31, 23, 30, tzinfo=timezone.get_default_timezone())
    make_article(**published(publish_at=hour))
    client.force_login(make_user("editor"))

    assert "31 ธันวาคม 2642 เวลา 23.30 น." in client.get(START).content.decode()


@pytest.mark.parametrize(
    ("state", "approved", "confirmed", "waits"),
    [
        ("published", "author", None, True),
        ("published", "author", "other", False),
        ("published", "other", "author", False),
        ("published", None, None, False),
        ("draft", "author", None, False),
        ("withdrawn", "author", None, False),
    ],
)
def test_row_and_query_agree_on_what_awaits_confirmation(state, approved, confirmed, waits):
    people = {"author": make_user("editor"), "other": make_user("editor"), None: None}
    article = make_article(
        **published(state=state),
        author=people["author"],
        approved_by=people[approved],
        confirmed_by=people[confirmed],
    )

    assert article.awaits_confirmation is waits
    assert waiting.unconfirmed().exists() is waits
    assert waiting.to_confirm(people["other"]).exists() is waits
    assert not waiting.to_confirm(people["author"]).exists()


def test_empty_piles_say_so_kindly(client):
    user = make_user("editor")
    client.force_login(user)

    page = client.get(START).content.decode()

    assert all(str(pile.empty) in page for pile in piles_of(user))


def test_a_pile_counts_all_and_shows_the_first_few(client):
    editor, author = make_user("editor"), make_user("author")
    for _number in range(7):
        submitted(author)
    client.force_login(editor)

    total, shown = piles(client)["review"]

    assert (total, len(shown)) == (7, waiting.SHOWN)


@pytest.mark.parametrize("pile", PILES, ids=lambda pile: pile.key)
def test_the_list_behind_a_pile_holds_the_same_rows(pile, boss, client):
    everything_waits(boss, rows=1)
    client.force_login(boss)
    total, shown = top_of(pile, boss)

    listed = client.get(f"/admin/news/article/?waiting={pile.key}").context["cl"].result_list

    assert shown
    assert len(listed) == total
    assert set(shown) <= set(listed)


def outdated_english(**fields) -> dict:
    since = {"outdated_since": datetime(2026, 11, 1, 9, tzinfo=UTC).isoformat()}
    was_right = {"title_en": "News", "body_en": "<p>Text</p>", "translated_from": "0" * 64}
    return was_right | {"translated_source": since} | fields


@pytest.mark.parametrize(
    ("fields", "pile"),
    [
        ({}, "translate"),
        ({"title_en": "News"}, "translate"),
        ({"title_en": "News", "body_en": "<p>Text</p>"}, "translate"),
        (outdated_english(), "outdated"),
        (outdated_english(translated_source={}), None),
        (outdated_english(state="draft"), None),
        ({"state": "draft"}, None),
        ({"state": "withdrawn"}, None),
        ({"state": "published", "publish_at": datetime(2099, 1, 1, tzinfo=UTC)}, "translate"),
        ({"source_language": "en", "title_en": "News", "body_en": "<p>Text</p>"}, None),
        ({"source_language": "en", "title_en": "News", "title_th": "", "body_th": ""}, "translate"),
    ],
)
def test_a_translator_sees_what_is_published_and_not_right_in_both_languages(fields, pile, client):
    was_right = {"translated_from": "0" * 64} if fields.get("source_language") == "en" else {}
    article = make_article(**published(**was_right | fields))
    client.force_login(make_user("translator"))

    assert piles(client) == {
        key: (1, [article]) if key == pile else (0, []) for key in ("outdated", "translate")
    }


def test_a_translator_reads_since_when_a_translation_is_out_of_date(client):
    make_public_article(**outdated_english())
    client.force_login(make_user("translator"))

    assert "1 พ.ย. 69" in client.get(START).content.decode()


@pytest.fixture
def boss():
    """Somebody for whom every pile is."""
    return make_user(is_superuser=True)


def everything_waits(editor, rows: int):
    """Something on every pile of an editor who also writes."""
    other = make_user("author")
    for _number in range(rows):
        make_article(author=other, state="review")
        make_article(author=other, approved_by=other, **published())
        returned = make_article(author=editor)
        Transition.objects.create(
            article=returned, act="return", from_state="review", to_state="draft",
            by=other, comment="แก้",
        )  # fmt: skip
        live = make_public_article(approved_by=editor, confirmed_by=other)
        make_article(author=editor, replaces=live)
        aged = make_article(author=editor)
        LogEntry.objects.log_actions(editor.pk, [aged], CHANGE, "", single_object=True)
        make_article(**published(publish_at=timezone.now() + HOUR))
        make_public_article(**outdated_english())
    LogEntry.objects.update(action_time=timezone.now() - timedelta(days=20))


def test_the_start_page_asks_as_often_for_many_rows_as_for_one(boss, client):
    client.force_login(boss)
    client.get(START)  # the kinds of content are remembered from here on
    asked = []
    for rows in (0, 1, 30):
        everything_waits(boss, rows)
        with CaptureQueriesContext(connection) as queries:
            client.get(START)
        asked.append(len(queries))

    # Session and user; one for each pile; the log of one's own acts.
    assert asked == [2 + len(PILES) + 1] * 3
