"""Who in the register may be the same person: by name alone, so that somebody looks."""

from collections.abc import Iterator
from typing import NamedTuple

from committees.models import Distinction, Person
from iad.bilingual import LANGUAGES
from iad.thai.likeness import Likeness, Names


class Pair(NamedTuple):
    """Two entries of like names, by key; the older one first."""

    first: int
    second: int
    likeness: Likeness


class Spelling(NamedTuple):
    person: int  # the kept entry, also where the spelling is that of one merged into it
    name: str


class KnownNames:
    """The register by likeness, with the spellings of merged entries; one query."""

    def __init__(self):
        spellings = _spellings()
        self._spellings = spellings
        self._names = {
            language: Names(one.name for one in spellings[language]) for language in LANGUAGES
        }
        # Where two people are both written in Thai, the official language decides.
        self._in_thai = {one.person for one in spellings["th"]}

    def like(self, names: dict[str, str], *, weakest=Likeness.WEAK) -> dict[int, Likeness]:
        """Keys of entries whose name is like the one given as {"th": …, "en": …}."""
        found: dict[int, Likeness] = {}
        for language in LANGUAGES:
            name = names.get(language) or ""
            for place, likeness in self._names[language].like(name, weakest=weakest):
                person = self._spellings[language][place].person
                if language == "th" or not (names.get("th") and person in self._in_thai):
                    found[person] = max(likeness, found.get(person, likeness))
        return dict(sorted(found.items(), key=lambda one: -one[1]))

    def pairs(self, *, weakest=Likeness.ALIKE) -> list[Pair]:
        """Every two entries of like names that nobody told apart, most alike first."""
        known, found = _told_apart(), {}
        for language, first, second, likeness in self._pairs(weakest):
            pair = (min(first, second), max(first, second))
            decided_in_thai = language != "th" and {first, second} <= self._in_thai
            if first != second and pair not in known and not decided_in_thai:
                found[pair] = max(likeness, found.get(pair, likeness))
        pairs = [Pair(*pair, likeness) for pair, likeness in found.items()]
        return sorted(pairs, key=lambda pair: (-pair.likeness, pair.first, pair.second))

    def _pairs(self, weakest) -> Iterator[tuple[str, int, int, Likeness]]:
        for language in LANGUAGES:
            spellings = self._spellings[language]
            for first, second, likeness in self._names[language].pairs(weakest=weakest):
                yield language, spellings[first].person, spellings[second].person, likeness


def like(person: Person, *, weakest=Likeness.WEAK) -> dict[int, Likeness]:
    """Keys of entries that may be the same as this one, stored or not, and were not told apart."""
    names = {language: full_name(person, language) for language in LANGUAGES}
    found = KnownNames().like(names, weakest=weakest)
    if person.pk is None:
        return found
    apart = {key for pair in _told_apart() if person.pk in pair for key in pair}
    return {key: found[key] for key in found if key not in apart | {person.pk}}


def full_name(person: Person, language: str) -> str:
    """With the prefix, which tells women from men; empty where the name is not in that language."""
    name = getattr(person, f"name_{language}")
    return f"{getattr(person, f'prefix_{language}') or ''} {name}" if name else ""


def _spellings() -> dict[str, list[Spelling]]:
    spellings: dict[str, list[Spelling]] = {language: [] for language in LANGUAGES}
    for person in Person.objects.order_by("pk").defer("sort_th", "sort_en"):
        for language in LANGUAGES:
            if name := full_name(person, language):
                spellings[language].append(Spelling(person.merged_into_id or person.pk, name))
    return spellings


def _told_apart() -> set[tuple[int, int]]:
    """Pairs of kept entries; what was said of a merged one holds for the one that stands for it."""
    rows = Distinction.objects.values_list(
        "first", "first__merged_into", "second", "second__merged_into"
    )
    pairs = ((kept or first, others or second) for first, kept, second, others in rows)
    return {(min(pair), max(pair)) for pair in pairs}
