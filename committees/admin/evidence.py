"""The words of a text from which values were read, each with its label; they may overlap.

Pure. The page carries the places with the form, as JSON, so that what a person typed stays beside
the words it was read from even where somebody changed the register meanwhile.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from committees.reading.normal import Span

KEY = re.compile(r"[a-z_]{1,20}(?:-[0-9]{1,3}(?:-[a-z_]{1,20})?)?")
MOST = 2000  # places of one text
LONGEST_EXCERPT = 80


@dataclass(frozen=True)
class Piece:
    """A stretch of the text and the keys of all that was read from it; some begin here."""

    text: str
    keys: tuple[str, ...] = ()
    begin: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """Where in ``text`` each value stands, by the name of its field: number, who-0-name."""

    text: str
    places: dict[str, Span]

    @classmethod
    def sent(cls, text: str, sent: str) -> "Evidence":
        """From the page; what makes no sense is left out."""
        try:
            rows = json.loads(sent)
        except (ValueError, RecursionError):
            rows = None
        places = {}
        for key, span in rows.items() if isinstance(rows, dict) and len(rows) <= MOST else ():
            if KEY.fullmatch(key) and _fits(span, len(text)):
                places[key] = tuple(span)
        return cls(text, places)

    def as_json(self) -> str:
        return json.dumps(self.places, separators=(",", ":"))

    def words(self, key: str) -> str:
        """What stands there in one line, cut where it is long; empty where nothing was read."""
        if key not in self.places:
            return ""
        begin, end = self.places[key]
        words = " ".join(self.text[begin:end].split())
        return words if len(words) <= LONGEST_EXCERPT else f"{words[:LONGEST_EXCERPT]} …"

    def pieces(self) -> Iterator[Piece]:
        """The whole text, cut wherever something begins or ends; shorter places last."""
        opens, closes = defaultdict(list), defaultdict(list)
        for key, (begin, end) in self.places.items():
            opens[begin].append(key)
            closes[end].append(key)
        cuts = sorted({0, len(self.text), *opens, *closes})
        current: list[str] = []
        for begin, end in zip(cuts, cuts[1:], strict=False):
            current = [key for key in current if key not in closes[begin]]
            starting = self._longest_first(opens[begin])
            current += starting
            yield Piece(self.text[begin:end], tuple(current), tuple(starting))

    def _longest_first(self, keys: Iterable[str]) -> list[str]:
        return sorted(keys, key=lambda key: (self.places[key][0] - self.places[key][1], key))


def _fits(span: object, length: int) -> bool:
    return (
        isinstance(span, list)
        and len(span) == 2
        and all(type(place) is int for place in span)
        and 0 <= span[0] < span[1] <= length
    )
