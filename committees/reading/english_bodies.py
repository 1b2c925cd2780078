"""The body that met, in an English text: … Committee on …, Executives' Meeting of …, Steering Group of …

A body is a kind of body with the capitals around it. Of several the one is taken that the words
beside it say has met, and of its names the fullest.
"""

import re
from bisect import bisect_left

from committees.reading.english import POST_BEFORE, POST_HEADS
from committees.reading.english_posts import MONTH, WEEKDAY, Flow
from committees.reading.meetings import Meetings
from committees.reading.normal import PARAGRAPH, Span, meets
from committees.reading.page import Page
from committees.reading.patterns import Begun
from committees.reading.register import COMMITTEE

FIRM = r"(?:Sub-?[Cc]ommittee|Committee|(?:Working|Steering|Advisory|Expert|Core|Contact|Coordination|Coordinating|Drafting|Technical|Task|Study|Joint|Expert|Reference|Consultative|Review|Planning|Liaison|Focal|Monitoring|Liaison) (?:Group|Team|Party)|Working Group|Task ?[Ff]orce|Taskforce|Commission|Panel|Board|Round ?[Tt]able)"
LOOSE = r"(?:Council|Forum|Assembly|Dialogue|Consultations?|Secretariat|Congress|Caucus|Mechanism|Cabinet|Jury|Summit|Group|Team|Talks)"
NOT_WHOSE = "(?!The |Its |Committee|Group|Board|Panel|Commission|This )"
MEETINGS = r"Senior Officials Meeting|Executives? Meeting|Heads of (?:[A-Z]\w+ ){1,4}Meeting"
WHOSE = rf"{NOT_WHOSE}(?:[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}}(?:s['’]|['’]s) Meeting|{MEETINGS})"


def _kind(whose: str) -> re.Pattern:
    return re.compile(
        rf"(?<![\w'’-])(?P<kind>(?P<whose>{whose})|(?P<firm>(?i:{FIRM}))|(?P<loose>{LOOSE}))(?![\w'’]| [Rr]oom)"
    )


