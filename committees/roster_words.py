"""The words by which a pasted roster is known: headings, columns, capacities, absences.

Words are compared squeezed (iad.thai.text.squeeze): blanks inside them do not count.
"""

import re

from iad.thai.text import squeeze

PRESENT, SUBSTITUTE, ABSENT = "present", "substitute", "absent"


def _by_word(groups: dict[str, str]) -> dict[str, str]:
    return {
        squeeze(word): meaning for meaning, words in groups.items() for word in words.split("|")
    }


# As the columns of a table are headed. "" is a column that is not read: no signature, telephone
# number or address is kept.
COLUMNS = _by_word(
    {
        "order": "ลำดับ|ลำดับที่|ที่|เลขที่|no|no.|#",
        "prefix": "คำนำหน้า|คำนำหน้าชื่อ|คำนำหน้านาม|prefix|title/prefix",
        "name": "ชื่อ|ชื่อ-สกุล|ชื่อ-นามสกุล|ชื่อ–สกุล|ชื่อ–นามสกุล|ชื่อสกุล|ชื่อนามสกุล|ชื่อและนามสกุล"
        "|รายชื่อ|รายนาม|ชื่อผู้เข้าร่วมประชุม|ผู้เข้าประชุม|name|full name|first name",
        "surname": "สกุล|นามสกุล|surname|last name",
        "position": "ตำแหน่ง|ตำแหน่งงาน|ตำแหน่ง/หน่วยงาน|ตำแหน่ง/สังกัด|position"
        "|title|job title|designation",
        "department": "หน่วยงาน|สังกัด|ส่วนราชการ|สำนัก|หน่วยงาน/สังกัด|department|organisation"
        "|organization|agency|office|unit",
        "capacity": "ตำแหน่งในคณะกรรมการ|ตำแหน่งในคณะทำงาน|ตำแหน่งในที่ประชุม|หน้าที่|ฐานะ|องค์ประกอบ"
        "|role|capacity",
        "presence": "สถานะ|การเข้าร่วม|การเข้าประชุม|การมาประชุม|มา/ไม่มา|status|attendance|presence",
        "note": "หมายเหตุ|remark|remarks|note|notes",
        "": "ลายมือชื่อ|ลายเซ็น|ลงชื่อ|ลงนาม|ลายมือชื่อผู้เข้าประชุม|signature|โทรศัพท์|เบอร์โทร|เบอร์โทรศัพท์"
        "|โทร|โทร.|อีเมล|e-mail|email|phone|telephone|mobile|เวลา|เวลามา|time",
    }
)
CAPACITIES = _by_word(
    {
        "chair": "ประธาน|ประธานกรรมการ|ประธานอนุกรรมการ|ประธานคณะกรรมการ|ประธานคณะทำงาน"
        "|ประธานในที่ประชุม|ประธานที่ประชุม|ประธานการประชุม|chair|chairman|chairperson|chairwoman",
        "vice_chair": "รองประธาน|รองประธานกรรมการ|รองประธานอนุกรรมการ|รองประธานคณะทำงาน"
        "|vice chair|vice-chair|vice chairman|vice-chairman|vice chairperson|deputy chair",
        "adviser": "ที่ปรึกษา|ที่ปรึกษาคณะกรรมการ|ที่ปรึกษาคณะทำงาน|adviser|advisor",
        "member": "กรรมการ|อนุกรรมการ|คณะทำงาน|ผู้ทำงาน|member|committee member",
        "secretary": "เลขานุการ|กรรมการและเลขานุการ|อนุกรรมการและเลขานุการ|คณะทำงานและเลขานุการ"
        "|เลขานุการคณะกรรมการ|เลขานุการคณะทำงาน|secretary|member and secretary",
        "assistant_secretary": "ผู้ช่วยเลขานุการ|กรรมการและผู้ช่วยเลขานุการ|อนุกรรมการและผู้ช่วยเลขานุการ"
        "|คณะทำงานและผู้ช่วยเลขานุการ|assistant secretary|member and assistant secretary",
        "participant": "ผู้เข้าร่วมประชุม|ผู้เข้าร่วม|ผู้สังเกตการณ์|participant|observer",
        "guest": "แขก|แขกรับเชิญ|guest",
    }
)
# The heads of a list: what they say of everyone under them, as (presence, capacity).
HEADINGS = {
    squeeze(word): meaning
    for meaning, words in {
        (PRESENT, ""): "ผู้มาประชุม|รายชื่อผู้มาประชุม|ผู้เข้าประชุม|รายชื่อผู้เข้าประชุม|กรรมการผู้มาประชุม"
        "|present|attendees|members present|list of attendees",
        (ABSENT, ""): "ผู้ไม่มาประชุม|รายชื่อผู้ไม่มาประชุม|กรรมการผู้ไม่มาประชุม|ผู้ลาประชุม|ผู้ไม่เข้าประชุม"
        "|absent|apologies|members absent",
        (PRESENT, "participant"): "ผู้เข้าร่วมประชุม|รายชื่อผู้เข้าร่วมประชุม|ผู้ร่วมประชุม|in attendance"
        "|observers|also present|participants",
    }.items()
    for word in words.split("|")
}
HEADING_ENDS = re.compile(r"(?:\(ถ้ามี\)|ได้แก่|ประกอบด้วย|ดังนี้|:|\.|-)+$")
BECAUSE = re.compile(r"[(\s]*(?:เนื่องจาก|เพราะ|because of|due to)\s*(.+?)\s*\)?$", re.IGNORECASE)

