"""Committees, seats, people and departments as open data, in the words of Popolo. Pure.

https://www.popoloproject.com/specs/: Organization, Membership and Person; what Popolo has no word
for bears the portal's own.
"""

from committees.models import Committee, Department, Membership, Person
from committees.models.term import Term
from iad.bilingual import LANGUAGES
from iad.open_data import absolute, addresses, bilingual, day


def committee(record: Committee) -> dict:
    """Popolo Organization; the terms come prefetched."""
    return {
        "id": record.pk,
        "slug": record.slug,
        "url": addresses(record),
        "classification": record.kind,
        "name": bilingual(record, "name"),
        "short_name": bilingual(record, "short_name"),
        "description": bilingual(record, "mandate"),
        "parent_id": record.parent_id,
        "secretariat_id": record.secretariat_id,
        "order_ref": record.order_ref or None,
        "founding_date": day(record.established_on),
        "dissolution_date": day(record.dissolved_on),
        "terms": [term(one) for one in record.terms.all()],
    }


def term(record: Term) -> dict:
    return {
        "order_ref": record.order_ref or None,
        "ordered_on": day(record.ordered_on),
        "start_date": day(record.starts_on),
        "end_date": day(record.ends_on),
    }


def membership(record: Membership) -> dict:
    """Popolo Membership; a seat may be held by office, with nobody named."""
    return {
        "id": record.pk,
        "organization_id": record.committee_id,
        "person_id": record.person_id,
        "on_behalf_of_id": record.department_id,
        "role": record.role,
        "rank": record.order,
        "post": bilingual(record, "position"),
        "start_date": day(record.starts_on),
        "end_date": day(record.ends_on),
        "replaces_id": record.replaces_id,
        "term": term(record.term) if record.term else None,
    }


def person(record: Person) -> dict:
    """Popolo Person. No contact details: the portal keeps none."""
    return {
        "id": record.pk,
        "url": addresses(record),
        "honorific_prefix": bilingual(record, "prefix"),
        "name": bilingual(record, "name"),
        "image": absolute(record.photo.url) if record.photo else None,
    }


def department(record: Department) -> dict:
    """Popolo Organization."""
    return {
        "id": record.pk,
        "url": addresses(record),
        "name": bilingual(record, "name"),
        "short_name": bilingual(record, "short_name"),
        "other_names": (record.aliases or "").splitlines(),
        "parent_id": record.parent_id,
        "dissolution_date": day(record.closed_on),
    }


def full_name(record: Person) -> dict[str, str | None]:
    """With its prefix: นายวัลลภ glued in Thai, Mr. Wallop apart."""
    prefix, name = bilingual(record, "prefix"), bilingual(record, "name")
    glue = {"th": "", "en": " "}
    return {
        one: name[one] and glue[one].join(filter(None, (prefix[one], name[one])))
        for one in LANGUAGES
    }
