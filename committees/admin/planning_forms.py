"""What a secretary types to move a meeting, to call it off, to record that it was held."""

import datetime
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees import convening
from committees.models import Meeting
from iad.forms import DateField, TimeField
from iad.models import User


class HoursForm(forms.Form):
    """First day and hour, last day and hour, as two moments of Bangkok."""

    day = DateField(label=_("date"))
    hour = TimeField(
        label=_("begins at"),
        required=False,
        help_text=_("Leave the hour empty where none is stated."),
    )
    last_day = DateField(
        label=_("last day of the meeting"),
        required=False,
        help_text=_("Only for a meeting that goes on for several days."),
    )
    until = TimeField(label=_("ends at"), required=False)
    field_order = ("day", "hour", "last_day", "until")

    def clean(self):
        cleaned = super().clean()
        day, hour = cleaned.get("day"), cleaned.get("hour")
        last_day, until = cleaned.get("last_day"), cleaned.get("until")
        cleaned |= {"starts_at": None, "ends_at": None, "time_is_stated": hour is not None}
        if day is None:
            if "day" not in self.errors and (last_day or until):
                self.add_error("day", _("Write the date too."))
            return cleaned
        if last_day and not until:
            self.add_error("until", _("Write the hour at which the last day ends."))
        cleaned["starts_at"] = moment(day, hour or datetime.time.min)
        if until:
            cleaned["ends_at"] = moment(last_day or day, until)
            if cleaned["ends_at"] < cleaned["starts_at"]:
                self.add_error("until", _("A meeting ends after it starts."))
        return cleaned

    def hours(self) -> dict:
        return {
            name: self.cleaned_data[name] for name in ("starts_at", "ends_at", "time_is_stated")
        }


def moment(day: datetime.date, hour: datetime.time) -> datetime.datetime:
    return from_current_timezone(datetime.datetime.combine(day, hour))


def hours_of(meeting: Meeting) -> dict:
    """A meeting's hours as HoursForm begins with them."""
    begins = timezone.localtime(meeting.starts_at)
    ends = timezone.localtime(meeting.ends_at) if meeting.ends_at else None
    return {
        "day": begins.date(),
        "hour": begins.time() if meeting.time_is_stated else None,
        "last_day": ends.date() if ends and ends.date() != begins.date() else None,
        "until": ends.time() if ends else None,
    }


class ActForm(forms.Form):
    """What an act on a meeting asks; ``perform`` does it and may raise a ValidationError."""

    button: ClassVar[str]
    told: ClassVar[str] = ""
    done: ClassVar[str]

    def __init__(self, *args, meeting: Meeting, **kwargs):
        self.meeting = meeting
        super().__init__(*args, initial=self.begin(meeting), **kwargs)

    def begin(self, meeting: Meeting) -> dict:
        return {}

    def refuse(self, error: ValidationError) -> None:
        self.add_error(None, error.messages)


class NoteForm(ActForm):
    note_th = forms.CharField(
        label=_("note for readers, in Thai"),
        max_length=300,
        required=False,
        help_text=_("Stands on the public page and in calendars; may stay empty."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    note_en = forms.CharField(
        label=_("note for readers, in English"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def notes(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("note_th", "note_en")}


class PostponeForm(HoursForm, NoteForm):
    button = _("Postpone the meeting")
    told = _("The number stays. The roll and the matters arising follow the new date.")
    done = _("The meeting was postponed.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].required = False
        self.fields["day"].label = _("new date")
        self.fields["day"].help_text = _("Leave it empty while no new date is known.")

    def begin(self, meeting):
        return {"hour": hours_of(meeting)["hour"]}

    def perform(self, *, by: User) -> bool:
        asked = self.hours()
        to = asked.pop("starts_at")
        return convening.postpone(self.meeting, to=to, **asked, **self.notes(), by=by)


class CancelForm(NoteForm):
    button = _("Cancel the meeting")
    told = _("It keeps its number, and later meetings pass over it.")
    done = _("The meeting was cancelled.")

    def perform(self, *, by: User) -> bool:
        return convening.cancel(self.meeting, **self.notes(), by=by)


class HoldForm(HoursForm, ActForm):
    button = _("Record that it was held")
    told = _("Write when it really began and ended.")
    done = _("The meeting is recorded as held.")

    def begin(self, meeting):
        return hours_of(meeting)

    def perform(self, *, by: User) -> bool:
        return convening.hold(self.meeting, **self.hours(), by=by)


class RefreshForm(ActForm):
    button = _("Bring roll and agenda up to date")
    told = _(
        "Seats held on the day of the meeting are added, seats no longer held are taken off where"
        " nothing was written, and matters still open are added to the agenda."
    )
    done = _("Roll and agenda are up to date.")

    def perform(self, *, by: User) -> bool:
        return convening.refresh(self.meeting, by=by)


class ReinstateForm(ActForm):
    button = _("Take back the cancellation")
    told = _("The meeting is planned again, on its date and with its number.")
    done = _("The meeting is planned again.")

    def perform(self, *, by: User) -> bool:
        return convening.reinstate(self.meeting, by=by)


FORMS: dict[str, type[ActForm]] = {
    "postpone": PostponeForm,
    "cancel": CancelForm,
    "hold": HoldForm,
    "refresh": RefreshForm,
    "reinstate": ReinstateForm,
}
