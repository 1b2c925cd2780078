"""What readers see of the news. Every row comes through ``public()``; `news.previewing` says who
sees an article earlier."""

from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from committees.linked_data import list_page
from iad.archive import CountedPaginator, counts_by_year, year_asked
from iad.bilingual import passage
from iad.cards import answer
from iad.narrowing import Choice, choice
from iad.templatetags.bilingual import in_this_language
from iad.templatetags.thai import year_shown
from news import linked_data
from news.cards import card_of
from news.models import Article, Page, Topic
from news.page_tree import DEEPEST, place_of
from news.previewing import preview_of
from news.reading import public_article
from news.translating import is_read_outdated

RELATED = 4
COMPARED = 100  # articles that share something, of which the nearest are shown


class ChosenNews:
    """The year and the topic by which a reader narrows the news: `?year=2563&topic=visits`."""

    @cached_property
    def year(self):
        return year_asked(self.request)

    @cached_property
    def topic(self):
        asked = self.request.GET.get("topic")
        if not asked:
            return None
        topic = Topic.objects.public().filter(slug=asked).first()
        if topic is None:
            raise Http404(_("There is no such topic."))
        return topic

    @property
    def asked(self) -> dict[str, str]:
        asked = {"year": self.year and str(self.year), "topic": self.topic and self.topic.slug}
        return {name: value for name, value in asked.items() if value}

    @property
    def chosen_query(self) -> str:
        return urlencode(self.asked)

    @property
    def chosen_name(self) -> str:
        """News, เมืองพี่เมืองน้อง, ปี 2563"""
        topic = self.topic and passage(self.topic, "name").text
        year = self.year and f"{_('Year')} {year_shown(self.year)}"
        return ", ".join(filter(None, [_("News"), topic, year]))

    def chosen(self, articles):
        if self.year:
            articles = articles.of_year(self.year)
        if self.topic:
            articles = articles.filter(topics=self.topic)
        return articles


class ArticleList(ChosenNews, ListView):
    """All news, newest first, by year and topic."""

    paginate_by = 20
    paginator_class = CountedPaginator
    template_name = "news/articles.html"

    @cached_property
    def counts(self) -> dict[int, int]:
        """Published news has a date, so the years together are all of it."""
        return counts_by_year(Article.objects.public(), "date", remembered_as="news")

    def get_paginator(self, *args, **kwargs):
        total = None
        if not self.topic:
            total = self.counts.get(self.year, 0) if self.year else sum(self.counts.values())
        return super().get_paginator(*args, total=total, **kwargs)

    def get_queryset(self):
        return self.chosen(Article.objects.public()).newest_first().for_listing()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            year=self.year,
            topic=self.topic,
            chosen_query=self.chosen_query,
            chosen_name=self.chosen_name,
            told=list_page(_("News"), self.request.path),
            narrowings=self.narrowings(),
            **kwargs,
        )

    def narrowings(self) -> list[tuple[str, list[Choice]]]:
        """Years with how much there is of each, and topics."""
        asked = self.asked
        years = [
            choice(str(year_shown(year)), asked, "year", str(year), count=count)
            for year, count in self.counts.items()
        ]
        topics = [
            choice(passage(topic, "name"), asked, "topic", topic.slug)
            for topic in Topic.objects.public().alphabetical()
        ]
        return [(_("Year"), years), (_("Topic"), topics)]


@require_safe
def article(request, pk):
    """As readers see it; as it will be, for whoever may; or why it is no longer there."""
    edit, key = "edit" in request.GET, request.GET.get("key", "")
    # What is public is given without asking who reads: one page for everybody.
    if not edit and (found := public_article(pk)):
        return _article_page(request, found)
    if draft := preview_of(pk, edit=edit, key=key, user=request.user):
        return _as_preview(_article_page(request, draft, is_preview=True))
    if edit and (found := public_article(pk)):
        return _article_page(request, found)
    return _taken_back(request, pk)


@require_safe
def article_card(request, pk):
    """The picture that stands for it where its address is shared."""
    found = get_object_or_404(Article.objects.public().for_listing(), pk=pk)
    return answer(request, card_of(found))


def _article_page(request, article, **told):
    told |= {"article": article, "related": related_to(article)}
    told["told"] = linked_data.article_page(article, request.build_absolute_uri)
    told["is_older_translation"] = is_read_outdated(article)
    return render(request, "news/article.html", told)


def _as_preview(response):
    """Kept nowhere, found by no search, and its address handed on to nobody."""
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _taken_back(request, pk):
    """410 (RFC 9110, 15.5.11), or on to where staff lead its readers.

    302 and not 301: what was withdrawn may be restored, and browsers never ask again after 301.
    """
    article = Article.objects.taken_back().filter(pk=pk).first()
    if article is None:
        raise Http404
    if article.moved_to:
        return redirect(in_this_language(article.moved_to))
    told = {"note": passage(article, "withdrawn_note")}
    return render(request, "news/withdrawn.html", told, status=410)


def related_to(article: Article):
    """Other public news of the same meeting or the same topics: most shared first.

    Of a subject with thousands of articles the newest are compared.
    """
    topics = [topic.pk for topic in article.topics.all()]
    filed = Article.topics.through.objects.filter(article=OuterRef("pk"), topic__in=topics)
    shared = Q(Exists(filed))
    if article.meeting:
        shared |= Q(meeting=article.meeting)
    newest = Article.objects.public().exclude(pk=article.pk).filter(shared).newest_first()
    return (
        Article.objects.filter(pk__in=newest.values("pk")[:COMPARED])
        .annotate(shared=Count("topics", filter=Q(topics__in=topics)))
        .order_by("-shared", "-date", "-pk")
        .for_listing()[:RELATED]
    )


class PageDetail(DetailView):
    template_name = "news/page.html"
    context_object_name = "page"

    def get_object(self, queryset=None):
        pages = Page.objects.public().select_related("__".join(["parent"] * DEEPEST))
        return get_object_or_404(pages, slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        place = place_of(self.object)
        told = linked_data.standing_page(self.object, place.above, self.request.build_absolute_uri)
        return super().get_context_data(place=place, told=told, **kwargs)
