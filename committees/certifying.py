"""The states of minutes: being written, circulated, certified.

Each act is one compare-and-set: pressed twice or by two people it happens once, with one line in
the desk's log. Certified minutes do not come back: a mistake found later is corrected by a new
item at a later meeting that follows up the old one.
"""

from datetime import date, timedelta

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from committees.discussing import certifying_items
from committees.models import AgendaItem, Attendee, Meeting, Resolution, Section
from committees.models.heading import number_for, sections_of
from iad.bilingual import LANGUAGES
from iad.models import User
from iad.publication import Access

Minutes, Status = Meeting.Minutes, Meeting.Status


@transaction.atomic
def draft_minutes(meeting: Meeting, *, by: User) -> bool:
    """Begin the minutes of a meeting that was held."""
    if meeting.status != Status.HELD:
        raise ValidationError(_("Only a meeting that was held has minutes."))
    told = _("Minutes are being written")
    return _move(meeting, [Minutes.NONE], Minutes.DRAFT, by=by, told=told)


@transaction.atomic
def circulate(meeting: Meeting, *, by: User) -> bool:
    """Send the minutes to the members; refused while they lack what every report states."""
    _lock(meeting)
    if missing := missing_in_minutes(meeting):
        raise ValidationError(missing)
    told = _("Minutes circulated")
    return _move(meeting, [Minutes.DRAFT], Minutes.CIRCULATED, by=by, told=told)


@transaction.atomic
def take_back(meeting: Meeting, *, by: User, comment: str) -> bool:
    """Members asked for a change: the minutes are being written again."""
    if not comment.strip():
        raise ValidationError(_("Say what is to be mended."))
    told = _("Minutes taken back: %(comment)s") % {"comment": comment.strip()}
    return _move(meeting, [Minutes.CIRCULATED], Minutes.DRAFT, by=by, told=told)


@transaction.atomic
def certify(meeting: Meeting, *, at: Meeting, by: User) -> bool:
    """Certified by a later meeting of the same committee, whose record says so, too."""
    _lock(meeting, at)
    if not later_meetings(meeting).filter(pk=at.pk).exists():
        raise ValidationError(
            _("Minutes are certified at a later meeting of the same committee that was held.")
        )
    told = _("Minutes certified at meeting %(reference)s") % {"reference": at.reference}
    day = timezone.localdate(at.starts_at)
    certified = _certify(meeting, [Minutes.CIRCULATED], day, by=by, told=told, certified_at=at)
    if certified and not at.is_locked:
        _write_down(meeting, at)
    return certified


@transaction.atomic
def certify_by_circulation(meeting: Meeting, *, on: date, by: User) -> bool:
    """Certified by the members in writing, on that day."""
    _lock(meeting)
    if not timezone.localdate(meeting.starts_at) <= on <= timezone.localdate():
        raise ValidationError(_("Write a day from that of the meeting until today."))
    told = _("Minutes certified by circulation")
    return _certify(meeting, [Minutes.CIRCULATED], on, by=by, told=told)


@transaction.atomic
def certify_at_the_meeting(meeting: Meeting, *, by: User) -> bool:
    """Read out and certified before the meeting itself closed; they need not have gone round."""
    _lock(meeting)
    told = _("Minutes certified at the meeting itself")
    day = last_day(meeting)
    return _certify(meeting, [Minutes.DRAFT, Minutes.CIRCULATED], day, by=by, told=told)


# --- readings -----------------------------------------------------------------------------------


def last_day(meeting: Meeting) -> date:
    return timezone.localdate(meeting.ends_at or meeting.starts_at)


def later_meetings(meeting: Meeting) -> QuerySet[Meeting]:
    """Those that may certify these minutes: held since, or sitting today; soonest first."""
    morning = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return (
        Meeting.objects.with_committee()
        .filter(
            Q(status=Status.HELD) | Q(status=Status.PLANNED, starts_at__gte=morning),
            committee=meeting.committee_id,
            starts_at__gt=meeting.starts_at,
            starts_at__lt=morning + timedelta(days=1),
        )
        .exclude(pk=meeting.pk)
        .order_by("starts_at", "pk")
    )


