"""Posts in a text: where one begins, and how far it goes on over its section and department."""

import re

from committees.reading import english, thai_offices
from committees.reading.normal import Span
from committees.reading.page import Page
from committees.reading.patterns import Begun, any_of
from committees.reading.register import DEPARTMENT, POSITION
from committees.reading.word_ends import STOP

THAI_POST = re.compile(thai_offices.POST)
FREE_POST = Begun(THAI_POST)
# After a name, words that begin so are a post, whatever it is: รองเจ้าครอง…, ราชบัณฑิต, ผู้ตรวจภาษา.
ANY_POST = re.compile(
    r"(?:รอง|เจ้า(?!ภาพ|ของ)(?=[ก-ฮ])|ราช(?=[ก-ฮ])|ทูต|ครู|ผู้(?!เข้า|ร่วม|มา|แทน|ที่|เกี่ยว|เป็น|ทำ|ได้|ซึ่ง|แจ้ง|กล่าว|เสนอ|ชี้แจง|รายงาน|จด)(?=[ก-ฮเ-ไ]))(?=[ก-๎]{3,60})"
)
# A word that ends in a grade of the civil service is a post: ศึกษานิเทศก์เชี่ยวชาญ.
GRADED_POST = re.compile(
    r"(?!เป็น|ผู้|ให้|ร่วม|ได้|มี|ใน|เข้า|ที่|ซึ่ง)[ก-ฮเ-ไ][ก-๎]{3,40}?(?:ปฏิบัติการ|ชำนาญการ(?:พิเศษ)?|เชี่ยวชาญ|ทรงคุณวุฒิ|ปฏิบัติงาน|ชำนาญงาน|อาวุโส)(?=[\s,)]|$|และ|เข้า|ร่วม|เป็น)"
)
# What stands between a name and the next one is a post, if no verb begins it: ศิลปินแห่งชาติ.
UNKNOWN_POST = re.compile(
    r"(?!กล่าว|เสนอ|เห็น|ขอ|ได้|ให้|ร่วม|เป็น|ซึ่ง|ที่|โดย|มี|แสดง|ระบุ|ยืนยัน|สอบถาม|ชี้|ย้ำ|เดินทาง|พร้อม|ทำ|ถาม|ตอบ|นำ|มา|ไป|ลา|ติด|ไม่|มิ|จะ|จึง|ยัง|ก็|ต่อ|กับ|และ|รวม|ณ|ใน|จาก|เมื่อ|เพื่อ|ว่า|อภิปราย|แนะ|แจ้ง|รายงาน|บรรยาย|เปิด|รับ|ส่ง|สรุป|เข้า|แทน|ทั้ง|ครั้ง|วัน|จำนวน|มอบ|ปฏิบัติ|กับ|ส่วน|ขณะ|ด้าน|ตาม|อยู่|คือ|ออก|แต่|พบ|หารือ|ประชุม|ต้อนรับ|เชิญ)"
    r"[ก-ฮเ-ไ][ก-๎]{7,40}(?=,?\s(?:และ)?(?:นาย(?!ก)|นาง|น\.ส\.|ดร\.|ผศ|รศ|พล\.|ม\.[รลจ]))"
)
EN_POST = re.compile(rf"(?:the )?{english.POST}")
EN_FREE_POST = Begun(re.compile(rf"\b(?:the (?=[A-Z]))?(?=[A-Z]){english.POST}"))
EN_MODIFIED = re.compile(rf"(?:the )?(?:{english.POST_MODIFIERS}{english.POST}|{english.POST_OF})")
MORE = re.compile(
    r"\s(?=(?:และ)?(?:รักษาราชการ|รักษาการ|ปฏิบัติราชการแทน|ปฏิบัติหน้าที่(?:แทน|ผู้|หัวหน้า|รอง|เลขา)))(?:และ)?|\s?และ(?=เลขานุการคณะ|กรรมการและ)|และ(?=โฆษก(?:กรุงเทพ|ของ))"
)
OFFICE_WORD = re.compile(
    rf"{thai_offices.OFFICE}|เขต(?=[ก-ฮ])|คณะผู้แทน(?=ถาวร|[ก-๎]{{2,30}}ประจำ)|โครงการ|โรงแรม|ศาลาว่าการ(?!กรุงเทพ)|หน่วย(?!งาน)|แผนก|(?:สน|สภ|บก|กก|บช)\.|สำนักข่าว|หนังสือพิมพ์"
)
LATIN = re.compile(r"(?: (?!Mr|Ms|Mrs|Miss|Dr|H\.E|Prof)[A-Z][\w&-]*)+(?=\s|$|,|เข้าร่วม|และ|ร่วม)")
WITH_A_NUMBER = re.compile(
    "แม่ทัพ|ผู้บังคับการ|นครบาล|สถานี|กองบังคับการ|กองกำกับการ|ผู้กำกับการ|ตำรวจภูธรภาค|สารวัตร|เขตพื้นที่|ดับเพลิง"
)
NUMBERED = re.compile(r"\s[0-9]{1,2}(?=[\s,)]|$|และ)")
DISTRICT = re.compile(r"\sเขต[ก-๎]+")
FIELD = re.compile(
    r"\s(?=ด้าน(?!นาย|นาง|ดร)|ฝ่าย(?=[ก-ฮ])(?!\S{2,20}?(?:นำโดย|ประกอบด้วย|ได้แก่|มี|นำ))|ระดับ|สาขา|ประจำ|(?:ปฏิบัติการ|ปฏิบัติงาน|ชำนาญการ|ชำนาญงาน|เชี่ยวชาญ|ทรงคุณวุฒิ|อาวุโส)(?:พิเศษ)?(?=[\s,)]|$))"
)
# An abbreviation in Latin letters belongs to the name before it.
BRACKET = re.compile(r"\s?\((?:[A-Z][A-Za-z-]*[A-Z]|(?:[ก-ฮ]\.){2,4}|(?:ฝ่าย|ด้าน)[ก-๎]+)\)")
RANKS = {word: rank for rank, words in enumerate(thai_offices.OFFICE_RANKS, 1) for word in words}
LOW = RANKS["กลุ่มงาน"]  # a section belongs to whatever office follows it
RANKED = re.compile(any_of(RANKS))
INCORPORATED = re.compile("บริษัท|ธนาคาร|ห้างหุ้นส่วน")
COMPANY_ENDS = re.compile(
    r"(?:\s?\([ก-๎]{2,20}\)|\s[^\s,()]{1,30}){0,5}?\s?จำกัด(?:\s?\(มหาชน\))?|(?<=จำกัด)\s?\(มหาชน\)"
)
# Where the office is that a post is at: a town or land after a blank, the town of an embassy.
SEAT = re.compile(
    r"\s(?:ประจำ)?(?:มหานคร|กรุง(?!เทพ)|เมือง(?!หลวง|พี่|ที่)|นคร(?!บาล)|เทศบาล|จังหวัด|ประเทศ|สาธารณรัฐ|ราชอาณาจักร|รัฐ(?!มนตรี|บาล|สภา)|แคว้น|มณฑล|สหรัฐ)(?=[ก-ฮเ-ไ])"
)
CUT = ("เขต", "สำนัก", "สำนักงาน", "กอง", "กรม", "กระทรวง")  # a post goes on over the line's end
MISSION = re.compile("เอกอัครราชทูต|กงสุล|สถานทูต|สถานกงสุล|คณะผู้แทนถาวร")
MISSION_SEAT = re.compile(r"\sณ\s?(?!ห้อง|โรงแรม|ศาลา|อาคาร)(?=[ก-ฮเ-ไ])")
CITY = re.compile(
    r"\s(?:กรุงเทพมหานคร|กทม\.)(?=[\s,()]|เป็นประธาน|เข้าร่วม|$|และ)(?!\s(?:ได้|จัด|โดย|เป็น|ร่วม|มี|มอบ|ให้|ขอ|จะ|เดิน))"
)
CLOSED = re.compile(r"[^()\n\u2029ก-๎]{3,100}(?=\))")
EN_PERSON = r"(?:Mr|Ms|Mrs|Miss|Dr|H\.E|Prof|Pol|Gen|Mdm|Deputy|Governor|Director|Representative|Head|Chief|Permanent|Ambassador|Mayor)\b"
EN_GOES_ON = re.compile(
    r"(?: \([A-Z][\w ]*\)(?= (?:of|at|to|for)\b)|(?:,? (?:of|to|for|at|in|on|in charge of|responsible for)(?: (?:the|His|Her|its))*(?=[ ][A-Z])))"
    rf"| (?P<and>and|&)(?P<more>(?: (?!{EN_PERSON})[A-Z][\w'’-]+){{1,4}})(?=[,.;:)\n]| [a-z]|$)"
    r"| (?!Mr\b|Ms\b|Mrs\b|Miss\b|Dr\b|H\.E|Prof\b|On\b|The\b|At\b|In\b)[A-Z0-9&][\w'’&-]*(?:\.(?=[A-Z]))?"
)
# After the whole post of the register comes its holder's name: Deputy Governor of Bangkok A B chaired.
EN_HOLDER = re.compile(
    r" [A-Z][a-z'’-]+ [A-Z][a-z'’-]+(?= (?:chaired|presided|served|attended|led|opened|acted|was|said|represented|joined)\b)"
)
EN_OFFICE_HEAD = re.compile(rf"\b{english.OFFICE_HEAD}(?!\w)")
EN_LIST_OFFICE = re.compile(rf"(?:,? (?:and |& )?[A-Z][\w'’-]+){{1,6}} {english.OFFICE_HEAD}\b")


