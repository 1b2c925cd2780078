"""What the papers of a meeting say, frozen: read once (reading.py), then only written out.

Every text is in the paper's language, Thai unless only English was written. Digits are as stored;
the writers set them in Thai or Arabic. Nothing closed is in a record read for readers.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Attending:
    """A line of ผู้มาประชุม or ผู้เข้าร่วมประชุม."""

    name: str
    position: str
    capacity: str  # ประธาน, กรรมการ, กรรมการและเลขานุการ ...
    instead_of: str = ""  # whom a substitute stands in for: the position, else the name


@dataclass(frozen=True)
class Absent:
    """A line of ผู้ไม่มาประชุม."""

    name: str
    position: str
    capacity: str
    reason: str = ""


@dataclass(frozen=True)
class Task:
    """What one department was asked to do."""

    department: str
    task: str
    due_on: date | None
    status: str


@dataclass(frozen=True)
class Decision:
    """One มติที่ประชุม on an item."""

    kind: str
    text: str
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True)
class Report:
    """What was said at this meeting about an earlier assignment."""

    department: str
    task: str
    text: str
    status: str


@dataclass(frozen=True)
class Matter:
    """An item of the agenda; ``number`` counts all items of its section, closed ones too."""

    number: str
    title: str
    detail: str
    follows: str = ""  # ครั้งที่ 1/2563 ระเบียบวาระที่ 5.1
    reports: tuple[Report, ...] = ()
    decisions: tuple[Decision, ...] = ()
    papers: tuple[str, ...] = ()  # titles of its documents


@dataclass(frozen=True)
class Part:
    """A section of the agenda with its matters; it may have none."""

    number: int
    title: str
    matters: tuple[Matter, ...]


@dataclass(frozen=True)
class Signature:
    """Who took or checked the minutes."""

    name: str
    position: str


@dataclass(frozen=True)
class MeetingRecord:
    """One meeting, complete for any of its papers."""

    committee: str
    reference: str  # 1/2563
    is_special: bool
    starts_at: datetime  # Bangkok time
    ends_at: datetime | None
    time_is_stated: bool
    venue: str
    mode: str  # in words, where it is not simply in person
    present: tuple[Attending, ...]
    absent: tuple[Absent, ...]
    participants: tuple[Attending, ...]  # present, and no members
    parts: tuple[Part, ...]
    recorder: Signature | None
    reviewer: Signature | None
    secretariat: str
    is_certified: bool
    certified_at: str  # ครั้งที่ 2/2563, or empty: not yet, or by circulation
    certified_on: date | None
    is_public_version: bool
