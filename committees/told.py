"""A meeting that a text told of, as a person confirmed it: frozen values, before any database."""

from dataclasses import dataclass
from datetime import date, datetime

from committees.models import Committee, Department, Meeting, Person, Section
from committees.roster_line import THAI
from iad.publication import Access


@dataclass(frozen=True)
class NewCommittee:
    """A committee that the register lacks; its address is typed by a person."""

    name_th: str
    slug: str
    name_en: str = ""
    kind: str = Committee.Kind.COMMITTEE


@dataclass(frozen=True)
class Present:
    """One who came, with the name as written: of the register, new to it, or as written only."""

    name: str
    position: str
    capacity: str
    person: Person | None = None
    is_new: bool = False
    instead_of: str = ""  # whose place was taken, by name or by position


@dataclass(frozen=True)
class Represented:
    """A department that sent somebody unnamed; as written where the register lacks it."""

    name: str
    department: Department | None = None
    is_new: bool = False


@dataclass(frozen=True)
class Asked:
    """What departments were asked to do; ``named`` are some that are added with the meeting."""

    task: str
    departments: tuple[Department, ...] = ()
    named: tuple[str, ...] = ()
    due_on: date | None = None


@dataclass(frozen=True)
class Talked:
    """A subject of the meeting, to be an item of its agenda."""

    title: str
    section: int = Section.CONSIDERATION  # what it is for; the agenda's number of it may differ


@dataclass(frozen=True)
class Told:
    """A meeting as a person confirmed it."""

    committee: Committee | NewCommittee
    number: int
    be_year: int
    starts_at: datetime
    ends_at: datetime | None = None
    time_is_stated: bool = True
    kind: str = Meeting.Kind.ORDINARY
    mode: str = Meeting.Mode.IN_PERSON
    venue: str = ""
    access: str = Access.PUBLIC
    people: tuple[Present, ...] = ()
    departments: tuple[Represented, ...] = ()
    assignments: tuple[Asked, ...] = ()
    topics: tuple[Talked, ...] = ()


def written(name: str, text: str) -> dict[str, str]:
    """The text in the column of the language that it is written in."""
    return {f"{name}_{language_of(text)}": text} if text else {}


def language_of(text: str) -> str:
    return "th" if THAI.search(text) else "en"
