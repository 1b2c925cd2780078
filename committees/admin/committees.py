"""Committees, their terms and their seats."""

from django.contrib import admin
from django.db.models import Max, Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.admin.appointing import SeatScreens, TermScreens, address_of_seats
from committees.admin.planning import NextMeeting, StandingHeadingInline
from committees.admin.seat_forms import SeatForm
from committees.models import Committee, Membership, Term
from iad.admin.desk import FIELDS, MOST_ROWS, DeskAdmin


class TermInline(admin.StackedInline):
    """The terms as recorded; a new one is begun on a screen of its own, with its seats."""

    model = Term
    formfield_overrides = FIELDS
    fields = (("order_ref", "ordered_on"), ("starts_on", "ends_on"))
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.absolute_max = MOST_ROWS
        return formset


@admin.register(Committee)
class CommitteeAdmin(NextMeeting, TermScreens, DeskAdmin):
    list_display = ("name_th", "kind", "secretariat", "established_on", "dissolved_on")
    list_filter = ("kind", ("dissolved_on", admin.EmptyFieldListFilter))
    list_select_related = ("secretariat",)
    search_fields = ("name_th", "name_en", "short_name_th", "short_name_en", "slug")
    autocomplete_fields = ("parent", "secretariat")
    ordering = ("sort_th",)
    inlines = (TermInline, StandingHeadingInline)


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
class MembershipAdmin(SeatScreens, DeskAdmin):
    """Who sits where, across all committees."""

    form = SeatForm
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
    fieldsets = (
        (None, {"fields": ("committee", ("role", "order"), "person", "position", "department")}),
        (_("Term"), {"fields": ("term", ("starts_on", "ends_on"), "basis", "replaces")}),
    )

    @admin.display(description=_("holder"))
    def holder(self, seat):
        return seat.holder

    def get_changeform_initial_data(self, request):
        """Of the committee asked for, the running term and the next rank."""
        initial = super().get_changeform_initial_data(request)
        asked = str(initial.get("committee", ""))
        committee = Committee.objects.filter(pk=asked).first() if asked.isdecimal() else None
        if committee is None:
            return initial
        last = committee.memberships.current().aggregate(last=Max("order"))["last"] or 0
        term = committee.terms.filter(starts_on__lte=timezone.localdate()).first()
        return {"order": last + 1, "term": term and term.pk} | initial

    def response_add(self, request, obj, post_url_continue=None):
        """The next seat of the same committee, or back to the list of its seats."""
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST:
            address = reverse("admin:committees_membership_add")
            return redirect(f"{address}?committee={obj.committee_id}")
        if request.POST.keys() & {"_continue", "_popup"}:
            return response
        return redirect(address_of_seats(obj.committee))

    def response_post_save_change(self, request, obj):
        return redirect(address_of_seats(obj.committee))
