"""When a record may be seen by the public: said once for rows, once for one row.

``objects.public()`` is the only way to what readers see, on every page, list, count, feed and
file. Two kinds of record carry the rule: those that staff publish (`Publication`) and those that
are part of the official record and open or closed (`Access`).
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Access(models.TextChoices):
    """Whether a part of the record is open to readers or kept inside the administration."""

    PUBLIC = "public", _("public")
    INTERNAL = "internal", _("internal")


class PublicationQuerySet(models.QuerySet):
    def public(self):
        """What anyone may see at this moment; ask per request, never at import."""
        return self.filter(state=Publication.State.PUBLISHED, publish_at__lte=timezone.now())

    def scheduled(self):
        """Published from an hour that has not come."""
        return self.filter(state=Publication.State.PUBLISHED, publish_at__gt=timezone.now())


class Publication(models.Model):
    """A text that staff prepare, publish (perhaps from a later hour) and may withdraw."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    publish_at = models.DateTimeField(_("visible from"), null=True, blank=True)
    first_published_at = models.DateTimeField(
        _("first published"), null=True, blank=True, editable=False
    )
    changed_at = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_state_is_known",
                condition=Q(state__in=["draft", "review", "published", "withdrawn"]),
                violation_error_message=_("This state is not known."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_has_its_hour",
                condition=~Q(state="published") | Q(publish_at__isnull=False),
                violation_error_message=_("What is published has an hour from which it is seen."),
            ),
        ]

    @property
    def is_public(self) -> bool:
        return self._is_released and self.publish_at <= timezone.now()

    @property
    def is_scheduled(self) -> bool:
        return self._is_released and self.publish_at > timezone.now()

    @property
    def was_public(self) -> bool:
        """Once readers have seen it, it is withdrawn, never deleted."""
        return self.first_published_at is not None and self.first_published_at <= timezone.now()

    @property
    def _is_released(self) -> bool:
        """Only a form that is being refused holds a published text without its hour."""
        return self.state == self.State.PUBLISHED and self.publish_at is not None
