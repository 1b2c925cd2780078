"""Who else has a text open is told quietly, and forgotten soon."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from news.admin.presence import REMEMBERED, note_presence
from tests.factories import make_article, make_page, make_public_article, make_user

pytestmark = pytest.mark.django_db


def at_the_desk(role, **fields) -> Client:
    client = Client()
    client.force_login(make_user(role, **fields))
    return client


def address(text, screen):
    return reverse(f"admin:news_{text._meta.model_name}_{screen}", args=[text.pk])


def notice(client, text) -> str:
    page = BeautifulSoup(client.get(address(text, "change")).content, "html.parser")
    return page.select_one("#presence").get_text()


@pytest.mark.parametrize(("make", "role"), [(make_article, "editor"), (make_page, "administrator")])
def test_the_second_reads_who_was_there_first(make, role):
    text = make()
    her = at_the_desk(role, first_name="มาลี", last_name="ใจดี")
    him = at_the_desk(role, first_name="ชัย")

    assert notice(her, text) == ""
    assert "มาลี ใจดี" in notice(him, text)
    assert "ชัย" not in notice(him, text), "one's own name is no news"


def test_a_heart_beat_tells_the_first_of_the_second():
    article = make_article()
    her, him = at_the_desk("editor"), at_the_desk("editor", first_name="ชัย")
    notice(her, article), notice(him, article)

    told = her.post(address(article, "present"))

    assert "ชัย" in told.json()["notice"]


def test_other_texts_are_other_desks():
    one, other = make_article(), make_article()
    notice(at_the_desk("editor"), one)

    assert notice(at_the_desk("editor"), other) == ""


def test_who_went_away_is_forgotten():
    her, him = make_user(first_name="มาลี"), make_user()
    cache.set("present:x:1", {her.pk: ("มาลี", 1_000_000)}, REMEMBERED)

    assert note_presence("present:x:1", him) == []
    assert note_presence("present:x:1", her) == [him.username]


def test_who_only_reads_has_nothing_open():
    article = make_public_article()
    client = at_the_desk("editor")

    page = client.get(address(article, "change")).content.decode()

    assert 'id="presence"' not in page
    assert client.post(address(article, "present")).status_code == 403


def test_a_heart_beat_is_a_post_of_one_who_may_change_the_text():
    article = make_article()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user("editor"))

    assert at_the_desk("editor").get(address(article, "present")).status_code == 405
    assert strict.post(address(article, "present")).status_code == 403
    for role in ("author", "secretary", "administrator"):
        assert at_the_desk(role).post(address(article, "present")).status_code == 403
    assert Client().post(address(article, "present")).status_code == 302
