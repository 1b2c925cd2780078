"""What can be found: each room declares its kinds of record when the portal starts."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet

Texts = Mapping[str, str]  # by language, "th" and "en"


@dataclass(frozen=True)
class Document:
    """The text of one record as readers may see it, and how results are narrowed to it."""

    title: Texts
    summary: Texts = field(default_factory=dict)
    body: Texts = field(default_factory=dict)
    date: datetime.date | None = None
    reference: str = ""  # of a meeting: 1/2563
    facets: Mapping[str, Iterable[Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Watched:
    """A table whose rows speak of a record: ``record`` is SQL for its key (AS id) by ``{row}``."""

    table: str
    record: str = "SELECT {row}.id AS id"


@dataclass(frozen=True)
class Kind:
    """Articles, meetings, departments: how they are read, and what makes their words change.

    ``public`` gives what readers may see, with all that ``document`` reads in a fixed number of
    queries; ``every`` the same for the desk's own search, whatever the state.
    """

    name: str
    model: type[Model]
    public: Callable[[], QuerySet]
    every: Callable[[], QuerySet]
    document: Callable[[Any], Document]
    watched: tuple[Watched, ...]


_kinds: dict[str, Kind] = {}


def declare(*kinds: Kind) -> None:
    """Told by each room as it starts, lower rooms first; results are listed in that order."""
    _kinds.update({kind.name: kind for kind in kinds})


def all_kinds() -> list[Kind]:
    return list(_kinds.values())


def kind_named(name: str) -> Kind | None:
    return _kinds.get(name)


def kind_of(model: type[Model]) -> Kind | None:
    return next((kind for kind in _kinds.values() if kind.model is model), None)
