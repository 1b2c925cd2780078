"""The screen of the roll call: one line for each attendee, one save for the whole roll."""

from functools import cache, cached_property

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from committees import calling
from committees.admin.roll_forms import AddLineForm, RollLineForm
from committees.admin.roster import PastedRoster
from committees.models import Attendee, Meeting, Membership


class RollForms:
    """The lines of a roll as forms, and the order in which they shall stand.

    ``sequence`` carries the order in which the page was opened, so that a line added, removed or
    moved by somebody else meanwhile is known as such.
    """

    def __init__(self, meeting: Meeting, roll: list[Attendee], data=None):
        self.meeting, self.roll, self.data = meeting, roll, data
        self.now = [line.pk for line in roll]
        self.opened = self.now if data is None else self._sequence_posted()
        people = cache(calling.people_by_name)
        places = {pk: place for place, pk in enumerate(self.opened, 1)}
        self.lines = []
        for line in roll:
            line.meeting = meeting
            # A line that somebody added meanwhile was not on the page, so nothing was typed in it.
            is_posted = data is not None and line.pk in places
            self.lines.append(
                RollLineForm(
                    data if is_posted else None,
                    instance=line,
                    prefix=f"line-{line.pk}",
                    place=places.get(line.pk, len(places) + 1),
                    seats=self.seats,
                    people=people,
                )
            )
        self.add = None if meeting.is_locked else AddLineForm(data, prefix="new", people=people)
        self.errors: list[str] = []

    def _sequence_posted(self) -> list[int]:
        if self.meeting.is_locked:
            return self.now
        posted = self.data.get("sequence", "").split(",")[: calling.MOST_LINES]
        numbers = [int(pk) for pk in posted if pk.isascii() and pk.isdigit() and len(pk) < 19]
        return list(dict.fromkeys(numbers))

    @cached_property
    def seats(self) -> dict[str, Membership]:
        """Whose place somebody may have taken, by key as a form writes it."""
        on_roll = [line.membership for line in self.roll] + [
            line.substitute_for for line in self.roll
        ]
        that_day = self.meeting.committee.memberships.current(
            timezone.localdate(self.meeting.starts_at)
        )
        seats = [*filter(None, on_roll), *that_day.with_holders().by_rank()]
        return {str(seat.pk): seat for seat in seats}

    @property
    def sequence(self) -> str:
        return ",".join(map(str, self.opened))

    def is_valid(self) -> bool:
        forms = [*self.bound, *([self.add] if self.add is not None else [])]
        unfit = [form for form in forms if not form.is_valid()]  # every line tells its own error
        if unfit:
            self.errors.append(_("Nothing is saved yet: see the marked lines."))
        gone = len(set(self.opened) - set(self.now))
        if gone:
            self._tell(_("Somebody removed a line of the roll meanwhile."))
        if (
            not unfit
            and self.is_moved
            and [pk for pk in self.now if pk in self.opened] != self.opened
        ):
            self._tell(_("Somebody changed the order of the roll meanwhile. Look at it again."))
        return not self.errors

    def _tell(self, told: str) -> None:
        """The next save knows of it."""
        self.errors.append(told)
        self.opened = self.now

    @property
    def bound(self) -> list[RollLineForm]:
        return [form for form in self.lines if form.is_bound]

    @property
    def is_moved(self) -> bool:
        return any("place" in form.changed_data for form in self.bound)

    def save(self, by) -> int:
        removed = [form.stored for form in self.bound if form.cleaned_data.get("remove")]
        gone = {line.pk for line in removed}
        changed = {
            form.instance.pk: form.instance
            for form in self.bound
            if form.is_changed and form.instance.pk not in gone
        }
        for order, line in enumerate(self._in_new_order(gone), 1):
            if line.order != order:
                line.order = order
                changed[line.pk] = line
        added = [self.add.line] if self.add is not None and self.add.is_filled else []
        return calling.call_roll(
            self.meeting, by=by, changed=changed.values(), added=added, removed=removed
        )

    def _in_new_order(self, gone: set[int]) -> list[Attendee]:
        """Empty where nothing was moved. A line that moved up stands before the one it meets."""
        if not self.is_moved:
            return []

        def rank(form):
            place, was = form.cleaned_data["place"], form.initial["place"]
            return place, (place > was) - (place < was), was

        bound = sorted(self.bound, key=rank)
        unseen = [form for form in self.lines if not form.is_bound]
        return [form.instance for form in (*bound, *unseen) if form.instance.pk not in gone]


class RollCall(PastedRoster):
    """The roll by exception, and the roster pasted from elsewhere."""

    def get_urls(self):
        return [self.screen("<int:pk>/roll/", self.roll_view, "roll"), *super().get_urls()]

    def roll_view(self, request: HttpRequest, pk: int):
        if request.method == "POST":
            return self._roll_saved(request, pk)
        meeting = self.meeting_to_change(request, pk, though_locked=True)
        return self._roll_page(request, RollForms(meeting, list(calling.roll_of(meeting))))

    @transaction.atomic
    def _roll_saved(self, request: HttpRequest, pk: int):
        meeting = self.meeting_to_change(request, pk, though_locked=True)
        forms = RollForms(meeting, calling.locked_roll_of(meeting), request.POST)
        if meeting.is_locked and "sequence" in request.POST:
            forms.errors.append(_("The minutes are certified: the roll stays as it is."))
        elif forms.is_valid():
            try:
                count = forms.save(request.user)
            except ValidationError as error:
                forms.errors += error.messages
            else:
                self._tell_of_roll(request, forms, count)
                return redirect(self.address("roll", pk))
        return self._roll_page(request, forms)

    def _tell_of_roll(self, request: HttpRequest, forms: RollForms, count: int) -> None:
        if not count:
            self.message_user(request, _("Nothing was changed."), messages.WARNING)
            return
        told = ngettext("%d line saved.", "%d lines saved.", count) % count
        removed = [str(form.stored) for form in forms.bound if form.cleaned_data.get("remove")]
        if removed:
            told += " " + _("Removed from the roll: %(names)s.") % {"names": ", ".join(removed)}
        self.message_user(request, told, messages.SUCCESS)

    def _roll_page(self, request: HttpRequest, forms: RollForms):
        return self.page(
            request,
            "roll",
            forms.meeting,
            _("Roll call"),
            forms=forms,
            said_of_chair=calling.said_of_chair(line.stored for line in forms.lines),
            back=self.address("change", forms.meeting.pk),
            paste=self.address("roster", forms.meeting.pk),
        )
