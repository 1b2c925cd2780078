"""Committees and who sits on them (Popolo)."""

from typing import Literal

from django.db.models import Q, QuerySet
from django.utils import timezone

from committees import popolo
from committees.models import Committee, Membership
from iad.api.asked import Asked, Key, Language, Slug, Words, found
from iad.api.resource import Resource, Watched
from iad.api.schemas import Addresses, Bilingual, Day, Reference, Strict
from iad.bilingual import filled

Kind = Literal["committee", "subcommittee", "working_group"]
Role = Literal["chair", "vice_chair", "adviser", "member", "secretary", "assistant_secretary"]
OF_TERM = "SELECT id FROM committees_membership WHERE term_id = {row}.id"


class Term(Strict):
    """The seats that one order of appointment fills."""

    order_ref: str | None
    ordered_on: Day | None
    start_date: Day
    end_date: Day | None


class CommitteeRecord(Strict):
    """Popolo Organization; `secretariat_id` names a department."""

    id: int
    slug: str
    url: Addresses
    classification: Kind
    name: Bilingual
    short_name: Bilingual
    description: Bilingual
    parent_id: Reference
    secretariat_id: Reference
    order_ref: str | None
    founding_date: Day | None
    dissolution_date: Day | None
    terms: list[Term]


class MembershipRecord(Strict):
    """Popolo Membership: a seat; `person_id` is null where it is held by office."""

    id: int
    organization_id: int
    person_id: Reference
    on_behalf_of_id: Reference
    role: Role
    rank: int
    post: Bilingual
    start_date: Day | None
    end_date: Day | None
    replaces_id: Reference
    term: Term | None


class CommitteesAsked(Asked):
    kind: Kind | None = None
    department: Key | None = None
    language: Language | None = None
    q: Words | None = None


class MembershipsAsked(Asked):
    committee: Slug | None = None
    person: Key | None = None
    department: Key | None = None
    role: Role | None = None
    current: bool | None = None


def narrow_committees(rows: QuerySet, asked: CommitteesAsked) -> QuerySet:
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.department:
        rows = rows.filter(secretariat=asked.department)
    if asked.language:
        rows = rows.filter(filled(f"name_{asked.language}"))
    return found(rows, "committee", asked.q)


def narrow_memberships(rows: QuerySet, asked: MembershipsAsked) -> QuerySet:
    if asked.committee:
        rows = rows.filter(committee__slug=asked.committee)
    if asked.person:
        rows = rows.filter(person=asked.person)
    if asked.department:
        rows = rows.filter(department=asked.department)
    if asked.role:
        rows = rows.filter(role=asked.role)
    if asked.current is True:
        rows = rows.current()
    if asked.current is False:
        today = timezone.localdate()
        rows = rows.filter(Q(starts_on__gt=today) | Q(ends_on__lt=today))
    return rows


COMMITTEES = Resource(
    name="committees",
    kind="committee",
    model=Committee,
    public=lambda: Committee.objects.public().prefetch_related("terms"),
    write=lambda rows: map(popolo.committee, rows),
    schema=CommitteeRecord,
    filters=CommitteesAsked,
    narrow=narrow_committees,
    watched=(
        Watched("committees_committee"),
        Watched("committees_term", "SELECT {row}.committee_id AS id"),
    ),
    about="Committees, subcommittees and working groups with their terms",
    standard="Popolo",
)
MEMBERSHIPS = Resource(
    name="memberships",
    kind="membership",
    model=Membership,
    public=lambda: Membership.objects.public().select_related("term"),
    write=lambda rows: map(popolo.membership, rows),
    schema=MembershipRecord,
    filters=MembershipsAsked,
    narrow=narrow_memberships,
    watched=(Watched("committees_membership"), Watched("committees_term", OF_TERM)),
    about="Seats on committees: who held which, from when until when",
    standard="Popolo",
)
