"""Where a meeting took place: what follows ณ, or at and in before a room, hall or hotel.

A venue is a row of places, from the room out to the city; it ends where the row does.
"""

import re

from committees.reading.english_venues import english_venues
from committees.reading.normal import PARAGRAPH, Span
from committees.reading.page import Page
from committees.reading.patterns import Sought
from committees.reading.register import VENUE

PLACE_WORDS = (
    *(
        "ห้อง",
        "ศาลา(?:ว่าการ|ประชาคม|กลาง)?",
        "โรงแรม",
        "อาคาร",
        "ตึก",
        "หอประชุม",
        "หอศิลป",
        "ศูนย์",
        "สโมสร",
        "รีสอร์ท",
        "ลาน",
        "สวน",
        "สนาม",
        "กองบังคับการ",
        "กองบัญชาการ",
        "อุทยาน",
        "วัด",
        "ตลาด",
        "สถานี",
        "สำนักงาน",
        "สำนัก",
        "กอง(?=[ก-ฮ])",
        "มหาวิทยาลัย",
        "จุฬา",
        "โรงพยาบาล",
        "โรงเรียน",
    ),
    *(
        "สถานเอกอัครราชทูต",
        "สถาบัน",
        "ทำเนียบ",
        "กระทรวง",
        "กรม",
        "พิพิธภัณฑ์",
        "บ้าน",
        "ท่าเรือ",
        "ท่าอากาศยาน",
        "คณะ(?=[ก-ฮ])",
        "วิทยาลัย",
        "องค์การ",
        "บริษัท",
        "เทศบาล",
        "ฮอลล์",
        "ไบเทค",
        "อิมแพ็ค",
        "เวที",
        "รัฐสภา",
        "หอ",
    ),
)
PLACE = re.compile(f"(?:{'|'.join(PLACE_WORDS)})")
ROOM = "(?:ห้อง(?!น้ำ|ประชุม\\s?:)|โรงแรม|ศาลา(?=ว่า|กลาง|ประชา)|อาคาร(?!สูง|เก่า|ต่าง|ที่)|หอประชุม|ศูนย์ประชุม|ศูนย์การประชุม)"
GROUND = "(?:กองบังคับการ|กองบัญชาการ|ศูนย์|สนาม|สวน|สำนักงาน|มหาวิทยาลัย|สถานี|โรงเรียน|ทำเนียบ|รัฐสภา|ลาน|สโมสร|หอ(?=[ก-ฮ])|สถาบัน|วิทยาลัย|โรงพยาบาล|พิพิธภัณฑ์|ที่ทำการ|ที่ว่าการ)"
PLACE_IS = r"(?:สถานที่(?:จัด)?(?:การ)?(?:ประชุม)?|ห้องประชุม)\s?(?::|–|-|คือ|ได้แก่)"
# Where one of the patterns of AT may begin.
IN_IT = rf"\s?(?:{ROOM}|{GROUND})"
AT_BEGINS = (
    rf"ณ|ส(?=ถานที่)|ห(?=้อง|อประชุม)|โ(?=รงแรม)|ศ(?=าลา|ูนย์)|อ(?=าคาร)"
    rf"|(?:ภ(?=ายใน{IN_IT})|ท(?=ี่{IN_IT})|ใ(?=(?:น|ช้){IN_IT}))"
    r"|\s(?=ห้อง|โรงแรม|ศาลา|อาคาร|หอ|ศูนย์)|[ก-ฮเ-ไ](?<=มี.)"
)
THAI = re.compile("[ก-๎]")
AT = Sought(
    AT_BEGINS,
    re.compile(
        rf"(?:(?:(?:(?<=[\s)\].,”\"])|(?<=[0-9])|(?<=^))ณ\s?(?=\S)|(?<=[ก-๎])ณ\s?(?={PLACE.pattern}))(?!ะ|อยุธยา|วัน)"
        rf"|(?:{PLACE_IS}|(?<=[\n{PARAGRAPH}])สถานที่(?:จัด)?(?:การ)?(?:ประชุม)?|(?:ภายใน|ที่|(?<!ภาย)ใน|ใช้)|(?<=[0-9]\s)|(?<=[0-9]\)\s)|(?<=น\.\s)|(?<=[\n{PARAGRAPH}/])|(?<=/\s))\s?(?={ROOM})"
        rf"|(?:{PLACE_IS}|(?<=\s)ที่|(?<=จัดขึ้น)ที่|(?<=และ)ที่|ใช้)\s?(?={GROUND})|(?<=\s)(?=ห้องประชุม)|(?<=มี)(?={PLACE.pattern}[^\n{PARAGRAPH}]{{3,90}}เป็นสถานที่))"
    ),
)
# What else than the meeting may be at a place.
ELSEWHERE = re.compile(
    r"(?:เยี่ยม|คารวะ|ดูงาน|ทัศนศึกษา|งานเลี้ยง|เลี้ยงรับรอง|รับประทาน|แถลงข่าว|ครั้งต่อไป|ครั้งหน้า|ครั้งถัดไป|ลงพื้นที่|ย้าย(?:จาก|มาจาก)|เปลี่ยนจาก|เดิม|เลื่อนจาก)(?:(?!ประชุม|ครั้งที่)[^\n\u2029]){0,60}$"
)
# The next part of the row: a place, a floor, a number, a bracket, a district, a town, a Latin name.
NEXT = re.compile(
    rf"\s(?:{PLACE.pattern}|ชั้น|สี่แยก|แยก|ย่าน|ริม|ถนน|ซอย|แขวง|เขต|ตำบล|อำเภอ|จังหวัด|จ\.|อ\.|ต\.|กรุง|ส่วนที่|กทม\.|เมือง|นคร|ประเทศ|สาธารณรัฐ|ราชอาณาจักร|สหรัฐ|ญี่ปุ่น|เกาหลี|จีน|[0-9A-Z(]|เสาชิงช้า|ดินแดง|ใหญ่|เล็ก)"
    r"(?![0-9]{1,2}\s(?:มกรา|กุมภา|มีนา|เมษา|พฤษ|มิถุ|กรกฎ|สิงหา|กันยา|ตุลา|ธันวา))"
)
# After the bare word for a hotel or a room its name follows, whatever it is.
NAME_FOLLOWS = re.compile(r".*(?:โรงแรม|ห้อง|ห้องประชุม|อาคาร|ศูนย์ประชุม|รีสอร์ท|หอประชุม)$", re.DOTALL)
FREE_NAME = re.compile(
    r".*(?:โรงแรม|ศูนย์(?:การ)?ประชุม|รีสอร์ท|แกรนด์|เดอะ|แอท|แอนด์|ฮอลล์|พลาซ่า|เซ็นเตอร์|เซ็นทารา|ห้องแกรนด์|ชั้น\s?[0-9]+)[^\s]*(?:\s[^\s]+)?$",
    re.DOTALL,
)
ROOM_OF = re.compile("ห้องประชุม$")
ROOM_WORD = re.compile("ห้อง|หอ")
PART = re.compile(r"\s(?:อาคาร|ชั้น|ตึก|ศาลาว่าการ)")
STOP = re.compile(
    rf"[\n{PARAGRAPH},;:/\"“”]|(?<=\))(?=[^\s)])|\s|(?<=\S)(?:โดย(?=มี|นาย|นาง|ที่)|เมื่อวัน|เพื่อ(?!การ|คน|น)|พร้อม(?:ด้วย|ทั้ง)|ซึ่ง|เป็น(?:ประธาน|ที่(?!ปรึกษา)|สถานที่)|ต้อนรับ|เวลา\s?[0-9]|(?:เข้า)?ร่วม(?:การ)?ประชุม|ครั้งที่|และ(?=ผ่าน|ระบบ|ถ่ายทอด|รูปแบบ|มี|ทาง|ออนไลน์)|ผ่าน(?:ระบบ|ทาง|โปรแกรม|แอป)|ระหว่างวัน|ในวัน|วันที่|ได้มี|มี(?=ผู้|นาย|นาง|วาระ|วัตถุ)|ที่ประชุม(?:ได้|มี)|ในการประชุม|ให้การต้อนรับ|จัดการประชุม|นาย(?=[ก-ฮ])|นางสาว|ทั้งนี้)"
)
OTHER = re.compile(
    r"\s(?:ศูนย์(?=กลาง)|(?:สำนัก|กอง)\S*(?: ?(?:ได้|(?<!การ)จัด|(?<!การ)ร่วม))|กรุงเทพมหานคร(?=ได้|จัด|เป็น|\s(?:จัด|ได้|เป็น|ร่วม|โดย(?!มี))|โดย(?!มี))|คณะ(?:กรรมการ|อนุ|ทำงาน|ผู้)|[0-9]+\.\s)"
)
WRAPPED = re.compile(r"\n(?=ศาลาว่าการ|อาคาร|ชั้น|\(|กรุงเทพมหานคร|(?<=ศาลา\n)ว่าการ|(?<=ห้อง\n)ประชุม)")
LONGEST = 220


