"""What has been given to machines: so that whoever keeps a copy can be told what became of it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class KnownQuerySet(models.QuerySet):
    def live(self):
        return self.filter(is_gone=False)


class Known(models.Model):
    """A record that readers may see or once could; nothing that was never public is ever here.

    `changed_at` is when the portal noticed. It strictly grows from one noticing to the next, so
    that "later than this" never leaves out what another is just writing down (`iad.api.ledger`).
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    # Of what readers are given; empty where it was not computed, and then the next write counts.
    digest = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(db_index=True)
    is_gone = models.BooleanField(default=False)

    objects = KnownQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "-object_id")
        constraints = [
            models.UniqueConstraint(
                fields=("kind", "object_id"), name="open_data_known_record_is_kept_once"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id}"


class DueQuerySet(models.QuerySet):
    def now(self):
        return self.filter(Q(due_at=None) | Q(due_at__lte=timezone.now()))


class Due(models.Model):
    """A record to be looked at again: marked by the database (`marking`), or when its hour comes.

    No two marks meet in one row, so that two who write never wait for one another here.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    due_at = models.DateTimeField(null=True)  # empty: at once

    objects = DueQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = [
            models.Index(fields=("due_at",), name="open_data_due_at"),
            models.Index(fields=("kind", "object_id"), name="open_data_due_record"),
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id}"
