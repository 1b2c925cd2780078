"""Dates, titles, sources and hostile input of saved pages, case by case."""

import datetime

import pytest
from django.utils import translation

from news.importing.chrome import is_banner
from news.importing.pages import read_page
from news.importing.records import OldPage, UnreadablePage

TITLED = "<h1 class='title'>หัวข้อข่าว</h1>"


@pytest.fixture(autouse=True)
def _reasons_in_english():
    with translation.override("en"):
        yield


def read_html(html: str, name: str = "page.html") -> OldPage:
    return read_page(html.encode(), name)


def read_body(html: str) -> OldPage:
    return read_html(f"{TITLED}<div class='field-name-body'>{html}</div>")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("ศุกร์, กุมภาพันธ์ 14, 2020", datetime.date(2020, 2, 14)),
        ("Friday, February 14, 2020", datetime.date(2020, 2, 14)),
        ("14/02/2020", datetime.date(2020, 2, 14)),
        ("14/2/2563", datetime.date(2020, 2, 14)),
        ("14 ก.พ. 2563", datetime.date(2020, 2, 14)),
        ("2020-02-14", datetime.date(2020, 2, 14)),
        ("ศุกร์, กุมภาพันธ์ 14, 2020 - 10:30", datetime.date(2020, 2, 14)),
        ("จันทร์, กุมภาพันธ์ 14, 2020", None),
        ("31 กุมภาพันธ์ 2563", None),
        ("เร็ว ๆ นี้", None),
    ],
)
def test_the_date_of_news_is_kept_only_when_it_is_certain(text, date):
    page = read_page(f"หัวข้อ\n\nเนื้อหา\n\nวันที่ของข่าว:\n{text}".encode(), "page.txt")

    assert page.date == date
    assert page.paragraphs == ("เนื้อหา",)
    assert any("No date kept" in note for note in page.notes) is (date is None)


@pytest.mark.parametrize(
    ("stamp", "text", "date"),
    [
        ("2020-02-14T00:00:00+07:00", "", datetime.date(2020, 2, 14)),
        ("2020-02-13T17:30:00+00:00", "ศุกร์, กุมภาพันธ์ 14, 2020", datetime.date(2020, 2, 14)),
        ("2020-02-14T00:00:00+07:00", "เมื่อวันศุกร์", datetime.date(2020, 2, 14)),
        ("2020-02-14T00:00:00+07:00", "เมื่อวันจันทร์", None),
        ("2020-02-14T00:00:00+07:00", "15 กุมภาพันธ์ 2563", None),
        ("sometime", "14 กุมภาพันธ์ 2563", datetime.date(2020, 2, 14)),
    ],
)
def test_the_words_of_a_date_and_its_attribute_must_agree(stamp, text, date):
    page = read_html(
        f"{TITLED}<div class='field-name-body'>เนื้อหา</div><div class='field'>"
        f"<div class='field-label'>วันที่ของข่าว:</div><span content='{stamp}'>{text}</span></div>"
    )

    assert page.date == date


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>a<p>b", "<p>a</p>\n<p>b</p>"),
        ("a<br>b<br><br>c", "<p>a b</p>\n<p>c</p>"),
        ("<h1>a</h1><h5>b</h5>", "<h2>a</h2>\n<h3>b</h3>"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("<table><tr><td>a<td>b<tr><td>c</table>",
         "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("a<table><tr><td><img src=x></td></tr></table>", "<p>a</p>"),
        ("<li>a</li><td>b</td>", "<p>a</p>\n<p>b</p>"),
        ("<b>1 &lt; 2</b> &amp; <i>3</i>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<a href='http://a.example/\"x'>a</a>", '<p><a href="http://a.example/&quot;x">a</a></p>'),
        ("<a href='java\nscript:x()'>a</a> <a href='#top'>b</a> <a name=c>c</a>", "<p>a b c</p>"),
        ("<a href='mailto:x@y'>a</a><a href='//b.example'>b</a>",
         '<p>a<a href="https://b.example">b</a></p>'),
        ("<a href='/x'>a<p>b</p></a>c",
         '<p><a href="/x">a</a></p>\n<p><a href="/x">b</a></p>\n<p>c</p>'),
        ("x<!-- a > b --><script>'</p>'</script><!-- open", "<p>x</p>"),
    ],
)  # fmt: skip
def test_whatever_the_editor_left_becomes_clean_blocks(html, clean):
    assert read_body(html).body_html == clean


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>จากหัวเอกสาร | International Affairs Division</title>", "จากหัวเอกสาร"),
        ("<title>ไม่ใช่</title><meta property='og:title' content='จาก og'>", "จาก og"),
        ("<h1 id='site-name'>สำนักงาน</h1><h1>ของข่าวเอง</h1>", "ของข่าวเอง"),
        ("<h1>แรก</h1><h2 class='title' id='page-title'>ของ Drupal</h2>", "ของ Drupal"),
    ],
)
def test_the_title_is_found_where_the_theme_put_it(html, title):
    assert read_html(f"{html}<div class='field-name-body'>เนื้อหา</div>").title == title


@pytest.mark.parametrize(
    "text",
    [
        "ที่มา: สกต.",
        "ที่มา:\nสกต.",
        "ที่มา : สกต.\nวันที่ของข่าว: 14/2/2563",
        "Source:\n\nสกต.",
        "วันที่ของข่าว:\n14/2/2563\nที่มา:\nสกต.",
    ],
)
def test_the_source_stands_on_the_line_of_its_label_or_on_the_next(text):
    page = read_page(f"หัวข้อ\n\nเนื้อหา\n\n{text}\n\nby Dr. Radut".encode(), "page.txt")

    assert (page.source, page.paragraphs) == ("สกต.", ("เนื้อหา",))


def test_a_sentence_that_speaks_of_an_origin_is_no_source():
    page = read_page("หัวข้อ\n\nที่มาของโครงการ: เมืองน่าอยู่\n\nเนื้อหา".encode(), "page.txt")

    assert page.source == ""
    assert page.paragraphs == ("ที่มาของโครงการ: เมืองน่าอยู่", "เนื้อหา")


def test_a_quotation_is_a_banner_only_before_the_title():
    page = read_page('"  คำขวัญ "   "อีกคำขวัญ"\n\nหัวข้อ\n\n"คำกล่าวของผู้แทน"'.encode(), "page.txt")

    assert is_banner('"  คำขวัญ "   "อีกคำขวัญ"')
    assert (page.title, page.paragraphs) == ("หัวข้อ", ('"คำกล่าวของผู้แทน"',))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 1_000_000,
        TITLED + "<p>x " * 100_000,
        TITLED + "<p>ก" + "&nbsp;" * 100_000 + "ข",
        " " * 1_000_000 + "<p>x",
        "<p>" + "<!--" * 500_000,
        "<p>" + "<a " * 600_000,
        "<p>" + "<script " * 200_000,
        "<p>" + "</" * 900_000,
        TITLED + "<div class='field node field-type-image'>" * 250 + "<img class=field>" * 8_000,
        "หัวข้อ\n\nx" + " " * 480_000 + "y",
        "หัวข้อ\n\n" + "ก  " * 40_000,
        '"' * 450_000,
    ],
    ids=lambda html: html[:12] + html[-12:],
)
def test_hostile_input_gets_an_answer_or_a_reason(html):
    try:
        page = read_html(html)
    except UnreadablePage as refusal:
        assert str(refusal)  # noqa: PT017 - either outcome is right, neither a RecursionError
    else:
        assert page.paragraphs
