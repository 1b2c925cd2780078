"""The lines of a result: where in a text the words stand, marked, cut between words. Pure.

Cutting a long text into words takes longer than finding it: a likely place is looked for first, and
only the letters around it are cut.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from iad.finding.asking import Phrase
from iad.finding.words import Place, places_of
from iad.thai.digits import to_arabic
from iad.thai.words import REPEATED, SHORTENED

BEFORE = 60  # letters shown before the first match
LONGEST = 220
SEARCHED = 100_000  # letters of one text
TRIES = 8  # likely places; in ยา of พยายาม stands no word
REACH = 400  # letters around a likely place


class Piece(NamedTuple):
    """A stretch of the text; marked where it is what was asked for."""

    text: str
    is_match: bool = False


def marked(text: str, phrases: Iterable[Phrase]) -> list[Piece]:
    """All of a title."""
    text = _one_line(text)
    return _pieces(text, _matches(places_of(text), list(phrases)), 0, len(text))


def around(text: str, phrases: Iterable[Phrase]) -> list[Piece] | None:
    """The words around the first match; None where no phrase stands in the text."""
    text, phrases = _one_line(text), tuple(phrases)
    for begin, end in islice(_likely(text, phrases), TRIES):
        near = text[begin:end]
        places = places_of(near)
        if matches := _matches(places, phrases):
            first, last = _window(near, places, matches[0][0])
            pieces = _pieces(near, matches, first, last)
            return _with_dots(pieces, begin + first > 0, begin + last < len(text))
    return None


def beginning(text: str) -> list[Piece]:
    text = _one_line(text)
    near = text[: LONGEST + REACH]
    first, last = _window(near, places_of(near), 0)
    return _with_dots(_pieces(near, [], first, last), False, last < len(text))


def _one_line(text: str) -> str:
    return " ".join(text[:SEARCHED].split())


def _likely(text: str, phrases: tuple[Phrase, ...]) -> Iterator[tuple[int, int]]:
    """Stretches in which a phrase may stand, from blank to blank."""
    if not phrases:
        return
    reached = 0
    for match in _pattern(phrases).finditer(to_arabic(text)):
        if match.start() < reached:
            continue
        begin = text.rfind(" ", 0, max(0, match.start() - BEFORE)) + 1
        begin = max(begin, match.start() - REACH)
        blank = text.find(" ", match.end() + LONGEST)
        reached = min(blank if blank >= 0 else len(text), match.end() + REACH)
        yield begin, reached


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[Phrase, ...]) -> re.Pattern:
    """Their words one after another; of an English stem the last letter may differ (city, citi)."""
    spelled = (
        rf"[\W_{SHORTENED}{REPEATED}]*".join(
            re.escape(word[:-1]) + r"\w*" if word.isascii() and len(word) > 3 else re.escape(word)
            for word in phrase.words
        )
        for phrase in phrases
    )
    return re.compile("|".join(spelled), re.IGNORECASE)


def _pieces(text: str, matches, begin: int, end: int) -> list[Piece]:
    pieces, at = [], begin
    for start, stop in matches:
        if at <= start and stop <= end:
            pieces += [Piece(text[at:start]), Piece(text[start:stop], is_match=True)]
            at = stop
    pieces.append(Piece(text[at:end]))
    return [piece for piece in pieces if piece.text]


def _with_dots(pieces: list[Piece], before: bool, after: bool) -> list[Piece]:
    return [*([Piece("… ")] if before else []), *pieces, *([Piece(" …")] if after else [])]


def _window(text: str, places: list[Place], match: int) -> tuple[int, int]:
    """From some letters before the match, between whole words."""
    if len(text) <= LONGEST:
        return 0, len(text)
    wanted = match - BEFORE
    begin = next((place.start for place in places if place.start >= wanted), 0) if wanted > 0 else 0
    end = max((place.end for place in places if place.end <= begin + LONGEST), default=LONGEST)
    return begin, end


def _matches(places: list[Place], phrases: Iterable[Phrase]) -> list[tuple[int, int]]:
    """Stretches without overlap, first to last, the longer of two that begin alike."""
    by_word: dict[str, list[int]] = {}
    for at, place in enumerate(places):
        by_word.setdefault(place.word, []).append(at)
    found = {span for phrase in phrases for span in _of_phrase(places, by_word, phrase)}
    kept, end = [], 0
    for span in sorted(found, key=lambda one: (one[0], -one[1])):
        if span[0] >= end:
            kept.append(span)
            end = span[1]
    return kept


def _of_phrase(places, by_word, phrase: Phrase) -> Iterator[tuple[int, int]]:
    *fixed, last = phrase.words
    if fixed:
        starts = by_word.get(fixed[0], [])
    elif phrase.is_open:
        starts = [at for word, found in by_word.items() if word.startswith(last) for at in found]
    else:
        starts = by_word.get(last, [])
    for start in starts:
        stop = start + len(phrase.words)
        here = [place.word for place in places[start:stop]]
        if len(here) == len(phrase.words) and here[:-1] == fixed:
            fits = here[-1].startswith(last) if phrase.is_open else here[-1] == last
            if fits:
                yield places[start].start, places[stop - 1].end
