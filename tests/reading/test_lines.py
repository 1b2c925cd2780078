"""English prose reads the same however wide its lines are; lists stay lists."""

import re
import textwrap

import pytest

from committees.reading.english_lines import unwrapped
from committees.reading.normal import normalise
from committees.reading.reader import is_english
from tests.reading.scoring import FIELDS, read, texts

LEAST_ALIKE = 0.99  # tables with a post's role in a column are not told from prose

PROSE = """
On 3 May 2018 Ms. Ann Lee, Deputy Director of the Finance and Revenue
Department, chaired the meeting of the Committee on Bangkok International
Book Fairs No. 2/2018 at the Book Room, and Mr. Tom Fox, Director of the
Library, attended on behalf of the Permanent Secretary for the Bangkok-
Chonburi Railway.""".strip()
LISTS = [
    "Committee on Parks\nNo. 1/2020\nRoom 2, Bangkok City Hall",
    "Present:\nMr. Tom Fox, Director of Tourism\nMs. Ann Lee, Chief of Parks",
    "1. Mr. Tom Fox, Director\n2. Ms. Ann Lee, Chief\nAbsent\n1. Dr. Jo Kim, Adviser",
    "City Hall Opens Its Doors to Readers of Every Age and Tongue\n" + PROSE.partition("\n")[0],
    "Chair: Ms. Ann Lee\nvenue: Book Room\nDate: 3 May 2018",
]


def wrapped(text: str, width: int) -> str:
    lines = (
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        if len(line) > width
        else line
        for line in text.split("\n")
    )
    return "\n".join(lines)


def test_a_wrapped_paragraph_is_one_line():
    assert "\n" not in unwrapped(normalise(PROSE)).plain
    assert "Bangkok-Chonburi Railway" in unwrapped(normalise(PROSE)).plain


@pytest.mark.parametrize("lines", LISTS)
def test_lists_labels_and_headlines_stay_lines(lines):
    assert unwrapped(normalise(lines)).plain == lines


def test_places_are_those_of_the_wrapped_original():
    text = unwrapped(normalise(PROSE))
    for words in ("Finance and Revenue Department", "Library", "Railway"):
        at = text.plain.index(words)
        begin, end = text.place((at, at + len(words)))
        assert re.sub(r"\s", " ", PROSE[begin:end]) == words


@pytest.mark.parametrize("width", [64, 76, 92])
def test_a_wrapped_text_is_read_as_it_was(width):
    english = [one["text"] for one in texts() if is_english(one["text"])]
    whole, narrow = (
        [read({"text": text}) for text in rows]
        for rows in (english, [wrapped(text, width) for text in english])
    )
    pairs = [
        (one[field], other[field])
        for one, other in zip(whole, narrow, strict=True)
        for field in FIELDS
    ]
    assert sum(one == other for one, other in pairs) / len(pairs) > LEAST_ALIKE
