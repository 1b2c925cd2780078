"""Terms of a committee: who was appointed together, by which order, from when until when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committees.models.committee import Committee
from iad.fields import LineField


class Term(models.Model):
    """วาระการดำรงตำแหน่ง: the seats that one order of appointment (คำสั่งแต่งตั้ง) fills."""

    # A term is a part of its committee.
    committee = models.ForeignKey(
        Committee, on_delete=models.CASCADE, related_name="terms", verbose_name=_("committee")
    )
    order_ref = LineField(_("order of appointment"), max_length=200, blank=True)
    ordered_on = models.DateField(_("date of the order"), null=True, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ("committee", "-starts_on", "-pk")
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [
            models.UniqueConstraint(
                fields=("committee", "starts_on"),
                name="committees_term_starts_once_a_day",
                violation_error_message=_("Another term of this committee starts on that day."),
            ),
            models.CheckConstraint(
                name="committees_term_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("A term ends after it starts."),
            ),
        ]

    def __str__(self):
        return self.order_ref or f"{self.committee}"
