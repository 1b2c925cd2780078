"""How a secretary types one item of an agenda."""

from django import forms
from django.contrib.admin import site
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _, gettext_lazy

from committees.admin.decision_forms import KnownColumns, prose
from committees.models import AgendaItem, Meeting
from committees.models.heading import section_of, sections_of


class EarlierItem(AutocompleteSelect):
    """Looks up items of the same committee's earlier meetings only."""

    def __init__(self, meeting: Meeting):
        super().__init__(AgendaItem._meta.get_field("follows"), site)
        self.meeting = meeting

    def get_url(self):
        return f"{super().get_url()}?before={self.meeting.pk}"


def items_before(meeting: Meeting):
    return AgendaItem.objects.filter(
        meeting__committee=meeting.committee_id, meeting__starts_at__lt=meeting.starts_at
    ).select_related("meeting")


class EarlierItemField(forms.ModelChoiceField):
    def label_from_instance(self, item):
        return f"{item.meeting.reference} {item}"


class ItemForm(KnownColumns):
    section = forms.TypedChoiceField(label=gettext_lazy("section"), coerce=int)

    class Meta:
        model = AgendaItem
        fields = ("section", "title_th", "title_en", "detail_th", "detail_en", "access", "follows")
        labels = {
            "title_th": gettext_lazy("title in Thai"),
            "title_en": gettext_lazy("title in English"),
            "detail_th": gettext_lazy("details in Thai"),
            "detail_en": gettext_lazy("details in English"),
        }
        widgets = {
            "title_th": prose(),
            "title_en": prose(),
            "detail_th": prose(4),
            "detail_en": prose(4),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meeting = self.instance.meeting
        sections = sections_of(meeting)
        numbers = {one.number for one in sections}
        if self.instance.pk:
            numbers.add(self.instance.section)
        self.fields["section"].choices = [
            (number, f"{number} {section_of(sections, number).title}") for number in sorted(numbers)
        ]
        earlier = items_before(meeting) | AgendaItem.objects.filter(
            pk=self.instance.follows_id
        ).select_related("meeting")
        self.fields["follows"] = EarlierItemField(
            earlier,
            required=False,
            label=_("follows up"),
            help_text=_("An item of an earlier meeting of this committee."),
            widget=EarlierItem(meeting),
        )
        self.fields["follows"].widget.choices = self.fields["follows"].choices

    def _post_clean(self):
        super()._post_clean()
        # The meeting is no field of the form, and a matter comes back once a meeting.
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as error:
                self.add_error(None, error.messages)
