"""The lines of a result: marked where the words stand, and cut between words."""

from iad.finding.asking import read_query
from iad.finding.snippets import LONGEST, around, beginning, marked

FAR = "กรุงเทพมหานครจัดการประชุมร่วมกับเมืองต่าง ๆ " * 20


def lines(text, typed):
    return around(text, read_query(typed).phrases)


def marks(pieces):
    return [piece.text for piece in pieces if piece.is_match]


def test_what_was_asked_for_is_marked_as_it_is_written():
    pieces = lines("นายก้อง รอง     ปลัดกรุงเทพมหานคร กล่าวเปิด", "รองปลัด")
    assert marks(pieces) == ["รอง ปลัด"]
    assert "".join(piece.text for piece in pieces) == "นายก้อง รอง ปลัดกรุงเทพมหานคร กล่าวเปิด"


def test_the_beginning_of_a_word_marks_the_whole_word():
    assert marks(lines("ณ กรุงเทพมหานคร", "กรุงเทพ")) == ["กรุงเทพมหานคร"]


def test_a_word_inside_another_is_not_marked():
    assert lines("ใช้ความพยายามและหายาก", "ยา") is None
    assert marks(lines("ใช้ความพยายามหา ยา", "ยา")) == ["ยา"]


def test_the_sign_behind_a_word_does_not_hide_it():
    text = f"{FAR}รองนายกฯกล่าวว่าเขตต่างๆพร้อม"
    assert marks(lines(text, "นายกกล่าว")) == ["นายกฯกล่าว"]
    assert marks(lines(text, "นายกฯ กล่าว")) == ["นายกฯ", "กล่าว"]
    assert marks(lines(text, "เขตต่าง ๆ")) == ["เขตต่างๆ"]


def test_a_far_match_is_brought_into_view_between_whole_words():
    pieces = lines(f"{FAR}ดาวเทียมสำรวจดวงใหม่ {FAR}", "ดาวเทียม")
    text = "".join(piece.text for piece in pieces)
    assert marks(pieces) == ["ดาวเทียม"]
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) <= LONGEST + 20


def test_without_a_match_the_text_is_shown_from_its_beginning():
    assert lines(FAR, "ไม่มีคำนี้") is None
    (piece, rest) = beginning(FAR)
    assert piece.text.startswith("กรุงเทพมหานครจัดการ")
    assert rest.text == " …"


def test_a_title_is_never_cut():
    pieces = marked(FAR, read_query("เมือง").phrases)
    assert "".join(piece.text for piece in pieces) == FAR.strip()
    assert len(marks(pieces)) == 20


def test_no_text_has_no_lines():
    assert lines("", "เมือง") is None
    assert beginning("") == []


def test_the_forms_of_an_english_word_are_marked_far_into_a_text():
    text = "The office writes letters. " * 300 + "Sister Cities' meetings were held. " + FAR
    assert marks(lines(text, '"sister city"'))[0] == "Sister Cities"
    assert marks(lines(text, "meeting"))[0] == "meetings"
