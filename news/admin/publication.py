"""Publishing and withdrawing from the screen of a text: the same for articles and pages."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from iad.admin.desk import DeskAdmin, all_but_english
from iad.editor import EditorAdmin
from iad.publication import Publication
from news import publishing


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For colleagues; it is kept in the history."),
    )


class PublicationForm(forms.ModelForm):
    """Asks of every constraint, those about the state included, which is no field of the form."""

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as error:
                self.add_error(None, error.messages)


class PublicationAdmin(EditorAdmin, DeskAdmin):
    """A text with a state. The state changes by acts, never by a field."""

    form = PublicationForm
    change_form_template = "admin/news/publication_form.html"
    actions = ("publish_selected",)
    readonly_fields = ("state_shown", "first_published_at", "changed_at")

    # --- who may ---------------------------------------------------------------------------

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm(self._right("publish"))

    def has_translate_permission(self, request):
        return request.user.has_perm(self._right("translate"))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) or self.has_translate_permission(request)

    def has_delete_permission(self, request, obj=None):
        """Only what readers never saw may vanish; the rest is withdrawn."""
        never_seen = obj is None or not obj.was_public
        return super().has_delete_permission(request, obj) and never_seen

    def only_translates(self, request) -> bool:
        return self.has_translate_permission(request) and not request.user.has_perm(
            self._right("change")
        )

    def _right(self, verb: str) -> str:
        return f"{self.opts.app_label}.{verb}_{self.opts.model_name}"

    # --- the screen ------------------------------------------------------------------------

    def get_readonly_fields(self, request, obj=None):
        readonly = list(super().get_readonly_fields(request, obj))
        if not self.has_publish_permission(request):
            readonly += self.publishing_fields
        if self.only_translates(request):
            readonly += sorted(all_but_english(self.model) - set(readonly))
        return readonly

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)  # it would not ask about each text
        return actions

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        text = self.get_object(request, object_id) if object_id else None
        extra_context = (extra_context or {}) | {
            "may_publish": self.has_publish_permission(request, text),
            "is_published": bool(text and text.state == Publication.State.PUBLISHED),
            "is_public": bool(text and text.is_public),
        }
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        texts = [name for name in form.changed_data if name.endswith(("_th", "_en"))]
        if obj.was_public:
            obj.changed_at = timezone.now() if texts else obj.changed_at
        elif obj.state == Publication.State.PUBLISHED:  # the hour was moved before it came
            obj.first_published_at = max(obj.publish_at, timezone.now())
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        return self._after_save(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self._after_save(request, obj) or super().response_change(request, obj)

    def _after_save(self, request, obj):
        """The button "Save and publish" saves first, so that nothing typed is lost."""
        if "_publish" not in request.POST:
            return None
        if not self.has_publish_permission(request, obj):
            raise PermissionDenied
        self._publish(request, obj)
        return redirect(self._address("change", obj.pk))

    def _publish(self, request, obj) -> bool:
        try:
            done = publishing.publish(obj, by=request.user, at=obj.publish_at)
        except ValidationError as error:
            reasons = " ".join(error.messages)
            message = _("“%(text)s” is not published yet. %(reasons)s")
            self.message_user(request, message % {"text": obj, "reasons": reasons}, messages.ERROR)
            return False
        if done:
            self.message_user(request, _("“%(text)s” is published.") % {"text": obj})
        return done

    @admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
    def publish_selected(self, request, texts):
        done = sum(self._publish(request, text) for text in texts)
        if not done:
            self.message_user(request, _("Nothing was published."), messages.WARNING)

    # --- withdrawing -----------------------------------------------------------------------

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_withdraw"
        view = self.admin_site.admin_view(self.withdraw_view)
        return [path("<int:pk>/withdraw/", view, name=name), *super().get_urls()]

    def withdraw_view(self, request, pk):
        text = get_object_or_404(self.model, pk=pk)
        if not self.has_publish_permission(request, text):
            raise PermissionDenied
        form = WithdrawalForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            publishing.withdraw(text, by=request.user, reason=form.cleaned_data["reason"])
            self.message_user(request, _("“%(text)s” is withdrawn.") % {"text": text})
            return redirect(self._address("change", pk))
        context = self.admin_site.each_context(request) | {
            "title": _("Withdraw"),
            "opts": self.opts,
            "original": text,
            "form": form,
        }
        return render(request, "admin/news/withdraw.html", context)

    def _address(self, screen: str, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{screen}", args=[pk])

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_shown(self, text):
        return _("scheduled") if text.is_scheduled else text.get_state_display()
