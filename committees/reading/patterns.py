"""Patterns made of lists of words."""

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter
from typing import ClassVar

from committees.reading.beginnings import LENGTH, alternatives, beginnings


def any_of(fragments: Iterable[str], *, longest_first: bool = True) -> str:
    """A pattern of these fragments; the longest first where one may begin another."""
    rows = list(fragments)
    return "|".join(sorted(rows, key=len, reverse=True) if longest_first else rows)


def one_of_words(words: Iterable[str]) -> str:
    """A pattern of plain words, longest first; letter by letter, not word by word, as it is faster."""
    return _branches(_tree(words))


def _tree(words: Iterable[str]) -> dict:
    root: dict = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return root


def _branches(tree: dict) -> str:
    rows = [re.escape(char) + _branches(after) for char, after in tree.items() if char]
    return f"(?:{'|'.join(rows)})" + "?" * ("" in tree) if rows else ""


def begins_with(letters: str) -> str:
    """A pattern that looks ahead for one of these beginnings of words."""
    return f"(?={one_of_words(letters.split())})"


def lowered(plain: str) -> str:
    """In lower case, every letter in its place."""
    lower = plain.lower()
    if len(lower) != len(plain):  # İ becomes two letters
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in plain)
    return lower


class Sought:
    """A pattern that is tried only where ``first`` is met: elsewhere it cannot begin.

    ``first`` is a letter or a set of letters, and what must stand around it: ``re`` finds letters
    many times as fast as it tries a pattern.
    """

    def __init__(self, first: str, pattern: re.Pattern):
        self.pattern = pattern
        flags = "".join(
            sign for sign, flag in (("i", re.I), ("m", re.M), ("s", re.S)) if pattern.flags & flag
        )
        # From behind its first letter the whole pattern is looked back at.
        self.places = re.compile(rf"(?:{first})(?<=(?=(?{flags}:{pattern.pattern}))[\s\S])")

    def finditer(self, plain: str) -> Iterator[re.Match]:
        """As the pattern's own."""
        end, search, match = 0, self.places.search, self.pattern.match
        while place := search(plain, end):
            found = match(plain, place.start())
            yield found
            end = max(found.end(), found.start() + 1)


# What (?i) takes for a letter beside its two cases.
ALIKE = {"s": "\u017f", "k": "\u212a"}


def first_letters(words: Iterable[str], *, any_case: bool = False) -> str:
    """What finds where one of these words begins, one inside another, too."""
    rows = []
    for char, after in _tree(map(str.lower, words) if any_case else words).items():
        cases = {char, char.upper(), ALIKE.get(char, char)} if any_case else {char}
        rest = f"(?={'(?i:' if any_case else '(?:'}{_branches(after)}))"
        rows += [re.escape(one) + rest for one in sorted(cases)]
    return "|".join(rows)


THAI = re.compile("[ก-ไ]")
LATIN_BEGINS = re.compile(r"[A-Za-zÀ-ž(](?<!\w.)")


@dataclass(frozen=True)
class Beginnings:
    """The first letters of the words of a text, in lower case, and where they stand."""

    places: dict[str, list[int]]
    letters: frozenset[str]


@lru_cache(maxsize=4)
def beginnings_in(plain: str) -> Beginnings:
    """Those of a text, which are the same in lower case and without its columns."""
    even = plain.replace("\u2029", "\n").replace("\t", " ")
    is_thai = not even.isascii() and bool(THAI.search(even))
    return _beginnings_in(even if is_thai else lowered(even), is_thai=is_thai)


@lru_cache(maxsize=4)
def _beginnings_in(plain: str, *, is_thai: bool) -> Beginnings:
    found: defaultdict[str, list[int]] = defaultdict(list)
    if is_thai:
        # No blank says where a word of Thai begins: only what some pattern asks for is noted.
        for match in Begun.thai().finditer(plain):
            at = match.start()
            found[plain[at : at + LENGTH]].append(at)
    lower = lowered(plain) if is_thai else plain
    for at in [match.start() for match in LATIN_BEGINS.finditer(plain)]:
        found[lower[at : at + LENGTH]].append(at)
    return Beginnings(found, frozenset(found))


@lru_cache(maxsize=1)
def _thai(_how_many: int) -> re.Pattern:
    begins = frozenset().union(*(one.begins for one in Begun.every))
    return re.compile(first_letters(filter(THAI.match, begins)))


