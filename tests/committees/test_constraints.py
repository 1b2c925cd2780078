"""What the database itself refuses, whoever writes: a case for every constraint of the record."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from committees.models import (
    Attendee,
    Department,
    Distinction,
    Meeting,
    Membership,
    Merging,
    Person,
)
from tests.factories import (
    make_agenda_heading,
    make_assignment,
    make_attendee,
    make_committee,
    make_department,
    make_document,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_progress,
    make_resolution,
    make_standing_heading,
    make_term,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()
BEFORE, AFTER = date(2020, 1, 1), date(2021, 1, 1)


def nobody(**fields):
    return Membership.objects.create(committee=make_committee(), **fields)


def forward_to(kept):
    return make_person(merged_into=kept)


def lead_away(person):
    Person.objects.filter(pk=person.pk).update(merged_into=make_person())


def lead_on(kept):
    forward_to(kept)
    lead_away(kept)


def own_forward(person):
    Person.objects.filter(pk=person.pk).update(merged_into=person)


def merging(duplicate, kept):
    return Merging.objects.create(duplicate=duplicate, kept=kept)


def second_chair():
    meeting = make_meeting()
    make_attendee(meeting=meeting, capacity="chair")
    make_attendee(meeting=meeting, capacity="chair")


def same_person_twice():
    meeting, person = make_meeting(), make_person()
    make_attendee(meeting=meeting, person=person)
    make_attendee(meeting=meeting, person=person)


def same_number_twice():
    meeting = make_meeting(number=1, be_year=2563)
    make_meeting(committee=meeting.committee, number=1, be_year=2563)


def same_department_twice():
    make_department(name_th="สำนักอนามัย")
    make_department(name_th="สำนักอนามัย")


def own_parent(make):
    row = make()
    row.parent = row
    row.save()


def own_follower():
    item = make_item()
    item.follows = item
    item.save()


def certified_at_itself():
    meeting = make_meeting(minutes_state="circulated")
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified", certified_at=meeting.pk)


def own_successor():
    seat = make_membership()
    seat.replaces = seat
    seat.save()


def same_matter_twice():
    old, meeting = make_item(), make_meeting()
    make_item(meeting=meeting, follows=old)
    make_item(meeting=meeting, follows=old)


def same_term_twice():
    term = make_term()
    make_term(committee=term.committee, starts_on=term.starts_on)


def same_section_twice():
    heading = make_agenda_heading()
    make_agenda_heading(meeting=heading.meeting, number=heading.number)


def same_standing_section_twice():
    heading = make_standing_heading()
    make_standing_heading(committee=heading.committee, number=heading.number)


REFUSED = {
    "department_name_is_used_once": same_department_twice,
    "department_has_a_thai_name": lambda: make_department(name_th=""),
    "department_has_a_thai_name (missing)": lambda: Department.objects.create(name_en="Health"),
    "department_is_not_part_of_itself": lambda: own_parent(make_department),
    "person_has_a_name": lambda: make_person(name_th="", name_en=""),
    "person_is_not_merged_into_itself": lambda: own_forward(make_person()),
    "merged_entry_leads_to_a_kept_one (in one step)": lambda: forward_to(forward_to(make_person())),
    "merged_entry_leads_to_a_kept_one (who is led to)": lambda: lead_on(make_person()),
    "merged_entry_leads_to_a_kept_one (with a seat)": lambda: lead_away(make_membership().person),
    "merged_entry_leads_to_a_kept_one (on a roll)": lambda: lead_away(make_attendee().person),
    "merged_entry_is_nobody (with a seat)": lambda: make_membership(
        person=forward_to(make_person())
    ),
    "merged_entry_is_nobody (on a roll)": lambda: make_attendee(person=forward_to(make_person())),
    "merged_entry_is_nobody (moved)": lambda: Membership.objects.filter(
        pk=make_membership().pk
    ).update(person=forward_to(make_person())),
    "merging_is_of_two_entries": lambda: merging(one := make_person(), one),
    "merging_happens_once": lambda: merging(
        merging(make_person(), make_person()).duplicate, make_person()
    ),
    "distinction_names_the_earlier_entry_first": lambda: Distinction.objects.create(
        second=make_person(), first=make_person()
    ),
    "distinction_is_said_once": lambda: [
        Distinction.objects.create(first=first, second=second)
        for first, second in [(make_person(), make_person())] * 2
    ],
    "committee_has_a_thai_name": lambda: make_committee(name_th=""),
    "committee_kind_is_known": lambda: make_committee(kind="club"),
    "committee_is_dissolved_after_it_is_established": lambda: make_committee(
        established_on=AFTER, dissolved_on=BEFORE
    ),
    "committee_is_not_under_itself": lambda: own_parent(make_committee),
    "membership_names_a_holder": nobody,
    "membership_role_is_known": lambda: make_membership(role="mascot"),
    "membership_ends_after_it_starts": lambda: make_membership(starts_on=AFTER, ends_on=BEFORE),
    "membership_does_not_replace_itself": own_successor,
    "term_starts_once_a_day": same_term_twice,
    "term_ends_after_it_starts": lambda: make_term(starts_on=AFTER, ends_on=BEFORE),
    "agendaheading_number_is_one_to_twelve": lambda: make_agenda_heading(number=13),
    "agendaheading_purpose_is_known": lambda: make_agenda_heading(purpose=7),
    "agendaheading_number_is_used_once": same_section_twice,
    "standingheading_number_is_one_to_twelve": lambda: make_standing_heading(number=0),
    "standingheading_purpose_is_known": lambda: make_standing_heading(purpose=7),
    "standingheading_number_is_used_once": same_standing_section_twice,
    "progress_status_is_known": lambda: make_progress(status="forgotten"),
    "meeting_number_is_used_once": same_number_twice,
    "meeting_number_counts_from_one": lambda: make_meeting(number=0),
    "meeting_year_is_buddhist_era": lambda: make_meeting(be_year=2020),
    "meeting_year_is_buddhist_era (far)": lambda: make_meeting(be_year=3106),
    "meeting_words_are_known": lambda: make_meeting(status="rumoured"),
    "meeting_words_are_known (access)": lambda: make_meeting(access="secret"),
    "meeting_ends_after_it_starts": lambda: make_meeting(
        starts_at=NOW, ends_at=NOW - timedelta(hours=1)
    ),
    "meeting_has_minutes_only_when_held": lambda: make_meeting(
        status="planned", minutes_state="draft"
    ),
    "meeting_is_certified_on_a_day_when_certified": lambda: make_meeting(certified_on=AFTER),
    "meeting_is_certified_by_another": certified_at_itself,
    "meeting_is_certified_by_another (too early)": lambda: make_meeting(
        minutes_state="draft", certified_at=make_meeting()
    ),
    "attendee_is_somebody": lambda: Attendee.objects.create(meeting=make_meeting()),
    "attendee_is_listed_once": same_person_twice,
    "attendee_one_chair_a_meeting": second_chair,
    "attendee_words_are_known": lambda: make_attendee(capacity="mascot"),
    "attendee_only_substitutes_stand_in": lambda: make_attendee(
        presence="present", substitute_for=make_membership()
    ),
    "agendaitem_section_is_one_to_twelve": lambda: make_item(section=13),
    "agendaitem_follows_a_matter_once_a_meeting": same_matter_twice,
    "agendaitem_access_is_known": lambda: make_item(access="secret"),
    "agendaitem_has_a_title": lambda: make_item(title_th=""),
    "agendaitem_does_not_follow_itself": own_follower,
    "resolution_kind_is_known": lambda: make_resolution(kind="shouted"),
    "resolution_has_a_text": lambda: make_resolution(text_th=""),
    "assignment_status_is_known": lambda: make_assignment(status="forgotten"),
    "assignment_has_a_task": lambda: make_assignment(task_th=""),
    "document_words_are_known": lambda: make_document(kind="secret"),
    "document_has_a_title": lambda: make_document(title_th=""),
}
# SQLite names the columns of a broken unique constraint, not the constraint.
COLUMNS = {
    "merging_happens_once": "committees_merging.duplicate_id",
    "distinction_is_said_once": "committees_distinction.first_id",
    "agendaitem_follows_a_matter_once_a_meeting": "agendaitem.meeting_id",
    "term_starts_once_a_day": "term.committee_id",
    "agendaheading_number_is_used_once": "agendaheading.meeting_id",
    "standingheading_number_is_used_once": "standingheading.committee_id",
    "membership_does_not_replace_itself": "membership.replaces_id",
    "department_name_is_used_once": "department.name_th",
    "meeting_number_is_used_once": "meeting.committee_id",
    "attendee_is_listed_once": "attendee.meeting_id, committees_attendee.person_id",
    "attendee_one_chair_a_meeting": "attendee.meeting_id",
}


@pytest.mark.parametrize("refusal", REFUSED)
def test_the_database_refuses(refusal):
    name = refusal.split(" ")[0]
    words = "|".join(filter(None, [name, COLUMNS.get(name)]))

    with pytest.raises(IntegrityError, match=words), transaction.atomic():
        REFUSED[refusal]()


def test_every_constraint_of_the_record_is_tried():
    named = {
        constraint.name.removeprefix("committees_")
        for model in apps.get_app_config("committees").get_models()
        for constraint in model._meta.constraints
    }

    assert named <= {refusal.split(" ")[0] for refusal in REFUSED}


def test_a_seat_may_be_held_by_office_with_nobody_named():
    seat = make_membership(position_th="ผู้อำนวยการสำนักอนามัย", person=None)

    assert seat.holder == "ผู้อำนวยการสำนักอนามัย"


def test_an_attendee_may_be_a_department_with_nobody_named():
    attendee = make_attendee(department=make_department(name_th="สำนักการโยธา"), person=None)

    assert attendee.is_department
    assert attendee.shown_name == "สำนักการโยธา"


def test_an_absent_chair_leaves_room_for_the_one_who_presides():
    meeting = make_meeting()
    make_attendee(meeting=meeting, capacity="chair", presence="absent")
    presiding = make_attendee(meeting=meeting, capacity="chair")

    assert presiding in meeting.attendees.present()


def test_the_position_of_that_day_stays_when_the_person_rises():
    person = make_person()
    seat = make_membership(person=person, position_th="รองปลัดกรุงเทพมหานคร")
    attendee = make_attendee(person=person, membership=seat, position_th=seat.position_th)

    seat.position_th = "ปลัดกรุงเทพมหานคร"
    seat.save()

    attendee.refresh_from_db()
    assert attendee.position_th == "รองปลัดกรุงเทพมหานคร"


@pytest.mark.parametrize("part", ["person", "department"])
def test_whoever_attended_is_not_deleted(part):
    holder = {"person": make_person, "department": make_department}[part]()
    make_attendee(**{"person": None, part: holder})

    with pytest.raises(ProtectedError):
        holder.delete()
