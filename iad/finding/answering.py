"""Finding: what readers may see of what they asked for, best first, the same in both databases.

Title over summary over text, newer first. Where no phrase stands as asked its words are looked
for apart, then as a piece of a longer word in titles and summaries. The index only proposes:
every row, every count passes the ``public()`` of its kind.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from iad.finding.asking import Asked, read_query
from iad.finding.kinds import all_kinds
from iad.finding.models import Entry, Facet
from iad.finding.stores import entries_with, stand_in_more_than
from iad.finding.writing import refresh_if_free

PAGE = 20
SHORTEST_PIECE = 4  # letters; shorter ones stand inside half of all words (ยา in พยายาม)
MANY = 2_000  # entries
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
    leading: QuerySet | None = None  # those that come before all else, where they are known apart

    def __getitem__(self, part: slice) -> list[Entry]:
        """Some of the rows. Of very many not all are put in order where the first ones suffice."""
        if self.leading is not None and self.total > MANY:
            first = list(self.leading[part])
            if len(first) == part.stop - (part.start or 0):
                return first
        return list(self.entries[part])

    @cached_property
    def _counts(self) -> dict[tuple[str, int | None], int]:
        """By kind and B.E. year, of all rows: one question for total, kinds and years."""
        rows = self.entries.order_by().values_list("kind", "be_year")
        return {(kind, year): count for kind, year, count in rows.annotate(Count("pk"))}

    @property
    def total(self) -> int:
        return sum(self._counts.values())

    @cached_property
    def facets(self) -> dict[str, dict[str, int]]:
        """How many of the results each narrowing would leave, by its name and value.

        Very many are narrowed by kind and year first; to count all else would take seconds.
        """
        counted: dict[str, dict[str, int]] = {"kind": Counter(), "year": Counter()}
        for (kind, year), count in self._counts.items():
            counted["kind"][kind] += count
            if year:
                counted["year"][str(year)] += count
        if self.total > MANY:
            return counted
        belongs = Facet.objects.filter(entry__in=self.entries.order_by().values("pk")).order_by()
        for name, value, count in belongs.values_list("name", "value").annotate(Count("pk")):
            counted.setdefault(name, {})[value] = count
        return counted


def answer(typed: str, narrowed: Mapping[str, str] | None = None) -> Answer:
    """What is found, ``narrowed`` by kind, year, committee, department, topic.

    A narrowing that makes no sense finds nothing.
    """
    refresh_if_free(FRESH)
    asked = read_query(typed)
    for how, entries, leading in _attempts(asked):
        found = Answer(asked, how, entries, leading)
        if found.total and narrowed:
            first = None if leading is None else _narrow(leading, narrowed)
            return Answer(asked, how, _narrow(entries, narrowed), first)
        if found.total:
            return found
    return Answer(asked, How.NOTHING, Entry.objects.none())


def visible(entries: QuerySet[Entry] | None = None) -> QuerySet[Entry]:
    """The entries of what readers may see at this moment."""
    entries = Entry.objects.all() if entries is None else entries
    return _visible(entries, are_many=entries.order_by()[: MANY + 1].count() > MANY)


def _visible(entries: QuerySet[Entry], *, are_many: bool) -> QuerySet[Entry]:
    # Of few, each is looked up; of many, all that is public is gathered at once.
    asked = _gathered if are_many else _looked_up
    seen = Q(pk__in=[])
    for kind in all_kinds():
        seen |= Q(kind=kind.name) & asked(kind.model.objects.public().order_by())
    return entries.filter(seen)


def _looked_up(public: QuerySet) -> Q:
    return Q(Exists(public.filter(pk=OuterRef("object_id"))))


def _gathered(public: QuerySet) -> Q:
    return Q(object_id__in=public.values("pk"))


def _attempts(asked: Asked) -> Iterator[tuple[How, QuerySet, QuerySet | None]]:
    """From what was asked to what comes near it; the rows, and those of them that lead."""
    if asked.is_empty:
        return
    yield How.AS_ASKED, *_ranked(asked, asked, _with_its_name("whole", asked))
    loose = asked.loosened()
    if loose.phrases != asked.phrases:
        yield How.WORDS_APART, *_ranked(asked, loose, entries_with("whole", loose))
    if len(asked.squeezed) >= SHORTEST_PIECE and not asked.without:
        pieces = visible(Entry.objects.filter(lead__contains=asked.squeezed))
        yield How.PIECE, _in_order(pieces, [When(_bears_the_name(asked), then=Value(0))]), None


def _with_its_name(column: str, asked: Asked) -> RawSQL:
    """Where the phrases stand, and whatever bears exactly this name."""
    found = entries_with(column, asked)
    if asked.without:
        return found
    table = Entry._meta.db_table
    named = f"SELECT id FROM {table} WHERE key_th = %s OR key_en = %s"
    return RawSQL(f"{found.sql} UNION ALL {named}", [*found.params, asked.squeezed, asked.squeezed])


def _bears_the_name(asked: Asked) -> Q:
    named = Q(key_th=asked.squeezed) | Q(key_en=asked.squeezed)
    return named | Q(reference=asked.reference) if asked.reference else named


def _ranked(asked: Asked, by: Asked, keys: RawSQL) -> tuple[QuerySet, QuerySet | None]:
    are_many = stand_in_more_than(MANY, "whole", by)
    tiers = [When(_bears_the_name(asked), then=Value(0))]
    for tier, column in enumerate(("title", "lead"), 1):
        tiers.append(When(pk__in=entries_with(column, by), then=Value(tier)))
    rows = _in_order(_visible(Entry.objects.filter(pk__in=keys), are_many=are_many), tiers)
    # Words to leave out may stand in the text alone, and a number in nothing but the reference.
    if not are_many or asked.without or asked.reference:
        return rows, None
    titles = Entry.objects.filter(pk__in=_with_its_name("title", by))
    return rows, _in_order(_visible(titles, are_many=True), tiers[:1])


def _in_order(entries: QuerySet, tiers: list[When]) -> QuerySet:
    """By how much of a name it is; what has no date (a committee, a person) before what has."""
    tier = Case(*tiers, default=Value(3), output_field=IntegerField())
    undated = Case(When(date=None, then=Value(0)), default=Value(1), output_field=IntegerField())
    return entries.order_by(tier, undated, "-date", "kind", "-object_id")


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