BARE_ROLE = re.compile(rf"(?:the )?{english.ROLE}(?:\s?:| (?:{english.PREFIXES}))")
OF_THE_BODY = re.compile("(?:(?:อนุ)?กรรมการ|กรรมาธิการ)(?:ที่|ผู้|ฯ|จาก.*)?|ที่ปรึกษา|เลขานุการ")
HOLDER_FOLLOWS = re.compile(r"\s?\((?:นาย|นาง|น\.ส|ดร\.|พล|ผศ|รศ|ม\.|Mr|Ms|Dr)")
ROLE = re.compile(thai_offices.ROLE)
DELEGATES = ("ผู้แทน", "ตัวแทน", "เจ้าหน้าที่", "ผู้บริหาร", "Representative", "representative")


def is_post(plain: str, at: int) -> bool:
    """Whether a post begins there."""
    return bool(THAI_POST.match(plain, at) or EN_POST.match(plain, at))


def is_any_post(plain: str, at: int) -> bool:
    """Whether what begins there after a name is a post, known as one or not."""
    return is_post(plain, at) or bool(ANY_POST.match(plain, at) or GRADED_POST.match(plain, at))


def read_posts(page: Page) -> dict[int, int]:
    """Where posts begin that stand free, and where each of them ends."""
    found, end = {}, 0
    places = set(_thai_posts(page))
    places |= {match.start() for match in _english_posts(page.plain)}
    places |= {one.span[0] for one in page.mentions if one.kind == POSITION}
    for at in sorted(places):
        if (
            at < end
            or not page.is_free(at)
            or _is_delegate(page.plain, at)
            or not (stop := post_end(page, at))
        ):
            continue
        # ผู้แทนสำนัก… is nobody's post, but an office that sent somebody; unless a name stands by.
        if (
            _is_capacity(page.plain, at, stop)
            or BARE_ROLE.match(page.plain, at)
            or OF_THE_BODY.fullmatch(page.plain, at, stop)
        ):
            continue
        if not page.plain.startswith(DELEGATES, at) or HOLDER_FOLLOWS.match(page.plain, stop):
            found[at] = end = stop
    return found


