"""Who chaired and who came, in an English text. Who is named with a post came, unless it says otherwise.

People who stand in one list share the words before it and after it; what those words say, and
what stands beside each alone, decides.
"""

import re
from bisect import bisect_left
from functools import cached_property

from committees.reading import english_signs as signs
from committees.reading.english_paper import TRADE
from committees.reading.english_posts import Flow
from committees.reading.english_row import Beside, EnglishRow
from committees.reading.meetings import LONGEST_TITLE, Meetings
from committees.reading.normal import Span
from committees.reading.page import Page
from committees.reading.people import Who
from committees.reading.roll import Did

ONE_OF_MANY = re.compile(
    r"(?i:representatives?|members?|officers?|experts?|delegates?|advis[eo]rs?|engineers?|analysts?|specialists?|planners?|officials?|interpreters?|translators?|observers?|chair\w*|secretary|rapporteur|leaders?|consultants?|researchers?|inspectors?)\b"
)
OF_ONE = re.compile(r" (?:of|for|to) |(?i:governor|mayor|secretary|president)|, [A-Z]")
PLURAL = re.compile(
    r"(?i:directors|heads|chiefs|governors|mayors|secretaries|ambassadors|officers|managers|consuls|deputies|members|ministers|presidents)\b"
)

# No words before a list that say what it is are longer, in letters.
LONGEST_SIGN, SHORT_SIGN = 240, 100


