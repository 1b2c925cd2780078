"""Following assignments up: reports on them, what is still owed, and how that went over time.

The acts write reports; the readings answer the secretary's questions. A reading takes the
assignments it speaks of as a queryset, so that one and the same serves the desk, which gives it all
that was decided, and readers, for whom it is ``Assignment.objects.public()``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby, islice

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, Count, F, Max, Min, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Assignment, Meeting, Progress
from committees.models.agenda import shown_numbers
from iad.bilingual import active_language
from iad.models import User
from iad.thai.dates import FISCAL_YEAR_BEGINS, ce_year, fiscal_year
from iad.thai.text import clean

Status = Assignment.Status
STILL_OWED = (Status.OPEN, Status.IN_PROGRESS)
DECIDED_AT = "resolution__item__meeting"
ROWS_AT_A_TIME = 200  # of an export: few queries, little memory


# --- acts ---------------------------------------------------------------------------------


@transaction.atomic
def report_progress(
    assignment: Assignment,
    *,
    status: str,
    text_th: str = "",
    text_en: str = "",
    on: date | None = None,
    reported_in: Meeting | None = None,
    is_public: bool = False,
    by: User,
) -> Progress:
    """Write down how an assignment stands; said twice in a row, it is written once.

    ``on`` is the day of the report: unsaid, that of the meeting that heard it, else today. The
    minutes under which the assignment stands may be certified; those of ``reported_in`` not.
    """
    # The meeting first, as whoever certifies it does: nobody waits for the other.
    if reported_in is not None:
        reported_in = Meeting.objects.select_for_update().get(pk=reported_in.pk)
    row = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related(f"{DECIDED_AT}__committee", "department")
        .get(pk=assignment.pk)
    )
    said = {"text_th": clean(text_th).strip(), "text_en": clean(text_en).strip()}
    day = on or _day_heard(reported_in)
    facts = {"status": status, "on": day, "reported_in": reported_in, "by": by, **said}
    last = row.progress.order_by("-pk").first()
    if last and row.status == status and _says(last, facts):
        return last
    if refusals := _refusals(row, facts):
        raise ValidationError(refusals)
    report = Progress.objects.create(assignment=row, is_public=is_public, **facts)
    Assignment.objects.filter(pk=row.pk).update(status=status)
    assignment.status = status
    told = _("Report: %(status)s.") % {"status": report.get_status_display()}
    LogEntry.objects.log_actions(by.pk, [row], CHANGE, told, single_object=True)
    return report


@transaction.atomic
def release(report: Progress, *, to_readers: bool, by: User) -> bool:
    """Show a report to readers, or take it back; False where it already was so."""
    changed = Progress.objects.filter(pk=report.pk, is_public=not to_readers).update(
        is_public=to_readers
    )
    report.is_public = to_readers
    if changed:
        told = _("Report released to readers.") if to_readers else _("Report taken back.")
        LogEntry.objects.log_actions(by.pk, [report.assignment], CHANGE, told, single_object=True)
    return bool(changed)


def _day_heard(meeting: Meeting | None) -> date:
    today = timezone.localdate()
    return min(timezone.localdate(meeting.starts_at), today) if meeting else today


def _says(report: Progress, facts: dict) -> bool:
    return all((getattr(report, name) or "") == (value or "") for name, value in facts.items())


def _refusals(row: Assignment, facts: dict) -> list[str]:
    """Why this report cannot be, in words; empty where nothing stands against it."""
    decided_at, heard_at = row.resolution.item.meeting, facts["reported_in"]
    decided_on = timezone.localdate(decided_at.starts_at)
    has_text = bool(facts["text_th"] or facts["text_en"])
    refusals = []
    if facts["status"] not in Status.values:
        refusals.append(_("This state is not known."))
    elif not has_text and facts["status"] == row.status:
        refusals.append(_("Write what was reported, or choose another state."))
    elif not has_text and row.status not in STILL_OWED and facts["status"] in STILL_OWED:
        refusals.append(_("Write why a closed assignment is taken up again."))
    if facts["on"] > timezone.localdate():
        refusals.append(_("The day of the report has not come yet."))
    if facts["on"] < decided_on:
        refusals.append(_("The day of the report is before the meeting that assigned the task."))
    if heard_at is not None:
        refusals += _refusals_of(heard_at, decided_at)
    return refusals


def _refusals_of(heard_at: Meeting, decided_at: Meeting) -> Iterator[str]:
    if heard_at.committee_id != decided_at.committee_id:
        yield _("Choose a meeting of the committee that assigned the task.")
    if heard_at.status == Meeting.Status.CANCELLED:
        yield _("That meeting was cancelled: nothing was reported there.")
    if heard_at.is_locked:
        yield _("The minutes of that meeting are certified: no report is added to them.")
    if timezone.localdate(heard_at.starts_at) < timezone.localdate(decided_at.starts_at):
        yield _("That meeting was before the one that assigned the task.")


# --- what is owed -------------------------------------------------------------------------


@dataclass(frozen=True)
class Standing:
    """How one assignment stands today, with what a list says of it."""

    assignment: Assignment
    item_number: str  # 5.1, as the minutes cite it
    days_overdue: int  # 0 where it is closed, not yet due, or has no date
    last_report: Progress | None

    @property
    def meeting(self) -> Meeting:
        return self.assignment.resolution.item.meeting


@dataclass(frozen=True)
class Owed:
    """How much of one department is open, and how much of that is overdue."""

    open: int
    overdue: int


def decided() -> QuerySet[Assignment]:
    """All that was assigned at meetings that took place; for staff."""
    return Assignment.objects.filter(**{f"{DECIDED_AT}__status": Meeting.Status.HELD})


def open_assignments(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """What is still owed: the longest overdue first, then as it falls due, then without a day."""
    return with_records(assignments.open().order_by(F("due_on").asc(nulls_last=True), "pk"))


def overdue(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    return assignments.open().filter(due_on__lt=timezone.localdate())


def grouped(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Department by department in the reader's alphabet; in each, what is overdue comes first."""
    is_closed = Case(When(status__in=STILL_OWED, then=Value(0)), default=Value(1))
    return with_records(
        assignments.order_by(
            f"department__sort_{active_language()}",
            "department_id",
            is_closed,
            F("due_on").asc(nulls_last=True),
            "pk",
        )
    )


