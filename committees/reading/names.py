"""Names of people in a text. A name is known by what stands before it (นาย, พล.ต.อ., H.E. Mr.),
because the register holds it, or, in English, by the post that follows it after a comma."""

import re

from committees.reading import english
from committees.reading.normal import Span
from committees.reading.page import Page
from committees.reading.patterns import Begun, one_of_words
from committees.reading.posts import THAI_POST, is_any_post, is_post
from committees.reading.register import DEPARTMENT, PERSON, POSITION
from committees.reading.thai import LETTER
from committees.reading.word_ends import CUE
from iad.thai.names import POSTS, PREFIX, RANKS, TITLES

ALONE = {"อาจารย์", "ท่าน", "หม่อม", "Sub.", "Hon.", "ศ.", "Gen.", "Capt."}
BEGINNINGS = Begun(
    re.compile(
        one_of_words(
            {word for word in (TITLES + RANKS).split() if word not in ALONE and not word.isascii()}
            | {
                "คุณ",
                "ว่าที่",
                "มิสเตอร์",
                "ท่าน",
                "อาจารย์",
                "ศ.",
                "มิส",
                "ดร",
                "บาทหลวง",
                "พระครู",
                "พระมหา",
                "ซิสเตอร์",
                "อิหม่าม",
                "เชฟ",
                "อ.",
            }
        )
    )
)
EN_BEGINNINGS = Begun(re.compile(rf"\b(?:{english.PREFIXES})(?:\s|(?<=\.)(?=[A-Z][a-z]))"))
EN_PREFIX = re.compile(rf"(?:{english.PREFIXES})\s?")
EN_NAME = re.compile(rf"{english.NAME_WORD}(?:[ ]{english.NAME_WORD}){{0,4}}")
EN_WITH_A_POST = re.compile(
    rf"(?P<name>[A-ZÀ-Þ](?<![\w.] .)(?<!\w.)[\w'’-]+(?: {english.NAME_WORD}){{1,3}})(?:,| \(|(?<=\w) (?=\()) ?(?:the )?(?={english.POST}\b(?: [A-Za-z(]|,|\)|\.))"
)
EN_AFTER_A_POST = Begun(
    re.compile(rf"(?=[A-Z])\b{english.POST} (?P<name>[A-ZÀ-Þ][a-z'’-]+ [A-ZÀ-Þ][a-z'’-]+)\b"),
)
EN_STOP = re.compile(
    r"\b(?:Relations|Foreign|Road|Street|Avenue|Lane|District|Province|Island|Park|River|Hotel|Tower|Building|Centre|Center|Assistant|Permanent|Senior|Vice|Acting|Executive|Managing|First|Second|Third|Principal|Associate|Private|The|On|At|In|Meeting|Room|Committee|Department|Office|Bangkok|Group|City|Hall|Deputy|Governor|Also|Present|Chair|Representatives|Youth|Affairs|General|Bureau|Division|National|International)\b"
)
EN_AFTER_KNOWN = re.compile(r" (?P<name>[A-Z][a-z'’-]+ [A-Z][a-z'’-]+)(?= [a-z]|,)")
EN_HEADS = re.compile(rf"\b(?:{english.POST_HEADS}|{english.OFFICE_HEAD})\b")
# Before names of clergy, of teachers in short and of cooks.
CLERGY = re.compile(r"(?:บาทหลวง|พระครู|พระมหา|ซิสเตอร์|อิหม่าม|เชฟ|อ\.)\s?(?=[ก-ฮเ-ไ])")
THAI_WORD = re.compile(f"{LETTER}+(?:-{LETTER}+)*")  # จี-อึน, ฌอง-ลุค
INITIAL = re.compile(rf"(?:[A-Z]{{1,4}}|{LETTER}{{1,4}})\.\s?")
# The blank before a surname may be a line's end; more words belong to a name only before a post.
LONGEST_WORD, MOST_MORE_WORDS = 24, 4
NOBLE = ("ณ", "เดอ", "ฟาน", "วัน", "ดา", "บิน", "แวน", "ฟอน", "อัล", "เอล", "ดี", "ซาน", "ลา")
NOBLE_END = re.compile(r" ณ [ก-๎]+")  # พรหมสาขา ณ สกลนคร
PLACE = re.compile("(?:ห้อง|ศาลา|โรงแรม|อาคาร|ชั้น|สำนัก|ศูนย์|กรุง|หอ|ลาน|สวน|มหาวิทยาลัย|เมือง)")
NO_SURNAME = re.compile(
    r"(?:ได้(?:รับ|กล่าว|มอบ|เข้า|เป็น|ร่วม|นำ|เสนอ|ชี้แจง|รายงาน|แจ้ง|ให้)|และ|จาก(?=สำนัก|กรม|กอง|บริษัท|มหา|องค์|ศูนย์|สถา)|ซึ่ง|เป็นประธาน|เป็นผู้|เป็นเลขา|ร่วม(?:ประชุม|เป็น|กับ|ให้|ด้วย)|ในฐานะ|จะ(?:เข้า|เป็น)|ผู้(?:อำ|ว่า|ช่วย|แทน|ตรวจ|จัด|เชี่ยว|บริหาร|เข้า|มา)|โดย|ณ$|พร้อม|เข้า(?:ร่วม|ประชุม|พบ|เยี่ยม)|ครั้ง|เมื่อ|ให้การ|กล่าว|ที่ประชุม"
    r"|ติด(?:ราชการ|ภารกิจ)|ลา(?:ประชุม|กิจ|ป่วย)|แทน$|ไม่(?:ได้|มา|สามารถ|เข้า)|มอบหมาย|จำนวน|ทั้งนี้|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|ที่)|สำนักงาน|กระทรวง|มหาวิทยาลัย|บริษัท|คณะ(?:ผู้|กรรม|ทำ|อนุ)|ตำแหน่ง|เดินทาง|ขอ(?=ให้)|ทำหน้าที่|รายงาน|ชี้แจง|เสนอ|แจ้ง|นำ(?=เสนอ|คณะ|ทีม)|กับ$)"
)


