"""The lines of a result: where in a text the words stand, marked, cut between words. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from iad.finding.asking import Phrase
from iad.finding.words import Place, places_of

AROUND = 60  # letters before the first match
LONGEST = 220
SEARCHED = 100_000  # letters of one text


class Piece(NamedTuple):
    """A stretch of the text; marked where it is what was asked for."""

    text: str
    is_match: bool = False


def snippet(text: str, phrases: Iterable[Phrase], *, whole: bool = False) -> list[Piece]:
    """The text around its first match; from its beginning where there is none.

    ``whole`` leaves a title as long as it is.
    """
    text = " ".join(text[:SEARCHED].split())
    places = places_of(text)
    matches = _matches(places, list(phrases))
    begin, end = (0, len(text)) if whole else _window(text, places, matches)
    pieces, at = [Piece("… ")] if begin else [], begin
    for start, stop in matches:
        if begin <= start and stop <= end:
            pieces += [Piece(text[at:start]), Piece(text[start:stop], is_match=True)]
            at = stop
    pieces.append(Piece(text[at:end]))
    if end < len(text):
        pieces.append(Piece(" …"))
    return [piece for piece in pieces if piece.text]


def stands_in(text: str, phrase: Phrase) -> bool:
    return bool(_matches(places_of(text[:SEARCHED]), [phrase]))


def _matches(places: list[Place], phrases: list[Phrase]) -> list[tuple[int, int]]:
    """Stretches without overlap, first to last, the longer of two that begin alike."""
    by_first: dict[str, list[int]] = {}
    for at, place in enumerate(places):
        by_first.setdefault(place.word, []).append(at)
    found = {span for phrase in phrases for span in _of_phrase(places, by_first, phrase)}
    kept, end = [], 0
    for span in sorted(found, key=lambda one: (one[0], -one[1])):
        if span[0] >= end:
            kept.append(span)
            end = span[1]
    return kept


def _of_phrase(places, by_first, phrase: Phrase):
    *fixed, last = phrase.words
    if fixed:
        starts = by_first.get(fixed[0], [])
    elif phrase.is_open:
        starts = [at for word, found in by_first.items() if word.startswith(last) for at in found]
    else:
        starts = by_first.get(last, [])
    for start in starts:
        stop = start + len(phrase.words)
        here = [place.word for place in places[start:stop]]
        if len(here) == len(phrase.words) and here[:-1] == fixed:
            fits = here[-1].startswith(last) if phrase.is_open else here[-1] == last
            if fits:
                yield places[start].start, places[stop - 1].end


def _window(text: str, places: list[Place], matches) -> tuple[int, int]:
    if len(text) <= LONGEST:
        return 0, len(text)
    wanted = max(0, matches[0][0] - AROUND) if matches else 0
    begin = next((place.start for place in places if place.start >= wanted), 0) if wanted else 0
    end = max((place.end for place in places if place.end <= begin + LONGEST), default=begin)
    return begin, end or min(len(text), LONGEST)
