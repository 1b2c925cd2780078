"""Addresses of the old portal, which keep working, and those that nobody has accounted for."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from news.models.article import Article
from news.models.page import Page

LANGUAGE_PREFIXES = ("", "/th", "/en")  # under which the old portal gave the same page


class OldAddressQuerySet(models.QuerySet):
    def left_behind(self):
        return self.filter(is_left_behind=True)


class OldAddress(models.Model):
    """A path of the old portal, such as /node/3256, and where its content is now.

    What was left behind on purpose is nowhere: its readers are told so, and not sent astray.
    """

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
    is_left_behind = models.BooleanField(
        _("left behind on purpose"),
        default=False,
        help_text=_("Readers are told that it is gone for good, and search engines forget it."),
    )
    # How often it was asked for; of who asked, nothing is kept.
    hits = models.PositiveIntegerField(_("times asked for"), default=0, editable=False)
    last_asked_on = models.DateField(_("last asked for"), null=True, editable=False)

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        ordering = ("path",)
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        constraints = [
            models.CheckConstraint(
                name="news_oldaddress_leads_to_one_place_or_is_left_behind",
                condition=Q(article=None, page__isnull=False, is_left_behind=False)
                | Q(article__isnull=False, page=None, is_left_behind=False)
                | Q(article=None, page=None, is_left_behind=True),
                violation_error_message=_(
                    "An old address leads to one article or one page, or it is left behind."
                ),
            ),
            models.CheckConstraint(
                name="news_oldaddress_is_a_path",
                condition=Q(path__startswith="/"),
                violation_error_message=_("An old address begins with /."),
            ),
        ]

    def __str__(self):
        return self.path


class UnknownAddressQuerySet(models.QuerySet):
    def waiting(self):
        """Those that nobody has accounted for since, in any language's spelling."""
        spelled = Q()
        for prefix in LANGUAGE_PREFIXES:
            spelled |= Q(path=Concat(Value(prefix), OuterRef("path")))
        return self.filter(~Exists(OldAddress.objects.filter(spelled)))


class UnknownAddress(models.Model):
    """An address in the old portal's form that was asked for and leads nowhere.

    For the staff's list: the path, how often, and the last day. Of who asked, nothing is kept.
    """

    path = models.CharField(_("old address"), max_length=200, unique=True)
    hits = models.PositiveIntegerField(_("times asked for"), default=0)
    last_asked_on = models.DateField(_("last asked for"))

    objects = UnknownAddressQuerySet.as_manager()

    class Meta:
        ordering = ("-hits", "-last_asked_on", "path")
        verbose_name = _("unknown old address")
        verbose_name_plural = _("unknown old addresses")
        constraints = [
            models.CheckConstraint(
                name="news_unknownaddress_is_a_path",
                condition=Q(path__startswith="/"),
                violation_error_message=_("An old address begins with /."),
            ),
        ]

    def __str__(self):
        return self.path