# What stands above and below a list in minutes, and names nobody.
AROUND = re.compile(
    r"(?:รายงานการประชุม|รายชื่อ|บัญชีรายชื่อ|ใบลงทะเบียน|การประชุม|ครั้งที่|เมื่อวัน|วันที่|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
    r"|ณ |เวลา|เริ่มประชุม|เลิกประชุม|ระเบียบวาระ|ห้องประชุม|minutes of|meeting |list of|date|venue|time)",
    re.IGNORECASE,
)

ABSENCE = re.compile(
    r"(?:ไม่มา|ไม่เข้า|ไม่ได้เข้า|ขาด(?:ประชุม)?$|ลา(?:$|ป่วย|กิจ|พัก|ประชุม|คลอด|ราชการ)|ติด(?:ราชการ|ภารกิจ|ประชุม|อบรม|งาน)"
    r"|absent\b|apolog|on leave|sick leave|official duty|other duties)",
    re.IGNORECASE,
)
SAYS_ABSENT = re.compile(r"(?:ไม่มา(?:ประชุม)?|ขาด(?:ประชุม)?|absent)$", re.IGNORECASE)
SAYS_PRESENT = re.compile(
    r"(?:มา(?:ประชุม)?|เข้า(?:ร่วม)?(?:ประชุม)?|present|attended)$", re.IGNORECASE
)

# แทน by itself; รักษาการแทน and ปฏิบัติราชการแทน are acting in a post, ผู้แทน is a delegate.
IN_PLACE_OF = re.compile(
    r"(?:(?:^|(?<=[\s(,]))(?:มา|เข้า)?(?:ร่วม)?(?:ประชุม)?แทน|(?:^|(?<=[\s(,]))on behalf of(?: the)?\b"
    r"|\(for(?: the)?\b|(?:^|(?<=[\s(,]))substitut(?:e|ing) for(?: the)?\b)\s*",
    re.IGNORECASE,
)
ACTING = re.compile(r"(?:รักษาการ|รักษาราชการ|ปฏิบัติราชการ|ปฏิบัติหน้าที่|รักษาการใน)\s*$")
DELEGATE = re.compile(r"(?:ผู้แทน(?:จาก)?|representatives? (?:of|from)(?: the)?)\s*", re.IGNORECASE)

DEPARTMENT = re.compile(
    r"(?:สำนัก|กอง(?!ทุนเงิน)|กรม|กระทรวง|ศูนย์|โรงพยาบาล|มูลนิธิ|สถาบัน|มหาวิทยาลัย|สมาคม|บริษัท|ฝ่าย|กลุ่มงาน"
    r"|สถานทูต|สถานเอกอัครราชทูต|สถานกงสุล|สภา|องค์การ|การ(?:ไฟฟ้า|ประปา|ทาง|เคหะ|ท่องเที่ยว)|วิทยาลัย)"
)
NAMES_AN_OFFICE = re.compile(
    r"\b(?:department|office|division|ministry|embassy|bureau|agency|university|institute"
    r"|cent(?:re|er)|hospital|council|foundation|association|administration)\b",
    re.IGNORECASE,
)
POSITION = re.compile(
    r"(?:ผู้อำนวยการ|รอง|หัวหน้า|ปลัด|ผู้ว่าราชการ|อธิบดี|เลขา|นัก(?!รบ)|เจ้าหน้าที่|เจ้าพนักงาน|ที่ปรึกษา|ผู้ช่วย|ประธาน"
    r"|ผู้เชี่ยวชาญ|ผู้ตรวจราชการ|ผู้จัดการ|ผู้บริหาร|ผู้บัญชาการ|ผู้แทน|ผู้ประสานงาน|ผอ\.|อธิการ|คณบดี|เอกอัครราชทูต|กงสุล|อุปทูต"
    r"|นายแพทย์(?:สาธารณสุข|ใหญ่|เชี่ยวชาญ|ชำนาญการ)|วิศวกร|สถาปนิก|นิติกร|พยาบาล|นายก(?:เทศมนตรี|รัฐมนตรี|สมาคม|สภา)"
    r"|สมาชิกสภา|รัฐมนตรี|รักษา(?:การ|ราชการ)|ปฏิบัติราชการ|กรรมการ|อนุกรรมการ|พนักงาน"
    r"|(?:the |acting |deputy |assistant |vice |senior |chief |first |second |third )*"
    r"(?:director|deputy|head|chief|officer|ambassador|consul|secretary|governor|clerk|manager"
    r"|president|chair(?:man|person)?|counsell?or|attach|adviser|advisor|coordinator|analyst"
    r"|expert|specialist|minister|mayor|dean|professor of|representative)\b)",
    re.IGNORECASE,
)
# What is not kept, wherever it stands: telephone numbers, addresses, numbers of identity cards.
PRIVATE = re.compile(
    r"(?:[\w.+-]{1,64}@[\w.-]{1,120}"
    r"|(?:โทร(?:ศัพท์)?\.?|tel\.?|mobile|phone)?:?\s*(?<![0-9])(?:\+?66|0)[0-9\s().-]{6,18}[0-9]"
    r"(?:\s*ต่อ\s*[0-9]+)?|(?<![0-9])[0-9](?:[ -]?[0-9]){12}(?![0-9]))",
    re.IGNORECASE,
)
