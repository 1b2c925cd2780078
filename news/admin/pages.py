"""Standing pages and announcements."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iad.admin.desk import DeskAdmin
from news.admin.publication import PublicationAdmin
from news.models import Announcement, Page


@admin.register(Page)
class PageAdmin(PublicationAdmin):
    list_display = ("__str__", "slug", "state_shown", "parent", "order", "in_menu")
    list_filter = ("state", "in_menu")
    list_select_related = ("parent",)
    search_fields = ("title_th", "title_en", "slug")
    autocomplete_fields = ("parent",)
    publishing_fields = ("publish_at",)
    fieldsets = (
        (None, {"fields": ("title", "body", "slug")}),
        (_("Place"), {"fields": ("parent", ("order", "in_menu"))}),
        (
            _("Publication"),
            {"fields": ("state_shown", "publish_at", ("first_published_at", "changed_at"))},
        ),
    )


@admin.register(Announcement)
class AnnouncementAdmin(DeskAdmin):
    list_display = ("__str__", "starts_at", "ends_at", "order")
    search_fields = ("text_th", "text_en")
