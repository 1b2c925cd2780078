"""Entries of the register that turned out to be one person, and those that did not."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committees.models.register import Person
from iad.fields import ReadableJSON


class MergingQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(undone_at=None)


class Merging(models.Model):
    """That one entry was merged into another, by whom, and what went over: undone with it."""

    # What was moved is of no use without the two entries.
    duplicate = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="mergings", verbose_name=_("duplicate")
    )
    kept = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="taken_in", verbose_name=_("kept entry")
    )
    at = models.DateTimeField(_("merged at"), auto_now_add=True)
    # Acts outlive the account.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("merged by"),
    )
    # {"committees.Attendee.person": [keys]}: rows that named the duplicate.
    moved = models.JSONField(_("rows moved"), default=dict)
    # {"name_en": "Wallop Suwandee"}: what the kept entry lacked and the duplicate had.
    filled = models.JSONField(_("names filled in"), default=dict, encoder=ReadableJSON)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("undone by"),
    )

    objects = MergingQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("merging of two entries")
        verbose_name_plural = _("mergings of entries")
        constraints = [
            models.CheckConstraint(
                name="committees_merging_is_of_two_entries",
                condition=~Q(duplicate=F("kept")),
                violation_error_message=_("An entry is not merged into itself."),
            ),
            models.UniqueConstraint(
                fields=("duplicate",),
                condition=Q(undone_at=None),
                name="committees_merging_happens_once",
                violation_error_message=_("This entry was merged already."),
            ),
        ]

    def __str__(self):
        return f"{self.duplicate} → {self.kept}"

    @property
    def count(self) -> int:
        """How many rows went over."""
        return sum(map(len, self.moved.values()))


class Distinction(models.Model):
    """Two people of like names, of whom somebody said that they are two."""

    # Said of the two entries; without one of them there is nothing to tell apart.
    first = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="+", verbose_name=_("first person")
    )
    second = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="+", verbose_name=_("second person")
    )
    at = models.DateTimeField(_("said at"), auto_now_add=True)

    class Meta:
        ordering = ("first", "second")
        verbose_name = _("two people of like names")
        verbose_name_plural = _("people of like names")
        constraints = [
            models.CheckConstraint(
                name="committees_distinction_names_the_earlier_entry_first",
                condition=Q(first__lt=F("second")),
                violation_error_message=_("An entry is told from another one."),
            ),
            models.UniqueConstraint(
                fields=("first", "second"),
                name="committees_distinction_is_said_once",
                violation_error_message=_("This was said already."),
            ),
        ]

    def __str__(self):
        return f"{self.first} ≠ {self.second}"
