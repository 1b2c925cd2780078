"""What readers see of the news. Every row comes through ``public()``."""

from django.db.models import Count, Prefetch, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from committees.models import Department, Meeting
from iad.archive import year_asked, years_of
from news.models import Article, Attachment, Page, Photo, Topic

RELATED = 4


class ArticleList(ListView):
    """All news, newest first, by year and topic."""

    paginate_by = 20
    template_name = "news/articles.html"

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

    def get_queryset(self):
        articles = Article.objects.public()
        if self.year:
            articles = articles.of_year(self.year)
        if self.topic:
            articles = articles.filter(topics=self.topic)
        return articles.newest_first().for_listing()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            year=self.year,
            topic=self.topic,
            years=years_of(Article.objects.public(), "date"),
            topics=Topic.objects.public().alphabetical(),
            **kwargs,
        )


class ArticleDetail(DetailView):
    template_name = "news/article.html"
    context_object_name = "article"

    def get_queryset(self):
        return Article.objects.public().prefetch_related(
            Prefetch("photos", Photo.objects.public()),
            Prefetch("attachments", Attachment.objects.public()),
            Prefetch("topics", Topic.objects.public().alphabetical()),
            Prefetch("departments", Department.objects.public().alphabetical()),
            Prefetch("meeting", Meeting.objects.public().with_committee()),
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(related=related_to(self.object), **kwargs)


def related_to(article: Article):
    """Other public news of the same meeting or the same topics: most shared first."""
    topics = [topic.pk for topic in article.topics.all()]
    shared = Q(topics__in=topics)
    if article.meeting:
        shared |= Q(meeting=article.meeting)
    return (
        Article.objects.public()
        .exclude(pk=article.pk)
        .filter(shared)
        .annotate(shared=Count("topics"))
        .order_by("-shared", "-date", "-pk")
        .for_listing()[:RELATED]
    )


class PageDetail(DetailView):
    template_name = "news/page.html"
    context_object_name = "page"

    def get_object(self, queryset=None):
        pages = Page.objects.public().select_related("parent")
        return get_object_or_404(pages, slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        page = self.object
        parent = page.parent if page.parent and page.parent.is_public else None
        children = Page.objects.public().filter(parent=page)
        return super().get_context_data(parent=parent, children=children, **kwargs)
