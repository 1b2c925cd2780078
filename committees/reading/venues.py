"""Where a meeting took place: what follows ณ, or at and in before a room, hall or hotel."""

import re

from committees.reading.normal import PARAGRAPH, Span
from committees.reading.register import VENUE, Mention

AT = re.compile(
    r"(?:(?<=[\s)\]น.])|(?<=[0-9])|(?<=^)|(?<=[ก-๎](?=ณ\sห้อง)))ณ\s?(?=\S)|(?:(?<=[0-9]\s)|(?<=น\.\s))(?=ห้อง|โรงแรม|ศาลาว่า)|(?:สถานที่|จัดที่|(?<=ประชุม)ที่)\s?:?\s?(?=ห้อง|โรงแรม|ศาลา|อาคาร)"
)
STOPS = re.compile(
    r"โดยมี|โดย|เมื่อ(?=วัน|\s?[0-9])|เวลา|เพื่อ|พร้อม|ซึ่ง|ที่ประชุม|ร่วม|มี(?=ผู้|นาย|นาง)|(?<=\s)มี(?=\S)|ในการ|ทั้งนี้|และ(?=ผ่าน|มี|ระบบ|ได้|ถ่ายทอด)|ผ่านระบบ|ระหว่างวัน|ใน(?=วัน|โอกาส)|วัน(?=จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|ที่)"
    r"|เป็นประธาน|ได้|จัดขึ้น|จัด(?=การ)|การประชุม|ครั้งที่|[:;,\"“”\n" + PARAGRAPH + r"]|เริ่ม"
    r"|(?<=\s)(?:นาย|นาง|น\.ส\.|ดร\.|ผศ|รศ|พล|ม\.ร|ม\.ล|คุณ|รองผู้|รองปลัด|ผู้|ปลัด|ประธาน|คณะ|เข้า|จำนวน|ดำเนิน|หลัง|สำหรับ|กรุงเทพมหานคร(?=ได้|โดย|จัด|เป็น|\s(?:โดย|จัด|ได้)))"
)
EN_AT = re.compile(
    r"\b(?:at|in|venue:) (?:the )?(?=(?:[A-Z0-9][\w'’&-]*,? (?:of |the |and )?){0,6}"
    r"(?:Room|Hall|Hotel|Building|Centre|Center|Tower|Ballroom|Pavilion|Palace|University|Auditorium|Office)\b)"
)
EN_WORD = re.compile(
    r"(?:,? (?:of the |of |the |on the )?(?=[A-Z0-9(])|^)[A-Z0-9(][\w'’&.()-]*[\w)]|,? (?:[0-9]+(?:st|nd|rd|th)|[A-Za-z]+) [Ff]loor"
)
EN_STOPS = re.compile(
    r",? (?:On|The|It|He|She|They|At|In|Mr|Mrs|Ms|Miss|Dr|H\.E|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|,? [0-9]{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
LONGEST = 200


def read_venues(plain: str, mentions: list[Mention]) -> list[Span]:
    known = {one.span[0]: one for one in mentions if one.kind == VENUE}
    found = []
    for match in AT.finditer(plain):
        if (
            match.start()
            and plain[match.start() - 1] == " "
            and plain[match.end() : match.end() + 6] == "อยุธยา"
        ):
            continue
        found.append(_thai(plain, match.end(), known))
    for match in EN_AT.finditer(plain):
        found.append(_english(plain, match.end()))
    return sorted(span for span in found if span[1] - span[0] > 3)


def _thai(plain: str, begin: int, known: dict[int, Mention]) -> Span:
    least = known[begin].span[1] if begin in known else begin
    limit = min(len(plain), begin + LONGEST)
    stop = STOPS.search(plain, max(least, begin + 1), limit)
    end = stop.start() if stop else limit
    if stop is None and limit < len(plain):
        end = plain.rfind(" ", begin, limit)
    while end > begin and plain[end - 1] in " .-–":
        end -= 1
    if plain.count("(", begin, end) < plain.count(")", begin, end):
        end = plain.find(")", begin)
    return begin, end


def _english(plain: str, begin: int) -> Span:
    end = begin
    limit = min(len(plain), begin + LONGEST)
    first = re.compile(r"[\w(][\w'’&.-]*").match(plain, begin)
    end = first.end() if first else begin
    while (match := EN_WORD.match(plain, end, limit)) and not EN_STOPS.match(plain, end):
        end = match.end()
    return begin, end