def _is_capacity(plain: str, at: int, end: int) -> bool:
    """…ในฐานะประธานกรรมการ: a role that somebody acts in, and no one else."""
    return plain.endswith(("ฐานะ", "เป็น"), 0, at) and bool(
        ROLE.match(plain, at, end) or plain.startswith(("ประธานฝ่าย", "หัวหน้าคณะ"), at)
    )


def _thai_posts(page: Page):
    end = 0
    for at in FREE_POST.places(page.plain):
        # A post may begin inside what looks like one: ฝ่ายปกครอง ผู้กำกับการ….
        if at < end or not page.is_free(at) or _is_approval(page.plain, at):
            continue
        if match := THAI_POST.match(page.plain, at):
            yield at
            end = match.end()


def _is_approval(plain: str, at: int) -> bool:
    """การรับรองนายกเทศมนตรี: to receive a mayor, no deputy of his."""
    in_a_name = plain.endswith(
        ("ผู้แทนที่ประชุม", "จากที่ประชุม", "ของที่ประชุม"), 0, at
    )  # ที่ประชุมอธิการบดีแห่งประเทศไทย
    return in_a_name or (plain.startswith("รอง", at) and plain.endswith("รับ", 0, at))


def _is_delegate(plain: str, at: int) -> bool:
    """ผู้แทนผู้อำนวยการ…: who came for the holder of a post."""
    return plain.endswith(("ผู้แทน", "ตัวแทน"), 0, at)


