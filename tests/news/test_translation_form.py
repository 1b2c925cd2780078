"""What the ordinary form of an article does to its translation."""

import pytest

from news.bringing_back import bring_back
from news.history import Snapshot
from news.models import Article
from news.translating import Kind, rightness, state_of, with_state
from tests.factories import make_article, make_public_article
from tests.news.test_publishing_desk import Desk
from tests.news.test_translating import make_translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    return Desk(client, "editor")


def kinds(article) -> set[str]:
    """By the texts and by the database."""
    row = with_state(Article.objects.filter(pk=article.pk)).get()
    return {str(state_of(row).kind), row.translation}


def test_an_edit_of_the_english_alone_never_makes_it_outdated(desk):
    article = make_translated(make_article)
    english = {"title_en": "Twin towns", "summary_en": "Summary", "body_en": "<p>Other</p>"}
    desk.press(article, "_save", **english)
    article.refresh_from_db()
    assert article.title_en == "Twin towns"
    assert kinds(article) == {Kind.CURRENT}


def test_an_edit_of_the_thai_makes_the_english_outdated(desk):
    article = make_translated(make_article)
    desk.press(article, "_save", title_th="ชื่อใหม่")
    assert kinds(article) == {Kind.OUTDATED}
    article.refresh_from_db()
    assert state_of(article).since


def test_an_edit_without_effect_on_the_translation_is_said_to_be_so(desk):
    article = make_translated(make_article)
    desk.press(article, "_save", title_th="ชื่อใหม่", _translation_is_right="1")
    article.refresh_from_db()
    assert article.title_th == "ชื่อใหม่"
    assert kinds(article) == {Kind.CURRENT}


def test_the_form_asks_for_the_effect_only_where_a_translation_is_right(desk):
    box = "input[name=_translation_is_right]"
    assert desk.open(make_translated(make_article)).select_one(box)
    assert not desk.open(make_article()).select_one(box)
    assert not desk.open(make_translated(make_public_article)).select_one(box)


def test_an_editor_publishes_one_language_first(desk):
    article = make_translated(make_article)
    desk.press(article, "_publish", holds_translation_back="on")
    article.refresh_from_db()
    assert article.is_public
    assert article.hidden_languages == {"en"}
    assert kinds(article) == {Kind.WRITING}


@pytest.mark.parametrize(("is_judged", "kind"), [(True, Kind.CURRENT), (False, Kind.WRITING)])
def test_an_earlier_version_comes_back_with_its_translation_as_it_stood(is_judged, kind, desk):
    article = (make_translated if is_judged else make_article)(title_en="A", body_en="<p>a</p>")
    before = Snapshot.of_now(article)
    article.title_th = "ชื่อใหม่"
    vars(article).update(rightness(article))
    article.save()
    bring_back(article, before, by=desk.user)
    assert kinds(article) == {kind}
