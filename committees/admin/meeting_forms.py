"""How a secretary types the facts of a meeting."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import Meeting
from iad.forms import BuddhistYearField, DateTimeField
from iad.meanwhile import MeanwhileForm


class DayAndPerhapsHour(DateTimeField):
    """A day whose hour may be unknown; then the value begins at midnight."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.fields[1].required = False

    def compress(self, data_list):
        if not data_list:
            return None
        day, hour = data_list
        return super().compress([day, hour or datetime.time.min])


class MeetingForm(MeanwhileForm):
    # A number input takes no Thai digits.
    number = forms.IntegerField(
        label=_("number"),
        min_value=1,
        max_value=9999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )
    be_year = BuddhistYearField(label=_("year (B.E.)"))
    starts_at = DayAndPerhapsHour(
        label=_("begins"), help_text=_("Leave the hour empty where none is stated.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "status" in self.fields:  # moved and called off are acts, with their reasons
            states = [Meeting.Status.PLANNED, Meeting.Status.HELD]
            self.fields["status"].choices = [(one.value, one.label) for one in states]
        if "online_url" in self.fields:
            self.fields["online_url"].help_text = _("For those invited; readers never see it.")
        if self.instance.pk and not self.instance.time_is_stated:
            self.initial["starts_at"] = [timezone.localdate(self.instance.starts_at), None]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("starts_at") and "starts_at" in self.fields:
            hour = self.fields["starts_at"].widget.value_from_datadict(
                self.data, self.files, self.add_prefix("starts_at")
            )[1]
            self.instance.time_is_stated = bool(hour and hour.strip())
        if self.instance.pk:
            self._keep_after_what_it_certified(cleaned)
        return cleaned

    def _keep_after_what_it_certified(self, cleaned) -> None:
        """A meeting that certified minutes stays later than theirs, and of their committee."""
        for earlier in self.instance.certified.all():
            told = {"reference": earlier.reference}
            if cleaned.get("committee", earlier.committee) != earlier.committee:
                message = _("The minutes of meeting %(reference)s were certified at this meeting.")
                self.add_error("committee", message % told)
            if cleaned.get("starts_at") and cleaned["starts_at"] <= earlier.starts_at:
                message = _("Meeting %(reference)s, certified here, was earlier than that.")
                self.add_error("starts_at", message % told)
