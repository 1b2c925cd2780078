"""A roster is read as people paste it, and nothing is invented."""

import time

import pytest

from committees.roster import RosterError, read_roster
from committees.roster_line import Doubt
from committees.roster_matching import Seat, match_roster

MEMBER = {"name": "สมชาย ใจดี", "position": "ผู้อำนวยการสำนักอนามัย", "capacity": "member"}
TABLE = "ลำดับ\tชื่อ-สกุล\tตำแหน่ง\tหน่วยงาน\tลายมือชื่อ\tหมายเหตุ\n"
BOSS = "ผู้อำนวยการสำนักอนามัย"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"๑. นายสมชาย ใจดี  {BOSS}  กรรมการ", [MEMBER | {"order": 1, "prefix": "นาย"}]),
        (f"1) นายสมชาย ใจดี {BOSS} กรรมการ", [MEMBER | {"order": 1}]),
        (f"(๑๒) นาย   สมชาย    ใจดี\t{BOSS}\tกรรมการ", [MEMBER | {"order": 12}]),
        (f"- นายสม\u200bชาย ใจดี  {BOSS}  กรรมการ\r\n", [MEMBER | {"order": None}]),
        (f"{BOSS} (นายสมชาย ใจดี)  กรรมการ", [MEMBER]),
        (f"{BOSS}  นายสมชาย ใจดี  กรรมการ", [MEMBER]),
        (f"สมชาย ใจดี  {BOSS}  กรรมการ", [MEMBER | {"doubts": (Doubt.NO_PREFIX,)}]),
        (f"{BOSS}  กรรมการ", [{"name": "", "position": BOSS, "capacity": "member"}]),
        ("นางสาวสมหญิง ณ อยุธยา รองปลัด", [{"name": "สมหญิง ณ อยุธยา", "position": "รองปลัด"}]),
        ("พล.ต.อ.เก่ง กล้า  ปลัดเมือง  ประธาน", [{"prefix": "พล.ต.อ.", "capacity": "chair"}]),
        ("นายก้อง กล้า  นิติกร  รองประธานกรรมการ", [{"capacity": "vice_chair"}]),
        ("นายก้อง กล้า  นิติกร  กรรมการและเลขานุการ", [{"capacity": "secretary"}]),
        ("นายก้อง กล้า  นิติกร  ผู้ช่วยเลขานุการ", [{"capacity": "assistant_secretary"}]),
        ("นายก้อง กล้า  ที่ปรึกษา", [{"capacity": "adviser", "position": ""}]),
        ("นายก้อง กล้า  ประธานที่ปรึกษา", [{"capacity": "", "position": "ประธานที่ปรึกษา"}]),
        (
            f"นายก้อง กล้า  นิติกร  แทน {BOSS}  กรรมการ",
            [{"presence": "substitute", "instead_of": BOSS, "position": "นิติกร"}],
        ),
        (
            f"1. นายก้อง กล้า  นิติกร\n     (แทน {BOSS})",
            [{"presence": "substitute", "instead_of": BOSS, "span": (0, 35 + len(BOSS))}],
        ),
        (
            f"นายก้อง กล้า  รักษาราชการแทน{BOSS}  กรรมการ",
            [{"presence": "present", "instead_of": "", "position": f"รักษาราชการแทน{BOSS}"}],
        ),
        (
            "ผู้มาประชุม\n1. นายก้อง กล้า\nผู้ไม่มาประชุม (เนื่องจากติดราชการ)\n1. นางเก๋ ดี\n"
            "ผู้เข้าร่วมประชุม\n1. นายขวัญ ใจ",
            [
                {"presence": "present", "reason": ""},
                {"presence": "absent", "reason": "ติดราชการ"},
                {"presence": "present", "capacity": "participant", "reason": ""},
            ],
        ),
        ("ผู้แทนสำนักการแพทย์", [{"name": "", "department": "สำนักการแพทย์"}]),
        ("3. สำนักการแพทย์", [{"name": "", "department": "สำนักการแพทย์", "order": 3}]),
        (
            TABLE + f"1\tนายสมชาย ใจดี\t{BOSS}\tสำนักอนามัย\tลงชื่อ\tติดราชการ",
            [{"name": "สมชาย ใจดี", "department": "สำนักอนามัย", "reason": "ติดราชการ"}],
        ),
        (
            TABLE + '๒\tนางเก๋ ดี\t"ผู้อำนวยการ\nสำนักการแพทย์"\t\t\tแทน ปลัด',
            [{"position": "ผู้อำนวยการ สำนักการแพทย์", "instead_of": "ปลัด", "number": 2}],
        ),
        (
            "ตำแหน่ง\tคำนำหน้า\tชื่อ\tนามสกุล\tโทรศัพท์\nนิติกร\tนาย\tก้อง\tกล้า\t02 224 1234",
            [{"prefix": "นาย", "name": "ก้อง กล้า", "position": "นิติกร"}],
        ),
        (
            'No.,Name,Position\n1,Mr. John Smith,"Director, Health"',
            [{"position": "Director, Health"}],
        ),
        ("Mr. John Smith, Director of Health, Member", [{"capacity": "member"}]),
        (
            "Ms. Ann Lee (on behalf of the Director of Culture)",
            [{"instead_of": "Director of Culture"}],
        ),
        ("Apologies:\nDr. Jane Doe  Director", [{"presence": "absent", "name": "Jane Doe"}]),
        ("Health Department", [{"name": "", "department": "Health Department"}]),
        ("นายก้อง กล้า  นิติกร  โทร. 02-224-1234", [{"position": "นิติกร", "doubts": (Doubt.LEFT_OUT,)}]),
        ("รายงานการประชุม\nครั้งที่ 1/2563\nเมื่อวันศุกร์ที่ 14\nณ ห้องประชุม\nเริ่มประชุมเวลา 13.30 น.", []),
        ("นายก้อง กล้า  แผนปี 2560-2564", [{"position": "แผนปี 2560-2564", "doubts": ()}]),
        ("1. นายก้อง กล้า  นิติกร\nเขตพระนคร", [{"doubts": (Doubt.CONTINUED,)}]),
        ("???", [{"doubts": (Doubt.NO_PREFIX, Doubt.UNCLEAR)}]),
        ("", []),
    ],
)
def test_a_roster_is_read_as_it_is_pasted(text, found):
    lines = read_roster(text)
    read = [
        {name: getattr(line, name) for name in wanted}
        for line, wanted in zip(lines, found, strict=True)
    ]
    assert read == found
    assert all(line.original.split()[0] in text[slice(*line.span)] for line in lines)


