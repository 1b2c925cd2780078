"""Lines of Thai and English set in pixels, for pictures that carry words.

HarfBuzz (in Pillow's wheel, as raqm) puts the marks of Thai in their places; lines end where
`iad.thai.words` lets them. One font holds both scripts, so that no line is patched together.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

from django.conf import settings
from icu4py.breakers import CharacterBreaker
from PIL import ImageFont

from iad.thai.words import line_pieces

FONT = settings.BASE_DIR / "static/fonts/sarabun-whole-700.woff2"
SIZES_KEPT = 16
ELLIPSIS = "…"
NO_SUCH_LETTER = "\uffff"  # drawn as the font draws whatever it does not hold
SAMPLE_SIZE = 20
INSIDE_A_PHRASE = 0.06  # as bad as a line that is a quarter short
WORST = (math.inf, ())


@dataclass(frozen=True)
class Setting:
    """A text broken into lines of one size."""

    lines: tuple[str, ...]
    size: int


@lru_cache(maxsize=SIZES_KEPT)
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


def width_of(text: str, size: int) -> float:
    return font(size).getlength(text)


def fitted(text: str, width: int, steps: Sequence[tuple[int, int]]) -> Setting:
    """By the first of ``steps``, each a size and its most lines, that holds all of the text.

    What is too long for the last one ends in …
    """
    text = drawable(text)
    for size, most_lines in steps:
        pieces = _pieces(text, width, size)
        lines = _filled(pieces, width, size)
        if len(lines) <= most_lines:
            return Setting(_evened(lines, pieces, width, size), size)
    last = _shortened(lines[most_lines - 1], width, size)
    return Setting((*lines[: most_lines - 1], last), size)


def drawable(text: str) -> str:
    """On one line of letters that the font holds: é for é, and a blank for 漢."""
    shown = []
    for letter in normalize("NFC", text):
        if category(letter) == "Cf":  # such as the blank of no width between words of Thai
            continue
        bare = normalize("NFD", letter)[:1]
        shown.append(next((one for one in (letter, bare) if _is_held(one)), " "))
    return " ".join("".join(shown).split())


@lru_cache(maxsize=2_000)
def _is_held(letter: str) -> bool:
    return letter.isprintable() and _shape(letter) != _shape(NO_SUCH_LETTER)


def _shape(letter: str) -> tuple:
    mask = font(SAMPLE_SIZE).getmask(letter)
    return mask.size, bytes(mask)


def _pieces(text: str, width: int, size: int) -> list[str]:
    """Where a line may end; inside a word only if it is wider than a line."""
    pieces = []
    for piece in line_pieces(text):
        whole = width_of(piece.rstrip(), size) <= width
        pieces += [piece] if whole else CharacterBreaker(piece, "th")
    return pieces


def _filled(pieces: list[str], width: float, size: int) -> list[str]:
    """Each line as full as can be."""
    lines = [""]
    for piece in pieces:
        longer = lines[-1] + piece
        if lines[-1] and width_of(longer.rstrip(), size) > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line.strip() for line in lines]


def _evened(lines: list[str], pieces: list[str], width: int, size: int) -> tuple[str, ...]:
    """As many lines, of much the same length, which end at blanks rather than inside a phrase."""
    lengths = [width_of(piece, size) for piece in pieces]
    shown = [width_of(piece.rstrip(), size) for piece in pieces]
    # For each number of pieces that are set: how badly, at best, and where the lines began.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0, ())}
    for _line in lines:
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, begun) in best.items():
            before = 0.0
            for last in range(start, len(pieces)):
                long = before + shown[last]
                if long > width:
                    break
                now = cost + (1 - long / width) ** 2 + _roughness(pieces, last)
                longer[last + 1] = min(longer.get(last + 1, WORST), (now, (*begun, start)))
                before += lengths[last]
        best = longer
    if len(pieces) not in best:  # no letter, or a line that is full to its last pixel
        return tuple(lines)
    starts = best[len(pieces)][1]
    ends = (*starts[1:], len(pieces))
    return tuple("".join(pieces[a:b]).strip() for a, b in zip(starts, ends, strict=True))


def _roughness(pieces: list[str], last: int) -> float:
    """Of a line that ends with that piece."""
    is_end = last == len(pieces) - 1
    return 0 if is_end or pieces[last][-1].isspace() else INSIDE_A_PHRASE


def _shortened(line: str, width: int, size: int) -> str:
    """The words of ``line`` that leave room to say that more would follow."""
    pieces = _pieces(line, width, size)
    while pieces and width_of("".join(pieces).rstrip() + ELLIPSIS, size) > width:
        pieces.pop()
    return "".join(pieces).rstrip() + ELLIPSIS
