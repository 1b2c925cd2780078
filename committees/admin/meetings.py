"""Meetings: their list, and the secretary's workspace of one."""

from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.db import transaction
from django.db.models import F
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from committees.admin.agenda import Agenda
from committees.admin.certifying import States
from committees.admin.from_text import FromText
from committees.admin.meeting_forms import MeetingForm
from committees.admin.papers import Papers
from committees.admin.planning import Planning
from committees.admin.roll import RollCall
from committees.admin.workspace import standing
from committees.discussing import close_what_cites
from committees.locks import BESIDE_THE_MINUTES
from committees.models import Document, Meeting, Resolution
from iad.admin.desk import BuddhistYearFilter, DeskAdmin, DeskStackedInline
from iad.publication import Access

FACTS = (
    "committee",
    ("number", "be_year", "kind"),
    "starts_at",
    "ends_at",
    ("mode", "access"),
    "venue",
    "online_url",
    "summary",
    "status_note",
)


class DocumentInline(DeskStackedInline):
    model = Document
    classes = ("collapse",)
    fields = (("kind", "order", "access"), "title", "file", "item")
    autocomplete_fields = ("item",)


class MeetingYearFilter(BuddhistYearFilter):
    """By the year of the meeting's number, which may be a fiscal year."""

    def lookups(self, request, model_admin):
        years = Meeting.objects.order_by("-be_year").values_list("be_year", flat=True).distinct()
        return [(str(year), str(year)) for year in years]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        year = self.value()
        return queryset.filter(be_year=int(year)) if year.isdecimal() else queryset.none()


@admin.register(Meeting)
class MeetingAdmin(FromText, States, Agenda, Planning, RollCall, Papers, DeskAdmin):
    """The list of meetings, and the workspace of one."""

    form = MeetingForm
    change_form_template = "admin/committees/workspace.html"
    list_display = (
        "reference_shown",
        "committee",
        "starts_at",
        "status",
        "minutes_state",
        "access",
    )
    list_display_links = ("reference_shown",)
    list_filter = ("status", "minutes_state", MeetingYearFilter, "access", "committee")
    list_select_related = ("committee",)
    search_fields = ("number", "be_year", "committee__name_th", "committee__name_en", "venue_th")
    autocomplete_fields = ("committee",)
    inlines = (DocumentInline,)
    fieldsets = (
        (None, {"fields": FACTS}),
        (
            _("Minutes"),
            {"fields": (("recorder", "recorder_position"), ("reviewer", "reviewer_position"))},
        ),
    )

    def get_fieldsets(self, request, obj=None):
        """The state is said when an old meeting is first recorded; later by acts alone."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None:
            return fieldsets
        return [*fieldsets, (_("State"), {"fields": ("status",)})]

    def get_readonly_fields(self, request, obj=None):
        readonly = super().get_readonly_fields(request, obj)
        if obj is None or not obj.is_locked:
            return readonly
        shown = flatten_fieldsets(self.get_fieldsets(request, obj))
        return [*readonly, *(name for name in shown if name not in BESIDE_THE_MINUTES)]

    def get_object(self, request, object_id, from_field=None):
        """Whoever saves holds the row: an act of the same moment is not undone by a stale one."""
        meeting = super().get_object(request, object_id, from_field)
        if (
            meeting is None
            or request.method != "POST"
            or not transaction.get_connection().in_atomic_block
        ):
            return meeting
        return Meeting.objects.select_for_update().filter(pk=meeting.pk).first()

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        told = {}
        meeting = self.get_object(request, unquote(object_id)) if object_id else None
        if meeting and self.has_view_permission(request, meeting):
            may_change = self.has_change_permission(request, meeting)
            told = {
                "standing": standing(
                    meeting,
                    may_change=may_change,
                    may_read_all=request.user.has_perm("committees.view_agendaitem"),
                ),
                "is_record": is_record(meeting),
            }
        return super().changeform_view(request, object_id, form_url, told | (extra_context or {}))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "access" in form.changed_data and obj.access == Access.INTERNAL:
            close_what_cites(obj)

    def has_delete_permission(self, request, obj=None):
        """What was held and recorded stays."""
        return super().has_delete_permission(request, obj) and not (obj and is_record(obj))

    def delete_view(self, request, object_id, extra_context=None):
        meeting = self.get_object(request, unquote(object_id))
        if meeting and super().has_delete_permission(request, meeting) and is_record(meeting):
            words = _("A meeting with a record of who came or what was decided is not deleted.")
            self.message_user(request, words, messages.ERROR)
            return redirect("admin:committees_meeting_change", meeting.pk)
        return super().delete_view(request, object_id, extra_context)

    # One expression: Django sorts a column by no more.
    @admin.display(description=_("number"), ordering=F("be_year") * 100_000 + F("number"))
    def reference_shown(self, meeting):
        return meeting.reference


def is_record(meeting: Meeting) -> bool:
    """Held, with somebody on its roll or something decided; or certified."""
    if meeting.is_locked:
        return True
    decided = Resolution.objects.filter(item__meeting=meeting)
    return meeting.status == Meeting.Status.HELD and (
        meeting.attendees.exists() or decided.exists()
    )