def with_records(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    return assignments.select_related("department", f"{DECIDED_AT}__committee")


def decided_in(assignments: QuerySet[Assignment], year: int) -> QuerySet[Assignment]:
    """Those assigned at meetings of one fiscal year (B.E.)."""
    first, after = (_midnight(first_day_of(one)) for one in (year, year + 1))
    return assignments.filter(
        **{f"{DECIDED_AT}__starts_at__gte": first, f"{DECIDED_AT}__starts_at__lt": after}
    )


def fiscal_years(assignments: QuerySet[Assignment]) -> list[int]:
    """From the first fiscal year with an assignment to the last, newest first."""
    column = f"{DECIDED_AT}__starts_at"
    ends = assignments.order_by().aggregate(first=Min(column), last=Max(column))
    if ends["first"] is None:
        return []
    first, last = (fiscal_year(timezone.localdate(ends[name])) for name in ("first", "last"))
    return list(range(last, first - 1, -1))


def by_department(assignments: QuerySet[Assignment]) -> dict[int, Owed]:
    """What each department owes, by its id; one query."""
    still_owed = Q(status__in=STILL_OWED)
    late = still_owed & Q(due_on__lt=timezone.localdate())
    counts = (
        assignments.order_by()
        .values("department")
        .annotate(open=Count("pk", filter=still_owed), late=Count("pk", filter=late))
    )
    return {row["department"]: Owed(row["open"], row["late"]) for row in counts}


def standings(
    assignments: Iterable[Assignment], reports: QuerySet[Progress] | None = None
) -> Iterator[Standing]:
    """How they stand, in their order; ``reports`` are those that may be told of, all unless said.

    Asks the database twice for each ``ROWS_AT_A_TIME`` rows.
    """
    rows = iter(assignments)
    while some := list(islice(rows, ROWS_AT_A_TIME)):
        told = Progress.objects.all() if reports is None else reports
        newest = told.order_by("assignment_id", "-on", "-pk").select_related("reported_in")
        last = {
            pk: next(of_one)
            for pk, of_one in groupby(
                newest.filter(assignment__in=[row.pk for row in some]),
                key=lambda report: report.assignment_id,
            )
        }
        numbers = shown_numbers({row.resolution.item.meeting_id for row in some})
        for row in some:
            number = numbers[row.resolution.item_id]
            yield Standing(row, number, days_overdue(row), last.get(row.pk))


def days_overdue(assignment: Assignment) -> int:
    if assignment.status not in STILL_OWED or assignment.due_on is None:
        return 0
    return max((timezone.localdate() - assignment.due_on).days, 0)


def first_day_of(year: int) -> date:
    """1 October, of the fiscal year 2565 that of 2564."""
    return date(ce_year(year) - 1, FISCAL_YEAR_BEGINS, 1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
