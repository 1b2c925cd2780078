"""Sample committees and meetings: the record from which news, minutes and follow-up are drawn."""

import datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from committees.models import (
    AgendaItem,
    Attendee,
    Committee,
    Meeting,
    Membership,
    Person,
)
from iad.demo.content import bytes_of, dated, office_day, read, read_all
from iad.demo.register import department
from iad.thai.dates import be_year

BESIDE_THE_COLUMNS = {
    "key",
    "days_from_today",
    "begins",
    "ends",
    "attendees",
    "agenda",
    "documents",
}


def load_record(today: datetime.date) -> None:
    """Committees with their seats and meetings; one that is there is left alone, whole."""
    for row in read("committees.toml")["committees"]:
        if not Committee.objects.filter(slug=row["slug"]).exists():
            sittings = Sittings(_appoint(row))
            for meeting in read_all(f"meetings/{row['slug']}"):
                sittings.hold(meeting, today)


def sample_meetings() -> list[Meeting]:
    """Those that the sample news reports, oldest first."""
    meetings = Meeting.objects.filter(committee__slug="asean-capitals")
    return list(meetings.order_by("starts_at", "pk"))


class Sittings:
    """The meetings of one committee as they follow one another."""

    def __init__(self, committee: Committee):
        self.committee = committee
        self.meeting: Meeting | None = None
        self.items: dict[str, AgendaItem] = {}  # by the keys of the sample, for what follows up

    def hold(self, row: dict, today: datetime.date) -> None:
        """So many days from today, numbered anew in each Buddhist year."""
        day = office_day(today + datetime.timedelta(days=row["days_from_today"]))
        facts = {"before": self.meeting.reference if self.meeting else ""}
        before, self.meeting = self.meeting, self._convene(row, day)
        if before and self.meeting.status == Meeting.Status.HELD:
            before.certified_at, before.minutes_state = self.meeting, Meeting.Minutes.CERTIFIED
            before.save(update_fields=["certified_at", "minutes_state"])
        for order, line in enumerate(row["attendees"], start=1):
            self._call(order, line)
        for order, line in enumerate(row["agenda"], start=1):
            self._discuss(order, line, day, facts)
        for order, paper in enumerate(row.get("documents", []), start=1):
            self._file(order, paper)

    def _convene(self, row: dict, day: datetime.date) -> Meeting:
        columns = {name: value for name, value in row.items() if name not in BESIDE_THE_COLUMNS}
        return Meeting.objects.create(
            committee=self.committee,
            number=self._next_number(be_year(day)),
            be_year=be_year(day),
            starts_at=timezone.make_aware(datetime.datetime.combine(day, row["begins"])),
            ends_at=timezone.make_aware(datetime.datetime.combine(day, row["ends"])),
            **columns,
        )

    def _next_number(self, year: int) -> int:
        last = self.meeting
        return last.number + 1 if last and last.be_year == year else 1

    def _call(self, order: int, line: dict) -> None:
        """A line of the roll; ``seat`` and ``instead_of`` name a seat by its Thai position."""
        seat = self._seat(line.pop("seat", None))
        absent = self._seat(line.pop("instead_of", None))
        if "department" in line:
            line["department"] = department(line["department"])
        if seat:
            line = _as_seated(seat, line) | line
        if absent:
            line |= {"substitute_for": absent, "department": absent.department}
        Attendee.objects.create(meeting=self.meeting, order=order, **line)

    def _seat(self, position: str | None) -> Membership | None:
        seats = self.committee.memberships.current()
        return seats.get(position_th=position) if position else None

    def _discuss(self, order: int, line: dict, day: datetime.date, facts: dict) -> None:
        key, follows = line.pop("key", None), self.items.get(line.pop("follows", None))
        resolutions = line.pop("resolutions", [])
        item = AgendaItem.objects.create(
            meeting=self.meeting, order=order, follows=follows, **dated(line, day, **facts)
        )
        if key:
            self.items[key] = item
        for place, row in enumerate(resolutions, start=1):
            tasks = row.pop("assignments", [])
            resolution = item.resolutions.create(order=place, **dated(row, day, **facts))
            for task in tasks:
                resolution.assignments.create(**_assignment(task, day))

    def _file(self, order: int, row: dict) -> None:
        item, paper = self.items.get(row.pop("item", None)), row.pop("paper")
        file = ContentFile(bytes_of(f"papers/{paper}"), name=paper)
        self.meeting.documents.create(item=item, order=order, file=file, **row)


def _appoint(row: dict) -> Committee:
    beside = {name: row.get(name) for name in ("seats", "parent", "secretariat")}
    columns = {name: value for name, value in row.items() if name not in beside}
    committee = Committee.objects.create(
        parent=Committee.objects.filter(slug=beside["parent"]).first(),
        secretariat=department(beside["secretariat"]),
        **columns,
    )
    for order, seat in enumerate(beside["seats"], start=1):
        Membership.objects.create(committee=committee, order=order, **_membership(seat))
    return committee


def _membership(row: dict) -> dict:
    """A seat with its holder looked up; held by office where the sample names nobody."""
    return row | {
        "department": department(row["department"]) if "department" in row else None,
        "person": _person(row["person"]) if "person" in row else None,
    }


def _person(key: str) -> Person:
    row = read("people.toml")[key]
    return Person.objects.get_or_create(name_th=row["name_th"], defaults=row)[0]


def _as_seated(seat: Membership, line: dict) -> dict:
    """Whoever holds a seat comes in its position; without a name, the department came."""
    is_named = seat.person or line.get("presence") == Attendee.Presence.ABSENT
    position = {"position_th": seat.position_th, "position_en": seat.position_en}
    return (position if is_named else {}) | {
        "membership": seat,
        "person": seat.person,
        "department": seat.department,
        "capacity": seat.role,
    }


def _assignment(row: dict, day: datetime.date) -> dict:
    due_on = office_day(day + datetime.timedelta(days=row.pop("due_after_days")))
    return row | {"department": department(row["department"]), "due_on": due_on}
