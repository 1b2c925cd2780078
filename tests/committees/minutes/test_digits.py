"""The digits of a paper."""

import pytest

from committees.minutes.digits import in_arabic_digits, in_digits, in_thai_digits


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ครั้งที่ 1/2563", "ครั้งที่ ๑/๒๕๖๓"),
        ("เวลา 13.30 น. จำนวน 1,000 บาท", "เวลา ๑๓.๓๐ น. จำนวน ๑,๐๐๐ บาท"),
        ("ฝุ่น PM2.5 และ COVID-19 ครั้งที่1", "ฝุ่น PM2.5 และ COVID-19 ครั้งที่๑"),
        ("ระบบ 4G ใน 3 เมือง", "ระบบ 4G ใน ๓ เมือง"),
        ("ดู https://a.example/2563/ข่าว/1 และ a1@b2.example", None),
        ("เมือง ASEAN 10 แห่ง (ASEAN)8", "เมือง ASEAN ๑๐ แห่ง (ASEAN)๘"),
        ("แผน ASEAN Vision 2045 ใน 14 February 2020 ", None),
        ("Item 5 of 2020", None),
    ],
)
def test_numbers_are_thai_and_what_is_no_number_stays(text, shown):
    assert in_thai_digits(text) == (shown or text)


def test_arabic_digits_leave_addresses_alone():
    assert in_arabic_digits("ครั้งที่ ๑/๒๕๖๓ https://a.example/๑") == "ครั้งที่ 1/2563 https://a.example/๑"


def test_digits_of_no_known_kind_are_refused():
    with pytest.raises(ValueError, match="roman"):
        in_digits("1", "roman")
