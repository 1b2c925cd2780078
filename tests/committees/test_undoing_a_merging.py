"""A merging undone gives back exactly what was moved, once."""

import pytest
from django.core.exceptions import ValidationError

from committees.merging import merge, references, undo
from committees.models import Attendee, Meeting, Merging, Person
from tests.factories import (
    make_attendee,
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


def holders() -> dict[str, set]:
    """Who is named by every row of the record."""
    return {
        str(field): set(field.model._base_manager.values_list("pk", field.attname))
        for field in references()
    }


def test_minutes_certified_in_between_do_not_hinder_undoing(kept, duplicate, by):
    line = make_attendee(person=duplicate, capacity="secretary")
    make_attendee(meeting=line.meeting, capacity="chair")
    merge(duplicate, into=kept, by=by)
    line.meeting.refresh_from_db()
    line = Attendee.objects.get(pk=line.pk)
    line.name_th = kept.full_name  # as certification copies it
    line.save()
    Meeting.objects.filter(pk=line.meeting_id).update(minutes_state="certified")

    assert undo(Merging.objects.get(), by=by) == (1, 0)

    line.refresh_from_db()
    assert (line.person, line.name_th) == (duplicate, kept.full_name)


def test_undoing_gives_back_exactly_what_was_moved(kept, duplicate, by):
    make_membership(person=kept)
    make_membership(person=duplicate)
    make_attendee(person=kept)
    make_attendee(person=duplicate)
    certified_with(duplicate)
    certified_with(kept)
    before = holders()

    merge(duplicate, into=kept, by=by)
    assert holders() != before
    added = make_attendee(person=kept)
    assert undo(Merging.objects.get(), by=by) == (3, 0)

    after = holders()
    after["committees.Attendee.person"].remove((added.pk, kept.pk))
    assert after == before
    assert Merging.objects.in_force().count() == 0


def test_undoing_twice_is_undoing_once(kept, duplicate, by):
    make_membership(person=duplicate)
    merge(duplicate, into=kept, by=by)
    merging = Merging.objects.get()

    assert undo(merging, by=by) == (1, 0)
    assert undo(merging, by=by) is None


def test_what_was_changed_meanwhile_stays_and_is_counted(kept, duplicate, by):
    moved, gone, changed = (make_attendee(person=duplicate) for _row in range(3))
    merge(duplicate, into=kept, by=by)
    gone.delete()
    Attendee.objects.filter(pk=changed.pk).update(person=make_person())

    assert undo(Merging.objects.get(), by=by) == (1, 2)
    assert list(duplicate.attendances.all()) == [moved]


def test_an_undone_merging_may_be_done_again(kept, duplicate, by):
    merge(duplicate, into=kept, by=by)
    undo(Merging.objects.get(), by=by)

    assert merge(kept, into=duplicate, by=by)


def test_a_missing_name_is_filled_in_and_taken_out_again(kept, duplicate, by):
    merge(duplicate, into=kept, by=by)
    kept.refresh_from_db()
    assert (kept.name_th, kept.name_en) == ("กิตติ สุขสวัสดิ์", "Kitti Suksawat")

    undo(Merging.objects.get(), by=by)
    kept.refresh_from_db()
    assert not kept.name_en


def test_a_name_corrected_meanwhile_stays(kept, duplicate, by):
    merge(duplicate, into=kept, by=by)
    Person.objects.filter(pk=kept.pk).update(name_en="Kitti Sooksawat")

    undo(Merging.objects.get(), by=by)

    kept.refresh_from_db()
    assert kept.name_en == "Kitti Sooksawat"


def test_forwards_lead_to_the_last_entry_in_one_step_and_back(kept, duplicate, by):
    third = make_person()
    seat = make_membership(person=duplicate)
    merge(duplicate, into=kept, by=by)
    merge(kept, into=third, by=by)
    first, second = Merging.objects.order_by("pk")

    duplicate.refresh_from_db()
    assert duplicate.merged_into == third
    with pytest.raises(ValidationError, match=third.name_th):
        undo(first, by=by)
    undo(second, by=by)
    duplicate.refresh_from_db()
    assert duplicate.merged_into == kept
    undo(first, by=by)
    seat.refresh_from_db()
    assert seat.person == duplicate
