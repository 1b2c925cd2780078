"""What an act asks before it is done: a comment, an hour, a word to readers."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _, override

from iad.bilingual import LANGUAGES
from iad.forms import DateTimeField
from iad.models import User
from news import editing, publishing
from news.models import Article, Transition

Act = Transition.Act


class ActForm(forms.Form):
    """What one act on one text asks; its ``perform()`` does it and may raise a ValidationError."""

    def __init__(self, *args, text, by: User, **kwargs):
        self.text, self.by = text, by
        super().__init__(*args, **kwargs)


def comment_field(label=None, *, required: bool = False, help_text=""):
    return forms.CharField(
        label=label or _("Comment"),
        required=required,
        max_length=2000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
    )


def override_field(help_text=""):
    return forms.BooleanField(
        label=_("Publish although nobody else has checked it"), help_text=help_text
    )


class SubmitForm(ActForm):
    comment = comment_field(help_text=_("For the editor; may stay empty."))

    def perform(self):
        return publishing.submit(self.text, by=self.by, **self.cleaned_data)


class ReturnForm(ActForm):
    comment = comment_field(_("What is to be mended"), required=True)

    def perform(self):
        return publishing.send_back(self.text, by=self.by, **self.cleaned_data)


class PublishForm(ActForm):
    at = DateTimeField(label=_("visible from"), required=False, help_text=_("Empty means now."))
    override = override_field(_("It stays marked until a colleague confirms it."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["at"].initial = self.text.publish_at
        if not (isinstance(self.text, Article) and self.text.author_id == self.by.pk):
            del self.fields["override"]

    def perform(self):
        return publishing.publish(self.text, by=self.by, **self.cleaned_data)


class ConfirmForm(ActForm):
    def perform(self):
        return publishing.confirm(self.text, by=self.by)


class WithdrawForm(ActForm):
    reason = comment_field(
        _("Reason"), required=True, help_text=_("For colleagues; it is kept in the history.")
    )
    note_th = forms.CharField(
        label=_("Explanation for readers, in Thai"), max_length=500, required=False
    )
    note_en = forms.CharField(
        label=_("Explanation for readers, in English"), max_length=500, required=False
    )
    moved_to = forms.RegexField(
        r"^(https://\S+|/(?!/)\S*)$",
        label=_("forward to"),
        max_length=300,
        required=False,
        help_text=_("An address such as /news/12/ to which readers are led instead."),
        error_messages={"invalid": _("A link begins with / or with https://.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not isinstance(self.text, Article):
            for name in ("note_th", "note_en", "moved_to"):
                del self.fields[name]

    def clean_moved_to(self):
        address = self.cleaned_data["moved_to"]
        own = {page_in(language, self.text) for language in LANGUAGES}
        if address.partition("?")[0].partition("#")[0] in own:
            raise ValidationError(_("It cannot lead to its own address."))
        return address

    def perform(self):
        asked = self.cleaned_data
        return publishing.withdraw(
            self.text,
            by=self.by,
            reason=asked["reason"],
            note={language: asked.get(f"note_{language}", "") for language in ("th", "en")},
            moved_to=asked.get("moved_to", ""),
        )


def page_in(language: str, text) -> str:
    with override(language):
        return text.get_absolute_url()


class RestoreForm(ActForm):
    comment = comment_field()

    def perform(self):
        return publishing.restore(self.text, by=self.by, **self.cleaned_data)


class ReviseForm(ActForm):
    def perform(self):
        self.text = editing.open_edit(self.text, by=self.by)
        return True


class PublishEditForm(ActForm):
    """An edit goes back onto its original, at once."""

    minor = forms.BooleanField(
        label=_("Minor correction"),
        required=False,
        help_text=_("A slip of the pen: readers are told of no change."),
    )
    note_th = forms.CharField(
        label=_("What changed, for readers, in Thai"), max_length=300, required=False
    )
    note_en = forms.CharField(
        label=_("What changed, for readers, in English"), max_length=300, required=False
    )
    override = override_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.text.author_id != self.by.pk:
            del self.fields["override"]

    def perform(self):
        asked = self.cleaned_data
        original = editing.publish_edit(
            self.text,
            by=self.by,
            note={language: asked[f"note_{language}"] for language in LANGUAGES},
            override=asked.get("override", False),
            minor=asked["minor"],
        )
        self.text = original or self.text
        return original is not None


FORMS = {
    Act.SUBMIT: SubmitForm,
    Act.RETURN: ReturnForm,
    Act.PUBLISH: PublishForm,
    Act.CONFIRM: ConfirmForm,
    Act.WITHDRAW: WithdrawForm,
    Act.RESTORE: RestoreForm,
    Act.REVISE: ReviseForm,
}
# How a button says it: what one does, not what it will have been.
BUTTONS = {
    Act.SUBMIT: _("Submit for review"),
    Act.RETURN: _("Return to the author"),
    Act.PUBLISH: _("Publish"),
    Act.CONFIRM: _("Confirm"),
    Act.WITHDRAW: _("Withdraw"),
    Act.RESTORE: _("Restore"),
    Act.REVISE: _("Edit"),
}
