"""Months of the Buddhist calendar, as a wall calendar shows them."""

import re
from calendar import SUNDAY, Calendar
from dataclasses import dataclass
from datetime import date, timedelta

from iad.thai.dates import WEEKDAYS, be_year, ce_year, month_name
from iad.thai.digits import to_arabic
from iad.thai.typed_dates import EARLIEST, LATEST

WRITTEN = re.compile("([0-9]{4})-([0-9]{2})")
# A Thai calendar's week begins on Sunday, in print and in CLDR, in whatever language it is read.
WEEK = Calendar(SUNDAY)


@dataclass(frozen=True, order=True)
class Month:
    """A month of a B.E. year; in addresses it is written 2569-12."""

    be_year: int
    number: int

    def __str__(self):
        return f"{self.be_year}-{self.number:02}"

    @property
    def first_day(self) -> date:
        return date(ce_year(self.be_year), self.number, 1)

    @property
    def last_day(self) -> date:
        return (self.first_day + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    @property
    def before(self) -> "Month":
        return month_of(self.first_day - timedelta(days=1))

    @property
    def after(self) -> "Month":
        return month_of(self.last_day + timedelta(days=1))

    def weeks(self) -> list[list[date | None]]:
        """Rows of seven days from Sunday on; None where the day is of another month."""
        weeks = WEEK.monthdatescalendar(self.first_day.year, self.number)
        return [[day if day.month == self.number else None for day in week] for week in weeks]

    def name(self, language: str) -> str:
        """ธันวาคม 2569, or December 2026."""
        year = ce_year(self.be_year) if language == "en" else self.be_year
        return f"{month_name(self.number, language)} {year}"


def month_of(day: date) -> Month:
    return Month(be_year(day), day.month)


def parse_month(text: str) -> Month | None:
    """Of 2569-12, in Thai or Arabic digits; None of all else, years of the common era too."""
    written = WRITTEN.fullmatch(to_arabic(text))
    if not written:
        return None
    year, number = int(written[1]), int(written[2])
    is_month = EARLIEST <= ce_year(year) <= LATEST and 1 <= number <= 12
    return Month(year, number) if is_month else None


def weekdays(language: str) -> list[str]:
    """In the order of `Month.weeks`."""
    return [WEEKDAYS[language][day] for day in WEEK.iterweekdays()]
