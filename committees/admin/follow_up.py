"""The follow-up board: which department owes what, and the screen on which a report is written."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from committees.following_up import (
    STILL_OWED,
    by_department,
    days_overdue,
    decided,
    grouped,
    overdue,
    release,
    report_progress,
    standings as standings_of,
    with_records,
)
from committees.models import Assignment, Committee, Meeting, Progress
from committees.views.follow_up import Narrowing, csv_answer, groups_of
from iad.admin.desk import DeskAdmin
from iad.bilingual import active_language
from iad.forms import DateField
from iad.thai.dates import format_date


class State:
    OPEN, OVERDUE, CLOSED, ALL = "open", "overdue", "closed", "all"
    NAMES = (
        (OPEN, gettext_lazy("not closed yet")),
        (OVERDUE, gettext_lazy("overdue")),
        (CLOSED, gettext_lazy("done or dropped")),
        (ALL, gettext_lazy("all states")),
    )


class BoardNarrowing(Narrowing):
    """The board also asks for a committee and a state; what is open, unless said."""

    committee = forms.ModelChoiceField(
        Committee.objects.alphabetical(),
        required=False,
        label=gettext_lazy("committee"),
        empty_label=gettext_lazy("All committees"),
    )
    state = forms.ChoiceField(required=False, choices=State.NAMES, label=gettext_lazy("status"))

    field_order = ("department", "committee", "year", "state")

    def __init__(self, data, assignments):
        super().__init__({"state": State.OPEN} | data.dict(), assignments)
        self.fields["committee"].queryset = Committee.objects.filter(
            pk__in=assignments.order_by().values("resolution__item__meeting__committee")
        ).alphabetical()

    def narrow(self, assignments):
        assignments = super().narrow(assignments)
        if committee := self.asked("committee"):
            assignments = assignments.filter(resolution__item__meeting__committee=committee)
        return assignments

    def in_state(self, assignments):
        match self.asked("state"):
            case State.OVERDUE:
                return overdue(assignments)
            case State.CLOSED:
                return assignments.exclude(status__in=STILL_OWED)
            case State.ALL:
                return assignments
        return assignments.open()


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting):
        day = format_date(timezone.localdate(meeting.starts_at), "medium", active_language())
        return f"{meeting.reference} ({day})"


class ReportForm(forms.Form):
    """One report on an assignment, as a secretary hears it."""

    status = forms.ChoiceField(label=gettext_lazy("status"), choices=Assignment.Status)
    text_th = forms.CharField(
        label=gettext_lazy("report in Thai"),
        required=False,
        widget=forms.Textarea({"rows": 4, "lang": "th"}),
    )
    text_en = forms.CharField(
        label=gettext_lazy("report in English"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "en"}),
    )
    on = DateField(label=gettext_lazy("day of the report"))
    reported_in = MeetingChoice(
        Meeting.objects.none(),
        required=False,
        label=gettext_lazy("reported at"),
        empty_label=gettext_lazy("outside a meeting"),
        help_text=gettext_lazy("Meetings whose minutes are not certified yet."),
    )
    is_public = forms.BooleanField(label=gettext_lazy("released to readers"), required=False)

    def __init__(self, assignment: Assignment, *args, **kwargs):
        super().__init__(*args, **kwargs)
        decided_at = assignment.resolution.item.meeting
        self.fields["reported_in"].queryset = (
            Meeting.objects.filter(
                committee=decided_at.committee_id, starts_at__gte=decided_at.starts_at
            )
            .exclude(status=Meeting.Status.CANCELLED)
            .exclude(minutes_state=Meeting.Minutes.CERTIFIED)
        )


@admin.register(Assignment)
class AssignmentAdmin(DeskAdmin):
    """Two screens: the board and the report. What is assigned is edited with its agenda item."""

    search_fields = ("task_th", "task_en", "department__name_th", "department__name_en")

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_report_permission(self, request) -> bool:
        rights = ("committees.change_assignment", "committees.add_progress")
        return request.user.has_perms(rights)

    def get_urls(self):
        return [
            self._screen("board/", self.board_view, "board"),
            self._screen("board.csv", self.csv_view, "csv"),
            self._screen("<int:pk>/report/", self.report_view, "report"),
            self._screen("<int:pk>/release/", self.release_view, "release"),
            *super().get_urls(),
        ]

    def _screen(self, route, view, name):
        return path(route, self.admin_site.admin_view(view), name=f"committees_assignment_{name}")

    def changelist_view(self, request, extra_context=None):
        """The list of assignments is the board."""
        return self.board_view(request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The log leads here; the record of an assignment is its reports."""
        assignment = self.get_object(request, object_id)
        if assignment is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return self.report_view(request, assignment.pk)

    # --- the board -------------------------------------------------------------------------

    def board_view(self, request: HttpRequest):
        self._ask_to_read(request)
        narrowing = BoardNarrowing(request.GET, decided())
        narrowed = narrowing.narrow(decided())
        owed = by_department(narrowed)
        page = Paginator(grouped(narrowing.in_state(narrowed)), self.list_per_page).get_page(
            request.GET.get("page")
        )
        return self._page(
            request,
            "board",
            _("Follow-up board"),
            narrowing=narrowing,
            page_obj=page,
            query=request.GET.urlencode(),
            csv_query=_without_page(request, narrowing),
            groups=groups_of(standings_of(page), owed),
            open_count=sum(one.open for one in owed.values()),
            overdue_count=sum(one.overdue for one in owed.values()),
            may_report=self.has_report_permission(request),
        )

    def csv_view(self, request: HttpRequest):
        """What the board was asked for, on all its pages; every state unless one is named."""
        self._ask_to_read(request)
        asked = request.GET.copy()
        asked.setdefault("state", State.ALL)
        narrowing = BoardNarrowing(asked, decided())
        rows = grouped(narrowing.in_state(narrowing.narrow(decided())))
        return csv_answer(standings_of(rows.iterator(chunk_size=200)))

    # --- reports ---------------------------------------------------------------------------

    def report_view(self, request: HttpRequest, pk: int):
        self._ask_to_read(request)
        assignment = get_object_or_404(with_records(Assignment.objects.all()), pk=pk)
        if request.method == "POST" and not self.has_report_permission(request):
            raise PermissionDenied
        first = {
            "status": assignment.status,
            "on": timezone.localdate(),
            "reported_in": request.GET.get("meeting"),
        }
        form = ReportForm(assignment, request.POST or None, initial=first)
        if form.is_valid() and self._report(request, assignment, form):
            return redirect(request.get_full_path())
        standing = next(standings_of([assignment]))
        return self._page(
            request,
            "report",
            _("Report on an assignment"),
            assignment=assignment,
            standing=standing,
            item=assignment.resolution.item,
            meeting=standing.meeting,
            reports=assignment.progress.select_related("reported_in", "by").order_by("-on", "-pk"),
            form=form,
            days_overdue=days_overdue(assignment),
            may_report=self.has_report_permission(request),
        )

    def release_view(self, request: HttpRequest, pk: int):
        """Show one report to readers or take it back."""
        if not self.has_report_permission(request):
            raise PermissionDenied
        with transaction.atomic():
            report = get_object_or_404(Progress.objects.select_related("assignment"), pk=pk)
            if request.method == "POST":
                release(report, to_readers="show" in request.POST, by=request.user)
        return redirect("admin:committees_assignment_report", report.assignment_id)

    def _report(self, request, assignment, form) -> bool:
        try:
            report_progress(assignment, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
            return False
        self.message_user(request, _("The report is written down."), messages.SUCCESS)
        return True

    def _ask_to_read(self, request) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _page(self, request, template: str, title: str, **context):
        return render(
            request,
            f"admin/committees/{template}.html",
            self.admin_site.each_context(request)
            | {"title": title, "opts": self.opts, "board": reverse(BOARD)}
            | context,
        )


BOARD = "admin:committees_assignment_board"


def _without_page(request: HttpRequest, narrowing: BoardNarrowing) -> str:
    asked = request.GET.copy()
    asked.pop("page", None)
    asked["state"] = narrowing.asked("state") or State.OPEN
    return asked.urlencode()
