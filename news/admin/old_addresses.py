"""Addresses of the old portal: which leads where, and which somebody asked for in vain."""

import re
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _, ngettext

from iad.admin.desk import Desk
from news.forwarding import leave_behind
from news.importing.addresses import normal_path
from news.models import OldAddress, UnknownAddress

FORM = re.compile(r"(/(th|en))?/(node|content-detail)/[0-9]{1,10}")


class OldAddressForm(forms.ModelForm):
    def clean_path(self):
        """As it is copied from a browser, too: without host, query and closing slash."""
        path = normal_path(self.cleaned_data["path"])
        if not FORM.fullmatch(path):
            raise ValidationError(
                _("The old portal's addresses look like /node/3256 or /content-detail/27277.")
            )
        return path


class LeadsFilter(admin.SimpleListFilter):
    title = _("leads to")
    parameter_name = "leads"
    WHERE = {
        "article": {"article__isnull": False},
        "page": {"page__isnull": False},
        "nowhere": {"is_left_behind": True},
    }

    def lookups(self, request, model_admin):
        return [
            ("article", _("article")),
            ("page", _("page")),
            ("nowhere", _("left behind on purpose")),
        ]

    def queryset(self, request, queryset):
        return queryset.filter(**self.WHERE.get(self.value(), {}))


class AskedForFilter(admin.SimpleListFilter):
    title = _("asked for")
    parameter_name = "asked"

    def lookups(self, request, model_admin):
        return [("yes", _("at least once")), ("no", _("never"))]

    def queryset(self, request, queryset):
        return {
            "yes": queryset.filter(hits__gt=0),
            "no": queryset.filter(hits=0),
        }.get(self.value(), queryset)


@admin.register(OldAddress)
class OldAddressAdmin(Desk, admin.ModelAdmin):
    form = OldAddressForm
    fields = ("path", "article", "page", "is_left_behind", ("hits", "last_asked_on"))
    readonly_fields = ("hits", "last_asked_on")
    list_display = ("path", "leads_to", "hits", "last_asked_on")
    list_filter = (LeadsFilter, AskedForFilter)
    list_select_related = ("article", "page")
    search_fields = (
        *("path", "article__title_th", "article__title_en"),
        *("page__title_th", "page__title_en"),
    )
    autocomplete_fields = ("article", "page")

    def get_fields(self, request, obj=None):
        """One that is new has not been counted yet."""
        return self.fields if obj else self.fields[:-1]

    @admin.display(description=_("leads to"))
    def leads_to(self, address):
        if address.is_left_behind:
            return _("left behind on purpose")
        target = address.article or address.page
        return format_html('<a href="{}">{}</a>', target.get_absolute_url(), target)


@admin.register(UnknownAddress)
class UnknownAddressAdmin(Desk, admin.ModelAdmin):
    """What readers follow and nobody has accounted for, the most asked for first."""

    list_display = ("path", "hits", "last_asked_on", "lead_on")
    list_display_links = None
    search_fields = ("path",)
    actions = ("leave_selected_behind",)

    def get_queryset(self, request):
        return super().get_queryset(request).waiting()

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_lead_permission(self, request):
        return request.user.has_perm("news.add_oldaddress")

    @admin.display(description=_("where it leads from now on"))
    def lead_on(self, unknown):
        query = urlencode({"path": unknown.path})
        address = f"{reverse('admin:news_oldaddress_add')}?{query}"
        return format_html('<a href="{}">{}</a>', address, _("Choose an article or a page"))

    @admin.action(description=_("Left behind on purpose"), permissions=["lead"])
    def leave_selected_behind(self, request, unknown):
        left = leave_behind(list(unknown.values_list("path", flat=True)), by=request.user)
        told = ngettext(
            "%(count)d address is left behind.", "%(count)d addresses are left behind.", len(left)
        )
        self.message_user(request, told % {"count": len(left)}, messages.SUCCESS)
