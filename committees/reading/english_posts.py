"""Posts in an English text: where one begins, and how far it goes on over its office and city."""

import re
from bisect import bisect_left

from committees.reading import english_signs as signs
from committees.reading.english import OFFICE_HEAD, POST_BEFORE, POST_HEADS, PREFIXES
from committees.reading.normal import LINE_END, NO_WIDTH, PARAGRAPH, Span
from committees.reading.page import Page
from committees.reading.patterns import Begun
from committees.reading.register import DEPARTMENT, POSITION

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MORE_HEADS = r"(?:Worker|Editor|Alderman|Alderwoman|Administrator|Teacher|Lawyer|Doctor|Nurse|Auditor|Assessor|Scientist|Partner|Trustee|Bishop|Abbot|Delegate|Commander|Warden|Archivist|Librarian|Accountant|Assistant|Associate|Designer|Developer|Scholar|Executive(?=[,.;)\n]|$| of)|Ombudsman|Chargé|Trainer|Facilitator|Strategist|Controller|Comptroller|Geographer|Hydrologist|Statistician|Sociologist|Psychologist|Operator|Organi[sz]er|Supervisor|Attorney|Prefect|Magistrate|Burgomaster|Vice-Chancellor|Provost|Reader|Investigator|Technician|Surveyor|Ecologist|Physician|Surgeon|Pharmacist|Veterinarian|Journalist|Photographer|Steward|Intern|Liaison|Observer|Custodian|Pastor|Captain|Lead|Inspector|Co-?ordinator|Undersecretary|Under-Secretary|Vice-President|Vice-Governor|Vice-Mayor|Manager|Convenor|Convener|Co-?[Ff]ounder|Owner|Proprietor|Attache|Proctor|Examiner|Negotiator|Gerontologist|Epidemiologist|Climatologist|Meteorologist|Seismologist|Biologist|Archaeologist|Anthropologist|Criminologist)"
HEAD = rf"(?:{POST_HEADS}|{MORE_HEADS})"
ANY_HEAD = re.compile(rf"\b(?:{HEAD}|{HEAD.lower()})s?\b")
TAIL = r"(?:[- ](?:[Gg]eneral|[Dd]irector|[Ss]ecretary|[Oo]fficer|[Cc]hief|[Cc]ommissioner|[Mm]anager|[Ii]n[- ][Cc]harge|[Dd]esignate|[Ee]lect))*"
FREE = re.compile(
    rf"(?<![\w-])(?=[A-Z]){POST_BEFORE}(?:{HEAD}|{HEAD.lower()})s?\b(?!['’]| (?:[A-Z][\w'’-]+ )?(?:Room|room|Board|Committee|Council|Meeting|Conference|Group|Panel|Forum|Summit|Association|League|Union|Club|Federation|Foundation|Network|Society|Agency|Bureau|Department|Institute|Academy|Alliance|Assembly|Circle|Guild)\b){TAIL}"
)
FREE_PLACES = Begun(FREE)
CAPITAL = r"(?:[A-ZÀ-Þ0-9](?:[\w&'’/.-]*[\w])?(?:(?<=s)['’](?= ))?|&)"
LINK = r"(?:of|for|the|and|in|at|to|on|de|la|du|with|from|under|His|Her|charge|responsible|its|–)"
STEP = re.compile(rf"(?P<links>(?: {LINK})*) (?P<word>{CAPITAL})")
RUN = re.compile(rf"{CAPITAL}(?:(?: (?:of|for|the))* {CAPITAL})*")
STOP_WORD = re.compile(
    rf"(?:{MONTH}|{WEEKDAY}|On|The|At|In|He|She|They|With|After|Before|During|Also|Both|This|[0-9]{{1,2}}[.:][0-9]{{2}}|[0-9]{{1,4}}(?!\w|/[A-Z]))\b"
)
ROOM = re.compile(
    r"(?: (?:the|of|on))? (?:[\w'’&-]+ ){0,5}(?:[Rr]oom|Ballroom|Floor|Auditorium|Hotel|Building|Bangkok City Hall|Convention|Pavilion|[Mm]eeting|[Ss]ession|Conference|Summit|Ceremony)\b"
)
IN_ROOM = re.compile(r"(?:[\w'’&-]+ ){0,5}(?:[Rr]oom|Ballroom|Floor)\b")
FIRST = re.compile(rf"{CAPITAL}|(?:[a-z][a-z-]+ ){{0,3}}{HEAD.lower()}s?\b(?:-general)?")
# lecturer in urban design: a post that is written small, with its field.
LOWER_FIELD = re.compile(
    r"(?:[a-z-]+ ){1,3}?(?:in|of|for|at) [a-z]+(?: (?:and )?[a-z]+(?:['’]s)?){0,3}(?=, |\.\s|;|\)|\.?$)"
)
# … at the … University: where it is taught.
FIELD_AT = re.compile(
    r"(?:[a-z-]+ ){1,3}?(?:in|of|for) [a-z]+(?: (?:and )?[a-z]+){0,3} (?:at|of) (?:the )?(?=[A-Z])"
)
# deputy director of the … Department: after a name without a title, it is a post.
SMALL_POST = re.compile(
    rf"(?:[a-z][a-z-]+ ){{0,3}}{HEAD.lower()}s?(?:-[a-z]+)? (?:of|for|at|to|in) (?:[a-z'’-]+ ){{0,3}}?[A-Za-z]"
)
# Advisers of the Network's secretariat.
POSSESSED = re.compile(r"(?<=['’]s|s['’])(?: [a-z]+){1,2}(?=[,.;)\n]|$| and )")
# head of the <place> community: the word for what is headed may be written small.
HEADED = re.compile(
    r" (?:community|district|branch|chapter|campus|neighbou?rhood|village|market|school|temple|mosque|station|hospital|office|team|unit|division|department|bureau|council|committee|association|network|club|cooperative|project|programme|embassy|chamber)(?=[,.;)\n]|$| and | (?:was|were|is|has|had|said|told|who|also|then)\b| [a-z]+ed\b)"
)
# A post that several hold together.
OF_SEVERAL = re.compile(
    rf"(?:[\w'’-]+ ){{0,4}}?(?:{HEAD}s|{HEAD.lower()}s|[Dd]eputies|[Ss]ecretaries|[Aa]ttachés)\b"
)
OTHER_HEAD = re.compile(r"(?:[A-Z][\w'’-]+ ){0,3}[A-Z][a-z-]+(?= (?:of|at|for|to|in) )")
AFTER_NAME = re.compile(
    r"(?:,|\t| [–—-]+|,? \((?=[A-Za-z])|:)\s?(?:both |all |each )?(?:as |the |its |our |an? )?| (?=[A-Z])| as (?:the )?(?=[A-Z])"
)
# What goes on with a phrase and is none of its words: (City Hall), (UNESCO) of, Co., Ltd.
BESIDE = re.compile(
    rf" \((?![Cc]hair|[Oo]n\b|[Aa]bsent|[Oo]nline|Secretary|Member|Rapporteur|Observer|(?:Acting )?(?!General\b)(?:{PREFIXES}|(?:Sub|Flt|Wg|Gp|Sqn|Plt|Sgt|Cdr|Brig)\b))[A-Z][a-z][^()\n\t]{{1,40}}\)"
    r"| \((?!Chair|Co-|Secretary|Online|Absent|Observer|Member)[A-Z][\w-]{1,9}\)(?= (?:of|at|to|for)\b|, [A-Z])"
    r"|,? (?:Co\.?, ?Ltd\.?|Ltd\.?|Inc\.?|PLC|B\.V\.|Pte\.? Ltd\.?|Public Company Limited|Limited|GmbH)"
)
COMMA = re.compile(r",\s(?:(?:of|for|at) (?:the )?)?(?=[A-Z])")
LIST_OFFICE = re.compile(
    rf"(?:, [A-Z][\w'’-]+){{1,4}},? (?:and|&) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? {OFFICE_HEAD}\b"
)
OFFICE = re.compile(rf"\b{OFFICE_HEAD}(?!\w)")
NOT_ANOTHER = re.compile(
    r"(?:Acting|Senior Professional|Professional|Practitioner|Expert|Operational|Experienced)\b"
)
ROLE = re.compile(
    r"(?:(?:Vice-|Co-|Vice |Acting )?Chair(?:man|person|woman)?|Members?(?: and (?:Assistant )?Secretary)?|Secretary(?: of the (?:Meeting|Committee))?|Assistant Secretary|Observer|Rapporteur|Note-?taker|On leave|On official|Absent|Apolog)(?=[,;.)\t\n]|$| \(| and [a-z])"
)
NO_POST = re.compile(
    r"(?:\w+ed|[a-z]+ing|took|led|was|were|is|had|has|sat|spoke|said|gave|to|then|also|together|along|as well|including|representing|who|with|and|or|in|on|at|attended|joined|chaired|presided)\b"
)
HOLDER = re.compile(
    rf"(?:{HEAD}(?:[- ](?:General|Secretary|Director))?|{HEAD.lower()}|{OFFICE_HEAD}|Bangkok|BMA|Administration) (?P<name>[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)$"
)
HELD = re.compile(r"(?: [a-z]|,|\.|;|\)|$)")
BARE_ROLE = re.compile(
    r"(?:(?:Vice[- ]|Co-|Acting |Meeting )?[Cc]hair(?:man|person|woman|men|persons|s)?|(?:Assistant )?[Ss]ecretary|[Mm]embers?(?: and [Ss]ecretary)?|[Aa]dvisers?|[Oo]bservers?|Rapporteur|Delegates?|Representatives?|Editor|Interpreters?)(?: of the (?:(?:[A-Z][a-z]+ ){0,2}(?:Meeting|Session)|Committee|Day))?"
)
# Who is sent by an office is nobody's post.
SENT = re.compile(
    r"(?:Senior )?(?:Representatives?|Delegates?|Members|Officers|Experts|Engineers|Specialists|Observers|Scholars)(?: and \w+)? (?:of|from)\b"
)
# Nor is the body of all that hold a post: the Heads of Protocol Committee.
NOBODY = re.compile(
    r"^(?:Heads|Directors|Governors|Mayors|Secretaries|Chiefs)\b.*(?:Committee|Board|Group|Council|Meeting)$"
)
LONGEST = 300
LONGEST_ROW = 160
COLUMN = 3  # blanks in the original that part two columns
WIDE = re.compile(rf"\t|[\s{NO_WIDTH}](?<!\n)[\s{NO_WIDTH}]{{{COLUMN - 1}}}")
ACRONYMS = re.compile(r"[A-Z][A-Z&-]*")


