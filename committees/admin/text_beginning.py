"""What the forms of a meeting begin with: each value read, and where in the text it stands."""

import datetime
import re
from dataclasses import dataclass, field, replace

from committees.admin.evidence import Evidence
from committees.admin.text_rows import MOST
from committees.calling import Capacity
from committees.models import Committee, Meeting, Section
from committees.proposing import Offices, People, names_of
from committees.reading.normal import Span
from committees.reading.report import Found, MeetingReport, Named, Task
from committees.roster_words import CAPACITIES
from committees.seating import seats_on
from iad.publication import Access
from iad.thai.text import squeeze
from iad.thai.typed_dates import TimeError, parse_time

# กรรมการและเลขานุการ is one role of two words.
AND_SECRETARY = re.compile(
    r"\s?และ\s?(?:ผู้ช่วย)?เลขานุการ|\sand\s(?:assistant\s)?secretary", re.IGNORECASE
)


@dataclass
class Beginning:
    """Values by form; ``places`` by the name of each field."""

    meeting: dict = field(default_factory=dict)
    who: list[dict] = field(default_factory=list)
    office: list[dict] = field(default_factory=list)
    task: list[dict] = field(default_factory=list)
    topic: list[dict] = field(default_factory=list)
    beyond: dict = field(default_factory=dict)  # how many of each are more than a page takes
    places: dict[str, Span] = field(default_factory=dict)

    def read(self, key: str, found: Found | None):
        """The value, after its place was noted; None where nothing is stated."""
        if found is None:
            return None
        if found.span[0] < found.span[1]:
            self.places[key] = tuple(found.span)
        return found.value


def begin(
    text: str, report: MeetingReport, offices: Offices, people: People, asked: Committee | None
) -> tuple[Beginning, Evidence]:
    """``asked`` is the committee from whose page the screen was opened."""
    begun = Beginning()
    committee = offices.committee(*names_of(report.committee)) or asked
    _meeting(begun, report, committee)
    roles = _roles(committee, begun.meeting["day"])
    for at, one in enumerate([*report.chair, *report.attendees][:MOST]):
        one = replace(one, capacity=_whole_role(text, one.capacity))
        begun.who.append(_who(begun, at, one, report, roles, people))
    for at, found in enumerate(report.departments[:MOST]):
        name = begun.read(f"office-{at}-name", found)
        begun.office.append({"name": name, "take": offices.department(*names_of(found)) or ""})
    for at, task in enumerate(report.tasks[:MOST]):
        begun.task.append(_task(begun, at, task, offices))
    for at, topic in enumerate(report.topics):
        section = Section.INFORMATION if topic.is_heard else Section.CONSIDERATION
        title = begun.read(f"topic-{at}-title", topic)
        begun.topic.append({"title": title, "take": str(section.value)})
    named = {"who": report.chair + report.attendees, "office": report.departments}
    for name, rows in (named | {"task": report.tasks}).items():
        begun.beyond[f"{name}_beyond"] = max(0, len(rows) - MOST)
    for at, found in enumerate(report.mentioned):
        begun.places[f"other-{at}"] = tuple(found.span)
    for at, warned in enumerate(report.warnings):
        begun.places[f"look-{at}-{warned.kind.replace(' ', '_')}"] = tuple(warned.span)
    return begun, Evidence(text, begun.places)


def _meeting(begun: Beginning, report: MeetingReport, committee: Committee | None) -> None:
    day, last_day = begun.read("day", report.date_start), report.date_end
    if last_day and last_day.value == day:
        last_day = None
    name = begun.read("committee", report.committee)
    begun.meeting = {
        "committee": committee.pk if committee else "",
        "name_th": name if name and not name.isascii() else "",
        "name_en": name if name and name.isascii() else "",
        "number": begun.read("number", report.number),
        "be_year": begun.read("be_year", report.be_year),
        "day": day,
        "last_day": begun.read("last_day", last_day),
        "hour": _hour(begun.read("hour", report.time)),
        "venue": begun.read("venue", report.venue),
        "kind": Meeting.Kind.ORDINARY,
        "mode": Meeting.Mode.IN_PERSON,
        "access": _access(committee),
    }


def _access(committee: Committee | None) -> str:
    """As the last meeting of the committee: one that meets behind closed doors goes on so."""
    last = committee.meetings.order_by("-starts_at", "-pk").first() if committee else None
    return last.access if last else Access.PUBLIC


def _hour(value: object) -> datetime.time | None:
    try:
        return parse_time(str(value)) if value else None
    except TimeError:
        return None


def _roles(committee: Committee | None, day: datetime.date | None) -> dict[int, str]:
    """In what seat people of the committee sat on that day."""
    seats = seats_on(committee, day) if committee and day else []
    return {seat.person_id: seat.role for seat in seats if seat.person_id}


def _who(begun, at: int, one: Named, report: MeetingReport, roles: dict, people: People) -> dict:
    name = begun.read(f"who-{at}-name", one.name)
    position = begun.read(f"who-{at}-position", one.position)
    row = {"name": name, "position": position}
    row["instead_of"] = begun.read(f"who-{at}-instead_of", one.instead_of)
    row["capacity"] = _capacity(at, len(report.chair), bool(name and position))
    exact = people.likely(name or "").exact
    role = CAPACITIES.get(squeeze(begun.read(f"who-{at}-capacity", one.capacity) or "").lower())
    role = role or (roles.get(exact[0].pk) if len(exact) == 1 else None)
    if role and at >= len(report.chair):
        row["capacity"] = Capacity.MEMBER if role == Capacity.CHAIR else role
    return row


def _whole_role(text: str, role: Found | None) -> Found | None:
    more = AND_SECRETARY.match(text, role.span[1]) if role else None
    if more is None:
        return role
    return Found(text[role.span[0] : more.end()], (role.span[0], more.end()))


def _capacity(at: int, chairs: int, is_official: bool) -> str:
    """A meeting has one chair: where several shared it, a person says who the record names."""
    if at < chairs:
        return Capacity.CHAIR if chairs == 1 else ""
    return Capacity.PARTICIPANT if is_official else Capacity.GUEST


def _task(begun: Beginning, at: int, task: Task, offices: Offices) -> dict:
    found = [(offices.department(*names_of(one)), one) for one in task.departments]
    known = [str(key) for key, _one in found if key]
    unknown = [str(one.value) for key, one in found if not key]
    if task.departments:
        spans = [one.span for one in task.departments]
        whole = min(begins for begins, _ends in spans), max(ends for _begins, ends in spans)
        begun.places[f"task-{at}-departments"] = whole
    return {
        "task": begun.read(f"task-{at}-task", task.task),
        "departments": [*known, *unknown],
        "offered": ",".join(known),
        "unknown": "\n".join(unknown),
        "due_on": _due_on(begun, f"task-{at}-due_on", task),
    }


def _due_on(begun: Beginning, key: str, task: Task) -> datetime.date | None:
    """Beside the whole words that say by when; the last day of a month where no day is stated."""
    begun.read(key, task.due or task.due_on)
    return task.due_on.value if task.due_on else None
