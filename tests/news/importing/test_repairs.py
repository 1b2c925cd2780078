"""Layout blanks: closed inside words and phrases, one blank between them."""

import pytest

from news.importing.repairs import repair_blanks, without_invisible


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("รอง     ปลัดกรุงเทพมหานคร", "รองปลัดกรุงเทพมหานคร"),
        ("นำ     จุดขาย", "นำจุดขาย"),
        ("สำหรับ    ทุกคน", "สำหรับทุกคน"),
        ("กรุงเทพ  มหานคร", "กรุงเทพมหานคร"),
        ("คณะ   กรรมการ", "คณะกรรมการ"),
        ("อนุ   กรรมการ", "อนุกรรมการ"),
        ("สำนัก    การแพทย์", "สำนักการแพทย์"),
        ("ผู้อำนวยการ    สำนักงานการต่างประเทศ", "ผู้อำนวยการสำนักงานการต่างประเทศ"),
        ("นายก   เทศมนตรี", "นายกเทศมนตรี"),
        ("ผู้   โดยสาร", "ผู้โดยสาร"),
        ("ความ   พร้อม", "ความพร้อม"),
        ("แ   ผน", "แผน"),
        ("ท   ี่ประชุม", "ที่ประชุม"),
    ],
)
def test_a_run_inside_a_phrase_is_closed(text, repaired):
    assert repair_blanks(text)[0] == repaired


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("2562 ที่ผ่านมา             โดยผู้นำ", "2562 ที่ผ่านมา โดยผู้นำ"),
        ("ความร่วมมือ    ทั้งนี้ ในการ", "ความร่วมมือ ทั้งนี้ ในการ"),
        ("ดังกล่าว   ผู้แทน", "ดังกล่าว ผู้แทน"),
        ("นายทดสอบ    ตัวอย่างดี     ประธานที่ปรึกษา", "นายทดสอบ ตัวอย่างดี ประธานที่ปรึกษา"),
        ("พล.ต.อ.ทดสอบ   ตัวอย่างดี   ผู้ว่าราชการ", "พล.ต.อ.ทดสอบ ตัวอย่างดี ผู้ว่าราชการ"),
        ("สำนักอนามัย    สำนักการแพทย์", "สำนักอนามัย สำนักการแพทย์"),
        ("วันที่   14   กุมภาพันธ์", "วันที่ 14 กุมภาพันธ์"),
        ("โครงการ Smart   City   ของเมือง", "โครงการ Smart City ของเมือง"),
        ("ต่าง   ๆ   ของ", "ต่าง ๆ ของ"),
        ("กรุงเทพฯ   มี", "กรุงเทพฯ มี"),
    ],
)
def test_a_run_between_phrases_becomes_one_blank(text, repaired):
    assert repair_blanks(text)[0] == repaired


@pytest.mark.parametrize("text", ["รอง ปลัด", "ประเทศ ไทย", "สำนักยุทธศาสตร์และประเมินผลสำนักการโยธา"])
def test_single_blanks_and_glued_words_are_left_alone(text):
    assert repair_blanks(text) == (text, [])


def test_a_line_break_inside_a_paragraph_is_one_blank():
    assert repair_blanks("  วันที่ 14\n   กุมภาพันธ์  \n2563 ") == ("วันที่ 14 กุมภาพันธ์ 2563", [])


def test_each_repair_shows_the_place_before_and_after():
    _text, (repair,) = repair_blanks("ได้รับเชิญจากรอง     ปลัดกรุงเทพมหานคร")

    assert (repair.before, repair.after) == ("ับเชิญจากรอง     ปลัดกรุงเทพม", "ับเชิญจากรองปลัดกรุงเทพม")
    assert repair.closed


def test_what_no_reader_sees_is_taken_out_and_counted():
    text, gone = without_invisible("ก\u200bข\u00adค\ufffeง\x07\ufeff\u00a0จ\r\nฉ")

    assert (text, gone) == ("กขคง จ\nฉ", 5)
