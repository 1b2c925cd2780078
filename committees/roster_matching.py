"""Whom the lines of a pasted roster mean: a seat, somebody of the register, a department.

Pure: it works on plain data and answers what is known; what may be two things is left open.
"""

from collections import Counter
from dataclasses import dataclass, replace

from committees.roster_line import RosterLine
from committees.roster_words import ABSENT, DELEGATE, PRESENT, SUBSTITUTE
from iad.bilingual import LANGUAGES
from iad.thai.names import without_prefix
from iad.thai.text import squeeze


@dataclass(frozen=True)
class Seat:
    """A line of the roll as the roster may speak of it."""

    line: int  # key of the attendee
    names: tuple[str, ...]  # of its holder, and of who came in the holder's place
    positions: tuple[str, ...]
    is_held_by_a_person: bool


@dataclass(frozen=True)
class Match:
    """What a line of the roster would do; ``act`` is "" where a person must choose.

    present, substitute and absent speak of ``seat``; "add" makes a new line.
    """

    read: RosterLine
    act: str
    seat: int | None = None
    person: int | None = None
    department: int | None = None


def match_roster(
    lines: list[RosterLine],
    seats: list[Seat],
    people: dict[str, list[int]],
    departments: dict[str, int],
) -> list[Match]:
    """One match for each line. ``people`` and ``departments`` are keyed by ``key_of``."""
    by_name = _unique((key_of(name), seat.line) for seat in seats for name in seat.names)
    by_position = _unique(
        (key_of_office(position), seat.line) for seat in seats for position in seat.positions
    )
    held = {seat.line for seat in seats if seat.is_held_by_a_person}
    matches = [_match(line, by_name, by_position, held, people, departments) for line in lines]
    claimed = Counter(match.seat for match in matches if match.seat is not None)
    return [
        replace(match, act="") if match.seat is not None and claimed[match.seat] > 1 else match
        for match in matches
    ]


def key_of(name: str) -> str:
    return squeeze(without_prefix(name))


def key_of_office(text: str) -> str:
    return squeeze(DELEGATE.sub("", text, count=1))


def departments_by_name(departments) -> dict[str, int]:
    """By name, short name and every former name; a name of two is a name of neither."""
    keys: dict[str, set[int]] = {}
    for one in departments:
        names = [
            getattr(one, f"{name}_{language}")
            for name in ("name", "short_name")
            for language in LANGUAGES
        ]
        for name in filter(None, [*names, *(one.aliases or "").splitlines()]):
            keys.setdefault(key_of_office(name), set()).add(one.pk)
    return {key: next(iter(found)) for key, found in keys.items() if key and len(found) == 1}


def _match(read, by_name, by_position, held, people, departments) -> Match:
    bearers = people.get(key_of(read.name), []) if read.name else []
    person = bearers[0] if len(bearers) == 1 else None
    department = departments.get(key_of_office(read.department)) if read.department else None
    found = Match(read, "", person=person, department=department)
    if read.is_empty:
        return found
    if read.presence == SUBSTITUTE:
        seat = by_name.get(key_of(read.instead_of)) or by_position.get(
            key_of_office(read.instead_of)
        )
        act = SUBSTITUTE if seat and not read.is_unsure else ""
        return replace(found, act=act, seat=seat)
    act = ABSENT if read.presence == ABSENT else PRESENT
    if read.name:
        if seat := by_name.get(key_of(read.name)):
            return replace(found, act=act, seat=seat)
        if seat := by_position.get(key_of_office(read.position)) if read.position else None:
            # The office's seat has a holder of another name: a successor, or a substitute?
            return replace(found, act="" if seat in held else act, seat=seat)
        return replace(found, act="" if read.is_unsure or len(bearers) > 1 else "add")
    office = read.position or read.department
    if seat := by_position.get(key_of_office(office)):
        is_delegate = bool(DELEGATE.match(read.original.lstrip("0123456789๐๑๒๓๔๕๖๗๘๙.) ")))
        return replace(found, act="" if is_delegate else act, seat=seat)
    return replace(found, act="add" if department and not read.position else "")


def _unique(pairs) -> dict[str, int]:
    """What two seats share speaks of neither."""
    lines: dict[str, set[int]] = {}
    for key, line in pairs:
        if key:
            lines.setdefault(key, set()).add(line)
    return {key: next(iter(found)) for key, found in lines.items() if len(found) == 1}
