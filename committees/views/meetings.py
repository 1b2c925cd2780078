"""Meetings: the list, and one with its roll, agenda and resolutions."""

from itertools import groupby

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from committees.linked_data import list_page, meeting_page
from committees.models import (
    AgendaItem,
    Assignment,
    Attendee,
    Department,
    Document,
    Meeting,
    Resolution,
)
from committees.models.agenda import shown_numbers
from committees.models.heading import SectionShown, section_of, sections_of
from iad.archive import year_asked


class MeetingList(ListView):
    """Coming meetings, then those of the past, newest first."""

    paginate_by = 30
    template_name = "committees/meetings.html"
    context_object_name = "meetings"

    @cached_property
    def year(self):
        return year_asked(self.request)

    def get_queryset(self):
        meetings = Meeting.objects.public().with_committee()
        if self.year:
            return meetings.filter(be_year=self.year)
        return meetings.exclude(pk__in=meetings.upcoming().order_by().values("pk"))

    def get_context_data(self, **kwargs):
        public = Meeting.objects.public()
        return super().get_context_data(
            year=self.year,
            years=public.order_by("-be_year").values_list("be_year", flat=True).distinct(),
            told=list_page(_("Meetings"), self.request.path),
            upcoming=[] if self.year else public.with_committee().upcoming(),
            **kwargs,
        )


class MeetingDetail(DetailView):
    template_name = "committees/meeting.html"
    context_object_name = "meeting"

    def get_object(self, queryset=None):
        return get_object_or_404(
            Meeting.objects.public().with_committee(),
            committee__slug=self.kwargs["slug"],
            be_year=self.kwargs["be_year"],
            number=self.kwargs["number"],
        )

    def get_context_data(self, **kwargs):
        meeting = self.object
        roll = list(Attendee.objects.public().filter(meeting=meeting).with_names())
        present = [attendee for attendee in roll if attendee.presence != Attendee.Presence.ABSENT]
        return super().get_context_data(
            chair=next((one for one in present if one.capacity == Attendee.Capacity.CHAIR), None),
            people_present=by_capacity(one for one in present if not one.is_department),
            departments_present=departments_of(present),
            absent=[one for one in roll if one.presence == Attendee.Presence.ABSENT],
            agenda=public_agenda(meeting),
            told=meeting_page(meeting, self.request.build_absolute_uri),
            documents=Document.objects.public().filter(meeting=meeting, item=None),
            certified_at=Meeting.objects.public()
            .with_committee()
            .filter(pk=meeting.certified_at_id)
            .first(),
            **kwargs,
        )


def by_capacity(attendees) -> list[Attendee]:
    """Chair first, guests last; among equals the order of the roll stays."""
    return sorted(attendees, key=lambda one: Attendee.Capacity.values.index(one.capacity))


def departments_of(attendees) -> list[Department]:
    """Each department once, in the order of the roll."""
    return list(dict.fromkeys(one.department for one in attendees if one.department))


def public_agenda(meeting: Meeting) -> list[tuple[SectionShown, list[AgendaItem]]]:
    """The open items by section, each with the number it has in the whole agenda."""
    numbers = shown_numbers([meeting.pk])
    items = list(
        AgendaItem.objects.public()
        .filter(meeting=meeting)
        .prefetch_related(
            Prefetch("resolutions", Resolution.objects.public()),
            Prefetch(
                "resolutions__assignments",
                Assignment.objects.public().select_related("department"),
            ),
            Prefetch("documents", Document.objects.public()),
        )
    )
    for item in items:
        item.shown_number = numbers[item.pk]
    sections = sections_of(meeting)
    return [
        (section_of(sections, number), list(of_section))
        for number, of_section in groupby(items, key=lambda item: item.section)
    ]
