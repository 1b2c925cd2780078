"""The digits of a paper, Thai or Arabic: a choice of the office, made in running text.

What is no number of the text keeps its digits: COVID-19, PM2.5, 4G, an address, an English date.
"""

import re

from iad.thai.dates import MONTHS, MONTHS_SHORT
from iad.thai.digits import to_arabic, to_thai

DIGITS = ("thai", "arabic")

ADDRESS = re.compile(r"((?:https?://|www\.)\S+)")
MONTH = "|".join([*MONTHS["en"], *MONTHS_SHORT["en"]])
PIECE = re.compile(
    rf"(?P<kept>{ADDRESS.pattern}"
    rf"|[0-9]{{1,2}}(?:[-–][0-9]{{1,2}})? (?:{MONTH})\b(?:,? [0-9]{{4}}\b)?)"
    # A run without Thai, perhaps with a common-era year after it: ASEAN Vision 2045.
    r"|[^\s\u0e00-\u0e7f()\[\]{}\"'“”‘’<>]+(?: (?:19|20)[0-9]{2}(?![0-9]))?"
)
LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]")
THAI = re.compile("[\u0e01-\u0e4e]")


def in_digits(text: str, digits: str) -> str:
    """The text in the digits of its paper, one of DIGITS; any other word is a ValueError."""
    if digits not in DIGITS:
        raise ValueError(f"digits are {' or '.join(DIGITS)}, not {digits!r}")
    return in_thai_digits(text) if digits == "thai" else in_arabic_digits(text)


def in_thai_digits(text: str) -> str:
    """ครั้งที่ 1/2563 becomes ครั้งที่ ๑/๒๕๖๓; a line of English stays as it is."""
    return "".join(map(_line_in_thai_digits, text.splitlines(keepends=True)))


def in_arabic_digits(text: str) -> str:
    """ครั้งที่ ๑/๒๕๖๓ becomes ครั้งที่ 1/2563; an address stays as it is."""
    pieces = ADDRESS.split(text)
    pieces[::2] = map(to_arabic, pieces[::2])
    return "".join(pieces)


def _line_in_thai_digits(line: str) -> str:
    if LATIN.search(line) and not THAI.search(line):
        return line
    return PIECE.sub(_piece_in_thai_digits, line)


def _piece_in_thai_digits(piece: re.Match) -> str:
    if piece["kept"] or LATIN.search(piece[0]):
        return piece[0]
    return to_thai(piece[0])
