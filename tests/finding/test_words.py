"""The words by which texts are found, the same for what is kept and what is asked."""

import pytest

from iad.finding.words import MOST_WORDS, places_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("รองปลัดกรุงเทพมหานคร", ["รอง", "ปลัด", "กรุงเทพมหานคร"]),
        ("รอง     ปลัดกรุงเทพมหานคร", ["รอง", "ปลัด", "กรุงเทพมหานคร"]),
        ("ครั้งที่ ๑/๒๕๖๓", ["ครั้ง", "ที่", "1", "2563"]),
        ("เเผน นํ้า", ["แผน", "น้ำ"]),
        ("ก\u200bา", ["กา"]),
        ("ผู้ว่าฯกทม. เยี่ยมเขตต่างๆ ต่าง ๆ", ["ผู้", "ว่า", "กทม", "เยี่ยม", "เขต", "ต่าง", "ต่าง"]),
        ("นายกฯ สถานเอกอัครราชทูตฯ", ["นายก", "สถาน", "เอกอัครราชทูต"]),
        ("PM2.5 โควิด-19", ["pm2", "5", "โค", "วิด", "19"]),
        ("Cities' meetings and a city's meeting", ["citi", "meet", "and", "a", "citi", "meet"]),
        ("São Paulo, SAO PAULO", ["sao", "paulo", "sao", "paulo"]),
        ("\u0e48\u0e49 !? %_\\ 🙂 --", []),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_folded_and_brought_to_their_stems(text, words):
    assert words_of(text) == words


def test_each_word_of_a_shown_text_knows_its_place():
    text = "City's รอง  ปลัด ๑/๒๕๖๓"
    told = [(place.word, text[place.start : place.end]) for place in places_of(text)]
    assert told == [
        ("citi", "City's"),
        ("รอง", "รอง"),
        ("ปลัด", "ปลัด"),
        ("1", "๑"),
        ("2563", "๒๕๖๓"),
    ]


def test_a_text_without_end_has_an_end_here():
    assert len(words_of("คำ และ " * MOST_WORDS)) == MOST_WORDS
