"""The minutes as plain text."""

from committees.minutes.text import write_text
from tests.committees.minutes.records import HEADINGS, RECORD, record, stand_in_order


def test_the_text_has_the_order_of_the_paper():
    assert stand_in_order(HEADINGS, write_text(RECORD, digits="thai"))


def test_an_attendee_is_one_line():
    lines = write_text(RECORD, digits="arabic").splitlines()

    assert "1.\tนายธนากร ศรีสมมุติ\tรองปลัดกรุงเทพมหานคร\tประธาน" in lines


def test_paragraphs_stay_paragraphs():
    lines = write_text(RECORD, digits="thai").splitlines()

    assert any(line.startswith("ที่ประชุมได้อภิปราย") for line in lines)


def test_a_name_in_latin_letters_is_parted_from_the_thai_before_it():
    text = write_text(record(committee="Committee on Cities"), digits="thai")

    assert "รายงานการประชุม Committee on Cities" in text
