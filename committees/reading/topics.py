"""The subjects a meeting talked about, in its text's words: what follows พิจารณา, หารือ, discussed …

Only where the words say that this meeting did it, and not an earlier one or one to come. Where it
is unclear what was talked about, nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from committees.reading import topic_words as words
from committees.reading.meetings import Meetings
from committees.reading.normal import PARAGRAPH, Span, meets
from committees.reading.page import Page
from committees.reading.patterns import THAI, Begun, Sought
from committees.reading.report import Topic
from committees.reading.topic_phrases import (
    MOST,
    ORDERED,
    VERB,
    VERBED,
    english_phrases,
    fits,
    line_end,
    listed,
    thai_phrases,
    trimmed,
)

LOOKED_BACK = 160
LOOKED_AHEAD = 400
UNDER_A_HEADING = 2000
MOST_VERBS = 4  # joined to one another
MOST_LEADS = 4 * MOST

TH_LISTED = re.compile(words.TH_LISTED)
TH_LISTING = Sought("[0-9ปหวเด]", TH_LISTED)
TH_NO_MATTER = re.compile(words.TH_NO_MATTER)
EN_LISTED = Begun(re.compile(rf"(?<![\w-]){words.EN_LISTED}"))
EN_DID = rf"(?:(?P<hears>{words.EN_HEARS})|(?P<decides>{words.EN_DECIDES}))\s(?:in principle )?"
TH_AGAIN = re.compile(
    rf"\s?(?:และ|รวมทั้ง|พร้อมทั้ง|ตลอดจน|ก่อน|จากนั้น)(?:ได้|ยัง|มีมติ|ร่วมกัน)*{VERB}{words.TH_MARK}"
)
EN_AGAIN = re.compile(
    rf"[^.;\n{PARAGRAPH}]{{0,200}}?(?:,\s(?:and\s)?|\sand\s)(?:also\s|then\s)?{EN_DID}"
)
TH_SAID = Begun(re.compile(rf"{words.TH_MEETING}{words.TH_AND_SO}{VERB}{words.TH_MARK}"))
TH_LINE = Sought(
    rf"[\s(0-9•*–-](?<=[\n{PARAGRAPH}][\s\S])",
    re.compile(
        rf"(?<=[\n{PARAGRAPH}])\s?(?:[-–•*]|\(?[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*[.)]?)\s?(?:มีมติ)?"
        rf"{VERB}{words.TH_MARK}"
    ),
)
TH_REPORTED = Begun(re.compile(r"(?:ได้|มีการ)รายงาน(?P<hears>)(?=ความ(?:คืบ|ก้าว)หน้า)"))
TH_PURPOSE = Begun(
    re.compile(rf"(?:เพื่อ|โดย)(?:ได้|มีการ|ร่วมกัน|ร่วม|เป็นการ|การ)*{VERB}{words.TH_MARK}")
)
TH_MET = Begun(re.compile(words.TH_MET))
EN_SAID = Begun(re.compile(rf"(?<![\w-]){words.EN_WHO}{words.EN_ALSO}{EN_DID}"))
EN_PURPOSE = Begun(
    re.compile(
        rf"\b(?:met|meeting|session|convened|gathered|held)\b[^.\n{PARAGRAPH}]{{0,160}}?"
        rf"\bto {words.EN_TO_DO}\s"
    ),
)
# How a matter is led in, and the verb that may be joined to the first.
EN_LEADS = ((EN_SAID, EN_AGAIN), (EN_PURPOSE, None))
LEADS = (
    (TH_SAID, TH_AGAIN),
    (TH_LINE, TH_AGAIN),
    (TH_REPORTED, None),
    (TH_PURPOSE, TH_AGAIN),
    (TH_MET, None),
    *EN_LEADS,
)
PURPOSES = (TH_PURPOSE, TH_MET, EN_PURPOSE)
AGENDA = re.compile(
    rf"(?<=[\n{PARAGRAPH}])\s?(?:ระเบียบ)?วาระที่\s?[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*\s?[.:)]?\s?"
    rf"(?:เรื่อง(?!ที่|เพื่อ|สืบ|อื่น|แจ้ง|เสนอ|รับรอง|ค้าง)\s?)?(?P<title>[^\n{PARAGRAPH}]{{4,300}})"
)
SUB_ITEM = re.compile(rf"(?<=[\n{PARAGRAPH}])\s?[0-9]{{1,2}}\.[0-9]{{1,2}}\s(?:เรื่อง\s?)?(?=\S)")
SECTION = re.compile(
    rf"(?P<hears>{words.TH_SECTION_INFORMATION})|(?P<decides>{words.TH_SECTION_CONSIDERATION})"
    rf"|(?P<other>{words.TH_SECTION_OTHER})"
)
NOUN = re.compile(words.TH_NOUN)
# What somebody is asked to do is not what the meeting did.
ASKED = re.compile(r"(?:ขอให้|มอบหมาย(?:ให้)?|กำชับ(?:ให้)?)[^\s]{2,120}")
NOT_DONE = re.compile(words.NOT_DONE)
ELSEWHEN = re.compile(words.ELSEWHEN, re.IGNORECASE)
VAGUE = re.compile(rf"{words.TH_VAGUE}|{words.EN_VAGUE}", re.IGNORECASE)
# Blanks that a copied page put inside a word.
TORN = re.compile(r"(?<=[ก-๎])[^\S\n]{3,}(?=[ก-๎])")


@dataclass(frozen=True)
class Subject:
    """A matter's place in the plain text; whether the meeting only heard of it."""

    span: Span
    is_heard: bool


