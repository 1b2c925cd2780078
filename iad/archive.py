"""Archives by Buddhist year: which year a reader asked for, how much there is of each."""

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncYear
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from iad.forms import BuddhistYearField
from iad.thai.dates import be_year

# Counting a large archive takes longer than all else on its page: it is done once a minute.
LARGE = 10_000
REMEMBERED = 60  # seconds


class CountedPaginator(Paginator):
    """Pages of rows whose number is known already; None: it is asked of the database."""

    def __init__(self, *args, total: int | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if total is not None:
            self.count = total


def year_asked(request: HttpRequest) -> int | None:
    """The B.E. year of ``?year=``, None where none is asked; Http404 says what is wrong with it."""
    asked = request.GET.get("year")
    if not asked:
        return None
    try:
        year = BuddhistYearField().clean(asked)
    except ValidationError as error:
        raise Http404(" ".join(error.messages)) from None
    if year > be_year(timezone.localdate()) + 1:
        raise Http404(_("Nothing is recorded for the year %(year)s.") % {"year": year})
    return year


def years_of(rows: QuerySet, column: str) -> list[int]:
    """The B.E. years in which there is something, newest first."""
    return list(counts_by_year(rows, column))


def counts_by_year(rows: QuerySet, column: str, *, remembered_as: str = "") -> dict[int, int]:
    """How many rows there are of each B.E. year, newest first.

    Of a large archive the numbers may be as old as ``REMEMBERED``, where they have a name.
    """
    key = f"counts_by_year:{remembered_as}"
    if remembered_as and (kept := cache.get(key)) is not None:
        return kept
    years = rows.order_by().annotate(of_year=TruncYear(column)).values_list("of_year")
    counted = years.exclude(of_year=None).annotate(Count("pk")).order_by("-of_year")
    counts = {be_year(first_day): count for first_day, count in counted}
    if remembered_as and sum(counts.values()) > LARGE:
        cache.set(key, counts, REMEMBERED)
    return counts
