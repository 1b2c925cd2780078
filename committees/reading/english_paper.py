"""Posts as newspapers write them: in small letters before a name, and behind their office.

Marine Department director <name>; Lausanne vice mayor <name>; deputy Bangkok governor <name>.
"""

import re

from committees.reading.english import OFFICE_HEAD
from committees.reading.english_posts import CAPITAL, HEAD, STOP_WORD, TAIL, Flow
from committees.reading.normal import Span
from committees.reading.patterns import Begun
from committees.reading.register import DEPARTMENT

RANK = r"(?:(?:deputy|acting|assistant|associate|vice|first|second|third|executive|managing|permanent|senior|chief|press|general|city)[ -]){0,4}"
# These are posts whether or not their city stands before them.
OF_A_CITY = r"(?:(?:deputy|vice|acting|lord) ){0,3}(?:governor|mayor)|(?:deputy )?permanent secretary|city clerk|(?:deputy|vice|acting) (?:[A-Z][\w-]+ ){1,2}(?:governor|mayor)"
# An office may be written small, too: Swiss embassy first secretary.
OF_AN_OFFICE = rf"(?:embassy|ministry|council|district|police|university|hospital|party|company) {RANK}{HEAD.lower()}"
SMALL = Begun(
    re.compile(
        rf"(?<![\w'’-])(?:(?P<city>{OF_A_CITY})|{OF_AN_OFFICE}|{RANK}{HEAD.lower()}){TAIL}(?= [A-ZÀ-Þ])"
    )
)
OFFICE = re.compile(rf"\b(?:District|{OFFICE_HEAD})(?!\w)")
RUN_BEFORE = re.compile(rf"(?<![\w'’-])(?:{CAPITAL} (?:(?:and|of|for|&) )?){{1,6}}$")
NOT_IN_RUN = re.compile(rf"(?<![\w'’-]){STOP_WORD.pattern} ")
LONGEST_RUN = 90
# What somebody does for a living is no post where a post follows: City planner <name>, head of …
TRADE = re.compile(
    r"(?:[A-Z][a-z'’-]+ ){0,2}(?i:planner|engineer|architect|economist|lawyer|attorney|scientist|doctor|physician|teacher|lecturer|professor|researcher|expert|specialist|analyst|activist|historian|writer|journalist|scholar|academic|consultant|hydrologist|ecologist|geographer|sociologist|designer)"
)


def small_posts(flow: Flow) -> list[Span]:
    """The posts in small letters that stand behind their office and before a name."""
    found = []
    for match in SMALL.finditer(flow.text):
        begin, end = match.span()
        if match["city"] or from_office(flow, begin, max(0, begin - LONGEST_RUN)) < begin:
            found.append((begin, end))
    return found


def from_office(flow: Flow, begin: int, since: int) -> int:
    """The begin of the post with its office before it: Fire Department Director Mr. A."""
    since = max(since, begin - LONGEST_RUN)
    beside = flow.text[begin - 1 : begin] == " "
    run = RUN_BEFORE.search(flow.text, since, begin) if beside else None
    if not run:
        return begin
    stops = [stop.end() for stop in NOT_IN_RUN.finditer(flow.text, run.start(), begin)]
    at = stops[-1] if stops else run.start()
    words = flow.text[at:begin]
    small = SMALL.pattern.match(flow.text, begin)
    whose = small and words and not TRADE.fullmatch(small[0])
    is_office = flow.page.known(at, DEPARTMENT) or OFFICE.search(words) or words == "Bangkok "
    return at if is_office or whose else begin