def _english_posts(plain: str):
    return EN_FREE_POST.finditer(plain)


def post_after(page: Page, at: int) -> int | None:
    """Where the post ends that a name is followed by."""
    if match := EN_MODIFIED.match(page.plain, at):
        return english_post_in_full(page, at, _english_end(page, match.end()))
    if end := post_end(page, at):
        return end
    match = next(
        filter(None, (one.match(page.plain, at) for one in (ANY_POST, GRADED_POST, UNKNOWN_POST))),
        None,
    )
    return _thai_end(page, at, match.end()) if match else None


def english_post_in_full(page: Page, begin: int, end: int) -> int:
    """On over the rest of its bracket, or over the office or town that a Thai text names in Thai."""
    if page.plain.startswith("(", begin - 1) and (
        closed := CLOSED.match(page.plain, begin, end + 80)
    ):
        return closed.end()
    if page.plain.startswith("สำนักเลขาธิการ", end + 1) or SEAT.match(page.plain, end):
        return _whole_end(page, begin, page.word_end(end + 1, STOP))
    return end


def post_end(page: Page, at: int) -> int | None:
    """Where the post ends that begins there; None where none does."""
    known = page.known(at, POSITION)
    if known and known.spelling.isascii():
        return _english_end(page, known.span[1])
    if match := THAI_POST.match(page.plain, at):
        return _thai_end(page, at, max(match.end(), known.span[1] if known else 0))
    if known:
        return _thai_end(page, at, known.span[1])
    if match := EN_POST.match(page.plain, at):
        return _english_end(page, match.end())
    return None


def _thai_end(page: Page, begin: int, at: int) -> int:
    end = _whole_end(page, begin, at)
    return end - len("และ") if page.plain.endswith("และ", at, end) else end


