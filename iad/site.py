"""Django's admin under the office's name.

Beside the package `iad.admin`, not in it: Django imports this module while it makes the site, and
the screens of a package imported on the way would register on another site than the one it keeps.
"""

from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.core.validators import MaxLengthValidator
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from iad.log import ABOUT_RECORDS
from iad.log_in import CodeStep, LogIn
from iad.second_factor_pages import SecondFactor


class LogInForm(AdminAuthenticationForm):
    """Django writes the longest name on its field and does not check it; PostgreSQL would."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        username = self.fields["username"]
        username.validators.append(MaxLengthValidator(username.max_length))


class PortalAdminSite(AdminSite):
    login_form = LogInForm
    site_header = _("International Affairs Office")
    site_title = _("International Affairs Office")
    index_title = _("Staff desk")
    empty_value_display = "–"

    def get_urls(self):
        return [
            path("login/code/", self._step(CodeStep), name="log_in_code"),
            path("second-factor/", self._step(SecondFactor), name="second_factor"),
            *super().get_urls(),
        ]

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request, extra_context=None):
        """As Django's, with a second step (iad.log_in)."""
        if request.method == "GET" and self.has_permission(request):
            return redirect("admin:index")
        context = self.each_context(request) | {
            "title": _("Log in"),
            "subtitle": None,
            "app_path": request.get_full_path(),
            "username": request.user.get_username(),
        }
        if not {REDIRECT_FIELD_NAME} & (request.GET.keys() | request.POST.keys()):
            context[REDIRECT_FIELD_NAME] = reverse("admin:index")
        request.current_app = self.name
        view = LogIn.as_view(
            extra_context=context | (extra_context or {}),
            authentication_form=self.login_form,
            template_name="admin/login.html",
        )
        return view(request)

    def get_log_entries(self, request):
        """The start page lists acts on records; who came and went is on the log's own screen."""
        return super().get_log_entries(request).filter(action_flag__in=ABOUT_RECORDS)

    def _step(self, view_class):
        """A page of log-in, open to who is not in yet, under the site's name."""

        def view(request):
            return view_class.as_view(extra_context=self.each_context(request))(request)

        return login_not_required(view)
