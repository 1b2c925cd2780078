"""What readers see of committees, meetings, departments and people, all through ``public()``."""

from collections import Counter
from itertools import groupby

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from committees.models import (
    AgendaItem,
    Assignment,
    Attendee,
    Committee,
    Department,
    Document,
    Meeting,
    Membership,
    Person,
    Resolution,
)
from committees.models.agenda import Section
from iad.archive import year_asked


class CommitteeList(ListView):
    template_name = "committees/committees.html"
    context_object_name = "committees"

    def get_queryset(self):
        return Committee.objects.public().alphabetical().select_related("secretariat")


class CommitteeDetail(DetailView):
    """Mandate, members by rank, former members, meetings by year."""

    template_name = "committees/committee.html"
    context_object_name = "committee"

    def get_queryset(self):
        return Committee.objects.public().select_related("parent", "secretariat")

    def get_context_data(self, **kwargs):
        committee = self.object
        seats = Membership.objects.public().filter(committee=committee).with_holders().by_rank()
        meetings = Meeting.objects.public().filter(committee=committee).with_committee()
        by_year = meetings.order_by("-be_year", "-number")
        return super().get_context_data(
            members=seats.current(),
            former_members=seats.past(),
            subcommittees=Committee.objects.public().filter(parent=committee).alphabetical(),
            years=[
                (year, list(of_year))
                for year, of_year in groupby(by_year, key=lambda meeting: meeting.be_year)
            ],
            **kwargs,
        )


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


def public_agenda(meeting: Meeting) -> list[tuple[Section, list[AgendaItem]]]:
    """The open items by section, each with the number it has in the whole agenda."""
    shown_numbers, counted = {}, Counter()
    for pk, section in AgendaItem.objects.filter(meeting=meeting).values_list("pk", "section"):
        counted[section] += 1
        shown_numbers[pk] = f"{section}.{counted[section]}"
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
        item.shown_number = shown_numbers[item.pk]
    return [
        (Section(section), list(of_section))
        for section, of_section in groupby(items, key=lambda item: item.section)
    ]


class DepartmentList(ListView):
    template_name = "committees/departments.html"
    context_object_name = "departments"

    def get_queryset(self):
        return Department.objects.public().current().select_related("parent").alphabetical()


class DepartmentDetail(DetailView):
    template_name = "committees/department.html"
    context_object_name = "department"

    def get_queryset(self):
        return Department.objects.public().select_related("parent")

    def get_context_data(self, **kwargs):
        department = self.object
        attended = Attendee.objects.public().present().filter(department=department)
        return super().get_context_data(
            parts=department.parts.public().alphabetical(),
            secretariat_of=department.secretariat_of.public().alphabetical(),
            seats=department.memberships.public().current().select_related("committee", "person"),
            meetings=Meeting.objects.public()
            .filter(pk__in=attended.values("meeting"))
            .with_committee()[:20],
            **kwargs,
        )


class PersonDetail(DetailView):
    """An official's seats and the meetings attended in them."""

    template_name = "committees/person.html"
    context_object_name = "person"

    def get_queryset(self):
        return Person.objects.public()

    def get_context_data(self, **kwargs):
        person = self.object
        seats = person.memberships.public().select_related("committee", "department")
        attended = person.attendances.public().present()
        return super().get_context_data(
            seats=seats.current(),
            former_seats=seats.past(),
            attendances=attended.select_related("meeting__committee", "department").order_by(
                "-meeting__starts_at", "-pk"
            )[:50],
            **kwargs,
        )
