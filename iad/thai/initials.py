"""The letters that stand for a person of whom there is no picture: ธก of นายธีรภัทร เกษมวรากร."""

import re
import unicodedata

from iad.thai.names import without_prefix

# The vowels เ แ โ ใ ไ are written before the consonant with which a Thai word begins.
CONSONANT = re.compile("[ก-ฮ]")
THAI = re.compile("[ก-๎]")
LETTER = re.compile(r"[^\W\d_]")


def initials(name: str) -> str:
    """Of the first and the last word, without the prefix; one letter of one word, "" of none."""
    words = unicodedata.normalize("NFC", without_prefix(name)).split()
    letters = [letter for word in words if (letter := _beginning(word))]
    return "".join(letters if len(letters) < 2 else (letters[0], letters[-1]))


def _beginning(word: str) -> str:
    found = (CONSONANT if THAI.search(word) else LETTER).search(word)
    return found[0].upper()[0] if found else ""
