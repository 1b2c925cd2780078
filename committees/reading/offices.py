"""Who was there: the stretches of a text that list them, and the offices named in these.

An office that no register holds is known by how its name begins (กรม, กอง, Ministry of) and ends
where the list goes on; และ ends it only before another office, a person or a delegate.
"""

import re
from dataclasses import dataclass

from committees.reading.normal import PARAGRAPH, Span
from committees.reading.register import DEPARTMENT, Mention

ATTENDED = re.compile(
    r"(?:ได้)?(?:เข้าร่วม|ร่วม|เข้า|มา)(?:ใน)?(?:รับฟัง)?(?:การ)?ประชุม|ประชุมแทน|เข้าร่วม(?!กับ|โครงการ|กิจกรรม|งาน|พิธี)|ร่วมหารือ"
    r"|\b(?:attended|took part|were present|participated)\b"
)
BEGINS = re.compile(
    r"โดยมี(?!วัตถุ|เป้า|วาระ|เนื้อหา|ประเด็น|หัวข้อ|สาระ|มติ)|พร้อมด้วย|พร้อมทั้ง(?=\s?(?:ผู้แทน|นาย|นาง|คณะผู้))|ร่วมด้วย|ร่วมกับ"
    r"|ผู้(?:เข้าร่วม|มา|เข้า|ร่วม)(?:การ)?ประชุม\s?(?:ประกอบด้วย|ได้แก่|คือ|มี|:|\n|\s(?=1\.))|(?<!คณะกรรมการ)ประกอบด้วย(?=\s?(?:ผู้แทน|นาย|นาง|น\.ส))"
    r"|มี(?=ผู้แทน)|และมี(?=\s?(?:นาย|นาง|น\.ส\.|ดร\.))|ผู้แทน(?:หน่วยงาน)?(?:จาก|ของ|สำนัก|กรม)|(?<=ร่วม)ประชุม(?=กับ)"
    r"|\b(?:attended by|(?:together|along) with|accompanied by|joined by|(?:participants|attendees|those present)"
    r"(?:\s(?:included?|were|from))?:?|also present were|in attendance were|with (?=representatives|delegates)|representatives (?:of|from))\b",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"เพื่อ(?!น)|ซึ่ง|ที่ประชุม|ทั้งนี้|ในการนี้|ในโอกาสนี้|จากนั้น|สำหรับ|โดยที่ประชุม|โดยการประชุม|การประชุม(?:ดังกล่าว|ในครั้ง|ครั้ง)นี้|ณ\s(?=ห้อง|ศาลา|อาคาร|โรงแรม)"
    r"|(?:ผู้ไม่มา|ผู้ไม่เข้าร่วม)(?:ประชุม)?|เริ่มประชุม|ระเบียบวาระ|ขาดประชุม|ลาประชุม|ไม่(?:ได้|สามารถ)?\s?(?:เข้าร่วม|มา)"
    r"|โดย(?=นาย|นาง|สำนัก|คณะ|ประธาน|มุ่ง|ได้|หารือ)|ได้หารือ|ร่วมกันพิจารณา|หารือ(?=เกี่ยว|ประเด็น|เรื่อง|แนวทาง)"
    r"|\.\s(?=(?:The|It|In|At|This|On|They|During|Also|[A-Z][a-z]+ (?:was|were|is))\b)|\b(?:to (?:discuss|consider|review|follow)|discussed|considered|agreed|was asked|were asked"
    r"|who (?:sent|could)|sent apolog|apologies|did not attend|was absent|were absent|which )\b"
)
OFFICE = re.compile(
    r"(?:สำนักงาน|สำนัก(?!พิมพ์)|กอง(?=[ก-ฮเ-ไ])(?!ทุน|บัญชาการ(?=\s))|กรม|กระทรวง|ศูนย์|โรงพยาบาล|มูลนิธิ|สถาบัน|มหาวิทยาลัย|สมาคม|บริษัท|ฝ่าย|กลุ่มงาน"
    r"|สถาน(?:เอกอัครราช)?ทูต|สถานกงสุล|สภา(?!พ)|องค์การ|องค์กร|การ(?:ไฟฟ้า|ประปา|ทาง|เคหะ|ท่องเที่ยว|รถไฟ)|วิทยาลัย|ธนาคาร|คณะ(?=แพทย|วิศว|สถาปัต|รัฐศา|นิติ))"
)
NOT_AN_OFFICE = re.compile(
    r"สำนักงานเขต(?=\s|$)|(?:สถาบัน|องค์กร|มหาวิทยาลัย|หน่วยงาน|บริษัท|ฝ่าย|สำนักงาน|สำนัก)(?:ต่าง|ที่เกี่ยว|ดังกล่าว|อื่น|เครือข่าย|เอกชน|ภาค|ใน|ทั้ง|ละ|\s|$)"
)
EN_OFFICE = re.compile(
    r"\b(?:(?:Department|Ministry|Office|Embassy|Division|Bureau|University|Institute|Center|Centre) of(?: the)?"
    r"(?: (?:and |the |of )?[A-Z][\w'-]*)+"
    r"|(?:[A-Z][\w'-]+,? (?:and |of |& )?){1,6}(?:Department|Division|Office|Ministry|Bureau|Authority|Agency|University|Institute|Hospital))\b"
)
WORD_ENDS = re.compile(
    r"[\s,;:()\"“”]|(?:และ|รวมทั้ง|ตลอดจน|รวมถึง|พร้อมด้วย|กับ)(?=\s?(?:สำนัก|กอง|กรม|กระทรวง|ศูนย์|โรงพยาบาล|มูลนิธิ|สถา|มหาวิทยาลัย|สมาคม"
    r"|บริษัท|ฝ่าย|กลุ่มงาน|ผู้แทน|ผู้|นาย|นาง|การ(?:ไฟฟ้า|ประปา|ทาง|เคหะ|รถไฟ)|หน่วยงาน|องค์|เจ้าหน้าที่|คณะ))"
    r"|เข้าร่วม|ร่วมประชุม|เป็น|ได้|จำนวน|พร้อม|โดย|ร่วมเป็น"
)


