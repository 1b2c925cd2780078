"""The screens of planning: a committee's next meeting, and the acts that move a planned one."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from committees.admin.next_meeting_form import NextMeetingForm, venues_of
from committees.admin.planning_forms import FORMS, moment
from committees.admin.screens import MeetingScreens
from committees.carrying import open_matters, uncertified_before
from committees.convening import possible_acts
from committees.models import Committee, Section, StandingHeading
from committees.models.heading import sections_of
from committees.seating import seats_on
from iad.admin.desk import DeskStackedInline

FIRST_NAMES = 8


class Planning(MeetingScreens):
    """A mixin of ``MeetingAdmin``: postpone, cancel, hold, refresh, reinstate."""

    def get_urls(self):
        acts = [
            self.screen(f"<int:pk>/{act}/", partial(self.planning_view, act=act), act)
            for act in FORMS
        ]
        return [*acts, *super().get_urls()]

    def planning_view(self, request: HttpRequest, pk: int, act: str):
        meeting = self.meeting_to_change(request, pk)
        back = redirect("admin:committees_meeting_change", meeting.pk)
        asks = FORMS[act]
        if request.method == "POST":
            form = asks(request.POST, meeting=meeting)
            if form.is_valid():
                try:
                    done = form.perform(by=request.user)
                except ValidationError as error:
                    form.refuse(error)
                else:
                    self._tell(request, asks.done if done else None)
                    return back
        elif act not in possible_acts(meeting):
            state = meeting.get_status_display()
            told = _("This cannot be done: the meeting is %(state)s.") % {"state": state}
            self.message_user(request, told, messages.WARNING)
            return back
        else:
            form = asks(meeting=meeting)
        return self.page(request, "plan", meeting, asks.button, form=form)

    def _tell(self, request: HttpRequest, done: str | None) -> None:
        if done:
            self.message_user(request, done, messages.SUCCESS)
        else:
            self.message_user(request, _("Nothing was left to do."), messages.WARNING)


class NextMeeting:
    """A mixin of ``CommitteeAdmin``: plans the next meeting, and shows first what it will hold."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.next_view)
        return [path("<int:pk>/next/", view, name="committees_committee_next"), *super().get_urls()]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        may = request.user.has_perm("committees.add_meeting")
        next_meeting = {"may_plan": bool(object_id) and may}
        return super().changeform_view(
            request, object_id, form_url, next_meeting | (extra_context or {})
        )

    def next_view(self, request: HttpRequest, pk: int):
        committee = get_object_or_404(Committee, pk=pk)
        if not request.user.has_perm("committees.add_meeting"):
            raise PermissionDenied
        form = NextMeetingForm(request.POST or None, committee=committee)
        if form.is_valid() and "_show" not in request.POST:
            try:
                meeting = form.perform(by=request.user)
            except ValidationError as error:
                form.refuse(error)
            else:
                self.message_user(request, told_of(meeting), messages.SUCCESS)
                return redirect("admin:committees_meeting_change", meeting.pk)
        context = self.admin_site.each_context(request) | {
            "title": _("Next meeting"),
            "opts": self.opts,
            "original": committee,
            "form": form,
            "venues": venues_of(committee),
            "back": reverse("admin:committees_committee_change", args=[committee.pk]),
        }
        shown = what_it_will_hold(committee, form)
        return render(request, "admin/committees/next_meeting.html", context | shown)


def what_it_will_hold(committee: Committee, form: NextMeetingForm) -> dict:
    """Who will be on the roll and what is carried, for the date typed, today until there is one."""
    asked = getattr(form, "cleaned_data", {})
    day = asked.get("day") or timezone.localdate()
    before = asked.get("starts_at") or moment(day, timezone.localtime().time())
    seats = seats_on(committee, day)
    certifies = any(one.purpose == Section.CERTIFICATION for one in sections_of(committee))
    return {
        "day": day,
        "seats": seats[:FIRST_NAMES],
        "seats_left": max(len(seats) - FIRST_NAMES, 0),
        "seat_count": len(seats),
        "matters": open_matters(committee, before=before),
        "to_certify": uncertified_before(committee, before=before) if certifies else None,
    }


def told_of(meeting) -> str:
    members = meeting.attendees.count()
    matters = meeting.agenda.exclude(follows=None).count()
    on_roll = ngettext(
        "%(count)d member is on the roll", "%(count)d members are on the roll", members
    )
    carried = ngettext(
        "%(count)d matter arising is on the agenda",
        "%(count)d matters arising are on the agenda",
        matters,
    )
    return _("Meeting %(reference)s is planned: %(roll)s, %(agenda)s.") % {
        "reference": meeting.reference,
        "roll": on_roll % {"count": members},
        "agenda": carried % {"count": matters},
    }


class StandingHeadingInline(DeskStackedInline):
    """The sections of a committee's own agenda."""

    model = StandingHeading
    classes = ("collapse",)
    fields = (("number", "purpose"), "title")
    verbose_name_plural = gettext_lazy(
        "sections of the agenda (while none is written here, the standard six apply)"
    )
