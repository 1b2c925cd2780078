"""What a text says of a meeting: every value with its place in the original; None and () where unsaid."""

from dataclasses import dataclass, fields
from typing import Any

from committees.reading.normal import Span


@dataclass(frozen=True)
class Found:
    """A value as read, where in the original, and the register's name for it where it has one."""

    value: Any
    span: Span
    known: str | None = None


@dataclass(frozen=True)
class Topic(Found):
    """A subject of the meeting; ``is_heard`` where it was only told of it and decided nothing."""

    is_heard: bool = False


@dataclass(frozen=True)
class Named:
    """One who came or chaired: by name with prefix, by post, or both."""

    name: Found | None
    position: Found | None
    instead_of: Found | None = None
    capacity: Found | None = None  # the role in the body, where it is stated beside the post


@dataclass(frozen=True)
class Task:
    """What departments were asked to do; ``again`` where it comes back to the next meeting."""

    departments: tuple[Found, ...]
    task: Found
    due: Found | None = None  # in its words
    again: bool = False
    due_on: Found | None = None  # the day, where one is stated


@dataclass(frozen=True)
class Warned:
    """What a person should look at: weekday, title (it differs from the body), too long."""

    kind: str
    span: Span


@dataclass(frozen=True)
class MeetingReport:
    """What the text says of its meeting; in a text of no meeting all but the warnings is empty."""

    is_meeting: bool = False
    committee: Found | None = None
    number: Found | None = None
    be_year: Found | None = None
    date_start: Found | None = None
    date_end: Found | None = None
    time: Found | None = None
    venue: Found | None = None
    chair: tuple[Named, ...] = ()
    attendees: tuple[Named, ...] = ()
    departments: tuple[Found, ...] = ()
    tasks: tuple[Task, ...] = ()
    mentioned: tuple[Found, ...] = ()  # numbers of other meetings
    warnings: tuple[Warned, ...] = ()
    topics: tuple[Topic, ...] = ()

    def as_json(self) -> dict:
        """The shape of ``read_meeting --json``."""
        chairs = [_person(one) for one in self.chair]
        return {
            "is_meeting": self.is_meeting,
            "committee": _value(self.committee),
            "number": _value(self.number),
            "be_year": _value(self.be_year),
            "date_start": _value(self.date_start),
            "date_end": _value(self.date_end),
            "time": _value(self.time),
            "venue": _value(self.venue),
            "chair": chairs if len(chairs) > 1 else chairs[0] if chairs else None,
            "attendees": [_person(one) for one in self.attendees],
            "departments": [one.value for one in self.departments],
            "evidence": self.evidence(),
        }

    def evidence(self) -> dict[str, list[int]]:
        """Field, or field[n] of a list, to [start, end] in the original."""
        spans = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Found):
                spans[field.name] = list(value.span)
        if self.chair:
            spans["chair"] = list(_whole(self.chair[0]))
        for field, rows in (("chair", self.chair[1:]), ("attendees", self.attendees)):
            for at, one in enumerate(rows, field == "chair"):
                spans[f"{field}[{at}]"] = list(_whole(one))
        for at, one in enumerate(self.departments):
            spans[f"departments[{at}]"] = list(one.span)
        return spans


def _value(found: Found | None) -> Any:
    if found is None:
        return None
    return found.value.isoformat() if hasattr(found.value, "isoformat") else found.value


def _person(one: Named) -> dict[str, str | None]:
    return {"name": _value(one.name), "position": _value(one.position)}


def _whole(one: Named) -> Span:
    spans = [found.span for found in (one.name, one.position) if found]
    return min(span[0] for span in spans), max(span[1] for span in spans)