class Flow:
    """The text with a tabulator where the original has columns, and the posts in it."""

    def __init__(self, page: Page):
        self.page = page
        starts, ends = page.text.starts, page.text.ends
        blanks = page.plain if WIDE.search(page.text.original) else ""
        wide = [
            at
            for at in (blank.start() for blank in re.finditer(" ", blanks))
            if ends[at] - starts[at] >= COLUMN or page.text.original[starts[at]] == "\t"
        ]
        # A blank that was a line's end parts no columns.
        wide = [at for at in wide if not LINE_END.search(page.text.original, starts[at], ends[at])]
        wide = [at for at in wide if self._line(at) <= LONGEST_ROW]
        if len(wide) * 3 > page.plain.count(" "):
            wide = []
        letters = list(page.plain) if wide else page.plain
        for at in wide:
            letters[at] = "\t"
        self.text = "".join(letters).replace(PARAGRAPH, "\n")
        self.people: set[int] = set()
        self.others = [match.start() for match in signs.OCCASIONS.finditer(self.text)]

    def _line(self, at: int) -> int:
        """How long the line is in which the place stands: no row of a table is a paragraph."""
        plain = self.page.plain
        begin = max(plain.rfind("\n", 0, at), plain.rfind(PARAGRAPH, 0, at)) + 1
        ends = (plain.find("\n", at), plain.find(PARAGRAPH, at), len(plain))
        return min(end for end in ends if end >= 0) - begin

    def other_occasion(self, begin: int, end: int) -> int | None:
        """Where another occasion is spoken of between the two places."""
        index = bisect_left(self.others, begin)
        found = index < len(self.others) and self.others[index] < end
        return self.others[index] if found else None

    def free_places(self) -> list[int]:
        """Where a post may begin that no name stands before."""
        places = {
            match.start() + 4 * match[0].startswith("The ")
            for match in FREE_PLACES.finditer(self.text)
        }
        places |= {
            one.span[0]
            for one in self.page.mentions
            if one.kind == POSITION and one.spelling.isascii()
        }
        return sorted(places)

    def is_post(self, at: int, *, listed: bool) -> bool:
        """Whether what follows a name without a title is a post."""
        if self.page.known(at, POSITION):
            return True
        first = FIRST.match(self.text, at)
        if not first or ROLE.match(self.text, at):
            return False
        if first[0][0].islower() and not listed:
            return bool(SMALL_POST.match(self.text, at))
        end = self._phrase(at)
        words = self.text[at:end]
        head = ANY_HEAD.search(words)
        office = OFFICE.search(words)
        if not head:
            return listed and not office
        return head.start() < 60

    def after_name(self, end: int, limit: int) -> Span | None:
        """The post that stands right after a name."""
        mark = AFTER_NAME.match(self.text, end)
        if not mark or mark.end() >= limit:
            return None
        begin = mark.end()
        if (
            begin in self.people
            or ROLE.match(self.text, begin)
            or STOP_WORD.match(self.text, begin)
        ):
            return None
        if NO_POST.match(self.text, begin) or not FIRST.match(self.text, begin):
            return None
        stop = min(self.end(begin), limit)
        if field := LOWER_FIELD.match(self.text, begin, limit):
            stop = max(stop, field.end())
        elif field := FIELD_AT.match(self.text, begin, limit):
            stop = max(stop, self.end(field.end()))
        words = self.text[begin:stop]
        headed = ANY_HEAD.search(words) or self._has_other_head(words)
        if mark[0] == " " and not (headed or self.page.known(begin, POSITION)):
            return None
        calling = words.partition(",")[0]
        office = not headed and (OFFICE.search(calling) or ACRONYMS.fullmatch(calling))
        if office or stop <= begin + 2 or (not headed and ROOM.match(self.text, begin - 1)):
            return None
        return begin, stop

    @staticmethod
    def _has_other_head(words: str) -> bool:
        """Any word may be a post that goes on so: Environmentalist at the Environment Department."""
        match = OTHER_HEAD.match(words)
        return bool(match) and not OFFICE.search(match[0])

    def end(self, begin: int, *, free: bool = False) -> int:
        """Where the post ends that begins there."""
        end = self._phrase(begin)
        while end - begin < LONGEST and (not free or self._commas(end)):
            if match := LIST_OFFICE.match(self.text, end):
                end = match.end()
                continue
            comma = COMMA.match(self.text, end)
            if not comma or not self._goes_on(begin, comma.end()):
                return end
            end = self._phrase(comma.end())
        return end

    def _commas(self, end: int) -> bool:
        """A post without a name goes on over no comma, but to its office: Director, A Division."""
        return bool(LIST_OFFICE.match(self.text, end))

    def _goes_on(self, begin: int, at: int) -> bool:
        """Whether a phrase after a comma still belongs to the post."""
        if at in self.people or STOP_WORD.match(self.text, at) or IN_ROOM.match(self.text, at):
            return False
        if NOT_ANOTHER.match(self.text, at):
            return True
        end = self._phrase(at)
        words = self.text[at:end]
        if ROLE.match(self.text, at) and end - at < 24:
            return False
        head = ANY_HEAD.match(words) or FREE.match(words)
        return not head and not self.text.startswith(("The ",), at)

    def _phrase(self, begin: int) -> int:
        """The end of a run of capitals with the small words that join them."""
        first = FIRST.match(self.text, begin)
        known = self.page.known(begin, POSITION, DEPARTMENT)
        headed = FREE.match(self.text, begin)
        ends = [first.end() if first else begin, headed.end() if headed else begin]
        end = known.span[1] if known else max(ends)
        while end - begin < LONGEST:
            if match := BESIDE.match(self.text, end):
                end = match.end()
                continue
            step = STEP.match(self.text, end)
            if not step or not self._joins(begin, step):
                whose = POSSESSED.match(self.text, end) or (
                    " of " in self.text[begin:end] and HEADED.match(self.text, end)
                )
                return whose.end() if whose else end
            known = self.page.known(step.start("word"), DEPARTMENT, POSITION)
            end = known.span[1] if known else step.end()
        return end

    def _joins(self, begin: int, step: re.Match) -> bool:
        at = step.start("word")
        links = step["links"].split()
        if at in self.people or STOP_WORD.match(self.text, at):
            return False
        if links and links[0] in {"in", "at", "on"} and ROOM.match(self.text, at - 1):
            return False
        if "and" in links:
            return self._and_joins(begin, step, links)
        return True

    def _and_joins(self, begin: int, step: re.Match, links: list[str]) -> bool:
        """Culture and Tourism is one; Director of A Department and the B Bureau are two."""
        at = step.start("word")
        run = self.text[at : self._run_end(at)]
        if "the" in links[links.index("and") :] and (ANY_HEAD.search(run) or OFFICE.search(run)):
            return False
        here = self.text[begin : step.start()]
        return not (OFFICE.search(run) and OFFICE.search(here) and not ANY_HEAD.match(run))

    def _run_end(self, at: int) -> int:
        match = RUN.match(self.text, at, at + LONGEST)
        return match.end() if match else at
