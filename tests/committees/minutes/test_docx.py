"""The Word papers: what stands in them, in what order, and in what type."""

import io
import os
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from committees.minutes.docx import (
    write_attendance_sheet,
    write_extract,
    write_invitation,
    write_minutes,
)
from committees.minutes.filling import BUNDLED
from committees.minutes.record import Attending, Matter, Part
from committees.minutes.text import text_of
from tests.committees.minutes.records import (
    CULTURE,
    DRAINAGE,
    HEADINGS,
    HOSTILE,
    LITERAL,
    RECORD,
    certified,
    record,
    stand_in_order,
)

MARKS_AND_BLANKS = re.compile(r"[\s0-9\u0e31-\u0e3a\u0e47-\u0e4e]")
PAPERS = [write_minutes, write_invitation, write_attendance_sheet]


def minutes(meeting=RECORD, digits="thai") -> str:
    return text_of(io.BytesIO(write_minutes(meeting, digits=digits)))


def watermarks(paper: bytes) -> list[str]:
    section = Document(io.BytesIO(paper)).sections[0]
    heads = (section.first_page_header, section.header)
    tag = "{urn:schemas-microsoft-com:vml}textpath"
    return [m.get("string") for h in heads for m in h._element.iter(tag) if m.get("string")]


def test_the_headings_of_form_11_stand_in_order():
    assert stand_in_order(HEADINGS, minutes())


def test_each_item_ends_in_its_resolution_and_who_must_do_what_by_when():
    said = (
        *("ระเบียบวาระที่ ๕", "๕.๑", "มติที่ประชุม", f"มอบหมาย{CULTURE} จัดทำกำหนดการ"),
        *("ภายในวันที่ ๓๐ เมษายน ๒๕๖๓", f"มอบหมาย{DRAINAGE}", "ระเบียบวาระที่ ๖"),
    )

    assert stand_in_order(said, minutes())


def test_a_report_names_what_it_follows():
    said = ("สืบเนื่องจากการประชุมครั้งที่ ๔/๒๕๖๒ ระเบียบวาระที่ ๕.๒", CULTURE, "รวบรวมแล้ว ๒๘ เมือง")

    assert stand_in_order(said, minutes())


def test_a_substitute_is_listed_with_whom_he_stands_in_for():
    assert "แทน ผู้อำนวยการสำนักการระบายน้ำ" in minutes()


def test_digits_are_thai_but_for_codes_and_names():
    text = minutes()

    assert "PM2.5" in text
    assert "COVID-19" in text
    assert "ASEAN Vision 2045" in text
    assert "๑๐ เมือง" in text


def test_digits_may_be_arabic():
    text = minutes(digits="arabic")

    assert "ครั้งที่ 1/2563" in text
    assert not set(text) & set("๐๑๒๓๔๕๖๗๘๙")


def test_nobody_absent_leaves_the_heading_out():
    assert "ผู้ไม่มาประชุม" not in minutes(record(absent=()))


def test_a_section_without_items_says_so():
    text = minutes(record(parts=(Part(3, "เรื่องสืบเนื่อง", ()), Part(4, "เรื่องเพื่อทราบ", ()))))

    assert stand_in_order(("๓", "ไม่มีเรื่องสืบเนื่อง", "๔", "ไม่มี"), text)


def test_an_hour_that_nobody_stated_is_left_blank():
    text = minutes(record(time_is_stated=False, ends_at=None))

    assert stand_in_order(("๒๕๖๓\n", "เริ่มประชุมเวลา  ......", "เลิกประชุมเวลา  ....."), text)
    assert "๑๓.๓๐" not in text


def test_several_days_stand_in_one_line():
    ends = RECORD.ends_at + timedelta(days=2)

    assert "เมื่อวันที่ ๑๔–๑๖ กุมภาพันธ์ ๒๕๖๓" in minutes(record(ends_at=ends))


def test_a_draft_is_marked_on_every_page():
    paper = write_minutes(RECORD, digits="thai")

    assert watermarks(paper) == ["ร่าง", "ร่าง"]
    assert text_of(io.BytesIO(paper)).startswith("(ร่าง)")


def test_certified_minutes_say_where_they_were_certified():
    paper = write_minutes(certified(), digits="thai")

    assert watermarks(paper) == []
    assert "รับรองในการประชุมครั้งที่ ๒/๒๕๖๓ เมื่อวันที่ ๑ พฤษภาคม ๒๕๖๓" in minutes(certified())


def test_minutes_certified_by_circulation_say_so():
    assert "รับรองโดยการเวียน" in minutes(certified(certified_at=""))


def test_only_the_internal_version_is_marked_internal():
    assert "(เอกสารภายใน)" in minutes()
    assert "(เอกสารภายใน)" not in minutes(record(is_public_version=True))


