from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from news import editing, publishing
from news.models import Article, Photo
from news.translating import (
    Kind,
    digest,
    first_rightness,
    listed_state,
    mark_right,
    note_change,
    save_translation,
    state_of,
    with_state,
)
from tests.factories import (
    make_article,
    make_photo,
    make_public_article,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db

ENGLISH = {"title_en": "Sister cities", "body_en": "<p>They met.</p>"}


def make_translated(make=make_public_article, **fields) -> Article:
    article = make(**ENGLISH | fields)
    vars(article).update(first_rightness(article))
    article.save()
    return article


@pytest.mark.parametrize(
    ("column", "text", "is_another"),
    [
        ("title_th", "ชื่อใหม่", True),
        ("summary_th", "ย่อใหม่", True),
        ("body_th", "<p>เนื้อใหม่</p>", True),
        ("body_th", "<p>เนื้อ <strong>ข่าว</strong></p>", True),
        ("body_th", '<p style="color:red">เนื้อข่าว</p>', False),
        ("title_th", "  ชื่อข่าว ", False),
        ("summary_th", None, False),
        ("title_en", "Title", False),
        ("summary_en", "Summary", False),
        ("body_en", "<p>Text</p>", False),
        ("source_th", "สำนักข่าว", False),
        ("date", date(2021, 1, 1), False),
        ("holds_translation_back", True, False),
    ],
)
def test_the_digest_is_that_of_what_the_source_says(column, text, is_another):
    fields = {"title_th": "ชื่อข่าว", "summary_th": "", "body_th": "<p>เนื้อข่าว</p>"}
    before = digest(Article(**fields))
    article = Article(**fields)
    vars(article)[column] = text
    assert (digest(article) != before) is is_another


def test_an_article_written_in_english_is_known_by_its_english():
    article = Article(source_language="en", **ENGLISH)
    before = digest(article)
    article.title_th = "เมืองพี่เมืองน้อง"
    assert digest(article) == before
    article.title_en = "Twin towns"
    assert digest(article) != before


STATES = {
    "nothing": ({}, Kind.MISSING),
    "title-only": ({"title_en": "Title"}, Kind.WRITING),
    "never-judged": (ENGLISH, Kind.WRITING),
    "held-back": (
        ENGLISH | {"translated_from": "right", "holds_translation_back": True},
        Kind.WRITING,
    ),
    "right": (ENGLISH | {"translated_from": "right"}, Kind.CURRENT),
    "moved": (
        ENGLISH
        | {
            "translated_from": "another",
            "translated_source": {"outdated_since": "2020-02-14T03:00:00+00:00"},
        },
        Kind.OUTDATED,
    ),
    "emptied": ({"translated_from": "right"}, Kind.MISSING),
}


@pytest.mark.parametrize(("fields", "kind"), STATES.values(), ids=STATES)
@pytest.mark.parametrize("source", ["th", "en"])
def test_text_and_database_tell_the_same_state(source, fields, kind):
    texts = {"title_th": "ชื่อ", "body_th": "<p>ข่าว</p>"} | fields
    if source == "en":
        swap = {"th": "en", "en": "th"}
        texts = {
            f"{name[:-3]}_{swap[name[-2:]]}" if name[-3:] in {"_th", "_en"} else name: value
            for name, value in texts.items()
        } | {"title_th": texts.get("title_en", ""), "body_th": texts.get("body_en", "")}
    article = make_article(source_language=source, **texts)
    if article.translated_from == "right":
        article.translated_from = digest(article)
        article.save()

    row = with_state(Article.objects.filter(pk=article.pk)).get()
    assert state_of(article).kind == kind
    assert listed_state(row) == state_of(article)


def test_an_outdated_translation_tells_since_when():
    article = make_article(**STATES["moved"][0])
    assert "14 ก.พ. 63" in str(state_of(article))


def test_publishing_both_languages_whole_makes_the_translation_right():
    article = make_article(**ENGLISH)
    publishing.publish(article, by=make_user("editor"))
    assert state_of(article).kind == Kind.CURRENT


def test_publishing_without_the_other_language_makes_nothing_right():
    for fields in ({}, {"title_en": "Title"}, ENGLISH | {"holds_translation_back": True}):
        article = make_article(**fields)
        publishing.publish(article, by=make_user("editor"))
        assert article.translated_from == ""


def test_what_is_held_back_does_not_make_an_article_fit_for_readers():
    article = make_article(body_th="", holds_translation_back=True, **ENGLISH)
    with pytest.raises(ValidationError):
        publishing.publish(article, by=make_user("editor"))


def test_a_change_of_the_source_dates_the_translation_and_the_way_back_forgets_it():
    article = make_translated()
    said = article.title_th
    article.title_th = "ชื่อใหม่"
    note_change(article)
    first = state_of(article)
    note_change(article)
    assert first.kind == Kind.OUTDATED
    assert first.since
    assert state_of(article) == first
    article.title_th = said
    note_change(article)
    assert state_of(article).kind == Kind.CURRENT
    assert "outdated_since" not in article.translated_source


def test_a_change_without_effect_keeps_right_what_was_right_and_no_more():
    article = make_translated(title_th="ก")
    article.title_th = "ข"
    note_change(article, is_right=True)
    assert state_of(article).kind == Kind.CURRENT
    article.title_th = "ค"
    note_change(article)
    article.title_th = "ง"
    note_change(article, is_right=True)
    assert state_of(article).kind == Kind.OUTDATED


def test_saving_the_translation_never_makes_it_outdated():
    article = make_translated()
    for text in ("One", "Two"):
        texts = {"title": text, "body": f"<p>{text}</p>"}
        assert save_translation(article, by=make_user(), texts=texts, is_ready=False)
        assert state_of(article).kind == Kind.CURRENT
        assert article.title_en == text
    assert article.version == 2


def test_only_what_is_whole_is_ready():
    article, by = make_public_article(), make_user()
    with pytest.raises(ValidationError):
        save_translation(article, by=by, texts={"title": "T", "body": "<p></p>"}, is_ready=True)
    with pytest.raises(ValidationError):
        mark_right(article, by=by)
    article.refresh_from_db()
    assert not article.title_en


def test_a_first_unfinished_translation_is_held_back_until_it_is_ready():
    article, by = make_public_article(), make_user()
    texts = {"title": "Half", "body": ""}
    save_translation(article, by=by, texts=texts, is_ready=False)
    assert article.holds_translation_back
    save_translation(article, by=by, texts=texts | {"body": "<p>Whole</p>"}, is_ready=True)
    assert not article.holds_translation_back
    assert state_of(article).kind == Kind.CURRENT


def test_checked_still_right_makes_an_outdated_translation_current():
    article = make_translated()
    article.title_th = "ชื่อใหม่"
    note_change(article)
    article.save()
    assert mark_right(article, by=make_user())
    assert state_of(article).kind == Kind.CURRENT
    assert article.translated_source["title"] == "ชื่อใหม่"


def test_who_saves_on_an_older_version_writes_nothing():
    article = make_translated()
    stale = Article.objects.get(pk=article.pk)
    by = make_user()
    save_translation(article, by=by, texts={"title": "First"}, is_ready=False)
    assert not save_translation(stale, by=by, texts={"title": "Second"}, is_ready=False)
    assert not mark_right(stale, by=by)
    assert Article.objects.get(pk=article.pk).title_en == "First"


def test_words_of_photos_are_kept_for_this_article_only():
    article, other = make_translated(), make_photo()
    photo = make_photo(article=article)
    words = {photo.pk: {"alt": "Handshake"}, other.pk: {"alt": "Stolen"}}
    save_translation(article, by=make_user(), texts={}, photos=words, is_ready=False)
    assert Photo.objects.get(pk=photo.pk).alt_en == "Handshake"
    assert not Photo.objects.get(pk=other.pk).alt_en


def test_a_translation_saved_during_an_open_edit_survives_its_publication():
    article = make_translated(title_th="เดิม")
    make_photo(article=article)
    author, editor = make_user("editor"), make_user("editor")
    edit = editing.open_edit(article, by=author)
    article.refresh_from_db()
    words = {article.photos.get().pk: {"alt": "Handshake"}}
    texts = {"title": "Mended", "body": "<p>Mended</p>"}
    save_translation(article, by=make_user(), texts=texts, photos=words, is_ready=True)
    edit.refresh_from_db()
    edit.title_th = "ใหม่"
    edit.save()
    editing.publish_edit(edit, by=editor)
    article.refresh_from_db()
    assert (article.title_th, article.title_en) == ("ใหม่", "Mended")
    assert article.photos.get().alt_en == "Handshake"
    row = with_state(Article.objects.filter(pk=article.pk)).get()
    assert state_of(article).kind == Kind.OUTDATED
    assert listed_state(row).kind == Kind.OUTDATED


# --- readers -----------------------------------------------------------------------------------


@pytest.fixture
def held_back(client):
    """An article whose English nobody may read yet, on the pages that would show it."""
    topic = make_topic()
    common = {"topics": [topic], "summary_en": "Hushed summary", "title_th": "ข่าวภาษาไทย"}
    texts = {
        "title_en": "Hushed title",
        "body_en": "<p>Hushed body</p>",
        "source_en": "Hushed source",
    }
    article = make_public_article(holds_translation_back=True, **common, **texts)
    make_photo(article=article, alt_en="Hushed alt", caption_en="Hushed caption")
    related = make_public_article(topics=[topic])
    with translation.override("en"):
        pages = [article, related]
        return [reverse("home"), reverse("news:articles"), *(p.get_absolute_url() for p in pages)]


def test_what_is_held_back_is_on_no_page_of_readers(client, held_back):
    for address in held_back:
        shown = client.get(address).content.decode()
        assert "Hushed" not in shown, address
        assert "ข่าวภาษาไทย" in shown, address


def test_a_reader_of_an_outdated_translation_is_told(client):
    article = make_translated()
    Article.objects.filter(pk=article.pk).update(title_th="ชื่อใหม่")
    with translation.override("en"):
        english = article.get_absolute_url()
    with translation.override("th"):
        thai = article.get_absolute_url()
    notice = b"This translation may be older than the Thai text."
    assert notice in client.get(english).content
    assert notice not in client.get(thai).content
    Article.objects.filter(pk=article.pk).update(title_th=article.title_th)
    assert notice not in client.get(english).content
