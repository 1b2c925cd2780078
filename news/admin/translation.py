"""On the desk: an article beside its translation, and the list of what is to be translated."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Case, Value, When
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _, gettext_lazy

from iad.differences import diff_html, rich_diff_html
from iad.editor import editor_styles
from iad.richtext import sanitize
from news import translating
from news.admin.publication import PublicationAdmin
from news.admin.translation_form import TranslationForm, texts_of
from news.glossary import glossary
from news.models import Article
from news.rights import may_translate
from news.translating import Kind, listed_state, state_of, with_state

ON_A_PAGE = 50


class TranslationFilter(admin.SimpleListFilter):
    title = gettext_lazy("translation")
    parameter_name = "translation"

    def lookups(self, request, model_admin):
        return Kind.choices

    def queryset(self, request, queryset):
        return queryset if self.value() is None else queryset.filter(translation=self.value())


class TranslatedAdmin(PublicationAdmin):
    """Articles with the state of their translation, and the two screens for translators."""

    def get_queryset(self, request):
        return with_state(super().get_queryset(request))

    def get_urls(self):
        wrap = self.admin_site.admin_view
        screen, work = wrap(editor_styles(self.translate_view)), wrap(self.translations_view)
        return [
            path("translations/", work, name="news_article_translations"),
            path("<int:pk>/translate/", screen, name="news_article_translate"),
            *super().get_urls(),
        ]

    @admin.display(description=gettext_lazy("translation"))
    def translation_state(self, article):
        state = listed_state(article)
        address = self.address("translate", article.pk)
        return format_html('<a class="translation-{}" href="{}">{}</a>', state.kind, address, state)

    def told_of(self, request, text):
        told = super().told_of(request, text)
        state = state_of(text)
        if may_translate(text, request.user):
            told["act_links"].append((self.address("translate", text.pk), _("Translate")))
        return told | {"translation_is_current": state.kind == Kind.CURRENT}

    def save_model(self, request, obj, form, change):
        translating.note_change(obj, is_right="_translation_is_right" in request.POST)
        super().save_model(request, obj, form, change)

    # --- the screen of one article ---------------------------------------------------------

    def translate_view(self, request, pk):
        article = get_object_or_404(Article.objects.prefetch_related("photos"), pk=pk)
        if not may_translate(article, request.user):
            raise PermissionDenied
        data = request.POST.copy() if request.method == "POST" else None
        form = TranslationForm(data, article=article)
        is_stale = False
        if data is not None and form.is_valid():
            is_stale = form.cleaned_data["version"] != article.version
            try:
                if not is_stale and self._keep_translation(request, article, form):
                    return redirect(self.address("translate", pk))
                is_stale = True
            except ValidationError as error:
                form.add_error(None, error)
        if is_stale:
            article = Article.objects.prefetch_related("photos").get(pk=pk)
            data["version"] = article.version  # saved once more, it is saved knowingly
            form = TranslationForm(data, article=article)
        context = self._context(request, article) | screen_of(article, form, is_stale=is_stale)
        return render(request, "admin/news/translation.html", context)

    def _keep_translation(self, request, article, form) -> bool:
        is_ready = "_ready" in request.POST or "_right" in request.POST
        is_untouched = set(form.changed_data) <= {"version"}
        if "_right" in request.POST and is_untouched:
            done = translating.mark_right(article, by=request.user)
        else:
            done = translating.save_translation(
                article,
                by=request.user,
                texts=form.texts,
                photos=form.words_of_photos,
                is_ready=is_ready,
            )
        if done:
            told = {"text": article, "state": state_of(article)}
            self.message_user(request, _("“%(text)s”: translation saved (%(state)s).") % told)
        return done

    # --- the work list ---------------------------------------------------------------------

    def translations_view(self, request):
        may_see = ("news.translate_article", "news.edit_any_article")
        if not any(request.user.has_perm(right) for right in may_see):
            raise PermissionDenied
        asked = request.GET.get("translation", "")
        page = Paginator(work_list(asked), ON_A_PAGE).get_page(request.GET.get("page"))
        context = self._context(request) | {
            "title": _("Translations"),
            "kinds": [("", _("To be done")), *Kind.choices, ("all", _("All"))],
            "asked": asked,
            "page_obj": page,
            "rows": [(article, listed_state(article)) for article in page],
        }
        return render(request, "admin/news/translations.html", context)

    def _context(self, request, article=None):
        return self.admin_site.each_context(request) | {"opts": self.opts, "original": article}


def work_list(asked: str):
    """Articles in one state of translation; without one, all that are to be worked on.

    Drafts are not asked for: their source is still being written.
    """
    handed_on = Article.objects.originals().filter(state__in=["review", "published"])
    articles = with_state(handed_on).select_related("author")
    if asked in Kind.values:
        articles = articles.filter(translation=asked)
    elif asked != "all":
        articles = articles.exclude(translation=Kind.CURRENT)
    is_done = Case(When(translation=Kind.CURRENT, then=Value(1)), default=Value(0))
    columns = ("body", "body_th", "body_en")
    return articles.defer(*columns).order_by(is_done, "-date", "-pk")


def screen_of(article: Article, form: TranslationForm, *, is_stale: bool) -> dict:
    """What the screen shows: source and field side by side, and what moved meanwhile."""
    state = state_of(article)
    return {
        "title": _("Translate"),
        "form": form,
        "media": form.media,
        "translation": state,
        "is_outdated": state.kind == Kind.OUTDATED,
        "rows": [side_by_side(article, form, name, state) for name in texts_of(article)],
        "photos": [(photo, form.of_photo(photo)) for photo in article.photos.all()],
        "glossary": glossary(article),
        "newer": newer_texts(article, form) if is_stale else [],
        "last_save": last_save(article) if is_stale else None,
    }


def side_by_side(article, form, name, state) -> dict:
    """One text in both languages; ``changes`` since the translation was last right."""
    said = getattr(article, f"{name}_{article.source_language}") or ""
    before = article.translated_source.get(name)
    has_moved = state.kind == Kind.OUTDATED and before is not None and before != said
    return {
        "name": Article._meta.get_field(name).verbose_name,
        "source": SafeString(sanitize(said) if name == "body" else linebreaks(said, True)),
        "field": form.text(name),
        "has_moved": has_moved,
        "changes": difference(name, before, said) if has_moved else "",
    }


def newer_texts(article, form) -> list[tuple[str, SafeString]]:
    """What was typed against what a colleague saved meanwhile, where the two differ."""
    told = []
    for name in texts_of(article):
        stored = getattr(article, f"{name}_{article.target_language}") or ""
        typed = form.text(name).value() or ""
        if stored != typed:
            told.append((form.text(name).label, difference(name, stored, typed)))
    return told


def difference(name: str, before: str, after: str) -> SafeString:
    return (rich_diff_html if name == "body" else diff_html)(before, after)


def last_save(article: Article) -> LogEntry | None:
    kind = ContentType.objects.get_for_model(Article)
    entries = LogEntry.objects.filter(content_type=kind, object_id=str(article.pk))
    return entries.select_related("user").first()