def read_venues(page: Page, others: list[Span]) -> list[Span]:
    """Every place that a text says something happened at; ``others`` are names and posts, which are none."""
    found = []
    inside = bytearray(len(page.plain) + 1)
    for begin, end in others:
        inside[begin:end] = b"\1" * (end - begin)
    for match in AT.finditer(page.plain) if THAI.search(page.plain) else ():
        begin = match.end()
        if inside[begin] or inside[match.start()]:
            continue
        # คณะกรรมการต้อนรับคณะเยี่ยมชม…: words of a name tell of no visit.
        other = ELSEWHERE.search(page.plain, max(0, match.start() - 80), match.start())
        if not other or inside[other.start()]:
            found.append(_thai(page, begin))
    found += [span for span in english_venues(page.plain) if not inside[span[0]]]
    return sorted(span for span in found if span[1] - span[0] > 3)


def _thai(page: Page, begin: int) -> Span:
    plain = page.plain
    limit = min(len(plain), begin + LONGEST)
    known = page.known(begin, VENUE)
    end = known.span[1] if known else _chunk(page, begin, limit)
    while end < limit:
        if plain[end] == "\n":
            if not WRAPPED.match(plain, end):
                break
        elif plain[end] == "(" and plain[end - 1] != " ":
            end = plain.find(")", end, limit) + 1 or limit
            continue
        elif (
            plain[end] != " "
            or OTHER.match(plain, end)
            or not (NEXT.match(plain, end) or _name_goes_on(page, begin, end))
        ):
            break
        end = _chunk(page, end + 1, limit)
    end = page.back(end, " .-–,")
    end += plain.startswith(".", end) and plain.endswith("กทม", begin, end)
    if plain.count("(", begin, end) < plain.count(")", begin, end):
        end = plain.find(")", begin)
    return begin, end


