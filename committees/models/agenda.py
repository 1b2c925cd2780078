"""What a meeting talked about, what it decided, and who must do what by when."""

from collections import Counter
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committees.models.heading import MOST_SECTIONS, Section
from committees.models.meeting import Meeting
from committees.models.register import Department
from iad.bilingual import filled_in_either, passage
from iad.fields import LineField, ProseField
from iad.publication import Access


class AgendaItemQuerySet(models.QuerySet):
    def public(self):
        return self.filter(access=Access.PUBLIC, meeting__access=Access.PUBLIC)


class AgendaItem(models.Model):
    """One item under a section; its shown number (5.1) is its place among the section's items."""

    # Agenda, resolutions and assignments are parts of their meeting.
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="agenda", verbose_name=_("meeting")
    )
    # The number of a section of this meeting's agenda (committees.models.heading).
    section = models.PositiveSmallIntegerField(_("section"), default=Section.CONSIDERATION.value)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    title = LineField(_("title"), max_length=500)
    detail = ProseField(_("details"), blank=True)
    access = models.CharField(_("access"), max_length=10, choices=Access, default=Access.PUBLIC)
    # The earlier item that this one comes back to; both stay in the record.
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("follows up"),
    )

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "section", "order", "pk")
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        constraints = [
            models.CheckConstraint(
                name="committees_agendaitem_section_is_one_to_twelve",
                condition=Q(section__gte=1, section__lte=MOST_SECTIONS),
                violation_error_message=_("Sections are numbered from 1 to 12."),
            ),
            models.CheckConstraint(
                name="committees_agendaitem_access_is_known",
                condition=Q(access__in=Access.values),
                violation_error_message=_("This state is not known."),
            ),
            models.CheckConstraint(
                name="committees_agendaitem_has_a_title",
                condition=filled_in_either("title"),
                violation_error_message=_("Write a title in Thai or in English."),
            ),
            models.CheckConstraint(
                name="committees_agendaitem_does_not_follow_itself",
                condition=Q(follows=None) | ~Q(follows=F("pk")),
                violation_error_message=_("An item does not follow itself up."),
            ),
            models.UniqueConstraint(
                fields=("meeting", "follows"),
                condition=Q(follows__isnull=False),
                name="committees_agendaitem_follows_a_matter_once_a_meeting",
                violation_error_message=_("This meeting already comes back to that matter."),
            ),
        ]

    def __str__(self):
        return passage(self, "title").text


def shown_numbers(meetings: Iterable[int]) -> dict[int, str]:
    """5.1 by the key of each item of these meetings, closed ones counted too; one query."""
    numbers, counted = {}, Counter()
    items = AgendaItem.objects.filter(meeting__in=meetings)
    for pk, *place in items.values_list("pk", "meeting", "section"):
        counted[tuple(place)] += 1
        numbers[pk] = f"{place[1]}.{counted[tuple(place)]}"
    return numbers


class ResolutionQuerySet(models.QuerySet):
    def public(self):
        """Decided in the open, at a meeting that has taken place."""
        return self.filter(
            item__access=Access.PUBLIC,
            item__meeting__access=Access.PUBLIC,
            item__meeting__status=Meeting.Status.HELD,
        )


class Resolution(models.Model):
    """มติที่ประชุม: what the meeting decided on an item (OParl resolutionText)."""

    class Kind(models.TextChoices):
        ACKNOWLEDGED = "acknowledged", _("acknowledged")
        APPROVED = "approved", _("approved")
        ASSIGNED = "assigned", _("assigned")
        DEFERRED = "deferred", _("deferred")

    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.CASCADE,
        related_name="resolutions",
        verbose_name=_("agenda item"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.ACKNOWLEDGED)
    text = ProseField(_("text"))

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ("item", "order", "pk")
        verbose_name = _("resolution")
        verbose_name_plural = _("resolutions")
        constraints = [
            models.CheckConstraint(
                name="committees_resolution_kind_is_known",
                condition=Q(kind__in=["acknowledged", "approved", "assigned", "deferred"]),
                violation_error_message=_("This kind is not known."),
            ),
            models.CheckConstraint(
                name="committees_resolution_has_a_text",
                condition=filled_in_either("text"),
                violation_error_message=_("Write the text in Thai or in English."),
            ),
        ]

    def __str__(self):
        return passage(self, "text").text[:80]


class AssignmentQuerySet(models.QuerySet):
    def public(self):
        return self.filter(
            resolution__item__access=Access.PUBLIC,
            resolution__item__meeting__access=Access.PUBLIC,
            resolution__item__meeting__status=Meeting.Status.HELD,
        )

    def open(self):
        return self.filter(status__in=[Assignment.Status.OPEN, Assignment.Status.IN_PROGRESS])


class Assignment(models.Model):
    """การมอบหมาย: which department must do what, by when."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        IN_PROGRESS = "in_progress", _("in progress")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    resolution = models.ForeignKey(
        Resolution,
        on_delete=models.CASCADE,
        related_name="assignments",
        verbose_name=_("resolution"),
    )
    # What a department owes is not lost with its entry.
    department = models.ForeignKey(
        Department,
        on_delete=models.PROTECT,
        related_name="assignments",
        verbose_name=_("department"),
    )
    task = ProseField(_("task"))
    due_on = models.DateField(_("due on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.OPEN)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ("resolution", "pk")
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.CheckConstraint(
                name="committees_assignment_status_is_known",
                condition=Q(status__in=["open", "in_progress", "done", "dropped"]),
                violation_error_message=_("This state is not known."),
            ),
            models.CheckConstraint(
                name="committees_assignment_has_a_task",
                condition=filled_in_either("task"),
                violation_error_message=_("Write the task in Thai or in English."),
            ),
        ]

    def __str__(self):
        return f"{self.department}: {passage(self, 'task').text[:60]}"
