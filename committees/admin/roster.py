"""The roster pasted from Word or Excel: read, shown beside what it would do, taken over on a click.

Nothing is stored before that click. The page carries the text itself and reads it again, so what is
taken over is what was shown, and no session keeps anybody's list.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from committees import calling
from committees.admin.screens import MeetingScreens
from committees.calling import Came, Capacity, Heard
from committees.models import Attendee, Department, Meeting
from committees.roster import LONGEST, RosterError, read_roster
from committees.roster_line import Doubt
from committees.roster_matching import (
    Match,
    Seat,
    departments_by_name,
    match_roster,
)
from committees.told import written
from iad.bilingual import columns

SKIP, ADD = "skip", "add"
MOST_CHOICES = 8000  # on one page; beyond, only unsure lines offer every seat
WHY = {
    Doubt.NO_PREFIX: gettext_lazy("There is no prefix before the name: is it a person?"),
    Doubt.UNCLEAR: gettext_lazy("This line could not be read with certainty."),
    Doubt.CONTINUED: gettext_lazy("A line break was joined to the line before."),
    Doubt.DELEGATE: gettext_lazy("A delegate: is it a substitute?"),
    Doubt.LEFT_OUT: gettext_lazy("A telephone number or an address was left out."),
}


class PasteForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("roster"),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Copy the table or the list in Word or Excel and paste it here. Telephone numbers and"
            " signatures are not kept."
        ),
    )

    def clean_text(self):
        try:
            self.lines = read_roster(self.cleaned_data["text"])
        except RosterError as error:
            raise ValidationError(str(error)) from error
        if not self.lines:
            raise ValidationError(_("Nobody was found in this text."))
        return self.cleaned_data["text"]


class HeardForm(forms.Form):
    """What is done with one line of the roster; what was unsure asks for a choice."""

    act = forms.ChoiceField(label=gettext_lazy("take it as"))
    seat = forms.TypedChoiceField(
        label=gettext_lazy("seat"), coerce=int, empty_value=None, required=False
    )
    capacity = forms.ChoiceField(label=gettext_lazy("capacity"), required=False)

    def __init__(self, data, *, match: Match, seats: list[tuple[int, str]], departments, people):
        read = match.read
        alone = Capacity.GUEST if read.name else Capacity.PARTICIPANT
        initial = {"act": match.act, "seat": match.seat, "capacity": read.capacity or alone}
        super().__init__(data, prefix=f"line-{match.read.number}", initial=initial)
        self.match, self.departments, self.people = match, departments, people
        self.fields["act"].choices = [
            ("", _("choose")),
            ("present", _("present")),
            ("substitute", _("came as a substitute")),
            ("absent", _("absent")),
            (ADD, _("add to the roll")),
            (SKIP, _("leave out")),
        ]
        self.fields["seat"].choices = [("", "---------"), *seats]
        self.fields["capacity"].choices = Capacity.choices
        self.is_sure = bool(match.act)

    @property
    def why(self) -> list[str]:
        why = [WHY[doubt] for doubt in self.match.read.doubts]
        if not self.is_sure and not why:
            why.append(_("Say what this line means."))
        return why

    def clean(self):
        act, seat = self.cleaned_data.get("act"), self.cleaned_data.get("seat")
        if act in {"present", "substitute", "absent"} and not seat and "seat" not in self.errors:
            self.add_error("seat", _("Choose the seat that this line speaks of."))
        return self.cleaned_data

    def heard(self) -> Heard | None:
        act, read = self.cleaned_data["act"], self.match.read
        if act == SKIP:
            return None
        person = self.people.get(self.match.person)
        came = Came(
            person,
            {} if person else written("name", read.full_name if read.name else ""),
            written("position", read.position),
        )
        department = self.departments.get(self.match.department)
        if act != ADD:
            return Heard(
                presence=act,
                came=came,
                line=self.cleaned_data["seat"],
                reasons=written("reason", read.reason),
            )
        if not department and read.department:  # as written, beside the position
            post = f"{read.position} {read.department}".strip()
            came = Came(person, came.names, written("position", post))
        return Heard(
            presence="absent" if read.presence == "absent" else "present",
            came=came,
            capacity=self.cleaned_data["capacity"] or Capacity.GUEST,
            department=department,
            reasons=written("reason", read.reason),
        )


def seats_of(roll: list[Attendee]) -> list[Seat]:
    return [
        Seat(
            line.pk,
            tuple(_said_by("name", line, line.person, line.membership and line.membership.person)),
            (
                *_said_by("position", line.membership),
                *(_said_by("position", line) if line.presence != "substitute" else ()),
                *(_said_by("name", line.department) if line.is_department else ()),
            ),
            bool(line.membership and line.membership.person_id),
        )
        for line in roll
    ]


def _said_by(name: str, *records) -> list[str]:
    texts = (getattr(record, column) for record in records if record for column in columns(name))
    return list(filter(None, texts))


class Confirmation:
    """Every line beside what it will do."""

    def __init__(self, meeting: Meeting, roll: list[Attendee], lines, data=None):
        by_name = calling.people_by_name()
        people = {person.pk: person for found in by_name.values() for person in found}
        departments = {one.pk: one for one in Department.objects.order_by("pk")}
        matches = match_roster(
            lines,
            seats_of(roll),
            {key: [person.pk for person in found] for key, found in by_name.items()},
            departments_by_name(departments.values()),
        )
        seats = [
            (line.pk, line.membership.holder if line.membership else str(line)) for line in roll
        ]
        is_long = len(seats) * len(matches) > MOST_CHOICES
        self.forms = [
            HeardForm(
                data,
                match=match,
                seats=own if is_long and match.act else seats,
                departments=departments,
                people=people,
            )
            for match in matches
            for own in [[seat for seat in seats if seat[0] == match.seat]]
        ]
        spoken_of = {match.seat for match in matches}
        self.others = [line for line in roll if line.membership_id and line.pk not in spoken_of]

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]

    def heard(self) -> list[Heard]:
        return list(filter(None, (form.heard() for form in self.forms)))


class PastedRoster(MeetingScreens):
    def get_urls(self):
        return [
            self.screen("<int:pk>/roll/paste/", self.roster_view, "roster"),
            *super().get_urls(),
        ]

    def roster_view(self, request: HttpRequest, pk: int):
        if request.method == "POST":
            return self._roster_posted(request, pk)
        return self._roster_page(request, self.meeting_to_change(request, pk), PasteForm())

    @transaction.atomic
    def _roster_posted(self, request: HttpRequest, pk: int):
        meeting = self.meeting_to_change(request, pk)
        paste = PasteForm(request.POST)
        if not paste.is_valid() or "_again" in request.POST:
            return self._roster_page(request, meeting, paste)
        roll = calling.locked_roll_of(meeting)
        is_confirmed = "_take_over" in request.POST
        shown = Confirmation(meeting, roll, paste.lines, request.POST if is_confirmed else None)
        if is_confirmed and shown.is_valid() and self._taken_over(request, meeting, shown):
            return redirect(self.address("roll", pk))
        return self._roster_page(request, meeting, paste, shown, is_confirmed)

    def _taken_over(self, request: HttpRequest, meeting: Meeting, shown: Confirmation) -> bool:
        absent = "others_are_absent" in request.POST
        try:
            count = calling.take_over(
                meeting, by=request.user, heard=shown.heard(), others_are_absent=absent
            )
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), "error")
            return False
        told = ngettext("%d line taken over.", "%d lines taken over.", count) % count
        self.message_user(request, told)
        return True

    def _roster_page(self, request, meeting, paste, shown=None, is_confirmed=False):
        return self.page(
            request,
            "roster",
            meeting,
            _("Paste a roster"),
            paste=paste,
            shown=shown,
            has_errors=is_confirmed,
            others_are_absent="others_are_absent" in request.POST,
            back=self.address("roll", meeting.pk),
        )
