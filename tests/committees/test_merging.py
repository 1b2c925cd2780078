"""Two entries of one person: merged, undone, told apart; what was written stays."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from committees.calling import people_by_name
from committees.merging import ABOUT_ENTRIES, conflicts, merge, references, tell_apart, undo
from committees.minutes.reading import read_meeting_record
from committees.models import Attendee, Meeting, Membership, Merging, Person
from committees.registering import known_register
from tests.factories import (
    make_attendee,
    make_committee,
    make_meeting,
    make_membership,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    return make_person(prefix_th="นาย", name_th="กิตติ สุขสวัสดิ์")


@pytest.fixture
def duplicate():
    return make_person(prefix_th="ดร.", name_th="กิติ สุขสวัสดิ์", name_en="Kitti Suksawat")


@pytest.fixture
def by():
    return make_user("administrator")


def certified_with(person, **fields):
    line = make_attendee(person=person, name_th=f"{person.prefix_th}{person.name_th}", **fields)
    Meeting.objects.filter(pk=line.meeting_id).update(minutes_state="certified")
    line.refresh_from_db()
    return line


def test_every_column_that_names_a_person_is_found():
    names = {str(field) for field in references()}

    assert {
        "committees.Membership.person",
        "committees.Attendee.person",
        "committees.Person.merged_into",
    } <= names
    assert not any(field.model in ABOUT_ENTRIES for field in references())


def test_seats_and_attendances_go_over_to_the_kept_entry(kept, duplicate, by):
    seat = make_membership(person=duplicate)
    line = make_attendee(person=duplicate, membership=seat)
    stand_in = make_attendee(substitute_for=seat, presence="substitute")
    own = make_attendee(person=kept)

    assert merge(duplicate, into=kept, by=by) is True

    duplicate.refresh_from_db()
    assert duplicate.merged_into == kept
    assert list(kept.memberships.all()) == [seat]
    assert set(kept.attendances.all()) == {line, own}
    stand_in.refresh_from_db()
    assert stand_in.substitute_for.person == kept


def test_merging_twice_is_merging_once(kept, duplicate, by):
    assert [merge(duplicate, into=kept, by=by) for _time in range(2)] == [True, False]
    assert Merging.objects.count() == 1
    assert LogEntry.objects.filter(user=by).count() == 2


def test_the_log_of_both_says_what_was_done_and_undone(kept, duplicate, by):
    make_membership(person=duplicate)
    merge(duplicate, into=kept, by=by)
    undo(Merging.objects.get(), by=by)

    said = {
        int(entry.object_id): entry.get_change_message()
        for entry in LogEntry.objects.order_by("action_time", "pk")
        if "1" in entry.get_change_message()
    }
    assert kept.full_name in said[duplicate.pk]
    assert duplicate.full_name in said[kept.pk]
    assert LogEntry.objects.count() == 4


def test_an_entry_is_not_merged_into_itself(kept, by):
    with pytest.raises(ValidationError):
        merge(kept, into=kept, by=by)


def test_certified_minutes_say_what_they_said_and_count_for_the_kept_entry(kept, duplicate, by):
    line = certified_with(duplicate)
    before = read_meeting_record(line.meeting, public=False)

    merge(duplicate, into=kept, by=by)

    assert read_meeting_record(line.meeting, public=False) == before
    assert list(kept.attendances.all()) == [line]
    line.refresh_from_db()
    assert line.name_th == "ดร.กิติ สุขสวัสดิ์"
    undo(Merging.objects.get(), by=by)
    assert list(duplicate.attendances.all()) == [line]


def test_certified_minutes_that_take_the_name_from_the_register_forbid_it(kept, duplicate, by):
    line = make_attendee(person=duplicate)
    Meeting.objects.filter(pk=line.meeting_id).update(minutes_state="certified")

    with pytest.raises(ValidationError, match=line.meeting.reference):
        merge(duplicate, into=kept, by=by)
    assert merge(kept, into=duplicate, by=by)


@pytest.mark.parametrize(("position", "is_merged"), [("", False), ("ผู้อำนวยการกอง", True)])
def test_in_whose_place_somebody_came_stays_as_certified(kept, duplicate, by, position, is_merged):
    seat = make_membership(person=duplicate, position_th=position)
    line = make_attendee(substitute_for=seat, presence="substitute", name_th="ผู้แทน")
    Meeting.objects.filter(pk=line.meeting_id).update(minutes_state="certified")
    before = read_meeting_record(line.meeting, public=False)

    assert bool(conflicts(duplicate, kept).unwritten) is not is_merged
    if is_merged:
        merge(duplicate, into=kept, by=by)

    assert read_meeting_record(line.meeting, public=False) == before


def test_certified_rolls_follow_no_one_else(kept, duplicate, by):
    line = certified_with(duplicate)
    merge(duplicate, into=kept, by=by)
    ways = [
        {"person": make_person()},
        {"person": None},
        {"person": duplicate},  # merged: nobody attends under it
    ]
    for way in ways:
        with pytest.raises(IntegrityError), transaction.atomic():
            Attendee.objects.filter(pk=line.pk).update(**way)


def test_a_merged_entry_takes_in_nobody_and_is_merged_no_further(kept, duplicate, by):
    merge(duplicate, into=kept, by=by)

    for one, other in ((make_person(), duplicate), (duplicate, make_person())):
        with pytest.raises(ValidationError, match=kept.name_th):
            merge(one, into=other, by=by)
    with pytest.raises(ValidationError):
        merge(kept, into=duplicate, by=by)


def test_two_on_one_roll_are_not_merged(kept, duplicate, by):
    meeting = make_meeting()
    for person in (kept, duplicate):
        make_attendee(meeting=meeting, person=person)

    assert conflicts(duplicate, kept).meetings == [meeting]
    with pytest.raises(ValidationError, match=meeting.reference):
        merge(duplicate, into=kept, by=by, both_seats=True)
    assert not Merging.objects.exists()


def test_seats_at_one_time_on_one_committee_need_a_word(kept, duplicate, by):
    committee = make_committee()
    make_membership(committee=committee, person=kept, ends_on=date(2020, 12, 31))
    make_membership(committee=committee, person=duplicate, starts_on=date(2020, 12, 31))

    with pytest.raises(ValidationError, match=committee.name_th):
        merge(duplicate, into=kept, by=by)
    assert merge(duplicate, into=kept, by=by, both_seats=True)
    assert Membership.objects.filter(person=kept).count() == 2


def test_seats_one_after_the_other_are_no_conflict(kept, duplicate, by):
    committee = make_committee()
    make_membership(committee=committee, person=kept, ends_on=date(2020, 12, 31))
    make_membership(committee=committee, person=duplicate, starts_on=date(2021, 1, 1))

    assert merge(duplicate, into=kept, by=by)


def test_the_desk_no_longer_offers_it_but_knows_its_spelling(kept, duplicate, by):
    merge(duplicate, into=kept, by=by)

    assert list(Person.objects.kept()) == [kept]
    assert people_by_name()["กิติสุขสวัสดิ์"] == [kept]
    entry = next(one for one in known_register().people if one.name == kept.name_th)
    assert entry.others == ("กิติ สุขสวัสดิ์",)
    assert duplicate.name_th not in {one.name for one in known_register().people}


def test_the_kept_entry_is_not_deleted_under_its_forward(kept, duplicate, by):
    merge(duplicate, into=kept, by=by)

    with pytest.raises(IntegrityError):
        kept.delete()


def test_people_told_apart_are_told_apart_once(kept, duplicate, by):
    assert tell_apart(kept, duplicate, by=by) is True
    assert tell_apart(duplicate, kept, by=by) is False
    assert LogEntry.objects.count() == 2
    with pytest.raises(ValidationError):
        tell_apart(kept, kept, by=by)
