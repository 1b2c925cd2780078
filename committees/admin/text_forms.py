"""What is asked of a meeting read in a text: the text itself, and the facts of the meeting."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _, gettext_lazy

from committees.admin.next_meeting_form import WholeNumberField
from committees.admin.planning_forms import HoursForm, moment
from committees.models import Committee, Meeting
from committees.proposing import Offices
from committees.told import NewCommittee
from iad.forms import BuddhistYearField
from iad.publication import Access
from iad.thai.text import clean

LONGEST_TEXT = 200_000  # characters; a page of news has two thousand
NEW = "new"
WIDE = forms.TextInput(attrs={"class": "vTextField"})


class TextField(forms.CharField):
    """A text as pasted, without what no text may hold and with one kind of line end."""

    widget = forms.Textarea(attrs={"rows": 16, "spellcheck": "false"})

    def to_python(self, value):
        return clean(super().to_python(value)).strip()


class TextForm(forms.Form):
    text = TextField(
        label=gettext_lazy("text"),
        max_length=LONGEST_TEXT,
        help_text=gettext_lazy(
            "Paste the whole text, title included, in Thai or in English. Nothing is stored before"
            " you press “Create the meeting”."
        ),
        error_messages={"required": gettext_lazy("Paste a text first.")},
    )


class MeetingForm(HoursForm):
    """The facts of the meeting; what the text does not state is empty and stays so."""

    committee = forms.ChoiceField(
        label=gettext_lazy("committee"),
        error_messages={"required": gettext_lazy("Choose the committee, or record a new one.")},
    )
    name_th = forms.CharField(
        label=gettext_lazy("official name in Thai"), max_length=300, required=False, widget=WIDE
    )
    name_en = forms.CharField(
        label=gettext_lazy("name in English"), max_length=300, required=False, widget=WIDE
    )
    slug = forms.SlugField(
        label=gettext_lazy("address"),
        max_length=80,
        required=False,
        help_text=gettext_lazy(
            "Small Latin letters, digits and hyphens; it stays when the name changes."
        ),
    )
    committee_kind = forms.ChoiceField(
        label=gettext_lazy("kind of committee"),
        choices=Committee.Kind.choices,
        initial=Committee.Kind.COMMITTEE,
    )
    number = WholeNumberField(label=gettext_lazy("number"), min_value=1, max_value=9999)
    be_year = BuddhistYearField(label=gettext_lazy("year (B.E.)"))
    kind = forms.ChoiceField(label=gettext_lazy("kind"), choices=Meeting.Kind.choices)
    venue = forms.CharField(
        label=gettext_lazy("venue"), max_length=300, required=False, widget=WIDE
    )
    mode = forms.ChoiceField(label=gettext_lazy("form"), choices=Meeting.Mode.choices)
    access = forms.ChoiceField(label=gettext_lazy("access"), choices=Access.choices)
    OF_NEW_COMMITTEE = ("name_th", "name_en", "slug", "committee_kind")

    def __init__(self, *args, offices: Offices, may_add: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.offices, self.may_add = offices, may_add
        there = [(str(one.pk), str(one)) for one in offices.committees]
        new = [(NEW, _("a new committee (write its name and address below)"))] if may_add else []
        self.fields["committee"].choices = [("", _("choose")), *new, *there]
        if not may_add:
            for name in self.OF_NEW_COMMITTEE:
                del self.fields[name]
        self.fields["day"].error_messages["required"] = _("Write the date of the meeting.")
        self.fields["number"].error_messages["required"] = _("Write the number of the meeting.")
        self.fields["be_year"].error_messages["required"] = _("Write the year of the number.")
        self.fields["hour"].help_text = self.fields["last_day"].help_text = ""

    def clean(self):
        cleaned = super().clean()
        self._end_without_hours(cleaned)
        if cleaned.get("committee") == NEW:
            self._clean_new_committee(cleaned)
        return cleaned

    def _end_without_hours(self, cleaned: dict) -> None:
        """Days without hours are whole: nobody is asked for an hour that no text states."""
        day, last_day = cleaned.get("day"), cleaned.get("last_day")
        if not (day and last_day) or cleaned.get("hour") or cleaned.get("until"):
            return
        self.errors.pop("until", None)
        cleaned["ends_at"] = moment(last_day, datetime.time.min)
        if last_day < day:
            self.add_error("last_day", _("A meeting ends after it starts."))

    def _clean_new_committee(self, cleaned: dict) -> None:
        name, slug = cleaned.get("name_th"), cleaned.get("slug")
        if not name and "name_th" not in self.errors:
            self.add_error("name_th", _("A committee has an official Thai name."))
        if not slug and "slug" not in self.errors:
            self.add_error("slug", _("Write an address for the new committee."))
        if there := self.offices.committee(name):
            words = _("“%(committee)s” is recorded already: choose it above.")
            self.add_error("name_th", words % {"committee": there})
        if slug and any(one.slug == slug for one in self.offices.committees):
            self.add_error("slug", _("Another committee has this address."))

    @property
    def chosen_committee(self) -> Committee | None:
        """The one of the register that stands chosen in the form now, if any."""
        chosen = str(self["committee"].value() or "")
        return next((one for one in self.offices.committees if str(one.pk) == chosen), None)

    @property
    def is_new_committee(self) -> bool:
        return self["committee"].value() == NEW

    def facts(self) -> dict:
        """As `committees.told.Told` takes them; only of a valid form."""
        said = self.cleaned_data
        names = ("number", "be_year", "kind", "venue", "mode", "access")
        facts = {name: said[name] for name in names} | self.hours()
        if said["committee"] != NEW:
            return facts | {"committee": self.chosen_committee}
        return facts | {
            "committee": NewCommittee(
                said["name_th"], said["slug"], said["name_en"], said["committee_kind"]
            )
        }

    def refuse(self, error: ValidationError) -> None:
        """Why the record was not made, beside its field where there is one."""
        told = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
        for name, messages in told.items():
            self.add_error(name if name in self.fields else None, messages)