@pytest.mark.parametrize("text", ["นายก ข\n" * 501, "ก" * 60_001])
def test_what_is_longer_than_a_roster_is_refused_in_words(text):
    with pytest.raises(RosterError, match=r"."):
        read_roster(text)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 59_000,
        '\t"' * 29_000,
        "(" * 59_000,
        "แทน" * 19_000,
        " " * 59_000,
        ("0" * 110 + "\n") * 490,
    ],
)
def test_hostile_text_takes_no_long_time(text):
    before = time.monotonic()
    read_roster(text)
    assert time.monotonic() - before < 3


def seat(line, name, position, held=True):
    return Seat(line, (name,) if name else (), (position,), held)


@pytest.mark.parametrize(
    ("text", "act", "where"),
    [
        ("นายสมชาย   ใจดี  นิติกร", "present", 1),
        (f"นายก้อง กล้า  นิติกร  แทน {BOSS}", "substitute", 1),
        ("นายก้อง กล้า  นิติกร  แทน นายสมชาย ใจดี", "substitute", 1),
        (f"นายก้อง กล้า  {BOSS}", "", 1),  # a successor or a substitute: nobody guesses
        ("นายก้อง กล้า  ปลัดเมือง", "present", 2),
        ("ปลัดเมือง", "present", 2),
        ("นายก้อง กล้า  แทน ผู้อื่น", "", None),
        ("นายก้อง กล้า  นิติกร", "add", None),
        ("สำนักการแพทย์", "add", None),
        ("นายก้อง กล้า  นิติกร  โทร. 02-224-1234", "add", None),
        ("สำนักที่ไม่มี", "", None),
        ("ซ้ำ กัน", "", None),
        ("นายสมชาย ใจดี\nนายสมชาย ใจดี", "", 1),
    ],
)
def test_a_line_is_matched_to_a_seat_or_left_to_choose(text, act, where):
    seats = [seat(1, "สมชาย ใจดี", BOSS), seat(2, "", "ปลัดเมือง", held=False)]
    matches = match_roster(read_roster(text), seats, {"ซ้ำกัน": [1, 2]}, {"สำนักการแพทย์": 7})
    assert (matches[0].act, matches[0].seat) == (act, where)
