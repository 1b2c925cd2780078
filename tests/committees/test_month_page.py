"""Meetings as a wall calendar of one month."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _, override

from committees.models import Meeting
from iad.thai.dates import be_year
from iad.thai.months import month_of
from tests.factories import make_committee, make_meeting
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db
BANGKOK = timezone.get_default_timezone()


@pytest.fixture
def read(client):
    return partial(page_of, client)


def at(*moment):
    return datetime(*moment, tzinfo=BANGKOK)


def days_with_meetings(page) -> dict[str, list[str]]:
    """What stands on each day of the calendar that has a meeting."""
    cells = page.select("table.month td.has-meetings")
    return {
        cell.time["datetime"]: [said(link).rpartition(" ")[2] for link in cell.select("a")]
        for cell in cells
    }


def test_a_month_shows_each_meeting_on_its_day_and_leads_to_it(read):
    first = make_meeting(number=1, starts_at=at(2020, 2, 14, 13, 30))
    make_meeting(number=2, starts_at=at(2020, 2, 14, 9, 0))
    make_meeting(number=3, starts_at=at(2020, 3, 1, 0, 0))
    make_meeting(number=4, starts_at=at(2020, 2, 1, 0, 30))  # January in Greenwich
    page = read("/meetings/?month=2563-02")

    assert days_with_meetings(page) == {
        "2020-02-01": ["4/2563"],
        "2020-02-14": ["2/2563", "1/2563"],
    }
    assert page.find("a", href=first.get_absolute_url())
    assert "กุมภาพันธ์ 2563" in said(page.h1)
    assert page.select_one(".count")["data-total"] == "3"


def test_weeks_begin_on_sunday_in_both_languages(read):
    for address, first, last in (
        ("/meetings/", "อาทิตย์", "เสาร์"),
        ("/en/meetings/", "Sunday", "Saturday"),
    ):
        heads = read(f"{address}?month=2563-02").select("table.month thead th")
        assert (said(heads[0]), said(heads[-1]), len(heads)) == (first, last, 7)


def test_a_meeting_of_several_days_stands_on_each_of_them_in_this_month(read):
    make_meeting(number=7, starts_at=at(2020, 1, 30, 9, 0), ends_at=at(2020, 2, 2, 16, 0))

    february = days_with_meetings(read("/meetings/?month=2563-02"))
    january = days_with_meetings(read("/meetings/?month=2563-01"))

    assert list(january) == ["2020-01-30", "2020-01-31"]
    assert list(february) == ["2020-02-01", "2020-02-02"]


def test_an_hour_is_shown_where_it_is_stated_on_the_first_day(read):
    make_meeting(starts_at=at(2020, 2, 3, 9, 30), ends_at=at(2020, 2, 4, 16, 0))
    make_meeting(starts_at=at(2020, 2, 14), time_is_stated=False)
    first, second, unstated = read("/meetings/?month=2563-02").select(".has-meetings li")

    assert "09.30" in said(first)
    assert "09.30" not in said(second)
    assert "00.00" not in said(unstated)


def test_a_meeting_that_was_called_off_says_so(read):
    make_meeting(starts_at=at(2020, 2, 3), status="cancelled")

    line = read("/meetings/?month=2563-02").select_one(".has-meetings li")

    assert said(line.select_one(".tag-warning")) == str(Meeting.Status.CANCELLED.label)


def test_today_is_marked(read):
    page = read(f"/meetings/?month={month_of(timezone.localdate())}")

    (today,) = page.select("td[aria-current=date]")
    assert today.time["datetime"] == timezone.localdate().isoformat()
    assert not read("/meetings/?month=2563-02").select("td[aria-current]")


def test_months_lead_to_one_another_as_far_as_the_record_reaches(read):
    today = timezone.localdate()
    make_meeting(starts_at=at(2020, 2, 14))
    coming = make_meeting(starts_at=timezone.now() + timedelta(days=40), status="planned")
    last = month_of(timezone.localdate(coming.starts_at))

    assert ways(read("/meetings/?month=2563-02")) == {"next": "?month=2563-03"}
    assert ways(read("/meetings/?month=2563-03")) == {
        "prev": "?month=2563-02",
        "next": "?month=2563-04",
    }
    assert "next" in ways(read(f"/meetings/?month={month_of(today)}"))
    assert ways(read(f"/meetings/?month={last}")) == {"prev": f"?month={last.before}"}


def ways(page) -> dict[str, str]:
    return {link["rel"][0]: link["href"] for link in page.select(".months a")}


def test_the_form_offers_the_months_in_which_there_is_a_meeting(read):
    make_meeting(starts_at=at(2020, 2, 14))
    make_meeting(starts_at=at(2021, 5, 3))
    make_meeting(starts_at=at(2019, 5, 3), access="internal")
    page = read("/meetings/?month=2563-03")

    assert [one["value"] for one in page.select("#month option")] == [
        *("2564-05", "2563-03", "2563-02"),
    ]
    assert page.select_one("#month option[selected]")["value"] == "2563-03"


def test_what_is_closed_stands_in_no_month(read):
    make_meeting(starts_at=at(2020, 2, 14), access="internal")
    page = read("/meetings/?month=2563-02")

    assert days_with_meetings(page) == {}
    assert page.select_one(".count")["data-total"] == "0"


def test_a_month_without_meetings_says_so_and_leads_on(read):
    page = read("/meetings/?month=2510-02")

    assert page.select_one(".empty a")["href"] == "/meetings/"


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "month",
    ["2020-02", "2563-13", "2563-2", "9999-12", "abc", "%3Cb%3E", "2563-02'--", "9" * 3000],
)
def test_what_is_no_month_is_not_found(prefix, month, read):
    read(f"{prefix}/meetings/?month={month}", status=404)


def test_a_month_of_which_nothing_can_be_planned_is_not_found(read):
    next_year = be_year(timezone.localdate()) + 1

    read(f"/meetings/?month={next_year}-12")
    read(f"/meetings/?month={next_year + 1}-01", status=404)


def test_no_month_is_the_list(read):
    for address in ("/meetings/", "/meetings/?month="):
        assert read(address).find(id="past")


@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("/en", "en")])
def test_the_list_leads_to_this_month_and_the_month_to_the_list(prefix, language, read):
    this_month = month_of(timezone.localdate())
    link = read(f"{prefix}/meetings/").find("a", href=f"{prefix}/meetings/?month={this_month}")

    with override(language):
        assert said(link) == _("Month by month")
    assert read(link["href"]).find("a", href=f"{prefix}/meetings/")


def test_a_month_is_a_page_of_its_own(read):
    make_committee()
    page = read("/meetings/?month=2563-02&from=mail")

    canonical = page.select_one("link[rel=canonical]")["href"]
    english = page.select_one("link[hreflang=en]")["href"]
    assert canonical == "http://testserver/meetings/?month=2563-02"
    assert english == "http://testserver/en/meetings/?month=2563-02"
    assert said(page.title) != said(read("/meetings/").title)
