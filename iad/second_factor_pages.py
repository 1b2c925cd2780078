"""One's own second factor: set up, recovery codes renewed, removed.

Open to who is logged in, and to who may not be before it is set up (iad.log_in).
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from django_otp import DEVICE_ID_SESSION_KEY, login as mark_verified

from iad import second_factor
from iad.log import note_change
from iad.log_in import CodeForm, half_way, let_in
from iad.roles import needs_second_factor


@method_decorator([sensitive_post_parameters("code"), never_cache], name="dispatch")
class SecondFactor(FormView):
    """Set up where there is none, else kept; every act takes a fresh code."""

    form_class = CodeForm
    extra_context = None

    def dispatch(self, request, *args, **kwargs):
        self.is_half_way = not request.user.is_authenticated
        self.user = half_way(request) if self.is_half_way else request.user
        if self.user is None or not self.user.is_staff:
            return redirect("admin:login")
        self.is_set_up = second_factor.has(self.user)
        if self.is_half_way and self.is_set_up:
            return redirect("admin:log_in_code")
        return super().dispatch(request, *args, **kwargs)

    def get_template_names(self):
        return [f"admin/second_factor/{'keep' if self.is_set_up else 'set_up'}.html"]

    def get_context_data(self, **kwargs):
        context = {"title": _("Second factor"), "is_required": needs_second_factor(self.user)}
        if self.is_set_up:
            context["codes_left"] = second_factor.codes_left(self.user)
        else:
            device = second_factor.draw(self.user)
            context["qr"] = second_factor.qr_of(device)
            context["secret"] = second_factor.secret_of(device)
        return super().get_context_data(**context | kwargs)

    def form_valid(self, form):
        act = self._set_up
        if self.is_set_up:
            act = self._remove if "remove" in self.request.POST else self._renew_codes
        try:
            return act(form.cleaned_data["code"])
        except ValidationError as error:
            form.add_error("code", error)
            return self.form_invalid(form)

    def _set_up(self, code):
        key = self.request.session.session_key
        device, codes = second_factor.confirm(self.user, code, session_key=key)
        if self.is_half_way:
            return self._show(codes, let_in(self.request, self.user, device))
        mark_verified(self.request, device)
        return self._show(codes, reverse("admin:index"))

    def _renew_codes(self, code):
        second_factor.verify(self.user, code)
        codes = second_factor.renew_codes(self.user)
        note_change(self.user, _("Recovery codes renewed."), by=self.user)
        return self._show(codes, reverse("admin:second_factor"))

    def _remove(self, code):
        second_factor.verify(self.user, code)
        key = self.request.session.session_key
        second_factor.remove(self.user, by=self.user, session_key=key)
        self.request.session.pop(DEVICE_ID_SESSION_KEY, None)
        messages.success(self.request, _("The second factor is removed."))
        return redirect("admin:second_factor")

    def _show(self, codes: list[str], there: str):
        """In the answer to the form, so that no address shows them again."""
        context = super().get_context_data(
            title=_("Recovery codes"),
            recovery_codes=[second_factor.in_groups(code) for code in codes],
            there=there,
        )
        return self.response_class(
            request=self.request,
            template=["admin/second_factor/recovery_codes.html"],
            context=context,
            using=self.template_engine,
        )
