"""What is wrong with a request, in the form of RFC 9457, in English with the Thai title beside."""

from http import HTTPStatus

from django.http import HttpResponse
from django.utils.translation import gettext, gettext_noop, override

from iad.open_data import written

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: gettext_noop("This request cannot be read"),
    404: gettext_noop("There is no such record"),
    405: gettext_noop("Open data is read and nothing else"),
    410: gettext_noop("This record is no longer public"),
    422: gettext_noop("A parameter is not what it should be"),
    500: gettext_noop("Something went wrong on our side"),
}
MOST_ERRORS = 20


class RefusedError(Exception):
    """A request that is understood and makes no sense: 422, with the reason."""


def problem(status: int, detail: str = "", errors: list[str] | None = None) -> HttpResponse:
    title = TITLES.get(status) or HTTPStatus(status).phrase
    with override("th"):
        title_th = gettext(title)
    told = {
        "type": "about:blank",
        "title": title,
        "title_th": title_th,
        "status": status,
        "detail": detail or title,
        "errors": (errors or [])[:MOST_ERRORS],
    }
    return HttpResponse(written(told), status=status, content_type=MEDIA_TYPE)
