"""Titles set in pixels: Thai lines end between words, and marks stand where they belong."""

import pytest
from PIL import Image, ImageDraw, features

from iad import lettering
from iad.lettering import drawable, fitted, width_of
from iad.thai.words import line_pieces, words

STEPS = ((66, 2), (54, 3), (44, 4))
WIDTH = 1072
LONG = (
    "รองผู้ว่าราชการกรุงเทพมหานครให้การต้อนรับเอกอัครราชทูตวิสามัญผู้มีอำนาจเต็มแห่งสาธารณรัฐ"
    "สังคมนิยมเวียดนามประจำประเทศไทย ในโอกาสเข้าเยี่ยมคารวะเพื่อหารือแนวทางความร่วมมือระหว่าง"
    "กรุงเทพมหานครและกรุงฮานอย ครั้งที่ ๑/๒๕๖๓ ณ ห้องรัตนโกสินทร์ ศาลาว่าการกรุงเทพมหานคร"
)
TITLES = [
    "ต้อนรับ",
    "นักผังเมืองกรุงฮานอยศึกษาการฟื้นฟูคลองใจกลางกรุงเทพฯ",
    "ประชุมคณะกรรมการฯ ครั้งที่ 1/2563 (ครั้งพิเศษ) เรื่อง “เมืองพี่เมืองน้อง” ฯลฯ และเด็ก ๆ ทุกคน",
    "Young people of four cities learn Bangkok by kite, canal and kitchen",
    LONG[:160],
]


def ink(text: str, size: int = 200) -> int:
    """How much of a sheet the text covers."""
    sheet = Image.new("L", (size * (len(text) + 1), size * 3))
    ImageDraw.Draw(sheet).text((size / 2, 2 * size), text, 255, lettering.font(size), anchor="ls")
    return sum(level * count for level, count in enumerate(sheet.histogram())) // 255


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_set_whole_in_lines_that_end_between_words(title):
    setting = fitted(title, WIDTH, STEPS)

    assert "".join(setting.lines).replace(" ", "") == title.replace(" ", "")
    assert len(setting.lines) <= dict(STEPS)[setting.size]
    known = words(title.replace("ฯ", " "))
    ends = {sum(map(len, known[:count])) for count in range(len(known) + 1)}
    at = 0
    for line in setting.lines:
        at = title.index(line, at) + len(line)
        assert at in ends or title[at - 1] == "ฯ", line


def test_what_is_longer_than_a_card_ends_in_an_ellipsis():
    setting = fitted(LONG, WIDTH, STEPS)

    assert (setting.size, len(setting.lines)) == STEPS[-1]
    assert setting.lines[-1].endswith("…")
    assert LONG.startswith("".join(setting.lines)[:150].replace("…", ""))


@pytest.mark.parametrize(
    "title", [*TITLES, LONG, "ก" * 300, "ป้ำ" * 100, "x" * 300, "https://example.go.th/" + "y" * 90]
)
def test_no_line_is_wider_than_its_place(title):
    setting = fitted(title, WIDTH, STEPS)

    assert max(width_of(line, setting.size) for line in setting.lines) <= WIDTH + 1


@pytest.mark.parametrize("title", ["", " ", "東京"])
def test_where_no_letter_can_be_shown_there_is_an_empty_line(title):
    assert fitted(title, WIDTH, STEPS).lines == ("",)


def test_a_shorter_title_is_set_larger():
    sizes = [fitted(title, WIDTH, STEPS).size for title in ("ต้อนรับ", TITLES[2], LONG)]

    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("คณะกรรมการฯ ครั้งที่ 1/2563", ["คณะ", "กรรมการฯ ", "ครั้ง", "ที่ 1/2563"]),
        ("เด็ก ๆ", ["เด็ก ๆ"]),
        ("น้ำใจ ฯลฯ และ", ["น้ำใจ ฯลฯ ", "และ"]),
        ("ครั้งที่ ๑", ["ครั้ง", "ที่ ๑"]),
        ("\ud800 ก", ["\ud800 ", "ก"]),
        ("", []),
    ],
)
def test_a_line_begins_neither_with_a_sign_of_the_word_before_nor_with_its_number(text, pieces):
    assert line_pieces(text) == pieces


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hà Nội, Łódź, café", "Hà Nội, Łódź, café"),
        ("ḁ Ā", "a Ā"),
        ("東京 🎉 ต้อนรับ", "ต้อนรับ"),
        ("บรรทัด\nสอง\tสาม", "บรรทัด สอง สาม"),
        ("\ud800\x00ก", "ก"),
        ("", ""),
    ],
)
def test_what_the_font_does_not_hold_leaves_no_empty_boxes(text, shown):
    assert drawable(text) == shown


def test_pillow_can_shape_thai():
    assert features.check("raqm")


@pytest.mark.parametrize("letter", ["ป", "ฝ", "ฟ"])
@pytest.mark.parametrize("marks", ["้", "่", "ั้", "ี่", "ื้"])
def test_marks_do_not_run_into_tall_letters(letter, marks):
    """Beside a stem or above it, a mark keeps all of its ink; set over the stem it loses some."""
    of_the_marks = ink("ก" + marks) - ink("ก")

    assert ink(letter + marks) - ink(letter) > 0.92 * of_the_marks


@pytest.mark.parametrize("letter", ["น", "ป", "ฟ"])
def test_a_tone_stands_above_the_circle_of_sara_am(letter):
    tone = ink("ก้") - ink("ก")

    # The font has a smaller one for this place.
    assert ink(letter + "้ำ") - ink(letter + "ำ") > 0.8 * tone
    assert width_of(letter + "้ำ", 60) == pytest.approx(width_of(letter + "ำ", 60))


@pytest.mark.parametrize("letter", ["ญ", "ฐ"])
def test_a_letter_lays_down_its_foot_for_a_vowel_below(letter):
    below = ink("กุ") - ink("ก")

    assert ink(letter + "ุ") < ink(letter) + below
