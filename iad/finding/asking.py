"""What a reader typed into the search: phrases, "quoted" ones, -words to leave out. Pure.

Thai writes its words without blanks, so each part between blanks is a phrase: its words one after
another. A reader may still be typing the last word, so it is open from four letters on.
"""

import re
from dataclasses import dataclass

from iad.finding.words import words_of
from iad.thai.text import clean_line, fold, squeeze
from iad.thai.words import SHORTENED

LONGEST = 200  # characters of a query; a sentence, not an essay
MOST_PARTS = 20
OPEN_FROM = 4  # letters; shorter beginnings fit half a dictionary

QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'))
PART = re.compile(r'(?P<minus>-?)(?:"(?P<quoted>[^"]*)"|(?P<part>[^\s"]+))')
REFERENCE = re.compile(r"(?<![0-9/])([0-9]{1,3}) ?/ ?([0-9]{4})(?![0-9])")
BUDDHIST_FROM = 2400
BUDDHIST_ERA = 543


@dataclass(frozen=True)
class Phrase:
    """Words that stand one after another; an open one may end in a longer word."""

    words: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True)
class Asked:
    """A query as it is understood."""

    text: str = ""
    phrases: tuple[Phrase, ...] = ()
    without: tuple[Phrase, ...] = ()
    reference: str = ""  # 1/2563, where a meeting's number is asked for
    squeezed: str = ""  # all of it without blanks, for names and pieces of words

    @property
    def is_empty(self) -> bool:
        return not self.phrases

    @property
    def year(self) -> str:
        """The B.E. year of the meeting that was asked for."""
        return self.reference.partition("/")[2]

    def loosened(self) -> "Asked":
        """The same words in any order and place."""
        apart = [
            Phrase((word,), phrase.is_open and at == len(phrase.words) - 1)
            for phrase in self.phrases
            for at, word in enumerate(phrase.words)
        ]
        return Asked(self.text, tuple(apart), self.without, self.reference, self.squeezed)


def read_query(typed: str) -> Asked:
    """Whatever was typed means something or nothing; nothing of it is an error."""
    text = clean_line(typed[: LONGEST * 4])[:LONGEST]
    phrases, without = [], []
    parts = list(PART.finditer(text.translate(QUOTES)))[:MOST_PARTS]
    for part in parts:
        words = tuple(words_of(part["quoted"] or part["part"] or ""))
        if words:
            is_open = part["part"] is not None and not part["minus"] and _may_go_on(words[-1], part)
            (without if part["minus"] else phrases).append(Phrase(words, is_open))
    kept = " ".join(part[0] for part in parts if not part["minus"])
    return Asked(
        text, tuple(phrases), tuple(without), reference_in(kept), squeeze(kept.replace('"', ""))
    )


def reference_in(text: str) -> str:
    """1/2563 of ครั้งที่ ๑/๒๕๖๓ and of Meeting 1/2020; "" where there is none."""
    if found := REFERENCE.search(fold(text)):
        number, year = int(found[1]), int(found[2])
        return f"{number}/{year if year >= BUDDHIST_FROM else year + BUDDHIST_ERA}"
    return ""


def _may_go_on(word: str, part: re.Match) -> bool:
    """English words are told apart by blanks: only the last of a query is being typed."""
    typed = fold(part["part"]).rstrip(SHORTENED)
    if len(word) < OPEN_FROM or word.isdecimal() or not typed.endswith(word):
        return False  # nothing goes on after a stem that was cut: citi of cities
    return not word.isascii() or part.end() == len(part.string.rstrip())
