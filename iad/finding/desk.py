"""Search on the desk's lists, folded as the portal's: digits, blanks, prefixes of names."""

from django.db.models import Model, QuerySet

from iad.finding.asking import LONGEST, reference_in
from iad.finding.kinds import kind_of
from iad.finding.models import Entry
from iad.finding.writing import refresh_if_free
from iad.thai.names import without_prefix
from iad.thai.text import squeeze

FRESH = 50  # records that one look-up may read anew


def keys_of(model: type[Model], typed: str) -> QuerySet | None:
    """The records, whatever their state, in whose name or summary every part stands.

    None where the model is not among the kinds that are found.
    """
    kind = kind_of(model)
    if kind is None:
        return None
    refresh_if_free(FRESH)
    typed = typed[:LONGEST]
    entries = Entry.objects.filter(kind=kind.name)
    if reference := reference_in(typed):
        entries = entries.filter(reference=reference)
        typed = " ".join(part for part in typed.split() if "/" not in part)
    for part in without_prefix(typed).split() if typed.strip() else []:
        entries = entries.filter(lead__contains=squeeze(part))
    return entries.values("object_id")
