"""A meeting as a record: number, date, venue, state."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _

from committees.models.committee import Committee
from iad.fields import LineField, ProseField, WebAddressField
from iad.publication import Access

EARLIEST_BE_YEAR = 2484  # the first Thai year to begin in January; 2025 is a slip for 2568
LATEST_BE_YEAR = 2700


class MeetingQuerySet(models.QuerySet):
    def public(self):
        return self.filter(access=Access.PUBLIC)

    def upcoming(self):
        """Planned and not yet over, soonest first."""
        return self.filter(
            Q(starts_at__gt=timezone.now()) | Q(ends_at__gt=timezone.now()),
            status=Meeting.Status.PLANNED,
        ).order_by("starts_at", "pk")

    def held(self):
        return self.filter(status=Meeting.Status.HELD)

    def with_committee(self):
        return self.select_related("committee")


class Meeting(models.Model):
    """One sitting of a committee: การประชุมครั้งที่ <number>/<be_year> (OParl Meeting)."""

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", _("ordinary")
        SPECIAL = "special", _("special")

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        HELD = "held", _("held")
        POSTPONED = "postponed", _("postponed")
        CANCELLED = "cancelled", _("cancelled")

    class Mode(models.TextChoices):
        """How people meet (schema.org eventAttendanceMode)."""

        IN_PERSON = "in_person", _("in person")
        ONLINE = "online", _("online")
        HYBRID = "hybrid", _("in person and online")

    class Minutes(models.TextChoices):
        NONE = "none", _("no minutes yet")
        DRAFT = "draft", _("being written")
        CIRCULATED = "circulated", _("circulated")
        CERTIFIED = "certified", _("certified")

    # A committee with a record of meetings is history; it is dissolved, not deleted.
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, related_name="meetings", verbose_name=_("committee")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    # Stored, not derived: some committees number by calendar year, some by fiscal year.
    be_year = models.PositiveSmallIntegerField(_("year (B.E.)"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ORDINARY)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PLANNED)
    starts_at = models.DateTimeField(_("begins"), db_index=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    # Many records state a day and no hour; an invented midnight would be a false fact.
    time_is_stated = models.BooleanField(_("the hour is stated"), default=True)
    # Why it was moved or called off, for readers and calendars.
    status_note = LineField(_("note on the date"), max_length=300, blank=True)
    mode = models.CharField(_("form"), max_length=10, choices=Mode, default=Mode.IN_PERSON)
    venue = LineField(_("venue"), max_length=300, blank=True)
    online_url = WebAddressField(_("online address"), blank=True)
    access = models.CharField(_("access"), max_length=10, choices=Access, default=Access.PUBLIC)
    summary = ProseField(_("summary"), blank=True)
    minutes_state = models.CharField(
        _("minutes"), max_length=12, choices=Minutes, default=Minutes.NONE
    )
    # The meeting that certified these minutes; both records stay.
    certified_at = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="certified",
        verbose_name=_("certified at"),
    )
    certified_on = models.DateField(_("certified on"), null=True, blank=True)
    # ผู้จดรายงานการประชุม and ผู้ตรวจรายงานการประชุม, as they sign the minutes.
    recorder = LineField(_("minutes taken by"), max_length=200, blank=True)
    recorder_position = LineField(_("position"), max_length=300, blank=True)
    reviewer = LineField(_("minutes checked by"), max_length=200, blank=True)
    reviewer_position = LineField(_("position"), max_length=300, blank=True)
    # Counted by the database whenever what calendars show changes (RFC 5545, 3.8.7.4).
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-starts_at", "-pk")
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.UniqueConstraint(
                fields=("committee", "be_year", "number"),
                name="committees_meeting_number_is_used_once",
                violation_error_message=_("This committee already has a meeting of that number."),
            ),
            models.CheckConstraint(
                name="committees_meeting_number_counts_from_one",
                condition=Q(number__gte=1),
                violation_error_message=_("Meetings are numbered from 1."),
            ),
            models.CheckConstraint(
                name="committees_meeting_year_is_buddhist_era",
                condition=Q(be_year__gte=EARLIEST_BE_YEAR, be_year__lte=LATEST_BE_YEAR),
                violation_error_message=_("Write the year in the Buddhist Era, such as 2568."),
            ),
            models.CheckConstraint(
                name="committees_meeting_words_are_known",
                condition=Q(kind__in=["ordinary", "special"])
                & Q(mode__in=["in_person", "online", "hybrid"])
                & Q(status__in=["planned", "held", "postponed", "cancelled"])
                & Q(minutes_state__in=["none", "draft", "circulated", "certified"])
                & Q(access__in=Access.values),
                violation_error_message=_("This state is not known."),
            ),
            models.CheckConstraint(
                name="committees_meeting_ends_after_it_starts",
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")),
                violation_error_message=_("A meeting ends after it starts."),
            ),
            models.CheckConstraint(
                name="committees_meeting_has_minutes_only_when_held",
                condition=Q(minutes_state="none") | Q(status="held"),
                violation_error_message=_("Only a meeting that was held has minutes."),
            ),
            models.CheckConstraint(
                name="committees_meeting_is_certified_by_another",
                condition=Q(certified_at=None)
                | (Q(minutes_state="certified") & ~Q(certified_at=F("pk"))),
                violation_error_message=_("Minutes are certified at another, later meeting."),
            ),
            models.CheckConstraint(
                name="committees_meeting_is_certified_on_a_day_when_certified",
                condition=Q(certified_on=None) | Q(minutes_state="certified"),
                violation_error_message=_("Only certified minutes have a day of certification."),
            ),
        ]

    def __str__(self):
        return gettext("%(committee)s, meeting %(reference)s") % {
            "committee": self.committee,
            "reference": self.reference,
        }

    def get_absolute_url(self):
        return reverse("committees:meeting", args=[self.committee.slug, self.be_year, self.number])

    @property
    def reference(self) -> str:
        """3/2568, as minutes and letters cite it."""
        return f"{self.number}/{self.be_year}"

    @property
    def is_locked(self) -> bool:
        """Certified minutes: agenda, attendance and resolutions stay as they are."""
        return self.minutes_state == self.Minutes.CERTIFIED

    @property
    def spans_days(self) -> bool:
        return bool(self.ends_at) and (
            timezone.localdate(self.ends_at) != timezone.localdate(self.starts_at)
        )
