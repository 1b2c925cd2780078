"""Text made fit to be kept (clean) and made fit to be compared (fold, squeeze).

Every function is linear in the length of the text, whatever the text is.
"""

import re
import unicodedata

from iad.thai.digits import to_arabic

# The most marks that one letter may carry; honest Thai needs three (a consonant with vowel,
# tone and thanthakhat), a tower of hundreds draws over the lines around it.
MARKS_ON_A_LETTER = 4

LINE_ENDS = re.compile("\r\n|[\r\v\f\u2028\u2029]")

# One such character breaks a feed (XML 1.0 knows none of them), a PostgreSQL text (NUL), an
# encoding (surrogates), or shows another order than is stored (bidi). ZWNJ and ZWJ stay:
# Persian and Indian names and emoji are spelled with them.
UNFIT = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, but for tab and the line ends
    "\u00ad\u200b\u2060\ufeff"  # blanks and hyphens of no width
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef"  # noncharacters, with the last two of every plane
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
    + "]"
)
# Joiners and direction marks say nothing about which word it is.
UNSEEN = re.compile("[\u061c\u200c-\u200f]")

# Every combining mark of the Basic Multilingual Plane, and the two blocks beyond it.
MARK = "[{}\U0001d165-\U0001d1ad\U000e0100-\U000e01ef]".format(
    "".join(char for char in map(chr, range(0x300, 0xFFFE)) if unicodedata.category(char)[0] == "M")
)
TOWER = re.compile(f"({MARK}{{{MARKS_ON_A_LETTER}}}){MARK}+")

TONES = "\u0e48\u0e49\u0e4a\u0e4b"
UPPER_VOWELS = "\u0e31\u0e34\u0e35\u0e36\u0e37"
# Typed in another order, or in two strokes for one, and looking the same.
SPELLINGS = (
    {"เเ": "แ", "\u0e4d\u0e32": "\u0e33"}  # ํา for ำ
    | {f"\u0e4d{tone}\u0e32": f"{tone}\u0e33" for tone in TONES}
    | {f"\u0e33{tone}": f"{tone}\u0e33" for tone in TONES}  # นำ้ for น้ำ
    | {f"{tone}{vowel}": f"{vowel}{tone}" for tone in TONES for vowel in UPPER_VOWELS}  # ก่ี for กี่
)


def clean(text: str) -> str:
    """The text without what no field may hold, its lines ended by \\n, in NFC."""
    text = UNFIT.sub("", LINE_ENDS.sub("\n", text))
    # Cut before NFC, which sorts the marks on a letter in quadratic time, and after it, where
    # one mark may have become two.
    return _cut_towers(unicodedata.normalize("NFC", _cut_towers(text)))


def clean_line(text: str) -> str:
    """The same in one line: layout blanks, tabs and line ends become one blank."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """What two spellings of the same words have in common, for search and comparison.

    Never NFKC, which takes ำ apart into two characters.
    """
    text = UNSEEN.sub("", clean_line(to_arabic(text).casefold()))
    for typed, right in SPELLINGS.items():
        text = text.replace(typed, right)
    return text


def squeeze(text: str) -> str:
    """Folded and without blanks, as Thai may be written: รอง     ปลัด is รองปลัด."""
    return fold(text).replace(" ", "")


def _cut_towers(text: str) -> str:
    return TOWER.sub(r"\1", text)
