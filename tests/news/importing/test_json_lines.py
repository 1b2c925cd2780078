"""Articles in bulk, a line each."""

import datetime
import json

import pytest
from django.utils import translation

from news.importing.json_lines import BulkArticle, LineError, read_json_lines

WHOLE = {"title_th": "หัวข้อ", "body_th": "<p>เนื้อหา</p>", "date": "2020-02-14"}


@pytest.fixture(autouse=True)
def _reasons_in_english():
    with translation.override("en"):
        yield


def line(**changes) -> str:
    values = WHOLE | changes
    return json.dumps({key: value for key, value in values.items() if value != "absent"})


def test_a_line_becomes_an_article_with_its_number():
    lines = [
        "\ufeff" + line(),
        "",
        "  \n",
        line(address="http://x.example/node/1/", summary_en=None),
    ]

    first, second = read_json_lines(lines)

    assert first == (
        1,
        BulkArticle(date=datetime.date(2020, 2, 14), title_th="หัวข้อ", body_th="<p>เนื้อหา</p>"),
    )
    assert second[0] == 4
    assert (second[1].address, second[1].summary_en) == ("/node/1", "")


def test_lines_may_be_bytes():
    assert [number for number, _article in read_json_lines([line().encode()])] == [1]


def test_english_alone_is_enough():
    english = line(title_th="", body_th=None, title_en="News", body_en="<p>Text</p>")

    ((_number, article),) = read_json_lines([english])

    assert (article.title_en, article.title_th) == ("News", "")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "not a JSON object"),
        ('{"date": "2020-02-14", "date": "2020-02-15"}', "given twice"),
        (b"\xff", "not UTF-8"),
        (line(title_th="\ud800"), "not UTF-8"),
        (line(headline="x", colour="y"), "Unknown keys: colour, headline."),
        (line(title_th=7), "“title_th” is not text."),
        (line(date=20200214), "“date” is not text."),
        (line(date="absent"), "The date is missing."),
        (line(date=None), "The date is missing."),
        (line(date="14/02/2020"), "Write the date as in 2020-02-14."),
        (line(date="2020-02-14T00:00:00"), "Write the date as in 2020-02-14."),
        (line(date="๒๐๒๐-๐๒-๑๔"), "Write the date as in 2020-02-14."),
        (line(date="2563-02-14"), "write 2020 for the year 2563"),
        (line(date="2020-02-30"), "no such date: 2020-02-30"),
        (line(title_th="  "), "no title in either language"),
        (line(title_en="x" * 301), "longer than 300 characters"),
        (line(body_th=""), "no text in either language"),
        (line(address="javascript:x"), "no address of a page"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named_with_its_reason(bad, reason):
    lines = read_json_lines(["", line(), bad])

    assert next(lines)[0] == 2
    with pytest.raises(LineError, match=reason) as refused:
        next(lines)
    assert refused.value.line == 3
    assert str(refused.value).startswith("Line 3: ")


def test_the_whole_of_a_title_of_300_characters_is_taken():
    ((_number, article),) = read_json_lines([line(title_th="ก" * 300)])

    assert len(article.title_th) == 300
