"""Names of people with and without what stands before them: นาย, ดร., พล.ต.อ., H.E.

The lists hold what public pages of the city use and the common ranks and degrees beside them.
"""

import re

from iad.thai.collation import sort_key
from iad.thai.text import clean_line

# Words of courtesy, birth and learning, one after another in any number.
TITLES = """
นาย นาง นางสาว น.ส. ท่าน ท่านผู้หญิง คุณหญิง ฯพณฯ มาดาม มร.
ดร. อาจารย์ ผู้ช่วยศาสตราจารย์ รองศาสตราจารย์ ศาสตราจารย์ ศาสตราจารย์พิเศษ
ศาสตราจารย์เกียรติคุณ ศาสตราจารย์กิตติคุณ ผศ. รศ. ศ. ศ.พิเศษ ศ.เกียรติคุณ ศ.กิตติคุณ
นายแพทย์ แพทย์หญิง ทันตแพทย์ ทันตแพทย์หญิง สัตวแพทย์ สัตวแพทย์หญิง เภสัชกร เภสัชกรหญิง
นพ. พญ. ทพ. ทพญ. ทพ.ญ. น.สพ. สพ.ญ. ภก. ภญ.
หม่อมเจ้า หม่อมราชวงศ์ หม่อมหลวง หม่อม ม.จ. ม.ร.ว. ม.ล.
Mr. Mrs. Ms. Mdm. Dr. Prof. Assoc. Asst. H.E. Hon. M.C. M.R. M.L.
Pol. Gen. Lt. Maj. Col. Capt. Adm. Sub. Brig. ACM.
"""

# Ranks, which ว่าที่ (acting) may stand before and หญิง (a woman) after.
RANKS = """
พลเอก พลโท พลตรี พล.อ. พล.ท. พล.ต. พันเอก พันโท พันตรี พ.อ. พ.ท. พ.ต.
ร้อยเอก ร้อยโท ร้อยตรี ร.อ. ร.ท. ร.ต. จ่าสิบเอก จ.ส.อ. จ.ส.ท. จ.ส.ต. สิบเอก ส.อ.
พลตำรวจเอก พลตำรวจโท พลตำรวจตรี พล.ต.อ. พล.ต.ท. พล.ต.ต.
พันตำรวจเอก พันตำรวจโท พันตำรวจตรี พ.ต.อ. พ.ต.ท. พ.ต.ต.
ร้อยตำรวจเอก ร้อยตำรวจโท ร้อยตำรวจตรี ร.ต.อ. ร.ต.ท. ร.ต.ต. ดาบตำรวจ ด.ต.
พลเรือเอก พลเรือโท พลเรือตรี พล.ร.อ. พล.ร.ท. พล.ร.ต. นาวาเอก นาวาโท นาวาตรี น.อ. น.ท. น.ต.
เรือเอก เรือโท เรือตรี
พลอากาศเอก พลอากาศโท พลอากาศตรี พล.อ.อ. พล.อ.ท. พล.อ.ต.
นาวาอากาศเอก นาวาอากาศโท นาวาอากาศตรี เรืออากาศเอก เรืออากาศโท เรืออากาศตรี
นายกองเอก นายกองโท นายกองตรี นายหมวดเอก นายหมวดโท นายหมวดตรี
"""

# These begin names too (คุณวุฒิ, ดรณ์, Missakian), so only a blank makes them a prefix.
BEFORE_A_BLANK = """
คุณ ดร มิส มิสเตอร์ Mr Mrs Ms Miss Mdm Madam Madame Dr Prof Sir Dame
Professor Doctor
"""

# Posts that begin like a prefix: a mayor is no Mr.
POSTS = re.compile(
    "นาย(?:ก(?:เทศมนตรี|รัฐมนตรี|สมาคม|สโมสร|สภา|องค์การ|เมือง|เหล่ากาชาด|ฯ)"
    "|อำเภอ|ทะเบียน|ทหาร|ช่าง|สถานี|แพทย์(?:สาธารณสุข|ใหญ่|เชี่ยวชาญ|ชำนาญการ))"
)


def _any_of(words: str) -> str:
    """A pattern of these words, longest first; blanks may follow the dots inside."""
    longest_first = sorted(words.split(), key=len, reverse=True)
    return "|".join(re.sub(r"\\\.(?=.)", r"\\. ?", re.escape(word)) for word in longest_first)


NAME_BEGINS = "[ก-ฮเแโใไA-Za-zÀ-ɏ]"  # a vowel sign or a mark continues the word before
PREFIX = re.compile(
    f"(?:(?:{_any_of(BEFORE_A_BLANK)})(?: |$)"
    f"|(?:(?:ว่าที่ ?)?(?:{_any_of(RANKS)})(?: ?หญิง)?|{_any_of(TITLES)})"
    # A name glued to its prefix has more than one letter: นายก is none.
    rf"(?: |$|(?={NAME_BEGINS}[^ ])))",
    re.IGNORECASE,
)


def split_prefix(name: str) -> tuple[str, str]:
    """("ผศ.ดร.", "ทวิดา กมลเวชช") of ผศ.ดร.ทวิดา กมลเวชช; a bare prefix is all name."""
    name = clean_line(name)
    end = 0
    while not POSTS.match(name, end) and (match := PREFIX.match(name, end)):
        end = match.end()
    prefix, rest = name[:end].rstrip(), name[end:]
    return (prefix, rest) if rest else ("", name)


def without_prefix(name: str) -> str:
    return split_prefix(name)[1]


def name_sort_key(name: str) -> bytes:
    """The key of lists of people, who are ordered by their names and not by rank or degree."""
    return sort_key(without_prefix(name))
