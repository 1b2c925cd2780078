"""What is live is edited beside itself: readers see the old text whole, then the new one whole."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from news.editing import CARRIED, OF_THE_ORIGINAL, discard_edit, open_edit, publish_edit
from news.models import Article, Photo, Transition
from news.publishing import restore, send_back, submit, withdraw
from tests.factories import (
    make_article,
    make_attachment,
    make_department,
    make_meeting,
    make_old_address,
    make_photo,
    make_public_article,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db
ENGLISH = {"title_en": "Title", "summary_en": "", "body_en": "<p>Text</p>", "source_en": None}


@pytest.fixture
def author():
    return make_user("author")


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def article(author):
    topics, departments = [make_topic(), make_topic()], [make_department()]
    article = make_public_article(
        author=author, topics=topics, departments=departments, summary_th="สรุป", **ENGLISH
    )
    make_photo(article=article, alt_en="Handshake", order=2)
    make_photo(article=article, caption_th="คำบรรยาย", focal_x=10, order=1)
    make_attachment(article=article)
    make_old_address(article=article, path="/node/12")
    return Article.objects.get(pk=article.pk)


def row_of(article) -> dict:
    """Every column, past modeltranslation, which would answer for another language."""
    fresh = Article.objects.get(pk=article.pk)
    return {field.attname: vars(fresh)[field.attname] for field in Article._meta.concrete_fields}


def parts_of(article) -> list[dict]:
    rows = [*article.photos.all(), *article.attachments.all()]
    own = {"id", "article_id", "alt", "caption", "credit", "title"}  # the bare ones nobody reads
    return [
        {
            field.attname: str(vars(row)[field.attname])
            for field in row._meta.concrete_fields
            if field.attname not in own
        }
        for row in rows
    ]


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_edit_begins_as_a_whole_copy(language, article, author):
    before = row_of(article)

    with translation.override(language):
        edit = open_edit(article, by=author)

    assert (edit.replaces, edit.state, edit.author) == (article, "draft", author)
    carried = set(CARRIED) - {"title", "summary", "body", "source"}  # the bare ones nobody reads
    assert {name: row_of(edit)[name] for name in carried} == {
        name: before[name] for name in carried
    }
    assert parts_of(edit) == parts_of(article)
    assert set(edit.topics.all()) == set(article.topics.all())
    assert set(edit.departments.all()) == set(article.departments.all())
    assert row_of(article) == before


def test_every_column_is_either_carried_or_the_originals_own():
    columns = {field.attname for field in Article._meta.concrete_fields}

    assert set(CARRIED) | OF_THE_ORIGINAL == columns
    assert {"title_th", "title_en", "translated_from", "translated_source"} <= set(CARRIED)


def test_two_people_who_edit_find_one_edit(article, author, editor):
    edit = open_edit(article, by=author)

    assert open_edit(article, by=editor) == edit
    assert edit.transitions.get().by == author


@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_only_what_is_published_has_an_edit(state, editor):
    with pytest.raises(ValidationError):
        open_edit(make_article(state=state), by=editor)

    assert not Article.objects.exclude(replaces=None).exists()


@pytest.mark.parametrize("language", ["th", "en"])
def test_publishing_puts_the_edit_back_onto_its_original(language, article, author, editor):
    before = row_of(article)
    edit = open_edit(article, by=author)
    meeting, topic, department = make_meeting(), make_topic(), make_department()
    changed = {
        "title_th": "ชื่อใหม่",
        "title_en": "",
        "body_th": "<p>ใหม่</p>",
        "body_en": "",
        "date": date(2021, 3, 1),
    }
    Article.objects.filter(pk=edit.pk).update(**changed, meeting=meeting)
    edit.topics.set([topic])
    edit.departments.set([department])
    edit.photos.first().delete()
    make_attachment(article=edit, title_th="ภาคผนวก")
    expected = parts_of(edit)

    with translation.override(language):
        result = publish_edit(edit, by=editor, note={"th": "แก้ชื่อ", "en": "Name"})

    after = row_of(article)
    assert result == article
    assert {name: after[name] for name in changed} == changed
    assert after["meeting_id"] == meeting.pk
    kept = ("author_id", "first_published_at", "publish_at", "state", "import_key", "preview_key")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert (after["change_note_th"], after["change_note_en"]) == ("แก้ชื่อ", "Name")
    assert after["changed_at"] > timezone.now() - timedelta(minutes=1)
    assert after["version"] == before["version"] + 1
    assert parts_of(article) == expected
    assert list(article.topics.all()) == [topic]
    assert list(article.departments.all()) == [department]
    assert article.old_addresses.get().path == "/node/12"
    assert not Article.objects.filter(pk=edit.pk).exists()


def test_readers_see_no_word_of_an_edit_before_it_is_published(article, author, editor, client):
    address = article.get_absolute_url()
    before = client.get(address).content
    edit = open_edit(article, by=author)
    Article.objects.filter(pk=edit.pk).update(title_th="leak", body_th="<p>leak</p>")
    Photo.objects.filter(article=edit).update(caption_th="leak")
    assert client.get(address).content == before

    publish_edit(edit, by=editor)

    assert client.get(address).content.decode().count("leak") >= 3


def test_a_minor_correction_is_not_told(article, author, editor):
    Article.objects.filter(pk=article.pk).update(change_note_th="เดิม")
    edit = open_edit(article, by=author)

    publish_edit(edit, by=editor, minor=True, note={"th": "ใหม่"})

    article.refresh_from_db()
    assert (article.changed_at, article.change_note_th) == (None, "เดิม")


def test_readers_are_told_what_changed(article, author, editor, client):
    publish_edit(open_edit(article, by=author), by=editor, note={"th": "แก้ชื่อ", "en": ""})

    thai = client.get(article.get_absolute_url()).content.decode()
    english = client.get(f"/en/news/{article.pk}/").content.decode()

    assert ": แก้ชื่อ" in thai
    assert ': <span lang="th">แก้ชื่อ</span>' in english


def test_what_readers_have_not_seen_yet_has_not_changed_for_them(author, editor):
    hour = timezone.now() + timedelta(hours=1)
    article = make_article(
        author=author, state="published", publish_at=hour, first_published_at=hour
    )

    publish_edit(open_edit(article, by=author), by=editor)

    article.refresh_from_db()
    assert (article.changed_at, article.publish_at, article.is_scheduled) == (None, hour, True)


def test_whoever_edits_does_not_approve_alone(article, editor):
    edit = open_edit(article, by=editor)

    with pytest.raises(ValidationError):
        publish_edit(edit, by=editor)
    assert Article.objects.filter(pk=edit.pk).exists()

    assert publish_edit(edit, by=editor, override=True) == article
    assert article.transitions.first().comment


def test_an_editor_alone_with_the_own_article_stays_marked(editor):
    own = make_public_article(author=editor)

    publish_edit(open_edit(own, by=editor), by=editor, override=True)
    own.refresh_from_db()
    assert own.awaits_confirmation

    publish_edit(open_edit(own, by=make_user("author")), by=editor)
    own.refresh_from_db()
    assert not own.awaits_confirmation


@pytest.mark.parametrize(
    "lacking", [{"date": None}, {"body_th": "", "body_en": ""}], ids=["date", "text"]
)
def test_an_edit_that_is_not_fit_changes_nothing(lacking, article, author, editor):
    before, edit = row_of(article), open_edit(article, by=author)
    Article.objects.filter(pk=edit.pk).update(**lacking)

    with pytest.raises(ValidationError):
        publish_edit(edit, by=editor)

    assert row_of(article) == before
    assert article.photos.count() == edit.photos.count() == 2


def test_an_edit_does_not_bring_back_what_was_withdrawn(article, author, editor):
    edit = open_edit(article, by=author)
    withdraw(article, by=editor, reason="ผิด")
    before = row_of(article)

    with pytest.raises(ValidationError):
        publish_edit(edit, by=editor)
    assert row_of(article) == before

    restore(article, by=editor)
    assert publish_edit(edit, by=editor) == article


def test_publishing_an_edit_twice_happens_once(article, author, editor):
    edit = open_edit(article, by=author)
    as_a_colleague_sees_it = Article.objects.get(pk=edit.pk)
    publish_edit(edit, by=editor)

    assert publish_edit(as_a_colleague_sees_it, by=editor) is None
    assert article.transitions.filter(act="publish").count() == 1


def test_no_comment_of_an_edit_is_lost(article, author, editor):
    edit = open_edit(article, by=author)
    submit(edit, by=author, comment="ตรวจด้วย")
    send_back(edit, by=editor, comment="แก้วันที่")
    submit(edit, by=author)

    publish_edit(edit, by=editor)

    acts = list(article.transitions.order_by("pk").values_list("act", "comment"))
    assert [act for act, _comment in acts] == ["revise", "submit", "return", "submit", "publish"]
    assert {"ตรวจด้วย", "แก้วันที่"} <= {comment for _act, comment in acts}
    assert set(LogEntry.objects.values_list("object_id", flat=True)) == {str(article.pk)}


def test_a_discarded_edit_leaves_the_text_and_its_timeline(article, author):
    before, edit = row_of(article), open_edit(article, by=author)
    Article.objects.filter(pk=edit.pk).update(title_th="ทิ้ง")

    assert discard_edit(edit, by=author) == article
    assert discard_edit(edit, by=author) is None

    assert row_of(article) == before
    assert article.photos.count() == 2
    assert Transition.objects.get(article=article).act == "revise"
    assert not Article.objects.exclude(replaces=None).exists()


def test_a_picture_dropped_from_an_edit_still_stands_where_readers_see_it(article, author, client):
    edit = open_edit(article, by=author)
    picture = edit.photos.first().image
    edit.photos.all().delete()

    response = client.get(picture.url)

    assert response.status_code == 200
    assert b"".join(response)  # which also closes the file


def test_a_picture_that_only_an_edit_has_is_closed_to_readers(article, author, editor, client):
    edit = open_edit(article, by=author)
    added = make_photo(article=edit)
    assert client.get(added.image.url).status_code == 404

    publish_edit(edit, by=editor)

    response = client.get(added.image.url)
    assert response.status_code == 200
    assert b"".join(response)
