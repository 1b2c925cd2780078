import pytest

from iad.thai.words import words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("รองปลัดกรุงเทพมหานคร", ["รอง", "ปลัด", "กรุงเทพมหานคร"]),
        ("ต้อนรับ เอกอัครราชทูต", ["ต้อนรับ", " ", "เอกอัครราชทูต"]),
        ("ครั้งที่ 3/2568", ["ครั้ง", "ที่", " ", "3", "/", "2568"]),
        ("Sister cities, 2020", ["Sister", " ", "cities", ",", " ", "2020"]),
        ("สั่งนายกฯแล้ว", ["สั่ง", "นายกฯ", "แล้ว"]),  # whose dictionary would see a field: นา
        ("ประธานคณะกรรมการฯ", ["ประธาน", "คณะ", "กรรมการฯ"]),
        ("บ่อยๆ ฯพณฯ เด็ก ๆ", ["บ่อยๆ", " ", "ฯ", "พณฯ", " ", "เด็ก", " ", "ๆ"]),
        ("", []),
    ],
)
def test_words_are_found_in_thai_and_in_english(text, cut):
    assert words(text) == cut


@pytest.mark.parametrize(
    "text",
    ["ก  ข\n\n\tค", "😀 ครับ 😀", "\ud800 ก\udfff", "\x00ก", "น้ำเปล่าๆ", "é e\u0301"],
    ids=["blanks", "emoji", "surrogates", "nul", "sara-am", "combining"],
)
def test_nothing_is_lost_between_the_words(text):
    assert "".join(words(text)) == text
