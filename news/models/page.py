"""Standing pages (history, mission, policies) and the announcements of the home page."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad.bilingual import filled_in_either, passage
from iad.fields import LineField
from iad.publication import Publication, PublicationQuerySet
from iad.richtext import RichTextField


class PageQuerySet(PublicationQuerySet):
    def in_menu(self):
        return self.filter(in_menu=True)


class Page(Publication):
    """A standing text of the office, such as its history or its privacy policy."""

    title = LineField(_("title"), max_length=200)
    body = RichTextField(_("text"), blank=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    # A page that has pages under it is withdrawn, not deleted.
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("under"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    in_menu = models.BooleanField(_("in the menu"), default=True)
    # Counts saves: who saves what another has saved meanwhile is told.
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta(Publication.Meta):
        ordering = ("order", "pk")
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        permissions = [
            ("publish_page", _("Can publish and withdraw pages")),
            ("translate_page", _("Can write the English text of pages")),
        ]
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                name="news_page_has_a_title",
                condition=filled_in_either("title"),
                violation_error_message=_("Write a title in Thai or in English."),
            ),
            models.CheckConstraint(
                name="news_page_is_not_under_itself",
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                violation_error_message=_("A page is not under itself."),
            ),
        ]

    def __str__(self):
        return passage(self, "title").text

    def get_absolute_url(self):
        return reverse("news:page", args=[self.slug])


class AnnouncementQuerySet(models.QuerySet):
    def public(self):
        """Those whose time has come and not yet passed."""
        now = timezone.now()
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=now), starts_at__lte=now)


class Announcement(models.Model):
    """ข้อความประชาสัมพันธ์: a line at the head of the home page, from one moment to another."""

    text = LineField(_("text"), max_length=300)
    link = models.CharField(
        _("link"), max_length=300, blank=True, help_text=_("An address such as /news/12/.")
    )
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        ordering = ("order", "-starts_at", "pk")
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        constraints = [
            models.CheckConstraint(
                name="news_announcement_has_a_text",
                condition=filled_in_either("text"),
                violation_error_message=_("Write the text in Thai or in English."),
            ),
            models.CheckConstraint(
                name="news_announcement_ends_after_it_starts",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("An announcement ends after it starts."),
            ),
            models.CheckConstraint(
                name="news_announcement_links_to_the_web",
                condition=Q(link="")
                | Q(link__startswith="https://")
                | (Q(link__startswith="/") & ~Q(link__startswith="//")),
                violation_error_message=_("A link begins with / or with https://."),
            ),
        ]

    def __str__(self):
        return passage(self, "text").text