@dataclass(frozen=True)
class Office:
    value: str
    span: Span
    known: str | None


def read_lists(plain: str) -> list[Span]:
    """The stretches that name who was present."""
    found: list[Span] = []
    for match in BEGINS.finditer(plain):
        if found and match.start() < found[-1][1]:
            continue
        begin = match.start() if match[0].startswith(("ผู้แทน", "มี", "rep", "Rep")) else match.end()
        end = _list_end(plain, match.end())
        # A delegate asked for is not one who came.
        if end > begin:
            found.append((begin, end))
    return found


def _list_end(plain: str, at: int) -> int:
    paragraph = plain.find(PARAGRAPH, at)
    limit = paragraph if paragraph >= 0 else len(plain)
    limit = min(limit, at + 6000)
    stop = ENDS.search(plain, at, limit)
    end = stop.start() if stop else limit
    attended = ATTENDED.search(plain, at, end)
    # Somebody else may follow: เข้าร่วมประชุม พร้อมด้วย …
    if attended and not BEGINS.match(plain, attended.end() + 1):
        return attended.start()
    return end


def read_offices(
    plain: str, span: Span, mentions: list[Mention], taken: list[Span]
) -> list[Office]:
    """The offices in a list, but for those in a post or a venue (``taken``)."""
    begin, end = span
    covered = [one for one in taken if one[1] > begin and one[0] < end]
    found = []
    for one in mentions:
        if begin <= one.span[0] < end:
            if one.kind == DEPARTMENT and not _meets(one.span, covered):
                found.append(Office(one.value, one.span, one.entry.name))
            covered.append(one.span)
    at = begin
    while match := OFFICE.search(plain, at, end):
        at = match.end()
        stop = WORD_ENDS.search(plain, match.end(), end)
        place = match.start(), stop.start() if stop else end
        before = plain[max(0, match.start() - 1) : match.start()]
        glued = before.isalpha() or before in set("ะาำิีึืุู็่้๊๋์ัๆฯ")
        if _meets(place, covered) or NOT_AN_OFFICE.match(plain, match.start()):
            continue
        if glued and not plain[max(0, begin - 8) : match.start()].endswith(
            ("จาก", "และ", "ของ", "ผู้แทน", "มี", "ด้วย", "แก่", "แก่", "ทั้ง", "ถึง", "กับ")
        ):
            continue
        if place[1] - match.end() > 1:
            found.append(Office(plain[place[0] : place[1]], place, None))
            at = place[1]
    for match in EN_OFFICE.finditer(plain, begin, end):
        if not _meets(match.span(), covered):
            found.append(Office(match[0], match.span(), None))
    return sorted(found, key=lambda one: one.span)


def _meets(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and begin < span[1] for begin, end in others)
