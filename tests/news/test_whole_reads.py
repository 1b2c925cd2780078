"""While changes are published, a reader sees the old article or the new one, never half of each."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test import Client

from news.editing import open_edit, publish_edit
from news.models import Article, Photo
from tests.factories import make_photo, make_public_article, make_user

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="the tests' SQLite is one database in memory, which two connections cannot share",
    ),
]
OLD, NEW = "wording-one", "wording-two"


def in_another_connection(act):
    """Do it in a thread, which has a connection of its own, and wait for it."""

    def doing():
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(doing).result(timeout=30)


@pytest.fixture
def edit():
    article = make_public_article(title_th=OLD, body_th=f"<p>{OLD}</p>")
    make_photo(article=article, caption_th=OLD)
    edit = open_edit(article, by=make_user())
    Article.objects.filter(pk=edit.pk).update(title_th=NEW, body_th=f"<p>{NEW}</p>")
    Photo.objects.filter(article=edit).update(caption_th=NEW)
    return Article.objects.get(pk=edit.pk)


def seen(address: str) -> set[str]:
    """Which wordings the page holds: of title, text and picture together."""
    said = Client().get(address).content.decode()
    return {wording for wording in (OLD, NEW) if wording in said}


def test_a_reader_sees_the_old_text_until_the_new_one_is_certain(edit):
    address, editor = edit.replaces.get_absolute_url(), make_user()

    with transaction.atomic():
        publish_edit(edit, by=editor)
        assert in_another_connection(lambda: seen(address)) == {OLD}

    assert in_another_connection(lambda: seen(address)) == {NEW}


@pytest.mark.parametrize("table", ["news_photo", "news_attachment", "news_topic"])
def test_a_reader_whose_page_is_being_read_meanwhile_sees_one_text(table, edit):
    address, editor = edit.replaces.get_absolute_url(), make_user()
    published = []

    def publish_before_the_parts(execute, sql, params, many, context):
        if f'FROM "{table}"' in sql and not published:
            published.append(in_another_connection(lambda: publish_edit(edit, by=editor)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(publish_before_the_parts):
        wordings = seen(address)

    assert published == [edit.replaces]
    assert len(wordings) == 1
