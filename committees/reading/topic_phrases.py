"""Where the words of a matter end, and the lists that matters stand in.

A phrase of Thai has no full stop and its blanks part clauses as well as numbers from their units,
so it ends at the first blank after which nothing says that it goes on.
"""

import re
from collections.abc import Iterator

from committees.reading import topic_words as words
from committees.reading.normal import PARAGRAPH, Span
from committees.reading.page import Page
from committees.reading.patterns import any_of

MOST = 12
LONGEST = 200  # letters of one matter
SHORTEST = 7
LOOKED_AHEAD = 400
LONGEST_LIST = 1500
BEFORE_A_BLANK = 60  # letters of a name of the register with blanks inside

VERB = (
    rf"(?:(?P<hears>{any_of(words.TH_HEARS, longest_first=False)})"
    rf"|(?P<decides>{any_of(words.TH_DECIDES, longest_first=False)}))"
)
VERBED = re.compile(rf"{VERB}{words.TH_MARK}")
NO_MATTER = re.compile(words.TH_NO_MATTER)
STOPS = re.compile(words.TH_STOPS)
GOES_ON = re.compile(words.TH_GOES_ON)
JOINED = "(?:และ|ตลอดจน|รวมทั้ง|รวมถึง)"
NEXT = re.compile(rf"\s{words.TH_NO_UNIT}{JOINED}?\s?(?={words.TH_NOUN})")
LAST = re.compile(rf"\s{JOINED}\s?(?={words.TH_NOUN})")
SHORT_LIST = re.compile(words.TH_SHORT_LIST)
NUMBER = re.compile(r"[0-9][0-9,.]*")
COUNTED = re.compile(r"(?!นาย|นาง|ผู้|โดย|และ)[ก-ฮเแโใไ]")
UNFINISHED = ("และ", "กับ", "ของ", "ระหว่าง")
TAILS = ("และ", "แล้ว", "ด้วย", "รวมทั้ง", " ใน", "ในหลักการ", "ร่วมกัน")
EN_NO_MATTER = re.compile(words.EN_NO_MATTER)
EN_STOPS = re.compile(words.EN_STOPS)
EN_PARTS = re.compile(
    r",(?: and)? (?!(?:[A-Z][\w.]+)(?:,| and\b)|[0-9])| and (?=(?:the|an?|draft|its|their)\b)"
)
EN_TAIL = re.compile(r"[,;]?\s(?:and|และ)$|,$")
NUMBERED = re.compile(
    r"(?:(?<=[\s:])|(?<=และ))(?:\(?(?:[0-9]{1,2}|[ก-ฉ]|[a-h])\)|[0-9]{1,2}\.(?=\s?[^0-9\s])"
    r"|[-–•](?=\s))\s?(?:เรื่อง\s?)?"
)
FIELD = "ด้าน"
FIELDS = re.compile(rf"(?:\s|และ){FIELD}|(?<=\s){FIELD}")
FIELDS_END = re.compile(rf"[\n{PARAGRAPH}]|เป็นต้น|ทั้งนี้")
FIELD_ENDS = re.compile(r"\s?(?:เช่น|โดย|ซึ่ง)")
ORDERED = re.compile(r"\s?(?:ขอ)?ให้|\s?(?:มอบ|สั่ง|กำชับ)|(?:To |to |that )")


def fits(span: Span) -> bool:
    return SHORTEST <= span[1] - span[0] <= LONGEST


def line_end(plain: str, at: int) -> int:
    ends = (plain.find("\n", at), plain.find(PARAGRAPH, at), len(plain))
    return min(end for end in ends if end >= 0)


def trimmed(plain: str, begin: int, end: int) -> Span:
    """Without marks and joining words at its ends, and without a bracket that is not closed."""
    while begin < end and plain[begin] in ' :-–•“"':
        begin += 1
    while end > begin and plain[end - 1] in ' ,:-–.;”"':
        end -= 1
    for tail in TAILS:
        if plain.endswith(tail, begin + 1, end):
            return trimmed(plain, begin, end - len(tail))
    if plain.count("(", begin, end) > plain.count(")", begin, end):
        return trimmed(plain, begin, plain.rfind("(", begin, end))
    return begin, end


# --- phrases ----------------------------------------------------------------------------------


def thai_phrases(page: Page, at: int) -> Iterator[Span]:
    """The phrase that begins there; of a list, each of its members."""
    plain, end = page.plain, _thai_end(page, at)
    last = list(LAST.finditer(plain, at, end))
    cuts = [match.span() for match in NEXT.finditer(plain, at, end)]
    if cuts and not last:  # a list is said to end: this is another clause
        end, cuts = cuts[0][0], []
    cuts = [cut for cut in cuts if cut[0] <= last[-1].start()]
    begins = [at, *(after for _cut, after in cuts)]
    for begin, stop in zip(begins, [*(cut for cut, _after in cuts), end], strict=True):
        if fits(span := trimmed(plain, begin, stop)):
            yield span


