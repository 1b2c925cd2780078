"""A table that scrolls can be moved by the keyboard, and says in the text's language what it is."""

from django.template import Context, Template
from django.utils import translation

from tests.factories import make_article

TABLE = "<table><tbody><tr><td>{}</td></tr></tbody></table>"


def shown(article, language: str) -> str:
    with translation.override(language):
        page = Template("{% load bilingual %}{% rich article 'body' %}")
        return page.render(Context({"article": article}))


def frame(name: str) -> str:
    return f'<div class="scrolls" role="region" tabindex="0" aria-label="{name}">'


def test_a_table_stands_in_a_frame_that_can_have_the_focus(db):
    article = make_article(
        body_th=TABLE.format("ก"), body_en="<p>one</p>" + TABLE.format("a") + "<p>two</p>"
    )

    assert shown(article, "th") == f"{frame('ตาราง')}{TABLE.format('ก')}</div>"
    inside = f"{frame('Table')}{TABLE.format('a')}</div>"
    assert shown(article, "en") == f"<p>one</p>{inside}<p>two</p>"


def test_the_frame_of_a_foreign_text_is_named_in_its_language(db):
    article = make_article(body_th=TABLE.format("ก"))

    assert shown(article, "en") == f'<div lang="th">{frame("ตาราง")}{TABLE.format("ก")}</div></div>'


def test_a_table_that_says_its_language_has_a_frame_too(db):
    article = make_article(body_th=TABLE.replace("<table", '<table lang="en"').format("a"))

    assert shown(article, "th").startswith(f'{frame("ตาราง")}<table lang="en">')


def test_a_text_without_tables_stays_as_it_is(db):
    assert shown(make_article(body_th="<p>ก</p>"), "th") == "<p>ก</p>"
