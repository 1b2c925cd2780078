"""Archives by Buddhist year: which year a reader asked for, and which years there are."""

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from iad.forms import BuddhistYearField
from iad.thai.dates import be_year


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
    return [be_year(day) for day in rows.order_by().dates(column, "year", order="DESC")]
