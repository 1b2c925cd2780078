"""What an article carries beside its text."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iad.bilingual import LANGUAGES, filled_in_either, passage
from iad.fields import LineField
from iad.files import DocumentField, PictureField
from news.models.article import Article


class OfArticleQuerySet(models.QuerySet):
    def public(self):
        return self.filter(article__in=Article.objects.public())


class Photo(models.Model):
    """A picture of an article, with words for those who do not see it, or said to be ornament."""

    # Photos and attachments are parts of their article.
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="photos", verbose_name=_("article")
    )
    image = PictureField(
        _("picture"),
        upload_to="photos",
        db_index=True,
        width_field="width",
        height_field="height",
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    alt = LineField(
        _("text alternative"),
        max_length=300,
        blank=True,
        help_text=_("What is to be seen, for readers who do not see the picture."),
    )
    decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("It tells nothing that the text does not.")
    )
    caption = LineField(_("caption"), max_length=300, blank=True)
    credit = LineField(_("credit"), max_length=120, blank=True)
    # The point that every crop keeps, in hundredths from the left and from the top.
    focal_x = models.PositiveSmallIntegerField(_("focal point, from the left"), default=50)
    focal_y = models.PositiveSmallIntegerField(_("focal point, from the top"), default=50)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = OfArticleQuerySet.as_manager()

    class Meta:
        ordering = ("article", "order", "pk")
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        constraints = [
            models.CheckConstraint(
                name="news_photo_focal_point_is_inside",
                condition=Q(focal_x__lte=100, focal_y__lte=100),
                violation_error_message=_("The focal point lies inside the picture."),
            ),
        ]

    @property
    def hidden_languages(self) -> set[str]:
        return self.article.hidden_languages

    @property
    def is_described(self) -> bool:
        """A text alternative in the article's own language or a decision that none is needed."""
        return self.decorative or bool(getattr(self, f"alt_{self.article.source_language}"))

    @property
    def focus(self) -> str:
        """The classes (static/css/focus.css) by which a crop keeps the focal point, in tenths."""
        return f"focus-x-{_tenth(self.focal_x)} focus-y-{_tenth(self.focal_y)}"

    def __str__(self):
        return passage(self, "alt").text or passage(self, "caption").text or self.image.name


def _tenth(hundredths: int) -> int:
    return 10 * ((hundredths + 5) // 10)


class Attachment(models.Model):
    """A document that readers may take from an article."""

    class Language(models.TextChoices):
        THAI = "th", _("Thai")
        ENGLISH = "en", _("English")

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="attachments", verbose_name=_("article")
    )
    title = LineField(_("title"), max_length=300)
    file = DocumentField(_("file"), upload_to="attachments", db_index=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.THAI
    )
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = OfArticleQuerySet.as_manager()

    class Meta:
        ordering = ("article", "order", "pk")
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        constraints = [
            models.CheckConstraint(
                name="news_attachment_has_a_title",
                condition=filled_in_either("title"),
                violation_error_message=_("Write a title in Thai or in English."),
            ),
            models.CheckConstraint(
                name="news_attachment_language_is_known",
                condition=Q(language__in=LANGUAGES),
                violation_error_message=_("This language is not known."),
            ),
        ]

    def __str__(self):
        return passage(self, "title").text
