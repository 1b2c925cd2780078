"""Committees and their seats."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import Committee, Membership
from iad.admin.desk import DeskAdmin, DeskStackedInline


class MembershipInline(DeskStackedInline):
    model = Membership
    classes = ("collapse",)
    autocomplete_fields = ("person", "department")
    fields = (
        ("role", "order"),
        "person",
        "department",
        "position",
        ("starts_on", "ends_on"),
        "basis",
    )

    def get_queryset(self, request):
        return super().get_queryset(request).by_rank().with_holders()


@admin.register(Committee)
class CommitteeAdmin(DeskAdmin):
    list_display = ("name_th", "kind", "secretariat", "established_on", "dissolved_on")
    list_filter = ("kind", ("dissolved_on", admin.EmptyFieldListFilter))
    list_select_related = ("secretariat",)
    search_fields = ("name_th", "name_en", "short_name_th", "short_name_en", "slug")
    autocomplete_fields = ("parent", "secretariat")
    ordering = ("sort_th",)
    inlines = (MembershipInline,)


class CurrentSeatFilter(admin.SimpleListFilter):
    """Whether a seat is held today: a query, not a flag."""

    title = _("held")
    parameter_name = "held"

    def lookups(self, request, model_admin):
        return [("now", _("now")), ("past", _("formerly"))]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        if self.value() == "now":
            return queryset.filter(Q(ends_on=None) | Q(ends_on__gte=today))
        if self.value() == "past":
            return queryset.filter(ends_on__lt=today)
        return queryset


@admin.register(Membership)
class MembershipAdmin(DeskAdmin):
    """Who sits where, across all committees."""

    list_display = ("holder", "role", "committee", "starts_on", "ends_on")
    list_filter = (CurrentSeatFilter, "role", "committee")
    list_select_related = ("committee", "person", "department")
    search_fields = (
        "person__name_th",
        "person__name_en",
        "position_th",
        "position_en",
        "department__name_th",
        "committee__name_th",
    )
    autocomplete_fields = ("committee", "person", "department")

    @admin.display(description=_("holder"))
    def holder(self, seat):
        return seat.holder
