"""The offices said to be present: those named in the lists of a text.

An office that no register holds is known by how its name begins (กรม, กอง, Ministry of) and ends
where the list goes on; และ ends it only before another office, a person or a delegate.
"""

import re
from dataclasses import dataclass

from committees.reading import thai_offices
from committees.reading.english import CAPITAL, OFFICE_HEAD
from committees.reading.lists import Stretch
from committees.reading.normal import Span
from committees.reading.page import Page
from committees.reading.patterns import Begun
from committees.reading.posts import COMPANY_ENDS, INCORPORATED
from committees.reading.register import COMMITTEE, DEPARTMENT
from committees.reading.word_ends import CUE

OFFICE = Begun(re.compile(thai_offices.OFFICE))
SENDER = re.compile(
    rf"(?:{'|'.join(thai_offices.SENDERS)}|{thai_offices.OFFICE}|[ก-ฮ]{{2,5}}\.|[A-Z][A-Za-z-]*[A-Z][\w-]*)"
)
NO_OFFICE = re.compile(thai_offices.NO_OFFICE)
AND = r"(?:และ|รวมทั้ง|ตลอดจน|รวมถึง|พร้อมด้วย|กับ|หรือ)"
PEOPLE = "ผู้แทน|ผู้|นาย|นาง|เจ้าหน้าที่|คณะ|หน่วยงาน|ตัวแทน|นัก|อาจารย์|ภาค|ประชาชน|สื่อ|ชุมชน|องค์กร"
STOP = re.compile(
    rf"[\s,;:()\"“”]|{AND}(?=\s?(?:{thai_offices.OFFICE}|{PEOPLE}|{'|'.join(thai_offices.SENDERS)}|[A-Z]))|(?:ได้)?(?:เข้าร่วม|ร่วม(?:ประชุม|เป็น|หารือ|ด้วย|ให้))|เป็น(?=ต้น|ผู้|เลขา)|จำนวน|พร้อม(?=ด้วย|ทั้ง|กัน)|โดย(?=มี|ที่|การประ)|ซึ่ง|ที่เกี่ยวข้อง|{CUE.pattern}"
)
SEPARATOR = re.compile(rf"[\s,]*(?:{AND})?\s?(?:(?:คณะ)?(?:ผู้แทน|ตัวแทน)(?:จาก|ของ)?\s?|จาก\s?)?")
GOES_ON = re.compile(
    r"\s(?:ประจำ(?!ปี)|ในพระ\S{0,12}ราชูปถัมภ์|ณ (?=จังหวัด|เมือง|กรุง|นคร)|แห่ง|วิทยาเขต|สาขา|(?:กรุงเทพฯ|กทม\.|(?<=\n)กรุงเทพมหานคร)(?=[\s,]|เข้า|ร่วม|และ|$)|ก\.ก\.)"
)
# An institute's branch in a land; a land itself is not followed by one.
BRANCH = re.compile(r"\sประเทศไทย(?=[\s,)]|และ|เข้า|ร่วม|$)")
LAND = re.compile("ประเทศ|สาธารณรัฐ|ราชอาณาจักร|สหรัฐ|กรุง|เมือง|นคร|จังหวัด")
# A name that is whole by itself; that of a secretariat is the letters of its board: สำนักงาน ก.พ.
WHOLE = re.compile(r"จุฬาลงกรณ์มหาวิทยาลัย|ธนาคารโลก|สหประชาชาติ|[ก-๎]*แพทยสภา|[ก-๎]+บัณฑิตยสภา")
ITS_LETTERS = re.compile(r"(?<=สำนักงาน)\s(?:(?:[ก-ฮ]\.){2,5}|[ก-ฮ]{2,5}\.)")
# A department is written before its ministry, a faculty before its university: one office.
# Two ministries beside each other are a list, and the first of them nobody's parent.
PARENT = re.compile(r"\s(?=(?:กระทรวง|สำนักนายกรัฐมนตรี)\S++(?!\s(?:และ)?กระทรวง))")
SCHOOL = re.compile(r"\s(?=(?:มหาวิทยาลัย|จุฬาลงกรณ์|กระทรวง)\S)")
ITS_NUMBER = re.compile(r"\s[0-9]{1,3}(?![0-9])")  # กองทัพภาคที่ 1
# Police stations and divisions of one name are told apart by a number; it counts nothing.
UNIT = re.compile(r"สน\.|สภ\.|บก\.|กก\.|สถานีตำรวจ|กอง(?:บังคับ|กำกับ|บัญชา)การ")
UNIT_NUMBER = re.compile(r"\s[0-9]{1,2}(?=,|$|\)|\s(?!คน|ท่าน|ราย|นาย|แห่ง|หน่วย|ฝ่าย)|และ)")
HAS_PARENT = re.compile("กรม|สำนักงานปลัด|กอง")
IN_A_SCHOOL = re.compile("คณะ|ภาควิชา|วิทยาลัย|สถาบัน|ศูนย์วิจัย|สำนักวิชา")
BRACKET = re.compile(
    r"\s?\((?:องค์การมหาชน|มหาชน|ประเทศไทย|[ก-ฮ]{2,5}\.|[A-Z][\w-]*(?: [A-Z][\w-]*)*)\)"
)
# In the midst of a list of offices any name may be one: บริติช เคานซิล.
NO_NAME = re.compile(
    r"(?:ผู้|ภาค|หน่วย|องค์กร|ประชาชน|ชุมชน|คณะ(?:ผู้|กรรม|ทำ|อนุ|เจ้า|ทูต)|เจ้าหน้าที่|ส่วน|ต่าง|ทั้ง|นัก|เยาวชน|สมาชิก|ประเทศ|ฝ่าย|กลุ่ม|จำนวน|เข้า|ร่วม|มา|เป็น|ได้|ที่|โดย|เพื่อ|ซึ่ง|ใน|[0-9]+|รอง|หัวหน้า|ปลัด|อธิบดี|เครือข่าย|เมือง(?:สมาชิก|เครือข่าย|พี่|คู่|ต่าง|เข้า|ร่วม)|ประธาน|สื่อ|ครู|อาจารย์|พร้อม|ตัวแทน|บุคลากร|ข้าราชการ|ณ|เมื่อ|จาก|ว่า|ก็|จึง|มี|อีก|อื่น|รวม|ด้วย|ดังกล่าว|เกี่ยว|สรุป|สาระ|วาระ|เรื่อง|สถานที่|ผล|มติ|ประเด็น|หัวข้อ|เคาะ|ถก|หารือ|ครั้ง|วัน|เวลา)"
)
# Of a name known by nothing else, a comma or และ tells that it is one of a list.
FOLLOWED = re.compile(r",|\s?(?:และ|รวมทั้ง|ตลอดจน)")
NAMELESS = re.compile("เมือง|นคร|กรุง|จังหวัด|ประเทศ|เขต")  # มีผู้แทนเมืองเข้าร่วม
NAME = re.compile(
    r"[ก-ฮเ-ไA-Z][^\s,;:()]{3,40}(?:\s(?!สำนัก|กอง|กรม|และ|มหา|สมาคม|บริษัท|ผู้|เข้า|ร่วม|สถา|ศูนย์|มูลนิธิ|องค์|การ|หอ|รวม|ตลอด|โดย|เพื่อ|ซึ่ง|พร้อม|ที่|กระทรวง|สภา|ธนาคาร|โรง)[^\s,;:()]{2,20}(?=\s|$|,))?"
)
COMPANY = r"(?: \([A-Z][\w-]*\)| Co\.?, ?Ltd\.?| Ltd\.?| Inc\.| PLC| [BN]\.V\.)?"
EN_RUN = re.compile(
    rf"{CAPITAL}{COMPANY}(?:(?:,|;)? (?:(?:and|&|of|for|the|in|to|from|de|von) )*{CAPITAL}{COMPANY})*"
)
EN_SPLIT = re.compile(
    r"(?:,|;)? (?:and|&) (?:from )?(?:the )?|(?:,|;) (?:from )?(?:the )?(?!Ltd|Inc)"
)
EN_HEAD = re.compile(rf"(?:^|\W){OFFICE_HEAD}(?:\W|$)")
EN_HEAD_LAST = re.compile(rf"(?:^|\W){OFFICE_HEAD}$")
EN_OF_TWO = re.compile(
    r"^[\w&'’-]+ (?:Department|Division|Office|Section|Bureau|Ministry|Board|Authority|Agency)(?: of [A-Z].*)?$"
)
EN_HEAD_OF = re.compile(
    r"(?:Ministry|Department|Bureau|Office|Division|Faculty|School|Institute|College) (?:of|for) "
)
EN_NO_OFFICE = re.compile(
    r"(?:The|On|At|In|Mr|Mrs|Ms|Dr|Miss|H\.E|Meeting|Committee|Room|Bangkok$|[0-9]+|Working|Deputy|Director|Head|Governor)\b"
)


