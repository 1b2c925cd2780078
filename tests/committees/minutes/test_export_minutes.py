"""``export_minutes``: the minutes of a meeting as a file, or a reason why there are none."""

import pytest
from django.core.management import CommandError, call_command

from committees.minutes.text import text_of
from committees.models import Meeting
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    committee = factories.make_committee(slug="asean-capitals", name_th="คณะกรรมการเมืองหลวง")
    meeting = factories.make_meeting(committee=committee, number=1, be_year=2563)
    factories.make_item(meeting=meeting, title_th="เรื่องลับเฉพาะ", access="internal")
    factories.make_item(meeting=meeting, title_th="เรื่องเปิดเผย")
    return meeting


def export(to, *words: str, reference="1/2563", committee="asean-capitals") -> str:
    call_command("export_minutes", committee, reference, "--to", str(to), *words)
    return text_of(to) if to.suffix == ".docx" else ""


@pytest.mark.parametrize("reference", ["1/2563", "๑/๒๕๖๓"])
def test_the_internal_minutes_are_written_in_thai_digits(meeting, tmp_path, reference):
    text = export(tmp_path / "minutes.docx", reference=reference)

    assert "รายงานการประชุมคณะกรรมการเมืองหลวง" in text
    assert "ครั้งที่ ๑/๒๕๖๓" in text
    assert "เรื่องลับเฉพาะ" in text


def test_the_public_minutes_hold_nothing_closed(meeting, tmp_path):
    text = export(tmp_path / "minutes.docx", "--public", "--digits", "arabic")

    assert "เรื่องเปิดเผย" in text
    assert "เรื่องลับเฉพาะ" not in text
    assert "ครั้งที่ 1/2563" in text


def test_a_closed_meeting_has_no_public_minutes(meeting, tmp_path):
    Meeting.objects.update(access="internal")

    with pytest.raises(CommandError, match="closed"):
        export(tmp_path / "minutes.docx", "--public")


def test_the_name_of_the_file_says_which_kind(meeting, tmp_path):
    export(tmp_path / "minutes.txt")
    export(tmp_path / "minutes.PDF")

    assert "ผู้มาประชุม" in (tmp_path / "minutes.txt").read_text(encoding="utf-8")
    assert (tmp_path / "minutes.PDF").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["minutes.odt", "minutes"])
def test_a_kind_that_is_not_written_is_refused(meeting, tmp_path, name):
    with pytest.raises(CommandError, match=r"\.docx"):
        export(tmp_path / name)


def test_an_unknown_committee_is_answered_with_the_nearest(meeting, tmp_path):
    with pytest.raises(CommandError, match="asean-capitals"):
        export(tmp_path / "minutes.docx", committee="asean-capital")


@pytest.mark.parametrize("reference", ["2/2563", "9999/9999", "1-2563", "99999999/2563", ""])
def test_an_unknown_meeting_is_refused(meeting, tmp_path, reference):
    with pytest.raises(CommandError, match="meeting"):
        export(tmp_path / "minutes.docx", reference=reference)


def test_a_meeting_to_come_has_no_minutes(meeting, tmp_path):
    Meeting.objects.update(status="planned")

    with pytest.raises(CommandError, match="no minutes yet"):
        export(tmp_path / "minutes.docx")


def test_a_folder_that_is_not_there_is_named(meeting, tmp_path):
    with pytest.raises(CommandError, match="nowhere"):
        export(tmp_path / "nowhere" / "minutes.docx")


def test_nothing_half_written_stays(meeting, tmp_path):
    (tmp_path / "minutes.docx").mkdir()

    with pytest.raises(CommandError, match="can not be written"):
        export(tmp_path / "minutes.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.docx"]


def test_a_broken_template_is_a_clear_refusal(meeting, tmp_path, settings):
    settings.PAPER_TEMPLATES = str(tmp_path)
    (tmp_path / "minutes.docx").write_bytes(b"no Word file")

    with pytest.raises(CommandError, match="Word"):
        export(tmp_path / "out.docx")
    assert not (tmp_path / "out.docx").exists()
