"""A colleague's lost second factor: taken away by an administrator, and read by nobody."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from iad import second_factor

for model in (TOTPDevice, StaticDevice):
    admin.site.unregister(model)  # its screens show the secrets


class SecondFactorOfColleague:
    """For the screen of accounts: an act, with its page that asks first."""

    change_form_template = "admin/second_factor/user_tools.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.take_away_view)
        name = "iad_user_take_away_second_factor"
        return [path("<path:object_id>/second-factor/", view, name=name), *super().get_urls()]

    def may_take_away(self, request, user) -> bool:
        """Never one's own: that takes a code, on one's own page."""
        return user.pk != request.user.pk and self.has_change_permission(request, user)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        user = self.get_object(request, unquote(object_id))
        told = {}
        if user and self.may_take_away(request, user) and second_factor.has(user):
            address = reverse("admin:iad_user_take_away_second_factor", args=[user.pk])
            told["second_factor_address"] = address
        return super().change_view(request, object_id, form_url, told | (extra_context or {}))

    def take_away_view(self, request, object_id):
        user = self.get_object(request, unquote(object_id))
        if user is None:
            raise Http404
        if not self.may_take_away(request, user):
            raise PermissionDenied
        if request.method == "POST":
            second_factor.remove(user, by=request.user)
            self.message_user(request, _("The second factor is removed."), messages.SUCCESS)
            return redirect("admin:iad_user_change", user.pk)
        context = self.admin_site.each_context(request) | {
            "title": _("Take away the lost second factor"),
            "opts": self.opts,
            "original": user,
        }
        return render(request, "admin/second_factor/take_away.html", context)
