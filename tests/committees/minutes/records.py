"""A rich meeting of invented people, as the writers of papers get it."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from committees.minutes.record import (
    Absent,
    Attending,
    Decision,
    Matter,
    MeetingRecord,
    Part,
    Report,
    Signature,
    Task,
)

BANGKOK = ZoneInfo("Asia/Bangkok")
HOSTILE = "A&B <w:t> \"คำพูด\" 'เดี่ยว' {{ committee }} {% if %} \x07\x0c\x0b]]>"
LITERAL = "A&B <w:t> \"คำพูด\" 'เดี่ยว' {{ committee }} {% if %}"

DIRECTOR = "ผู้อำนวยการสำนักงานการต่างประเทศ"
DRAINAGE, CULTURE = "สำนักการระบายน้ำ", "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว"
PRESENT = (
    Attending("นายธนากร ศรีสมมุติ", "รองปลัดกรุงเทพมหานคร", "ประธาน"),
    Attending("นางสาวกมลพร ตัวอย่างดี", DIRECTOR, "รองประธาน"),
    *(
        Attending(f"นายสมมุติ ผู้แทนคนที่{word}", f"ผู้อำนวยการสำนักตัวอย่างที่{word}", "กรรมการ")
        for word in ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด")
    ),
    Attending(
        "นางปิ่นแก้ว น้ำทิพย์",
        "ผู้อำนวยการกองสารสนเทศระบายน้ำ",
        "กรรมการ",
        instead_of="ผู้อำนวยการสำนักการระบายน้ำ",
    ),
    Attending("นายภูมิ ใจซื่อสัตย์", "หัวหน้ากลุ่มงานพิธีการ", "กรรมการและเลขานุการ"),
    Attending("นางสาวญาดา รุ่งเรืองกิจ", "นักวิเทศสัมพันธ์ชำนาญการ", "ผู้ช่วยเลขานุการ"),
)
LONG = (
    "ฝ่ายเลขานุการรายงานว่า กรุงเทพมหานครได้รับการทาบทามให้เป็นเจ้าภาพการประชุมเมืองหลวงอาเซียน "
    "ซึ่งมีผู้แทนจาก 10 เมืองเข้าร่วม โดยจะหารือเรื่องการจัดการน้ำท่วมในเขตเมือง ฝุ่น PM2.5 "
    "และการฟื้นฟูการท่องเที่ยวภายหลังการระบาดของโรค COVID-19 ตามแผน ASEAN Vision 2045 "
    "จำเป็นต้องเตรียมสถานที่ ล่าม และงบประมาณให้พร้อมก่อนสิ้นปีงบประมาณ พ.ศ. 2563\n"
    "ที่ประชุมได้อภิปรายอย่างกว้างขวางถึงความพร้อมของหน่วยงานที่เกี่ยวข้อง "
    "และเห็นว่าควรกำหนดผู้รับผิดชอบให้ชัดเจนเพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย"
)
CONSIDERED = Matter(
    "5.1",
    "ร่างแผนการเป็นเจ้าภาพการประชุมเมืองหลวงอาเซียน",
    LONG,
    decisions=(
        Decision("เห็นชอบ", "เห็นชอบร่างแผนตามที่ฝ่ายเลขานุการเสนอ"),
        Decision(
            "มอบหมาย",
            "มอบหมายหน่วยงานที่เกี่ยวข้องดำเนินการ ดังนี้",
            tasks=(
                Task(CULTURE, "จัดทำกำหนดการแสดงทางวัฒนธรรม", date(2020, 4, 30), "ยังไม่เริ่ม"),
                Task(DRAINAGE, "เตรียมการศึกษาดูงานอุโมงค์ระบายน้ำ", date(2020, 5, 15), "ยังไม่เริ่ม"),
            ),
        ),
    ),
    papers=("ร่างแผนการเป็นเจ้าภาพ", "ประมาณการค่าใช้จ่าย"),
)
ARISING = Matter(
    "3.1",
    "การจัดทำบัญชีเมืองพี่เมืองน้อง",
    "",
    follows="ครั้งที่ 4/2562 ระเบียบวาระที่ 5.2",
    reports=(Report(CULTURE, "จัดทำบัญชีรายชื่อ", "รวบรวมแล้ว 28 เมือง", "อยู่ระหว่างดำเนินการ"),),
    decisions=(Decision("รับทราบ", "รับทราบ และให้รายงานในการประชุมครั้งต่อไป"),),
)
ACKNOWLEDGED = (Decision("รับทราบ", "รับทราบ"),)
PARTS = (
    Part(
        1,
        "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        (Matter("1.1", "การเยือนของคณะผู้แทน", "ประธานแจ้งว่าจะมีคณะมาเยือน", decisions=ACKNOWLEDGED),),
    ),
    Part(
        2,
        "เรื่องรับรองรายงานการประชุม",
        (
            Matter(
                "2.1",
                "รายงานการประชุม ครั้งที่ 4/2562",
                "",
                decisions=(Decision("เห็นชอบ", "รับรองรายงานการประชุมโดยไม่มีการแก้ไข"),),
            ),
        ),
    ),
    Part(3, "เรื่องสืบเนื่อง", (ARISING,)),
    Part(4, "เรื่องเพื่อทราบ", ()),
    Part(5, "เรื่องเพื่อพิจารณา", (CONSIDERED,)),
    Part(6, "เรื่องอื่น ๆ", ()),
)
RECORD = MeetingRecord(
    committee="คณะกรรมการความร่วมมือเมืองหลวงอาเซียน",
    reference="1/2563",
    is_special=False,
    starts_at=datetime(2020, 2, 14, 13, 30, tzinfo=BANGKOK),
    ends_at=datetime(2020, 2, 14, 16, 25, tzinfo=BANGKOK),
    time_is_stated=True,
    venue="ห้องประชุมตัวอย่าง ชั้น 2 ศาลาว่าการกรุงเทพมหานคร",
    mode="",
    present=PRESENT,
    absent=(Absent("นายวิทย์ ลาก่อน", "ผู้อำนวยการสำนักการคลัง", "กรรมการ", "ติดราชการ"),),
    participants=(
        Attending("นางสาวอรุณี ฟังธรรม", "นักวิชาการ", "ผู้เข้าร่วมประชุม"),
        Attending("สำนักอนามัย", "", "ผู้เข้าร่วมประชุม"),
    ),
    parts=PARTS,
    recorder=Signature("นางสาวญาดา รุ่งเรืองกิจ", "นักวิเทศสัมพันธ์ชำนาญการ"),
    reviewer=Signature("นายภูมิ ใจซื่อสัตย์", "หัวหน้ากลุ่มงานพิธีการ"),
    secretariat="สำนักงานการต่างประเทศ",
    is_certified=False,
    certified_at="",
    certified_on=None,
    is_public_version=False,
)
HEADINGS = (
    "รายงานการประชุมคณะกรรมการความร่วมมือเมืองหลวงอาเซียน",
    "ครั้งที่ ๑/๒๕๖๓",
    "เมื่อวันศุกร์ที่ ๑๔ กุมภาพันธ์ ๒๕๖๓ เวลา ๑๓.๓๐ น.",
    "ณ ห้องประชุมตัวอย่าง ชั้น ๒",
    "ผู้มาประชุม",
    "ผู้ไม่มาประชุม",
    "ผู้เข้าร่วมประชุม",
    "เริ่มประชุมเวลา",
    "ระเบียบวาระที่ ๑",
    "ระเบียบวาระที่ ๒",
    "ระเบียบวาระที่ ๓",
    "ระเบียบวาระที่ ๔",
    "ระเบียบวาระที่ ๕",
    "ระเบียบวาระที่ ๖",
    "เลิกประชุมเวลา",
    "ผู้จดรายงานการประชุม",
    "ผู้ตรวจรายงานการประชุม",
)


def record(**changes) -> MeetingRecord:
    return replace(RECORD, **changes)


def certified(**changes) -> MeetingRecord:
    return record(
        **{"is_certified": True, "certified_at": "ครั้งที่ 2/2563", "certified_on": date(2020, 5, 1)}
        | changes
    )


def stand_in_order(headings, text: str) -> bool:
    """Whether each heading stands in the text, after the one before it."""
    at = 0
    for heading in headings:
        at = text.find(heading, at)
        if at < 0:
            return False
        at += len(heading)
    return True
