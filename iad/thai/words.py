"""Words of Thai, which writes none apart: found by ICU's dictionary (Unicode UAX #29, #14)."""

import re
from itertools import chain

from icu4py.breakers import LineBreaker, WordBreaker

SHORTENED, REPEATED = "ฯ", "ๆ"  # signs behind a word
LETTER = re.compile("[\u0e01-\u0e2e\u0e30-\u0e45\u0e47-\u0e4e]")  # of Thai, also vowels, tones

# ICU takes no lone surrogate. With a sign behind it, ICU no longer knows the word: นา|ยกฯ.
SURROGATE = re.compile("[\ud800-\udfff]")
UNREAD = re.compile(f"[{SHORTENED}{REPEATED}]|{SURROGATE.pattern}")

# Where ICU gives a letter of one word to the next, in what an office writes daily (การก|อง,
# จัดการ|ประชุม, นา|ยกันตภณ), and a name that hides a word by which it is looked for.
CONSONANT = "[\u0e01-\u0e2e\u0e40-\u0e44]"
OUTSIDE = "[^\u0e01-\u0e4e]"
# Of นายก, no name behind นาย: no name begins with ก before another syllable's first sign.
PRESIDENT = f"ก(?:{OUTSIDE}|$|[กเ-ไ]|รัฐ|สภา|สมาคม|องค์)"
BEFORE_TITLES = (f"(?<={OUTSIDE}", "(?<=^", "(?<=และ", "(?<=โดย", "(?<=มี", "(?<=ให้")


def _behind(title: str) -> str:
    return f"(?:{'|'.join(f'{before}{title})' for before in BEFORE_TITLES)})(?={CONSONANT})"


BOUND = re.compile(
    "(?<=การ)(?=กอง)|(?<=ของ)(?=กอง)|(?<=ประเทศ)(?=ไทย)"
    "|(?<=จัด)(?=การ(?:ประชุม|แข่งขัน|อบรม|สัมมนา|เสวนา|แสดง))"
    f"|(?<=โดย)(?=ที่ประชุม|มี{CONSONANT})"
    f"|{_behind('นาย')}(?!{PRESIDENT})|{_behind('นาง')}|(?<=นางสาว)(?={CONSONANT})"
)


def words(text: str) -> list[str]:
    """The text cut at its words; blanks and marks are pieces too, so that the join is the text."""
    pieces: list[str] = []
    # A mark of the same length stands in for what ICU shall not read.
    parts = BOUND.split(UNREAD.sub("\ufffd", text))
    for piece in _as_in(text, chain.from_iterable(WordBreaker(part, "th") for part in parts)):
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
