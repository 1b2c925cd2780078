"""The stretches of an English text that name offices as present: representatives of …; … sent officers.

Representatives who are named came, unless the words before say that they are only asked or met.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from committees.reading import english_signs as signs
from committees.reading.english import SMALL_HEAD
from committees.reading.english_roll import EnglishRoll
from committees.reading.patterns import Begun

PEOPLE = r"(?:(?:[Rr]epresentatives?|[Dd]elegates?|[Dd]elegations(?= of)|[Dd]elegations?(?= from)|[Oo]fficials?|[Oo]fficers?|[Oo]bservers?|[Ee]xperts?|[Ss]taff|[Ee]xecutives|[Ee]nvoys?|[Dd]iplomats?|[Cc]ounterparts|[Cc]olleagues|[Tt]eams?|[Ee]ngineers|[Ss]pecialists|[Ss]cholars|[Dd]elegation members)(?: (?:and|or) [a-z]+)?(?:,? (?:sent|drawn|coming))?)"
DELEGATES = re.compile(
    rf"\b(?:{PEOPLE} (?:of|from)|(?:[Mm]embers|[Pp]articipants|[Gg]uests|[Pp]eople|[Oo]thers|[Tt]hose|came|coming|drawn|hailed) from)(?: (?:both|the|two|three|four|five))*\s"
)
DELEGATIONS = Begun(DELEGATES)
OPENERS = Begun(
    re.compile(
        r"\b(?:(?:attended|joined|accompanied|flanked|supported)(?: [a-z]+ly| online| in person)? by|(?:brought|bringing) together|gathering|gathered|in the presence of|with the participation of|alongside|together with|along with|as well as|(?:as|so) did|[Aa]ttendance(?: of)?|[Pp]resent(?: were| was)?|(?:taking part|participating|joining|attending|in attendance)(?: were| was)?|(?:[Pp]articipants|[Aa]ttendees|[Tt]hose (?:present|attending|around the table|taking part))(?: were| included?)?|comprised|included|consisted of|composed of|made up of|organi[sz]ations represented(?: were)?|agencies represented(?: were)?|represented(?: at the table)? were|welcomed|with)\s?:?\s(?:also |both |the )*(?=[A-Z0-9\n•*-])"
    )
)
TAILS = Begun(
    re.compile(
        r"\b(?:(?:also |each |all |both |likewise |duly )*(?:(?:was|were|had been) (?:also |each |all |both |duly |likewise )?represented(?: by (?:an?|one|two|three|its|their|[a-z]+ officers?)\b|(?! by))|(?:had )?(?:sent|dispatched|provided|seconded|delegated|fielded) (?:[a-z]+ ){0,3}(?:representatives?|delegates?|observers?|officials?|officers?|staff|teams?|specialists?|experts?|engineers?|people|someone|delegations?)"
        r"|sent (?:an?|its|their|two|three|four|several) (?!letter|message|apolog|report|note|regret|written|comment|paper|representative|greeting)[a-z]+|took part|participated|attended(?! by)|joined(?! by)|(?:was|were) (?:also |all |both |each )?(?:present|in attendance|on hand|there|at the table)|had (?:an? |its |their )?(?:seats?|representatives?|delegates?|observers?) (?:at|in|on|present)))"
    )
)
TOKEN = re.compile(
    r"[\s,;:)&•*|–-]|\([^()\n]{0,60}\)|[0-9]{1,2}[.)](?= )|(?:two|three|four|five|six|seven|eight|several|other|many) (?:other )?[a-z]+(?: (?:chains|groups|firms|companies|agencies|operators|bodies|schools|banks|associations|offices|departments))?|(?:and|as well as|together with|along with|alongside|also|the|plus|finally|both|from|of|representatives?|officials?|delegates?|officers?|staff|executives|observers?|experts?|an?|two|three|one|other|senior|for|in|to|on|their|its|with|de|la)\b|(?:Co|Ltd|Inc|B\.V|N\.V|St)\.|[A-Z0-9À-Þ][\w'’&/-]*(?:\.(?=\w)[\w'’&/-]*)*"
)
NOT_HERE = re.compile(
    r"\b(?:invit\w+|ask\w*|request\w*|task\w*|assign\w*|instruct\w*|urg\w+|call\w* (?:up)?on|consult\w*|contact\w*|meet(?:ing)?(?: with)?|met(?: with)?|signed by|issued by|letters? (?:from|by|of)|submitted (?:by|to)|comments? (?:from|by)|answers? from|data from|support (?:from|of)|funding from|thank\w*|host\w* by|organi[sz]ed by|drafted by|prepared by|apolog\w+|regrets?|absent|excused|absence of|visit\w*(?: by)?|to|will|would|should|must|train\w*|remind\w*|order\w*|direct\w*)(?: from| the| some| senior)?\s*$",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"[\s,]*(?:who |which )?(?:(?:had|was|were|also|both) )*(?:not\b|absent|unable|could not|did not|sent apolog|sent (?:its|their) apolog|apologi|declined|will |would |should |must |(?:was|were) (?:asked|requested|invited|tasked|instructed|assigned))"
)
LONGEST = 1500


@dataclass
class Listed:
    """A list of those present; after a mark any name is that of an office."""

    begin: int
    end: int
    marks: set[int] = field(default_factory=set)


def read_lists(roll: EnglishRoll) -> list[Listed]:
    """The lists of those who came to this meeting, in their order and apart."""
    apart: list[Listed] = []
    for one in sorted(_Lists(roll).read(), key=lambda one: one.begin):
        if apart and one.begin < apart[-1].end:
            apart[-1].end = max(apart[-1].end, one.end)
            apart[-1].marks |= one.marks
        else:
            apart.append(one)
    return apart


class _Lists:
    """The lists of one text."""

    def __init__(self, roll: EnglishRoll):
        self.roll, self.text = roll, roll.text
        self.starts = [one.start for one in roll.people]

    def read(self):
        for match in DELEGATIONS.finditer(self.text):
            before = self.text[max(0, match.start() - 60) : match.start()]
            if not NOT_HERE.search(before) and self._is_told(match.start()):
                yield from self._list(match.end(), marked=True)
        for match in OPENERS.finditer(self.text):
            if match[0].startswith(("with ", "welcomed ")) and not self._person(match.end()):
                continue
            if self._is_told(match.start()) and not self._is_absent(match.start()):
                yield from self._list(match.end(), marked=True)
        for match in TAILS.finditer(self.text):
            if self._is_told(match.start()):
                yield from self._subjects(match.start())

    def _is_told(self, at: int) -> bool:
        """Whether this meeting is spoken of, outside of people's posts."""
        if self._person(at):
            return False
        return self.roll.meetings.belongs(at) and not self.roll.is_of_another(at, at + 200)

    def _is_absent(self, at: int) -> bool:
        begin, _end = self.roll.sentence(at)
        return bool(signs.OPENS_ABSENT.search(self.text[max(begin, at - 80) : at + 1].lower()))

    def _person(self, at: int):
        index = bisect_right(self.starts, at) - 1
        one = self.roll.people[index] if index >= 0 else None
        return one if one and at < one.end else None

    def _list(self, begin: int, *, marked: bool):
        end = self._extent(begin)
        if end > begin and not NEGATED.match(self.text, end):
            yield Listed(begin, end, {begin} if marked and not self._person(begin) else set())

    def _extent(self, at: int) -> int:
        """The end of the list that begins there: names, offices and what joins them."""
        limit = min(len(self.text), at + LONGEST)
        while at < limit:
            if one := self._person(at):
                at = one.end
                continue
            match = TOKEN.match(self.text, at, limit) or SMALL_HEAD.match(self.text, at - 1, limit)
            if not match or self._is_over(at):
                break
            at = match.end()
        return at

    def _is_over(self, at: int) -> bool:
        """A sentence is over; so is a list of lines where a line begins another matter."""
        if self.text[at] != "\n":
            return False
        return not signs.LISTED_LINE.match(self.text, at)

    def _subjects(self, end: int):
        """A, B and C took part: the offices before the verb."""
        begin, _end = self.roll.sentence(end)
        at = start = max(begin, end - 600)
        while at < end:
            if one := self._person(at):
                at = one.end
                continue
            match = TOKEN.match(self.text, at, end)
            if match:
                at = match.end()
                continue
            at = WORD.match(self.text, at).end()
            start = at
        start = self.roll.page.skip(start, " ,;:\n")
        if start < end:
            yield Listed(start, end, {start})


WORD = re.compile(r"\w+|\W")
