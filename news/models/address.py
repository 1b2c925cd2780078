"""Addresses of the old portal, which keep working."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.models.article import Article
from news.models.page import Page


class OldAddress(models.Model):
    """A path of the old portal, such as /node/3256, and where its content is now."""

    path = models.CharField(
        _("old address"),
        max_length=200,
        unique=True,
        help_text=_("Without the host, such as /node/3256."),
    )
    # An old address has no meaning without what it leads to.
    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="old_addresses",
        verbose_name=_("article"),
    )
    page = models.ForeignKey(
        Page,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="old_addresses",
        verbose_name=_("page"),
    )

    class Meta:
        ordering = ("path",)
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        constraints = [
            models.CheckConstraint(
                name="news_oldaddress_leads_to_one_place",
                condition=Q(article=None, page__isnull=False) | Q(article__isnull=False, page=None),
                violation_error_message=_("An old address leads to one article or one page."),
            ),
            models.CheckConstraint(
                name="news_oldaddress_is_a_path",
                condition=Q(path__startswith="/"),
                violation_error_message=_("An old address begins with /."),
            ),
        ]

    def __str__(self):
        return self.path
