"""Words of Thai, which writes none apart: found by ICU's dictionary (Unicode UAX #29, #14)."""

import re

from icu4py.breakers import LineBreaker, WordBreaker

SHORTENED, REPEATED = "ฯ", "ๆ"  # signs behind a word
LETTER = re.compile("[\u0e01-\u0e2e\u0e30-\u0e45\u0e47-\u0e4e]")  # of Thai, also vowels, tones

# ICU takes no lone surrogate. With a sign behind it, ICU no longer knows the word: นา|ยกฯ.
SURROGATE = re.compile("[\ud800-\udfff]")
UNREAD = re.compile(f"[{SHORTENED}{REPEATED}]|{SURROGATE.pattern}")


def words(text: str) -> list[str]:
    """The text cut at its words; blanks and marks are pieces too, so that the join is the text."""
    pieces: list[str] = []
    # A mark of the same length stands in for what ICU shall not read.
    for piece in _as_in(text, WordBreaker(UNREAD.sub("\ufffd", text), "th")):
        if piece in (SHORTENED, REPEATED) and pieces and LETTER.match(pieces[-1][-1]):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def line_pieces(text: str) -> list[str]:
    """The text cut wherever a line may end; the join is the text."""
    # The dictionary does not know a word with ฯ behind it, and would break inside: กร|รม|การฯ.
    known = SURROGATE.sub("\ufffd", text).replace("ฯลฯ", "\u00a0" * 3).replace(SHORTENED, " ")
    pieces: list[str] = []
    for piece in _as_in(text, LineBreaker(known, "th")):
        if pieces and _is_bound(piece, pieces[-1]):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _is_bound(piece: str, before: str) -> bool:
    """ๆ repeats and ฯ shortens the word before; a number counts it: ครั้งที่ 1/2563."""
    return piece[0] in (SHORTENED, REPEATED) or (piece[0].isdigit() and before.endswith(" "))


def _as_in(text: str, cut) -> list[str]:
    """The pieces of ``text`` itself, as long as those of what ICU was given."""
    pieces, at = [], 0
    for piece in cut:
        pieces.append(text[at : at + len(piece)])
        at += len(piece)
    return pieces