MOST_MET = 50_000  # first letters that are remembered; a language has some thousands


class Begun:
    """A pattern that is tried only where one of its beginnings stands; it begins with a word."""

    every: ClassVar[list["Begun"]] = []

    def __init__(self, pattern: re.Pattern):
        self.pattern = pattern
        Begun.every.append(self)
        self._last: tuple[str, list[int]] = "", []  # a text is asked about more than once

        # First letters met so far, and those among them that may begin what it matches.
        self._met: set[str] = set()
        self._begin_it: set[str] = set()

    @staticmethod
    def thai() -> re.Pattern:
        """The beginnings of whatever is sought in Thai."""
        return _thai(len(Begun.every))

    @cached_property
    def begins(self) -> frozenset[str]:
        """The beginnings of what it matches."""
        return beginnings(self.pattern.pattern)

    @cached_property
    def _short(self) -> tuple[str, ...]:
        return tuple(one for one in self.begins if len(one) < LENGTH)

    def _here(self, letters: frozenset[str]) -> set[str]:
        """Which of the first letters in a text may begin what it matches."""
        if not self._short:
            return self.begins & letters
        met = letters - self._met
        begin_it = {one for one in met if one in self.begins or one.startswith(self._short)}
        if len(self._met) < MOST_MET:
            self._begin_it |= begin_it
            self._met |= met
        return (self._begin_it & letters) | begin_it

    def places(self, plain: str) -> list[int]:
        """Where it may begin, in order."""
        known, places = self._last
        if known is not plain:
            found = beginnings_in(plain)
            here = self._here(found.letters)
            places = sorted(chain.from_iterable(found.places[letters] for letters in here))
            self._last = plain, places
        return places

    def finditer(self, plain: str, begin: int = 0, end: int = sys.maxsize) -> Iterator[re.Match]:
        """As the pattern's own."""
        places, match = self.places(plain), self.pattern.match
        for at in places[bisect_left(places, begin) :]:
            if at >= end:
                break
            if at >= begin and (one := match(plain, at, end)):
                yield one
                begin = one.end()

    def search(self, plain: str, begin: int = 0, end: int = sys.maxsize) -> re.Match | None:
        """As the pattern's own."""
        return next(self.finditer(plain, begin, end), None)


class Kinds(Begun):
    """Patterns of several kinds in one; the name of a match's group says which kind was met.

    Where a word stands, only those are tried that may begin with its letters.
    """

    def __init__(self, *, after: str = "", **kinds: Iterable[str]):
        """``after`` is what must stand before a match."""
        self.after = after
        self.rows = [
            (kind, one) for kind, rows in kinds.items() for row in rows for one in alternatives(row)
        ]
        super().__init__(self._of(self.rows))
        self._by_letters: dict[tuple[int, ...], re.Pattern] = {}
        self._known: dict[str, re.Pattern] = {}

    def _of(self, rows: list[tuple[str, str]]) -> re.Pattern:
        kinds: dict[str, list[str]] = {}
        for kind, one in rows:
            kinds.setdefault(kind, []).append(one)
        groups = (f"(?P<{kind}>{'|'.join(ones)})" for kind, ones in kinds.items())
        return re.compile(f"{self.after}(?:{'|'.join(groups)})", re.MULTILINE)

    @cached_property
    def _begins(self) -> list[frozenset[str]]:
        return [beginnings(one) for _kind, one in self.rows]

    @cached_property
    def begins(self) -> frozenset[str]:
        """The beginnings of what it matches."""
        return frozenset().union(*self._begins)

    def _pattern(self, letters: str) -> re.Pattern:
        """Of those that may begin so."""
        numbers = tuple(
            number
            for number, begins in enumerate(self._begins)
            if any(letters.startswith(one) for one in begins)
        )
        if numbers not in self._by_letters:
            self._by_letters[numbers] = self._of([self.rows[number] for number in numbers])
        return self._by_letters[numbers]

    def finditer(self, plain: str) -> Iterator[re.Match]:
        """As that of all the patterns in one, in their order."""
        found, rows = beginnings_in(plain), []
        for letters in self._here(found.letters):
            pattern = self._known.get(letters) or self._known.setdefault(
                letters, self._pattern(letters)
            )
            rows += [(at, pattern) for at in found.places[letters]]
        end = 0
        for at, pattern in sorted(rows, key=itemgetter(0)):
            if at >= end and (one := pattern.match(plain, at)):
                yield one
                end = one.end()
