"""Two people with the same form: the second is told, sees what the first wrote, loses nothing."""

import hashlib

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _


class MeanwhileForm(forms.ModelForm):
    """Carries a digest of what its row held when the form was opened.

    On saving the row is read again, locked. Where somebody changed it meanwhile, the form comes
    back as it was typed, with what stands in the record now beside each field that differs;
    saving once more is then deliberate.
    """

    opened_with = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened_with"] = self._digest(self.instance)

    def clean(self):
        cleaned = super().clean()
        opened_with = cleaned.get("opened_with")
        if self.instance.pk and opened_with and self.is_bound:
            stored = self._stored()
            if stored is None:
                raise forms.ValidationError(_("Somebody deleted this meanwhile."))
            if (now := self._digest(stored)) != opened_with:
                self._tell_of(stored, now)
        return cleaned

    def _stored(self):
        rows = type(self.instance)._base_manager.filter(pk=self.instance.pk)
        if transaction.get_connection().in_atomic_block:
            rows = rows.select_for_update()
        return rows.first()

    def _columns(self) -> list[str]:
        names = {field.name for field in self.instance._meta.concrete_fields}
        return sorted(names & set(self.fields))

    def _digest(self, row) -> str:
        values = [str(row.serializable_value(name) or "") for name in self._columns()]
        return hashlib.sha256("\x1f".join(values).encode()).hexdigest()[:16]

    def _tell_of(self, stored, now: str) -> None:
        self.add_error(
            None,
            _("Somebody saved this meanwhile. What you wrote stands here: save again to keep it."),
        )
        for name in self._columns():
            field = stored._meta.get_field(name)
            there, typed = getattr(stored, name), self.cleaned_data.get(name)
            if (there or "") != (typed or ""):
                choices = dict(field.flatchoices)
                shown = choices.get(there, there) if choices else there
                self.add_error(name, _("In the record now: %(value)s") % {"value": shown or "–"})
        # The next saving knows what it replaces.
        self.data = self.data.copy()
        self.data[self.add_prefix("opened_with")] = now
