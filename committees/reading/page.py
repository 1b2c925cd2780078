"""A text with the names of the register found in it: what every part of the reader looks at."""

import re
from bisect import bisect_left
from functools import cached_property

from committees.reading.normal import PARAGRAPH, Span, Text
from committees.reading.register import Mention, Register
from committees.reading.report import Found
from committees.reading.thai import GLUE, MARKS

# Thai has no blank where only a line ends.
WRAPPED = re.compile("(?<=[\u0e01-\u0e4e])\n(?=[\u0e01-\u0e4e])")


def one_line(words: str) -> str:
    """Words as they stand on one line, whatever line or layout parted them."""
    return " ".join(WRAPPED.sub("", words).split())


class Page:
    """Places are those of ``plain``."""

    def __init__(self, text: Text, register: Register):
        self.text, self.plain = text, text.plain
        self.mentions = register.mentions(text)
        self.begins = {one.span[0]: one for one in self.mentions}

    @cached_property
    def starts(self) -> list[int]:
        """Where the names of the register begin."""
        return [one.span[0] for one in self.mentions]

    @cached_property
    def ends(self) -> dict[int, Mention]:
        """The names of the register by where they end."""
        return {one.span[1]: one for one in self.mentions}

    def known(self, at: int, *kinds: str) -> Mention | None:
        """The name of the register that begins there, if it is of one of these kinds."""
        one = self.begins.get(at)
        return one if one and one.kind in kinds else None

    def is_free(self, at: int) -> bool:
        """Whether a word may begin there: after a blank, a mark, or what words are glued to."""
        if not at:
            return True
        before = self.plain[at - 1]
        if not (before.isalnum() or before in MARKS) or at in self.ends:
            return True
        return not self.plain[at].isascii() and (
            before.isdecimal() or self.plain.endswith(GLUE, max(0, at - 10), at)
        )

    def skip(self, at: int, chars: str = " \n") -> int:
        """The next place after these letters."""
        while at < len(self.plain) and self.plain[at] in chars:
            at += 1
        return at

    def back(self, at: int, chars: str = " \n") -> int:
        """The last place before these letters."""
        while at and self.plain[at - 1] in chars:
            at -= 1
        return at

    def word_end(self, at: int, stop: re.Pattern, longest: int = 160) -> int:
        """Where the run of letters from ``at`` ends; blanks inside a known name do not end it."""
        limit = min(len(self.plain), at + longest)
        while True:
            match = stop.search(self.plain, at, limit)
            end = match.start() if match else limit
            over = self._name_over(at, end)
            if over is None:
                return end
            at = over

    def _name_over(self, begin: int, end: int) -> int | None:
        """The end of a name of the register that goes on where ``end`` seemed to be."""
        index = bisect_left(self.starts, end) - 1
        if index < 0 or self.starts[index] < max(begin, end - 60):
            return None
        over = self.mentions[index].span[1]
        return over if over > end else None

    def title(self) -> int:
        """Where the first line ends, if more than a blank line's worth of text follows it."""
        end = self.plain.find(PARAGRAPH)
        line = self.plain.find("\n")
        return min((at for at in (end, line) if at >= 0), default=0)

    def found(self, span: Span, value=None) -> Found:
        """A value with its place in the original; by default the words that stand there."""
        words = one_line(self.plain[slice(*span)])
        return Found(words if value is None else value, self.text.place(span))

    def as_registered(self, span: Span) -> Found:
        """A name of the register in its own spelling, whatever blanks were put inside."""
        parts, at = [], span[0]
        for one in self.mentions:
            if one.span == span:
                return Found(one.value, self.text.place(span), one.entry.name)
            if span[0] <= one.span[0] and one.span[1] <= span[1]:
                parts += [self.plain[at : one.span[0]], one.spelling]
                at = one.span[1]
        return self.found(span, one_line("".join([*parts, self.plain[at : span[1]]])))
