import time
import unicodedata

import pytest

from iad.thai.text import clean, clean_line, fold, squeeze

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ก\x00ข", "กข"),
        ("ก\x07ข\x1b", "กข"),
        ("ก\x85\x9fข", "กข"),
        ("ก\x7fข", "กข"),
        ("ก\tข\nค", "ก\tข\nค"),
        ("ก\r\nข\rค\u2028ง\u2029จ\x0bฉ\x0cช", "ก\nข\nค\nง\nจ\nฉ\nช"),
        ("ก\ufffeข\uffffค\ufdd0", "กขค"),
        ("ก\U0001fffeข\U0010ffff", "กข"),
        ("ก\ud800ข\udfff", "กข"),
        ("กรุง\u200bเทพ\ufeff\u2060\u00ad", "กรุงเทพ"),
        ("a\u202eb\u2066c\u2069d\u202a", "abcd"),
        ("می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻"),
        ("e\u0301", "é"),
        ("น้ำ", "น้ำ"),
        ("ก" + "\u0e49" * 400 + "ข", "ก" + "\u0e49" * 4 + "ข"),
        ("a" + "\u0323\u0301" * 90, "ạ\u0323\u0301\u0301"),
        ("ที่นี่ กึ๋น กรรม์", "ที่นี่ กึ๋น กรรม์"),
        ("", ""),
    ],
)
def test_what_no_field_may_hold_is_taken_out(text, kept):
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  รอง     ปลัด\u00a0กรุงเทพมหานคร ", "รอง ปลัด กรุงเทพมหานคร"),
        ("ก\r\nข\tค\u3000ง", "ก ข ค ง"),
        (" \n\u200b ", ""),
    ],
)
def test_a_line_has_single_blanks(text, line):
    assert clean_line(text) == line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("เเกง", "แกง"),
        ("กํา", "กำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("ก\u0e48\u0e35", "กี่"),
        ("๑/๒๕๖๓", "1/2563"),
        ("ASEAN", "asean"),
        ("CAFÉ", "cafe\u0301"),
        ("รอง     ปลัด", "รอง ปลัด"),
        ("กรุง\u200bเทพ", "กรุงเทพ"),
        ("กรุง\u200cเทพ", "กรุงเทพ"),
    ],
)
def test_two_spellings_of_the_same_words_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("กา", "กำ"), ("กิน", "กี่"), ("ป่า", "ปา"), ("๑", "๒")])
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


def test_folding_keeps_sara_am_in_one_piece():
    assert fold("กำ") == "กำ"
    assert len(fold("กำ")) == 2


def test_squeezed_text_has_no_blanks():
    assert squeeze("รอง     ปลัด\nกรุงเทพมหานคร") == "รองปลัดกรุงเทพมหานคร"


HOSTILE = {
    "marks of two classes": "\u0301\u0316" * (MEGABYTE // 2),
    "a tower of tones": "ก" + "\u0e49" * MEGABYTE,
    "marks outside the first plane": "\U0001d165\U0001d16d" * (MEGABYTE // 8),
    "NUL": "\x00" * MEGABYTE,
    "blanks": " " * MEGABYTE,
    "leading vowels": "เ" * MEGABYTE,
    "sara am": "\u0e33\u0e48" * (MEGABYTE // 2),
    "nikhahit": "\u0e4d\u0e48" * (MEGABYTE // 2),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_megabyte_of_hostile_text_takes_under_a_second(text):
    started = time.process_time()
    fold(text)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("text", ["ก" + "\u0e49" * 9, "e\u0301\x00", "\u0344" * 5, " a\r\nb "])
def test_what_is_clean_stays_as_it_is(text):
    once = clean(text)

    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
