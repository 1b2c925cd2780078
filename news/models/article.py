"""News: ข่าวประชาสัมพันธ์ of the office."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import Department, Meeting
from iad.bilingual import active_language, filled, filled_in_either, passage
from iad.fields import LineField, ProseField, SortKeyField
from iad.publication import Publication, PublicationQuerySet
from iad.richtext import RichTextField
from iad.thai.dates import ce_year


class TopicQuerySet(models.QuerySet):
    def public(self):
        """Topics under which a reader finds something."""
        articles = Article.objects.public().filter(topics=OuterRef("pk"))
        return self.filter(Exists(articles))

    def alphabetical(self):
        return self.order_by(f"sort_{active_language()}", "pk")


class Topic(models.Model):
    """A subject under which news is filed, such as sister cities."""

    name = LineField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    sort_th = SortKeyField("name_th")
    sort_en = SortKeyField("name_en")

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ("sort_th", "pk")
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.CheckConstraint(
                name="news_topic_has_a_thai_name",
                condition=filled("name_th"),
                violation_error_message=_("A topic has a Thai name."),
            ),
        ]

    def __str__(self):
        return passage(self, "name").text


class ArticleQuerySet(PublicationQuerySet):
    def featured(self):
        """Held up on the home page until a moment that staff chose."""
        return self.filter(featured_until__gt=timezone.now())

    def of_year(self, be_year: int):
        """By the date of the news, in the Buddhist Era."""
        year = ce_year(be_year)
        return self.filter(date__gte=date(year, 1, 1), date__lte=date(year, 12, 31))

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def for_listing(self):
        """With the lead picture, without the bodies: a list shows neither more nor less."""
        return self.defer("body", "body_th", "body_en").prefetch_related("photos")


class Article(Publication):
    """A news item (schema.org NewsArticle), written in Thai and perhaps in English.

    Three dates: ``date`` is that of the news itself, ``first_published_at`` when readers first
    saw it, ``changed_at`` when its text last changed after that.
    """

    title = LineField(_("title"), max_length=300)
    summary = ProseField(_("summary"), blank=True)
    body = RichTextField(_("text"), blank=True)
    source = LineField(_("source"), max_length=120, blank=True)
    date = models.DateField(_("date of the news"), null=True, blank=True)
    featured_until = models.DateTimeField(_("on the home page until"), null=True, blank=True)
    # The record of a meeting is not deleted under the news that cites it.
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("meeting"),
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="articles", verbose_name=_("topics")
    )
    departments = models.ManyToManyField(
        Department, blank=True, related_name="articles", verbose_name=_("departments")
    )
    # An author leaves the office; the account is deactivated, not deleted.
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="articles",
        verbose_name=_("author"),
        editable=False,
    )
    # What it was imported from: an old address, or the fingerprint of a page without one.
    import_key = models.CharField(max_length=200, unique=True, null=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta(Publication.Meta):
        ordering = ("-date", "-pk")
        verbose_name = _("article")
        verbose_name_plural = _("news articles")
        permissions = [
            ("publish_article", _("Can publish and withdraw articles")),
            ("edit_any_article", _("Can change the articles of others")),
            ("translate_article", _("Can write the English text of articles")),
        ]
        indexes = [
            models.Index(fields=("state", "-date", "-id"), name="news_article_newest_first"),
        ]
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                name="news_article_has_a_title",
                condition=filled_in_either("title"),
                violation_error_message=_("Write a title in Thai or in English."),
            ),
            models.CheckConstraint(
                name="news_article_published_has_its_date",
                condition=~Q(state="published") | Q(date__isnull=False),
                violation_error_message=_("Published news has a date."),
            ),
        ]

    def __str__(self):
        return passage(self, "title").text

    def get_absolute_url(self):
        return reverse("news:article", args=[self.pk])

    @property
    def lead_photo(self):
        """The first in staff's order; reads the prefetched photos."""
        return next(iter(self.photos.all()), None)
