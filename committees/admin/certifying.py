"""The screens that move a meeting's minutes on: draft, circulate, take back, certify."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from committees import certifying
from committees.admin.screens import MeetingScreens
from committees.certifying import doubts_about_minutes, later_meetings, missing_in_minutes
from committees.models import Meeting
from iad.forms import DateField
from iad.thai.text import clean_line


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting):
        return str(meeting)


class ActForm(forms.Form):
    """What an act asks beside its confirmation; ``perform`` does it."""

    def __init__(self, *args, meeting: Meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting = meeting


class DraftForm(ActForm):
    button = gettext_lazy("Begin the minutes")
    told = gettext_lazy(
        "The minutes are then being written; roll, agenda and resolutions stay open."
    )

    def perform(self, by) -> bool:
        return certifying.draft_minutes(self.meeting, by=by)


class CirculateForm(ActForm):
    button = gettext_lazy("Minutes were circulated")
    told = gettext_lazy("Say so once the members have the minutes to check.")

    def perform(self, by) -> bool:
        return certifying.circulate(self.meeting, by=by)


class TakeBackForm(ActForm):
    button = gettext_lazy("Take the minutes back")
    told = gettext_lazy("Members asked for a change: the minutes are then being written again.")
    comment = forms.CharField(label=gettext_lazy("what is to be mended"), max_length=300)

    def perform(self, by) -> bool:
        comment = clean_line(self.cleaned_data["comment"])
        return certifying.take_back(self.meeting, by=by, comment=comment)


class CertifyForm(ActForm):
    button = gettext_lazy("Certify the minutes")
    told = gettext_lazy(
        "There is no way back: agenda, attendance and resolutions then stay as they are. A mistake"
        " found later is corrected by a new item at a later meeting."
    )
    LATER, CIRCULATION, SAME = "later", "circulation", "same"
    how = forms.ChoiceField(
        label=gettext_lazy("how they were certified"),
        widget=forms.RadioSelect,
        choices=(
            (LATER, gettext_lazy("at a later meeting")),
            (CIRCULATION, gettext_lazy("by circulation")),
            (SAME, gettext_lazy("at the meeting itself")),
        ),
    )
    at = MeetingChoice(Meeting.objects.none(), label=gettext_lazy("certified at"), required=False)
    on = DateField(
        label=gettext_lazy("certified on"),
        required=False,
        help_text=gettext_lazy("Only for certification by circulation."),
    )
    sure = forms.BooleanField(label=gettext_lazy("I have checked meeting, date and way."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        later = later_meetings(self.meeting)
        self.fields["at"].queryset = later
        next_one = later.first()
        self.initial |= {"how": self.LATER if next_one else self.CIRCULATION, "at": next_one}
        self.initial["on"] = timezone.localdate()

    def clean(self):
        cleaned = super().clean()
        needed = {self.LATER: "at", self.CIRCULATION: "on"}.get(cleaned.get("how"))
        if needed and not cleaned.get(needed) and needed not in self.errors:
            self.add_error(needed, self.fields[needed].error_messages["required"])
        return cleaned

    def perform(self, by) -> bool:
        asked = self.cleaned_data
        if asked["how"] == self.LATER:
            return certifying.certify(self.meeting, at=asked["at"], by=by)
        if asked["how"] == self.CIRCULATION:
            return certifying.certify_by_circulation(self.meeting, on=asked["on"], by=by)
        return certifying.certify_at_the_meeting(self.meeting, by=by)


FORMS = {
    "draft": DraftForm,
    "circulate": CirculateForm,
    "take_back": TakeBackForm,
    "certify": CertifyForm,
}


class States(MeetingScreens):
    """A mixin of ``MeetingAdmin``: a page for each act on the minutes."""

    def get_urls(self):
        acts = [
            self.screen(f"<int:pk>/{act.replace('_', '-')}/", self._act_view(act), act)
            for act in FORMS
        ]
        return [*acts, *super().get_urls()]

    def _act_view(self, act: str):
        return lambda request, pk: self.minutes_view(request, pk, act)

    def minutes_view(self, request: HttpRequest, pk: int, act: str):
        meeting = self.meeting_to_change(request, pk, though_locked=True)
        asks = FORMS[act]
        posted = request.POST if request.method == "POST" else None
        form = asks(posted, meeting=meeting)
        if form.is_valid() and self._do(request, form):
            return redirect("admin:committees_meeting_change", meeting.pk)
        told = {"form": form}
        if act in ("circulate", "certify"):
            told["missing"] = missing_in_minutes(meeting)
            told["doubts"] = doubts_about_minutes(meeting)
        return self.page(request, "certify", meeting, asks.button, **told)

    def _do(self, request: HttpRequest, form: ActForm) -> bool:
        try:
            done = form.perform(by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return False
        if done:
            self.message_user(request, _("Done: %(act)s.") % {"act": form.button})
        else:
            self.message_user(request, _("Nothing was left to do."), messages.WARNING)
        return True
