"""A text made even for reading, each of its letters knowing where it stood in the original.

``Text.plain`` has Arabic digits, one blank for a run of blanks, no characters of no width and
letters composed (NFC); ``\\n`` ends a line, ``PARAGRAPH`` a paragraph. ``Text.tight`` is the same
in lower case without blanks, as Thai may be written: รอง     ปลัด is รองปลัด.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from committees.reading.patterns import Sought, lowered
from iad.thai.digits import TO_ARABIC
from iad.thai.text import fold

Span = tuple[int, int]

PARAGRAPH = "\u2029"
NO_WIDTH = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f"
# What differs between the original and the plain text; all else is copied. No blank parts a word
# whose first half (``half``) stands nowhere alone.
UNEVEN = re.compile(
    rf"(?P<half>(?=\s)(?:(?<=กรุงเทพ)\s+(?=มหานคร)|(?<=ผู้)\s+(?=[ก-ฮเ-ไ])|(?<=ผู้อำนวย)\s+(?=การ)|(?<=การต่าง)\s+(?=ประเทศ)))|(?P<blank>(?=\s)(?! \S)[\s{NO_WIDTH}]+)|(?P<nothing>[{NO_WIDTH}]+)|(?P<e>เเ)"
    "|\u0e4d(?P<tone>[\u0e48-\u0e4b]?)\u0e32|\u0e33(?P<late>[\u0e48-\u0e4b])"
    "|[^\u0e00-\u0e7f\\s][\u0300-\u036f]{1,8}"
)
# Where it may, in a text without letters made of two.
MADE_OF_TWO = re.compile("[\u0300-\u036f]")
PLACES = Sought(
    rf"[\s{NO_WIDTH}เ\u0e4d\u0e33](?:(?<! )|(?!\S)|(?<=กรุงเทพ ))(?:(?<!เ)|(?=เ))", UNEVEN
)
BLANK = re.compile(r"\s")
THAI_DIGIT = re.compile("[๐-๙]")
LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028]")


def _even(match: re.Match) -> str:
    if match["blank"]:
        lines = len(LINE_END.findall(match["blank"])) + 2 * match["blank"].count(PARAGRAPH)
        return (" ", "\n", PARAGRAPH)[min(lines, 2)]
    if match["nothing"] or match["half"]:
        return ""
    if match["e"]:
        return "แ"
    if match["tone"] is not None:
        return f"{match['tone']}\u0e33"
    if match["late"]:
        return f"{match['late']}\u0e33"
    return unicodedata.normalize("NFC", match[0])


def _arabic(digit: re.Match) -> str:
    return digit[0].translate(TO_ARABIC)


@dataclass(frozen=True)
class Text:
    """``starts[i]`` and ``ends[i]`` frame in the original what letter i of ``plain`` was."""

    original: str
    plain: str
    starts: list[int]
    ends: list[int]

    def place(self, span: Span) -> Span:
        """The span in the original of a span of ``plain``."""
        return self.starts[span[0]], self.ends[span[1] - 1]

    @cached_property
    def tight(self) -> str:
        """``plain`` in lower case and without blanks."""
        return "".join(lowered(self.plain).split())

    @cached_property
    def _letters_before(self) -> list[int]:
        """How many letters stand before each blank."""
        words = list(accumulate(map(len, self.plain.split())))
        if words and len(words) + words[-1] - 1 == len(
            self.plain
        ):  # one blank after each word but the last
            return words
        blanks = (match.start() for match in BLANK.finditer(self.plain))
        return [at - number for number, at in enumerate(blanks)]

    def from_tight(self, at: int) -> int:
        """Where a letter of ``tight`` stands in ``plain``."""
        return at + bisect_right(self._letters_before, at)


def normalise(original: str) -> Text:
    """The text made even; linear in its length, whatever it is."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    places = UNEVEN if MADE_OF_TWO.search(original) else PLACES
    for match in places.finditer(original):
        begin, end = match.span()
        parts.append(original[at:begin])
        starts += range(at, begin)
        ends += range(at + 1, begin + 1)
        made = _even(match)
        parts.append(made)
        starts += [begin] * len(made)
        ends += [end] * len(made)
        at = end
    parts.append(original[at:])
    starts += range(at, len(original))
    ends += range(at + 1, len(original) + 1)
    return Text(original, THAI_DIGIT.sub(_arabic, "".join(parts)), starts, ends)


def tighten(name: str) -> str:
    """A name as it would stand in ``Text.tight``."""
    return "".join(fold(name).split())


def meets(span: Span, spans: list[Span]) -> bool:
    """Whether it meets one of these, which are in order and apart."""
    at = bisect_left(spans, (span[1], 0)) - 1
    return at >= 0 and spans[at][1] > span[0] and spans[at][0] < span[1]
