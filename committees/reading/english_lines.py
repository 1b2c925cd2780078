"""English prose that was wrapped at a width, in a letter or a PDF: its lines put together again.

A line goes on in the next where it ends inside a phrase, or where it is full: the next word would
not have fitted on it. Lists, labels, headings and headlines stay lines.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from committees.reading.normal import PARAGRAPH, Text

NARROWEST, WIDEST = 36, 140  # letters on a line of a page
FULL = 0.88  # of the widest line: letters are of several widths
TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Pol|Gen|Col|Maj|Lt|Capt|H\.\s?E|M\.R|M\.L|Asst|Assoc|Hon|Sub)\.|Mr|Mrs|Ms|Miss|Dr)"
# No line ends so but inside a phrase; what is short and ends so may be a heading: Attended by.
INSIDE = re.compile(
    rf"(?:(?<![\w-])(?:of|and|&|the|for|on|to|with|by|from|in|at|as|an?|or|between|its|their|his|her|which|who|that|was|were|has|had|will|be|No\.|{TITLE})|[-–/])$"
)
GLUED = re.compile(r"\w[-–/]")
HEADING = re.compile(r"(?:[\w'’-]+ ){1,3}(?:by|from|with|was|were|at|on|to)$")
# The name of a body that ends before its number: Committee on Clean / Water No. 1/2020.
BODY_OPEN = re.compile(
    r"\b(?:[Cc]ommittee|Group|Board|Panel|Commission|Council|Task Force|Team) (?:on|of|for)(?: (?:of|for|and|the|in|to))*(?: [A-Z][\w'’-]+(?: (?:of|for|and|the|in|to|&))*){1,8}$"
)
BODY_GOES_ON = re.compile(
    r"(?:[A-Z][\w'’-]+ (?:(?:of|for|and|the|in|to|&) )*){1,8}(?<!Meeting )(?:No\.|\(?[0-9]{1,3}/[0-9]{4}|met\b|held\b|convened\b)"
)
SMALL = re.compile(r"[\"“(]?[a-z](?![\w ]{0,24}:)")
ENDED = re.compile(r"[.!?:;][\"”’)]*$")
ITEM = r"\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,4})[.)]\s|[-–•*·▪●>]"
MARKED = re.compile(ITEM)
KEPT = re.compile(
    rf"{ITEM}|[A-Z][\w /&-]{{1,30}}\s?:|(?i:absent|apologies|regrets|(?:also |members )?present|(?:also )?in attendance|attendees|participants|observers|agenda|not present)\b[^.]{{0,40}}$"
)
# These begin a sentence: where the line above ends none, it is a headline.
OPENS = re.compile(
    r"(?:The|On|In|At|It|He|She|They|This|That|These|We|A|An|During|After|When|While|Also)(?![\w'’])"
)
NAMED = re.compile(rf"{TITLE}(?![\w'’])|No\. ?[0-9]")
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
        told = BODY_OPEN.search(self.words) and PROSE.search(self.words)
        if told and BODY_GOES_ON.match(self.following):
            return True
        opened = self.words.count("(") > self.words.count(")")
        bracket = opened or (self.following.startswith("(") and not MARKED.match(self.following))
        return bracket or (bool(SMALL.match(self.following)) and not ENDED.search(self.words))

    @property
    def is_prose(self) -> bool:
        return not self.is_kept and (self.is_inside or bool(PROSE.search(self.words)))

    @property
    def is_kept(self) -> bool:
        """Whether the next line is another item, or another matter."""
        return self.words.endswith(":") or bool(KEPT.match(self.following))

    @property
    def is_headline(self) -> bool:
        """Whether the next line begins a text of its own, though no sentence ends here."""
        if self.words.isupper():
            return not self.following.isupper()
        if NAMED.match(self.following):
            last = self.words.rpartition(" ")[2]
            return not (last.islower() or last.endswith((",", ";", ".")))
        return bool(OPENS.match(self.following)) and not STOPPED.search(self.words)


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
        self.lines = lines
        self.width = max(line.width for line in lines)

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether two lines in a row are full, and prose."""
        if not NARROWEST <= self.width <= WIDEST:
            return False
        return any(
            one.is_full(self.width)
            and other.is_full(self.width)
            and (one.is_prose or other.is_prose)
            for one, other in pairwise(self.lines[:-1])
        )

    def wraps(self, page: int) -> list[int]:
        """The ends of lines that only wrap; ``page`` is the width of the text, if it has one."""
        fits = 0.8 * page <= self.width <= 1.1 * page
        width = max(self.width, page) if fits or self.is_wrapped else 0
        return [
            line.end
            for at, line in enumerate(self.lines[:-1])
            if not line.is_kept
            and (
                line.is_inside
                or (width and line.is_full(width) and not line.is_headline)
                or self._is_item(at)
            )
        ]

    def _is_item(self, at: int) -> bool:
        """Whether it is an item of a list that goes on in the next line, before the next item."""
        marked = MARKED.match(self.lines[at].words) and len(self.lines) > at + 2
        before_next = marked and MARKED.match(self.lines[at + 2].words)
        narrow = NARROWEST <= self.width <= WIDEST
        return bool(before_next) and narrow and self.lines[at].is_full(self.width)


def _without(text: Text, ends: list[int]) -> Text:
    """The text without these ends of lines; a hyphen at one of them joins, else a blank does."""
    plain, starts, ends_of = [], [], []
    at = 0
    for end in ends:
        glued = bool(GLUED.search(text.plain, end - 2, end))
        plain += [text.plain[at:end], "" if glued else " "]
        starts += text.starts[at : end + (not glued)]
        ends_of += text.ends[at : end + (not glued)]
        at = end + 1
    plain.append(text.plain[at:])
    return Text(text.original, "".join(plain), starts + text.starts[at:], ends_of + text.ends[at:])
