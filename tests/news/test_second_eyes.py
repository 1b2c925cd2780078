"""A text that one person wrote and published alone is marked, whoever the article's author is."""

import pytest

from news import editing, publishing
from tests.factories import make_article, make_public_article, make_user

pytestmark = pytest.mark.django_db


def test_what_another_approves_has_been_seen_by_two():
    article = make_article()

    publishing.publish(article, by=make_user("editor"))

    assert not article.awaits_confirmation


def test_what_an_editor_wrote_and_published_alone_waits_for_a_colleague():
    editor, colleague = make_user("editor"), make_user("editor")
    article = make_article(author=editor)

    publishing.publish(article, by=editor, override=True)
    assert article.awaits_confirmation

    publishing.confirm(article, by=colleague)
    assert not article.awaits_confirmation


def test_an_edit_of_anothers_article_published_alone_waits_too_and_its_author_may_confirm():
    author, editor = make_user("editor"), make_user("editor")
    article = make_public_article(author=author)
    edit = editing.open_edit(article, by=editor)

    published = editing.publish_edit(edit, by=editor, override=True)
    assert published.awaits_confirmation

    publishing.confirm(published, by=author)
    assert not published.awaits_confirmation


def test_an_edit_that_another_approves_needs_nobody_more():
    article = make_public_article()
    edit = editing.open_edit(article, by=make_user("editor"))

    published = editing.publish_edit(edit, by=make_user("editor"))

    assert not published.awaits_confirmation
