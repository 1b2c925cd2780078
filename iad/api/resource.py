"""What a kind of record is to the open data: declared by each module of `iad.api.resources`."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from ninja import Schema


@dataclass(frozen=True)
class Watched:
    """A table whose rows speak of a record: ``record`` is SQL for its key (AS id) by ``{row}``."""

    table: str
    record: str = "SELECT {row}.id AS id"


def never(keys: Iterable[int]) -> Iterable[tuple[int, datetime.datetime]]:
    return ()


@dataclass(frozen=True)
class Resource:
    """Articles, meetings: where they are read, how they are written, what changes them.

    ``public`` gives what readers may see with all that ``write`` reads in a fixed number of
    queries. ``later`` names the hours at which time alone will change who sees these records.
    """

    name: str  # of the list: "articles"
    kind: str  # of one: "article"
    model: type[Model]
    public: Callable[[], QuerySet]
    write: Callable[[Iterable[Any]], Iterator[dict]]
    schema: type[Schema]
    filters: type[Schema]
    narrow: Callable[[QuerySet, Any], QuerySet]
    watched: tuple[Watched, ...]
    about: str
    standard: str  # whose words the fields are
    later: Callable[[Iterable[int]], Iterable[tuple[int, datetime.datetime]]] = never

    def visible(self) -> QuerySet:
        """The same rows without what is read along: for questions about keys."""
        return self.model.objects.public().order_by()