def _chunk(page: Page, at: int, limit: int) -> int:
    """The end of one part of the row; brackets are one part."""
    plain = page.plain
    if known := page.known(at, VENUE):
        return known.span[1]
    if plain[at] == "(":
        close = plain.find(")", at, limit)
        return close + 1 if close > 0 else at
    return page.word_end(at, STOP, limit - at)


def _name_goes_on(page: Page, begin: int, end: int) -> bool:
    plain = page.plain
    following = page.begins.get(end + 1)
    if following and following.kind != VENUE:
        # ห้องประชุม สกต. ชั้น 4
        return bool(ROOM_OF.match(plain, begin, end) and PART.match(plain, following.span[1]))
    if NAME_FOLLOWS.match(plain, begin, end):
        return True
    stop = STOP.search(plain, end + 1)
    short = (stop.start() if stop else len(plain)) - end < 22
    if not short or _begins_clause(plain, end + 1):
        return False
    # A room may be named for somebody: ห้องประชุม<name> <surname> อาคาร 1.
    between = bool(stop and ROOM_WORD.match(plain, begin, end) and PART.match(plain, stop.start()))
    return between or bool(FREE_NAME.match(plain, begin, end))


CLAUSE = re.compile(
    r"นาย|นาง|น\.ส|ดร\.|ผศ|รศ|พล|ม\.|รอง|ปลัด|ผู้|ประธาน|โดย|เมื่อ|เวลา|เพื่อ(?!การ|คน|น)|พร้อม|ซึ่ง|ที่|มี|ใน|ได้|และ|จัด|ร่วม|เข้า|การ|ครั้ง|ระหว่าง|วัน|ทั้ง|จำนวน|ดำเนิน|หลัง|สำหรับ|คณะ|เป็น|ผ่าน|ณ|เริ่ม|ต่อ|จาก|ท่าน|คุณ|หัวหน้า|อธิบดี|เลขา|เอก|หน่วย|ก่อน|ว่า|ให้|นำ|เรื่อง|วาระ|ผล|หัวข้อ|ประเด็น|ใช้|มติ|ตั้งแต่|ถก|หารือ|ภาย|อาทิ|กำกับ|กรรมการ|อนุ|พิจารณา|พญ|นพ|ทพ|ศ\.|ภก|ว่าที่|ร้อย|พัน|หม่อม|ฝ่าย|ต้อนรับ|นั้น|ดังกล่าว"
)


def _begins_clause(plain: str, at: int) -> bool:
    return bool(CLAUSE.match(plain, at))
