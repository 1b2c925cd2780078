from datetime import date

import pytest

from iad.thai.months import Month, month_of, parse_month, weekdays

DECEMBER = Month(2569, 12)


def test_a_month_of_the_buddhist_era_knows_its_days_and_its_name():
    assert (DECEMBER.first_day, DECEMBER.last_day) == (date(2026, 12, 1), date(2026, 12, 31))
    assert Month(2563, 2).last_day == date(2020, 2, 29)
    assert (DECEMBER.name("th"), DECEMBER.name("en")) == ("ธันวาคม 2569", "December 2026")
    assert str(Month(2563, 2)) == "2563-02"


def test_months_follow_one_another_over_the_new_year():
    assert DECEMBER.after == Month(2570, 1)
    assert Month(2570, 1).before == DECEMBER
    assert sorted([Month(2570, 1), DECEMBER]) == [DECEMBER, Month(2570, 1)]
    assert month_of(date(2026, 12, 31)) == DECEMBER


def test_its_weeks_begin_on_sunday_and_hold_its_own_days_only():
    weeks = DECEMBER.weeks()

    assert {len(week) for week in weeks} == {7}
    assert weeks[0][:3] == [None, None, date(2026, 12, 1)]  # a Tuesday
    assert [day for week in weeks for day in week if day] == [
        date(2026, 12, number) for number in range(1, 32)
    ]
    assert (weekdays("th")[0], weekdays("th")[-1]) == ("อาทิตย์", "เสาร์")
    assert weekdays("en")[0] == "Sunday"


@pytest.mark.parametrize("text", ["2569-12", "๒๕๖๙-๑๒"])
def test_a_month_is_read_in_either_digits(text):
    assert parse_month(text) == DECEMBER


@pytest.mark.parametrize(
    "text",
    [
        *("2026-12", "2569-00", "2569-13", "2569-1", "2569-012", "2569/12", "12-2569", "2569"),
        *("2483-12", "2701-01", "9999-12", "0000-01", "-2569-12", "2569-12 ", "2569-12\n", ""),
        *("²569-12", "2569-12'--", "<b>", "\u0000", "9" * 4000),
    ],
)
def test_all_else_is_no_month(text):
    assert parse_month(text) is None
