"""No lost update: who saves what another saved meanwhile is told, sees both texts, and chooses.

A form carries the number of the save that it was opened at. Saving locks the row first, so that
two who save at the same moment are one after the other; where another's save lies between, each
column that both the other and this form would write is asked about. What was typed travels along
in the page that asks.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms.models import ModelForm
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from news.admin.choosing import CHOICE, clashes_of, merged, typed_texts, without_choices
from news.history import Kept, Snapshot, as_opened, keep_as_found, versions_of

OPENED = "opened_version"
GO_ON = "go-on"
CONFLICT = 409  # RFC 9110, section 15.5.10


class NotYetSaved(ModelForm):
    """Shows what was typed once more instead of saving it."""

    def clean(self):
        super().clean()
        raise ValidationError(_("Nothing is saved yet. Compare with what stands now, then save."))


class NoLostUpdateAdmin:
    """Mixed into the ModelAdmin of a text, before the mixins that write."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        told = extra_context or {}
        if object_id is None:
            return super().changeform_view(request, object_id, form_url, told)
        if request.method != "POST":
            text = self.get_object(request, object_id)
            told = told | {OPENED: text.version if text else ""}
            return super().changeform_view(request, object_id, form_url, told)
        with transaction.atomic():
            text = self._locked(object_id)
            if text is None or not self.has_change_permission(request, text):
                answer = self._too_late(request, text)
            else:
                keep_as_found(text)
                answer = self._conflict(request, text)
                told = told | {OPENED: text.version, "beside": self._beside(request, text)}
            return answer or super().changeform_view(request, object_id, form_url, told)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if request.POST.get(CHOICE) == GO_ON:
            return type(form)(form.__name__, (NotYetSaved, form), {})
        return form

    def save_model(self, request, obj, form, change):
        if change:
            obj.version += 1  # the row is locked since before it was read
        super().save_model(request, obj, form, change)

    # --- what stands between -------------------------------------------------------------------

    def _locked(self, object_id):
        """Whoever else saves it waits from here to the end of the transaction."""
        if not str(object_id).isdecimal():
            return None
        return self.model.objects.select_for_update().filter(pk=object_id).first()

    def _conflict(self, request, text):
        """The page that asks, or None where what was posted may be saved."""
        opened = request.POST.get(OPENED, str(text.version))
        chosen = request.POST.get(CHOICE)
        if opened == str(text.version):
            if chosen == "theirs":
                self.message_user(request, _("Your changes were given up."), messages.WARNING)
                return redirect(self.address("change", text.pk))
            if chosen:
                request.POST = merged(request.POST, *self._forms(request, text))
            return None
        then = as_opened(text, int(opened)) if opened.isdecimal() else None
        found = clashes_of(*self._forms(request, text), Snapshot.of_now(text), then)
        return self._ask(request, text, found, opened) if found else None

    def _ask(self, request, text, found, opened):
        since = [
            version
            for version in versions_of(text).exclude(revision__comment=Kept.BEFORE)[:20]
            if opened.isdecimal() and version.field_dict["version"] > int(opened)
        ]
        told = {
            "title": _("Somebody else has saved this meanwhile"),
            "since": since,
            "clashes": found,
            "carried": without_choices(request.POST, OPENED),
            "lost_files": [file.name for file in request.FILES.values()],
            OPENED: text.version,
        }
        return self._answer(request, text, "conflict", told)

    def _beside(self, request, text):
        """What stands now beside what was typed, for whoever goes on editing."""
        if request.POST.get(CHOICE) != GO_ON:
            return []
        return clashes_of(*self._forms(request, text), Snapshot.of_now(text), None)

    def _too_late(self, request, text):
        """The text was deleted, submitted or published meanwhile: what was typed is shown."""
        may_read = self.has_change_permission(request) and (
            text is None or self.has_view_permission(request, text)
        )
        if OPENED not in request.POST or not may_read:
            return None
        told = {
            "title": _("This can no longer be saved"),
            "last": versions_of(text).first() if text else None,
            "typed": typed_texts(self.model, request.POST),
        }
        return self._answer(request, text, "conflict_too_late", told)

    def _forms(self, request, text):
        """The posted form and its formsets, bound to the text as it stands; nothing is written."""
        form_class = self.get_form(request, text, change=True)
        form = form_class(request.POST, request.FILES, instance=text)
        formsets, _inlines = self._create_formsets(request, text, change=True)
        return form, formsets

    def _answer(self, request, text, page, told):
        context = self.admin_site.each_context(request) | {"opts": self.opts, "original": text}
        return TemplateResponse(request, f"admin/news/{page}.html", context | told, status=CONFLICT)
