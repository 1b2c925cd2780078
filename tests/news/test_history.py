"""Every save of a text is kept, with who and why, and any two versions are compared."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from reversion.models import Version

from iad.thai.dates import be_year
from news import editing, publishing
from news.history import Kept, Snapshot, differences, keep, versions_of
from tests.factories import (
    make_article,
    make_attachment,
    make_department,
    make_page,
    make_photo,
    make_public_article,
    make_topic,
    make_user,
)
from tests.news.desk_forms import address, fields_of, main_part, save, send
from tests.pictures import WHOLE, encoded, two_coloured

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("editor", first_name="สมศรี")
    client.force_login(user)
    return user


def changed_columns(text) -> set[str]:
    """What the newest version changed."""
    after, before = (Snapshot.of_version(version) for version in versions_of(text)[:2])
    return {one.column.field.name for one in differences(type(text), before, after)}


# --- what is kept ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        {"title_th": "หัวเรื่องใหม่"},
        {"body_en": "<p>Only the English text was changed.</p>"},
        {"summary_en": "A short word"},
        {"photos-0-caption_th": "คำบรรยายใหม่"},
        {"photos-0-alt_en": "Two people shake hands"},
        {"attachments-0-title_en": "Programme"},
    ],
    ids=lambda typed: next(iter(typed)),
)
def test_a_change_of_one_column_is_in_the_history(typed, editor, client):
    article = make_article()
    make_photo(article=article)
    make_attachment(article=article)

    save(client, article, **typed)

    assert changed_columns(article) == {name.rpartition("-")[2] for name in typed}
    newest = versions_of(article).first()
    assert (newest.revision.user, newest.revision.comment) == (editor, Kept.SAVED)


def test_topics_and_departments_are_in_the_history(editor, client):
    article, topic, department = make_article(), make_topic(), make_department()

    save(client, article, topics=[topic.pk], departments=[department.pk])

    assert changed_columns(article) == {"topics", "departments"}


def test_a_photo_added_and_one_removed_are_in_the_history(editor, client):
    article = make_article()
    old = make_photo(article=article)
    change = address("change", article.pk)

    fields = fields_of(client.get(change)) | {"photos-TOTAL_FORMS": "2", "photos-0-DELETE": "on"}
    new = {
        "photos-1-order": "1",
        "photos-1-alt_th": "ใหม่",
        "photos-1-focal_x": "50",
        "photos-1-focal_y": "50",
        "photos-1-image": SimpleUploadedFile("new.jpg", WHOLE),
    }
    assert send(client, change, fields, **new).status_code == 302

    after, before = (Snapshot.of_version(version) for version in versions_of(article))
    assert list(before.parts["photos"]) == [old.pk]
    assert [row["alt_th"] for row in after.parts["photos"].values()] == ["ใหม่"]


def test_what_stood_before_the_first_save_at_the_desk_is_kept_too(editor, client):
    article = make_article(title_th="นำเข้ามา")

    save(client, article, title_th="แก้ที่โต๊ะ")

    reasons = [version.revision.comment for version in versions_of(article)]
    assert reasons == [Kept.SAVED, Kept.BEFORE]
    assert versions_of(article).last().field_dict["title_th"] == "นำเข้ามา"


def test_a_page_is_kept(client):
    client.force_login(make_user("administrator"))
    page = make_page(state="draft", publish_at=None)

    save(client, page, body_en="<p>English</p>")

    assert changed_columns(page) == {"body_en"}


def test_an_act_is_in_the_history_with_its_comment(editor):
    article = make_article(state="review", author=make_user("author"))

    publishing.send_back(article, by=editor, comment="โปรดเพิ่มวันที่")

    newest = versions_of(article).first()
    assert newest.revision.comment == "return\nโปรดเพิ่มวันที่"
    assert newest.field_dict["state"] == "draft"


def test_an_edit_put_back_changes_what_was_edited_and_keeps_what_stood_before(editor):
    article = make_public_article(title_th="เดิม")
    make_photo(article=article, caption_th="ภาพหมู่")
    edit = editing.open_edit(article, by=make_user("author"))
    edit.title_th = "ใหม่"
    edit.save()

    editing.publish_edit(edit, by=editor)

    assert changed_columns(article) == {"title_th"}, "the photos are the same files in new rows"
    titles = [version.field_dict["title_th"] for version in versions_of(article)]
    assert titles == ["ใหม่", "เดิม"]


def test_looking_at_a_form_keeps_nothing(editor, client):
    client.get(address("change", make_article().pk))

    assert not Version.objects.exists()


# --- what is shown -----------------------------------------------------------------------------


def test_the_history_tells_who_when_and_what(editor, client):
    article = make_article(author=editor)
    save(client, article, title_th="หัวเรื่องใหม่")
    publishing.submit(article, by=editor, comment="ตรวจด้วย")

    page = main_part(client, address("history", article.pk))

    newest, saved, _first = page.select("table tbody tr")
    assert "ตรวจด้วย" in newest.get_text()
    assert "สมศรี" in saved.get_text() or editor.username in saved.get_text()
    assert [item.get_text() for item in saved.select("li")] == ["ชื่อเรื่อง (ภาษาไทย)"]
    assert str(be_year(timezone.localdate())) in saved.time.get_text()
    assert page.select_one(".timeline"), "the timeline of the acts stands above it"


def test_a_text_that_nobody_changed_at_the_desk_has_an_empty_history(editor, client):
    assert not main_part(client, address("history", make_article().pk)).select("table")


def test_two_versions_are_compared_in_both_languages_whichever_is_named_first(editor, client):
    article = make_article(body_th="<p>การประชุมครั้งแรก</p>", body_en="<p>First</p>")
    topic = make_topic(name_th="เมืองพี่น้อง")
    save(client, article, body_th="<p>การประชุมครั้งที่สอง</p>", topics=[topic.pk])
    save(client, article, body_en="<p>Second</p>")
    newest, _middle, oldest = (version.pk for version in versions_of(article))

    where = address("compare", article.pk)
    there = main_part(client, f"{where}?one={oldest}&other={newest}")
    back = main_part(client, f"{where}?one={newest}&other={oldest}")

    assert str(there.table) == str(back.table)
    removed = [change.get_text() for change in there.select("del")]
    added = [change.get_text() for change in there.select("ins")]
    assert any("แรก" in text for text in removed)
    assert any("สอง" in text for text in added)
    assert any("Second" in text for text in added)
    assert "เมืองพี่น้อง" in there.table.get_text()


def test_a_replaced_picture_is_shown_beside_the_new_one(editor, client):
    article = make_article()
    photo = make_photo(article=article)
    other = encoded(two_coloured((300, 200)), "PNG").getvalue()
    old = photo.image.name
    save(client, article, **{"photos-0-image": SimpleUploadedFile("two.png", other)})
    new, before = (version.pk for version in versions_of(article))

    page = main_part(client, f"{address('compare', article.pk)}?one={before}&other={new}")

    pictures = [client.get(image["src"]) for image in page.select("table img")]
    assert [answer["Content-Type"] for answer in pictures] == ["image/jpeg", "image/png"]
    assert [b"".join(answer) for answer in pictures][1][:4] == b"\x89PNG"
    assert default_storage.exists(old)


def test_a_file_of_another_article_is_no_file_of_this_one(editor, client):
    article, other = make_article(), make_photo()
    save(client, article, title_th="ใหม่")
    save(client, other.article, title_th="ใหม่")

    stolen = client.get(address("kept_file", article.pk, other.image.name))
    own = client.get(address("kept_file", other.article_id, other.image.name))

    assert (stolen.status_code, own.status_code) == (404, 200)
    own.close()


@pytest.mark.parametrize("number", ["", "x", "0", "99999999"])
def test_a_version_that_is_none_of_this_text_is_not_found(number, editor, client):
    article, other = make_article(), make_article()
    save(client, article, title_th="ใหม่")
    save(client, other, title_th="ใหม่")
    own, foreign = versions_of(article).first().pk, versions_of(other).first().pk

    for one in (number, foreign):
        where = f"{address('compare', article.pk)}?one={own}&other={one}"
        assert client.get(where).status_code == 404


@pytest.mark.parametrize("screen", ["history", "compare", "deleted"])
def test_who_may_not_read_the_desk_reads_no_history(screen, client):
    client.force_login(make_user())
    keep(article := make_article(), by=None, what=Kept.SAVED)
    number = versions_of(article).first().pk

    where = address(screen) if screen == "deleted" else address(screen, article.pk)

    assert client.get(f"{where}?one={number}&other={number}").status_code == 403
