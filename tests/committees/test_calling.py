"""A pasted roster is shown first, and taken over on a click."""

import pytest
from django.db import IntegrityError, transaction

from committees.models import Attendee, Person
from tests.committees.test_roll_desk import address, desk, log_of, meeting, seat
from tests.factories import make_department, make_person

pytestmark = pytest.mark.django_db
__all__ = ["desk", "meeting"]  # fixtures

BOSS = "ผู้อำนวยการสำนักอนามัย"


def read(desk, meeting, text):
    """The page of confirmation, and what a browser would send back of it."""
    page = desk.post(address(meeting, "roster"), {"text": text})
    data = {"text": text, "_take_over": "1"}
    for form in page.context["shown"].forms:
        data |= {field.html_name: field.value() or "" for field in form}
    return data


def take_over(desk, meeting, data):
    return desk.post(address(meeting, "roster"), data)


def test_nothing_is_stored_before_the_click(desk, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", BOSS)
    read(desk, meeting, "ผู้ไม่มาประชุม\nนายหนึ่ง ใจดี\nผู้เข้าร่วมประชุม\nนายแขก ใหม่")
    assert list(meeting.attendees.all()) == [line]
    assert not log_of(meeting)


def test_a_roster_is_taken_over_in_one_act(desk, meeting):
    chair = seat(meeting, "หัวหน้า ใหญ่", "ปลัด", role="chair")
    line, other = seat(meeting, "หนึ่ง ใจดี", BOSS), seat(meeting, "สอง ใจดี", "นิติกร")
    department = make_department(name_th="สำนักการแพทย์")
    text = (
        f"ผู้มาประชุม\n1. นายหัวหน้า ใหญ่\n2. นายมาแทน ดี  รองผู้อำนวยการ  แทน {BOSS}\n"
        "ผู้ไม่มาประชุม\n1. นายสอง ใจดี  นิติกร  ติดราชการ\nผู้เข้าร่วมประชุม\n1. สำนักการแพทย์\n2. นายแขก ใหม่"
    )
    people = Person.objects.count()
    assert take_over(desk, meeting, read(desk, meeting, text)).status_code == 302
    for row in (chair, line, other):
        row.refresh_from_db()
    assert chair.presence == "present"
    assert (line.shown_name, line.position_th) == ("นายมาแทน ดี", "รองผู้อำนวยการ")
    assert line.substitute_for == line.membership
    assert (other.presence, other.reason_th) == ("absent", "ติดราชการ")
    assert meeting.attendees.get(department=department).capacity == "participant"
    assert meeting.attendees.get(name_th="นายแขก ใหม่").capacity == "participant"
    assert Person.objects.count() == people
    assert len(log_of(meeting)) == 1


def test_somebody_new_is_an_internal_guest(desk, meeting):
    known = make_person(prefix_th="นาง", name_th="รู้จัก กัน")
    take_over(desk, meeting, read(desk, meeting, "นายแขก ใหม่  นิติกร\nนางรู้จัก กัน"))
    assert not meeting.attendees.filter(is_public=True).exists()
    assert set(meeting.attendees.values_list("capacity", flat=True)) == {"guest"}
    assert meeting.attendees.filter(person=known).exists()


@pytest.mark.parametrize(
    ("ticked", "presence"), [({}, "present"), ({"others_are_absent": "on"}, "absent")]
)
def test_seats_not_named_stay_unless_they_are_said_to_be_absent(desk, meeting, ticked, presence):
    seat(meeting, "หนึ่ง ใจดี", BOSS)
    other = seat(meeting, "สอง ใจดี", "นิติกร")
    take_over(desk, meeting, read(desk, meeting, "นายหนึ่ง ใจดี") | ticked)
    other.refresh_from_db()
    assert other.presence == presence


def test_what_is_unsure_must_be_chosen(desk, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", BOSS)
    data = read(desk, meeting, f"นายใหม่ มา  {BOSS}")
    assert take_over(desk, meeting, data).status_code == 200
    take_over(desk, meeting, data | {"line-1-act": "substitute"})
    line.refresh_from_db()
    assert (line.presence, line.shown_name) == ("substitute", "นายใหม่ มา")


def test_two_lines_do_not_take_one_seat(desk, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", BOSS)
    data = read(desk, meeting, "นายหนึ่ง ใจดี\nนายสอง ใหม่")
    data |= {"line-2-act": "substitute", "line-2-seat": line.pk}
    assert take_over(desk, meeting, data).status_code == 200
    line.refresh_from_db()
    assert line.shown_name == "นายหนึ่ง ใจดี"


@pytest.mark.parametrize(
    "forged",
    [
        {"line-2-act": "dance"},
        {"line-2-seat": "9" * 30},
        {"line-2-seat": "x\x00"},
        {"text": "ก" * 60_001},
    ],
)
def test_forged_answers_are_refused(desk, meeting, forged):
    seat(meeting, "หนึ่ง ใจดี", BOSS)
    data = read(desk, meeting, "ผู้ไม่มาประชุม\nนายหนึ่ง ใจดี")
    assert take_over(desk, meeting, data | forged).status_code == 200
    assert Attendee.objects.get().presence == "present"


def test_a_seat_of_another_meeting_is_no_choice(desk, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", BOSS)
    elsewhere = seat(
        type(meeting).objects.create(
            committee=meeting.committee, number=2, be_year=2563, starts_at=meeting.starts_at
        ),
        "สาม ใจดี",
    )
    data = read(desk, meeting, "ผู้ไม่มาประชุม\nนายหนึ่ง ใจดี")
    assert take_over(desk, meeting, data | {"line-2-seat": elsewhere.pk}).status_code == 200
    assert not Attendee.objects.filter(presence="absent").exists()
    assert line.pk != elsewhere.pk


def test_the_database_keeps_a_certified_roll(meeting):
    line = seat(meeting, "หนึ่ง ใจดี", BOSS)
    type(meeting).objects.filter(pk=meeting.pk).update(minutes_state="certified")
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendee.objects.filter(pk=line.pk).update(presence="absent")
