"""What a text would make of the record: who of the register it may mean, what is recorded already.

Nothing is decided here and nothing is written: what is sure is offered first, what may be is
offered, and a person chooses.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from committees.calling import key_of_name, name_in, people_by_name
from committees.models import Attendee, Committee, Department, Meeting, Membership, Person
from committees.reading.reader import read_report
from committees.reading.register import Register
from committees.reading.report import Found, MeetingReport
from committees.roster_matching import departments_by_name, key_of_office
from iad.bilingual import LANGUAGES, columns, passage
from iad.thai.likeness import Likeness, Names
from iad.thai.text import squeeze

MOST_ALIKE = 5  # offered beside one name
SPEAKS_OF_A_MEETING = ("ประชุม", "meeting", "Meeting", "MEETING")


@dataclass(frozen=True)
class Likely:
    """Whom of the register a name may mean."""

    exact: tuple[Person, ...] = ()
    alike: tuple[Person, ...] = ()

    def __iter__(self):
        return iter((*self.exact, *self.alike))


class People:
    """The register of people by name, read once for all names of a text."""

    def __init__(self):
        self._by_key = people_by_name()

    def likely(self, name: str) -> Likely:
        if not name:
            return Likely()
        exact = self._by_key.get(key_of_name(name), [])
        near = (self._bearers[at] for at, _how in self._names.like(name, weakest=Likeness.WEAK))
        alike = dict.fromkeys(person for person in near if person not in exact)
        return Likely(tuple(exact), tuple(alike)[:MOST_ALIKE])

    @cached_property
    def _names(self) -> Names:
        """With prefixes: a woman may have married."""
        return Names([name for _person, name in self._spellings])

    @cached_property
    def _bearers(self) -> list[Person]:
        return [person for person, _name in self._spellings]

    @cached_property
    def _spellings(self) -> list[tuple[Person, str]]:
        everybody = dict.fromkeys(one for bearers in self._by_key.values() for one in bearers)
        spelled = ((one, name_in(language, one)) for one in everybody for language in LANGUAGES)
        return [(one, name) for one, name in spelled if name]

    def posts_of(self, people: Iterable[Person]) -> dict[int, str]:
        """By key, what tells people of one name apart: a post of theirs, the latest known."""
        keys = {person.pk for person in people}
        posts: dict[int, str] = {}
        if not keys:
            return posts
        seats = Membership.objects.filter(person__in=keys).order_by("starts_on", "pk")
        lines = Attendee.objects.filter(person__in=keys).order_by("meeting__starts_at", "pk")
        for row in (*seats, *lines):
            if post := passage(row, "position").text:
                posts[row.person_id] = post
        return posts


class Offices:
    """Committees and departments by every name they go or went by, each read once."""

    @cached_property
    def committees(self) -> list[Committee]:
        return list(Committee.objects.alphabetical())

    @cached_property
    def departments(self) -> list[Department]:
        return list(Department.objects.alphabetical())

    @cached_property
    def _committees_by_name(self) -> dict[str, Committee]:
        named = {}
        for one in self.committees:
            for column in (*columns("short_name"), *columns("name")):
                named.setdefault(squeeze(getattr(one, column) or ""), one)
        named.pop("", None)
        return named

    @cached_property
    def _departments_by_name(self) -> dict[str, int]:
        return departments_by_name(self.departments)

    def committee(self, *names: str | None) -> Committee | None:
        found = (self._committees_by_name.get(squeeze(name)) for name in names if name)
        return next(filter(None, found), None)

    def department(self, *names: str | None) -> int | None:
        found = (self._departments_by_name.get(key_of_office(name)) for name in names if name)
        return next(filter(None, found), None)


def names_of(found: Found | None) -> tuple[str | None, ...]:
    """As the register has it, else as written."""
    return (found.known, found.value) if found else ()


# --- what is recorded already -----------------------------------------------------------------


def recorded_as(committee: Committee, number: int, be_year: int) -> Meeting | None:
    meetings = Meeting.objects.with_committee()
    return meetings.filter(committee=committee, number=number, be_year=be_year).first()


def recorded_on(committee: Committee, day: date) -> Meeting | None:
    """A meeting of the committee on that day, under whatever number."""
    begins = timezone.make_aware(datetime.combine(day, time.min))
    there = Meeting.objects.with_committee().filter(committee=committee)
    return there.filter(starts_at__gte=begins, starts_at__lt=begins + timedelta(days=1)).first()


# --- the short of it --------------------------------------------------------------------------


@dataclass(frozen=True)
class ToldOf:
    """The meeting that a text tells of, in short, and the record of it where there is one."""

    report: MeetingReport
    meeting: Meeting | None

    @property
    def committee(self) -> str:
        return self.report.committee.value if self.report.committee else ""

    @property
    def reference(self) -> str:
        """1/2563, or the number alone; empty where none is stated."""
        parts = (self.report.number, self.report.be_year)
        return "/".join(str(one.value) for one in parts if one)

    @property
    def day(self) -> date | None:
        return self.report.date_start and self.report.date_start.value


def told_of(text: str, register: Register) -> ToldOf | None:
    """None where it tells of no meeting."""
    if not any(word in text for word in SPEAKS_OF_A_MEETING):
        return None
    report = read_report(text, register)
    if not report.is_meeting:
        return None
    committee = Offices().committee(*names_of(report.committee)) if report.committee else None
    number, be_year = report.number, report.be_year
    meeting = None
    if committee and number and be_year and str(number.value).isdecimal():
        meeting = recorded_as(committee, int(number.value), be_year.value)
    return ToldOf(report, meeting)
