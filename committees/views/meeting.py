"""One meeting with its roll, agenda and resolutions, and what a reader asks first."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import DetailView

from committees.linked_data import meeting_page
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
from iad.bilingual import passage
from iad.cards import Card, answer

Agenda = list[tuple[SectionShown, list[AgendaItem]]]
NOT_MEMBERS = (Attendee.Capacity.PARTICIPANT, Attendee.Capacity.GUEST)


def public_meeting(slug: str, be_year: int, number: int) -> Meeting:
    """The meeting of that number with its committee, as readers may see it; else 404."""
    return get_object_or_404(
        Meeting.objects.public().with_committee(),
        committee__slug=slug,
        be_year=be_year,
        number=number,
    )


@require_safe
def meeting_card(request, slug, be_year, number):
    """The picture that stands for it where its address is shared."""
    return answer(request, Card(str(public_meeting(slug, be_year, number))))


class MeetingDetail(DetailView):
    template_name = "committees/meeting.html"
    context_object_name = "meeting"

    def get_object(self, queryset=None):
        return public_meeting(**self.kwargs)

    def get_context_data(self, **kwargs):
        meeting = self.object
        roll, agenda = roll_of(meeting), public_agenda(meeting)
        documents = Document.objects.public().filter(meeting=meeting, item=None)
        documents = list(documents.order_by("order", "pk"))
        earlier, later = beside(meeting)
        return super().get_context_data(
            roll=roll,
            agenda=agenda,
            agenda_heading=agenda_heading(meeting),
            decisions=decisions_of(agenda),
            documents=documents,
            contents=contents_of(meeting, agenda, roll, documents),
            earlier=earlier,
            later=later,
            awaits_outcome=awaits_outcome(meeting),
            told=meeting_page(meeting, self.request.build_absolute_uri),
            certified_at=Meeting.objects.public()
            .with_committee()
            .filter(pk=meeting.certified_at_id)
            .first(),
            **kwargs,
        )


@dataclass(frozen=True)
class Roll:
    """Who came openly, as the minutes part them: members, others who sat in, and the absent."""

    chair: Attendee | None
    present: list[Attendee]
    participants: list[Attendee]
    absent: list[Attendee]
    departments: list[Department]

    @property
    def substitutes(self) -> int:
        return sum(one.presence == Attendee.Presence.SUBSTITUTE for one in self.present)

    def __bool__(self):
        return bool(self.present or self.participants or self.absent or self.departments)


def roll_of(meeting: Meeting) -> Roll:
    lines = Attendee.objects.public().filter(meeting=meeting).with_names().order_by("order", "pk")
    came = [one for one in lines if one.presence != Attendee.Presence.ABSENT]
    named = by_capacity(one for one in came if not one.is_department)
    return Roll(
        chair=next((one for one in came if one.capacity == Attendee.Capacity.CHAIR), None),
        present=[one for one in named if one.capacity not in NOT_MEMBERS],
        participants=[one for one in named if one.capacity in NOT_MEMBERS],
        absent=by_capacity(one for one in lines if one.presence == Attendee.Presence.ABSENT),
        departments=departments_of(came),
    )


def by_capacity(attendees: Iterable[Attendee]) -> list[Attendee]:
    """Chair first, guests last; among equals the order of the roll stays."""
    return sorted(attendees, key=lambda one: Attendee.Capacity.values.index(one.capacity))


def departments_of(attendees: Iterable[Attendee]) -> list[Department]:
    """Each department once, in the order of the roll."""
    return list(dict.fromkeys(one.department for one in attendees if one.department))


def public_agenda(meeting: Meeting) -> Agenda:
    """The open items by section, each with the number it has in the whole agenda."""
    numbers = shown_numbers([meeting.pk])
    items = list(
        AgendaItem.objects.public()
        .filter(meeting=meeting)
        .order_by("section", "order", "pk")
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


@dataclass(frozen=True)
class Decisions:
    """At a glance: the items on which more was decided than to take note, and how many were not."""

    items: list[tuple[AgendaItem, list[str]]]  # with the kinds of what was resolved
    acknowledged: int

    def __bool__(self):
        return bool(self.items or self.acknowledged)


def decisions_of(agenda: Agenda) -> Decisions:
    decided, acknowledged = [], 0
    for item in (item for _section, items in agenda for item in items):
        resolutions = item.resolutions.all()
        kinds = [one for one in resolutions if one.kind != Resolution.Kind.ACKNOWLEDGED]
        if kinds:
            names = dict.fromkeys(str(one.get_kind_display()) for one in kinds)
            decided.append((item, list(names)))
        else:
            acknowledged += bool(resolutions)
    return Decisions(decided, acknowledged)


def contents_of(meeting: Meeting, agenda: Agenda, roll: Roll, documents: list) -> list[tuple]:
    """The parts of the page in their order: the id of each heading, and its words."""
    parts = [
        ("summary", _("Summary"), passage(meeting, "summary").text),
        ("agenda", agenda_heading(meeting), agenda),
        ("attendance", _("Attendance"), roll),
        ("documents", _("Documents"), documents),
    ]
    return [(place, words) for place, words, there in parts if there]


def agenda_heading(meeting: Meeting) -> str:
    is_held = meeting.status == Meeting.Status.HELD
    return _("Agenda and resolutions") if is_held else _("Agenda")


def awaits_outcome(meeting: Meeting) -> bool:
    """Still planned, though its last day is over: nobody has recorded yet what became of it."""
    last = timezone.localdate(meeting.ends_at or meeting.starts_at)
    return meeting.status == Meeting.Status.PLANNED and last < timezone.localdate()


def beside(meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
    """The committee's public meetings before and after it, by number; one query."""
    others = Meeting.objects.public().filter(committee=meeting.committee_id)
    year, number = meeting.be_year, meeting.number
    below = others.filter(Q(be_year__lt=year) | Q(be_year=year, number__lt=number))
    above = others.filter(Q(be_year__gt=year) | Q(be_year=year, number__gt=number))
    nearest = Q(pk__in=below.order_by("-be_year", "-number").values("pk")[:1]) | Q(
        pk__in=above.order_by("be_year", "number").values("pk")[:1]
    )
    found = {
        (one.be_year, one.number) > (year, number): one
        for one in others.filter(nearest).with_committee().order_by("be_year", "number")
    }
    return found.get(False), found.get(True)
