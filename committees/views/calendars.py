"""Calendars to subscribe to: of a committee, of all, of one meeting."""

from datetime import timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import ical
from committees.models import Committee, Meeting
from committees.views.meeting import public_meeting
from iad.bilingual import active_language, passage

LOOKS_BACK = timedelta(days=2 * 366)  # of the calendar of all committees
MOST_EVENTS = 2000  # a committee that meets each week for forty years
STATUSES = {
    Meeting.Status.PLANNED: "CONFIRMED",
    Meeting.Status.HELD: "CONFIRMED",
    Meeting.Status.POSTPONED: "TENTATIVE",
    Meeting.Status.CANCELLED: "CANCELLED",
}


def all_meetings(request):
    since = timezone.now() - LOOKS_BACK
    meetings = Meeting.objects.public().filter(starts_at__gte=since)
    name = _("Meetings of the International Affairs Office, Bangkok")
    return _answer(name, meetings, "meetings")


def of_committee(request, slug):
    committee = get_object_or_404(Committee.objects.public(), slug=slug)
    meetings = Meeting.objects.public().filter(committee=committee)
    return _answer(passage(committee, "name").text, meetings, slug)


def of_meeting(request, slug, be_year, number):
    meeting = public_meeting(slug, be_year, number)
    itself = Meeting.objects.public().filter(pk=meeting.pk)
    return _answer(str(meeting), itself, f"{slug}-{number}-{be_year}")


def _answer(name: str, meetings: QuerySet[Meeting], file_name: str) -> HttpResponse:
    rows = meetings.with_committee().order_by("-starts_at", "-pk")[:MOST_EVENTS]
    written = ical.calendar(name, active_language(), [_event_of(meeting) for meeting in rows])
    disposition = f'attachment; filename="{file_name}.ics"'
    return HttpResponse(
        written,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": disposition},
    )


def _event_of(meeting: Meeting) -> ical.EventRecord:
    """A public meeting in the language of the page; its online address stays inside."""
    starts, ends = meeting.starts_at, meeting.ends_at
    if not meeting.time_is_stated:
        starts = timezone.localdate(starts)
        ends = ends and timezone.localdate(ends)
    url = settings.SITE_URL + meeting.get_absolute_url()
    return ical.EventRecord(
        uid=f"meeting-{meeting.pk}@iad-portal",
        sequence=meeting.sequence,
        changed_at=meeting.changed_at,
        starts=starts,
        ends=ends,
        summary=str(meeting),
        language=passage(meeting.committee, "name").language,
        status=STATUSES[meeting.status],
        url=url,
        location=_place_of(meeting),
        description="\n".join(filter(None, [*_about(meeting), url])),
    )


def _place_of(meeting: Meeting) -> str:
    venue = passage(meeting, "venue").text
    if meeting.mode == Meeting.Mode.ONLINE:
        return ", ".join(filter(None, [_("online"), venue]))
    if meeting.mode == Meeting.Mode.HYBRID:
        return ", ".join(filter(None, [venue, _("and online")]))
    return venue


def _about(meeting: Meeting) -> list[str]:
    """What became of the date, where something did."""
    told = {
        Meeting.Status.POSTPONED: _("This meeting is postponed."),
        Meeting.Status.CANCELLED: _("This meeting is cancelled."),
    }
    return [told.get(meeting.status, ""), passage(meeting, "status_note").text]
