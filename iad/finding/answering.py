"""Finding: what readers may see of what they asked for, best first, the same in both databases.

Title over summary over text, newer first. Where no phrase stands as asked its words are looked
for apart, then as a piece of a longer word in titles and summaries. The index only proposes:
every row, every count passes the ``public()`` of its kind.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from iad.finding.asking import Asked, read_query
from iad.finding.kinds import all_kinds
from iad.finding.models import Entry, Facet
from iad.finding.stores import entries_with
from iad.finding.writing import refresh

PAGE = 20
SHORTEST_PIECE = 4  # letters; shorter ones stand inside half of all words (ยา in พยายาม)
FRESH = 50  # records that one search may read anew before it answers
MOST_FACETS = 30
FACETS = ("committee", "department", "topic")


class How(Enum):
    """How near what was found is to what was asked."""

    AS_ASKED = "as asked"
    WORDS_APART = "words apart"
    PIECE = "piece of a word"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Answer:
    """What is there for one query: rows in order, how many, and how they were found."""

    asked: Asked
    how: How
    entries: QuerySet  # of Entry, best first; what readers may see

    @property
    def total(self) -> int:
        return self.entries.count() if self.how is not How.NOTHING else 0


def answer(typed: str, narrowed: Mapping[str, str] | None = None) -> Answer:
    """What is found, ``narrowed`` by kind, year, committee, department, topic.

    A narrowing that makes no sense finds nothing.
    """
    refresh(FRESH)
    asked = read_query(typed)
    for how, condition, tiers in _attempts(asked):
        entries = visible().filter(condition)
        if entries.exists():
            return Answer(asked, how, _ranked(_narrow(entries, narrowed or {}), asked, tiers))
    return Answer(asked, How.NOTHING, Entry.objects.none())


def visible() -> QuerySet[Entry]:
    """The entries of what readers may see at this moment."""
    seen = Q(pk__in=[])
    for kind in all_kinds():
        public = kind.model.objects.public().order_by().values("pk")
        seen |= Q(kind=kind.name, object_id__in=public)
    return Entry.objects.filter(seen)


def facets(found: Answer) -> dict[str, dict[str, int]]:
    """How many of the results each narrowing would leave, by its name and value."""
    rows = found.entries.order_by()
    counted = {
        "kind": _counts(rows.values_list("kind").annotate(Count("pk"))),
        "year": _counts(rows.exclude(be_year=None).values_list("be_year").annotate(Count("pk"))),
    }
    belongs = Facet.objects.filter(entry__in=rows.values("pk")).order_by()
    for name, value, count in belongs.values_list("name", "value").annotate(Count("pk")):
        counted.setdefault(name, {})[value] = count
    return counted


def _counts(rows) -> dict[str, int]:
    return {str(value): count for value, count in rows}


def _attempts(asked: Asked):
    """From what was asked to what comes near it: a condition, and which words give the rank."""
    if asked.is_empty:
        return
    by_name = Q(pk__in=_named(asked))
    yield (
        How.AS_ASKED,
        Q(pk__in=entries_with("whole", asked.phrases, asked.without)) | by_name,
        asked,
    )
    loose = asked.loosened()
    if loose.phrases != asked.phrases:
        yield (
            How.WORDS_APART,
            Q(pk__in=entries_with("whole", loose.phrases, loose.without)),
            loose,
        )
    if len(asked.squeezed) >= SHORTEST_PIECE and not asked.without:
        yield How.PIECE, Q(lead__contains=asked.squeezed), replace(asked, phrases=())


def _named(asked: Asked) -> QuerySet:
    """Whatever bears exactly this name or number."""
    exact = Q(key_th=asked.squeezed) | Q(key_en=asked.squeezed)
    if asked.without:
        return Entry.objects.none()
    return Entry.objects.filter(exact).values("pk")


def _narrow(entries: QuerySet, narrowed: Mapping[str, str]) -> QuerySet:
    for name, value in narrowed.items():
        if name == "kind":
            entries = entries.filter(kind=value)
        elif name == "year":
            is_year = value.isdecimal() and len(value) == 4
            entries = entries.filter(be_year=int(value)) if is_year else entries.none()
        elif name in FACETS:
            belongs = Facet.objects.filter(name=name, value=value)
            entries = entries.filter(pk__in=belongs.values("entry"))
    return entries


def _ranked(entries: QuerySet, asked: Asked, by: Asked) -> QuerySet:
    """By how much of a name it is; what has no date (a committee, a person) before what has."""
    first = Q(key_th=asked.squeezed) | Q(key_en=asked.squeezed)
    if asked.reference:
        first |= Q(reference=asked.reference)
    tiers = [When(first, then=Value(0))]
    if by.phrases:
        tiers += [
            When(pk__in=entries_with(column, by.phrases), then=Value(tier))
            for tier, column in enumerate(("title", "lead"), 1)
        ]
    undated = Case(When(date=None, then=Value(0)), default=Value(1), output_field=IntegerField())
    tier = Case(*tiers, default=Value(3), output_field=IntegerField())
    return entries.order_by(tier, undated, "-date", "kind", "-object_id")
