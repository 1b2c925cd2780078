"""The record for machines, in schema.org's terms: Event, GovernmentOrganization, Person. Pure."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Committee, Department, Meeting, Membership, Person
from iad.bilingual import passage
from iad.linked_data import (
    Absolute,
    Crumb,
    Picture,
    Thing,
    Told,
    card_at,
    filled,
    names_of,
    office,
)

SCHEMA = "https://schema.org/"
STATUSES = {
    Meeting.Status.PLANNED: "EventScheduled",
    Meeting.Status.HELD: "EventScheduled",  # schema.org has no word for what is over
    Meeting.Status.POSTPONED: "EventPostponed",
    Meeting.Status.CANCELLED: "EventCancelled",
}
MODES = {
    Meeting.Mode.IN_PERSON: "OfflineEventAttendanceMode",
    Meeting.Mode.ONLINE: "OnlineEventAttendanceMode",
    Meeting.Mode.HYBRID: "MixedEventAttendanceMode",
}


def list_page(title: str, address: str) -> Told:
    return Told(title, (Crumb(title, address),))


def month_page(name: str, address: str, of_all: str) -> Told:
    """The calendar of one month, under the list of all meetings."""
    title = _("Meetings in %(name)s") % {"name": name}
    return Told(title, (Crumb(_("Meetings"), of_all), Crumb(name, address)))


def meeting_page(meeting: Meeting, absolute: Absolute) -> Told:
    summary = passage(meeting, "summary").text
    card = card_at(absolute(_under(meeting, "meeting-card")), str(meeting))
    return Told(str(meeting), _steps_to(meeting), (event(meeting, absolute),), summary, card)


def minutes_page(meeting: Meeting) -> Told:
    """The minutes stand beside the page of their meeting, which tells the rest."""
    title = f"{_('Minutes')}: {meeting}"
    own = Crumb(_("Minutes"), _under(meeting, "minutes"))
    return Told(title, (*_steps_to(meeting), own))


def _under(meeting: Meeting, name: str) -> str:
    """What stands under the address of a meeting."""
    return reverse(
        f"committees:{name}", args=[meeting.committee.slug, meeting.be_year, meeting.number]
    )


def _steps_to(meeting: Meeting) -> tuple[Crumb, ...]:
    committee = meeting.committee
    named = _("Meeting %(reference)s") % {"reference": meeting.reference}
    return (
        Crumb(_("Committees"), reverse("committees:committees")),
        Crumb(passage(committee, "name").text, committee.get_absolute_url()),
        Crumb(named, meeting.get_absolute_url()),
    )


def event(meeting: Meeting, absolute: Absolute) -> Thing:
    """A date without an hour where none is stated; the online address stays inside."""
    return filled(
        {
            "@type": "Event",
            "@id": f"{absolute(meeting.get_absolute_url())}#meeting",
            "name": str(meeting),
            "url": absolute(meeting.get_absolute_url()),
            "description": passage(meeting, "summary").text,
            "startDate": _moment(meeting.starts_at, meeting),
            "endDate": meeting.ends_at and _moment(meeting.ends_at, meeting),
            "eventStatus": SCHEMA + STATUSES[meeting.status],
            "eventAttendanceMode": SCHEMA + MODES[meeting.mode],
            "location": list(_places(meeting)),
            "organizer": organization(meeting.committee, absolute),
        }
    )


def _moment(at: datetime, meeting: Meeting) -> str:
    local = timezone.localtime(at)
    return (local if meeting.time_is_stated else local.date()).isoformat()


def _places(meeting: Meeting) -> Iterable[Thing]:
    venue = passage(meeting, "venue").text
    if venue and meeting.mode != Meeting.Mode.ONLINE:
        yield {"@type": "Place", "name": venue}
    if meeting.mode != Meeting.Mode.IN_PERSON:
        yield {"@type": "VirtualLocation", "name": _("online")}


def organization(record: Committee | Department, absolute: Absolute) -> Thing:
    """As others name it: a committee or a department."""
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{absolute(record.get_absolute_url())}#organization",
        "name": passage(record, "name").text,
        "url": absolute(record.get_absolute_url()),
    }


def committee_page(committee: Committee, members: Iterable[Membership], absolute: Absolute) -> Told:
    parent = committee.parent
    mandate = passage(committee, "mandate").text
    thing = organization(committee, absolute) | {
        **names_of(committee, "short_name"),
        "description": mandate,
        "foundingDate": committee.established_on and committee.established_on.isoformat(),
        "dissolutionDate": committee.dissolved_on and committee.dissolved_on.isoformat(),
        "parentOrganization": organization(parent, absolute) if parent else office(absolute),
        "member": [_member(seat, absolute) for seat in members],
    }
    title = passage(committee, "name").text
    crumbs = (
        Crumb(_("Committees"), reverse("committees:committees")),
        Crumb(title, committee.get_absolute_url()),
    )
    return Told(title, crumbs, (filled(thing),), mandate)


def _member(seat: Membership, absolute: Absolute) -> Thing:
    """Who holds the seat and as what; a seat may be held by an office, with nobody named."""
    if seat.person:
        holder = human(seat.person, absolute)
    elif seat.department:
        holder = organization(seat.department, absolute)
    else:
        holder = {"@type": "Organization", "name": passage(seat, "position").text}
    return {"@type": "OrganizationRole", "roleName": seat.get_role_display(), "member": holder}


def department_page(
    department: Department, parts: Iterable[Department], absolute: Absolute
) -> Told:
    parent = department.parent
    thing = organization(department, absolute) | {
        **names_of(department, "short_name"),
        "dissolutionDate": department.closed_on and department.closed_on.isoformat(),
        "parentOrganization": organization(parent, absolute) if parent else None,
        "subOrganization": [organization(part, absolute) for part in parts],
    }
    title = passage(department, "name").text
    crumbs = (
        Crumb(_("Departments"), reverse("committees:departments")),
        Crumb(title, department.get_absolute_url()),
    )
    return Told(title, crumbs, (filled(thing),))


def person_page(person: Person, seats: Iterable[Membership], absolute: Absolute) -> Told:
    portrait = portrait_of(person, absolute)
    thing = human(person, absolute) | {
        "alternateName": names_of(person)["alternateName"],
        "image": portrait and portrait.address,
        "memberOf": [
            {
                "@type": "OrganizationRole",
                "roleName": seat.get_role_display(),
                "memberOf": organization(seat.committee, absolute),
            }
            for seat in seats
        ],
    }
    crumbs = (
        Crumb(_("Committees"), reverse("committees:committees")),
        Crumb(person.full_name, person.get_absolute_url()),
    )
    return Told(person.full_name, crumbs, (filled(thing),), picture=portrait)


def human(person: Person, absolute: Absolute) -> Thing:
    name = passage(person, "name")
    return filled(
        {
            "@type": "Person",
            "@id": f"{absolute(person.get_absolute_url())}#person",
            "name": name.text,
            "honorificPrefix": getattr(person, f"prefix_{name.language}"),
            "url": absolute(person.get_absolute_url()),
        }
    )


def portrait_of(person: Person, absolute: Absolute) -> Picture | None:
    if not person.photo:
        return None
    photo = person.photo
    return Picture(
        absolute(photo.url), photo.width, photo.height, photo.media_type, person.full_name
    )
