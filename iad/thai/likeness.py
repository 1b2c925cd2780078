"""Whether two names of people may be one person's: in two spellings, or with a slip of the pen.

Thai is spelled by origin and heard by sound, so one name is written in several ways (วรรณ, วัน;
ศักดิ์, สักดิ์), and in Latin letters in more (Wallop, Wanlop). Brothers and sisters bear names that
differ by one letter at the end or by one sound (สมพร and สมพล): that is no likeness. It answers
"may be"; a person decides.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from iad.thai.names import split_prefix
from iad.thai.slips import is_one_slip
from iad.thai.sounds import sounds_of
from iad.thai.text import fold


class Likeness(IntEnum):
    """How alike two names are; a greater one is the stronger."""

    WEAK = 1  # an initial for a name, or a woman's surname changed as by marriage
    ALIKE = 2  # another spelling, or one slip
    SAME = 3  # equal but for prefix, blanks and what cannot be seen


@dataclass(frozen=True)
class Name:
    """A name taken apart: what stands after the first blank is the surname (ณ อยุธยา)."""

    prefix: str
    given: str
    surname: str
    words: tuple[str, ...]  # as written, for initials
    letters: str  # of the whole name

    @property
    def is_latin(self) -> bool:
        return self.letters.isascii()


WOMAN = re.compile(
    r"นาง|น\.ส\.|หญิง|ญ\.|มิส(?!เตอร์)|มาดาม|m(?:r?s|iss|dm|adame?)\b|dame", re.IGNORECASE
)
MAN = re.compile(r"นาย(?!กอง|หมวด)|นพ\.|ทพ\.(?!ญ)|มร\.|มิสเตอร์|\bmr\b|\bsir\b", re.IGNORECASE)
INITIAL = re.compile(r"[เแโใไ]?[ก-ฮ]{1,2}\.|[a-zà-ɏ]\.?")
NO_LETTER = re.compile(r"[^\w\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
# Chinese clan names are short and differ by a sound: แซ่โง้ว is not แซ่โค้ว.
CLAN = "แซ่"
SHORTEST_SURNAME_WITH_A_SLIP = 6
LONGEST_LINE = 200  # a name; what is longer is none


def alike(first: str, second: str) -> Likeness | None:
    """How alike the two names are; None where they are two people's."""
    return _likeness(_taken_apart(first), _taken_apart(second))


def find_alike(
    name: str, names: Iterable[str], *, weakest: Likeness = Likeness.ALIKE
) -> list[tuple[str, Likeness]]:
    """Those of ``names`` that are like it, strongest first."""
    names = list(names)
    return [(names[place], found) for place, found in Names(names).like(name, weakest=weakest)]


class Names:
    """Many names, found by likeness without comparing each with each.

    Names that are alike share the sound of one of their words or of the whole.
    """

    def __init__(self, names: Iterable[str]):
        self._names = [_taken_apart(name) for name in names]
        self._places = defaultdict(list)
        for place, name in enumerate(self._names):
            for key in _keys(name):
                self._places[key].append(place)

    def like(self, name: str, *, weakest: Likeness = Likeness.ALIKE) -> list[tuple[int, Likeness]]:
        """Places of the names that are like this one, strongest first."""
        wanted = _taken_apart(name)
        near = sorted({place for key in _keys(wanted) for place in self._places.get(key, ())})
        found = [(place, _likeness(wanted, self._names[place])) for place in near]
        kept = [(place, strength) for place, strength in found if strength and strength >= weakest]
        return sorted(kept, key=lambda one: -one[1])

    def pairs(self, *, weakest: Likeness = Likeness.ALIKE) -> Iterator[tuple[int, int, Likeness]]:
        """Every two that are alike, once, the earlier place first."""
        for place, name in enumerate(self._names):
            near = {other for key in _keys(name) for other in self._places[key] if other > place}
            for other in sorted(near):
                strength = _likeness(name, self._names[other])
                if strength and strength >= weakest:
                    yield place, other, strength


@lru_cache(maxsize=20_000)
def _taken_apart(name: str) -> Name:
    prefix, rest = split_prefix(fold(name[:LONGEST_LINE]))
    if "," in rest:  # Suwandee, Wallop
        surname, _, given = rest.partition(",")
        rest = f"{given.strip()} {surname.strip()}".strip()
    words = tuple(rest.split())
    given = _letters(words[0]) if words else ""
    surname = _letters("".join(words[1:]))
    return Name(prefix, given, surname, words, given + surname)


def _letters(word: str) -> str:
    """Without dots, hyphens and accents: José is Jose, Anne-Marie is Anne Marie."""
    return NO_LETTER.sub("", unicodedata.normalize("NFD", word))


@lru_cache(maxsize=20_000)
def _keys(name: Name) -> frozenset[str]:
    words = [word for word in (name.given, name.surname, name.letters) if len(word) > 1]
    return frozenset(key for word in words for key in sounds_of(word)) | {name.letters}


def _likeness(one: Name, other: Name) -> Likeness | None:
    if not one.letters or not other.letters:
        return None
    if one.letters == other.letters:
        return Likeness.SAME
    if one.is_latin != other.is_latin or not one.surname or not other.surname:
        return Likeness.ALIKE if _sound_alike(one.letters, other.letters) else None
    if _is_another_spelling(one, other):
        return Likeness.ALIKE
    if _is_abbreviated(one, other) or _may_have_married(one, other):
        return Likeness.WEAK
    return None


def _is_another_spelling(one: Name, other: Name) -> bool:
    given, surname = (
        _sound_alike(one.given, other.given),
        _sound_alike(one.surname, other.surname),
    )
    if (given and surname) or _sound_alike(one.letters, other.letters):
        return True
    if given:
        return _is_slip_of_surname(one.surname, other.surname)
    if surname:
        return is_one_slip(one.given, other.given)
    return one.given == other.surname and one.surname == other.given


def _is_slip_of_surname(one: str, other: str) -> bool:
    if CLAN in (one[:3], other[:3]) or _is_initial(one) or _is_initial(other):
        return False
    shortest = min(len(one), len(other))
    return shortest >= SHORTEST_SURNAME_WITH_A_SLIP and is_one_slip(one, other, anywhere=True)


def _is_abbreviated(one: Name, other: Name) -> bool:
    """W. Suwandee for Wallop Suwandee, สมชาย จ. for สมชาย ใจดี."""
    if _sound_alike(one.surname, other.surname):
        return _begins(one.words[0], other.words[0]) or _begins(other.words[0], one.words[0])
    if _sound_alike(one.given, other.given):
        last, others_last = one.words[1], other.words[1]
        return _begins(last, others_last) or _begins(others_last, last)
    return False


def _begins(initial: str, word: str) -> bool:
    letters = initial.rstrip(".")
    return bool(INITIAL.fullmatch(initial)) and word.lstrip("เแโใไ").startswith(
        letters.lstrip("เแโใไ")
    )


def _is_initial(word: str) -> bool:
    return len(word) == 1


def _may_have_married(one: Name, other: Name) -> bool:
    prefixes = (one.prefix, other.prefix)
    return (
        one.given == other.given
        and any(map(WOMAN.search, prefixes))
        and not any(map(MAN.search, prefixes))
    )


def _sound_alike(one: str, other: str) -> bool:
    return one == other or not sounds_of(one).isdisjoint(sounds_of(other))
