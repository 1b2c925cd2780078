"""Meetings as a list."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import ListView

from committees.linked_data import list_page
from committees.models import Meeting
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
        meetings = Meeting.objects.public().with_committee().order_by("-starts_at", "-pk")
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
