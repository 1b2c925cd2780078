"""The reader finds what a text states, and invents nothing."""

import json
import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from committees.reading import thai_offices, word_ends
from committees.reading.days import read_days
from committees.reading.normal import normalise, tighten
from committees.reading.numbers import read_numbers
from committees.reading.patterns import any_of
from committees.reading.reader import read_report
from tests.reading.office import HOUSE, REGISTER
from tests.reading.scoring import (
    FIELDS,
    LEAST_F1,
    LEAST_PRECISION,
    expected,
    read,
    scores,
    table,
    texts,
)

TEXTS = texts()
NO_MEETINGS = [one for one in TEXTS if one.get("no_meeting")]
MEETINGS = [one for one in TEXTS if not one.get("no_meeting")]


def test_there_are_texts_of_every_kind():
    english = [one for one in MEETINGS if one["text"][:200].isascii()]
    assert len(NO_MEETINGS) >= 10
    assert len(english) >= 12
    assert len(MEETINGS) - len(english) >= 40


def test_every_fact_expected_stands_in_its_text():
    for one in MEETINGS:
        tight = tighten(one["text"])
        people = [part for who in one.get("attendees", []) for part in who.split("|")]
        people += [part for who in one.get("chair", []) for part in who.split("|")]
        told = [
            one.get("committee", ""),
            one.get("venue", ""),
            *people,
            *one.get("departments", []),
        ]
        assert [fact for fact in told if tighten(fact) not in tight] == []


@pytest.mark.parametrize(
    ("begin", "fragments"),
    [
        (word_ends.BEGIN, word_ends.CUE_WORDS),
        (thai_offices.POST_BEGIN, [thai_offices.ANY_POST]),
    ],
)
def test_every_cue_begins_with_letters_that_are_looked_for(begin, fragments):
    cues = re.compile(any_of(fragments, longest_first=False), re.MULTILINE)
    looked_for = re.compile(begin)
    met = [(one["text"], match.start()) for one in TEXTS for match in cues.finditer(one["text"])]
    assert met
    assert [text[at : at + 20] for text, at in met if not looked_for.match(text, at)] == []


@pytest.fixture(scope="module")
def measured():
    return scores(TEXTS)


def test_no_field_is_read_worse_than_it_was(measured):
    low = {
        field
        for field, (precision, _recall, f1) in measured.items()
        if precision < LEAST_PRECISION or f1 < LEAST_F1
    }
    assert low == set()


def test_the_readme_states_the_numbers_that_are_measured(measured):
    assert table(measured) in (HOUSE / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("one", NO_MEETINGS)
def test_a_text_of_no_meeting_gives_nothing(one):
    assert read(one) == expected(one) == {field: set() for field in FIELDS}


def test_what_was_left_unread_is_said():
    report = read_report("ก" * 200_000, REGISTER)
    assert [one.kind for one in report.warnings] == ["too long"]


def test_places_are_those_of_the_original():
    original = "ก\u200bข   ครั้งที่ ๑/๒๕๖๓ e\u0301"
    text = normalise(original)
    (number,) = read_numbers(text.plain)
    begin, end = text.place(number.span)
    assert (text.plain[-1], original[begin:end]) == ("é", "๑")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("วันศุกร์ที่ ๑๔ กุมภาพันธ์ ๒๕๖๓", "2020-02-14", "2020-02-14"),
        ("14 ก.พ. 63", "2020-02-14", "2020-02-14"),
        ("14\n ก.พ. 2563", "2020-02-14", "2020-02-14"),
        ("14/2/2563", "2020-02-14", "2020-02-14"),
        ("26–28 มิถุนายน 2562", "2019-06-26", "2019-06-28"),
        ("30 มกราคม – 6 กุมภาพันธ์ 2562", "2019-01-30", "2019-02-06"),
        ("30 ธันวาคม 2562 ถึงวันที่ 2 มกราคม 2563", "2019-12-30", "2020-01-02"),
        ("On 14th February 2020", "2020-02-14", "2020-02-14"),
        ("6th – 8th June 2018", "2018-06-06", "2018-06-08"),
        ("from 19 to 23 October 2010", "2010-10-19", "2010-10-23"),
        ("Friday, February 14, 2020", "2020-02-14", "2020-02-14"),
    ],
)
def test_a_day_is_read_in_every_style(words, first, last):
    (days,) = read_days(normalise(words).plain)
    assert (days.start.isoformat(), days.end.isoformat()) == (first, last)
    assert days.weekday_fits


@pytest.mark.parametrize("words", ["31 กุมภาพันธ์ 2563", "PM2.5", "2560-2564", "โควิด-19", "1/13/2563"])
def test_what_no_calendar_has_is_no_day(words):
    assert not read_days(normalise(words).plain)


def test_a_weekday_that_does_not_fit_is_a_warning():
    text = "นายก้อง กล้า เป็นประธานการประชุม เมื่อวันจันทร์ที่ 14 กุมภาพันธ์ 2563"
    (warning,) = read_report(text, REGISTER).warnings
    assert (warning.kind, text[slice(*warning.span)]) == ("weekday", "วันจันทร์ที่ 14 กุมภาพันธ์ 2563")


@pytest.mark.django_db
def test_the_command_answers_in_the_shape_of_the_contract(tmp_path, capsys):
    file = tmp_path / "news.txt"
    file.write_text(next(one["text"] for one in TEXTS if "chair" in one), encoding="utf-8")
    call_command("read_meeting", file, "--json")
    told = json.loads(capsys.readouterr().out)
    assert list(told) == [*FIELDS, "evidence"]
    call_command("read_meeting", file)
    assert "is_meeting: true" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_file_that_is_no_text_is_refused(tmp_path):
    file = tmp_path / "news.txt"
    with pytest.raises(CommandError, match="can not be read"):
        call_command("read_meeting", file)
    file.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(CommandError, match="no text in UTF-8"):
        call_command("read_meeting", file)