def _thai_end(page: Page, at: int) -> int:
    """At a word that begins another clause, or at a blank after which nothing goes on."""
    plain, end = page.plain, at
    limit = min(len(plain), at + LOOKED_AHEAD)
    stop = STOPS.search(plain, at + 2, limit)
    limit = stop.start() if stop else limit
    while (blank := plain.find(" ", end, limit)) >= 0:
        if listed_ones := SHORT_LIST.match(plain, blank, limit):
            end = listed_ones.end()
        elif _goes_on(page, at, blank, limit):
            end = blank + 1
        else:
            return blank
    return limit


def _goes_on(page: Page, at: int, blank: int, limit: int) -> bool:
    plain = page.plain
    names = (page.begins.get(begin) for begin in range(max(at, blank - BEFORE_A_BLANK), blank))
    if any(one.span[1] > blank for one in names if one):
        return True
    if GOES_ON.match(plain, blank + 1) or NEXT.match(plain, blank):
        return True
    word = plain[plain.rfind(" ", at, blank) + 1 : blank]
    if NUMBER.fullmatch(word) and COUNTED.match(plain, blank + 1, limit):
        return True
    return word.endswith(UNFINISHED)


def english_phrases(plain: str, at: int) -> Iterator[Span]:
    """The words up to the end of the clause; of a list, each of its members."""
    limit = min(len(plain), at + LOOKED_AHEAD)
    stop = EN_STOPS.search(plain, at, limit)
    if stop is None and limit < len(plain):
        return
    limit = stop.start() if stop else limit
    cuts = [match.span() for match in EN_PARTS.finditer(plain, at, limit)]
    begins = [at, *(after for _cut, after in cuts)]
    for begin, end in zip(begins, [*(cut for cut, _after in cuts), limit], strict=True):
        span = trimmed(plain, begin, end)
        if EN_NO_MATTER.match(plain, span[0]):
            return
        if fits(span):
            yield span


# --- lists ------------------------------------------------------------------------------------


def listed(page: Page, at: int) -> Iterator[Span]:
    """(1) … (2) … , ด้าน … และด้าน … , or one after another."""
    plain, at = page.plain, page.skip(at, f" \n{PARAGRAPH}")
    if NUMBERED.match(plain, at):
        yield from _numbered(page, at)
    elif plain.startswith(FIELD, at):
        yield from _fields(plain, at)
    elif plain[at : at + 1].isascii():
        yield from english_phrases(plain, at)
    elif not NO_MATTER.match(plain, at):
        yield from thai_phrases(page, at)


def _numbered(page: Page, at: int) -> Iterator[Span]:
    plain = page.plain
    limit = min(len(plain), at + LONGEST_LIST)
    marks = list(NUMBERED.finditer(plain, at, limit))[: MOST + 1]
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        begin, line = mark.end(), line_end(plain, mark.end())
        end = min(line, after.start() if after else limit)
        if len(marks) > 1 and not ORDERED.match(plain, begin):
            yield from _point(page, begin, end, is_last=after is None)
        # A list in lines ends at the line that has no mark.
        if after is None or plain[line : after.start()].strip(f" \n{PARAGRAPH}"):
            return


def _point(page: Page, begin: int, end: int, *, is_last: bool) -> Iterator[Span]:
    plain = page.plain
    is_english = plain[begin : begin + 8].isascii()
    if cut := (EN_STOPS if is_english else STOPS).search(plain, begin + 2, end):
        end = cut.start()
    if is_last and not is_english:
        end = min(end, _thai_end(page, begin))
    verb = VERBED.match(plain, begin, end)
    begin, end = trimmed(plain, verb.end() if verb else begin, end)
    if tail := EN_TAIL.search(plain[begin:end]):
        end = begin + tail.start()
    if fits((begin, end)) and not NO_MATTER.match(plain, begin):
        yield begin, end


def _fields(plain: str, at: int) -> Iterator[Span]:
    stop = FIELDS_END.search(plain, at, at + LONGEST_LIST)
    limit = stop.start() if stop else min(len(plain), at + LONGEST_LIST)
    begins = [at, *(match.end() - len(FIELD) for match in FIELDS.finditer(plain, at + 1, limit))]
    for begin, after in zip(begins, [*begins[1:], limit], strict=True):
        cut = FIELD_ENDS.search(plain, begin + len(FIELD), after)
        if fits(span := trimmed(plain, begin, cut.start() if cut else after)):
            yield span
