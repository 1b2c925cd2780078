"""How an administrator types who sits on a committee: a seat, a successor, an end, a term."""

from django import forms
from django.contrib.admin.sites import site
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from committees.appointing import days_of, refuse_second_chair
from committees.forwards import ask_that_it_is_kept
from committees.models import Department, Membership, Person, Term
from iad.forms import DateField

LONGEST_KEY = 18  # digits; longer ones no database has


class SeatForm(forms.ModelForm):
    """A seat; its term and whom it replaces are of the same committee, as is its one chair."""

    # A number input takes no Thai digits.
    order = forms.IntegerField(
        label=gettext_lazy("rank"),
        min_value=0,
        max_value=9999,
        initial=0,
        help_text=Membership._meta.get_field("order").help_text,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = str(self.data.get("committee") or self.initial.get("committee") or "")
        is_number = asked.isdecimal() and len(asked) <= LONGEST_KEY
        committee = int(asked) if is_number else self.instance.committee_id
        in_committee = {
            "term": Term.objects.filter(committee=committee),
            "replaces": Membership.objects.filter(committee=committee)
            .exclude(pk=self.instance.pk)
            .with_holders()
            .by_rank(),
        }
        for name in in_committee.keys() & self.fields.keys():
            self.fields[name].queryset = in_committee[name]

    def clean(self):
        cleaned = super().clean()
        term = cleaned.get("term")
        if term and self.instance.pk is None:  # a new seat is held as long as the others
            cleaned["starts_on"] = cleaned.get("starts_on") or term.starts_on
            cleaned["ends_on"] = cleaned.get("ends_on") or term.ends_on
        return cleaned

    def _post_clean(self):
        """Asked of the seat as it would be saved, when its columns are filled."""
        super()._post_clean()
        if not self.errors:
            try:
                refuse_second_chair(self.instance)
            except ValidationError as error:
                self.add_error(None, error)
        if not self.errors and "person" in self.changed_data:
            try:
                ask_that_it_is_kept(self.instance.person)
            except ValidationError as error:
                self.add_error("person", error)


class TermForm(forms.ModelForm):
    class Meta:
        model = Term
        fields = ("order_ref", "ordered_on", "starts_on", "ends_on")


class ReplaceForm(forms.Form):
    """Who takes a seat from which day; the office is filled in as it was."""

    on = DateField(label=gettext_lazy("first day of the successor"))
    person = forms.ModelChoiceField(
        Person.objects.kept(),
        label=gettext_lazy("person"),
        required=False,
        widget=AutocompleteSelect(Membership._meta.get_field("person"), site),
        help_text=Membership._meta.get_field("person").help_text,
    )
    position_th = forms.CharField(
        label=gettext_lazy("position in Thai"), max_length=300, required=False
    )
    position_en = forms.CharField(
        label=gettext_lazy("position in English"), max_length=300, required=False
    )
    department = forms.ModelChoiceField(
        Department.objects.all(),
        label=gettext_lazy("department"),
        required=False,
        widget=AutocompleteSelect(Membership._meta.get_field("department"), site),
    )
    basis = forms.CharField(
        label=gettext_lazy("basis"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("The order of appointment, such as its number."),
    )


class EndForm(forms.Form):
    on = DateField(label=gettext_lazy("last day"))
    basis = forms.CharField(
        label=gettext_lazy("why it ends"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("For the record of the office; readers do not see it."),
    )


class SeatChoice(forms.ModelMultipleChoiceField):
    """Seats by their holders, each with role and days, to be ticked."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, seat):
        return f"{seat} – {days_of(seat)}"


class NewTermForm(forms.Form):
    """An order of appointment, its days, and who of the seats held sits on."""

    order_ref = forms.CharField(
        label=gettext_lazy("order of appointment"), max_length=200, required=False
    )
    ordered_on = DateField(label=gettext_lazy("date of the order"), required=False)
    starts_on = DateField(label=gettext_lazy("the term begins"))
    ends_on = DateField(
        label=gettext_lazy("the term ends"),
        required=False,
        help_text=gettext_lazy("Empty where the order states no end."),
    )
    carry = SeatChoice(
        Membership.objects.none(),
        label=gettext_lazy("who stays in the new term"),
        required=False,
        help_text=gettext_lazy("Whoever is not ticked leaves the day before the term begins."),
    )

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["carry"].queryset = seats
