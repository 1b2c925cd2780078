"""An earlier version is brought back, a deleted draft recovered, what was public not deleted."""

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from news import publishing
from news.history import Kept, Snapshot, differences, keep, versions_of
from news.models import Article, Photo
from tests.factories import (
    make_article,
    make_attachment,
    make_page,
    make_photo,
    make_public_article,
    make_topic,
    make_user,
)
from tests.news.desk_forms import address, main_part, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("editor", first_name="สมศรี")
    client.force_login(user)
    return user


# --- brought back ------------------------------------------------------------------------------


def bring_back(client, text, version, model="article"):
    return client.post(address("bring_back", text.pk, version.pk, model=model))


def test_an_earlier_version_is_brought_back_whole(editor, client):
    topic = make_topic()
    article = make_article(title_th="เดิม", title_en="Before", topics=[topic])
    photo = make_photo(article=article, caption_th="คำบรรยายเดิม")
    make_attachment(article=article)
    earlier = Snapshot.of_now(article)
    save(client, article, title_th="ใหม่", title_en="", topics=[], **{"photos-0-DELETE": "on"})
    article.attachments.update(title_th="อื่น")
    keep(article, by=editor, what=Kept.SAVED)

    bring_back(client, article, versions_of(article).last())

    now = Snapshot.of_now(article)
    again = article.photos.get()
    assert (again.image.name, again.width) == (photo.image.name, photo.width)
    now.parts["photos"][photo.pk] = now.parts["photos"].pop(again.pk)
    assert differences(Article, earlier, now) == []
    assert versions_of(article).first().revision.comment == Kept.EARLIER


def test_bringing_back_is_a_save_that_an_open_form_hears_of(editor, client):
    article = make_article(title_th="เดิม")
    save(client, article, title_th="ใหม่")

    bring_back(client, article, versions_of(article).last())

    number = article.version
    article.refresh_from_db()
    assert (article.title_th, article.version) == ("เดิม", number + 1)


def test_what_is_live_stays_and_its_open_edit_gets_the_earlier_text(editor, client):
    article = make_article(title_th="เดิม", author=make_user("author"))
    save(client, article, title_th="ใหม่")
    publishing.publish(article, by=editor)

    bring_back(client, article, versions_of(article).last())

    article.refresh_from_db()
    assert (article.title_th, article.state) == ("ใหม่", "published")
    assert Article.objects.get(replaces=article).title_th == "เดิม"


def test_bringing_back_leaves_the_state_to_the_acts(editor, client):
    article = make_article(title_th="เดิม", author=make_user("author"))
    save(client, article, title_th="ใหม่")
    publishing.submit(article, by=article.author)

    bring_back(client, article, versions_of(article).last())

    article.refresh_from_db()
    assert (article.title_th, article.state) == ("เดิม", "review")


def test_who_may_not_change_a_text_brings_nothing_back(client):
    article = make_article(title_th="เดิม")
    keep(article, by=None, what=Kept.SAVED)
    Article.objects.filter(pk=article.pk).update(title_th="ใหม่")
    version = versions_of(article).first()

    for role in ("author", "translator", "secretary"):
        client.force_login(make_user(role))
        assert bring_back(client, article, version).status_code == 403
    client.force_login(make_user("editor"))
    assert client.get(address("bring_back", article.pk, version.pk)).status_code == 405

    article.refresh_from_db()
    assert article.title_th == "ใหม่"


def test_a_page_is_brought_back_and_keeps_to_its_rules(client):
    client.force_login(make_user("administrator"))
    page = make_page(slug="one")
    save(client, page, slug="two")
    make_page(slug="one")

    taken = bring_back(client, page, versions_of(page).last(), model="page")

    page.refresh_from_db()
    assert (taken.status_code, page.slug) == (302, "two")


# --- deleted and recovered ---------------------------------------------------------------------


def delete(client, article) -> int:
    return client.post(address("delete", article.pk), {"post": "yes"}).status_code


@pytest.fixture
def author(db):
    return make_user("author")


def test_a_deleted_draft_comes_back_with_everything_it_had(author):
    client = Client()
    client.force_login(author)
    article = make_article(author=author, title_en="Back again", topics=[make_topic()])
    photo = make_photo(article=article)
    make_attachment(article=article)
    before = Snapshot.of_now(article)
    assert delete(client, article) == 302
    assert not Photo.objects.exists()

    link = main_part(client, address("deleted")).select_one("table a")["href"]
    shown = main_part(client, link)
    assert "Back again" in shown.table.get_text()
    client.post(shown.select_one("form")["action"])

    assert Snapshot.of_now(article) == before
    assert default_storage.exists(photo.image.name)
    assert not main_part(client, address("deleted")).select("table")


def test_authors_recover_their_own_and_editors_all(author, client):
    article = make_article(author=author)
    keep(article, by=author, what=Kept.SAVED)
    version = versions_of(article).first()
    article.delete()

    other = make_user("author")
    client.force_login(other)
    assert not main_part(client, address("deleted")).select("table")
    assert client.post(address("recover", version.pk)).status_code == 404
    client.force_login(make_user("editor"))
    assert client.post(address("recover", version.pk)).status_code == 302
    assert Article.objects.get().author == author


def test_an_edit_that_was_put_back_is_no_deleted_draft(editor, client):
    edit = make_article(replaces=make_public_article())
    keep(edit, by=editor, what=Kept.SAVED)
    edit.delete()

    assert not main_part(client, address("deleted")).select("table")


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_what_was_once_public_is_not_deleted(state, client):
    author = make_user("author")
    article = make_public_article(author=author, state=state)

    for user in (author, make_user("editor")):
        client.force_login(user)
        page = client.get(address("change", article.pk)).content.decode()
        assert address("delete", article.pk) not in page
        assert delete(client, article) == 403
    assert Article.objects.filter(pk=article.pk).exists()
