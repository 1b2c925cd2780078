"""English prose that was wrapped at a width, in a letter or a PDF: its lines put together again.

A line goes on in the next where it ends inside a phrase, or where it is full: the next word would
not have fitted on it. Lists, labels, headings and headlines stay lines.
"""

import re
from dataclasses import dataclass

from committees.reading.normal import PARAGRAPH, Text

NARROWEST, WIDEST = 36, 140  # letters on a line of a page
FULL = 0.88  # of the widest line: letters are of several widths
TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Pol|Gen|Col|Maj|Lt|Capt|H\.\s?E|M\.R|M\.L|Asst|Assoc|Hon|Sub)\.|Mr|Mrs|Ms|Miss|Dr)"
# No line ends so but inside a phrase; what is short and ends so may be a heading: Attended by.
INSIDE = re.compile(
    rf"(?:(?<![\w-])(?:of|and|&|the|for|on|to|with|by|from|in|at|as|an?|or|between|its|their|his|her|which|who|that|was|were|has|had|will|be|No\.|{TITLE})|(?<=\w)[-–/])$"
)
HEADING = re.compile(r"(?:[\w'’-]+ ){1,3}(?:by|from|with|was|were|at|on|to)$")
SMALL = re.compile(r"[\"“(]?[a-z](?![\w ]{0,24}:)")
ENDED = re.compile(r"[.!?:;][\"”’)]*$")
KEPT = re.compile(
    r"\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[-–•*·▪●>]|[A-Z][\w /&-]{1,30}\s?:|No\. ?[0-9]"
)
# These begin a sentence: where the line above ends none, it is a headline.
OPENS = re.compile(
    r"(?:The|On|In|At|It|He|She|They|This|That|These|We|A|An|During|After|When|While|Also)(?![\w'’])"
)
NAMED = re.compile(rf"{TITLE}(?![\w'’])")
STOPPED = re.compile(r"[.!?,;:\"”’)]$")
# What prose has, and a list of names and posts has not: a verb, or a sentence that ends.
PROSE = re.compile(
    r"\b(?:was|were|is|are|has|had|will|held|met|chaired|attended|agreed|discussed|considered|presided|joined|said|which|who|that)\b|\b(?:[a-z]+|\w{5,})[”\")]?\. [A-Z]"
)


@dataclass(frozen=True)
class Line:
    """A line of a paragraph: its words, its end in ``plain``, how wide it was, and what comes next."""

    words: str
    end: int
    width: int
    following: str

    def is_full(self, width: int) -> bool:
        """Whether no word more had fitted within the width."""
        word = self.following.partition(" ")[0]
        return self.width + 1 + len(word) > FULL * width

    @property
    def is_inside(self) -> bool:
        """Whether it ends inside a phrase."""
        if INSIDE.search(self.words):
            return not HEADING.fullmatch(self.words)
        return bool(SMALL.match(self.following)) and not ENDED.search(self.words)

    @property
    def is_kept(self) -> bool:
        """Whether the next line is another item, or another matter."""
        return self.words.endswith(":") or bool(KEPT.match(self.following))

    @property
    def is_headline(self) -> bool:
        """Whether the next line begins a text of its own, though no sentence ends here."""
        if self.words.isupper():
            return not self.following.isupper()
        if STOPPED.search(self.words):
            return False
        small = self.words.rpartition(" ")[2].islower()
        return bool(OPENS.match(self.following) or (NAMED.match(self.following) and not small))


def unwrapped(text: Text) -> Text:
    """The text with a blank for every line's end that only wraps."""
    if "\n" not in text.plain:
        return text
    blocks = [_Block(lines) for lines in _paragraphs(text)]
    page = max((block.width for block in blocks if block.is_wrapped), default=0)
    ends = [end for block in blocks for end in block.wraps(page)]
    if not ends:
        return text
    return _without(text, ends)


def _paragraphs(text: Text):
    """The lines of each paragraph that has several."""
    at = 0
    for paragraph in text.plain.split(PARAGRAPH):
        rows = paragraph.split("\n")
        if len(rows) > 1:
            lines = []
            for row, following in zip(rows, [*rows[1:], ""], strict=True):
                end = at + len(row)
                width = text.ends[end - 1] - text.starts[at] if row else 0
                lines.append(Line(row.strip(), end, width, following.strip()))
                at = end + 1
            yield lines
        else:
            at += len(paragraph) + 1


class _Block:
    """A paragraph of several lines."""

    def __init__(self, lines: list[Line]):
        self.lines, self.breaks = lines, [line for line in lines[:-1] if not line.is_kept]
        self.width = max(line.width for line in lines)

    @property
    def is_wrapped(self) -> bool:
        """Whether its lines are full, and prose."""
        full = [line for line in self.breaks if line.is_full(self.width)]
        alike = NARROWEST <= self.width <= WIDEST and 2 * len(full) >= len(self.lines) - 1
        return alike and len(full) > 1 and self._is_prose(full)

    def _is_prose(self, full: list[Line]) -> bool:
        return any(line.is_inside or PROSE.search(line.words) for line in full)

    def wraps(self, page: int) -> list[int]:
        """The ends of lines that only wrap; ``page`` is the width of the text, if it has one."""
        fits = 0.8 * page <= self.width <= 1.1 * page
        width = max(self.width, page) if fits or self.is_wrapped else 0
        return [
            line.end
            for line in self.breaks
            if line.is_inside or (width and line.is_full(width) and not line.is_headline)
        ]


def _without(text: Text, ends: list[int]) -> Text:
    """The text without these ends of lines; a hyphen at one of them joins, else a blank does."""
    plain, starts, ends_of = [], [], []
    at = 0
    for end in ends:
        glued = text.plain[end - 1] in "-–/"
        plain += [text.plain[at:end], "" if glued else " "]
        starts += text.starts[at : end + (not glued)]
        ends_of += text.ends[at : end + (not glued)]
        at = end + 1
    plain.append(text.plain[at:])
    return Text(
        text.original, "".join(plain), starts + text.starts[at:], ends_of + text.ends[at:]
    )