@dataclass(frozen=True)
class Office:
    """An office that was present, as written, and the register's name for it if it has one."""

    value: str
    span: Span
    known: str | None


def read_offices(page: Page, lists: list[Stretch], taken: list[Span]) -> list[Office]:
    """The offices of these lists, but for those in a post or a venue (``taken``), each once."""
    seen: set[str] = set()
    # นาย… ผู้แทนกรมอาเซียน came for it: its delegates, named again, are he.
    posts = [page.plain[slice(*one)] for one in taken]
    sent = "\n".join("".join(post.split()) for post in posts if post.startswith(("ผู้แทน", "ตัวแทน")))
    found = []
    for zone in lists:
        for office in sorted(_in_zone(page, zone, taken), key=lambda one: one.span):
            key = office.known or "".join(office.value.split()).lower()
            if key not in seen and "".join(office.value.split()) not in sent:
                seen.add(key)
                found.append(office)
    return found


def _in_zone(page: Page, zone: Stretch, taken: list[Span]) -> list[Office]:
    covered = [one for one in taken if one[1] > zone.begin and one[0] < zone.end]
    found = []
    for one in page.mentions:
        if not zone.begin <= one.span[0] < zone.end:
            continue
        if one.kind == DEPARTMENT and not _meets(one.span, covered):
            found.append(Office(one.value, one.span, one.entry.name))
            covered.append(one.span)
        elif one.kind == COMMITTEE:
            covered.append(one.span)
    for span in (*_thai(page, zone, covered), *_english(page, zone, covered)):
        if not _meets(span, covered):
            covered.append(span)
            words = " ".join(page.plain[slice(*span)].split())
            found.append(Office(words, span, None))
    return found


