"""The timeline above an article's form, and the flag of what nobody else has checked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news import publishing
from news.models import Transition
from tests.factories import (
    make_article,
    make_page,
    make_public_article,
    make_user,
)

pytestmark = pytest.mark.django_db


def form_of(article, user, client) -> str:
    client.force_login(user)
    return client.get(f"/admin/news/article/{article.pk}/change/").content.decode()


@pytest.fixture
def author():
    return make_user("author", first_name="สมหญิง")


@pytest.fixture
def editor():
    return make_user("editor", first_name="สมชาย")


def test_an_author_reads_who_did_what_when_and_why_newest_first(author, editor, client):
    article = make_article(author=author)
    publishing.submit(article, by=author, comment="ขอให้ตรวจ")
    publishing.send_back(article, by=editor, comment="แก้วันที่ <ศุกร์>\nและชื่อ")

    page = form_of(article, author, client)
    timeline = page[page.index('class="timeline"') :]

    assert timeline.index("สมชาย") < timeline.index("สมหญิง")
    assert timeline.index("แก้วันที่ &lt;ศุกร์&gt;<br>และชื่อ") < timeline.index("ขอให้ตรวจ")
    assert f"{timezone.localdate().year + 543} เวลา " in timeline


def test_a_timeline_shows_the_hour_of_bangkok(author, client):
    article = make_article(author=author)
    step = Transition.objects.create(
        article=article, act="submit", from_state="draft", to_state="review", by=author
    )
    moment = timezone.datetime(2026, 12, 31, 17, 30, tzinfo=timezone.timezone.utc)
    Transition.objects.filter(pk=step.pk).update(at=moment)

    assert "1 มกราคม 2570 เวลา 00.30 น." in form_of(article, author, client)


def test_nothing_stands_above_an_article_to_which_nothing_was_done(author, client):
    assert 'class="timeline"' not in form_of(make_article(author=author), author, client)


@pytest.mark.parametrize("address", ["/admin/news/article/add/", "/admin/news/page/{}/change/"])
def test_forms_without_a_timeline_open_too(address, client, admin_user):
    client.force_login(admin_user)

    response = client.get(address.format(make_page().pk))

    assert response.status_code == 200
    assert 'class="timeline"' not in response.content.decode()


def test_a_long_timeline_folds_its_older_steps(author, editor, client):
    article = make_article(author=author)
    for _round in range(3):
        publishing.submit(article, by=author)
        publishing.send_back(article, by=editor, comment="แก้")

    page = form_of(article, author, client)

    assert page.count("<time ") == 6
    assert page.index("<details>") < page.rindex("<time ")


def test_a_long_timeline_costs_no_more_queries(author, editor, client):
    article = make_article(author=author)
    asked = []
    for _round in range(2):
        publishing.submit(article, by=author)
        publishing.send_back(article, by=editor, comment="แก้")
        form_of(article, author, client)
        with CaptureQueriesContext(connection) as queries:
            form_of(article, author, client)
        asked.append(len(queries))

    assert asked[0] == asked[1]


def confirm_link(article) -> str:
    return f'class="button" href="/admin/news/article/{article.pk}/act/confirm/"'


@pytest.mark.parametrize(
    ("role", "offered"),
    [("editor", True), ("author", False), ("secretary", False), ("translator", False)],
)
def test_what_was_published_alone_is_flagged_and_editors_may_confirm(role, offered, client):
    boss = make_user("editor")
    article = make_public_article(author=boss, approved_by=boss)

    page = form_of(article, make_user(role), client)

    assert 'class="unconfirmed"' in page
    assert (confirm_link(article) in page) is offered


def test_who_published_alone_sees_the_flag_and_cannot_take_it_away(client):
    boss = make_user("editor")
    article = make_public_article(author=boss, approved_by=boss)

    page = form_of(article, boss, client)

    assert 'class="unconfirmed"' in page
    assert confirm_link(article) not in page


def test_a_confirmation_takes_the_flag_away(editor, client):
    boss = make_user("editor")
    article = make_public_article(author=boss, approved_by=boss)
    client.force_login(editor)

    client.post(f"/admin/news/article/{article.pk}/act/confirm/")

    page = form_of(article, boss, client)
    assert 'class="unconfirmed"' not in page
    assert page.count("<time ") == 1
