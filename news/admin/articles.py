"""Articles with their photos and attachments."""

from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from iad.admin.desk import BuddhistYearFilter, DeskAdmin, DeskStackedInline
from news.admin.article_filters import StateFilter, WaitingFilter
from news.admin.checks import CheckedAdmin
from news.admin.drafting import DraftingAdmin
from news.admin.editing import EditedLiveAdmin
from news.admin.linking import LinkedAdmin
from news.admin.photos import PhotoInline, PicturedAdmin
from news.admin.recovering import RecoverAdmin
from news.admin.translation import TranslatedAdmin, TranslationFilter
from news.models import Article, Attachment, Topic
from news.rights import may_change


class AttachmentInline(DeskStackedInline):
    model = Attachment
    fields = ("title", "file", "language", "order")


@admin.register(Article)
class ArticleAdmin(
    DraftingAdmin,
    LinkedAdmin,
    RecoverAdmin,
    CheckedAdmin,
    PicturedAdmin,
    TranslatedAdmin,
    EditedLiveAdmin,
):
    list_display = (
        "shown_title",
        "state_shown",
        "is_being_edited",
        "unconfirmed",
        "date",
        "translation_state",
        "author",
    )
    list_filter = (
        StateFilter,
        WaitingFilter,
        BuddhistYearFilter,
        TranslationFilter,
        "topics",
        "author",
    )
    list_select_related = ("author", "open_edit")
    search_fields = ("title_th", "title_en", "body_th", "body_en")
    autocomplete_fields = ("meeting", "topics", "departments")
    inlines = (PhotoInline, AttachmentInline)
    publishing_fields = ("publish_at", "featured_until")
    fieldsets = (
        (None, {"fields": ("source_language", "title", "summary", "body", "source", "date")}),
        (_("Belongs to"), {"fields": ("topics", "departments", "meeting")}),
        (
            _("Publication"),
            {
                "fields": (
                    "state_shown",
                    "publish_at",
                    "holds_translation_back",
                    "featured_until",
                    ("first_published_at", "changed_at"),
                )
            },
        ),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).order_by(F("date").desc(nulls_first=True), "-pk")

    def has_change_permission(self, request, obj=None):
        if not super().has_change_permission(request, obj):
            return False
        if obj is None:
            return True
        if self.only_translates(request):
            return not hasattr(obj, "open_edit")  # which is translated instead
        return may_change(obj, request.user)

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or may_change(obj, request.user))

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        field = super().formfield_for_choice_field(db_field, request, **kwargs)
        if db_field.name == "source_language":
            field.required = False  # Thai unless said
        return field

    def save_model(self, request, obj, form, change):
        if not change:
            obj.author = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("title"), ordering="title_th")
    def shown_title(self, article):
        return str(article)

    @admin.display(description=_("second pair of eyes"), empty_value="")
    def unconfirmed(self, article):
        return _("waits for confirmation") if article.awaits_confirmation else None


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    list_display = ("name_th", "name_en", "slug")
    search_fields = ("name_th", "name_en", "slug")
    ordering = ("sort_th",)
