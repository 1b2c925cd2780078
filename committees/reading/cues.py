"""A text as a row of people and cues: what stands beside a person says what they did.

A cue is a word of chairing, attending, sending, standing in for, being absent, or one that
begins or ends a list of those present.
"""

import re
from dataclasses import dataclass

from committees.reading import english, thai
from committees.reading.meetings import Meetings
from committees.reading.normal import meets
from committees.reading.page import Page
from committees.reading.patterns import Kinds, one_of_words
from committees.reading.people import Who

KINDS = (
    *("meets", "absent_are", "absent", "instead", "lists", "delegates", "attends", "sent"),
    *("speaks", "ends", "delegate"),
)
CUES = tuple(
    Kinds(after=words.CUES_AFTER, **{kind: getattr(words, kind.upper()) for kind in KINDS})
    for words in (thai, english)
)
BETWEEN = re.compile(
    rf"[\s,)(]*(?:(?:{one_of_words(thai.BETWEEN)}|{one_of_words(english.BETWEEN)})\s?)*"
)


@dataclass(frozen=True)
class Cue:
    """One of KINDS, or of chairing: ``chairs`` after a name, ``chair_is`` before it."""

    kind: str
    start: int
    end: int
    words: str


NO_CUE = Cue("", -1, -1, "")


class Row:
    """The people and cues of one text in their order, and what stands beside each."""

    def __init__(self, page: Page, meetings: Meetings, people: list[Who]):
        self.page, self.plain, self.meetings, self.people = page, page.plain, meetings, people
        self.cues = sorted(self._read_cues(), key=lambda one: one.start)
        self.items = sorted([*people, *self.cues], key=lambda one: one.start)
        self.places = {one.start: at for at, one in enumerate(self.items)}

    def _read_cues(self):
        taken = [(one.start, one.end) for one in self.people]
        acts = [act for act in self.meetings.acts if not meets(act.span, taken)]
        for act in acts:
            yield Cue(act.kind, *act.span, self.plain[slice(*act.span)])
        spans = [act.span for act in self.meetings.acts]
        for match in (match for cues in CUES for match in cues.finditer(self.plain)):
            if not meets(match.span(), taken) and not meets(match.span(), spans):
                yield Cue(match.lastgroup, *match.span(), match[0])

    def adjoin(self, end: int, start: int) -> bool:
        """Whether nothing of weight stands between the two places."""
        return end <= start and BETWEEN.match(self.plain, end, start).end() == start

    def next(self, one: Cue | Who, ahead: int = 1) -> Cue | Who | None:
        """What stands so many places on in the row."""
        at = self.places[one.start] + ahead
        return self.items[at] if 0 <= at < len(self.items) else None

    def before(self, one: Who) -> Cue:
        """The cue directly before somebody; NO_CUE where there is none."""
        cue = self.next(one, -1)
        return cue if isinstance(cue, Cue) and self.adjoin(cue.end, one.start) else NO_CUE

    def after(self, one: Who) -> Cue:
        """The cue directly after somebody; NO_CUE where there is none."""
        cue = self.next(one)
        return cue if isinstance(cue, Cue) and self.adjoin(one.end, cue.start) else NO_CUE

    def person_after(self, cue: Cue) -> Who | None:
        """Who stands directly after the cue."""
        other = self.next(cue)
        return other if isinstance(other, Who) and self.adjoin(cue.end, other.start) else None

    def stands_for(self, one: Who) -> Who | None:
        """Whom somebody came for."""
        cue = self.after(one)
        return self.person_after(cue) if cue.kind == "instead" else None
