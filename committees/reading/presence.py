"""Who came though nothing beside them says so.

News of one meeting names those who were there: a person named with a post came, unless words
around the name speak of something else: another's words, a letter, an invitation, an absence.
"""

import re

from committees.reading.meetings import Meetings
from committees.reading.people import Who
from committees.reading.thai import LETTER

# Directly before a name: somebody is spoken of, quoted, asked, visited or appointed.
SPOKEN_OF = re.compile(
    r"(?:ของ|ถึง|ตามที่|อ้างถึง|กรณี(?:ที่)?|คำกล่าว|ข้อเขียน|เรียนเชิญ|เชิญ|ขอเชิญ|เยี่ยม(?:คารวะ)?|เข้าพบ|(?<!ได้)แก่|แด่|ต่อ|ขอให้|มอบหมาย(?:ให้)?"
    r"|แต่งตั้ง(?:ให้)?|ยินดี(?:กับ|ต่อ)|ต้อนรับ|ขอบคุณ|(?:ทราบ|แจ้ง|รายงาน|กล่าว)ว่า|แทน|เสนอชื่อ|เสนอให้|เห็นควรให้|เห็นชอบให้|มีมติให้|มติให้|ติดต่อ|สอบถาม\S*|ผู้ประสานงาน|รายงานโดย"
    r"|ภาพ(?:โดย)?|ข่าว(?:โดย)?|เรียบเรียง(?:โดย)?|ผู้(?:จด|ตรวจ|บันทึก|สรุป|พิมพ์|รายงาน|ถ่ายภาพ|เขียน)\S*|ลงนามโดย|ลงชื่อ|ลงนาม|คำสั่ง|หนังสือ(?:จาก)?|จดหมาย(?:จาก)?|สาร(?:จาก)?|อดีต)"
    r"\s?[:–-]?\s?\(?$|(?:ส่ง|มอบ|ฝาก|แจ้ง|เสนอ|ถวาย|เชิญ|ชอบ|อนุมัติ|แต่งตั้ง|เลือก|หนังสือ|สาส์น|คำ)(?:(?!นาย|นาง|\n).){0,30}(?:ให้|ถึง|(?<!ได้)แก่|จาก|ไปยัง)\s?$"
)
# Directly after: they speak of the meeting to the press, or elsewhere at another time.
ELSEWHERE = re.compile(
    r"[\s)]*(?:(?:ได้|ซึ่ง|ที่|ยัง|ก็|จึง)\s?)*(?:เปิดเผย|เผย|แถลง|โพสต์|ที่ว่า|จะ(?=เดินทาง|เข้า|เป็น|มา|นำ|ร่วม)|เคย|มีหนังสือ|ทำหนังสือ|ส่งหนังสือ|ส่งสาร|ลงนามใน(?:หนังสือ|คำสั่ง)|ให้สัมภาษณ์|รับไปดำเนินการ|เป็นผู้ประสาน|ผู้จด|ผู้ตรวจรายงาน|ผู้บันทึก|เกษียณ|ให้การต้อนรับ|ต้อนรับ|เข้าเยี่ยม|เยี่ยม|รับมอบ|มอบ(?!หมาย)|เปิดงาน|ถึงแก่|เมื่อปี|กล่าวไว้|เขียน)"
)
AWAY = re.compile(
    r"(?:ไม่|มิ)(?:ได้|อาจ|สามารถ|สะดวก|มา|เข้า|ร่วม)|ติด(?:ราชการ|ภารกิจ|ประชุม)|ลา(?:ประชุม|ป่วย|กิจ|ราชการ|พัก)|แจ้งขัดข้อง|ขอลา|แจ้งลา|ขาดประชุม|อยู่ระหว่าง(?:เดินทาง|ไป|ลา)|ได้รับเชิญ(?!(?:ให้)?(?:มา|เข้า|ชี้แจง))"
)
# Earlier in the sentence: another meeting, or what is still to come.
ANOTHER = re.compile(
    r"ครั้ง(?:ก่อน|ที่แล้ว|ที่ผ่านมา|ต่อไป|ถัดไป|หน้า)|กำหนด(?:จัด|ประชุม|การ)|สัปดาห์หน้า|เดือนหน้า|จะ(?:เดินทาง|เข้าเยี่ยม|เข้าพบ|จัด|มี|เชิญ)|ก่อนหน้านี้|เมื่อปี(?:ที่)?|(?<!ได้)มอบหมายให้"
)
# ที่ประชุมรับฟังการนำเสนอของ…: who is heard is there.
HEARD = re.compile(r"รับฟัง(?:การ)?(?:นำเสนอ|บรรยาย|ชี้แจง)(?:สรุป)?\s?(?:ของ|จาก|โดย)\s?$")
CAME = re.compile(r"\s?(?:มา|เข้า(?!รับ))(?!แต่)")  # เชิญ… มาชี้แจง
OTHER_TIME = re.compile("การประชุม(?:ครั้ง)?(?:ก่อน|ที่แล้ว|ที่ผ่านมา|ต่อไป|ถัดไป|หน้า)")
SIGNED = re.compile(rf"\)[ \t]*(?:[\n\u2029]|$|{LETTER}{{2,}}ผู้)")
REACH = 120


