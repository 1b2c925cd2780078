"""Patterns made of lists of words."""

import re
from collections.abc import Iterable


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


def either(first: str, **kinds: Iterable[str]) -> re.Pattern:
    """A pattern that says by the name of its group which kind was met.

    ``first`` is what each of the fragments may begin with: elsewhere none is tried, which makes
    a long pattern several times as fast.
    """
    rows = (f"(?P<{kind}>{any_of(rows, longest_first=False)})" for kind, rows in kinds.items())
    return re.compile(f"{first}(?:{'|'.join(rows)})", re.MULTILINE)
