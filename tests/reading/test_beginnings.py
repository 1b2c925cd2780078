"""The first letters of what a pattern matches are read off the pattern."""

import pytest

from committees.reading.beginnings import alternatives, beginnings


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("กล่าว|ขอให้", {"กล่", "ขอใ"}),
        ("(?:ได้|จะ)?กล่าว", {"ได้", "จะก", "กล่"}),
        ("(?:ได้|ก็)*มา", {"ได้", "ก็ไ", "ก็ก", "ก็ม", "มา"}),
        ("ก{2}ข|คง{0,2}จ", {"กกข", "คจ", "คงจ", "คงง"}),
        ("(?<!ไม่)มา(?=ประชุม)", {"มา"}),
        ("(?P<who>[Tt]he )?Chair", {"the", "cha"}),
        (r"no\.\s?1", {"no."}),
        (r"at\b.*", {"at"}),
        ("[^ก]ข", {""}),
        ("[ก-ฮ]ข|[ก-ค]ง", {"", "กง", "ขง", "ฃง", "คง"}),
        (r"[\s,]x", {" x", "\nx", "\tx", "\u2029x", ",x"}),
        ("a?", {"", "a"}),
    ],
)
def test_a_pattern_says_what_it_begins_with(pattern, letters):
    assert beginnings(pattern) == letters


def test_a_pattern_falls_into_those_that_it_is_one_of():
    assert alternatives(r"ก(?:ข|ค)|[|]ง|\|จ") == ["ก(?:ข|ค)", "[|]ง", r"\|จ"]