def missing_in_minutes(meeting: Meeting) -> list[str]:
    """What every report of a meeting states and this one does not, in words."""
    present = list(meeting.attendees.present().values_list("capacity", flat=True))
    reasons = []
    if not present:
        reasons.append(_("The roll names nobody who came."))
    elif Attendee.Capacity.CHAIR not in present:
        reasons.append(_("The roll does not say who chaired the meeting."))
    if not meeting.agenda.exists():
        reasons.append(_("The agenda is empty."))
    return reasons


def doubts_about_minutes(meeting: Meeting) -> list[str]:
    """What minutes usually state and these do not; nobody is kept from going on."""
    reasons = []
    undecided = meeting.agenda.annotate(decided=Count("resolutions")).filter(decided=0).count()
    if undecided:
        words = ngettext("%d item has no resolution.", "%d items have no resolution.", undecided)
        reasons.append(words % undecided)
    if not meeting.recorder:
        reasons.append(_("Nobody is named who took the minutes."))
    return reasons


# --- how it is done -----------------------------------------------------------------------------


def _lock(*meetings: Meeting) -> None:
    """Read the rows again and keep them for this act, always in the same order."""
    rows = Meeting.objects.select_for_update().filter(pk__in=[one.pk for one in meetings])
    found = {row.pk: row for row in rows.order_by("pk")}
    for one in meetings:
        for name in ("status", "minutes_state", "starts_at", "ends_at", "committee_id"):
            setattr(one, name, getattr(found[one.pk], name))


def _move(meeting: Meeting, before: list, after: str, *, by: User, told: str, **changes) -> bool:
    moved = Meeting.objects.filter(
        pk=meeting.pk, status=Status.HELD, minutes_state__in=before
    ).update(minutes_state=after, changed_at=timezone.now(), **changes)
    if moved:
        LogEntry.objects.log_actions(by.pk, [meeting], CHANGE, told, single_object=True)
    meeting.refresh_from_db()
    return bool(moved)


def _certify(meeting, before, day: date, *, by, told, **changes) -> bool:
    if meeting.minutes_state not in before:
        if meeting.minutes_state == Minutes.CERTIFIED:
            return False
        raise ValidationError(_("Circulate the minutes first."))
    if missing := missing_in_minutes(meeting):
        raise ValidationError(missing)
    _keep_names(meeting)
    return _move(meeting, before, Minutes.CERTIFIED, by=by, told=told, certified_on=day, **changes)


def _keep_names(meeting: Meeting) -> None:
    """Write the names on the roll as they are today: the register may change, the record not."""
    unnamed = [
        line
        for line in meeting.attendees.filter(person__isnull=False).select_related("person")
        if not any(getattr(line, f"name_{language}") for language in LANGUAGES)
    ]
    for line in unnamed:
        for language in LANGUAGES:
            name = getattr(line.person, f"name_{language}") or ""
            prefix = getattr(line.person, f"prefix_{language}") or ""
            glue = "" if language == "th" or not prefix else " "
            setattr(line, f"name_{language}", f"{prefix}{glue}{name}"[:200] if name else None)
    Attendee.objects.bulk_update(unnamed, [f"name_{language}" for language in LANGUAGES])


def _write_down(meeting: Meeting, at: Meeting) -> None:
    """The certifying meeting has an item that says so, with its resolution."""
    access = Meeting.objects.values_list("access", flat=True).get(pk=meeting.pk)
    item = next(iter(certifying_items(at, meeting.reference)), None)
    if item is None:
        section = number_for(sections_of(at), Section.CERTIFICATION)
        last = at.agenda.filter(section=section).aggregate(last=Max("order"))["last"] or 0
        item = AgendaItem.objects.create(
            meeting=at,
            section=section,
            order=last + 1,
            title_th=f"รับรองรายงานการประชุมครั้งที่ {meeting.reference}",
            title_en=f"Certification of the minutes of meeting {meeting.reference}",
            access=access,
        )
    elif access == Access.INTERNAL:
        AgendaItem.objects.filter(pk=item.pk).update(access=access)
    if not item.resolutions.exists():
        Resolution.objects.create(
            item=item,
            kind=Resolution.Kind.APPROVED,
            text_th=f"รับรองรายงานการประชุมครั้งที่ {meeting.reference}",
            text_en=f"The minutes of meeting {meeting.reference} were certified.",
        )
