"""The words by which a text is found: cut by ICU, folded, English brought to its stem. Pure.

Both sides pass through here, what is kept and what is asked, so that neither database needs to
know Thai: each only compares words in their order.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from iad.thai.text import MARK, fold
from iad.thai.words import REPEATED, SHORTENED, words

LONGEST_WORD = 60  # letters; what is longer is no word of any language
# Beyond this PostgreSQL keeps no places of words (16,383); some sixty printed pages.
MOST_WORDS = 16_000

# Word processors spread a line by blanks inside words: รอง     ปลัด.
LAYOUT = re.compile("(?<=[\u0e01-\u0e5b])[ \t\u00a0]{2,}(?=[\u0e01-\u0e5b])")
LETTERS = re.compile(rf"[^\W_](?:[^\W_]|{MARK})*")
POSSESSIVE = re.compile("['\u2019]s$")
ACCENTS = re.compile("[\u0300-\u036f]")
SIGNS = str.maketrans("", "", SHORTENED + REPEATED)  # กรุงเทพฯ is found by กรุงเทพ
ENGLISH = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Place:
    """A word and where it stands in the text as shown."""

    word: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """The words of a text as they are kept and asked for, in their order."""
    folded = fold(LAYOUT.sub("", text))
    return [word for piece in words(folded) for word in _within(piece)][:MOST_WORDS]


def places_of(text: str) -> list[Place]:
    """The same words with their places; for texts as they are shown."""
    found, at = [], 0
    for piece in words(text):
        for word in _within_shown(piece):
            found.append(Place(word, at, at + len(piece)))
        at += len(piece)
    return found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """meeting of meetings: what the forms of an English word have in common (Porter 2)."""
    return ENGLISH.stemWord(word)


@lru_cache(maxsize=50_000)
def _within_shown(piece: str) -> tuple[str, ...]:
    return _within(fold(piece))


@lru_cache(maxsize=50_000)
def _within(piece: str) -> tuple[str, ...]:
    """The words in a piece that ICU leaves whole: PM2.5, city's, well-being."""
    if piece.isspace():
        return ()
    found = LETTERS.findall(POSSESSIVE.sub("", piece.translate(SIGNS)))
    return tuple(_bare(word)[:LONGEST_WORD] for word in found)


def _bare(word: str) -> str:
    if word.isascii():
        return stem(word) if word.isalpha() else word
    if "\u00c0" <= word[0] <= "\u024f" or not "\u0e00" <= word[0] <= "\u0e7f":
        word = unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", word)))
    return word
