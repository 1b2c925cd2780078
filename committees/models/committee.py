"""Committees and who sits on them."""

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models.register import AlphabeticalQuerySet, Department, Person
from iad.bilingual import filled, passage
from iad.fields import LineField, ProseField, SortKeyField


class CommitteeQuerySet(AlphabeticalQuerySet):
    def public(self):
        """Every committee: that it exists and who appointed it is public."""
        return self.all()

    def current(self):
        today = timezone.localdate()
        return self.filter(Q(dissolved_on=None) | Q(dissolved_on__gt=today))


class Committee(models.Model):
    """คณะกรรมการ, คณะอนุกรรมการ or คณะทำงาน (Popolo Organization)."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee", _("committee")
        SUBCOMMITTEE = "subcommittee", _("subcommittee")
        WORKING_GROUP = "working_group", _("working group")

    class Numbering(models.TextChoices):
        CALENDAR = "calendar", _("calendar year")
        FISCAL = "fiscal", _("fiscal year (from October)")

    name = LineField(_("name"), max_length=300)
    short_name = LineField(_("short name"), max_length=80, blank=True)
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        help_text=_("Small Latin letters, digits and hyphens; it stays when the name changes."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.COMMITTEE)
    mandate = ProseField(_("duties and powers"), blank=True)
    # The record of who reported to whom outlives either.
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="subcommittees",
        verbose_name=_("appointed under"),
    )
    secretariat = models.ForeignKey(
        Department,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="secretariat_of",
        verbose_name=_("secretariat"),
    )
    order_ref = LineField(_("order of appointment"), max_length=200, blank=True)
    numbered_by = models.CharField(
        _("meetings are numbered by"), max_length=10, choices=Numbering, default=Numbering.CALENDAR
    )
    established_on = models.DateField(_("established on"), null=True, blank=True)
    dissolved_on = models.DateField(_("dissolved on"), null=True, blank=True)
    sort_th = SortKeyField("name_th")
    sort_en = SortKeyField("name_en")

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ("sort_th", "pk")
        verbose_name = _("committee")
        verbose_name_plural = _("committees")
        constraints = [
            models.CheckConstraint(
                name="committees_committee_has_a_thai_name",
                condition=filled("name_th"),
                violation_error_message=_("A committee has an official Thai name."),
            ),
            models.CheckConstraint(
                name="committees_committee_kind_is_known",
                condition=Q(
                    kind__in=["committee", "subcommittee", "working_group"],
                    numbered_by__in=["calendar", "fiscal"],
                ),
                violation_error_message=_("This kind is not known."),
            ),
            models.CheckConstraint(
                name="committees_committee_is_dissolved_after_it_is_established",
                condition=Q(established_on=None)
                | Q(dissolved_on=None)
                | Q(dissolved_on__gte=F("established_on")),
                violation_error_message=_("A committee is dissolved after it is established."),
            ),
            models.CheckConstraint(
                name="committees_committee_is_not_under_itself",
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                violation_error_message=_("A committee is not appointed under itself."),
            ),
        ]

    def __str__(self):
        return passage(self, "name").text

    def get_absolute_url(self):
        return reverse("committees:committee", args=[self.slug])


class Role(models.TextChoices):
    """The seats of a committee, in the order in which an official list names them."""

    CHAIR = "chair", _("chair")
    VICE_CHAIR = "vice_chair", _("vice-chair")
    ADVISER = "adviser", _("adviser")
    MEMBER = "member", _("member")
    SECRETARY = "secretary", _("member and secretary")
    ASSISTANT_SECRETARY = "assistant_secretary", _("assistant secretary")


class MembershipQuerySet(models.QuerySet):
    def public(self):
        """Seats are named in a published order of appointment."""
        return self.all()

    def current(self, on=None):
        """Seats held on that day, today unless said."""
        day = on or timezone.localdate()
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day)
        )

    def past(self):
        return self.filter(ends_on__lt=timezone.localdate())

    def by_rank(self):
        """Chair first, then the order of the appointment."""
        ranks = [When(role=role, then=Value(rank)) for rank, role in enumerate(Role.values)]
        return self.order_by(Case(*ranks), "order", "pk")

    def with_holders(self):
        return self.select_related("person", "department")


class Membership(models.Model):
    """A seat on a committee and who holds it (Popolo Membership).

    A seat may be held by office with nobody named: ผู้อำนวยการสำนักอนามัย เป็นกรรมการ.
    """

    # A seat is a part of its committee.
    committee = models.ForeignKey(
        Committee, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("committee")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.MEMBER)
    order = models.PositiveSmallIntegerField(
        _("rank"), default=0, help_text=_("As in the order of appointment; small numbers first.")
    )
    position = LineField(_("position"), max_length=300, blank=True)
    # Who sat where is history: a person or department with seats is not deleted.
    department = models.ForeignKey(
        Department,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("department"),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("person"),
        help_text=_("Empty where the seat is held by office and nobody is named."),
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    basis = LineField(_("basis"), max_length=200, blank=True)
    # The order that filled the seat is its ground: it is not deleted under it.
    term = models.ForeignKey(
        "committees.Term",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        verbose_name=_("term"),
    )
    # Whose place it took within the term; the former holder stays in the record.
    replaces = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("committee", "order", "pk")
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.CheckConstraint(
                name="committees_membership_names_a_holder",
                condition=Q(person__isnull=False)
                | Q(department__isnull=False)
                | filled("position_th"),
                violation_error_message=_("Name a person, a department or a position."),
            ),
            models.CheckConstraint(
                name="committees_membership_role_is_known",
                condition=Q(role__in=Role.values),
                violation_error_message=_("This role is not known."),
            ),
            models.CheckConstraint(
                name="committees_membership_ends_after_it_starts",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("A seat ends after it starts."),
            ),
            models.CheckConstraint(
                name="committees_membership_does_not_replace_itself",
                condition=Q(replaces=None) | ~Q(replaces=F("pk")),
                violation_error_message=_("A seat does not replace itself."),
            ),
        ]

    def __str__(self):
        return f"{self.holder} ({self.get_role_display()})"

    @property
    def holder(self) -> str:
        """Who sits there: a person, else the office that holds the seat."""
        return str(self.person or passage(self, "position").text or self.department)
