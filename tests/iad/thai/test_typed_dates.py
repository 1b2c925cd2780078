import time
from datetime import date, time as hour

import pytest
from django.utils import translation

from iad.thai.typed_dates import DateError, TimeError, parse_date, parse_range, parse_time

FRIDAY = date(2020, 2, 14)


@pytest.fixture(autouse=True)
def english():
    """The messages are compared as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    "text",
    [
        "14 กุมภาพันธ์ 2563",
        "14 ก.พ. 63",
        "14 ก.พ. 2563",
        "14 กพ 63",
        "14 กพ. 63",
        "14ก.พ.63",
        "14 ก. พ. 63",
        "14 กุมภา 63",
        "14/2/2563",
        "14/02/2563",
        "14/2/63",
        "14-2-2563",
        "14 - 2 - 2563",
        "14.2.2563",
        "14-ก.พ.-2563",
        "๑๔/๒/๒๕๖๓",
        "๑๔ กุมภาพันธ์ ๒๕๖๓",
        "1๔ ก.พ. 25๖3",
        "2020-02-14",
        "2563-02-14",
        "๒๕๖๓-๐๒-๑๔",
        "2020/2/14",
        "14/2/2020",
        "14 กุมภาพันธ์ 2020",
        "วันศุกร์ที่ 14 กุมภาพันธ์ พ.ศ. 2563",
        "วันศุกร์ที่ ๑๔ กุมภาพันธ์ พุทธศักราช ๒๕๖๓",
        "วันศุกร์ ที่ 14 เดือน กุมภาพันธ์ ปี 2563",
        "ศุกร์ 14 ก.พ. 2563",
        "เมื่อวันที่ 14 กุมภาพันธ์ 2563",
        "เมื่อวันศุกร์ที่ 14 กุมภาพันธ์ 2563",
        "วันที่14กุมภาพันธ์พ.ศ.2563",
        "14 ก.พ. พ.ศ. 63",
        "14 กุมภาพันธ์ ค.ศ. 2020",
        "14 กุมภาพันธ์ คริสต์ศักราช 2020",
        "14 February 2020",
        "14 FEBRUARY 2020",
        "14 Feb 2020",
        "14 Feb. 2020",
        "14th February 2020",
        "the 14th of February, 2020",
        "On 14th February 2020",
        "Friday 14 February 2020",
        "Friday, 14 February 2563",
        "Fri. 14 Feb 2020",
        "14 February B.E. 2563",
        "14 February 2563 BE",
        "14 February A.D. 2020",
        "14 February 2020 CE",
        "14 Feb BE 63",
        "February 14, 2020",
        "Feb 14 2563",
        "ศุกร์, กุมภาพันธ์ 14, 2020",
        "  14   กุมภาพันธ์\u00a02563  ",
        "14\nกุมภา\nพันธ์\r\n2563",
        "14\u200b กุมภา\u200bพันธ์ 2563\ufeff",
        "14\tกุมภาพันธ์\t2563",
    ],
)
def test_one_day_can_be_typed_in_all_these_ways(text):
    assert parse_date(text) == FRIDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 ก.พ. 2563", date(2020, 2, 29)),
        ("1 มกราคม 2484", date(1941, 1, 1)),
        ("31 ธ.ค. 2700", date(2157, 12, 31)),
        ("31/12/2157", date(2157, 12, 31)),
        ("27 ก.พ. 66", date(2023, 2, 27)),
        ("1 พ.ย. 00", date(1957, 11, 1)),
        ("๓๑ ต.ค. ๒๕๖๘", date(2025, 10, 31)),
        ("พฤหัสบดี 13 ก.พ. 63", date(2020, 2, 13)),
        ("พฤหัส 13 ก.พ. 63", date(2020, 2, 13)),
        ("3 May 2021", date(2021, 5, 3)),
        ("2 Sept 2021", date(2021, 9, 2)),
        ("31 August 2021", date(2021, 8, 31)),
    ],
)
def test_a_year_from_2400_on_is_buddhist_and_two_digits_are_25xx(text, day):
    assert parse_date(text) == day


WRITE = "Write a date with day, month and year, such as 14 February 2020 or 14/2/2020."
BEFORE = "Write a date from B.E. 2484 (1941) on: before, the Thai year began in April."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", WRITE),
        ("   ", WRITE),
        ("เมื่อวันที่", WRITE),
        ("soon", WRITE),
        ("14 กุมภาพันธ์", WRITE),
        ("กุมภาพันธ์ 2563", WRITE),
        ("2563", WRITE),
        ("14/2", WRITE),
        ("14/2-2563", WRITE),
        ("1 4 กุมภาพันธ์ 2563", WRITE),
        ("14 กุมภาพันธ์ 25 63", WRITE),
        ("14 ก.พ. 2563 13.30 น.", WRITE),
        ("14 ก.พ. มี.ค. 2563", WRITE),
        ("14 marchand 2020", WRITE),
        ("ศุกร์ จันทร์ 14 ก.พ. 2563", WRITE),
        ("٢٠٢٠-٠٢-١٤", WRITE),
        ("14/2/2563; DROP", WRITE),
        ("14 ก.พ. 2483", BEFORE),
        ("14/2/2400", BEFORE),
        ("14/2/2399", "The year 2399 is too far ahead; please check it."),
        ("31/12/1940", BEFORE),
        ("14/2/0063", BEFORE),
        ("14/2/3563", "The year 3563 is too far ahead; please check it."),
        ("14/2/2701", "The year 2701 is too far ahead; please check it."),
        ("14/2/2158", "The year 2158 is too far ahead; please check it."),
        ("14/2/563", "563 is not a year; write four digits, such as 2563."),
        ("14/2/25630", "25630 is not a year; write four digits, such as 2563."),
        ("14/2/3", "3 is not a year; write four digits, such as 2563."),
        ("14 ก.พ. พ.ศ. 2020", "The year 2020 is not of the Buddhist Era."),
        ("14 ก.พ. ค.ศ. 2563", "The year 2563 is not of the common era."),
        (
            "14 ก.พ. พ.ศ. 2563 ค.ศ.",
            "Write the year either in the Buddhist Era or in the common era.",
        ),
        ("14 Feb 20", "Write the year with four digits: 20 may be 2520 or 2020."),
        ("14 ก.พ. ค.ศ. 20", "Write the year with four digits: 20 may be 2520 or 2020."),
        ("31 กุมภาพันธ์ 2563", "February 2563 has 29 days; there is no day 31."),
        ("29 February 2021", "February 2021 has 28 days; there is no day 29."),
        ("31 เม.ย. 63", "April 2563 has 30 days; there is no day 31."),
        ("0/2/2563", "February 2563 has 29 days; there is no day 0."),
        ("14/13/2563", "There is no month 13; the day comes first, as in 14/2/2020."),
        ("2/14/2563", "There is no month 14; the day comes first, as in 14/2/2020."),
        ("14/0/2563", "There is no month 0; the day comes first, as in 14/2/2020."),
        (
            "วันจันทร์ที่ 14 กุมภาพันธ์ 2563",
            "14 February 2563 is a Friday, not a Monday.",
        ),
        ("Sunday, February 14, 2020", "14 February 2020 is a Friday, not a Sunday."),
        ("1" * 101, "This is too long for a date. Write 14 February 2020."),
    ],
)
def test_what_is_no_date_is_refused_in_words(text, reason):
    with pytest.raises(DateError) as refusal:
        parse_date(text)
    assert str(refusal.value) == reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("จันทร์ 14 ก.พ. 63", ["14 กุมภาพันธ์ 2563", "ศุกร์", "จันทร์"]),
        ("Monday 14 February 2020", ["14 กุมภาพันธ์ 2020", "ศุกร์", "จันทร์"]),
        ("31 Feb 2563", ["กุมภาพันธ์ 2563", "29"]),
        ("x", ["14 กุมภาพันธ์ 2563", "14/2/2563"]),
    ],
)
def test_a_thai_reader_gets_thai_names(text, words):
    with translation.override("th"), pytest.raises(DateError) as refusal:
        parse_date(text)
    assert all(word in str(refusal.value) for word in words)
    assert "Friday" not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("26–28 มิถุนายน 2562", (2019, 6, 26), (2019, 6, 28)),
        ("26 – 28 มิถุนายน 2562", (2019, 6, 26), (2019, 6, 28)),
        ("26 - 28 มิ.ย. 62", (2019, 6, 26), (2019, 6, 28)),
        ("26-28 มิ.ย. 62", (2019, 6, 26), (2019, 6, 28)),
        ("๒๖—๒๘ มิถุนายน ๒๕๖๒", (2019, 6, 26), (2019, 6, 28)),
        ("26-28/6/2562", (2019, 6, 26), (2019, 6, 28)),
        ("26/6/2562-28/6/2562", (2019, 6, 26), (2019, 6, 28)),
        ("26-6-2562 - 28-6-2562", (2019, 6, 26), (2019, 6, 28)),
        ("ระหว่างวันที่ 26 – 28 มิถุนายน 2562", (2019, 6, 26), (2019, 6, 28)),
        ("วันที่ 26 ถึงวันที่ 28 มิถุนายน พ.ศ. 2562", (2019, 6, 26), (2019, 6, 28)),
        ("วันพุธที่ 26 – วันศุกร์ที่ 28 มิถุนายน 2562", (2019, 6, 26), (2019, 6, 28)),
        ("30 มกราคม – 6 กุมภาพันธ์ 2562", (2019, 1, 30), (2019, 2, 6)),
        ("30 ม.ค. - 6 ก.พ. 62", (2019, 1, 30), (2019, 2, 6)),
        ("30 ธันวาคม 2562 – 2 มกราคม 2563", (2019, 12, 30), (2020, 1, 2)),
        ("6 – 8 June 2018", (2018, 6, 6), (2018, 6, 8)),
        ("6th – 8th June 2018", (2018, 6, 6), (2018, 6, 8)),
        ("June 6 – 8, 2018", (2018, 6, 6), (2018, 6, 8)),
        ("from 19 to 23 October 2010", (2010, 10, 19), (2010, 10, 23)),
        ("19 October until 2 November 2010", (2010, 10, 19), (2010, 11, 2)),
        ("2019-06-26/2019-06-28", (2019, 6, 26), (2019, 6, 28)),
        ("14 กุมภาพันธ์ 2563", (2020, 2, 14), (2020, 2, 14)),
        ("14-2-2563", (2020, 2, 14), (2020, 2, 14)),
        ("14 - 2 - 2563", (2020, 2, 14), (2020, 2, 14)),
        ("2020-02-14", (2020, 2, 14), (2020, 2, 14)),
    ],
)
def test_a_period_is_read_as_its_first_and_last_day(text, start, end):
    assert parse_range(text) == (date(*start), date(*end))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("28–26 มิถุนายน 2562", "The end comes before the start."),
        ("30 ธันวาคม – 2 มกราคม 2563", "The end comes before the start."),
        ("26 – 28", WRITE),
        ("– 28 มิ.ย. 62", WRITE),
        ("26 – 27 – 28 มิ.ย. 62", WRITE),
        ("26–31 มิถุนายน 2562", "June 2562 has 30 days; there is no day 31."),
        ("6 – 8 June 18", "Write the year with four digits: 18 may be 2518 or 2018."),
        ("", WRITE),
        ("-" * 101, "This is too long for a date. Write 14 February 2020."),
    ],
)
def test_what_is_no_period_is_refused_in_words(text, reason):
    with pytest.raises(DateError) as refusal:
        parse_range(text)
    assert str(refusal.value) == reason


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("13.30 น.", hour(13, 30)),
        ("13.30น.", hour(13, 30)),
        ("เวลา 13.30 น.", hour(13, 30)),
        ("13:30", hour(13, 30)),
        ("13:30:15", hour(13, 30, 15)),
        ("๑๓.๓๐", hour(13, 30)),
        ("13.30 hrs.", hour(13, 30)),
        ("13.30 Hrs", hour(13, 30)),
        (" 9.00 ", hour(9)),
        ("09.00", hour(9)),
        ("0.00", hour(0)),
        ("23.59", hour(23, 59)),
    ],
)
def test_a_time_is_read_with_dot_or_colon(text, read):
    assert parse_time(text) == read


WRITE_TIME = "Write a time of day with hours and minutes, such as 13.30."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", WRITE_TIME),
        ("1330", WRITE_TIME),
        ("13", WRITE_TIME),
        ("13.3", WRITE_TIME),
        ("1:30 pm", WRITE_TIME),
        ("บ่ายสอง", WRITE_TIME),
        ("9" * 1000, WRITE_TIME),
        ("24.00", "There is no time 24.00: hours go up to 23 and minutes up to 59."),
        ("13:60", "There is no time 13.60: hours go up to 23 and minutes up to 59."),
    ],
)
def test_what_is_no_time_is_refused_in_words(text, reason):
    with pytest.raises(TimeError) as refusal:
        parse_time(text)
    assert str(refusal.value) == reason


@pytest.mark.parametrize("text", ["ก" * 100, "1 " * 50, "ก.พ." * 25, "-" * 100, "14/2/" * 20])
@pytest.mark.parametrize("parse", [parse_date, parse_range])
def test_the_longest_nonsense_is_refused_at_once(text, parse):
    started = time.process_time()
    with pytest.raises(DateError):
        parse(text)
    assert time.process_time() - started < 0.1


@pytest.mark.parametrize("parse", [parse_date, parse_range, parse_time])
def test_a_megabyte_is_refused_unread(parse):
    started = time.process_time()
    with pytest.raises(ValueError, match="Write"):
        parse("ก\u0e49" * 500_000)
    assert time.process_time() - started < 0.1
