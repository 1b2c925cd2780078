"""Who sat on a committee on a day that somebody asks for."""

from datetime import date

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad.forms import DateField


class DayAsked(forms.Form):
    """``?on=14/2/2563``: a day in any way that dates are written here."""

    on = DateField(label=_("composition as of"), required=False)


def day_asked(query: QueryDict) -> tuple[DayAsked, date]:
    """The form as it was asked, with its error in words, and the day: today where there is none."""
    form = DayAsked(query if "on" in query else None, use_required_attribute=False)
    day = form.cleaned_data.get("on") if form.is_valid() else None
    return form, day or timezone.localdate()
