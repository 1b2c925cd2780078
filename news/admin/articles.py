"""Articles with their photos and attachments."""

from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from iad.admin.desk import BuddhistYearFilter, DeskAdmin, DeskStackedInline
from iad.publication import Publication
from news.admin.publication import PublicationAdmin
from news.models import Article, Attachment, Photo, Topic


class PhotoInline(DeskStackedInline):
    model = Photo
    fields = ("image", "alt", "decorative", "caption", "credit", "order")


class AttachmentInline(DeskStackedInline):
    model = Attachment
    fields = ("title", "file", "language", "order")


class EnglishFilter(admin.SimpleListFilter):
    title = _("English text")
    parameter_name = "english"

    def lookups(self, request, model_admin):
        return [("yes", _("written")), ("no", _("missing"))]

    def queryset(self, request, queryset):
        missing = queryset.filter(body_en__isnull=True) | queryset.filter(body_en="")
        if self.value() == "no":
            return missing
        if self.value() == "yes":
            return queryset.filter(body_en__gt="")
        return queryset


@admin.register(Article)
class ArticleAdmin(PublicationAdmin):
    list_display = ("shown_title", "state_shown", "date", "has_english", "author")
    list_filter = ("state", BuddhistYearFilter, EnglishFilter, "topics", "author")
    list_select_related = ("author",)
    search_fields = ("title_th", "title_en", "body_th", "body_en")
    autocomplete_fields = ("meeting", "topics", "departments")
    inlines = (PhotoInline, AttachmentInline)
    publishing_fields = ("publish_at", "featured_until")
    fieldsets = (
        (None, {"fields": ("title", "summary", "body", "source", "date")}),
        (_("Belongs to"), {"fields": ("topics", "departments", "meeting")}),
        (
            _("Publication"),
            {
                "fields": (
                    "state_shown",
                    "publish_at",
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
        user = request.user
        any_article = user.has_perm("news.edit_any_article") or self.only_translates(request)
        return obj is None or any_article or self._is_own_draft(request, obj)

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        any_article = request.user.has_perm("news.edit_any_article")
        return allowed and (obj is None or any_article or self._is_own_draft(request, obj))

    def _is_own_draft(self, request, article) -> bool:
        unpublished = article.state in {Publication.State.DRAFT, Publication.State.REVIEW}
        return unpublished and article.author_id == request.user.pk

    def save_model(self, request, obj, form, change):
        if not change:
            obj.author = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("title"), ordering="title_th")
    def shown_title(self, article):
        return str(article)

    @admin.display(description=_("English"), boolean=True)
    def has_english(self, article):
        return bool(article.title_en and article.body_en)


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    list_display = ("name_th", "name_en", "slug")
    search_fields = ("name_th", "name_en", "slug")
    ordering = ("sort_th",)
