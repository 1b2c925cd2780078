"""Papers of a meeting."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committees.models.agenda import AgendaItem
from committees.models.meeting import Meeting
from iad.bilingual import filled_in_either, passage
from iad.fields import LineField
from iad.files import DocumentField
from iad.publication import Access


class DocumentQuerySet(models.QuerySet):
    def public(self):
        """Open papers of open meetings; minutes only once they are certified."""
        return self.filter(
            Q(item=None) | Q(item__access=Access.PUBLIC, item__meeting=F("meeting")),
            ~Q(kind=Document.Kind.MINUTES) | Q(meeting__minutes_state="certified"),
            access=Access.PUBLIC,
            meeting__access=Access.PUBLIC,
        )


class Document(models.Model):
    """A file that belongs to a meeting, or to one item of its agenda."""

    class Kind(models.TextChoices):
        INVITATION = "invitation", _("letter of invitation")
        AGENDA = "agenda", _("agenda")
        PAPER = "paper", _("meeting paper")
        MINUTES = "minutes", _("minutes")
        OTHER = "other", _("other")

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="documents", verbose_name=_("meeting")
    )
    # A closed item closes its papers: they go with it, never back into the open.
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("agenda item"),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PAPER)
    title = LineField(_("title"), max_length=300)
    file = DocumentField(_("file"), upload_to="documents", db_index=True)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    access = models.CharField(_("access"), max_length=10, choices=Access, default=Access.INTERNAL)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "order", "pk")
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                name="committees_document_words_are_known",
                condition=Q(
                    kind__in=["invitation", "agenda", "paper", "minutes", "other"],
                    access__in=Access.values,
                ),
                violation_error_message=_("This kind is not known."),
            ),
            models.CheckConstraint(
                name="committees_document_has_a_title",
                condition=filled_in_either("title"),
                violation_error_message=_("Write a title in Thai or in English."),
            ),
        ]

    def __str__(self):
        return passage(self, "title").text
