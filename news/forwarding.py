"""Readers who come with an address of the old portal: where they are led, and what is counted.

Counted is how often an address was asked for and on which day last. Nothing else of a request is
kept, and the list of unknown addresses has an end, so that nobody can fill the database with it.
"""

from collections.abc import Iterable

from django.contrib.admin.models import ADDITION, LogEntry
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from iad.models import User
from news.models import OldAddress, UnknownAddress
from news.models.address import LANGUAGE_PREFIXES

MOST_UNKNOWN = 2000  # more than staff read through; those asked for least make room


def bare(path: str) -> str:
    """Without the language under which the old portal gave the same page."""
    for prefix in LANGUAGE_PREFIXES[1:]:
        if path.startswith(f"{prefix}/"):
            return path.removeprefix(prefix)
    return path


def find(path: str) -> list[OldAddress]:
    """What is known of that address: its own spelling before those that resemble it."""
    spellings = [path, *(f"{prefix}{bare(path)}" for prefix in LANGUAGE_PREFIXES)]
    known = OldAddress.objects.select_related("article", "page").filter(path__in=spellings)
    return sorted(known, key=lambda address: spellings.index(address.path))


def leads_on(address: OldAddress) -> bool:
    """Whether its readers get an answer: a page, or that it was left behind."""
    target = address.article or address.page
    return address.is_left_behind or target.is_public


def count_visit(address: OldAddress) -> None:
    asked = OldAddress.objects.filter(pk=address.pk)
    asked.update(hits=F("hits") + 1, last_asked_on=timezone.localdate())


def count_unknown(path: str) -> None:
    """One row a path, whoever asks at the same moment."""
    path, today = bare(path), timezone.localdate()
    rows = UnknownAddress.objects.filter(path=path)
    if rows.update(hits=F("hits") + 1, last_asked_on=today):
        return
    UnknownAddress.objects.bulk_create(
        [UnknownAddress(path=path, last_asked_on=today)], ignore_conflicts=True
    )
    rows.update(hits=F("hits") + 1, last_asked_on=today)
    _make_room(path)


def _make_room(kept: str) -> None:
    surplus = UnknownAddress.objects.count() - MOST_UNKNOWN
    if surplus > 0:
        least = UnknownAddress.objects.exclude(path=kept).order_by("hits", "last_asked_on", "pk")
        going = list(least.values_list("pk", flat=True)[:surplus])
        UnknownAddress.objects.filter(pk__in=going).delete()


@transaction.atomic
def leave_behind(paths: Iterable[str], *, by: User) -> list[OldAddress]:
    """Say of these addresses that their content was not brought along; those known stay as are."""
    left = []
    for path in paths:
        address, is_new = OldAddress.objects.get_or_create(
            path=path, defaults={"is_left_behind": True}
        )
        if is_new:
            left.append(address)
    LogEntry.objects.log_actions(by.pk, left, ADDITION, _("left behind on purpose"))
    return left
