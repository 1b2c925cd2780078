"""Meetings, their roll, their agenda and what was decided."""

from django.contrib import admin
from django.db.models import Count, F
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _, ngettext

from committees.admin.meeting_forms import AttendeeForm, MeetingForm
from committees.models import AgendaItem, Assignment, Attendee, Document, Meeting, Resolution
from iad.admin.desk import BuddhistYearFilter, DeskAdmin, DeskStackedInline


class AttendeeInline(DeskStackedInline):
    model = Attendee
    form = AttendeeForm
    autocomplete_fields = ("person", "department", "membership", "substitute_for")
    classes = ("collapse",)
    fieldsets = (
        (
            None,
            {"fields": (("order", "capacity", "presence"), ("person", "department"), "position")},
        ),
        (
            _("Seat, substitute, reason, publicity"),
            {
                "classes": ("collapse",),
                "fields": (("membership", "substitute_for"), "name", "reason", "is_public"),
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_names()


class AgendaItemInline(DeskStackedInline):
    model = AgendaItem
    classes = ("collapse",)
    autocomplete_fields = ("follows",)
    fields = (("section", "order", "access"), "title", "detail", "follows", "decisions")
    readonly_fields = ("decisions",)

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(decided=Count("resolutions"))

    @admin.display(description=_("resolutions"))
    def decisions(self, item):
        if item.pk is None:
            return _("Save first, then write the resolutions of this item.")
        count = ngettext("%d resolution", "%d resolutions", item.decided) % item.decided
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:committees_agendaitem_change", args=[item.pk]),
            count,
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
class MeetingAdmin(DeskAdmin):
    form = MeetingForm
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
    autocomplete_fields = ("committee", "certified_at")
    inlines = (AttendeeInline, AgendaItemInline, DocumentInline)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "committee",
                    ("number", "be_year", "kind"),
                    ("status", "access"),
                    "starts_at",
                    "ends_at",
                    "venue",
                    "online_url",
                    "summary",
                )
            },
        ),
        (_("Minutes"), {"fields": (("minutes_state", "certified_at"),)}),
    )

    # One expression: Django sorts a column by no more.
    @admin.display(description=_("number"), ordering=F("be_year") * 100_000 + F("number"))
    def reference_shown(self, meeting):
        return meeting.reference


class ResolutionInline(DeskStackedInline):
    model = Resolution
    fields = (("order", "kind"), "text", "tasks")
    readonly_fields = ("tasks",)

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(assigned=Count("assignments"))

    @admin.display(description=_("assignments"))
    def tasks(self, resolution):
        if resolution.pk is None:
            return _("Save first, then assign departments.")
        count = ngettext("%d assignment", "%d assignments", resolution.assigned)
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:committees_resolution_change", args=[resolution.pk]),
            count % resolution.assigned,
        )


@admin.register(AgendaItem)
class AgendaItemAdmin(DeskAdmin):
    """One item of an agenda, with its resolutions."""

    list_display = ("title_th", "meeting", "section", "access")
    list_filter = ("section", "access", "meeting__committee")
    list_select_related = ("meeting__committee",)
    search_fields = ("title_th", "title_en", "meeting__committee__name_th")
    autocomplete_fields = ("meeting", "follows")
    inlines = (ResolutionInline,)


class AssignmentInline(DeskStackedInline):
    model = Assignment
    autocomplete_fields = ("department",)
    fields = ("department", "task", ("due_on", "status"))


@admin.register(Resolution)
class ResolutionAdmin(DeskAdmin):
    """One resolution, with the departments that act on it."""

    list_display = ("__str__", "kind", "item")
    list_filter = ("kind",)
    list_select_related = ("item",)
    search_fields = ("text_th", "text_en", "item__title_th")
    autocomplete_fields = ("item",)
    inlines = (AssignmentInline,)
