"""Meetings written as a calendar, read back by icalendar."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

from committees.ical import EventRecord, calendar

BANGKOK = ZoneInfo("Asia/Bangkok")
AWKWARD = 'ห้องประชุม "รัตนโกสินทร์"; ชั้น 2, ศาลาว่าการ\nเสาชิงช้า \\ ดินแดง ' + "กรุงเทพมหานคร" * 12


def record(**fields):
    return EventRecord(
        **{
            "uid": "meeting-1@iad-portal",
            "sequence": 3,
            "changed_at": datetime(2020, 2, 1, 1, 0, tzinfo=UTC),
            "starts": datetime(2020, 2, 14, 13, 30, tzinfo=BANGKOK),
            "ends": None,
            "summary": "ประชุม ครั้งที่ 1/2563",
            "language": "th",
            "status": "CONFIRMED",
            "url": "https://example.go.th/committees/a/2563/1/",
        }
        | fields
    )


def written(**fields) -> bytes:
    return calendar("ปฏิทิน", "th", [record(**fields)])


def event_of(**fields):
    (event,) = Calendar.from_ical(written(**fields)).walk("VEVENT")
    return event


def test_any_text_comes_back_as_it_was():
    event = event_of(location=AWKWARD, summary=AWKWARD)

    assert event["LOCATION"] == AWKWARD
    assert event["SUMMARY"] == AWKWARD
    assert event["SUMMARY"].params["LANGUAGE"] == "th"


def test_lines_are_folded_at_75_octets_and_no_letter_is_split():
    lines = written(location=AWKWARD).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert [line.decode("utf-8") for line in lines]


def test_hours_are_those_of_bangkok_and_the_zone_is_explained():
    whole = Calendar.from_ical(written(starts=datetime(2020, 2, 14, 6, 30, tzinfo=UTC)))

    (event,) = whole.walk("VEVENT")
    (zone,) = whole.walk("VTIMEZONE")
    assert zone["TZID"] == event["DTSTART"].params["TZID"] == "Asia/Bangkok"
    assert event["DTSTART"].to_ical() == b"20200214T133000"
    assert event["DTSTART"].dt.utcoffset().total_seconds() == 7 * 3600


def test_an_end_that_is_not_stated_is_not_invented():
    assert "DTEND" not in event_of()


def test_a_day_without_an_hour_is_an_all_day_event_whose_end_is_excluded():
    event = event_of(starts=date(2020, 2, 14), ends=date(2020, 2, 16))

    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2020, 2, 14), date(2020, 2, 17))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event_of(starts=date(2020, 2, 14))["DTEND"].dt == date(2020, 2, 15)


def test_several_days_with_hours_end_at_their_hour():
    event = event_of(ends=datetime(2020, 2, 15, 16, 0, tzinfo=BANGKOK))

    assert event["DTEND"].to_ical() == b"20200215T160000"
