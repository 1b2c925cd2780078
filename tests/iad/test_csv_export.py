"""Tables as CSV: what a spreadsheet shows, and never executes."""

import csv
import io

import pytest

from iad.csv_export import csv_lines, safe_cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+66 2 221 2141",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        '=HYPERLINK("https://x")',
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
    ],
)
def test_text_that_looks_like_a_formula_begins_with_an_apostrophe(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "ข่าว", "1+1=2", "a@b", " =1", "'=1", "3/2568", "ก-ข"])
def test_other_text_stays_as_it_is(text):
    assert safe_cell(text) == text


@pytest.mark.parametrize("number", [-5, 0, 2.5])
def test_a_number_is_no_formula(number):
    assert safe_cell(number) == number


class Named:
    def __str__(self):
        return "=1+1"


def test_a_thing_is_judged_by_the_text_it_writes():
    assert safe_cell(Named()) == "'=1+1"


def test_what_is_written_reads_back_whole():
    rows = [["ก, ข", 'say "x"', "two\nlines"], ["", "๒๕๖๓", "-1"]]
    text = "".join(csv_lines(rows))

    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    read = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert read == [rows[0], ["", "๒๕๖๓", "'-1"]]


def test_rows_leave_as_they_come():
    def endless():
        while True:
            yield ["ข่าว"]

    lines = csv_lines(endless())

    assert [next(lines), next(lines)] == ["\ufeff", "ข่าว\r\n"]
