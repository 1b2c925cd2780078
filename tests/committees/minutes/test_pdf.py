"""The papers as PDF: tagged, in Thai, and read back word for word."""

import io
import os
import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from pypdf import PdfReader

from committees.minutes.pdf import (
    write_attendance_sheet_pdf,
    write_extract_pdf,
    write_invitation_pdf,
    write_minutes_pdf,
)
from committees.minutes.text_layer import with_characters
from tests.committees.minutes.records import (
    DRAINAGE,
    HEADINGS,
    LONG,
    PARTS,
    PRESENT,
    RECORD,
    certified,
    record,
    stand_in_order,
)

PDFTOTEXT = shutil.which("pdftotext")
needs_pdftotext = pytest.mark.skipif(
    PDFTOTEXT is None and "CI" not in os.environ, reason="pdftotext is not installed"
)
HOSTILE = 'ก#eval $x$ *ก* _ก_ `ก` \\ "คำ" ] } <a> @ก // /* ก'
LONG_WORD = "https://example.org/" + "a1" * 150


def without_blanks(text: str) -> str:
    return re.sub(r"\s+", "", text)


def by_pdftotext(pdf: bytes) -> str:
    """Blanks and line breaks aside; this reader knows ActualText."""
    # S603: a program found on the path, fed with bytes only.
    done = subprocess.run(  # noqa: S603
        [PDFTOTEXT, "-", "-"], input=pdf, capture_output=True, check=True
    )
    return without_blanks(done.stdout.decode())


def by_pypdf(pdf: bytes) -> str:
    """This one takes each glyph for what the font says it is."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return without_blanks("".join(page.extract_text() for page in pages))


@pytest.fixture(params=[pytest.param(by_pdftotext, marks=needs_pdftotext), by_pypdf])
def copied(request):
    return request.param


def test_the_minutes_copy_as_they_were_written(copied):
    text = copied(write_minutes_pdf(RECORD, digits="thai"))

    assert stand_in_order(map(without_blanks, HEADINGS), text)
    for one in PRESENT:
        assert without_blanks(one.name) in text
        assert without_blanks(one.position) in text
    first = without_blanks(LONG.splitlines()[1])
    assert first in text


def test_stacked_marks_and_slashes_between_thai_digits_come_back_whole(copied):
    words = "น้ำ ปั้น ที่ ครั้งที่ สิทธิ์ ป้า ฝ้าย ฟื้นฟู ญี่ปุ่น กตัญญู ซ้ำ ค่ำ เก๊ ๒/๒๕๖๔ ASEAN"
    parts = (replace(PARTS[4], matters=(replace(PARTS[4].matters[0], detail=words),)),)

    text = copied(write_minutes_pdf(record(parts=parts), digits="thai"))

    assert without_blanks(words) in text


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (lambda: write_invitation_pdf(RECORD, digits="thai"), "ขอเชิญประชุม"),
        (lambda: write_attendance_sheet_pdf(RECORD, digits="thai"), "ลายมือชื่อ"),
        (lambda: write_extract_pdf(RECORD, "5.1", 1, DRAINAGE, digits="thai"), "คัดลอกมติ"),
    ],
)
def test_the_other_papers_copy_too(write, words, copied):
    text = copied(write())

    assert words in text
    assert without_blanks(RECORD.committee) in text


def test_text_is_never_markup(copied):
    matter = replace(PARTS[4].matters[0], title=HOSTILE, detail=LONG_WORD)
    parts = (replace(PARTS[4], matters=(matter,)),)

    text = copied(write_minutes_pdf(record(parts=parts), digits="arabic"))

    assert without_blanks(HOSTILE) in text
    assert LONG_WORD in text.replace("\u200b", "")


def test_a_character_that_no_font_has_does_not_keep_the_paper_back():
    assert write_minutes_pdf(record(venue="ห้อง 🎉 會議"), digits="thai").startswith(b"%PDF")


def test_forty_items_are_set_on_several_pages():
    part = replace(PARTS[4], matters=PARTS[4].matters * 40)

    pdf = write_minutes_pdf(record(parts=(part,)), digits="thai")

    assert len(PdfReader(io.BytesIO(pdf)).pages) > 5


def test_the_file_is_tagged_named_and_in_thai():
    root = PdfReader(io.BytesIO(write_minutes_pdf(certified(), digits="thai")))

    assert root.metadata.title.startswith("รายงานการประชุม")
    assert root.trailer["/Root"]["/Lang"].startswith("th")
    assert root.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_same_record_gives_the_same_file():
    """So that a browser that has it is told so (ETag)."""
    assert write_minutes_pdf(RECORD, digits="thai") == write_minutes_pdf(RECORD, digits="thai")


@pytest.mark.parametrize("file", [b"", b"no PDF", b"\n1 0 obj<</Length 9>>stream\nBT"])
def test_a_file_that_is_not_understood_stays_as_it_is(file):
    assert with_characters(file) == file
