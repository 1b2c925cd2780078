"""The acts on seats as screens: a successor, an end, a new term."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from committees import appointing
from committees.admin.seat_forms import EndForm, NewTermForm, ReplaceForm
from committees.models import Committee, Membership
from committees.views.composition import day_asked


class ActScreens:
    """A screen with one form and one act; what is refused stands over what was typed."""

    def screen(self, route: str, view, name: str):
        name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(route, self.admin_site.admin_view(view), name=name)

    def act_page(self, request, template: str, form, doing, **told):
        """Show ``form`` or, sent and sound, do the act, say ``done`` and go to the committee."""
        committee, done = told["committee"], told.pop("done")
        if form.is_valid():
            try:
                doing(**form.cleaned_data, by=request.user)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                self.message_user(request, done, messages.SUCCESS)
                return redirect(address_of_seats(committee))
        context = self.admin_site.each_context(request) | {
            "opts": committee._meta,
            "original": committee,
            "form": form,
            "back": address_of_seats(committee),
        }
        return render(request, f"admin/committees/{template}.html", context | told)


class SeatScreens(ActScreens):
    """Of MembershipAdmin: replace the holder of a seat, or end it."""

    def get_urls(self):
        return [
            self.screen("<int:pk>/replace/", self.replace_view, "replace"),
            self.screen("<int:pk>/end/", self.end_view, "end"),
            *super().get_urls(),
        ]

    def replace_view(self, request, pk):
        seat = self._seat_to_change(request, pk)
        office = {name: getattr(seat, name) for name in appointing.OFFICE}
        return self.act_page(
            request,
            "replace",
            ReplaceForm(request.POST or None, initial=office),
            lambda **typed: appointing.replace(seat, **typed),
            committee=seat.committee,
            seat=seat,
            title=_("Appoint a successor"),
            done=_("The successor is recorded; the former holder stays in the record."),
        )

    def end_view(self, request, pk):
        seat = self._seat_to_change(request, pk)
        return self.act_page(
            request,
            "replace",
            EndForm(request.POST or None),
            lambda **typed: appointing.end_seat(seat, **typed),
            committee=seat.committee,
            seat=seat,
            title=_("End a seat"),
            done=_("The end of the seat is recorded."),
        )

    def _seat_to_change(self, request, pk):
        rows = Membership.objects.select_related("committee", "person", "department", "term")
        seat = get_object_or_404(rows, pk=pk)
        if not self.has_change_permission(request, seat):
            raise PermissionDenied
        return seat


class TermScreens(ActScreens):
    """Of CommitteeAdmin: the seats as of a day beside the form, and a new term."""

    change_form_template = "admin/committees/committee_form.html"

    def get_urls(self):
        new_term = self.screen("<int:pk>/new-term/", self.new_term_view, "new_term")
        return [new_term, *super().get_urls()]

    def new_term_view(self, request, pk):
        if not may_appoint(request.user):
            raise PermissionDenied
        committee = get_object_or_404(Committee, pk=pk)
        seats = appointing.seats_to_carry(committee).by_rank()
        everyone = {"carry": [seat.pk for seat in seats]}
        return self.act_page(
            request,
            "new_term",
            NewTermForm(request.POST or None, initial=everyone, seats=seats),
            lambda **typed: appointing.start_term(committee, **typed),
            committee=committee,
            title=_("Begin a new term"),
            done=_("The new term is recorded, and who sits on in it."),
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context |= seats_shown(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)


def seats_shown(request, committee: Committee) -> dict:
    """What the list of seats on the committee's screen shows."""
    if not request.user.has_perm("committees.view_membership"):
        return {}
    form, day = day_asked(request.GET)
    seats = committee.memberships.current(day).with_holders().by_rank()
    return {
        "day_form": form,
        "day": day,
        "seats": seats.select_related("person", "department", "term", "replaced_by"),
        "may_appoint": may_appoint(request.user),
    }


def may_appoint(user) -> bool:
    return user.has_perms(["committees.change_membership", "committees.add_term"])


def address_of_seats(committee: Committee) -> str:
    return reverse("admin:committees_committee_change", args=[committee.pk]) + "#seats"
