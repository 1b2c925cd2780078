"""Meetings as a list, and as a calendar of one month."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import ListView, TemplateView

from committees.linked_data import list_page, month_page
from committees.models import Meeting
from iad.archive import year_asked
from iad.bilingual import active_language
from iad.thai.dates import be_year
from iad.thai.months import Month, month_of, parse_month, weekdays


def meetings(request: HttpRequest) -> HttpResponse:
    """The list, or the calendar of ``?month=2569-12``."""
    view = MeetingMonth if request.GET.get("month") else MeetingList
    return view.as_view()(request)


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
            this_month=month_of(timezone.localdate()),
            **kwargs,
        )


class MeetingMonth(TemplateView):
    """A wall calendar of one month, with ways to the months before and after it."""

    template_name = "committees/meetings_month.html"

    def get_context_data(self, **kwargs):
        month, today = month_asked(self.request), timezone.localdate()
        public = Meeting.objects.public()
        meetings = meetings_in(month, public.with_committee())
        recorded = months_of(public)
        before, after = neighbours(month, {*recorded, month_of(today)})
        name = month.name(active_language())
        return super().get_context_data(
            month=month,
            name=name,
            told=month_page(name, f"{self.request.path}?month={month}", self.request.path),
            today=today,
            this_month=month_of(today),
            weekdays=weekdays(active_language()),
            weeks=weeks_of(month, meetings),
            count=len(meetings),
            before=before and (before, before.name(active_language())),
            after=after and (after, after.name(active_language())),
            choices=[
                (one, one.name(active_language()))
                for one in sorted({*recorded, month}, reverse=True)
            ],
            **kwargs,
        )


def month_asked(request: HttpRequest) -> Month:
    """Http404 where it is no month of the Buddhist Era, or one of which nothing can be planned."""
    month = parse_month(request.GET["month"])
    if month is None:
        raise Http404(_("Write a month of the Buddhist Era as year and number, such as 2563-02."))
    if month.be_year > be_year(timezone.localdate()) + 1:
        raise Http404(_("Nothing is recorded for the year %(year)s.") % {"year": month.be_year})
    return month


def meetings_in(month: Month, meetings: QuerySet[Meeting]) -> list[Meeting]:
    """Those of which at least one day is in the month, as they follow one another."""
    begins, ends = midnight(month.first_day), midnight(month.last_day + timedelta(days=1))
    held = meetings.filter(Q(starts_at__gte=begins) | Q(ends_at__gte=begins), starts_at__lt=ends)
    return list(held.order_by("starts_at", "pk"))


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def weeks_of(month: Month, meetings: list[Meeting]) -> list[list[tuple[date | None, list]]]:
    """The month's weeks from Sunday on; with each day the meetings that sit on it."""
    sitting = defaultdict(list)
    for meeting in meetings:
        day, last = (timezone.localdate(at) for at in (meeting.starts_at, _end_of(meeting)))
        day, last = max(day, month.first_day), min(last, month.last_day)
        while day <= last:
            sitting[day].append(meeting)
            day += timedelta(days=1)
    return [[(day, sitting.get(day, [])) for day in week] for week in month.weeks()]


def _end_of(meeting: Meeting) -> datetime:
    return meeting.ends_at or meeting.starts_at


def months_of(meetings: QuerySet[Meeting]) -> list[Month]:
    """The months in which a meeting begins, the earliest first."""
    firsts = meetings.order_by().annotate(of_month=TruncMonth("starts_at")).values("of_month")
    found = firsts.distinct().order_by("of_month").values_list("of_month", flat=True)
    return [month_of(first) for first in found]


def neighbours(month: Month, known: set[Month]) -> tuple[Month | None, Month | None]:
    """The months beside it, as far as the record reaches: a crawler finds an end."""
    before = month.before if month > min(known) else None
    after = month.after if month < max(known) else None
    return before, after