def read_names(page: Page) -> list[Span]:
    """Every name with what stands before it, in the order of the text."""
    places = {one.span[0] for one in page.mentions if one.kind == PERSON}
    places |= {match.start() for match in BEGINNINGS.finditer(page.plain)}
    places |= {match.start() for match in EN_BEGINNINGS.finditer(page.plain)}
    spans, end = [], 0
    bare = {}
    for pattern in (EN_WITH_A_POST, EN_AFTER_A_POST):
        for match in pattern.finditer(page.plain):
            name = match["name"]
            if (
                not EN_STOP.search(name)
                and not EN_HEADS.search(name)
                and not page.known(match.start("name"), DEPARTMENT)
            ):
                bare[match.start("name")] = match.span("name")
    for one in page.mentions:
        known = one.kind == POSITION and one.spelling.isascii()
        match = EN_AFTER_KNOWN.match(page.plain, one.span[1]) if known else None
        if match and not EN_STOP.search(match["name"]) and not EN_HEADS.search(match["name"]):
            bare[match.start("name")] = match.span("name")
    for at in sorted(places | set(bare)):
        if at < end or not page.is_free(at) or THAI_POST.match(page.plain, at):
            continue
        span = _name(page, at) or bare.get(at)
        if span:
            spans.append(span)
            end = span[1]
    return spans


def _name(page: Page, at: int) -> Span | None:
    plain, end = page.plain, at
    known = page.known(at, PERSON)
    if known:
        return known.span
    if plain[at].isascii():
        while (match := EN_PREFIX.match(plain, end)) and match.end() > end:
            end = match.end()
    else:
        while (
            not POSTS.match(plain, end)
            and (match := CLERGY.match(plain, end) or PREFIX.match(plain, end))
            and match.end() > end
        ):
            end = match.end()
    if end == at and plain.startswith("คุณ", at) and (span := _thai_name(page, at, at + 3)):
        # คุณวุฒิ is a word, คุณวริศรา พงษ์ไทย with a post a person.
        return span if " " in plain[slice(*span)] and is_post(plain, page.skip(span[1])) else None
    if end == at:
        return None
    if known := page.known(end, PERSON):
        return at, known.span[1]
    if plain[end : end + 1].isascii():
        return _english_name(plain, at, end)
    return _thai_name(page, at, end)


def _english_name(plain: str, at: int, begin: int) -> Span | None:
    match = EN_NAME.match(plain, begin)
    if not match:
        return None
    end = match.end()
    # A post or an office without a comma ends the name: Mr. A B Director of …
    for word in re.finditer(r" (?=[A-Z])", match[0]):
        if is_post(plain, begin + word.end()) or EN_STOP.match(plain, begin + word.end()):
            end = begin + word.start()
            break
    if plain[end - 1] == "." and plain[end - 2].islower():
        end -= 1
    return (at, end) if end > begin else None


def _thai_name(page: Page, at: int, begin: int) -> Span | None:
    plain = page.plain
    given = THAI_WORD.match(plain, begin)
    if not given or given.end() - begin < 2:
        return None
    if given[0].endswith("ฯ"):
        return at, given.end()
    end = _cut(page, begin, given.end())
    if end < given.end() or plain[end : end + 1] not in {" ", "\n"}:
        return (at, end) if end - begin > 1 else None
    if initial := INITIAL.match(plain, end + 1):
        end = initial.end() - 1
    surname = THAI_WORD.match(plain, end + 1)
    if surname and surname[0] in NOBLE and not PLACE.match(plain, surname.end() + 1):
        surname = THAI_WORD.match(plain, surname.end() + 1) or surname
    if not surname or _is_other(page, surname.start(), surname.end()):
        return at, given.end()
    end = _cut(page, surname.start(), surname.end())
    if (
        end == surname.end()
        and (noble := NOBLE_END.match(plain, end))
        and is_post(plain, page.skip(noble.end()))
    ):
        return at, noble.end()
    if end == surname.end() and (last := _more_words(page, end)):
        return at, last
    return at, end


def _more_words(page: Page, end: int) -> int | None:
    """The end of a few more words of a (foreign) name, if a post comes after them."""
    plain = page.plain
    for _ in range(MOST_MORE_WORDS):
        if plain[end : end + 1] != " ":
            return None
        word = THAI_WORD.match(plain, end + 1)
        if not word or len(word[0]) > LONGEST_WORD or _is_other(page, *word.span()):
            return None
        cut, after = _cut(page, *word.span()), page.skip(word.end())
        if cut < word.end():
            return cut if is_any_post(plain, cut) else None
        if after > word.end() and is_any_post(plain, after):
            return word.end()
        end = word.end()
    return None


def _is_other(page: Page, at: int, end: int) -> bool:
    known = page.begins.get(at)
    return bool(
        (known and known.kind != PERSON)
        or is_post(page.plain, at)
        or CUE.match(page.plain, at)
        or PREFIX.match(page.plain, at)
        or NO_SURNAME.match(page.plain, at, end)
    )


def _cut(page: Page, begin: int, end: int) -> int:
    """Where the word of a name ends, if a post or a verb is glued to it."""
    for at in range(begin + 2, end):
        if page.known(at, POSITION) or CUE.match(page.plain, at):
            return at
        if end - at > 8 and is_post(page.plain, at):
            return at
    return end