def _thai(page: Page, zone: Stretch, covered: list[Span]):
    plain, at = page.plain, zone.begin
    while match := OFFICE.search(plain, at, zone.end):
        at = match.end()
        if page.is_free(match.start()) and (
            span := _thai_office(page, match.start(), match.end(), zone.end, covered)
        ):
            yield span
            at = span[1]
    starts = [end for begin, end in zone.delegates if not plain[begin].isascii()]
    first = page.skip(zone.begin)
    if page.known(first, DEPARTMENT) or OFFICE.pattern.match(plain, first):
        starts.append(first)  # ร่วมกับสำนัก…
    starts = [START.match(plain, start, zone.end).end() for start in starts]
    for start in starts:
        yield from _senders(page, start, zone.end, covered)


def _senders(page: Page, at: int, limit: int, covered: list[Span]):
    """What follows ผู้แทนจาก, one after another: also cities, abbreviations and Latin names."""
    plain, many, joined = page.plain, False, False
    while at < limit:
        at = page.skip(at)
        inside = next((one for one in covered if one[0] <= at < one[1]), None)
        if inside:
            end = inside[1]
        elif (match := SENDER.match(plain, at, limit)) and not NO_OFFICE.match(plain, at):
            span = _thai_office(page, at, match.end(), limit, covered)
            if not span:
                return
            yield span
            end = span[1]
        elif (
            (many or IN_A_ROLL.search(plain, max(0, at - 20), at))
            and (span := _any_name(page, at, limit))
            and (joined or not many or FOLLOWED.match(plain, span[1]))
        ):
            yield span
            end = span[1]
        else:
            return
        many = True
        step = SEPARATOR.match(plain, end)
        if step.end() == end and not page.known(end, DEPARTMENT):
            return
        joined = bool(step[0].strip())
        at = step.end()


START = re.compile(
    r"\s?(?:(?:ส่วน(?!ราชการ)|ขณะที่|ด้าน|สำหรับ)\s?(?=[ก-ฮเ-ไ])|(?:[0-9]+\s?)?(?:เมือง|จังหวัด|เขต|ประเทศ|หน่วยงาน|องค์กร)(?:[ก-๎]{0,30}?\s?)?(?:[0-9]+\s?(?:เมือง|แห่ง|ประเทศ|หน่วยงาน|องค์กร)\s?)?(?:อาทิ(?:เช่น)?|เช่น|ได้แก่|ประกอบด้วย|คือ)\s?)?"
)
# In a roll's line for delegates any name is an office.
IN_A_ROLL = re.compile(r"[\n\u2029]\s?[0-9]{1,2}\s?[.)]\s?(?:ผู้แทน|ตัวแทน)(?:จาก|ของ)?\s?$")


