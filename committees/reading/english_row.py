"""The people of an English text in a row: the words beside each, and who stands in one list."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from committees.reading import english_signs as signs
from committees.reading.english_posts import Flow
from committees.reading.normal import Span
from committees.reading.patterns import Sought
from committees.reading.people import Who

SENTENCE = Sought(
    r"[ \n](?:(?<=\n)|(?<=[.!?”\"’)].))",
    re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”\"’)]))[ \n]+(?=[A-Z“\"(0-9‘])|\n+(?![a-z])"),
)
ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Assoc|Asst|Pol|Gen|Maj|Lt|Col|Capt|Sub|Co|No|St|H\.\s?E|M\.R|M\.L|Atty|Engr|Ir|Rev|Hon|Sgt|Adm|Cdr|Fr|Ven|Cllr|approx|Vol|nos?|[A-Z])\.$"
)
FAR = 400  # letters beside somebody that may be said of them
FEW_WORDS = 90  # letters of a line that may be the heading of a list


@dataclass
class Beside:
    """The words before and after somebody, and those of the list in which they stand."""

    before: str = ""
    after: str = ""
    opens: str = ""
    ends: str = ""
    chain: int = 0
    first: bool = True


class EnglishRow:
    """The people of one text, in ``sides`` each with the words beside them."""

    def __init__(self, flow: Flow, people: list[Who]):
        self.text, self.people = flow.text, people
        self.breaks = self._breaks()
        self.sides = self._beside()

    def _breaks(self) -> list[int]:
        starts = [one.start for one in self.people]
        found = [0]
        for match in SENTENCE.finditer(self.text):
            at = match.end()
            index = bisect_right(starts, match.start()) - 1
            inside = index >= 0 and self.people[index].end > at
            if inside or ABBREVIATED.search(self.text, max(0, match.start() - 8), match.start()):
                continue
            if "\n" in match[0] and self.text[match.start() - 1 : match.start()] == ",":
                continue
            found.append(at)
        return [*found, len(self.text)]

    def sentence(self, at: int) -> Span:
        """Where the sentence begins and ends in which the place stands."""
        index = bisect_right(self.breaks, at)
        begin = self.breaks[index - 1]
        return begin, self.breaks[index] if index < len(self.breaks) else len(self.text)

    def _beside(self) -> list[Beside]:
        rows: list[Beside] = []
        chain = 0
        for at, one in enumerate(self.people):
            begin, _end = self.sentence(one.start)
            last = self.people[at - 1].end if at else 0
            _begin, end = self.sentence(max(one.end - 1, one.start))
            following = self.people[at + 1].start if at + 1 < len(self.people) else end
            side = Beside(
                self.text[max(begin, last, one.start - FAR) : one.start],
                self.text[one.end : min(end, following, one.end + FAR)],
            )
            joined = at and self._is_joined(last, one.start)
            chain += not joined
            side.chain, side.first = chain, not joined
            side.opens = rows[-1].opens if joined else self._opening(one.start, side.before, last)
            rows.append(side)
        for at in range(len(rows) - 1, -1, -1):
            same = at + 1 < len(rows) and rows[at + 1].chain == rows[at].chain
            rows[at].ends = rows[at + 1].ends if same else rows[at].after
        return rows

    def _is_joined(self, end: int, start: int) -> bool:
        """Whether two who are named stand in one list."""
        gap = self.text[end:start]
        if len(gap) > 400 or self._heading(gap):
            return False
        crosses = bisect_right(self.breaks, start) - bisect_right(self.breaks, end)
        lined = "\n" in gap and signs.NUMBERING.fullmatch(gap.rsplit("\n", 1)[1])
        line = self.text.rfind("\n", 0, end) + 1
        above = self.text[line : line + 5]
        same = signs.BULLET.match(above) is None or signs.BULLET.match(gap.rsplit("\n", 1)[-1])
        lined = lined and same and not signs.ENDED.match(gap)
        return (lined or not crosses) and bool(signs.JOINS.fullmatch(gap))

    @staticmethod
    def _heading(gap: str) -> str:
        """A line between two lists that names nobody."""
        lines = [line.strip() for line in gap.split("\n")]
        return next((line for line in reversed(lines[1:-1]) if line), "")

    def _opening(self, start: int, before: str, last: int) -> str:
        """The words before a list: those in its sentence, or the line above it."""
        line = self.text.rfind("\n", 0, start)
        if not signs.NUMBERING.fullmatch(before) or (line < 0 and before.strip()):
            return before
        above = self.text[max(0, last - 1, line - 400) : max(line, 0)].rstrip()
        if not above or line < last:
            return before
        heading = above.rsplit("\n", 1)[-1]
        if len(heading) < FEW_WORDS or heading.endswith(":"):
            return heading + " "
        return before
