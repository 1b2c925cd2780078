"""Committees, their members and their meetings."""

from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from committees.linked_data import committee_page, list_page
from committees.models import Committee, Meeting, Membership
from committees.views.composition import day_asked


class CommitteeList(ListView):
    template_name = "committees/committees.html"
    context_object_name = "committees"

    def get_queryset(self):
        return Committee.objects.public().alphabetical().select_related("secretariat")

    def get_context_data(self, **kwargs):
        told = list_page(_("Committees"), self.request.path)
        return super().get_context_data(told=told, **kwargs)


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
        members = seats.current(day)
        meetings = Meeting.objects.public().filter(committee=committee).with_committee()
        by_year = meetings.order_by("-be_year", "-number")
        return super().get_context_data(
            day_form=day_form,
            day=day,
            is_today=day == timezone.localdate(),
            members=members,
            told=committee_page(committee, members, self.request.build_absolute_uri),
            former_members=seats.past(),
            terms=committee.terms.all(),
            subcommittees=Committee.objects.public().filter(parent=committee).alphabetical(),
            years=[
                (year, list(of_year))
                for year, of_year in groupby(by_year, key=lambda meeting: meeting.be_year)
            ],
            **kwargs,
        )
