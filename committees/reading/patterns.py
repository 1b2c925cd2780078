"""Patterns made of lists of words."""

import re
from collections.abc import Iterable, Iterator


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
        """As the pattern's own; none of its matches is empty."""
        end, search, match = 0, self.places.search, self.pattern.match
        while place := search(plain, end):
            found = match(plain, place.start())
            yield found
            end = found.end()


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


def either(first: str, **kinds: Iterable[str]) -> re.Pattern:
    """A pattern that says by the name of its group which kind was met.

    ``first`` is what each of the fragments may begin with: elsewhere none is tried, which makes
    a long pattern several times as fast.
    """
    rows = (f"(?P<{kind}>{any_of(rows, longest_first=False)})" for kind, rows in kinds.items())
    return re.compile(f"{first}(?:{'|'.join(rows)})", re.MULTILINE)
