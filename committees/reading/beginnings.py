"""The first letters of what a pattern matches, read off the pattern itself.

``beginnings("(?:ได้|จะ)?กล่าว|ขอให้")`` is {"ได้", "จะก", "กล่", "ขอใ"}: elsewhere it need not be
tried. Letters are lower case. A beginning that is shorter goes on with anything, and one of no
letters at all says that the pattern may begin anywhere. What merely looks ahead or back is passed
over: a pattern is thought to begin at more places than it does, never at fewer.
"""

import re
from dataclasses import dataclass

LENGTH = 3
BLANKS = frozenset(" \n\t\u2029")
MOST_LETTERS = 12  # a set of more letters is any letter
ANY = None
ESCAPED = {"s": BLANKS, "n": frozenset("\n"), "t": frozenset("\t")}
TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?(?:P<\w+>|[aims]*:))?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<edge>\\[bBAZ]|[\^$])|\\(?P<escaped>.)|(?P<letter>[\s\S])"
)
TIMES = re.compile(r"(?:(?P<sign>[*+?])|\{(?P<least>[0-9]*)(?P<to>,?)(?P<most>[0-9]*)\})[?+]?")
MEMBER = re.compile(r"\\?(?P<first>[\s\S])(?:-\\?(?P<last>[^\]]))?")

Letters = frozenset[str] | None
Grown = tuple[set[str], set[str]]  # beginnings that go on with what follows; those that are whole


@dataclass
class Either:
    """One of several rows of parts, from ``least`` to ``most`` times."""

    rows: list[list]
    least: int = 1
    most: int = 1


def beginnings(pattern: str) -> frozenset[str]:
    """Every beginning of what it matches."""
    growing, whole = _grow({""}, _Pattern(pattern).read())
    return frozenset(growing | whole)


def alternatives(pattern: str) -> list[str]:
    """The patterns that it is one of: a|(?:b|c) is a or (?:b|c)."""
    rows, begin, depth = [], 0, 0
    for match in TOKEN.finditer(pattern):
        depth += bool(match["look"] or match["open"]) - bool(match["close"])
        if match["or"] and not depth:
            rows.append(pattern[begin : match.start()])
            begin = match.end()
    return [*rows, pattern[begin:]]


class _Pattern:
    """A pattern read from left to right."""

    def __init__(self, words: str):
        self.words, self.at = words, 0

    def read(self) -> Either:
        rows: list[list] = [[]]
        while match := TOKEN.match(self.words, self.at):
            self.at = match.end()
            if match["close"]:
                break
            if match["or"]:
                rows.append([])
            elif match["look"]:
                self.read()
            elif not match["edge"]:
                rows[-1].append(self._times(self._part(match)))
        return Either(rows)

    def _part(self, match: re.Match) -> Either:
        if match["open"]:
            return self.read()
        if match["set"]:
            return Either([[_set(match["set"])]])
        if escaped := match["escaped"]:
            known = ESCAPED.get(escaped, ANY if escaped.isalnum() else frozenset(escaped))
            return Either([[known]])
        return Either([[ANY if match["letter"] == "." else frozenset(match["letter"].lower())]])

    def _times(self, part: Either) -> Either:
        match = TIMES.match(self.words, self.at)
        if not match:
            return part
        self.at = match.end()
        if sign := match["sign"]:
            part.least, part.most = int(sign == "+"), 1 if sign == "?" else LENGTH
        else:
            part.least = int(match["least"] or 0)
            part.most = int(match["most"] or LENGTH) if match["to"] else part.least
        return part


def _set(words: str) -> Letters:
    """The letters of [abc]; None for many."""
    letters: set[str] = set()
    inside = words[1:-1]
    if inside.startswith("^"):
        return ANY
    for match in MEMBER.finditer(inside):
        if match[0] == r"\s":
            letters |= BLANKS
        elif match[0].startswith("\\") and match["first"].isalnum():
            return ANY
        else:
            last = match["last"] or match["first"]
            letters |= {chr(code).lower() for code in range(ord(match["first"]), ord(last) + 1)}
    return frozenset(letters) if len(letters) <= MOST_LETTERS else ANY


def _grow(begun: set[str], part: Either | Letters) -> Grown:
    """What beginnings become by one more part."""
    if part is ANY:
        return set(), begun
    if not isinstance(part, Either):
        grown = {begin + letter for begin in begun for letter in part}
        whole = {begin for begin in grown if len(begin) >= LENGTH}
        return grown - whole, whole
    goes_on, whole = (begun if part.least == 0 else set()), set()
    for time in range(1, min(part.most, LENGTH) + 1):
        rows = [_grow_row(begun, row) for row in part.rows]
        begun = set().union(*(grown for grown, _whole in rows))
        whole = whole.union(*(ended for _grown, ended in rows))
        if not begun:
            break
        if time >= min(part.least, LENGTH):
            goes_on = goes_on | begun
    return goes_on, whole


def _grow_row(begun: set[str], row: list) -> Grown:
    whole: set[str] = set()
    for part in row:
        if not begun:
            break
        begun, ended = _grow(begun, part)
        whole |= ended
    return begun, whole
