"""Patterns made of lists of words."""

import re
from collections.abc import Iterable


def any_of(fragments: Iterable[str], *, longest_first: bool = True) -> str:
    """A pattern of these fragments; the longest first where one may begin another."""
    rows = list(fragments)
    return "|".join(sorted(rows, key=len, reverse=True) if longest_first else rows)


def one_of_words(words: Iterable[str]) -> str:
    """A pattern of plain words, longest first."""
    return any_of(map(re.escape, words))


def begins_with(letters: str) -> str:
    """A pattern that looks ahead for one of these beginnings of words."""
    return f"(?={one_of_words(letters.split())})"


def either(first: str, **kinds: Iterable[str]) -> re.Pattern:
    """A pattern that says by the name of its group which kind was met.

    ``first`` is what each of the fragments may begin with: elsewhere none is tried, which makes
    a long pattern several times as fast.
    """
    rows = (f"(?P<{kind}>{any_of(rows, longest_first=False)})" for kind, rows in kinds.items())
    return re.compile(f"{first}(?:{'|'.join(rows)})", re.MULTILINE)
