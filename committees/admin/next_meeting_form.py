"""What a secretary types to plan the next meeting of a committee."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees import convening
from committees.admin.planning_forms import HoursForm, hours_of
from committees.models import Committee, Meeting
from iad.forms import BuddhistYearField
from iad.models import User
from iad.publication import Access

USUAL_HOUR = datetime.time(9, 30)
COPIED = ("kind", "mode", "venue_th", "venue_en", "access")


class WholeNumberField(forms.IntegerField):
    """A number in Thai or Arabic digits; a number input would take no Thai ones."""

    widget = forms.TextInput

    def widget_attrs(self, widget):
        return {"autocomplete": "off", "inputmode": "numeric", "size": 6}


class NextMeetingForm(HoursForm):
    """The next meeting of a committee, as the one before it was, but for number and day.

    ``proposed`` is the number that the form was opened with: left as it was, the year follows the
    day that is typed.
    """

    number = WholeNumberField(label=_("number"), min_value=1, max_value=9999)
    be_year = BuddhistYearField(
        label=_("year (B.E.)"),
        help_text=_("Left as proposed, number and year follow the date of the meeting."),
    )
    proposed = forms.CharField(required=False, widget=forms.HiddenInput, max_length=20)
    kind = forms.ChoiceField(label=_("kind"), choices=Meeting.Kind.choices)
    mode = forms.ChoiceField(label=_("form"), choices=Meeting.Mode.choices)
    venue_th = forms.CharField(
        label=_("venue, in Thai"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"list": "venues-th", "class": "vTextField"}),
    )
    venue_en = forms.CharField(
        label=_("venue, in English"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"list": "venues-en", "class": "vTextField"}),
    )
    online_url = forms.URLField(
        label=_("online address"),
        required=False,
        assume_scheme="https",
        max_length=200,
        widget=forms.URLInput(attrs={"class": "vTextField"}),
        help_text=_("For those invited; it is never shown on the public page or in calendars."),
    )
    access = forms.ChoiceField(label=_("access"), choices=Access.choices)
    field_order = (*HoursForm.field_order, "number", "be_year")

    def __init__(self, *args, committee: Committee, **kwargs):
        self.committee = committee
        offered = convening.proposal(committee, on=timezone.localdate())
        initial = _as_last_time(committee) | {
            "number": offered.number,
            "be_year": offered.be_year,
            "proposed": str(offered),
        }
        super().__init__(*args, initial=initial | kwargs.pop("initial", {}), **kwargs)

    def clean(self):
        cleaned = super().clean()
        venues = ("venue_th", "venue_en")
        meets_somewhere = cleaned.get("mode") in {Meeting.Mode.IN_PERSON, Meeting.Mode.HYBRID}
        is_said = any(cleaned.get(name) or name in self.errors for name in venues)
        if meets_somewhere and not is_said:
            self.add_error("venue_th", _("Write the venue, or choose an online meeting."))
        self._follow_the_date(cleaned)
        return cleaned

    def _follow_the_date(self, cleaned: dict) -> None:
        """Another year than proposed counts anew; a number of the same year was meant."""
        typed = f"{cleaned.get('number')}/{cleaned.get('be_year')}"
        if not cleaned.get("day") or typed != cleaned.get("proposed"):
            return
        fresh = convening.proposal(self.committee, on=cleaned["day"])
        if fresh.be_year != cleaned["be_year"]:
            self._offer(fresh)
            cleaned |= {"number": fresh.number, "be_year": fresh.be_year}

    def perform(self, *, by: User) -> Meeting:
        asked = {
            name: self.cleaned_data[name] for name in (*COPIED, "number", "be_year", "online_url")
        }
        return convening.convene(self.committee, **asked, **self.hours(), by=by)

    def refuse(self, error: ValidationError) -> None:
        """Say why, keep what was typed, and offer the number that is free now."""
        told = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
        for name, messages in told.items():
            self.add_error(name if name in self.fields else None, messages)
        if "number" in told:
            self._offer(
                convening.proposal(
                    self.committee, on=self.cleaned_data.get("day") or timezone.localdate()
                )
            )

    def _offer(self, fresh: convening.Proposal) -> None:
        self.data = self.data.copy()
        for name, value in (
            ("number", fresh.number),
            ("be_year", fresh.be_year),
            ("proposed", str(fresh)),
        ):
            self.data[self.add_prefix(name)] = str(value)


def _as_last_time(committee: Committee) -> dict:
    """Hour, venue and form of the last ordinary meeting."""
    last = (
        committee.meetings.filter(kind=Meeting.Kind.ORDINARY).order_by("-starts_at", "-pk").first()
    )
    if last is None:
        usual = {"kind": Meeting.Kind.ORDINARY, "mode": Meeting.Mode.IN_PERSON}
        return usual | {"hour": USUAL_HOUR, "access": Access.PUBLIC}
    hours = hours_of(last)
    return {"hour": hours["hour"] or USUAL_HOUR} | {name: getattr(last, name) for name in COPIED}


def venues_of(committee: Committee) -> dict[str, list[str]]:
    """Where it met before, the latest first, for each language."""
    rows = committee.meetings.order_by("-starts_at", "-pk").values_list("venue_th", "venue_en")[:50]
    thai, english = zip(*rows, strict=True) if rows else ((), ())
    return {
        "th": list(dict.fromkeys(filter(None, thai))),
        "en": list(dict.fromkeys(filter(None, english))),
    }
