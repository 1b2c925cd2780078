"""The log of who did what, as administrators read it and save it as CSV."""

import json

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _, gettext_lazy

from iad.admin.desk import Desk
from iad.admin.log_filters import KindFilter, PeriodFilter, PersonFilter, RecordFilter
from iad.bilingual import active_language
from iad.csv_export import csv_lines
from iad.log import Kind
from iad.thai.dates import format_date


@admin.register(LogEntry)
class LogAdmin(Desk, admin.ModelAdmin):
    """Read, filtered and saved; written by acts, and changed by nobody."""

    change_list_template = "admin/log/change_list.html"
    list_display = ("action_time", "user", "kind", "record_kind", "record", "message")
    list_display_links = None
    list_filter = (PeriodFilter, PersonFilter, KindFilter, RecordFilter)
    list_select_related = ("user", "content_type")
    search_fields = ("object_repr", "change_message")
    search_help_text = gettext_lazy("name of the record, or what was done")
    ordering = ("-pk",)
    actions = None
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    fields = ("action_time", "user", "kind", "record_kind", "record", "message")
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_search_results(self, request, queryset, search_term):
        """Django's own messages are JSON, in which a Thai letter is written by its number."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        escaped = json.dumps(search_term.strip())[1:-1]
        if escaped == search_term.strip():
            return found, may_repeat
        in_json = Q(change_message__startswith="[", change_message__icontains=escaped)
        return found | queryset.filter(in_json), may_repeat

    def get_urls(self):
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/", view, name="admin_logentry_export"), *super().get_urls()]

    def export_view(self, request):
        """What the list shows, all pages of it, row by row."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        entries = self.get_changelist_instance(request).queryset
        name = f"log-{timezone.localdate():%Y-%m-%d}.csv"
        return StreamingHttpResponse(
            csv_lines(table(entries.iterator(chunk_size=1000))),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    @admin.display(description=gettext_lazy("act"), ordering="action_flag")
    def kind(self, entry):
        return kind_name(entry)

    @admin.display(description=gettext_lazy("kind of record"))
    def record_kind(self, entry):
        return record_kind_name(entry.content_type)

    @admin.display(description=gettext_lazy("record"))
    def record(self, entry):
        address = None if entry.is_deletion() else entry.get_admin_url()
        if address is None:
            return entry.object_repr
        return format_html('<a href="{}">{}</a>', address, entry.object_repr)

    @admin.display(description=gettext_lazy("what was done"))
    def message(self, entry):
        return entry.get_change_message()


def table(entries):
    """Head and rows of the export; both calendars, one to sort by and one to read."""
    language = active_language()
    yield (
        *(_("date"), _("time (ISO 8601)"), _("name"), _("user name"), _("act")),
        *(_("kind of record"), _("record"), _("number of the record"), _("what was done")),
    )
    for entry in entries:
        hour = timezone.localtime(entry.action_time)
        yield (
            format_date(hour, "medium", language),
            hour.isoformat(timespec="seconds"),
            entry.user.get_full_name(),
            entry.user.get_username(),
            kind_name(entry),
            record_kind_name(entry.content_type),
            entry.object_repr,
            entry.object_id or "",
            entry.get_change_message(),
        )


def kind_name(entry: LogEntry) -> str:
    is_known = entry.action_flag in Kind.values
    return str(Kind(entry.action_flag).label) if is_known else str(entry.action_flag)


def record_kind_name(content_type: ContentType | None) -> str:
    return str(content_type.name) if content_type else ""
