"""Layout blanks of Word and of the old editor: closed where they stand inside a word.

Thai writes no blank between words, only between phrases, so a *run* of blanks between two
Thai letters is either a phrase's one blank, stretched, or justification that Word left in the
middle of a word or of a phrase. The words on both sides tell; a single blank is never touched.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _, ngettext

REPORTED = 40  # a page of nothing but blanks must not give a report of a million lines
CONTEXT = 12
REACH = 70  # how far back a name and surname may begin

BLANKS = dict.fromkeys(
    [0x09, 0x0B, 0x0C, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "
)
LINES = dict.fromkeys(map(ord, "\r\u2028\u2029"), "\n")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
RUN = re.compile(" {2,}")

THAI_LETTER = "[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
THAI_BEFORE = re.compile(f"{THAI_LETTER}$")
THAI_AFTER = re.compile(THAI_LETTER)
# A vowel or a tone mark cannot begin a word, and a leading vowel cannot end one.
MID_WORD_AFTER = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
MID_WORD_BEFORE = re.compile("[\u0e40-\u0e44]$")

# นายกรัฐมนตรี and นางาซากิ are no persons; the single letters end พล.ต.อ., ม.ร.ว. and น.ส.
PREFIX = (
    r"(?:นาย(?!ก(?:รัฐ|เทศ|สมาคม|สภา|องค์|เมือง|พิเศษ|$| ))|นางสาว|นาง(?!สาว|า)|ดร\.|ศ\.|"
    r"คุณหญิง|หม่อม|ว่าที่|[ตทอรวส]\.)"
)
AFTER_NAME = re.compile(rf"{PREFIX} ?{THAI_LETTER}{{2,20}}(?: {THAI_LETTER}{{2,20}})?$")
AFTER_OFFICE = re.compile(r"(?:^| )(?:และ)?(?:สำนัก|กอง|กรม|กระทรวง|สถาบัน|เขต)[\u0e01-\u0e4e]+$")

OPENS_PHRASE = re.compile(
    r"โดย(?!สาร)|ซึ่ง|ทั้งนี้|ทั้งยัง|เพื่อ(?!น)|พร้อม(?:ด้วย|ทั้ง|กัน|กับ)|และ|หรือ|ดังนั้น|"
    r"นอกจาก|อย่างไรก็|ตลอดจน|รวมทั้ง|รวมถึง|รวม(?= )|เมื่อ|ณ(?= )|ได้แก่|เช่น|แต่(?![งลม])|"
    r"เนื่องจาก|ในการนี้|ในโอกาส|ในตอน|ในวัน|ในปี|ครั้งที่|อาทิ|กล่าวคือ|อีกทั้ง|สืบเนื่อง|"
    r"ต่อมา|จากนั้น|หลังจาก|ก่อนหน้า|ระหว่างวันที่|ตั้งแต่"
)
BINDS_ON = re.compile(
    r"(?:รอง|ผู้ช่วย|ผู้แทน|ผู้อำนวยการ|หัวหน้า|เลขานุการ|สำหรับ|ของ|กับ|จาก|ให้|แก่|เป็น|มี|"
    r"และ|หรือ|โดย|ซึ่ง|เพื่อ|แห่ง|คณะ|อนุ|อดีต|ใน|ต่อ|ถึง|ตาม|นำ|ท่าน|เข้าพบ|ต้อนรับ|"
    r"พร้อมด้วย|มอบหมาย)$"
)
OPENS_NAME = re.compile(
    rf"{PREFIX}|พล\.|พ\.|ร\.|ม\.|น\.|ผศ\.|รศ\.|ฯ|สำนัก|กรม|กระทรวง|ประธาน|รองปลัด|รองผู้|ปลัด|"
    r"ผู้อำนวยการ|ผู้ว่าราชการ|ผู้ช่วย|หัวหน้า|เลขานุการ|เลขาธิการ|ที่ปรึกษา|เอกอัครราชทูต|นายก|"
    r"อธิบดี|กรรมการ"
)
CLOSES_PHRASE = re.compile(
    r"(?:ที่ผ่านมา|ดังกล่าว|เป็นต้น|ต่อไป|อีกด้วย|ดังกล่าวด้วย|ตามลำดับ|แล้วเสร็จ|เรียบร้อย|ดังนี้|ดังต่อไปนี้)$"
)


@dataclass(frozen=True)
class Repair:
    """One run of blanks: an excerpt before and after, and whether it was closed."""

    before: str
    after: str
    closed: bool


def without_invisible(text: str) -> tuple[str, int]:
    """Text with every kind of blank made a plain one and without what no reader sees.

    Zero-width characters, soft hyphens, U+FFFE and controls go; also how many went.
    """
    text = text.replace("\r\n", "\n").translate(LINES).translate(BLANKS)
    return INVISIBLE.subn("", text)


def repair_blanks(text: str) -> tuple[str, list[Repair]]:
    """One paragraph on one line, its runs of blanks closed or made one, and what was done."""
    text = " ".join(line.strip(" ") for line in text.split("\n")).strip(" ")
    runs = RUN.findall(text)
    words = RUN.split(text)
    done, tail, repairs = [words[0]], words[0], []
    for run, word in zip(runs, words[1:], strict=True):
        blank = "" if is_inside_phrase(tail, word[:REACH]) else " "
        before, after = tail[-CONTEXT:], word[:CONTEXT]
        repairs.append(Repair(before + run[:20] + after, before + blank + after, not blank))
        done += [blank, word]
        tail = (tail + blank + word)[-REACH:]
    return "".join(done), repairs


def is_inside_phrase(before: str, after: str) -> bool:
    """Whether a run of blanks between these two stands where Thai writes none."""
    if not (THAI_BEFORE.search(before) and THAI_AFTER.match(after)):
        return False
    if MID_WORD_AFTER.match(after) or MID_WORD_BEFORE.search(before):
        return True
    if AFTER_NAME.search(before) or OPENS_PHRASE.match(after):
        return False
    if BINDS_ON.search(before):
        return True
    if AFTER_OFFICE.search(before) and OPENS_NAME.match(after):
        return False
    return not (OPENS_NAME.match(after) or CLOSES_PHRASE.search(before))


def in_words(repair: Repair) -> str:
    closed = _("Blanks closed: “%(before)s” → “%(after)s”.")
    made_one = _("Blanks made one: “%(before)s” → “%(after)s”.")
    excerpts = {"before": repair.before, "after": repair.after}
    return (closed if repair.closed else made_one) % excerpts


def describe(repairs: Iterable[Repair], invisible: int = 0) -> list[str]:
    """The repairs in words, for the report of the import."""
    repairs = list(repairs)
    notes = [in_words(repair) for repair in repairs[:REPORTED]]
    if more := len(repairs[REPORTED:]):
        notes.append(
            ngettext("%(count)d more repair of blanks.", "%(count)d more repairs of blanks.", more)
            % {"count": more}
        )
    if invisible:
        notes.append(
            ngettext(
                "%(count)d invisible character was taken out.",
                "%(count)d invisible characters were taken out.",
                invisible,
            )
            % {"count": invisible}
        )
    return notes
