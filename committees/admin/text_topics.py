"""What the meeting talked about, as read in a text: each to be an item of the agenda, or not.

Each begins as taken, in the section that its words speak of: what the reader finds is seldom wrong,
stands beside its words, and a tired official strikes one line sooner than ticking nine.
"""

from django import forms
from django.utils.translation import gettext_lazy

from committees.admin.text_rows import CHOOSE, SKIP, rows_of
from committees.discussing import LONGEST_TITLE
from committees.models import Section
from committees.told import Talked

SECTIONS = (Section.CONSIDERATION, Section.INFORMATION)


class TopicForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("title of the agenda item"),
        max_length=LONGEST_TITLE,
        widget=forms.Textarea({"rows": 2}),
    )
    take = forms.ChoiceField(
        label=gettext_lazy("recorded under"),
        choices=[
            *((str(one.value), one.label) for one in SECTIONS),
            (SKIP, gettext_lazy("leave out")),
        ],
        error_messages=CHOOSE,
    )

    def clean(self):
        said = super().clean()
        if said.get("take") == SKIP:
            self._errors.clear()
        return said

    def told(self) -> Talked | None:
        if self.cleaned_data["take"] == SKIP:
            return None
        return Talked(self.cleaned_data["title"], int(self.cleaned_data["take"]))


Topics = rows_of(TopicForm)
