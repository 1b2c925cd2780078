"""The check of the report's fixed phrases: what strays is found, prose is left alone."""

import time

import pytest
from django.core.exceptions import ValidationError
from docx import Document

from committees.minutes.filling import BUNDLED
from committees.minutes.text import write_text
from committees.minutes.wording import check_template, check_wording
from tests.committees.minutes.records import RECORD


@pytest.mark.parametrize(
    ("text", "found", "better"),
    [
        ("บันทึกการประชุมคณะกรรมการ", "บันทึกการประชุม", "รายงานการประชุม"),
        ("รายงานการประชุม\nครั้งที่ 1/2563\nวันที่ 14 กุมภาพันธ์ 2563", "วันที่", "เมื่อวันที่"),
        ("รายงานการประชุม\nวันศุกร์ที่ ๑๔ กุมภาพันธ์", "วันศุกร์ที่", "เมื่อวันศุกร์ที่"),
        ("ผู้เข้าประชุม\n1. นายก", "ผู้เข้าประชุม", "ผู้มาประชุม"),
        ("ผู้ไม่เข้าประชุม (ถ้ามี)", "ผู้ไม่เข้าประชุม", "ผู้ไม่มาประชุม"),
        ("เปิดประชุมเวลา 13.30 น.", "เปิดประชุม", "เริ่มประชุม"),
        ("ปิดประชุมเวลา 16.00 น.", "ปิดประชุม", "เลิกประชุม"),
        ("นางสาวก ผู้บันทึกการประชุม", "ผู้บันทึกการประชุม", "ผู้จดรายงานการประชุม"),
        ("ลงชื่อ ผู้จดบันทึก", "ผู้จดบันทึก", "ผู้จดรายงานการประชุม"),
        ("วาระที่ 1 เรื่องแจ้ง", "วาระที่", "ระเบียบวาระที่"),
        ("ตามวาระการประชุม", "วาระการประชุม", "ระเบียบวาระการประชุม"),
        ("มติการประชุม รับทราบ", "มติการประชุม", "มติที่ประชุม"),
    ],
)
def test_a_phrase_that_strays_is_found_in_its_place(text, found, better):
    [finding] = check_wording(text)

    assert (finding.found, finding.better) == (found, better)
    assert text[finding.start : finding.end] == found
    assert str(finding.why)


@pytest.mark.parametrize(
    "text",
    [
        "ผู้เข้าร่วมประชุม",
        "ระเบียบวาระที่ 1 และระเบียบวาระการประชุม",
        "วาระการดำรงตำแหน่งสองปี ดำรงตำแหน่งวาระที่ 2",
        "พิธีเปิดการประชุมสุดยอดอาเซียน",
        "ประธานกล่าวเปิดประชุมเวลา 09.00 น.",
        "มีผู้เข้าประชุมทั้งสิ้นสามร้อยคน",
        "บันทึกความเข้าใจ",
        "ที่ประชุมมีมติเห็นชอบ",
        "รายงานการประชุม\nผู้มาประชุม\nวันที่ 14 กุมภาพันธ์ 2563 มีคณะมาเยือน",
        "ร่างข้อบัญญัติในวาระที่ 1 ขั้นรับหลักการ",
    ],
)
def test_prose_and_right_phrases_are_left_alone(text):
    assert check_wording(text) == []


@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.docx")), ids=lambda path: path.name)
def test_our_own_templates_do_not_stray(path):
    assert check_template(path) == []


def test_our_own_minutes_do_not_stray():
    assert check_wording(write_text(RECORD, digits="thai")) == []


def test_a_template_that_strays_is_found(tmp_path):
    own = Document(BUNDLED / "minutes.docx")
    own.paragraphs[0].insert_paragraph_before("บันทึกการประชุม{{ committee }}")
    own.save(tmp_path / "minutes.docx")

    assert [one.found for one in check_template(tmp_path / "minutes.docx")] == ["บันทึกการประชุม"]


def test_a_template_that_is_no_word_file_is_named(tmp_path):
    (tmp_path / "minutes.docx").write_bytes(b"no Word file")

    with pytest.raises(ValidationError, match=r"minutes\.docx"):
        check_template(tmp_path / "minutes.docx")


@pytest.mark.parametrize("piece", ["ผู้", " ", "วาระที่ ", "\n", "วัน", "รายงานการประชุม\n"])
def test_long_texts_take_no_longer_than_their_length(piece):
    begun = time.perf_counter()

    check_wording(piece * (400_000 // len(piece)))

    assert time.perf_counter() - begun < 5