def came(plain: str, meetings: Meetings, one: Who, following: Who | None) -> bool:
    """Whether nothing that stands around somebody named says that they are merely spoken of."""
    begin, end = meetings.sentence(one.start)
    limit = min(end, one.end + REACH, following.start if following and following.name else end)
    if SPOKEN_OF.search(plain, max(begin, one.start - 30), one.start):
        invited = plain.endswith("เชิญ", begin, one.start) and CAME.match(plain, one.end)
        return bool(invited or HEARD.search(plain, begin, one.start))
    if ELSEWHERE.match(plain, one.end) or AWAY.search(plain, one.end, limit):
        return False
    if plain[one.start - 1 : one.start] == "(" and SIGNED.match(plain, one.end):
        return False
    return not ANOTHER.search(plain, max(begin, one.start - REACH), one.start)


def of_another(plain: str, meetings: Meetings, one: Who) -> bool:
    """Whether the words before somebody speak of the meeting before or after this one."""
    begin = max(meetings.sentence(one.start)[0], one.start - REACH)
    return bool(OTHER_TIME.search(plain, begin, one.start))


def is_named_once(plain: str, one: Who, people: list[Who]) -> bool:
    """Whether somebody without a post is not one whose post is stated beside a fuller name."""
    if not one.name:
        return False
    last = plain[slice(*one.name)].split()[-1]
    return sum(last in plain[slice(*other.name)] for other in people if other.name) == 1


# Delegates as such; those of an office otherwise named (its staff, its heads) are rather spoken of.
DELEGATES = re.compile(
    r"(?:ผู้แทน|ตัวแทน|ผู้(?:เข้า)?ร่วม)|(?:(?<=และ)|(?<=ถึง)|(?<=กับ)|(?<=ด้วย)|(?<=ทั้ง))(?:คณะ)?(?:เจ้าหน้าที่|ผู้บริหาร|ผู้เชี่ยวชาญ|บุคลากร|ทีมงาน)\s?จาก"
)
RECEIVED = re.compile(
    r"(?:รับ(?:รอง)?|ต้อนรับ|ของ|คณะ|ฐานะ|เป็น|พบ|หา|ให้|เชิญ|ส่ง|แก่|ต่อ|ตั้ง|มอบ|ขอ|เลือก|นาม)\s?$"
)


def delegates_came(plain: str, meetings: Meetings, at: int, limit: int) -> bool:
    """Whether delegates named without a verb came: unless received, asked, away or of another time."""
    begin, end = meetings.sentence(at)
    if not DELEGATES.match(plain, at) or RECEIVED.search(plain, max(begin, at - 12), at):
        return False
    if AWAY.search(plain, at, min(end, max(limit, at) + REACH)):
        return False
    return not ANOTHER.search(plain, max(begin, at - REACH), at)