def read_topics(page: Page, meetings: Meetings) -> tuple[Topic, ...]:
    """What the meeting talked about, in the order of the text: a dozen at most."""
    by_words: dict[str, Subject] = {}
    end = 0
    for one in sorted(_subjects(page, meetings), key=lambda one: (one.span[0], -one.span[1])):
        if one.span[0] >= end and not VAGUE.fullmatch(page.plain, *one.span):
            by_words.setdefault("".join(page.plain[slice(*one.span)].split()), one)
            end = one.span[1]
    return tuple(_topic(page, one) for one in islice(by_words.values(), MOST))


def _topic(page: Page, one: Subject) -> Topic:
    found = page.found(one.span)
    original = page.text.original[slice(*found.span)]
    value = _mended(original) if TORN.search(original) else found.value
    return Topic(value, found.span, is_heard=one.is_heard)


def _mended(original: str) -> str:
    """Without the blanks inside words."""
    return " ".join(TORN.sub("", original).split())


def _subjects(page: Page, meetings: Meetings) -> Iterator[Subject]:
    is_thai = bool(THAI.search(page.plain))
    asked = [match.span() for match in ASKED.finditer(page.plain)] if is_thai else []
    for lead, again in LEADS if is_thai else EN_LEADS:
        said = (
            match
            for match in lead.finditer(page.plain)
            if not meets(match.span(), asked) and _is_this(page.plain, meetings, match, lead)
        )
        for match in islice(said, MOST_LEADS):
            yield from _said(page, match, again)
    if is_thai:
        yield from _agenda(page)
    for lead in (TH_LISTING, EN_LISTED) if is_thai else (EN_LISTED,):
        for match in islice(lead.finditer(page.plain), MOST_LEADS):
            if _is_this(page.plain, meetings, match, lead):
                for span in listed(page, match.end()):
                    yield Subject(span, is_heard=False)


def _is_this(plain: str, meetings: Meetings, match: re.Match, lead: Begun | Sought) -> bool:
    """Whether it is said of this meeting, and as done."""
    at = match.start()
    if NOT_DONE.search(plain, max(0, at - 14), at) or not meetings.belongs(at):
        return False
    begin = meetings.sentence(at)[0]
    if lead in PURPOSES:
        before = plain[max(begin, at - LOOKED_AHEAD) : match.end()]
        if lead is TH_PURPOSE and "ประชุม" not in before.replace("ห้องประชุม", ""):
            return False
        return not (ELSEWHEN.search(before) or meetings.is_referred(at))
    if lead not in (EN_SAID, EN_LISTED):  # a sentence of Thai may begin in another's middle
        begin = max(meetings.paragraph(at)[0], at - LOOKED_BACK)
    if ELSEWHEN.search(plain, begin, match.end()):
        return False
    return lead is not EN_SAID or not meetings.is_referred(at)


def _said(page: Page, match: re.Match | None, again: re.Pattern | None) -> Iterator[Subject]:
    """What follows one verb, and the verbs joined to it."""
    for _verb in range(MOST_VERBS):
        if match is None:
            return
        end = match.end()
        is_heard = match.groupdict().get("hears") is not None
        for span in _matters(page, match.end()):
            yield Subject(span, is_heard)
            end = span[1]
        if again is None or end == match.end():
            return
        match = again.match(page.plain, end, end + LOOKED_AHEAD)


def _matters(page: Page, at: int) -> Iterator[Span]:
    plain = page.plain
    if plain[max(0, at - 2) : at].isascii():
        yield from english_phrases(plain, at)
    elif not (TH_LISTED.match(plain, at) or TH_NO_MATTER.match(plain, at)):
        yield from thai_phrases(page, at)


# --- agendas ----------------------------------------------------------------------------------


def _agenda(page: Page) -> Iterator[Subject]:
    """The matters under the sections of an agenda, and headings that are a matter themselves."""
    plain = page.plain
    heads = list(islice(AGENDA.finditer(plain), MOST_LEADS))
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        begin, end = head.span("title")
        section = SECTION.match(plain, begin, end)
        if section is None:
            verb = VERBED.match(plain, begin, end)
            is_heard = bool(verb and verb["hears"])
            for span in islice(thai_phrases(page, verb.end() if verb else begin), 1):
                yield Subject(span, is_heard)
        elif not section["other"]:
            limit = min(len(plain), end + UNDER_A_HEADING)
            limit = min(limit, after.start()) if after else limit
            for span in _under(plain, end, limit):
                yield Subject(span, is_heard=bool(section["hears"]))


def _under(plain: str, at: int, limit: int) -> Iterator[Span]:
    """5.1 … 5.2 … , else the one line that stands there."""
    begins = [match.end() for match in SUB_ITEM.finditer(plain, at, limit)]
    if not begins:
        first = limit - len(plain[at:limit].lstrip(f"\n {PARAGRAPH}"))
        begins = [first] if NOUN.match(plain, first, limit) else []
    for begin in begins:
        span = trimmed(plain, begin, line_end(plain, begin))
        if fits(span) and not ORDERED.match(plain, begin):
            yield span
