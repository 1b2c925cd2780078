"""Sample committees and meetings: the record from which news, minutes and follow-up are drawn."""

import datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from committees.calling import name_in
from committees.carrying import carry_matters_arising
from committees.models import (
    AgendaItem,
    Assignment,
    Attendee,
    Committee,
    Meeting,
    Membership,
    Progress,
)
from committees.seating import preset_roll
from iad.bilingual import LANGUAGES
from iad.demo.content import bytes_of, dated, office_day, read, read_all
from iad.demo.register import department
from iad.demo.seats import appoint
from iad.thai.dates import be_year

BESIDE_THE_COLUMNS = {
    "key",
    "days_from_today",
    "begins",
    "ends",
    "attendees",
    "agenda",
    "documents",
    "reports",
    "certified_after_days",
}


def load_record(today: datetime.date) -> None:
    """Committees with their seats and meetings; one that is there is left alone, whole."""
    for row in read("committees.toml")["committees"]:
        if not Committee.objects.filter(slug=row["slug"]).exists():
            sittings = Sittings(appoint(row))
            for meeting in read_all(f"meetings/{row['slug']}"):
                sittings.hold(meeting, today)
            sittings.certify()


def sample_meetings() -> list[Meeting]:
    """Those that the sample news reports, oldest first."""
    meetings = Meeting.objects.filter(committee__slug="asean-capitals")
    return list(meetings.order_by("starts_at", "pk"))


class Sittings:
    """The meetings of one committee as they follow one another."""

    def __init__(self, committee: Committee):
        self.committee = committee
        self.meeting: Meeting | None = None
        # By the keys of the sample, for what follows up.
        self.items: dict[str, AgendaItem] = {}
        self.tasks: dict[str, Assignment] = {}
        self.certified: dict[int, dict] = {}  # how, by the key of the meeting

    def hold(self, row: dict, today: datetime.date) -> None:
        """So many days from today, numbered anew in each Buddhist year."""
        day = office_day(today + datetime.timedelta(days=row["days_from_today"]))
        facts = {"before": self.meeting.reference if self.meeting else ""}
        before, self.meeting = self.meeting, self._convene(row, day)
        if days := row.get("certified_after_days"):
            self.certified[self.meeting.pk] = {"certified_on": day + datetime.timedelta(days=days)}
        if before and before.minutes_state == "none" and self.meeting.status == "held":
            here = {"certified_at": self.meeting, "certified_on": day}
            self.certified.setdefault(before.pk, here)
        for order, line in enumerate(row["attendees"], start=1):
            self._call(order, line)
        for order, line in enumerate(row["agenda"], start=1):
            self._discuss(order, line, day, facts)
        for order, paper in enumerate(row.get("documents", []), start=1):
            self._file(order, paper)
        for report in row.get("reports", []):
            self._report(report, day)
        if self.meeting.status == Meeting.Status.PLANNED:
            preset_roll(self.meeting)
            carry_matters_arising(self.meeting)

    def certify(self) -> None:
        """Last of all: certified minutes take no further line. The names are kept in them."""
        for pk, columns in self.certified.items():
            lines = Attendee.objects.filter(meeting=pk, person__isnull=False)
            for line in lines.select_related("person"):
                for language in LANGUAGES:
                    setattr(line, f"name_{language}", name_in(language, line.person))
                line.save()
            state = {"minutes_state": Meeting.Minutes.CERTIFIED}
            Meeting.objects.filter(pk=pk).update(**state, **columns)

    def _convene(self, row: dict, day: datetime.date) -> Meeting:
        columns = {name: value for name, value in row.items() if name not in BESIDE_THE_COLUMNS}
        meeting = Meeting.objects.create(
            committee=self.committee,
            number=self._next_number(be_year(day)),
            be_year=be_year(day),
            starts_at=timezone.make_aware(datetime.datetime.combine(day, row["begins"])),
            ends_at=timezone.make_aware(datetime.datetime.combine(day, row["ends"])),
            **columns,
        )
        for one in self.committee.headings.values("number", "purpose", "title_th", "title_en"):
            meeting.headings.create(**one)
        return meeting

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
                named = task.pop("key", None)
                assignment = resolution.assignments.create(**_assignment(task, day))
                if named:
                    self.tasks[named] = assignment

    def _report(self, row: dict, day: datetime.date) -> None:
        """What became of an assignment: heard at this meeting, or told so many days after it."""
        task, days = self.tasks[row.pop("of")], row.pop("days_after", None)
        at = self.meeting if days is None else None
        on = day + datetime.timedelta(days=days or 0)
        Progress.objects.create(assignment=task, on=on, reported_in=at, **row)

    def _file(self, order: int, row: dict) -> None:
        item, paper = self.items.get(row.pop("item", None)), row.pop("paper")
        file = ContentFile(bytes_of(f"papers/{paper}"), name=paper)
        self.meeting.documents.create(item=item, order=order, file=file, **row)


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
