"""Committees, their members and their meetings."""

from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from committees.linked_data import committee_page, list_page
from committees.models import Committee, Meeting, Membership, Term
from committees.views.composition import day_asked
from committees.views.families import families_of


class CommitteeList(ListView):
    """Committees with what is appointed under them and their next meeting; the dissolved apart."""

    template_name = "committees/committees.html"
    context_object_name = "committees"

    def get_queryset(self):
        return Committee.objects.public().alphabetical().select_related("secretariat")

    def get_context_data(self, **kwargs):
        at_work, dissolved = by_standing(self.object_list)
        return super().get_context_data(
            told=list_page(_("Committees"), self.request.path),
            families=families_of(with_next_meetings(at_work)),
            dissolved=dissolved,
            **kwargs,
        )


def by_standing(committees) -> tuple[list[Committee], list[Committee]]:
    """Those at work today, and those dissolved; each in the order in which they came."""
    today = timezone.localdate()
    is_over = [one.dissolved_on is not None and one.dissolved_on <= today for one in committees]
    pairs = list(zip(committees, is_over, strict=True))
    return [one for one, over in pairs if not over], [one for one, over in pairs if over]


def with_next_meetings(committees: list[Committee]) -> list[Committee]:
    """The same, each with the soonest planned as ``next_meeting``; one query."""
    found: dict[int, Meeting] = {}
    for meeting in Meeting.objects.public().with_committee().upcoming():
        found.setdefault(meeting.committee_id, meeting)
    for one in committees:
        one.next_meeting = found.get(one.pk)
    return committees


class CommitteeDetail(DetailView):
    """Mandate, members by rank on the day asked for, former members, terms, meetings by year."""

    template_name = "committees/committee.html"
    context_object_name = "committee"

    def get_queryset(self):
        return Committee.objects.public().select_related("parent", "secretariat")

    def get_context_data(self, **kwargs):
        committee = self.object
        seats = Membership.objects.public().filter(committee=committee).with_holders().by_rank()
        seats = seats.select_related(
            "person", "department", "term", "replaces__person", "replaces__department"
        )
        day_form, day = day_asked(self.request.GET)
        members = list(seats.current(day))
        meetings = Meeting.objects.public().filter(committee=committee).with_committee()
        by_year = list(meetings.order_by("-be_year", "-number"))
        return super().get_context_data(
            day_form=day_form,
            day=day,
            is_today=day == timezone.localdate(),
            members=members,
            shared_order=order_of_all(members),
            told=committee_page(committee, members, self.request.build_absolute_uri),
            former_members=seats.past(),
            terms=committee.terms.order_by("-starts_on", "-pk"),
            subcommittees=Committee.objects.public().filter(parent=committee).alphabetical(),
            next_meeting=soonest(by_year),
            years=[
                (year, list(of_year))
                for year, of_year in groupby(by_year, key=lambda meeting: meeting.be_year)
            ],
            **kwargs,
        )


def order_of_all(members: list[Membership]) -> Term | None:
    """The order by which all of them were appointed; None where they are of several or of none."""
    terms = {seat.term for seat in members}
    shared = terms.pop() if len(terms) == 1 else None
    return shared if shared and shared.order_ref else None


def soonest(meetings: list[Meeting]) -> Meeting | None:
    """The next that is planned and not yet over, as `upcoming` chooses."""
    now = timezone.now()
    coming = [
        one
        for one in meetings
        if one.status == Meeting.Status.PLANNED and (one.ends_at or one.starts_at) > now
    ]
    return min(coming, key=lambda one: (one.starts_at, one.pk), default=None)
