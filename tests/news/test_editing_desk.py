"""The open edit at the desk: opened by a press, published with a word to readers, given up."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from news.editing import open_edit
from news.models import Article
from tests.factories import make_article, make_photo, make_public_article, make_user
from tests.news.desk_forms import fields_of, send

pytestmark = pytest.mark.django_db
LIST = reverse("admin:news_article_changelist")


@pytest.fixture
def editor(client):
    user = make_user("editor")
    client.force_login(user)
    return user


@pytest.fixture
def article():
    article = make_public_article(author=make_user("author"))
    make_photo(article=article)
    return article


def change(article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def act(article, name) -> str:
    return reverse("admin:news_article_act", args=[article.pk, name])


def page(client, address) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def test_the_button_opens_the_edit_and_leads_to_it(client, editor, article):
    button = page(client, change(article)).select_one("button[form=open-edit]")
    form = page(client, change(article)).select_one("#open-edit")
    assert (button is not None, form["method"]) == (True, "post")

    response = client.post(form["action"])

    edit = Article.objects.get(replaces=article)
    assert response.url == change(edit)
    told = page(client, change(edit))
    assert told.select_one(f'a[href="{change(article)}"]')
    assert "published text until" in page(client, f"/en{change(edit)}").get_text()


def test_looking_at_the_act_opens_nothing(client, editor, article):
    assert client.get(act(article, "revise")).status_code == 200

    assert not Article.objects.exclude(replaces=None).exists()


def test_an_edit_is_saved_and_published_with_a_word_to_readers(client, editor, article):
    edit = open_edit(article, by=make_user("author"))

    response = send(
        client,
        change(edit),
        fields_of(client.get(change(edit))),
        title_th="ชื่อใหม่",
        _publish="x",
    )
    assert response.url == act(edit, "publish")
    response = client.post(response.url, {"note_th": "แก้ชื่อ", "note_en": ""})

    assert response.url == change(article)
    article.refresh_from_db()
    assert (article.title_th, article.change_note_th) == ("ชื่อใหม่", "แก้ชื่อ")
    assert article.photos.count() == 1


def test_a_minor_correction_is_ticked(client, editor, article):
    edit = open_edit(article, by=make_user("author"))

    client.post(act(edit, "publish"), {"minor": "on"})

    article.refresh_from_db()
    assert article.changed_at is None
    assert not Article.objects.exclude(replaces=None).exists()


def test_whoever_opened_the_edit_is_asked_whether_to_go_alone(client, editor, article):
    edit = open_edit(article, by=editor)

    assert client.post(act(edit, "publish"), {}).status_code == 200
    assert Article.objects.filter(pk=edit.pk).exists()

    client.post(act(edit, "publish"), {"override": "on"})
    assert not Article.objects.filter(pk=edit.pk).exists()


def test_an_edit_has_no_hour_of_its_own(client, editor, article):
    edit = open_edit(article, by=editor)

    fields = fields_of(client.get(change(edit)))

    assert "title_th" in fields
    assert not [name for name in fields if name.startswith("publish_at")]


def test_what_has_an_open_edit_is_changed_there(client, article):
    translator = make_user("translator")
    client.force_login(translator)
    assert page(client, change(article)).select("[name=title_en]")

    edit = open_edit(article, by=make_user("author"))

    told = page(client, change(article))
    assert told.select("[name=title_en]") == []
    assert told.select_one(f'a[href="{change(edit)}"]')
    assert page(client, change(edit)).select("[name=title_en]")


def test_an_edit_is_submitted_and_returned_as_a_draft_is(client, article):
    author = article.author
    edit = open_edit(article, by=author)
    client.force_login(author)
    send(client, change(edit), fields_of(client.get(change(edit))), _submit="x")
    edit.refresh_from_db()
    assert edit.state == "review"

    client.force_login(make_user("editor"))
    client.post(act(edit, "return"), {"comment": "แก้วันที่"})

    edit.refresh_from_db()
    assert (edit.state, edit.transitions.first().comment) == ("draft", "แก้วันที่")


def test_giving_an_edit_up_leaves_the_published_text(client, editor, article):
    edit = open_edit(article, by=editor)
    delete = reverse("admin:news_article_delete", args=[edit.pk])

    assert client.get(delete).status_code == 200
    client.post(delete, {"post": "yes"})

    assert list(Article.objects.all()) == [article]
    assert article.transitions.get().act == "revise"


def test_the_list_shows_originals_and_marks_those_being_edited(client, editor, article):
    make_article(title_th="อื่น")
    open_edit(article, by=editor)

    listed = page(client, LIST)

    marks = [cell.img["src"] for cell in listed.select("td.field-is_being_edited")]
    assert sorted(mark.rpartition("/")[2] for mark in marks) == ["icon-no.svg", "icon-yes.svg"]


def test_an_edit_is_offered_nowhere_instead_of_its_original(client, editor, article):
    open_edit(article, by=editor)

    found = client.get(
        reverse("admin:autocomplete"),
        {"app_label": "news", "model_name": "oldaddress", "field_name": "article", "term": "ข่าว"},
    )

    assert [choice["id"] for choice in found.json()["results"]] == [str(article.pk)]


@pytest.mark.parametrize("path", ["", "/en"])
def test_an_article_is_not_withdrawn_onto_itself(path, client, editor, article):
    own = f"{path}/news/{article.pk}/"

    client.post(act(article, "withdraw"), {"reason": "ย้าย", "moved_to": own})
    article.refresh_from_db()
    assert article.state == "published"

    client.post(act(article, "withdraw"), {"reason": "ย้าย", "moved_to": "/news/"})
    article.refresh_from_db()
    assert (article.state, article.moved_to) == ("withdrawn", "/news/")
