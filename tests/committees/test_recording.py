"""A meeting that a text told of, recorded as a whole or not at all."""

import threading
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.utils import timezone

from committees.models import (
    AgendaItem,
    Assignment,
    Attendee,
    Committee,
    Department,
    Meeting,
    Person,
    Resolution,
)
from committees.recording import NumberTakenError, record_meeting
from committees.told import Asked, NewCommittee, Present, Represented, Told
from tests.committees.planning_rows import at
from tests.factories import (
    make_committee,
    make_department,
    make_meeting,
    make_membership,
    make_person,
    make_standing_heading,
    make_user,
)

pytestmark = pytest.mark.django_db


def told(committee=None, **said) -> Told:
    facts = {"number": 1, "be_year": 2563, "starts_at": at(2020, 2, 14), "time_is_stated": False}
    return Told(committee or make_committee(), **facts | said)


def record(committee=None, **said) -> Meeting:
    return record_meeting(told(committee, **said), by=make_user("secretary"))


def rows() -> dict[str, int]:
    models = [*apps.get_app_config("committees").get_models(), LogEntry]
    return {model._meta.label: model.objects.count() for model in models}


def chair(name="นายสมนึก แก้วใส", **said) -> Present:
    return Present(name, "ที่ปรึกษาของผู้ว่าราชการกรุงเทพมหานคร", "chair", **said)


def test_facts_stand_in_the_language_they_are_written_in():
    meeting = record(venue="ห้องสุทัศน์", people=(Present("Mr. Somchai Deedee", "Deputy", "member"),))

    line = meeting.attendees.get()
    assert (meeting.venue_th, meeting.venue_en) == ("ห้องสุทัศน์", None)
    assert (line.name_en, line.position_en, line.name_th) == ("Mr. Somchai Deedee", "Deputy", None)


def test_a_day_that_is_past_was_held_and_one_to_come_is_planned():
    assert record().status == "held"
    assert record(starts_at=timezone.now() + timedelta(days=9)).status == "planned"


def test_the_chair_stands_first_and_all_others_as_the_text_names_them():
    meeting = record(
        people=(Present("นายข", "", "guest"), chair()), departments=(Represented("สำนักเกินจริง"),)
    )

    lines = [(one.order, str(one), one.capacity) for one in meeting.attendees.all()]
    assert lines == [
        (1, "นายสมนึก แก้วใส", "chair"),
        (2, "นายข", "guest"),
        (3, "สำนักเกินจริง", "participant"),
    ]


def test_guests_are_internal_and_officials_are_named():
    meeting = record(people=(chair(), Present("นายข คง", "", "guest")))

    assert [one.is_public for one in meeting.attendees.all()] == [True, False]


def test_a_member_comes_in_the_seat_held_that_day():
    committee = make_committee()
    seat = make_membership(committee=committee, person=make_person(), role="member")
    past = make_membership(committee=committee, person=make_person(), ends_on=date(2019, 1, 1))
    office = make_membership(committee=committee, department=make_department(), role="secretary")

    meeting = record(
        committee,
        people=tuple(Present("", "รองปลัด", "member", one.person) for one in (seat, past)),
        departments=(Represented("สำนัก", office.department),),
    )

    lines = [(one.membership, one.capacity) for one in meeting.attendees.all()]
    assert lines == [(seat, "member"), (None, "member"), (office, "secretary")]


def test_whose_place_was_taken_is_the_seat_or_is_said_in_words():
    committee = make_committee()
    seat = make_membership(committee=committee, position_th="ปลัดกรุงเทพมหานคร")
    people = (
        Present("นายก ก", "รองปลัด", "member", instead_of="ปลัด กรุงเทพมหานคร"),
        Present("นายข ข", "หัวหน้ากลุ่ม", "member", instead_of="ผู้อำนวยการกอง"),
    )

    first, second = record(committee, people=people).attendees.all()

    assert (first.presence, first.substitute_for, first.position_th) == (
        "substitute",
        seat,
        "รองปลัด",
    )
    assert (second.presence, second.substitute_for) == ("substitute", None)
    assert second.position_th == "หัวหน้ากลุ่ม แทนผู้อำนวยการกอง"


