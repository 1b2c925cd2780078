"""Follow-up as readers see it: what was assigned in the open, how it stands, and over time."""

from django import forms
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from django.views.generic import ListView

from committees import figure
from committees.follow_up_history import History, Period, history
from committees.following_up import (
    Standing,
    by_department,
    decided_in,
    fiscal_years,
    grouped,
    standings,
)
from committees.linked_data import list_page
from committees.models import Assignment, Department, Progress
from iad.bilingual import active_language, passage
from iad.csv_export import csv_lines
from iad.thai.dates import MONTHS_SHORT, be_year, ce_year, fiscal_year, format_date

YEARS_IN_FIGURE = 3


def year_shown(year: int) -> str:
    """A B.E. year as the page counts."""
    return str(ce_year(year) if active_language() == "en" else year)


class Narrowing(forms.Form):
    """What of the assignments a list shows; what makes no sense narrows nothing."""

    department = forms.ModelChoiceField(
        Department.objects.none(),
        required=False,
        label=gettext_lazy("department"),
        empty_label=gettext_lazy("All departments"),
    )
    year = forms.TypedChoiceField(
        coerce=int, required=False, empty_value=None, label=gettext_lazy("fiscal year")
    )

    def __init__(self, data, assignments):
        super().__init__(data)
        departments = Department.objects.filter(pk__in=assignments.order_by().values("department"))
        self.fields["department"].queryset = departments.alphabetical()
        years = [(year, year_shown(year)) for year in fiscal_years(assignments)]
        self.fields["year"].choices = [("", _("All years")), *years]
        self.full_clean()

    def asked(self, name: str):
        return self.cleaned_data.get(name) or None

    def narrow(self, assignments):
        if department := self.asked("department"):
            assignments = assignments.filter(department=department)
        year = self.asked("year")
        return decided_in(assignments, year) if year else assignments


class FollowUp(ListView):
    """Department by department, what is overdue first; the figure and its table below."""

    paginate_by = 50
    template_name = "committees/follow_up.html"
    context_object_name = "assignments"

    @cached_property
    def narrowing(self) -> Narrowing:
        return Narrowing(self.request.GET, Assignment.objects.public())

    def get_queryset(self):
        return grouped(self.narrowing.narrow(Assignment.objects.public()))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        owed = by_department(self.narrowing.narrow(Assignment.objects.public()))
        rows = standings(context["page_obj"], Progress.objects.public())
        course = self.course()
        return context | {
            "told": list_page(_("Follow-up of resolutions"), self.request.path),
            "narrowing": self.narrowing,
            "query": self.request.GET.urlencode(),
            "groups": groups_of(rows, owed),
            "open_count": sum(one.open for one in owed.values()),
            "overdue_count": sum(one.overdue for one in owed.values()),
            "history": course,
            "periods": [(period_name(one, course), one) for one in course.periods],
            "figure": SafeString(picture_of(course)),
        }

    def course(self) -> History:
        """The year asked for by month, else the last years by quarter."""
        rows, reports = Assignment.objects.public(), Progress.objects.public()
        if department := self.narrowing.asked("department"):
            rows = rows.filter(department=department)
        if year := self.narrowing.asked("year"):
            return history(rows, reports, from_fiscal_year=year, to_fiscal_year=year, by="month")
        now = fiscal_year(timezone.localdate())
        recorded = [one for one, _name in self.narrowing.fields["year"].choices if one]
        first = max(min(recorded, default=now), now - YEARS_IN_FIGURE + 1)
        return history(rows, reports, from_fiscal_year=min(first, now))


def export(request: HttpRequest) -> StreamingHttpResponse:
    """What the page lists, all of it, as CSV in the page's language."""
    public = Assignment.objects.public()
    rows = grouped(Narrowing(request.GET, public).narrow(public))
    return csv_answer(standings(rows.iterator(chunk_size=200), Progress.objects.public()))


def csv_answer(rows) -> StreamingHttpResponse:
    name = f"follow-up-{timezone.localdate():%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        csv_lines(table(rows)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def table(rows):
    """Head and rows of the export; the due date as it is read and as it sorts."""
    yield (
        *(_("department"), _("committee"), _("meeting"), _("agenda item"), _("task")),
        *(_("due on"), _("due on (ISO 8601)"), _("status"), _("days overdue")),
        *(_("last report"), _("on")),
    )
    for row in rows:
        task, report = row.assignment, row.last_report
        yield (
            str(task.department),
            str(row.meeting.committee),
            row.meeting.reference,
            row.item_number,
            passage(task, "task").text,
            day_shown(task.due_on),
            task.due_on.isoformat() if task.due_on else "",
            str(task.get_status_display()),
            row.days_overdue or "",
            passage(report, "text").text if report else "",
            day_shown(report.on) if report else "",
        )


def day_shown(day) -> str:
    return format_date(day, "medium", active_language()) if day else ""


def groups_of(rows, owed) -> list[tuple[Department, object, list[Standing]]]:
    """The rows of a page by department, each with what it owes on all pages."""
    groups: dict[int, tuple] = {}
    for row in rows:
        department = row.assignment.department
        group = groups.setdefault(department.pk, (department, owed.get(department.pk), []))
        group[2].append(row)
    return list(groups.values())


def period_name(period: Period, course: History) -> str:
    """ไตรมาส 1/2565, or ต.ค. 2564 where the figures are by month."""
    if course.by == "month":
        month = MONTHS_SHORT[active_language()][period.starts_on.month - 1]
        return f"{month} {year_shown(be_year(period.starts_on))}"
    return _("Quarter %(quarter)s/%(year)s") % {
        "quarter": period.quarter,
        "year": year_shown(period.fiscal_year),
    }


def picture_of(course: History) -> str:
    """The same rows as the table, as lines."""
    lines = [
        figure.Line(_("assigned"), [one.assigned for one in course.periods]),
        figure.Line(_("done"), [one.done for one in course.periods]),
        figure.Line(_("overdue"), [one.overdue for one in course.periods]),
    ]
    labels = [short_name(one, course) for one in course.periods]
    count = len(course.periods)
    description = ngettext(
        "Assigned and done in %(count)s period, and overdue at its end. The table below has "
        "the same figures.",
        "Assigned and done in each of %(count)s periods, and overdue at its end. The table "
        "below has the same figures.",
        count,
    ) % {"count": count}
    return figure.draw(_("Assignments over time"), description, labels, lines, name="over-time")


def short_name(period: Period, course: History) -> str:
    if course.by == "month":
        return MONTHS_SHORT[active_language()][period.starts_on.month - 1]
    return f"{period.quarter}/{year_shown(period.fiscal_year)}"
