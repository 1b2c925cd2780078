"""Sample committees: their terms and seats, and the sections of their own agenda."""

from committees.models import Committee, Membership, Person, Section
from iad.demo.content import read
from iad.demo.register import department

BESIDE_THE_COLUMNS = ("seats", "terms", "headings", "parent", "secretariat")


def appoint(sample: dict) -> Committee:
    """A committee with everybody who sits on it; a term holds the seats that begin within it."""
    beside = {name: sample.get(name) for name in BESIDE_THE_COLUMNS}
    columns = {name: value for name, value in sample.items() if name not in beside}
    committee = Committee.objects.create(
        parent=Committee.objects.filter(slug=beside["parent"]).first(),
        secretariat=department(beside["secretariat"]),
        **columns,
    )
    for heading in beside["headings"] or ():
        purpose = Section[heading.pop("purpose").upper()]
        committee.headings.create(purpose=purpose, **heading)
    for term in beside["terms"] or ():
        committee.terms.create(**term)
    seats: dict[str, Membership] = {}  # by the keys of the sample, for whoever replaces
    for order, row in enumerate(beside["seats"], start=1):
        key, replaces = row.pop("key", None), row.pop("replaces", None)
        seat = Membership.objects.create(
            committee=committee,
            order=order,
            term=committee.terms.filter(starts_on__lte=row["starts_on"]).first(),
            replaces=seats[replaces] if replaces else None,
            **_membership(row),
        )
        if key:
            seats[key] = seat
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
