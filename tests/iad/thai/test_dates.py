import datetime
from datetime import date

import pytest

from iad.thai.dates import (
    STYLES,
    be_year,
    ce_year,
    fiscal_year,
    format_date,
    format_datetime,
    format_range,
    format_time,
)
from iad.thai.typed_dates import parse_date, parse_range

FRIDAY = date(2020, 2, 14)


@pytest.mark.parametrize(
    ("style", "language", "shown"),
    [
        ("long", "th", "14 กุมภาพันธ์ 2563"),
        ("full", "th", "วันศุกร์ที่ 14 กุมภาพันธ์ 2563"),
        ("medium", "th", "14 ก.พ. 2563"),
        ("short", "th", "14 ก.พ. 63"),
        ("numeric", "th", "14/2/2563"),
        ("long", "en", "14 February 2020"),
        ("full", "en", "Friday 14 February 2020"),
        ("medium", "en", "14 Feb 2020"),
        ("short", "en", "14 Feb 20"),
        ("numeric", "en", "14/2/2020"),
    ],
)
def test_a_date_is_shown_in_each_style(style, language, shown):
    assert format_date(FRIDAY, style, language) == shown


def test_official_documents_use_thai_digits():
    assert format_date(FRIDAY, "full", thai_digits=True) == "วันศุกร์ที่ ๑๔ กุมภาพันธ์ ๒๕๖๓"
    assert format_time(datetime.time(13, 30), thai_digits=True) == "๑๓.๓๐ น."


def test_a_short_year_keeps_its_zero():
    assert format_date(date(1957, 5, 1), "short") == "1 พ.ค. 00"
    assert format_date(date(2005, 5, 1), "short", "en") == "1 May 05"


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    ("style", "language"),
    # Two digits after an English month are refused as ambiguous.
    [
        *((style, "th") for style in STYLES),
        *((style, "en") for style in STYLES if style != "short"),
    ],
)
def test_what_is_shown_can_be_typed(month, style, language):
    day = date(2021, month, 2 * month + 1)
    assert parse_date(format_date(day, style, language)) == day


@pytest.mark.parametrize("offset", range(7))
def test_every_weekday_shown_fits_its_date(offset):
    day = FRIDAY + datetime.timedelta(days=offset)
    assert parse_date(format_date(day, "full", "th")) == day
    assert parse_date(format_date(day, "full", "en")) == day


@pytest.mark.parametrize(
    ("start", "end", "thai", "english"),
    [
        ((2019, 6, 26), (2019, 6, 28), "26–28 มิถุนายน 2562", "26–28 June 2019"),
        (
            (2019, 1, 30),
            (2019, 2, 6),
            "30 มกราคม – 6 กุมภาพันธ์ 2562",
            "30 January – 6 February 2019",
        ),
        (
            (2019, 12, 30),
            (2020, 1, 2),
            "30 ธันวาคม 2562 – 2 มกราคม 2563",
            "30 December 2019 – 2 January 2020",
        ),
        (
            (2019, 6, 26),
            (2020, 6, 28),
            "26 มิถุนายน 2562 – 28 มิถุนายน 2563",
            "26 June 2019 – 28 June 2020",
        ),
        ((2020, 2, 14), (2020, 2, 14), "14 กุมภาพันธ์ 2563", "14 February 2020"),
    ],
)
def test_a_period_names_once_what_its_ends_share(start, end, thai, english):
    start, end = date(*start), date(*end)

    assert format_range(start, end) == thai
    assert format_range(start, end, language="en") == english
    assert parse_range(thai) == parse_range(english) == (start, end)


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("medium", "26–28 มิ.ย. 2562"),
        ("short", "26–28 มิ.ย. 62"),
        ("numeric", "26/6/2562 – 28/6/2562"),
        ("full", "วันพุธที่ 26 มิถุนายน 2562 – วันศุกร์ที่ 28 มิถุนายน 2562"),
    ],
)
def test_a_period_is_shown_in_each_style(style, shown):
    assert format_range(date(2019, 6, 26), date(2019, 6, 28), style) == shown


def test_a_period_without_end_is_its_first_day():
    assert format_range(FRIDAY, None) == "14 กุมภาพันธ์ 2563"


def test_two_hours_of_one_day_are_one_day():
    morning, evening = datetime.time(9), datetime.time(17)
    start, end = (datetime.datetime.combine(FRIDAY, hour) for hour in (morning, evening))

    assert format_range(start, end, thai_digits=True) == "๑๔ กุมภาพันธ์ ๒๕๖๓"


def test_hours_have_a_dot_and_their_word():
    assert format_time(datetime.time(13, 30)) == "13.30 น."
    assert format_time(datetime.time(9, 5), "en") == "09.05 hrs."


def test_a_day_and_its_hour_are_joined_in_the_language():
    start = datetime.datetime.combine(FRIDAY, datetime.time(13, 30))

    assert format_datetime(start) == "14 กุมภาพันธ์ 2563 เวลา 13.30 น."
    assert format_datetime(start, "medium", "en") == "14 Feb 2020 at 13.30 hrs."


@pytest.mark.parametrize(
    ("day", "year", "fiscal"),
    [
        (date(2021, 9, 30), 2564, 2564),
        (date(2021, 10, 1), 2564, 2565),
        (date(2021, 12, 31), 2564, 2565),
        (date(2022, 1, 1), 2565, 2565),
    ],
)
def test_the_fiscal_year_begins_in_october(day, year, fiscal):
    assert be_year(day) == year
    assert ce_year(year) == day.year
    assert fiscal_year(day) == fiscal