KIND = _kind(WHOSE)
# Where nobody's meeting is spoken of (Governors' Meeting), a body begins with one of few words.
SOMEBODYS = re.compile("(?:s['’]|['’]s) Meeting")
NOBODYS = Begun(_kind(rf"{NOT_WHOSE}(?:{MEETINGS})"))
CAPITAL = r"(?:[A-ZÀ-Þ][\w&'’/.-]*\w(?:(?<=s)['’](?= ))?|[A-Z]\b|(?<= )[0-9]{4}(?= (?:met|held|convened|sat|gathered|has|was)))"
LINK = rf"(?:of|on|for|the|and|to|with|between|against|among|under|through|towards?|into|within|across|its|&|–|-|in(?= (?:[A-Z][\w-]+ ){{0,2}}[A-Z][\w-]*s\b)|as(?! (?:the |an? |its )?{POST_BEFORE}{POST_HEADS})|OF|ON|FOR|THE|AND|TO|IN|WITH)"
STOP = rf"(?:No|Nos|The|At|In|On|By|Meetings?|Session|MEETING|NO|{MONTH}|{WEEKDAY}|Held|Sets?|Opens?|Meets?|Holds?|Looks?|Moves?|Reviews?|Chair\w*|Gathers?|Convenes?|Agrees?|Adopts?|Mr|Ms|Mrs|Dr|Prof|H\.E|Wraps?|Backs?|Approves?|Endorses?|Plans?(?! )|Concludes?|Discusses|Considers?|Tackles|Takes|Calls|Kicks|Resumes|Zoom|Microsoft|Deputy Governor)\b"
MORE = re.compile(
    rf"(?: {LINK}){{0,3}} (?!{STOP}){CAPITAL}|, (?!{STOP}){CAPITAL}(?: {CAPITAL}){{0,2}}(?=(?:, {CAPITAL}(?: {CAPITAL}){{0,2}}){{0,3}},? (?:and|&) {CAPITAL})"
)
# Up to its number or its verb a name goes on over any small word.
WIDER = re.compile(rf"(?: (?:{LINK}|in|as|from|by|an?|or)){{1,3}} (?!{STOP}){CAPITAL}")
ENDS_NEXT = re.compile(
    r" (?:met|convened|held|gathered)\b|,?(?: \([A-Z][\w-]*\))?,? (?:(?:[Mm]eeting|MEETING|[Ss]ession) )?\(?(?:(?:No|NO)\b|[0-9]{1,3}/[0-9]{4})"
)
# A body that prepares a meeting has it in its name; one that prepares a festival met itself.
PREPARES = re.compile(r"\b(?:Prepar(?:ations?|atory|ing)|Organi[sz](?:ing|ation)|Host(?:ing)?)\b")
PREPARED = re.compile(rf"(?: {LINK}){{0,3}} (?:Meetings?|Session)\b(?! [Rr]oom)")
OCCASION = re.compile(
    r"\b(?:Meeting|Conference|Forum|Congress|Summit|Seminar|Symposium|Convention|Assembly|Festival|Games|Camp|Fair|Exhibition|Expo|Weeks?|Days?|Celebrations?|Ceremony|Events?|Visit|Programme|Program|Project)$"
)
# What is named so is an occasion, but where it has a number, a year and a chair.
FORUM = re.compile(r"(?:Forum|Congress|Summit|Conference|Dialogue)\b")
# That somebody was at one: attended the 3rd Congress of …; led the delegation to …
ATTENDED = Begun(
    re.compile(
        rf"\b(?:(?:to )?(?:attend|join)(?:ed|s|ing)?|t(?:ook|aking|o take) part in|(?:to )?participat(?:ed?|ing) in|represent(?:ed|ing) (?:\w+ ){{1,6}}at)(?: the| an?)?(?: {LINK})*(?: (?!{STOP}|Opening|Closing|Ceremony|Reception|Exhibition|Workshop|Training|Seminar)(?:{CAPITAL}|[0-9]+(?:st|nd|rd|th))(?: {LINK}){{0,2}}){{0,9}}? (?:{FORUM.pattern}|General Assembly\b)"
    )
)
# Or of the conference first, and then who was there: The … Forum was held …; our delegation was led by …
SAT = Begun(
    re.compile(
        rf"{FORUM.pattern},?(?: (?:\w+ )?(?:was|were) (?:held|convened|hosted)| took place)\b"
    )
)
WERE_THERE = re.compile(
    r"\b[Dd]elegation (?:was |is )?(?:led|headed) by|\b(?:attended|joined|took part in|represent(?:ed|ing) (?:\w+ ){1,6}at) the (?:\w+-day )?(?i:forum|congress|summit|conference|dialogue)\b"
)
OFFICIALS = re.compile(r"\b(?:[Dd]eleg\w+|[Rr]epresentatives?|[Oo]fficials|[Tt]eam|He|She|They)\b")
NOT_YET = re.compile(
    r"\b(?:will|would|shall|should|may|might|can|could|not|unable|invited|asked|due|expected|scheduled|plans?|hopes?|preparing|(?:is|are|was|were) to be) $"
)
# Bangkok's Committee on …: whose it is; the Governor's Advisory Council is named so.
WHOSE_PLACE = re.compile(
    rf"(?!(?:{POST_HEADS}|King|Queen|Prince|Princess|Crown|Child(?:ren)?|Wom[ae]n|M[ae]n|People|Person|Youth|Citizen|Consumer|Worker|Employee|Employer|Teacher|Parent|Student|Farmer|Resident|Elder|Patient|Artist|Writer|Veteran|Lawyer|Visitor|Saint)['’]).*['’]s$"
)
BEGINS = re.compile(
    r" (?:of|on|for|to|between|against|with|in|OF|ON|FOR|TO) ?(?:the |THE )?(?=[A-Z])"
)
# A word before the kind that does not belong to the name.
BEFORE = re.compile(
    rf"(?P<word>(?:{CAPITAL}|[0-9]{{2,3}}(?=\.))(?:,(?= {CAPITAL},? and))?)(?P<link> (?:and |of |on |for |& |the |– |- )*|-|–)$"
)
LEADING = re.compile(
    rf"(?:The|A|An|This|Its|Our|Meeting|MEETING|Minutes|MINUTES|Session|Report|Summary|Record|Note|Notes|Communiqué|News|Subject|Body|Topic|Held|Attends?|Joins?|Hosts?|Holds?|Convenes?|Chairs?|Leads?|Inaugural|Ordinary|Regular|Special|Extraordinary|Annual|Urgent|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|FIRST|SECOND|THIRD|FOURTH|FIFTH|Opens?|Welcomes?|At|On|In|By|With|From|Under|Presid\w+|Members?|Representatives?|Then|Also|When|While|After|Before|Mr|Mrs|Ms|THE|OF|ON|{MONTH}|{WEEKDAY}|No|Nos|Both|For|Of|During|Following|Attending|Online|Hybrid|Virtual|Emergency|Joint Meeting|Present|Venue|Date|Time|As|It|Decision|Resolution|Background|Yesterday|Today|Earlier|Later)$"
)
MET_AFTER = re.compile(
    r"(?:,? \([A-Z][\w-]*\))?,?(?: (?:has|have|had|today|yesterday|then|again|also|formally|duly|officially|jointly|recently|successfully|regularly))*(?: (?:met|held|holds|convened?s?|gathered|gathers|sat|sits|meets|assembled|came together|resumed|reconvened|opened|was (?:called|convened|held|chaired|presided)|were|conducted|started|began|took place|concluded|staged|discussed|considered|reviewed|agreed)\b|,? (?:[Mm]eeting|[Ss]ession|MEETING)\b(?! [Rr]oom)|[ \n,(]+(?:[Mm]eeting )?(?:No\.|NO\.|\(?[0-9]{1,3}/[0-9]{4})|,? (?:at )?its \w+ (?:meeting|session))"
)
MET_BEFORE = re.compile(
    r"(?:[Mm]eeting|MEETING|[Ss]ession|sitting|SESSION|MINUTES|[Mm]inutes|[Rr]ound|gathering|[Rr]ecord|talks|chaired|presided over|convened|led|opened|hosted|attended|joined|chairs|of the day|chair(?:man|person)?|setting for|as|when)(?: (?:No\.|no\.) ?[0-9]+(?:/[0-9]+)?)?(?: in [0-9]{4}| of [0-9]{4})?(?: of| OF| for)?(?: the| THE| its| a| an)? $"
)
NOT_MET = re.compile(
    r"(?:member(?:s|ship)? (?:of|to|in)|submit\w* (?:[\w ]{0,20} )?to|report\w* (?:back )?to|forward\w* (?:\w+ )?to|established|set up|setting up|creat\w+|form(?:ed|ation of)?|propos\w+|next|previous|last|under|resolution of|secretary (?:of|to)|secretariat of|on behalf of|from|by|invited|advis\w+ (?:of|to)|refer\w* (?:\w+ )?to)(?: the| a| an)? $",
)
TO_COME = re.compile(
    r"(?:upcoming|forthcoming|next|coming|(?:will|would|shall|is to|are to|due to|plans to|expected to) (?:chair|preside over|convene|hold|attend|host|call|lead|join)(?: an?| the)?) (?:[\w-]+ ){0,2}(?:meeting|session)s? of(?: the)? $"
)
FIRST_WORD = re.compile(r"(?P<word>[\w.]+)[ :]+")
MIDDLE = 400  # letters: news names its body early
SHORTEST, LONGEST = 10, 300


