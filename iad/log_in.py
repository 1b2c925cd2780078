"""The way in: name and password, then the code of the second factor where there is one.

Between the two steps nobody is logged in: the session knows only who may go on, for ten minutes.
"""

import time

from django import forms
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.views import LoginView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView
from django_otp import login as mark_verified
from django_otp.models import Device

from iad import second_factor
from iad.log import Kind, note_log_in
from iad.models import User
from iad.roles import needs_second_factor

HALF_WAY = "half_way"
HALF_WAY_SECONDS = 600
BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


class CodeInput(forms.TextInput):
    """Empty again after a mistake: a wrong code is not mended, and none is sent back."""

    def format_value(self, value):
        return None


class CodeForm(forms.Form):
    """One field for both kinds of code; a telephone offers its digits, and fills it by itself."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=CodeInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class LogIn(LoginView):
    """The first step. Who needs no code is in; all others go on to the second step."""

    def form_valid(self, form):
        user = form.get_user()
        self.request.session.pop(HALF_WAY, None)
        if second_factor.has(user):
            return self._go_on(user, "admin:log_in_code")
        if needs_second_factor(user):
            return self._go_on(user, "admin:second_factor")
        return super().form_valid(form)

    def _go_on(self, user: User, step: str) -> HttpResponse:
        logout(self.request)  # whoever was at this browser before
        self.request.session[HALF_WAY] = {
            "user": user.pk,
            "hash": user.get_session_auth_hash(),
            "since": int(time.time()),
            "next": self.get_success_url(),
        }
        return redirect(step)


@method_decorator([sensitive_post_parameters("code"), never_cache], name="dispatch")
class CodeStep(FormView):
    """The second step."""

    form_class = CodeForm
    template_name = "admin/second_factor/code.html"
    extra_context = None

    def dispatch(self, request, *args, **kwargs):
        self.user = half_way(request)
        if self.user is None:
            return redirect("admin:login")
        if not second_factor.has(self.user):
            return redirect("admin:second_factor")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            device = second_factor.verify(self.user, form.cleaned_data["code"])
        except ValidationError as error:
            if error.code == "wrong":
                note_log_in(Kind.WRONG_CODE, self.user, self.request)
            form.add_error("code", error)
            return self.form_invalid(form)
        return redirect(let_in(self.request, self.user, device))


def half_way(request: HttpRequest) -> User | None:
    """Who gave the right password in this browser a moment ago, and nothing more."""
    step = request.session.get(HALF_WAY)
    if step is None or time.time() - step["since"] > HALF_WAY_SECONDS:
        return None
    user = User.objects.filter(pk=step["user"], is_active=True, is_staff=True).first()
    is_same = user and constant_time_compare(step["hash"], user.get_session_auth_hash())
    return user if is_same else None


def let_in(request: HttpRequest, user: User, device: Device) -> str:
    """Log in with both factors; where the person wanted to go."""
    there = request.session.pop(HALF_WAY, {}).get("next", reverse("admin:index"))
    login(request, user, backend=BACKEND)
    mark_verified(request, device)
    return there
