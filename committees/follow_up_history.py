"""Follow-up over time: what was assigned and done in each period, and overdue at its end."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from committees.following_up import DECIDED_AT, STILL_OWED, Status, first_day_of
from committees.models import Assignment, Progress
from iad.thai.dates import fiscal_year

MONTHS_IN = {"month": 1, "quarter": 3}


@dataclass(frozen=True)
class Period:
    """A month or a quarter of the fiscal year; the last one reaches to today."""

    starts_on: date
    ends_on: date
    quarter: int  # 1 begins in October
    fiscal_year: int  # B.E.
    assigned: int
    done: int
    overdue: int


@dataclass(frozen=True)
class Course:
    """One assignment with the days on which it was reported on, the earliest first."""

    decided_on: date
    due_on: date | None
    status: str
    reports: list[tuple[date, str]]

    @property
    def done_on(self) -> date | None:
        """Since when it has been reported done without a break; None where no report says."""
        since = None
        for day, status in self.reports:
            since = (since or day) if status == Status.DONE else None
        return since if self.status == Status.DONE else None

    def is_overdue_before(self, day: date) -> bool:
        """Whether it stood overdue when ``day`` began.

        What was closed on a day that no report states is not called overdue at any time after
        its last report: that would be a guess, and against a department.
        """
        if self.due_on is None or self.due_on >= day or self.decided_on >= day:
            return False
        before = [status for on, status in self.reports if on < day]
        if len(before) == len(self.reports) and self.status not in STILL_OWED:
            return False
        return before[-1] in STILL_OWED if before else True

    def is_overdue_today(self) -> bool:
        """By its state, which is known; a day that has not ended makes nothing overdue."""
        is_late = self.due_on is not None and self.due_on < timezone.localdate()
        return is_late and self.status in STILL_OWED


@dataclass(frozen=True)
class History:
    """``undated`` assignments are done, and no report says since when: in no period's figure."""

    periods: list[Period]
    undated: int
    by: str = "quarter"


def history(
    assignments: QuerySet[Assignment],
    reports: QuerySet[Progress],
    *,
    from_fiscal_year: int,
    to_fiscal_year: int | None = None,
    by: str = "quarter",
) -> History:
    """The figures of these fiscal years (B.E.) by month or quarter, up to today; two queries."""
    courses = _courses(assignments, reports)
    last_year = to_fiscal_year or fiscal_year(timezone.localdate())
    return History(
        [
            _period(courses, starts_on, after)
            for starts_on, after in _spans(from_fiscal_year, last_year, MONTHS_IN[by])
        ],
        sum(one.status == Status.DONE and one.done_on is None for one in courses),
        by,
    )


def _courses(assignments, reports) -> list[Course]:
    reported = defaultdict(list)
    rows = reports.filter(assignment__in=assignments.order_by().values("pk"))
    days = rows.order_by("on", "pk").values_list("assignment_id", "on", "status")
    for assignment, on, status in days:
        reported[assignment].append((on, status))
    facts = assignments.order_by().values_list("pk", f"{DECIDED_AT}__starts_at", "due_on", "status")
    return [
        Course(timezone.localdate(starts_at), due_on, status, reported[pk])
        for pk, starts_at, due_on, status in facts
    ]


def _spans(first_year: int, last_year: int, months: int) -> Iterator[tuple[date, date]]:
    """First day of each period, and the first after it; none that has not begun."""
    starts_on, end = first_day_of(first_year), first_day_of(last_year + 1)
    while starts_on < end and starts_on <= timezone.localdate():
        after = (starts_on + timedelta(days=31 * months)).replace(day=1)
        yield starts_on, after
        starts_on = after


def _period(courses: list[Course], starts_on: date, after: date) -> Period:
    today = timezone.localdate()
    late = Course.is_overdue_today if after > today else lambda one: one.is_overdue_before(after)
    return Period(
        starts_on,
        min(after - timedelta(days=1), today),
        (starts_on.month + 2) // 3 % 4 + 1,
        fiscal_year(starts_on),
        sum(starts_on <= one.decided_on < after for one in courses),
        sum(one.done_on is not None and starts_on <= one.done_on < after for one in courses),
        sum(map(late, courses)),
    )
