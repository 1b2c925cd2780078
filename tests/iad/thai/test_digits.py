import pytest

from iad.thai.digits import to_arabic, to_thai

PAIRS = [("๐๑๒๓๔๕๖๗๘๙", "0123456789"), ("ครั้งที่ ๑/๒๕๖๓", "ครั้งที่ 1/2563"), ("", "")]


@pytest.mark.parametrize(("thai", "arabic"), PAIRS)
def test_thai_digits_become_arabic_and_back(thai, arabic):
    assert to_arabic(thai) == arabic
    assert to_thai(arabic) == thai


def test_mixed_digits_come_out_of_one_kind():
    assert to_arabic("1๔/๒/25๖๓") == "14/2/2563"
    assert to_thai("1๔/๒/25๖๓") == "๑๔/๒/๒๕๖๓"