class EnglishRoll:
    """The people of one English text, and what each of them did."""

    def __init__(self, page: Page, flow: Flow, meetings: Meetings, people: list[Who]):
        self.page, self.flow, self.text = page, flow, flow.text
        self.meetings, self.people = meetings, people
        row = EnglishRow(flow, people)
        self._opened: dict[tuple[int, str], bool] = {}
        self.sentence, self.sides = row.sentence, row.sides
        self.did = [self._verdict(at) for at in range(len(people))]
        self._hand_on()

    # What each did

    def _verdict(self, at: int) -> Did:
        one, side = self.people[at], self.sides[at]
        ends = side.ends
        if signs.OPENS_STOOD_FOR.search(side.before.lower()):
            return Did.BE_STOOD_IN_FOR
        if signs.SENDS.search(side.after) and at + 1 < len(self.people):
            return Did.SEND
        if self._is_absent(one, side):
            return Did.STAY_AWAY
        if self._is_other(one, side):
            return Did.NOTHING
        if self._chaired(at):
            return Did.CHAIR
        if signs.CHAIR_ROLE.match(side.after) and not signs.ENDS_CHAIR.match(side.after):
            return Did.CHAIR_BY_ROLE
        if signs.SENDS.search(side.before):
            sent = signs.SENT_TO.match(side.after) or signs.SENT.search(side.before)
            return Did.COME if sent else Did.NOTHING
        if self._opens(signs.OPENS_OTHER, side, SHORT_SIGN):
            return Did.NOTHING
        told = bool(
            signs.ENDS_PRESENT.match(ends)
            or signs.ENDS_WITH_OFFICES.match(ends)
            or self._opens(signs.OPENS_PRESENT, side)
            or signs.ENDS_PRESENT.match(side.after)
        )
        if not told and (signs.ENDS_OUTSIDE.match(ends) or self._has_a_trade_alone(one)):
            return Did.NOTHING
        if one.name and one.position:
            return Did.COME
        if one.name:
            return Did.COME if told or self._is_listed(at) else Did.NOTHING
        return Did.COME if told and not self._in_title(one) else Did.NOTHING

    def _in_title(self, one: Who) -> bool:
        """A title names posts that the body names with their holders."""
        return one.start < self.page.title() < LONGEST_TITLE

    def _has_a_trade_alone(self, one: Who) -> bool:
        """Economist <name>: nobody's officer, whom a newspaper asks."""
        if not one.name or not one.position or one.position > one.name:
            return False
        return bool(TRADE.fullmatch(self.text, *one.position))

    def _is_listed(self, at: int) -> bool:
        """Whether a name stands in one list with people of whom the post is stated."""
        beside = (other for other in (at - 1, at + 1) if 0 <= other < len(self.sides))
        return any(
            self.sides[other].chain == self.sides[at].chain and self.people[other].position
            for other in beside
        )

    def _opens(self, sign: re.Pattern, side: Beside, reach: int = LONGEST_SIGN) -> bool:
        """Whether it stands before the list that somebody stands in, which is asked once a list."""
        key = id(sign), side.opens  # a pattern's own hash is that of all its code
        if key not in self._opened:
            self._opened[key] = bool(
                sign.search(side.opens.lower(), max(0, len(side.opens) - reach))
            )
        return self._opened[key]

    def _opens_chair(self, side: Beside) -> bool:
        may = self._opens(signs.MAY_OPEN_CHAIR, side)
        return may and self._opens(signs.OPENS_CHAIR, side)

    def _is_absent(self, one: Who, side: Beside) -> bool:
        if signs.ENDS_ABSENT.match(side.after) or signs.ENDS_ABSENT.match(side.ends):
            return True
        if signs.ABSENT_LATER.search(side.after):
            return True
        return self._opens(signs.OPENS_ABSENT, side) and not self._opens_chair(side)

    def _is_other(self, one: Who, side: Beside) -> bool:
        """Whether another occasion is spoken of."""
        if not self.meetings.belongs(one.start) and not signs.ENDS_CHAIR.match(side.ends):
            return True
        return self.is_of_another(one.start, one.end + 120)

    def is_of_another(self, at: int, reach: int) -> bool:
        """Whether the sentence speaks of another occasion, and not of this meeting by its number."""
        begin, end = self.sentence(at)
        if self.flow.other_occasion(begin, min(end, reach)) is None:
            return False
        index = bisect_left(self.meetings.this, begin)
        return index == len(self.meetings.this) or self.meetings.this[index] >= end

    def _chaired(self, at: int) -> bool:
        side = self.sides[at]
        if self._opens_chair(side) and not signs.LEADS_OTHERS.search(side.opens):
            return side.first or self._with_chair(at)
        if signs.ENDS_CHAIR.match(side.after):
            return not self._accompanies(at)
        if side.ends is not side.after and signs.ENDS_CHAIR.match(side.ends):
            return self._all_chair(at)
        return self._is_subject(side) and bool(signs.CHAIRS_LATER.search(side.after))

    def _with_chair(self, at: int) -> bool:
        """Chaired by A and B: B too; chaired by A, with B: A alone."""
        before = self.text[self.people[at - 1].end : self.people[at].start]
        return bool(signs.HERE_TOO.fullmatch(before)) and self._with_last(at)

    def _with_last(self, at: int) -> bool:
        several = signs.SEVERAL.search(self.sides[at].opens) is not None
        return several or (self.sides[at - 1].first and not self._goes_on(at))

    def _goes_on(self, at: int) -> bool:
        return at + 1 < len(self.sides) and self.sides[at + 1].chain == self.sides[at].chain

    def _all_chair(self, at: int) -> bool:
        """A and B co-chaired: everybody up to the verb."""
        gap = self.text[self.people[at].end : self.people[at + 1].start]
        return bool(signs.HERE_TOO.fullmatch(gap))

    def _accompanies(self, at: int) -> bool:
        """A, accompanied by B, chaired: A did."""
        return bool(signs.ACCOMPANIED_BY.search(self.sides[at].before))

    @staticmethod
    def _is_subject(side: Beside) -> bool:
        return not signs.NO_SUBJECT.search(side.opens)

    def _hand_on(self) -> None:
        """A, for B, chaired: what is said after B is said of A."""
        for at in range(1, len(self.people)):
            if self.did[at - 1] is not Did.COME:
                continue
            handed = self.did[at] is Did.BE_STOOD_IN_FOR or self._accompanies(at)
            if handed and signs.ENDS_CHAIR.match(self.sides[at].after):
                self.did[at - 1] = Did.CHAIR

    # Who chaired, and who came

    def chairs(self) -> list[Who]:
        """Those who chaired; a title often names the post alone, and the body who holds it."""
        groups: list[list[int]] = []
        for at, did in enumerate(self.did):
            if did is not Did.CHAIR:
                continue
            near = groups and at - groups[-1][-1] == 1
            if near and self.sentence(self.people[at].start)[0] <= self.people[at - 1].start:
                groups[-1].append(at)
            else:
                groups.append([at])
        if groups:
            best = min(groups, key=lambda group: self._rank(group[0]))
            return [self._in_full(self.people[at]) for at in best]
        by_role = (one for at, one in enumerate(self.people) if self.did[at] is Did.CHAIR_BY_ROLE)
        return [self._in_full(one) for one in by_role][:1]

    def _rank(self, at: int) -> tuple[bool, bool]:
        one = self._in_full(self.people[at])
        return one.name is None, one.position is None

    def attendees(self, chairs: list[Who]) -> list[Who]:
        """Those who came, beside who chaired."""
        kept: list[Who] = []
        came = {Did.COME, Did.CHAIR, Did.CHAIR_BY_ROLE}
        seen = {self._words(one.name or one.position) for one in chairs}
        away = {
            self._words(one.name)
            for at, one in enumerate(self.people)
            if one.name and self.did[at] in {Did.STAY_AWAY, Did.SEND, Did.BE_STOOD_IN_FOR}
        }
        for at, short in enumerate(self.people):
            one = self._in_full(short)
            key = self._words(one.name or one.position)
            if self.did[at] not in came or key in seen | away:
                continue
            if one.name is None and (self.did[at] is Did.CHAIR or not self._is_one(one)):
                continue
            seen.add(key)
            kept.append(one)
        held = {self._words(one.position) for one in (*chairs, *kept) if one.name and one.position}
        return [one for one in kept if one.name or self._words(one.position) not in held]

    def instead_of(self, one: Who) -> Who | None:
        """Whom somebody came for."""
        at = next((at for at, other in enumerate(self.people) if other.name == one.name), None)
        if at is None or at + 1 == len(self.people) or not one.name:
            return None
        stood = self.did[at + 1] is Did.BE_STOOD_IN_FOR
        return self.people[at + 1] if stood else None

    def _in_full(self, one: Who) -> Who:
        """The same person with the whole name and the post, where both are stated elsewhere."""
        if one.position or not one.name:
            return one
        words = self._short(one)
        named = self._named.get(min(words), {})
        return next((other for key, other in named.items() if words <= key), one)

    @cached_property
    def _named(self) -> dict[str, dict[frozenset[str], Who]]:
        """Those named with their post, by each word of the name."""
        found: dict[str, dict[frozenset[str], Who]] = {}
        for one in self.people:
            if one.name and one.position:
                key = self._short(one)
                for word in key:
                    found.setdefault(word, {}).setdefault(key, one)
        return found

    def _short(self, one: Who) -> frozenset[str]:
        words = self.text[slice(*one.name)].replace(".", ". ").split()
        named = {word.strip(".") for word in words if not TITLE_WORD.fullmatch(word)}
        return frozenset(named or words)

    def _is_one(self, one: Who) -> bool:
        """Whether the post is one person's: not all directors, nor a member."""
        words = self.text[slice(*one.position)]
        return (
            not ONE_OF_MANY.match(words)
            and not PLURAL.search(words.split(" of ")[0])
            and bool(OF_ONE.search(words))
        )

    def _words(self, span: Span) -> str:
        return "".join(self.text[slice(*span)].split())


TITLE_WORD = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Dr|Prof|Professor|Assoc|Asst|Pol|Gen|General|Maj|Lt|Col|Capt|Sub|H|E|M|R|L|Hon|The|Atty|Emeritus|Khun|Datuk|Sir|Acting)\.?"
)
