"""Who came to a meeting, in what position, for whom."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models.committee import Membership
from committees.models.meeting import Meeting
from committees.models.register import Department, Person
from iad.bilingual import filled_in_either, passage
from iad.fields import LineField
from iad.publication import Access


class AttendeeQuerySet(models.QuerySet):
    def public(self):
        """Those named openly at an open meeting that has taken place: a plan is no attendance."""
        return self.filter(
            is_public=True,
            meeting__access=Access.PUBLIC,
            meeting__status=Meeting.Status.HELD,
        )

    def present(self):
        return self.exclude(presence=Attendee.Presence.ABSENT)

    def with_names(self):
        return self.select_related(
            "person",
            "department",
            "membership__person",
            "substitute_for__department",
            "substitute_for__person",
        )


class NamedOpenly(models.BooleanField):
    """Whether readers see the name; unsaid, all do but guests (PDPA B.E. 2562)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": None} | kwargs)

    def pre_save(self, instance, add):
        if getattr(instance, self.attname) is None:
            setattr(instance, self.attname, instance.capacity != Attendee.Capacity.GUEST)
        return super().pre_save(instance, add)


class Attendee(models.Model):
    """A line of the roll call (Akoma Ntoso rollCall): a person, or a department as such.

    The position is the one held that day; it is not looked up later.
    """

    class Capacity(models.TextChoices):
        CHAIR = "chair", _("chair of the meeting")
        VICE_CHAIR = "vice_chair", _("vice-chair")
        ADVISER = "adviser", _("adviser")
        MEMBER = "member", _("member")
        SECRETARY = "secretary", _("secretary")
        ASSISTANT_SECRETARY = "assistant_secretary", _("assistant secretary")
        PARTICIPANT = "participant", _("participant")
        GUEST = "guest", _("guest")

    class Presence(models.TextChoices):
        PRESENT = "present", _("present")
        SUBSTITUTE = "substitute", _("came as a substitute")
        ABSENT = "absent", _("absent")

    # The roll is a part of its meeting.
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="attendees", verbose_name=_("meeting")
    )
    order = models.PositiveSmallIntegerField(_("rank"), default=0)
    # Who attended is history: neither the person nor the department is deleted under it.
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name=_("person"),
    )
    department = models.ForeignKey(
        Department,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name=_("department"),
        help_text=_("Alone, where a department was represented and nobody is named."),
    )
    # In which seat somebody came is a part of the record.
    membership = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name=_("seat"),
    )
    name = LineField(
        _("name as written"),
        max_length=200,
        blank=True,
        help_text=_("Only for somebody who is not in the register of people."),
    )
    position = LineField(_("position that day"), max_length=300, blank=True)
    capacity = models.CharField(
        _("capacity"), max_length=20, choices=Capacity, default=Capacity.MEMBER
    )
    presence = models.CharField(
        _("presence"), max_length=10, choices=Presence, default=Presence.PRESENT
    )
    substitute_for = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="substitutions",
        verbose_name=_("substitute for"),
    )
    reason = LineField(_("reason of absence"), max_length=200, blank=True)
    is_public = NamedOpenly(
        _("named on the public page"),
        help_text=_("Officials acting in office. Leave out private guests."),
    )

    objects = AttendeeQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "order", "pk")
        verbose_name = _("attendee")
        verbose_name_plural = _("attendees")
        constraints = [
            models.CheckConstraint(
                name="committees_attendee_is_somebody",
                condition=Q(person__isnull=False)
                | Q(department__isnull=False)
                | filled_in_either("name")
                | filled_in_either("position"),
                violation_error_message=_("Name a person, a department or a position."),
            ),
            models.UniqueConstraint(
                fields=("meeting", "person"),
                condition=Q(person__isnull=False),
                name="committees_attendee_is_listed_once",
                violation_error_message=_("This person is already in the list of this meeting."),
            ),
            models.UniqueConstraint(
                fields=("meeting",),
                condition=Q(capacity="chair") & ~Q(presence="absent"),
                name="committees_attendee_one_chair_a_meeting",
                violation_error_message=_("A meeting has one chair."),
            ),
            models.CheckConstraint(
                name="committees_attendee_words_are_known",
                condition=Q(
                    capacity__in=[
                        "chair",
                        "vice_chair",
                        "adviser",
                        "member",
                        "secretary",
                        "assistant_secretary",
                        "participant",
                        "guest",
                    ],
                    presence__in=["present", "substitute", "absent"],
                ),
                violation_error_message=_("This state is not known."),
            ),
            models.CheckConstraint(
                name="committees_attendee_only_substitutes_stand_in",
                condition=Q(substitute_for=None) | Q(presence="substitute"),
                violation_error_message=_(
                    "Whoever stands in for a seat is recorded as a substitute."
                ),
            ),
        ]

    def __str__(self):
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """As written that day; else from the register; a seat held by office has its position."""
        written = passage(self, "name").text
        return written or str(self.person or self.department or passage(self, "position").text)

    @property
    def is_department(self) -> bool:
        """A department was represented and nobody is named."""
        return self.person_id is None and not passage(self, "name").text
