"""The true address before and after readers see it: previews for colleagues, words for readers."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.editing import open_edit
from news.models import Article
from news.previewing import end_link, make_link, preview_address
from news.publishing import restore, withdraw
from tests.factories import (
    make_article,
    make_attachment,
    make_photo,
    make_public_article,
    make_user,
    published,
)

pytestmark = pytest.mark.django_db
SECRET = "ความลับ"
MARK = {"th": "noindex", "en": "Preview: the public cannot see this yet."}
HIDDEN = {
    "draft": lambda: {"state": "draft", "date": None},
    "review": lambda: {"state": "review"},
    "scheduled": lambda: published(publish_at=timezone.now() + timedelta(hours=1)),
    "withdrawn": lambda: published(state="withdrawn"),
}


@pytest.fixture(params=HIDDEN)
def hidden(request):
    return make_article(
        title_th=SECRET, title_en="secret", author=make_user("author"), **HIDDEN[request.param]()
    )


def at(article, language="th", query=""):
    return f"{'/en' if language == 'en' else ''}/news/{article.pk}/{query}"


def logged_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", ["editor", "translator", "administrator"])
@pytest.mark.parametrize(("language", "title"), [("th", SECRET), ("en", "secret")])
def test_staff_read_what_is_hidden_on_its_true_address(language, title, role, hidden):
    response = logged_in(make_user(role)).get(at(hidden, language))

    said = response.content.decode()
    assert response.status_code == 200
    assert title in said
    assert MARK[language] in said
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert "noindex" in response["X-Robots-Tag"]
    assert "canonical" not in said


@pytest.mark.parametrize("role", ["author", "secretary"])
def test_who_writes_reads_the_own_draft_and_no_other(role, hidden):
    assert logged_in(hidden.author).get(at(hidden)).status_code == 200
    assert SECRET not in logged_in(make_user(role)).get(at(hidden)).content.decode()


@pytest.mark.parametrize(
    "somebody", [{"is_staff": False}, {}, {"is_active": False}], ids=["reader", "no role", "gone"]
)
def test_nobody_else_reads_it(somebody, hidden):
    user = make_user("" if somebody == {} else "editor", **somebody)

    response = logged_in(user).get(at(hidden))

    assert response.status_code in {404, 410}
    assert SECRET not in response.content.decode()


def test_an_answer_does_not_tell_whether_there_is_something_hidden(client):
    draft = make_article()

    hidden, missing = client.get(at(draft)), client.get("/news/987654/")

    def told(response):
        return response.content.replace(b"987654", str(draft.pk).encode())

    assert hidden.status_code == missing.status_code == 404
    assert told(hidden) == told(missing)
    assert hidden.headers.keys() == missing.headers.keys()


@pytest.mark.parametrize("query", ["", "?edit=1", "?key=x", "?edit=1&key=x"])
def test_what_is_public_says_the_same_to_everybody(query):
    article = make_public_article()
    edit = open_edit(article, by=make_user("author"))
    Article.objects.filter(pk=edit.pk).update(title_th=SECRET)

    response = Client().get(at(article, query=query))

    assert response.status_code == 200
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("query", ["", "?key=x"])
def test_what_is_public_does_not_ask_who_reads(query):
    article = make_public_article()

    response = logged_in(make_user("editor")).get(at(article, query=query))

    assert "Cookie" not in response.get("Vary", "")
    assert "public" in response["Cache-Control"]


def test_the_open_edit_is_read_beside_what_is_live():
    article = make_public_article(author=make_user("author"))
    edit = open_edit(article, by=article.author)
    Article.objects.filter(pk=edit.pk).update(title_th=SECRET)
    make_photo(article=edit, caption_th="ภาพใหม่")
    client = logged_in(make_user("editor"))

    preview = client.get(at(article, query="?edit=1"))

    assert SECRET in preview.content.decode()
    assert "ภาพใหม่" in preview.content.decode()
    assert "no-store" in preview["Cache-Control"]
    assert SECRET not in client.get(at(article)).content.decode()
    assert client.get(at(edit)).status_code == 404


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_secret_link_opens_the_draft_and_hands_nothing_on(language, client):
    article = make_article(title_th=SECRET)
    key = make_link(article)

    response = client.get(at(article, language, f"?key={key}"))

    assert (response.status_code, len(key)) == (200, 43)
    assert SECRET in response.content.decode()
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_the_secret_link_opens_one_text_until_it_is_made_anew_or_ended(client):
    article, other = make_article(), make_article()
    key, other_key = make_link(article), make_link(other)
    assert client.get(at(article, query=f"?key={other_key}")).status_code == 404

    newer = make_link(article)
    assert client.get(at(article, query=f"?key={key}")).status_code == 404
    assert client.get(at(article, query=f"?key={newer}")).status_code == 200

    end_link(article)
    assert client.get(at(article, query=f"?key={newer}")).status_code == 404


def test_the_secret_link_shows_the_pictures_and_documents_too(client):
    article = make_article()
    files = [make_photo(article=article).image, make_attachment(article=article).file]
    key = make_link(article)

    page = BeautifulSoup(client.get(at(article, query=f"?key={key}")).content, "html.parser")

    source = page.select_one("figure source")["srcset"].split()[0]
    shown = [page.select_one("figure img")["src"], source]
    shown.append(page.select_one("a[download]")["href"])
    for address in shown:
        response = client.get(address)
        assert response.status_code == 200
        assert b"".join(response)
        assert "no-store" in response["Cache-Control"]
    for file in files:
        assert client.get(file.url).status_code == 404
        assert client.get(f"{file.url}?key={'a' * 43}").status_code == 404


@pytest.mark.parametrize("key", ["", "x", "ก", "%00", "a" * 43])
def test_without_a_link_no_key_opens_anything(key, client):
    article = make_article()

    assert client.get(at(article, query=f"?key={key}")).status_code in {400, 404}


def test_the_link_of_an_open_edit_opens_the_edit_only(client):
    article = make_public_article()
    edit = open_edit(article, by=make_user("author"))
    Article.objects.filter(pk=edit.pk).update(title_th=SECRET)

    make_link(edit)

    said = client.get(preview_address(edit, key=edit.preview_key)).content.decode()
    assert SECRET in said


def test_a_link_does_not_outlive_a_withdrawal(client):
    article = make_public_article(title_th=SECRET)
    key = make_link(article)
    withdraw(article, by=make_user("editor"), reason="ข้อมูลส่วนบุคคล")

    assert SECRET not in client.get(at(article, query=f"?key={key}")).content.decode()


@pytest.mark.parametrize(
    ("role", "own", "status"),
    [("author", True, 302), ("author", False, 403), ("editor", False, 302)]
    + [(role, False, 403) for role in ("secretary", "translator", "administrator")],
)
@pytest.mark.parametrize("act", ["make", "end"])
def test_the_link_is_given_by_whoever_may_write(act, role, own, status):
    user = make_user(role)
    article = make_article(author=user if own else make_user("author"), preview_key="k" * 43)
    address = reverse("admin:news_article_preview_link", args=[article.pk, act])
    client = logged_in(user)

    assert client.get(address).status_code == 405
    assert client.post(address).status_code == status

    article.refresh_from_db()
    assert (article.preview_key == "k" * 43) is (status == 403)


# --- what was withdrawn --------------------------------------------------------------------


@pytest.fixture
def editor():
    return make_user("editor")


def test_readers_are_told_that_it_was_withdrawn_and_why(editor, client):
    article = make_public_article(title_th=SECRET, body_th=f"<p>{SECRET}</p>")
    withdraw(article, by=editor, reason="ภายใน", note={"th": "ข้อมูลผิด", "en": ""})

    for language, marked in (("th", "<p>ข้อมูลผิด"), ("en", '<p lang="th">ข้อมูลผิด')):
        response = client.get(at(article, language))
        said = response.content.decode()
        assert response.status_code == 410
        assert marked in said
        assert SECRET not in said
        assert "ภายใน" not in said


def test_without_an_explanation_it_is_gone_all_the_same(editor, client):
    article = make_public_article()
    withdraw(article, by=editor, reason="ผิด")
    assert client.get(at(article)).status_code == 410

    restore(article, by=editor)
    assert client.get(at(article)).status_code == 200


@pytest.mark.parametrize(
    ("moved_to", "thai", "english"),
    [
        ("/news/", "/news/", "/en/news/"),
        ("/en/news/", "/news/", "/en/news/"),
        (
            "https://www.bangkok.go.th/x",
            "https://www.bangkok.go.th/x",
            "https://www.bangkok.go.th/x",
        ),
    ],
)
def test_readers_are_led_on_in_their_language(moved_to, thai, english, editor, client):
    article = make_public_article()
    withdraw(article, by=editor, reason="ย้าย", moved_to=moved_to)

    for language, target in (("th", thai), ("en", english)):
        response = client.get(at(article, language))
        assert (response.status_code, response.url) == (302, target)


def test_what_was_withdrawn_before_its_hour_was_never_there(editor, client):
    article = make_article(**HIDDEN["scheduled"]() | {"first_published_at": None})
    hour = article.publish_at
    Article.objects.filter(pk=article.pk).update(first_published_at=hour)
    article.refresh_from_db()

    withdraw(article, by=editor, reason="เลื่อน", note={"th": SECRET})

    assert client.get(at(article)).status_code == 404
