"""What changed between two texts, told in words: also in Thai, and in bounded time."""

import re
from itertools import groupby
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad.richtext import INLINE, TAG, SafeHTML, plain, sanitize
from iad.thai.words import words

# Steps of the comparison: a fraction of a second. Texts further apart are compared by paragraphs,
# and where these are too many as well, as a whole.
MOST_STEPS = 250_000

SAME, REMOVED, ADDED = "same", "removed", "added"
PARAGRAPH = re.compile(r"[^\n]*\n|[^\n]+")
SAYS_NOTHING = re.compile(r"\W*")


class Change(NamedTuple):
    """A stretch of text and what became of it: same, removed or added."""

    kind: str
    text: str


class Run(NamedTuple):
    """A run of pieces in both texts, and the run before it."""

    at_before: int
    at_after: int
    length: int
    previous: "Run | None"


def word_diff(before: str, after: str) -> list[Change]:
    """From one text to the other, in whole words.

    The joined texts of all but what was added are ``before``, of all but what was removed
    ``after``.
    """
    for cut in (words, PARAGRAPH.findall):
        if (changes := _compared(cut(before), cut(after))) is not None:
            return _readable(changes)
    return _readable([Change(REMOVED, before), Change(ADDED, after)])


def diff_html(before: str, after: str) -> SafeString:
    """The changes as HTML: struck out and underlined, and said for those who do not see it."""
    shown = {
        SAME: "{1}",
        REMOVED: '<del><span class="visually-hidden">{0} </span>{1}</del>',
        ADDED: '<ins><span class="visually-hidden">{0} </span>{1}</ins>',
    }
    said = {SAME: "", REMOVED: _("[removed:]"), ADDED: _("[added:]")}
    told = (format_html(shown[kind], said[kind], text) for kind, text in word_diff(before, after))
    return format_html_join("", "{}", ((change,) for change in told))


def rich_diff_html(before: str, after: str) -> SafeString:
    """The changes between two rich texts in their words, a line for each block, without tags."""
    return diff_html(lines_of(before), lines_of(after))


def lines_of(html: str) -> str:
    """The words of rich text, each paragraph, heading, item and cell on a line of its own."""
    blocks = TAG.sub(lambda tag: tag[0] if tag[2] in INLINE else "\0", sanitize(html)).split("\0")
    lines = (plain(SafeHTML(block)) for block in blocks)
    return "\n".join(line for line in lines if line)


def _compared(before: list[str], after: list[str]) -> list[Change] | None:
    """The changes from piece to piece; None where finding them would take too long."""
    start = _equal_ahead(before, after)
    end = _equal_ahead(before[start:][::-1], after[start:][::-1])
    middle_before, middle_after = before[start : len(before) - end], after[start : len(after) - end]
    runs = _common_runs(middle_before, middle_after)
    if runs is None:
        return None
    changes = [Change(SAME, "".join(before[:start]))]
    x = y = 0
    for run in [*runs, Run(len(middle_before), len(middle_after), 0, None)]:
        changes.append(Change(REMOVED, "".join(middle_before[x : run.at_before])))
        changes.append(Change(ADDED, "".join(middle_after[y : run.at_after])))
        x, y = run.at_before + run.length, run.at_after + run.length
        changes.append(Change(SAME, "".join(middle_before[run.at_before : x])))
    return [*changes, Change(SAME, "".join(before[len(before) - end :]))]


def _equal_ahead(before: list[str], after: list[str]) -> int:
    pairs = zip(before, after, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))


def _common_runs(before: list[str], after: list[str]) -> list[Run] | None:
    """The runs that both share (E. W. Myers, "An O(ND) Difference Algorithm", 1986).

    ``reached[k]`` is how far into ``before`` one comes on diagonal k (place in before less place
    in after) with the edits so far, and by which runs.
    """
    steps = 0
    reached: dict[int, tuple[int, Run | None]] = {1: (0, None)}
    for edits in range(len(before) + len(after) + 1):
        for k in range(-edits, edits + 1, 2):
            adds = k == -edits or (k != edits and reached[k - 1][0] < reached[k + 1][0])
            x, run = reached[k + 1] if adds else (reached[k - 1][0] + 1, reached[k - 1][1])
            begin = x
            while x < len(before) and x - k < len(after) and before[x] == after[x - k]:
                x += 1
            if x > begin:
                run = Run(begin, begin - k, x - begin, run)
            reached[k] = (x, run)
            if x >= len(before) and x - k >= len(after):
                return _from_the_start(run)
            steps += 1 + x - begin
            if steps > MOST_STEPS:
                return None
    return []


def _from_the_start(run: Run | None) -> list[Run]:
    runs = []
    while run:
        runs.append(run)
        run = run.previous
    return runs[::-1]


def _readable(changes: list[Change]) -> list[Change]:
    """Neighbours of a kind in one, and a lone blank between two changes told as part of both."""
    changes = [change for change in changes if change.text]
    told: list[Change] = []
    for at, change in enumerate(changes):
        inside = 0 < at < len(changes) - 1
        if change.kind == SAME and inside and SAYS_NOTHING.fullmatch(change.text):
            told += [Change(REMOVED, change.text), Change(ADDED, change.text)]
        else:
            told.append(change)
    return [
        Change(kind, "".join(change.text for change in stretch if change.kind == kind))
        for is_same, run in groupby(told, lambda change: change.kind == SAME)
        for stretch in [list(run)]
        for kind in ([SAME] if is_same else [REMOVED, ADDED])
        if any(change.kind == kind for change in stretch)
    ]