class EnglishBodies:
    """The bodies of a text; ``posts`` are of people, whose bodies are others."""

    def __init__(self, page: Page, flow: Flow, meetings: Meetings, posts: list[Span]):
        self.page, self.plain, self.flow, self.meetings = page, page.plain, flow, meetings
        self.posts = sorted(posts)

    def read(self) -> Span | None:
        """The body that met, by its fullest name."""
        spans = self._bodies()
        scored = [(self._score(span, firm), -span[0], span) for span, firm in spans]
        best = max(scored, default=None)
        if not best or best[0] < 2:
            return None
        return self._in_full(best[2], [span for span, _firm in spans])

    def is_attended(self) -> bool:
        """Whether officials are said to have been at a conference, which is no body and yet met."""
        if any(map(self._is_of_officials, ATTENDED.finditer(self.plain))):
            return True
        sat = next((match for match in SAT.finditer(self.plain) if self._is_told(match)), None)
        there = WERE_THERE.finditer(self.plain, sat.end()) if sat else ()
        return any(map(self._is_of_officials, there))

    def _is_told(self, sat: re.Match) -> bool:
        begin, _end = self.meetings.sentence(sat.start())
        return self.flow.other_occasion(begin, sat.end()) is None

    def _is_of_officials(self, attended: re.Match) -> bool:
        at = attended.start()
        begin, _end = self.meetings.sentence(at)
        if not self.meetings.belongs(at) or NOT_YET.search(self.plain, max(0, at - 20), at):
            return False
        if self.flow.other_occasion(begin, attended.end()) is not None:
            return False
        named = bisect_left(self.posts, (begin, 0)) < bisect_left(self.posts, (at, 0))
        return named or bool(OFFICIALS.search(self.plain, begin, attended.end()))

    def is_firm(self, span: Span) -> bool:
        """Whether it is a committee or its like: a forum may be a fair, too."""
        return any(match["firm"] or match["whose"] for match in KIND.finditer(self.plain, *span))

    def in_title(self, _end: int) -> None:
        """An English title is shortened freely; nothing is doubted for it."""
        return

    def _bodies(self) -> list[tuple[Span, bool]]:
        found: list[tuple[Span, bool]] = []
        end = 0
        kinds = KIND if SOMEBODYS.search(self.plain) else NOBODYS
        for match in kinds.finditer(self.plain):
            if match.start() < end or not self.plain[match.start()].isupper():
                continue
            known = self.page.known(match.start(), COMMITTEE)
            begin = match.start() if match["whose"] else self._begin(match.start(), end)
            begin = self._without_leading(begin, match.start())
            end = known.span[1] if known else self._end(begin, match)
            if end - begin >= SHORTEST:
                found.append(((begin, end), bool(match["firm"] or match["whose"])))
        known = [one.span for one in self.page.mentions if one.kind == COMMITTEE]
        found = [one for one in found if not meets(one[0], known)]
        return found + [(span, True) for span in known]

    def _begin(self, at: int, since: int) -> int:
        begin = at
        for _ in range(12):
            match = BEFORE.search(self.plain, max(since, begin - 40), begin)
            if not match or LEADING.match(match["word"]) or "\n" in match[0]:
                break
            if WHOSE_PLACE.match(match["word"]):
                break
            begin = match.start()
        return begin

    def _without_leading(self, begin: int, kind: int) -> int:
        while begin < kind and (word := FIRST_WORD.match(self.plain, begin, kind)):
            if not LEADING.match(word["word"]):
                break
            begin = word.end()
        return begin

    def _end(self, begin: int, match: re.Match) -> int:
        end, limit = match.end(), match.start() + LONGEST
        if not BEGINS.match(self.plain, end):
            return end
        while end < limit and (more := self._more(begin, end)):
            end = more.end()
        return self._up_to_its_end(end, limit) or end

    def _more(self, begin: int, end: int) -> re.Match | None:
        if more := MORE.match(self.plain, end):
            return more
        name = self.plain[begin:end]
        prepares = PREPARES.search(name) and not OCCASION.search(name)
        return PREPARED.match(self.plain, end) if prepares else None

    def _up_to_its_end(self, end: int, limit: int) -> int | None:
        """Where the body's number or verb comes, if only capitals and small words stand before it."""
        while not ENDS_NEXT.match(self.plain, end):
            more = (
                (MORE.match(self.plain, end) or WIDER.match(self.plain, end))
                if end < limit
                else None
            )
            if not more:
                return None
            end = more.end()
        return end

    def _score(self, span: Span, firm: bool) -> int:
        """How likely it is the body that met."""
        begin, end = span
        before = self.plain[max(0, begin - 60) : begin].replace(PARAGRAPH, "\n")
        words = self.plain[begin:end]
        score = 2 * firm + (" " in words) + (begin < MIDDLE)
        if meets((begin, begin + 1), self.posts) or self._is_occasion(span):
            return -9
        score += 4 * bool(MET_AFTER.match(self.plain, end)) + 3 * bool(MET_BEFORE.search(before))
        score -= 4 * bool(NOT_MET.search(before.lower()))
        score -= 9 * bool(TO_COME.search(before))
        score += self._numbered(end - 60, end + 60)
        score += 2 * bool(BEGINS.search(words) or len(words.split()) > 3)
        first, last = self.meetings.sentence(begin)
        other = self.flow.other_occasion(first, end)
        score -= 3 * (other is not None and not self._numbered(first, last))
        return score - 3 * (not self.meetings.belongs(begin))

    def _is_occasion(self, span: Span) -> bool:
        """Whether it is a forum or a congress that nobody chaired as a meeting of some number."""
        if not FORUM.search(self.plain, *span) or self.is_firm(span):
            return False
        main = self.meetings.main
        numbered = main and main.be_year and self._numbered(span[0] - 60, span[1] + 60)
        return not (numbered and self.meetings.chairs)

    def _numbered(self, begin: int, end: int) -> bool:
        """Whether this meeting's number stands between the two places."""
        index = bisect_left(self.meetings.this, begin)
        return index < len(self.meetings.this) and self.meetings.this[index] < end

    def _in_full(self, span: Span, spans: list[Span]) -> Span:
        """The fullest name of the same body: Steering Group, Steering Group of the … Network."""
        words = self._words(span)
        longer = [
            other
            for other in spans
            if self._words(other).startswith(words + " ")
            or self._words(other).endswith(" " + words)
        ]
        return max([span, *longer], key=lambda one: one[1] - one[0])

    def _words(self, span: Span) -> str:
        return " ".join(self.plain[slice(*span)].split()).lower()
