"""Saved pages of the old portal, from their bytes to a record."""

import datetime
from pathlib import Path

import pytest
from django.utils import translation

from news.importing.chrome import is_chrome
from news.importing.pages import read_page
from news.importing.records import OldImage, OldPage, UnreadablePage

SAMPLES = Path(__file__).parent / "samples"
REAL_PAGE = Path(__file__).parents[4] / "shared" / "data" / "old-portal-page.txt"
TITLED = "<h1 class='title'>หัวข้อข่าว</h1>"


@pytest.fixture(autouse=True)
def _reasons_in_english():
    with translation.override("en"):
        yield


def read_sample(name: str) -> OldPage:
    return read_page((SAMPLES / name).read_bytes(), name)


def read_html(html: str, name: str = "page.html") -> OldPage:
    return read_page(html.encode(), name)


def read_body(html: str) -> OldPage:
    return read_html(f"{TITLED}<div class='field-name-body'>{html}</div>")


def test_the_real_page_gives_its_article_and_nothing_of_the_chrome():
    if not REAL_PAGE.exists():
        pytest.skip("the real page is not in the repository, and not beside it here")

    page = read_page(REAL_PAGE.read_bytes(), REAL_PAGE.name)

    assert page.title == (
        "สรุปการประชุมคณะกรรมการขับเคลื่อนความร่วมมือกับเมืองหลวงประเทศสมาชิกอาเซียน ครั้งที่ 1/2563"
    )
    assert len(page.paragraphs) == 3
    assert (page.source, page.date) == ("สกต.", datetime.date(2020, 2, 14))
    assert page.language == "th"
    text = " ".join(page.paragraphs)
    assert not [line for line in (page.title, *page.paragraphs) if is_chrome(line)]
    assert "Radut" not in text
    assert "Main menu" not in text
    assert "ดุจเทพสร้าง" not in text
    for repaired in ("รองปลัดกรุงเทพมหานคร ได้เสนอแนะ", "นำจุดขาย", "สำหรับทุกคน", "ที่ผ่านมา โดยผู้นำ"):
        assert repaired in text
    assert "  " not in text
    assert sum("Blanks" in note for note in page.notes) == 4


def test_a_thai_page_as_drupal_served_it_is_read_whole():
    page = read_sample("drupal_thai.html")

    assert page.title == "กรุงเทพมหานครต้อนรับคณะเยาวชนจากเมืองพี่เมืองน้อง"
    assert page.paragraphs == (
        "สำนักงานการต่างประเทศจัดกิจกรรมต้อนรับคณะเยาวชนจากเมืองพี่เมืองน้องจำนวน 20 คน "
        "ที่ศาลาว่าการกรุงเทพมหานคร โดยมีนายทดสอบ ตัวอย่างดี ผู้แทนสำนักงานการต่างประเทศ เป็นผู้นำชม",
        "กำหนดการ",
        "ชมพิพิธภัณฑ์ ท้องถิ่น",
        "แลกเปลี่ยนความเห็นเรื่องเมืองสีเขียว",
        "วันแรก",
        "เช้า",
        "บ่าย",
        "ดูภาพเพิ่มเติมที่ คลังภาพ หรือ เว็บไซต์",
    )
    assert (page.source, page.date) == ("สกต.", datetime.date(2020, 2, 14))
    assert (page.language, page.page_language) == ("th", "th")
    assert page.addresses == ("/th/node/4198", "/node/4198")


def test_the_body_is_kept_as_small_clean_html():
    html = read_sample("drupal_thai.html").body_html

    assert html.endswith(
        "<h2>กำหนดการ</h2>\n"
        '<ul><li>ชมพิพิธภัณฑ์ <a href="/node/3100">ท้องถิ่น</a></li>'
        "<li>แลกเปลี่ยนความเห็นเรื่องเมืองสีเขียว</li></ul>\n"
        '<table><tbody><tr><td colspan="2">วันแรก</td></tr>'
        "<tr><td>เช้า</td><td>บ่าย</td></tr></tbody></table>\n"
        "<p>ดูภาพเพิ่มเติมที่ คลังภาพ หรือ "
        '<a href="https://www.bangkok.go.th/iad?a=1&amp;b=2">เว็บไซต์</a></p>'
    )
    for unwanted in ("script", "track", "style", "onclick", "<span", "javascript", "<img"):
        assert unwanted not in html


def test_photos_come_with_their_descriptions_and_pictures_in_the_text_are_reported():
    page = read_sample("drupal_thai.html")

    assert page.images == (
        OldImage("http://iad.bangkok.go.th/sites/default/files/youth1.jpg", "คณะเยาวชนถ่ายภาพหมู่"),
        OldImage("/sites/default/files/youth2.jpg", ""),
        OldImage("/sites/default/files/map.png", "แผนที่"),
    )
    assert "Picture left out of the text: /sites/default/files/map.png." in page.notes


