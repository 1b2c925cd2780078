"""News: ข่าวประชาสัมพันธ์ of the office."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import Department, Meeting
from iad.bilingual import LANGUAGES, active_language, filled, filled_in_either, passage
from iad.fields import LineField, ProseField, ReadableJSON, SortKeyField
from iad.publication import Publication, PublicationQuerySet
from iad.richtext import RichTextField
from iad.thai.dates import ce_year


class TopicQuerySet(models.QuerySet):
    def public(self):
        """Topics under which a reader finds something."""
        articles = Article.objects.public().order_by().filter(topics=OuterRef("pk"))
        # One is enough; for EXISTS, PostgreSQL gathers all articles of a topic before it looks.
        return self.alias(first=Subquery(articles.values("pk")[:1])).filter(first__isnull=False)

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
    def public(self):
        """Never an open edit, whose original stands where readers look."""
        return super().public().filter(replaces=None)

    def originals(self):
        """Articles, without the open edits of published ones."""
        return self.filter(replaces=None)

    def featured(self):
        """Held up on the home page until a moment that staff chose."""
        return self.filter(featured_until__gt=timezone.now())

    def of_year(self, be_year: int):
        """By the date of the news, in the Buddhist Era."""
        year = ce_year(be_year)
        return self.filter(date__gte=date(year, 1, 1), date__lte=date(year, 12, 31))

    def taken_back(self):
        """Seen by readers once, and withdrawn."""
        return self.originals().filter(
            state=Publication.State.WITHDRAWN, first_published_at__lte=timezone.now()
        )

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def for_listing(self):
        """With the lead picture, or the topics of a cover, and without the bodies."""
        # Not by a subquery: a late page of a large archive would ask it for every row it skips.
        shown = self.defer("body", "body_th", "body_en")
        return shown.prefetch_related("photos", "topics")


class Article(Publication):
    """A news item (schema.org NewsArticle), written in one language and perhaps in the other.

    Three dates: ``date`` is that of the news itself, ``first_published_at`` when readers first
    saw it, ``changed_at`` when its text last changed after that.
    """

    class Language(models.TextChoices):
        THAI = "th", _("Thai")
        ENGLISH = "en", _("English")

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
    # The one open edit of a published article goes with its original.
    replaces = models.OneToOneField(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="open_edit",
        verbose_name=_("open edit of"),
        editable=False,
    )
    source_language = models.CharField(
        _("written in"), max_length=2, choices=Language, default=Language.THAI
    )
    # What the source said when the translation was last right, and its digest (news.translating).
    translated_from = models.CharField(max_length=64, blank=True, editable=False)
    translated_source = models.JSONField(
        default=dict, blank=True, editable=False, encoder=ReadableJSON
    )
    holds_translation_back = models.BooleanField(
        _("publish the other language later"),
        default=False,
        help_text=_("Readers get the source language until the translation is ready."),
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
        editable=False,
    )
    # An editor who published alone is confirmed by a second pair of eyes.
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
        editable=False,
    )
    change_note = LineField(_("what changed, for readers"), max_length=300, blank=True)
    withdrawn_reason = ProseField(_("reason of withdrawal"), blank=True, editable=False)
    withdrawn_note = LineField(
        _("explanation for readers"), max_length=500, blank=True, editable=False
    )
    moved_to = models.CharField(_("forward to"), max_length=300, blank=True, editable=False)
    # Counts saves: who saves what another has saved meanwhile is told.
    version = models.PositiveIntegerField(default=0, editable=False)
    # The secret of the preview link for a colleague outside; empty where there is none.
    preview_key = models.CharField(max_length=43, blank=True, editable=False)
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
            # All that a list asks of a large archive, without the articles themselves.
            models.Index(
                fields=("-date", "-id"),
                name="news_article_public",
                include=("publish_at",),
                condition=Q(state="published", replaces=None),
            ),
            models.Index(
                fields=("featured_until",),
                name="news_article_featured",
                condition=Q(featured_until__isnull=False),
            ),
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
            models.CheckConstraint(
                name="news_article_source_language_is_known",
                condition=Q(source_language__in=LANGUAGES),
                violation_error_message=_("This language is not known."),
            ),
            models.CheckConstraint(
                name="news_article_does_not_replace_itself",
                condition=Q(replaces=None) | ~Q(replaces=F("pk")),
                violation_error_message=_("An article is not an edit of itself."),
            ),
            models.CheckConstraint(
                name="news_article_open_edit_is_never_published_itself",
                condition=Q(replaces=None) | Q(state__in=["draft", "review"]),
                violation_error_message=_("An open edit is published onto its original."),
            ),
            models.CheckConstraint(
                name="news_article_forwards_inside_or_to_https",
                condition=Q(moved_to="")
                | Q(moved_to__startswith="https://")
                | (Q(moved_to__startswith="/") & ~Q(moved_to__startswith="//")),
                violation_error_message=_("A link begins with / or with https://."),
            ),
        ]

    def __str__(self):
        return passage(self, "title").text

    def get_absolute_url(self):
        return reverse("news:article", args=[self.pk])

    @property
    def target_language(self) -> str:
        """The language into which it is translated."""
        return "en" if self.source_language == "th" else "th"

    @property
    def hidden_languages(self) -> set[str]:
        """The translation that is held back, for `iad.bilingual.passage`."""
        is_written = bool(getattr(self, f"title_{self.source_language}"))
        return {self.target_language} if self.holds_translation_back and is_written else set()

    @property
    def awaits_confirmation(self) -> bool:
        """Published by whoever wrote or edited it alone, and nobody else has confirmed it."""
        alone = self.approved_by_id is not None and self.confirmed_by_id is None
        return alone and self.state == self.State.PUBLISHED

    @property
    def lead_photo(self):
        """The first in staff's order; reads the prefetched photos."""
        return next(iter(self.photos.all()), None)

    @property
    def cover_topic(self) -> str:
        """The address of the topic that was there first; reads the prefetched topics."""
        first = min(self.topics.all(), key=lambda topic: topic.pk, default=None)
        return first.slug if first else ""
