"""Words of Thai, which writes none apart: found by ICU's dictionary (Unicode UAX #29)."""

import re

from icu4py.breakers import WordBreaker

SURROGATE = re.compile("[\ud800-\udfff]")


def words(text: str) -> list[str]:
    """The text cut at its words; blanks and marks are pieces too, so that the join is the text."""
    pieces, at = [], 0
    # ICU takes no lone surrogate; a mark of the same length stands in for it.
    for piece in WordBreaker(SURROGATE.sub("\ufffd", text), "th"):
        pieces.append(text[at : at + len(piece)])
        at += len(piece)
    return pieces
