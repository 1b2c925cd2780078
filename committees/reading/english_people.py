"""Who is named in an English text: a name, and the post that stands after it or before it.

A name is known by its title (Ms., Pol. Maj. Gen., Atty.) or by the post beside it. A post after a
name is any phrase of capitals, on over commas, until the next name, a verb or a semicolon.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from committees.reading import english_posts as posts
from committees.reading.english import OFFICE_HEAD, POST_HEADS
from committees.reading.english_paper import TRADE, from_office, small_posts
from committees.reading.english_posts import Flow
from committees.reading.normal import Span
from committees.reading.page import Page
from committees.reading.patterns import Begun, Sought
from committees.reading.people import Who
from committees.reading.register import DEPARTMENT, PERSON, POSITION

RANK = (
    r"(?:Gen(?:eral)?|Lt|Lieutenant|Maj(?:or)?|Col(?:onel)?|Capt(?:ain)?|Adm(?:iral)?|Cdr|Cmdr|Commander|Sgt|Brig(?:adier)?|Sub|Wg|Gp|Sqn|Flt|Plt|Insp|Supt|ACM|AVM"
    r"|Air Chief Marshal|Air Marshal|Air Vice Marshal|Group Captain|Wing Commander|Squadron Leader|(?:Rear|Vice) Adm\b\.?|Rear Admiral|Vice Admiral)"
)
TITLE = (
    rf"(?:(?:His|Her|Their) Excellenc(?:y|ies)|H\.\s?E\.|(?:The )?Hon(?:ou?rable)?\b\.?|(?:Acting )?(?:Pol(?:ice)?\b\.? ?(?={RANK}\b|Sen))"
    rf"|(?:Acting )?{RANK}\b\.?|(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Madame|Mme|Mlle|Sra?|Señora?|Mx|Messrs|Dr|Doctor|Prof|Professor|Sir|Dame|Datuk|Dato['’]?(?: Sri| Seri)?|Tan Sri|Puan|Encik|Hj|Hjh|Haji|Khun|Khun ?[Yy]ing|Than ?[Pp]h?uying"
    r"|M\.? ?R\.|M\.? ?L\.|M\.? ?C\.|Mom Luang|Mom Rajawongse|Dr\.-Ing|Dipl\.-Ing|Engr|Ar|Ir|Ts|Atty|Attorney|Arch|Rev|Reverend|Fr|Father|Sister|Imam|Ven|Venerable|Councill?or|Cllr|Senator|Judge|Drs|Herr|Frau|Monsieur|Daw"
    r"|(?:Assoc|Asst|Associate|Assistant|Adjunct|Emeritus)(?=\.? Prof)|Emerit(?:us|a))(?![\w'’])\.?)"
)
TITLES = Begun(re.compile(rf"(?<![\w-])(?:{TITLE}[ ]?)+(?=[^\W\d_])"))
# Any short word with a full stop where a list goes on is a title: Cik., Nai.
UNKNOWN_TITLE = Sought(
    "[A-Z](?<= .)",
    re.compile(
        r"(?:(?<=; )|(?<=: )|(?<= and )|(?<= by )|(?<=[0-9]\. )|(?<=[•-] ))(?!No|Co|Ltd|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Vol|Rd|Dept|Tel)[A-Z][a-z]{1,4}\. (?=[A-Z][a-z]+ [A-Z][a-z])"
    ),
)
SMALL = r"(?:van|von|der|den|ten|ter|de|del|della|la|le|du|dos|da|di|bin|binti|bint|ibn|el|al|na|zu|y)(?= [A-Zdlv])|(?:al|el|d['’])-?[A-Z][\w'’-]*"
WORD = rf"(?:(?![A-Z]{{2,}}\.)[A-ZÀ-ÞĀ-Ž](?:[\w'’-]*[\w’'])?(?:(?<=\b[A-Z])\.)?|{SMALL})"
NAME = re.compile(rf"{WORD}(?: {WORD}){{0,5}}")
NEXT_WORD = re.compile(" (?=[A-Z])")
BARE = re.compile(
    rf"(?P<name>[A-ZÀ-Þ](?<![\w.&'’-].)(?<![A-Z]\w .)(?=[\w'’-]+ [A-ZÀ-ÞĀ-Žvdtlbieanzy])[\w'’-]++(?: (?>{WORD})){{1,3}}+)(?P<mark>,? \(|, |\t| [–—-] )(?:the |its |an? )?(?=[A-Za-z])"
)
NAMES_BEFORE = re.compile(
    rf"(?<![\w'’-])(?=[A-ZÀ-Þ]){WORD}(?: {WORD}){{1,3}}(?:, {WORD}(?: {WORD}){{1,3}}){{0,3}},? and $"
)
LONGEST_NAMES = 120  # letters of names that share the post of the last
# Ranks that are also the beginning of a post: General Manager, Associate Professor.
ALSO_A_WORD = re.compile(r"(?:Acting |The )?(?:[A-Z][a-z]{4,} )+")
LISTED = re.compile(r"(?:^|[\n\u2029])[ \t]*(?:[0-9]{1,2}[.)]|[-•*–])[ \t]*$")
ORIGIN = re.compile(rf",? (?:of|from)(?: the)?(?: (?:of |and |the )*{posts.CAPITAL})+")
NO_NAME = re.compile(
    rf"(?:{OFFICE_HEAD}|{POST_HEADS}|{posts.MONTH}|{posts.WEEKDAY}|Relations|Foreign|Road|Street|Avenue|Lane|District|Province|Island|Park|River|Hotel|Tower|Building|Assistant|Permanent|Senior|Vice|Acting|Executive|Managing|First|Second|Third|Associate|Private|The|On|At|In|From|Of|For|To|And|By|With|Meeting|Room|Committee|Sub-[Cc]ommittee|Bangkok|City|Cities|Hall|Also|Present|Attendees|Participants|Representatives?|Youth|Affairs|General|National|International|Joint|Online|Working|Task|Steering|Panel|Minutes|Report|Summary|Members?|Agenda|Floor|Chair(?:m[ae]n|persons?|wom[ae]n|s|ed|ing)?|Governors?|Metropolitan|Level|Region|Government|Capital|Thailand|Thai|Ballroom|Deputy|Asian?|ASEAN|Absent|Apologies|News|Date|Time|Venue|Place|Source|Both|Among|He|She|They|It|This|Their)\b"
)


def read_english_people(page: Page, flow: Flow) -> list[Who]:
    """Everybody named, in the order of the text."""
    return _Reading(page, flow).read()


class _Reading:
    """One reading of the names and posts of a text."""

    def __init__(self, page: Page, flow: Flow):
        self.page, self.flow, self.text = page, flow, flow.text

    def read(self) -> list[Who]:
        names = self._names()
        begins = [span[0] for span in names]
        self.flow.people = set(begins)
        who: list[Who] = []
        free = self._free_posts(names)
        self.flow.people = set(begins) | {span[0] for span in self.held}
        names = sorted({*names, *self.held})
        at_end = 0
        for at, name in enumerate(names):
            limit = names[at + 1][0] if at + 1 < len(names) else len(self.text)
            post = self.flow.after_name(name[1], limit)
            before = self._before(name, free, at_end, post)
            if before and post and TRADE.fullmatch(self.text, *before):
                who.append(Who(name, post, before[0], post[1]))
            elif before:
                who.append(Who(name, before, before[0], name[1]))
            elif post:
                who.append(Who(name, post, name[0], post[1]))
            else:
                origin = ORIGIN.match(self.text, name[1])
                who.append(Who(name, None, name[0], origin.end() if origin else name[1]))
            at_end = who[-1].end
        return sorted([*self._share(who), *self._alone(free, who)], key=lambda one: one.start)

    def _share(self, who: list[Who]) -> list[Who]:
        """A and B, <post>: the post is also that of A, who has none of their own."""
        for at in range(len(who) - 2, -1, -1):
            one, other = who[at], who[at + 1]
            after = other.position and other.position[0] > other.name[0]
            if one.position or not after:
                continue
            chained = at + 2 < len(who) and who[at + 2].position == other.position
            between = self.text[one.end : other.start]
            if between in {" and ", " & ", ", and "} or (chained and between == ", "):
                who[at] = replace(one, position=other.position)
        return who

    def _names(self) -> list[Span]:
        found: dict[int, int] = {}
        for match in [*TITLES.finditer(self.text), *UNKNOWN_TITLE.finditer(self.text)]:
            if end := self._name_end(match):
                found[match.start()] = end
        for one in self.page.mentions:
            if one.kind == PERSON:
                found.setdefault(*one.span)
        titled = sorted(found.items())
        starts = [span[0] for span in titled]
        for match in BARE.finditer(self.text):
            begin, end = match.span("name")
            index = bisect_right(starts, end) - 1
            inside = index >= 0 and titled[index][1] > begin
            if not inside and self._is_bare(match):
                found.setdefault(begin, end)
                found |= self._with(begin, match.end())
        return self._apart(found)

    def _with(self, begin: int, post: int) -> dict[int, int]:
        """A and B, Advisers of …: those before a name whose post several hold."""
        if not posts.OF_SEVERAL.match(self.text, post):
            return {}
        since = max(0, begin - LONGEST_NAMES)
        match = NAMES_BEFORE.search(self.text, since, begin)
        names = NAME.finditer(self.text, *match.span()) if match else ()
        return {
            one.start(): one.end()
            for one in names
            if " " in one[0] and not any(map(NO_NAME.match, one[0].split()))
        }

    @staticmethod
    def _apart(found: dict[int, int]) -> list[Span]:
        spans: list[Span] = []
        for span in sorted(found.items()):
            if not spans or span[0] >= spans[-1][1]:
                spans.append(span)
        return spans

    def _name_end(self, title: re.Match) -> int | None:
        begin = title.end()
        match = NAME.match(self.text, begin)
        if not match or (ALSO_A_WORD.fullmatch(title[0]) and NO_NAME.match(self.text, begin)):
            return None
        for word in NEXT_WORD.finditer(match[0]):
            if NO_NAME.match(self.text, begin + word.end()):
                return begin + word.start()
        return match.end()

    def _is_bare(self, match: re.Match) -> bool:
        """<name>, <post>: no title, but a post that is known as one."""
        begin, end = match.span("name")
        if any(NO_NAME.match(word) for word in match["name"].split()):
            return False
        if self.page.known(begin, DEPARTMENT, POSITION):
            return False
        return self.flow.is_post(
            match.end(), listed=bool(LISTED.search(self.text, max(0, begin - 8), begin))
        )

    def _free_posts(self, names: list[Span]) -> list[Span]:
        """The posts that follow no name; ``held`` are the names without a title right after one."""
        small, self.held = self._small_posts(names)
        found, end = small.copy(), 0
        for begin in self.flow.free_places():
            if begin < end or self._inside(names, begin) or self._inside(small, begin):
                continue
            end = self.flow.end(begin, free=True)
            if posts.BARE_ROLE.fullmatch(self.text, begin, end) or posts.SENT.match(
                self.text, begin
            ):
                continue
            cut = self.text.find(" and ", begin, end)
            if cut > 0 and self._holder(begin, cut):
                end = cut  # <post> <name> and <post> <name>
            if holder := self._holder(begin, end):
                end = (
                    self.text.rfind(" ", begin, holder[0])
                    if self.text[holder[0] - 1] == " "
                    else holder[0]
                )
                self.held.append(holder)
            found.append((begin, end))
        return sorted(found)

    def _small_posts(self, names: list[Span]) -> tuple[list[Span], list[Span]]:
        """The posts in small letters before a name, and those of the names that have no title."""
        found, held = [], []
        for begin, end in small_posts(self.flow):
            if self._inside(names, begin):
                continue
            if not self._inside(names, end + 1):
                match = NAME.match(self.text, end + 1)
                words = match[0].split() if match else []
                if len(words) < 2 or any(map(NO_NAME.match, words)):
                    continue
                held.append(match.span())
            found.append((begin, end))
        return found, held

    def _holder(self, begin: int, end: int) -> Span | None:
        """The name in Permanent Secretary <name> chaired: the last words of what seemed a post."""
        words = self.text[begin:end].rsplit(" ", 2)
        if len(words) < 3 or not (words[1][:1].isupper() and words[2][:1].isupper()):
            return None
        if NO_NAME.match(words[1]) or NO_NAME.match(words[2]):
            return None
        while match := posts.HOLDER.search(self.text, begin, end):
            if not any(NO_NAME.match(word) for word in match["name"].split()):
                return match.span("name") if posts.HELD.match(self.text, end) else None
            begin = match.start("name")  # Deputy Governor <name>: the last word of the post
        return None

    @staticmethod
    def _inside(names: list[Span], at: int) -> bool:
        index = bisect_right(names, (at, 1 << 40)) - 1
        return index >= 0 and names[index][1] > at

    def _before(self, name: Span, free: list[Span], since: int, post: Span | None) -> Span | None:
        """The post right before a name: Deputy Governor (Mr. A B); the Head of C, Ms. D E, …"""
        index = bisect_right(free, (name[0], 0)) - 1
        if index < 0 or free[index][0] < since:
            return None
        begin, end = free[index]
        between = self.text[end : name[0]]
        close = between in {" ", " (", ": ", " - ", " – "} or (between == ", " and not post)
        if self._is_whose(begin, end, name) and between == ", ":
            return begin, end
        if not close or (post and self.text[end : name[0]] == ": "):
            return None
        return from_office(self.flow, begin, since), end

    def _is_whose(self, begin: int, end: int, name: Span) -> bool:
        """The Head of A Department, <name>, the Head of B: the post before the name is the name's."""
        opens = self.text.startswith("The ", max(0, begin - 4)) and begin >= 4
        return (
            opens
            and self.text.startswith(", the ", name[1])
            and bool(posts.OFFICE.search(self.text, begin, end))
        )

    def _alone(self, free: list[Span], who: list[Who]) -> list[Who]:
        taken = [(one.start, one.end) for one in who]
        starts = [span[0] for span in taken]
        rows = []
        for begin, end in free:
            index = bisect_right(starts, begin) - 1
            if (index < 0 or taken[index][1] <= begin) and not any(
                begin <= start < end for start in starts[index + 1 : index + 2]
            ):
                rows.append(Who(None, (begin, end), begin, end))
        return rows
