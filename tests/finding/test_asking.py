"""Whatever is typed into the box means something or nothing; nothing of it is an error."""

import pytest

from iad.finding.asking import LONGEST, Phrase, read_query


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("กรุงเทพ", [Phrase(("กรุงเทพ",), is_open=True)]),
        ("ยา", [Phrase(("ยา",))]),
        ("กรุงเทพฯ", [Phrase(("กรุงเทพ",), is_open=True)]),  # short for กรุงเทพมหานคร
        ("ต่าง ๆ", [Phrase(("ต่าง",), is_open=True)]),
        ('"กรุงเทพ"', [Phrase(("กรุงเทพ",))]),
        ("“sister cities” network", [Phrase(("sister", "citi")), Phrase(("network",), True)]),
        ("green planet", [Phrase(("green",)), Phrase(("planet",), is_open=True)]),
        ("๑/๒๕๖๓", [Phrase(("1", "2563"))]),
        ("cities", [Phrase(("citi",))]),  # a stem that was cut is no beginning of citizen
        ('"unfinished', [Phrase(("unfinish",))]),
        ('""', []),
        ("\u0e48\u0e49", []),
        ("🙂 %_\\ ()", []),
        ("\u202e\u2067", []),
    ],
)
def test_parts_between_blanks_are_phrases(typed, phrases):
    assert list(read_query(typed).phrases) == phrases


def test_a_minus_leaves_words_out_and_a_hyphen_does_not():
    asked = read_query('เมือง -"เมือง พี่" -youth โควิด-19')
    assert [phrase.words for phrase in asked.phrases] == [("เมือง",), ("โค", "วิด", "19")]
    assert [phrase.words for phrase in asked.without] == [("เมือง", "พี่"), ("youth",)]
    assert not any(phrase.is_open for phrase in asked.without)


def test_only_words_to_leave_out_ask_for_nothing():
    assert read_query("-เมือง").is_empty


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("ครั้งที่ ๑/๒๕๖๓", "1/2563"),
        ("คณะกรรมการ 12 / 2563", "12/2563"),
        ("meeting 3/2020", "3/2563"),
        ("14/02/2563", ""),
        ("101/25631", ""),
        ("-1/2563", ""),
    ],
)
def test_the_number_of_a_meeting_is_known_in_either_era(typed, reference):
    assert read_query(typed).reference == reference


def test_apart_each_word_may_stand_where_it_likes():
    *others, last = read_query("คณะกรรมการอาเซียน").loosened().phrases
    assert last == Phrase(("อาเซียน",), is_open=True)
    assert others
    assert not any(phrase.is_open for phrase in others)


def test_a_query_without_end_is_cut():
    asked = read_query("เมือง " * 100_000)
    assert len(asked.text) <= LONGEST
    assert len(asked.phrases) <= 20
