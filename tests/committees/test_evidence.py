"""The words of a text with what was read from them, laid over one another."""

import json

import pytest

from committees.admin.evidence import Evidence

TEXT = "นายก ขคง ประธาน และนายจ ฉชซ ประธาน"


def drawn(places) -> list[tuple]:
    return [(one.text, one.keys, one.begin) for one in Evidence(TEXT, places).pieces()]


def test_the_whole_text_is_drawn_whatever_was_read_from_it():
    places = {"number": (0, 4), "venue": (9, 15)}

    assert "".join(text for text, _keys, _begin in drawn(places)) == TEXT
    assert drawn({}) == [(TEXT, (), ())]


def test_places_that_cross_are_cut_where_either_begins_or_ends():
    assert drawn({"task-0-task": (0, 10), "venue": (5, 15)})[:3] == [
        (TEXT[0:5], ("task-0-task",), ("task-0-task",)),
        (TEXT[5:10], ("task-0-task", "venue"), ("venue",)),
        (TEXT[10:15], ("venue",), ()),
    ]


def test_two_who_share_a_position_share_its_words():
    shared = {"who-0-position": (9, 15), "who-1-position": (9, 15)}

    _before, piece, _after = drawn(shared)

    assert piece == (TEXT[9:15], ("who-0-position", "who-1-position"), piece[1])


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "{",
        "[" * 100_000,
        "[1, 2]",
        '"number"',
        "null",
        json.dumps({"number": [0, 9999]}),
        json.dumps({"number": [-1, 4]}),
        json.dumps({"number": [4, 4]}),
        json.dumps({"number": [True, 4]}),
        json.dumps({"number": ["0", "4"]}),
        json.dumps({"number": None}),
        json.dumps({'x" onclick="': [0, 4]}),
        json.dumps({f"other-{at}": [0, 4] for at in range(3000)}),
    ],
)
def test_places_that_make_no_sense_are_left_out(sent):
    assert Evidence.sent(TEXT, sent).places == {}


def test_places_travel_with_the_page():
    evidence = Evidence(TEXT, {"who-0-name": (0, 8)})

    assert Evidence.sent(TEXT, evidence.as_json()) == evidence
    assert evidence.words("who-0-name") == "นายก ขคง"
    assert evidence.words("venue") == ""
