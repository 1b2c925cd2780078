import random

import pytest

from iad.thai.collation import sort_key

# The sample of the ISO/IEC 14651 Thai annex (Royal Institute order):
# https://www.unicode.org/L2/L1999/99167.pdf
SAMPLE = """
กก กรรม กรรม์ -กระแย่ง กราบ กะเกณฑ์ กัก ก้าว กำ กิน กี่ กึ๋น กุน กูด เก้ง เกล้า เกลียว เก้า
เกาะ เกี่ยว เกี๊ยะ เกือก แกง แกะ โกน โกร๋น ใกล้ ไก่ ไกล ข้น ขนาบ ข้าง
"""
WORDS = SAMPLE.split()


@pytest.mark.parametrize("seed", range(5))
def test_the_sample_of_the_standard_comes_out_in_its_order(seed):
    shuffled = random.Random(seed).sample(WORDS, len(WORDS))

    assert len(WORDS) == 32
    assert sorted(shuffled, key=sort_key) == WORDS
    assert sorted(shuffled) != WORDS


@pytest.mark.parametrize(
    "words",
    [
        ["ก", "ข", "ฮ"],
        ["กา", "ก่า", "ก้า", "ก๊า", "ก๋า"],
        ["ฤดู", "ฤๅษี", "ลา", "ฦา", "วา"],
        ["2 เมือง", "Apec", "asean", "BIMSTEC", "กรุงเทพ"],
        ["๑", "2", "๓"],
        ["เขต", "คณะ"],
        ["Cafe", "café", "Cafeteria"],
        ["Zürich", "กรุงเทพ", "東京"],
        ["", "1", "a", "ก"],
        ["ปา", "ป่า", "ปาก", "ป่าก"],
    ],
)
def test_these_stand_in_this_order(words):
    keys = [sort_key(word) for word in words]

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("-กระแย่ง", "กระแย่ง"),
        ("กรุงเทพ มหานคร", "กรุงเทพมหานคร"),
        ("กรุงเทพฯ", "กรุงเทพ"),
        ("ASEAN", "asean"),
        ("๒๕๖๓", "2563"),
        ("เเกง", "แกง"),
        ("กํา", "กำ"),
    ],
)
def test_blanks_signs_case_and_kind_of_digit_do_not_count(one, other):
    assert sort_key(one) == sort_key(other)


def test_a_thai_title_has_a_key_short_enough_for_an_index():
    assert len(sort_key("ก่" * 250)) < 2700