def test_what_was_left_out_and_repaired_is_reported():
    notes = "\n".join(read_sample("drupal_thai.html").notes)

    for said in ("Jump to Navigation", "Submitted by admin", "173 ถนนดินสอ", "by Dr. Radut"):
        assert said in notes
    assert "“้แทนสำนักงาน   การต่างประเท” → “้แทนสำนักงานการต่างประเท”" in notes
    assert "1 invisible character was taken out." in notes
    assert notes.count("Blanks") == 4


def test_an_english_page_with_a_thai_body_is_thai():
    page = read_sample("node-5211.html")

    assert page.title == "Study visit on waste sorting"
    assert (page.language, page.page_language) == ("th", "en")
    assert page.addresses == ("/en/node/5211", "/node/5211")
    assert (page.source, page.date) == ("IAD", datetime.date(2020, 3, 3))
    assert "The page calls itself English, but its text is Thai." in page.notes


def test_a_windows_874_page_is_read_with_its_thai_digits():
    page = read_sample("windows_874.html")

    assert page.title == "การอบรมการแปลเอกสารราชการ"
    assert page.paragraphs[0].endswith("“รุ่นที่ ๑” จำนวน ๓๐ คน")
    assert (page.source, page.date) == ("กกต.", datetime.date(2015, 3, 5))
    assert page.notes == ("Read as Windows-874.",)


def test_broken_html_without_drupals_marks_is_read():
    page = read_sample("broken.html")

    assert page.title == "ประชุมเตรียมงานวันเมืองโลก"
    assert page.paragraphs == (
        "ฝ่ายเลขานุการจัดเตรียมเอกสารสำหรับผู้เข้าร่วมประชุม",
        "ที่ประชุมขอให้ส่งข้อมูลภายในสิ้นเดือน หน้า",
    )
    assert (page.source, page.date) == ("สกต.", datetime.date(2020, 2, 14))


def test_a_plain_english_page_is_read_with_a_title_and_a_date_broken_over_lines():
    page = read_sample("en_node_612.txt")

    assert page.title == "Bangkok hosts a workshop on river transport"
    assert page.paragraphs == (
        "Officers from four cities compared their piers and ticket systems at City Hall.",
        'Mr. Somsri Example of the host office said that "the river is a street" & asked for '
        "written answers by July.",
    )
    assert page.body_html.endswith(
        '"the river is a street" &amp; asked for written answers by July.</p>'
    )
    assert (page.source, page.date) == ("IAD", datetime.date(2018, 6, 11))
    assert (page.language, page.addresses) == ("en", ("/en/node/612",))


def test_a_page_that_states_no_date_gets_none():
    page = read_sample("undated.txt")

    assert page.date is None
    assert page.source == "สกต."
    assert "The page states no date of news." in page.notes


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874"]
)
def test_every_encoding_gives_the_same_page(encoding):
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    raw = "หัวข้อ\r\n\r\nเนื้อหาข่าวภาษาไทย".encode(encoding)

    page = read_page(marks.get(encoding, b"") + raw, "page.txt")

    assert (page.title, page.paragraphs) == ("หัวข้อ", ("เนื้อหาข่าวภาษาไทย",))


def test_one_damaged_byte_does_not_turn_a_utf_8_page_into_another_script():
    page = read_page("หัวข้อ\n\nเนื้อหาข่าวภาษาไทยที่ยาวพอสมควร".encode() + b"\xe0\xb8", "page.txt")

    assert page.title == "หัวข้อ"
    assert page.paragraphs[0].startswith("เนื้อหาข่าวภาษาไทย")
    assert "1 damaged character stands as �." in page.notes


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "It is empty."),
        (b" \n\t\0", "It is empty."),
        (b"\xef\xbb\xbf \n", "It has no title."),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04word/", "ZIP"),
        (b"text\0text", "It is not text."),
        (b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        ("หัวข้อเดียว".encode(), "a title but no text"),
        (b"<html><body></body></html>", "It has no title."),
        (b"<title>International Affairs Division</title><p></p>", "It has no title."),
        (b"<h1>Page not found</h1><p>The requested page could not be found.</p>", "error page"),
        (b"<h1>Access denied</h1><p>You are not authorized.</p>", "error page"),
        (b"<title>404 Not Found</title><h1>404 Not Found</h1><p>nginx</p>", "error page"),
        ("<h1>ไม่พบหน้าที่ต้องการ</h1><p>ลองค้นหา</p>".encode(), "error page"),
        ("ก".encode() * 301 + b"\n\nx", "longer than 300"),
        (
            b"<div class='node'><div class='field-name-body'>a</div></div>" * 2,
            "several articles",
        ),
        (b"<p>&#" + b"9" * 5000 + b";</p>", "cannot be read"),
    ],
)
def test_a_file_that_is_no_article_is_refused_with_its_reason(raw, reason):
    with pytest.raises(UnreadablePage, match=reason):
        read_page(raw, "page.html")