def test_who_and_what_is_new_joins_the_register():
    new = NewCommittee("คณะทำงานเมืองใหม่", "new-town")

    meeting = record(
        new,
        people=(chair("ผศ.ดร.สมนึก แก้วใส", is_new=True),),
        departments=(Represented("สำนักเมืองใหม่", is_new=True),),
        assignments=(Asked("จัดทำแผน", named=("สำนัก เมืองใหม่",), due_on=date(2020, 3, 1)),),
    )

    person, department = Person.objects.get(), Department.objects.get()
    assert (person.prefix_th, person.name_th) == ("ผศ.ดร.", "สมนึก แก้วใส")
    assert meeting.committee == Committee.objects.get(slug="new-town")
    assert {one.person or one.department for one in meeting.attendees.all()} == {person, department}
    assigned = Assignment.objects.get()
    assert (assigned.department, assigned.due_on) == (department, date(2020, 3, 1))
    assert LogEntry.objects.filter(object_repr=str(person)).exists()


def test_assignments_hang_on_one_item_that_says_where_they_come_from():
    committee = make_committee()
    make_standing_heading(committee=committee, number=1, purpose=5)
    make_standing_heading(committee=committee, number=7, purpose=6)
    first, second = make_department(), make_department()

    meeting = record(
        committee,
        assignments=(Asked("จัดทำแผน", (first, second)), Asked("รายงานผล", (second,))),
    )

    item = AgendaItem.objects.get()
    assert (item.meeting, item.section) == (meeting, 7)
    assert item.title_th == "การมอบหมายตามที่ปรากฏในข่าวการประชุม"
    words = list(Resolution.objects.values_list("kind", "text_th"))
    assert words[1] == ("assigned", f"มอบหมาย{second.name_th} รายงานผล")
    asked = [(one.department, one.task_th) for one in Assignment.objects.all()]
    assert asked == [(first, "จัดทำแผน"), (second, "จัดทำแผน"), (second, "รายงานผล")]
    assert meeting.headings.count() == 2


def test_the_log_has_one_line_of_the_meeting():
    by = make_user("secretary")

    meeting = record_meeting(told(people=(chair(), Present("นายข", "", "guest"))), by=by)

    (line,) = LogEntry.objects.filter(user=by)
    assert (line.object_id, line.is_addition()) == (str(meeting.pk), True)


@pytest.mark.parametrize("state", ["none", "certified"])
def test_a_number_that_is_taken_is_never_taken_twice(state):
    committee = make_committee()
    there = make_meeting(committee=committee, number=1, be_year=2563, minutes_state=state)
    before = rows()

    with pytest.raises(NumberTakenError, match="1/2563") as refused:
        record(committee, people=(chair(is_new=True),))

    assert refused.value.meeting == there
    assert rows() == before


def twice() -> tuple[Present, ...]:
    return (Present("", "", "member", make_person()),) * 2


REFUSED = {
    "two chairs": lambda: {"people": (chair("นายก ก"), chair("นายข ข"))},
    "a person twice": lambda: {"people": twice()},
    "a new person twice": lambda: {
        "people": (chair(is_new=True), chair("นาย สมนึก แก้วใส", is_new=True))
    },
    "nobody": lambda: {"people": (Present("", "", "member"),)},
    "an assignment to nobody known": lambda: {"assignments": (Asked("ทำ", named=("สำนักใด",)),)},
    "the year 2020": lambda: {"be_year": 2020},
    "a name too long": lambda: {"people": (Present("ก" * 201, "", "member"),)},
}


@pytest.mark.parametrize("said", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_leaves_nothing_behind(said):
    wrong, committee = said(), make_committee()
    before = rows()

    with pytest.raises(ValidationError):
        record(committee, departments=(Represented("สำนักใหม่", is_new=True),), **wrong)

    assert rows() == before


def test_an_address_taken_meanwhile_is_refused_in_words():
    make_committee(slug="asean")

    with pytest.raises(ValidationError) as refused:
        record(NewCommittee("คณะกรรมการอื่น", "asean"))

    assert "slug" in refused.value.message_dict


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    "sqlite" in connection.vendor,
    reason="SQLite lets one writer in at a time, and no race begins",
)
def test_of_those_who_record_the_same_meeting_at_once_one_does_and_all_others_are_told():
    committee = make_committee()
    start, answers = threading.Barrier(4), []

    def press(by):
        start.wait()
        try:
            answers.append(record_meeting(told(committee, people=(chair(is_new=True),)), by=by))
        except (ValidationError, IntegrityError) as refused:
            answers.append(refused)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=press, args=[make_user("secretary")]) for _person in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    kinds = sorted(type(answer).__name__ for answer in answers)
    assert kinds == ["Meeting", *["NumberTakenError"] * 3]
    assert (Meeting.objects.count(), Person.objects.count(), Attendee.objects.count()) == (1, 1, 1)