def _any_name(page: Page, at: int, limit: int) -> Span | None:
    if (
        NO_NAME.match(page.plain, at)
        or at in page.begins
        or not (match := NAME.match(page.plain, at, limit))
    ):
        return None
    stop = STOP.search(page.plain, at + 2, match.end())
    end = match.end()
    if stop and page.plain[stop.start()] != " ":
        end = stop.start()
    for more in (BRANCH, BRACKET):
        if match := more.match(page.plain, end, limit):
            end = match.end()
    return (at, end) if end - at > 4 else None


def _thai_office(page: Page, begin: int, at: int, limit: int, covered: list[Span]) -> Span | None:
    plain = page.plain
    if NO_OFFICE.match(plain, begin) or _meets((begin, at), covered):
        return None
    end = min(page.word_end(at if plain[at - 1] != "." else at, STOP), limit)
    if INCORPORATED.match(plain, begin) and (company := COMPANY_ENDS.match(plain, end, limit)):
        end = company.end()
    elif (
        end == at
        and plain[end : end + 1] == " "
        and not plain[begin].isascii()
        and plain[at - 1] != "."
        and not WHOLE.fullmatch(plain, begin, end)
    ):
        letters = ITS_LETTERS.match(plain, end, limit)
        if not letters:
            return None
        end = letters.end()
    elif plain[begin].isascii():
        while more := re.compile(rf" {CAPITAL}").match(plain, end, limit):
            end = more.end()
    if more := GOES_ON.match(plain, end, limit):
        end = min(page.word_end(more.end(), STOP), limit)
    if plain.endswith("ที่", begin, end) and (more := ITS_NUMBER.match(plain, end, limit)):
        end = more.end()
    if UNIT.match(plain, begin) and (more := UNIT_NUMBER.match(plain, end, limit)):
        end = more.end()
    if not LAND.match(plain, begin) and (more := BRANCH.match(plain, end, limit)):
        end = more.end()
    parent = PARENT if HAS_PARENT.match(plain, begin) else None
    parent = SCHOOL if IN_A_SCHOOL.match(plain, begin) else parent
    if parent and (more := parent.match(plain, end, limit)):
        end = min(page.word_end(more.end(), STOP), limit)
    if more := BRACKET.match(plain, end, limit):
        end = more.end()
    if _meets((begin, end), covered) or end - begin < 3 or NAMELESS.fullmatch(plain, begin, end):
        return None
    return begin, end


def _english(page: Page, zone: Stretch, covered: list[Span]):
    """Names of offices; of delegates also cities and abbreviations, one after another."""
    reach = 0
    for match in EN_RUN.finditer(page.plain, zone.begin, zone.end):
        before = page.plain[max(zone.begin, match.start() - 14) : match.start()]
        if any(at <= match.start() <= at + 6 for _begin, at in zone.delegates):
            reach = match.end()
        elif reach and not (match.start() - reach < 14 and re.search(r"[,;]|and|of|the", before)):
            reach = 0
        for span in _parts(page.plain, match.span(), covered):
            words = page.plain[slice(*span)]
            # The Shenzhen side is no office.
            is_side = page.plain.startswith(" side", span[1])
            if not (is_side or EN_NO_OFFICE.match(words)) and (reach or EN_HEAD.search(words)):
                yield span
        reach = match.end() if reach else 0


def _parts(plain: str, run: Span, covered: list[Span]) -> list[Span]:
    """The offices that a run of capitals names: and, comma divide them, or belong to the name."""
    at, parts = run[0] + 4 * plain.startswith("The ", run[0]), []
    for match in EN_SPLIT.finditer(plain, *run):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, run[1]))
    parts = [span for span in parts if not _meets(span, covered)]
    joined: list[Span] = []
    for span in parts:
        last = joined[-1] if joined else None
        if last and _is_one(plain, last, span):
            joined[-1] = (last[0], span[1])
        else:
            joined.append(span)
    return joined


def _is_one(plain: str, first: Span, second: Span) -> bool:
    """Digital Economy and Society; Culture, Sports and Tourism Department."""
    words, more = plain[slice(*first)], plain[slice(*second)]
    if second[0] - first[1] > 6 or more.isupper() or words.isupper():
        return False
    if EN_HEAD_OF.match(words):
        return (
            not EN_HEAD.search(more)
            and " and " not in words
            and "and" in plain[first[1] : second[0]]
        )
    return not EN_HEAD.search(words) and len(words) < 24 and bool(EN_OF_TWO.search(more))


def _meets(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and begin < span[1] for begin, end in others)