def _whole_end(page: Page, begin: int, at: int) -> int:
    plain = page.plain
    end = page.word_end(at, STOP)
    if plain.startswith("\n", end) and plain.endswith(CUT, begin, end):
        end = page.word_end(end + 1, STOP)
    # ปลัด กทม., รองผู้ว่าฯ กทม., ผอ. สำนัก…
    if plain.startswith((" กทม.", " กทม"), end) and plain[begin:end].endswith(
        ("ปลัด", "ผู้ว่าฯ", "ผู้ว่าราชการ", "ผว.", "สภา")
    ):
        end += 5 if plain.startswith(" กทม.", end) else 4
    elif plain[end - 1] == "." and end - at < 2 and plain[end : end + 1] == " ":
        end = page.word_end(end + 1, STOP)
    if plain.startswith(" ก.ก.", end) and plain.endswith("สำนักงาน", begin, end):
        end += len(" ก.ก.")
    if (
        company := COMPANY_ENDS.match(plain, end)
        if INCORPORATED.search(plain, begin, end)
        else None
    ):
        end = company.end()
    end = _over_offices(page, begin, end)
    if plain.startswith(("สมาชิกสภา", "ส.ก."), begin) and (match := DISTRICT.match(plain, end)):
        end = page.word_end(match.start() + 1, STOP)
    if WITH_A_NUMBER.search(plain, begin, end) and (match := NUMBERED.match(plain, end)):
        end = _over_offices(page, begin, match.end())
        more = NUMBERED.match(plain, end)
        end = more.end() if more else end
    end = _over_seat(page, begin, end)
    if match := LATIN.match(plain, end):
        end = _over_seat(page, begin, match.end())
    if bracket := BRACKET.match(plain, end):
        end = _over_offices(page, begin, bracket.end())
        if match := DISTRICT.match(plain, end) if plain.startswith("สมาชิกสภา", begin) else None:
            end = page.word_end(match.start() + 1, STOP)
    if match := FIELD.match(plain, end):
        end = _over_offices(page, begin, page.word_end(match.end(), STOP))
    if more := MORE.match(plain, end):
        return post_end(page, more.end()) or end
    return end


def _over_offices(page: Page, begin: int, end: int) -> int:
    """On over the greater office that stands after a blank: … กองการต่างประเทศ สำนักปลัดกรุงเทพมหานคร."""
    plain = page.plain
    while plain[end : end + 1] in {" ", "\n"} and plain[end : end + 1]:
        if match := CITY.match(plain, end):
            return match.end() if _rank(plain[begin:end]) < RANKS["กรุงเทพมหานคร"] else end
        at = end + 1
        if not (page.known(at, DEPARTMENT) or OFFICE_WORD.match(plain, at)):
            return end
        rank = _rank(plain[begin:end])
        other = _rank(plain[at : at + 20], first=True)
        if rank and other <= rank and (other or rank > LOW):
            return end
        end = page.word_end(at, STOP)
        if company := COMPANY_ENDS.match(plain, end) if INCORPORATED.match(plain, at) else None:
            end = company.end()
    return end


def _over_seat(page: Page, begin: int, end: int) -> int:
    """On over the town, land or embassy's place that stands after a blank."""
    plain = page.plain
    if MISSION.search(plain, begin, end) and (match := MISSION_SEAT.match(plain, end)):
        end = page.word_end(match.end(), STOP)
    if match := SEAT.match(plain, end):
        end = _over_seat(page, begin, page.word_end(match.end(), STOP))
    return end


def _rank(words: str, *, first: bool = False) -> int:
    ranks = [RANKS[match[0]] for match in RANKED.finditer(words)]
    return (ranks[0] if first else max(ranks)) if ranks else 0


def _english_end(page: Page, end: int) -> int:
    begin = end
    while match := EN_GOES_ON.match(page.plain, end):
        if EN_HOLDER.match(page.plain, begin if end == begin else end):
            break
        # "and" goes on with a name (Digital Economy and Society), not with another office.
        if (
            match["and"]
            and EN_OFFICE_HEAD.search(match["more"])
            and EN_OFFICE_HEAD.search(page.plain, begin, end)
        ):
            break
        end = match.end()
        if known := page.known(page.skip(end), DEPARTMENT):
            end = known.span[1]
        elif listed := EN_LIST_OFFICE.match(page.plain, end):
            end = listed.end()
    return end


def without_article(page: Page, span: Span) -> Span:
    """The post without "the" before it."""
    return (span[0] + 4, span[1]) if page.plain.startswith(("the ", "The "), span[0]) else span
