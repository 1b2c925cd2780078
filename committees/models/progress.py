"""What came of an assignment: the reports that follow it through later meetings."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models.agenda import Assignment
from committees.models.meeting import Meeting
from iad.bilingual import passage
from iad.fields import ProseField
from iad.publication import Access


class ProgressQuerySet(models.QuerySet):
    def public(self):
        """Released notes on open assignments; what a closed meeting heard stays there."""
        return self.filter(
            Q(reported_in=None)
            | Q(reported_in__access=Access.PUBLIC, reported_in__status=Meeting.Status.HELD),
            is_public=True,
            assignment__in=Assignment.objects.public(),
        )


class Progress(models.Model):
    """One report on an assignment: on which day it stood how, and where it was said."""

    # A report is a part of its assignment.
    assignment = models.ForeignKey(
        Assignment,
        on_delete=models.CASCADE,
        related_name="progress",
        verbose_name=_("assignment"),
    )
    on = models.DateField(_("on"), default=timezone.localdate)
    status = models.CharField(_("status"), max_length=12, choices=Assignment.Status)
    text = ProseField(_("report"), blank=True)
    # The minutes of that meeting speak of it.
    reported_in = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="progress_reported",
        verbose_name=_("reported at"),
    )
    is_public = models.BooleanField(_("released to readers"), default=False)
    # Who wrote it down stays known; accounts are closed, not deleted.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("written down by"),
    )

    objects = ProgressQuerySet.as_manager()

    class Meta:
        ordering = ("assignment", "on", "pk")
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        constraints = [
            models.CheckConstraint(
                name="committees_progress_status_is_known",
                condition=Q(status__in=["open", "in_progress", "done", "dropped"]),
                violation_error_message=_("This state is not known."),
            ),
        ]

    def __str__(self):
        return passage(self, "text").text[:80] or self.get_status_display()
