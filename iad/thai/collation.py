"""The alphabetical order of the Royal Institute, as bytes that every database orders alike.

Source: ISO/IEC 14651, Thai annex (https://www.unicode.org/L2/L1999/99167.pdf).
"""

import re
import unicodedata

from iad.thai.text import fold

# A leading vowel is written before its consonant and counts after it.
LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
# What else is Thai, ็ ่ ้ ๊ ๋ ์ ํ, only breaks ties (in this order) or, as ๆ ฯ, does not count.
THAI_LETTERS = frozenset(
    map(chr, [*range(0xE01, 0xE2F), *range(0xE30, 0xE3A), *range(0xE40, 0xE45)])
)
LONG_AA = str.maketrans("ๅ", "า")  # ฤๅ counts as ฤา
# Lower than anything a level holds, so that the shorter of two texts comes first.
LEVELS_END, NO_MARK = b"\x00", b"\x02"


def sort_key(text: str) -> bytes:
    """Two levels: letters and digits; then, among equals, marks and accents.

    Digits come before Latin, Latin before Thai; case, blanks and punctuation do not count.
    """
    letters, marks = bytearray(), bytearray()
    text = LEADING_VOWEL.sub(r"\2\1", fold(text).translate(LONG_AA))
    for char in unicodedata.normalize("NFD", text):
        if _is_letter(char):
            letters += _weight(char)
            marks += NO_MARK
        elif unicodedata.category(char).startswith("M"):
            marks += char.encode()
    return bytes(letters) + LEVELS_END + bytes(marks).rstrip(NO_MARK)


def _is_letter(char: str) -> bool:
    is_thai = "\u0e00" <= char <= "\u0e7f"  # Python counts vowels above and below as no letters
    return char in THAI_LETTERS if is_thai else char.isalnum()


def _weight(char: str) -> bytes:
    # One byte for Latin and for Thai, whose standard order is that of its code page; a key
    # in UTF-8 would be three times as long, and PostgreSQL indexes at most 2,700 bytes.
    return char.encode("iso8859-11", errors="ignore") or b"\xff" + char.encode()