@pytest.mark.parametrize("write", PAPERS)
def test_what_is_typed_comes_out_literally(write):
    hostile = record(
        committee=HOSTILE,
        venue=HOSTILE,
        present=(Attending(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        parts=(Part(1, HOSTILE, (Matter("1.1", HOSTILE, HOSTILE),)),),
        secretariat=HOSTILE,
    )

    text = text_of(io.BytesIO(write(hostile, digits="thai")))

    assert text.count(LITERAL) >= 4


def test_the_type_is_set_where_word_looks_for_thai():
    styles = Document(io.BytesIO(write_minutes(RECORD, digits="thai"))).styles
    for name in ("Normal", "Title", "Heading 1", "Body Text"):
        letters = styles[name].element.rPr
        assert {letters.rFonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs")} == {
            "TH Sarabun New"
        }
        assert letters.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
        assert letters.find(qn("w:szCs")).get(qn("w:val")) == letters.sz.get(qn("w:val"))
    assert styles["Normal"].element.rPr.find(qn("w:szCs")).get(qn("w:val")) == "32"
    assert styles["Heading 1"].element.rPr.find(qn("w:bCs")).get(qn("w:val")) != "0"


def test_every_word_is_said_to_be_thai():
    body = Document(io.BytesIO(write_minutes(RECORD, digits="thai"))).element.body
    runs = [run for run in body.iter(qn("w:r")) if "".join(run.itertext()).strip()]

    assert {run.rPr.find(qn("w:lang")).get(qn("w:bidi")) for run in runs} == {"th-TH"}


def test_pages_are_counted_in_the_digits_of_the_paper():
    thai, arabic = (
        Document(io.BytesIO(write_minutes(RECORD, digits=digits))).sections[0]._sectPr
        for digits in ("thai", "arabic")
    )

    assert thai.find(qn("w:pgNumType")).get(qn("w:fmt")) == "thaiNumbers"
    assert arabic.find(qn("w:pgNumType")) is None


def test_the_page_is_a4_with_the_margins_of_the_office():
    section = Document(io.BytesIO(write_minutes(RECORD, digits="thai"))).sections[0]
    sides = (section.page_width, section.left_margin, section.right_margin, section.top_margin)

    assert [round(side.cm, 1) for side in sides] == [21, 3, 2, 2.5]


def test_an_invitation_names_the_meeting_and_its_agenda_and_nothing_decided():
    text = text_of(io.BytesIO(write_invitation(RECORD, digits="thai")))
    parts = ("ที่ ..", "วันที่ ..", "เรื่อง  ขอเชิญประชุม", "เรียน", "ขอแสดงความนับถือ")

    assert stand_in_order((*parts, "ระเบียบวาระการประชุม", "๕.๑"), text)
    assert "มติที่ประชุม" not in text


def test_an_attendance_sheet_lists_everybody_once_and_no_reason():
    text = text_of(io.BytesIO(write_attendance_sheet(RECORD, digits="thai")))
    everybody = [*RECORD.present, *RECORD.absent, *RECORD.participants]

    assert stand_in_order(("ลำดับ", "ลายมือชื่อ", "หมายเหตุ", "๑๕\t"), text)
    assert all(text.count(f"\t{one.name}\t") == 1 for one in everybody)
    assert "ติดราชการ" not in text


def test_an_extract_holds_one_resolution_for_one_department():
    text = text_of(io.BytesIO(write_extract(RECORD, "5.1", 1, DRAINAGE, digits="thai")))

    assert stand_in_order(("คัดลอกมติที่ประชุม", "๕.๑", "มติที่ประชุม", DRAINAGE, "สำเนาถูกต้อง"), text)
    assert CULTURE not in text
    assert "เห็นชอบร่างแผน" not in text


@pytest.mark.parametrize(("matter", "decision"), [("9.9", 0), ("5.1", 7), ("5.1", -1), ("5.1", 0)])
def test_an_extract_of_what_was_not_asked_is_refused(matter, decision):
    with pytest.raises(ValidationError):
        write_extract(RECORD, matter, decision, DRAINAGE, digits="thai")


def test_a_template_of_the_office_comes_first(settings, tmp_path):
    own = Document(BUNDLED / "minutes.docx")
    own.paragraphs[0].insert_paragraph_before("สำเนาของสำนักงาน")
    own.save(tmp_path / "minutes.docx")
    settings.PAPER_TEMPLATES = str(tmp_path)

    assert "สำเนาของสำนักงาน" in minutes()
    assert write_invitation(RECORD, digits="thai")


@pytest.mark.parametrize("words", ["{% for %}", "{{ nobody }}", "{{ present.x.y }}", "{{ 1/0 }}"])
def test_a_broken_template_is_named_with_the_reason(settings, tmp_path, words):
    own = Document(BUNDLED / "minutes.docx")
    own.paragraphs[0].insert_paragraph_before(words)
    own.save(tmp_path / "minutes.docx")
    settings.PAPER_TEMPLATES = str(tmp_path)

    with pytest.raises(ValidationError, match=r"minutes\.docx"):
        write_minutes(RECORD, digits="thai")


def test_a_template_that_is_no_word_file_is_named(settings, tmp_path):
    (tmp_path / "minutes.docx").write_bytes(b"no zip at all")
    settings.PAPER_TEMPLATES = str(tmp_path)

    with pytest.raises(ValidationError, match=r"minutes\.docx"):
        write_minutes(RECORD, digits="thai")


def test_a_folder_of_templates_that_is_not_there_is_named(settings, tmp_path):
    settings.PAPER_TEMPLATES = str(tmp_path / "nowhere")

    with pytest.raises(ValidationError, match="nowhere"):
        write_minutes(RECORD, digits="thai")


@pytest.fixture(scope="session")
def office():
    path = shutil.which("soffice")
    if path is None:
        reason = "no LibreOffice is installed (Debian: libreoffice-writer-nogui)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path


def test_libreoffice_opens_the_minutes_and_prints_every_heading(office, tmp_path):
    paper: Path = tmp_path / "minutes.docx"
    paper.write_bytes(write_minutes(RECORD, digits="thai"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    subprocess.run(  # noqa: S603  a program of the machine, on our own file
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, paper],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = PdfReader(tmp_path / "minutes.pdf").pages
    text = "\n".join(page.extract_text() for page in pages)

    assert stand_in_order(map(letters, HEADINGS), letters(text))
    assert all(letters(one.name) in letters(text) for one in RECORD.present)
    assert letters("ภายในวันที่ ๓๐ เมษายน ๒๕๖๓") in letters(text)


def letters(text: str) -> str:
    """Without blanks, marks and strays: LibreOffice's text layer mixes up what looks right."""
    return MARKS_AND_BLANKS.sub("", text)
