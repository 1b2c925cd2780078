"""The screen of a text with a state: its acts as buttons, the same for articles and pages."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from iad.admin.desk import DeskAdmin, all_but_english
from iad.bilingual import active_language
from iad.editor import EditorAdmin
from iad.thai.dates import format_datetime
from news import publishing
from news.admin.act_forms import BUTTONS, FORMS
from news.admin.conflict import NoLostUpdateAdmin
from news.admin.history import HistoryAdmin
from news.admin.presence import PresenceAdmin
from news.models import Transition
from news.rights import acts_for, may

Act = Transition.Act
SAVED_FIRST = {"_submit": Act.SUBMIT, "_publish": Act.PUBLISH}


class PublicationForm(forms.ModelForm):
    """Asks of every constraint, those about the state included, which is no field of the form."""

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as error:
                self.add_error(None, error.messages)


class PublicationAdmin(NoLostUpdateAdmin, HistoryAdmin, PresenceAdmin, EditorAdmin, DeskAdmin):
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
        told = self.told_of(request, text) if text else self.told_of_new(request)
        return super().changeform_view(request, object_id, form_url, told | (extra_context or {}))

    def told_of_new(self, request) -> dict:
        """What the form of a text not yet saved shows beside its fields."""
        text = self.model()
        text.author_id = request.user.pk
        return {"save_buttons": self._save_buttons(request, text)}

    def told_of(self, request, text) -> dict:
        """What the form of ``text`` shows beside its fields."""
        return {
            "save_buttons": self._save_buttons(request, text),
            "act_links": [
                (self.act_address(act, text), BUTTONS[act])
                for act in acts_for(text, request.user)
                if act not in SAVED_FIRST.values() or not self.has_change_permission(request, text)
            ],
        }

    def _save_buttons(self, request, text) -> list[tuple[str, str]]:
        labels = {"_submit": _("Save and submit for review"), "_publish": self._publish_label(text)}
        return [
            (name, labels[name])
            for name, act in SAVED_FIRST.items()
            if may(act, text, request.user) and self.has_change_permission(request, text)
        ]

    def _publish_label(self, text) -> str:
        if text.publish_at is None or text.state == text.State.WITHDRAWN:
            return _("Save and publish")
        hour = format_datetime(timezone.localtime(text.publish_at), "long", active_language())
        return _("Save and publish on %(hour)s") % {"hour": hour}

    def save_model(self, request, obj, form, change):
        texts = [name for name in form.changed_data if name.endswith(("_th", "_en"))]
        if obj.was_public:
            obj.changed_at = timezone.now() if texts else obj.changed_at
        elif obj.state == obj.State.PUBLISHED:  # the hour was moved before it came
            obj.first_published_at = max(obj.publish_at, timezone.now())
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        return self._after_save(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self._after_save(request, obj) or super().response_change(request, obj)

    def _after_save(self, request, obj):
        """ "Save and publish" saves first, so that nothing typed is lost."""
        act = next((act for name, act in SAVED_FIRST.items() if name in request.POST), None)
        if act is None:
            return None
        if not may(act, obj, request.user):
            raise PermissionDenied
        if self.asks_first(act, obj, request.user):
            return redirect(self.act_address(act, obj))
        doing = {
            Act.SUBMIT: lambda: publishing.submit(obj, by=request.user),
            Act.PUBLISH: lambda: self.publish(obj, by=request.user, at=obj.publish_at),
        }[act]
        self.attempt(request, obj, act, doing)
        return redirect(self.address("change", obj.pk))

    # --- acts ------------------------------------------------------------------------------

    def asks_first(self, act, text, user) -> bool:
        """Whether an author goes without a colleague is asked on the act's own page."""
        return act == Act.PUBLISH and getattr(text, "author_id", None) == user.pk

    def form_of(self, act, text):
        return FORMS[act]

    def publish(self, text, **asked) -> bool:
        return publishing.publish(text, **asked)

    def attempt(self, request, text, act, doing) -> bool:
        """Do it, and say in words what became of it."""
        try:
            done = doing()
        except ValidationError as error:
            told = {"act": BUTTONS[act], "text": text, "reasons": " ".join(error.messages)}
            message = _("%(act)s: not done with “%(text)s”. %(reasons)s") % told
            self.message_user(request, message, messages.ERROR)
            return False
        if done:
            told = {"text": text, "done": act.label}
            self.message_user(request, _("“%(text)s”: %(done)s.") % told)
        else:
            self.message_user(request, _("This was done already."), messages.WARNING)
        return done

    @admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
    def publish_selected(self, request, texts):
        for text in texts:
            if may(Act.PUBLISH, text, request.user):
                doing = lambda text=text: self.publish(  # noqa: E731  one for each text
                    text, by=request.user, at=text.publish_at
                )
                self.attempt(request, text, Act.PUBLISH, doing)

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_act"
        view = self.admin_site.admin_view(self.act_view)
        return [path("<int:pk>/act/<slug:act>/", view, name=name), *super().get_urls()]

    def act_view(self, request, pk, act):
        if act not in FORMS:
            raise Http404
        act = Act(act)
        text = get_object_or_404(self.model, pk=pk)
        if not may(act, text, request.user):
            raise PermissionDenied
        posted = request.POST if request.method == "POST" else None
        form = self.form_of(act, text)(posted, text=text, by=request.user)
        if form.is_valid() and self.attempt(request, text, act, form.perform):
            return redirect(self.address("change", form.text.pk))
        context = self.admin_site.each_context(request) | {
            "title": BUTTONS[act],
            "opts": self.opts,
            "original": text,
            "form": form,
        }
        context |= self.told_at_act(request, act, text)
        return render(request, "admin/news/act.html", context)

    def told_at_act(self, request, act, text) -> dict:
        """What the page of an act shows beside its form."""
        return {}

    def act_address(self, act: Act, text) -> str:
        return self.address("act", text.pk, act.value)

    def address(self, screen: str, *args) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{screen}", args=args)

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_shown(self, text):
        return _("scheduled") if text.is_scheduled else text.get_state_display()
