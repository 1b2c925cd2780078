import pytest

from iad.thai.initials import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("ธีรภัทร เกษมวรากร", "ธก"),  # the vowel that stands before its consonant is passed over
        ("เฉลิมพล โชตินุชิต", "ฉช"),
        ("ไอริณ ใจดี", "อจ"),
        ("แพรว", "พ"),
        ("นายธีรภัทร เกษมวรากร", "ธก"),
        ("ผศ.ดร.ทวิดา กมลเวชช", "ทก"),
        ("ม.ร.ว.สุขุมพันธุ์ บริพัตร", "สบ"),
        ("อนุตรพงศ์ ณ เชียงใหม่", "อช"),  # of the first word and of the last
        ("Theeraphat Kasemvarakorn", "TK"),
        ("H.E. Mr. John F. Smith", "JS"),
        ("élodie du pont", "ÉP"),
        ("e\u0301lodie pont", "ÉP"),  # written in two signs
        ("O'Neil-Smith", "O"),
        ("(สมชาย) 'ใจดี'", "สจ"),
        ("สมชาย 2", "ส"),
        ("ะ า ิ", ""),
        ("12 – 34", ""),
        ("😀", ""),
        ("", ""),
    ],
)
def test_two_letters_stand_for_a_name(name, letters):
    assert initials(name) == letters
