"""The register: people and departments (Popolo)."""

from django.db.models import QuerySet

from committees import popolo
from committees.models import Department, Membership, Person
from iad.api.asked import Asked, Key, Language, Slug, Words, found
from iad.api.resource import Resource, Watched
from iad.api.schemas import Address, Addresses, Bilingual, Day, Reference, Strict
from iad.bilingual import filled

OF_MEETING = "SELECT person_id AS id FROM committees_attendee WHERE meeting_id = {row}.id"


class PersonRecord(Strict):
    """Popolo Person: officials acting in office. No contact details are kept."""

    id: int
    url: Addresses
    honorific_prefix: Bilingual
    name: Bilingual
    image: Address | None


class DepartmentRecord(Strict):
    """Popolo Organization: an office of the city."""

    id: int
    url: Addresses
    name: Bilingual
    short_name: Bilingual
    other_names: list[str]
    parent_id: Reference
    dissolution_date: Day | None


class PeopleAsked(Asked):
    committee: Slug | None = None
    language: Language | None = None
    q: Words | None = None


class DepartmentsAsked(Asked):
    parent: Key | None = None
    language: Language | None = None
    q: Words | None = None


def narrow_people(rows: QuerySet, asked: PeopleAsked) -> QuerySet:
    if asked.committee:
        seats = Membership.objects.public().filter(committee__slug=asked.committee)
        rows = rows.filter(pk__in=seats.order_by().values("person"))
    if asked.language:
        rows = rows.filter(filled(f"name_{asked.language}"))
    return found(rows, "person", asked.q)


def narrow_departments(rows: QuerySet, asked: DepartmentsAsked) -> QuerySet:
    if asked.parent:
        rows = rows.filter(parent=asked.parent)
    if asked.language:
        rows = rows.filter(filled(f"name_{asked.language}"))
    return found(rows, "department", asked.q)


PEOPLE = Resource(
    name="people",
    kind="person",
    model=Person,
    public=Person.objects.public,
    write=lambda rows: map(popolo.person, rows),
    schema=PersonRecord,
    filters=PeopleAsked,
    narrow=narrow_people,
    watched=(
        Watched("committees_person"),
        Watched("committees_membership", "SELECT {row}.person_id AS id"),
        Watched("committees_attendee", "SELECT {row}.person_id AS id"),
        Watched("committees_meeting", OF_MEETING),
    ),
    about="Officials named in the open record",
    standard="Popolo",
)
DEPARTMENTS = Resource(
    name="departments",
    kind="department",
    model=Department,
    public=Department.objects.public,
    write=lambda rows: map(popolo.department, rows),
    schema=DepartmentRecord,
    filters=DepartmentsAsked,
    narrow=narrow_departments,
    watched=(Watched("committees_department"),),
    about="Departments of the city",
    standard="Popolo",
)
