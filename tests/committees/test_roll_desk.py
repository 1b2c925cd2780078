"""The roll call at the desk: everyone came, until a secretary says otherwise."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from committees.models import Attendee, Person
from tests.factories import (
    make_attendee,
    make_committee,
    make_department,
    make_meeting,
    make_membership,
    make_person,
    make_user,
)
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_meeting(committee=make_committee(slug="asean"), number=1)


@pytest.fixture
def desk(client):
    client.force_login(make_user("secretary"))
    return client


def seat(meeting, name, position="ผู้อำนวยการ", role="member", **fields):
    """A seat of the committee, and its holder's line on the roll."""
    person = make_person(prefix_th="นาย", name_th=name)
    membership = make_membership(
        committee=meeting.committee, person=person, role=role, position_th=position
    )
    return make_attendee(
        meeting=meeting,
        membership=membership,
        person=person,
        position_th=position,
        capacity=role,
        **fields,
    )


def address(meeting, screen="roll"):
    return reverse(f"admin:committees_meeting_{screen}", args=[meeting.pk])


def opened(desk, meeting, screen="roll"):
    """What a browser would send back of the page as it stands."""
    forms = desk.get(address(meeting, screen)).context["forms"]
    data = {"sequence": forms.sequence}
    for form in [*forms.lines, forms.add]:
        for field in form:
            if field.value() not in (None, False, ""):
                data[field.html_name] = field.value()
    return data


def log_of(meeting):
    return LogEntry.objects.filter(content_type__model="meeting", object_id=str(meeting.pk))


def save(desk, meeting, data):
    return desk.post(address(meeting), data)


def test_a_page_saved_as_it_is_changes_nothing(desk, meeting):
    seat(meeting, "หนึ่ง ใจดี", order=1)
    make_attendee(meeting=meeting, name_th="แขก", person=None, capacity="guest", order=2)
    before = list(Attendee.objects.order_by("pk").values())
    save(desk, meeting, opened(desk, meeting))
    assert list(Attendee.objects.order_by("pk").values()) == before
    assert not log_of(meeting)


def test_absence_is_said_with_its_reason_and_logged_once(desk, meeting):
    line, other = seat(meeting, "หนึ่ง ใจดี", order=1), seat(meeting, "สอง ใจดี", order=2)
    data = opened(desk, meeting)
    for one in (line, other):
        data |= {f"line-{one.pk}-presence": "absent", f"line-{one.pk}-reason_th": "ติดราชการ"}
    assert save(desk, meeting, data).status_code == 302
    line.refresh_from_db()
    assert (line.presence, line.reason_th) == ("absent", "ติดราชการ")
    assert len(log_of(meeting)) == 1


def test_a_substitute_takes_the_line_and_the_holder_stays_known(desk, client, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", order=1)
    came = make_person(prefix_th="นาง", name_th="มาแทน ดีงาม")
    data = opened(desk, meeting) | {
        f"line-{line.pk}-presence": "substitute",
        f"line-{line.pk}-came_th": "นาง มาแทน   ดีงาม",
        f"line-{line.pk}-came_position_th": "รองผู้อำนวยการ",
    }
    save(desk, meeting, data)
    line.refresh_from_db()
    assert (line.person, line.substitute_for) == (came, line.membership)
    assert (line.position_th, line.name_th) == ("รองผู้อำนวยการ", None)
    page = said(page_of(client, meeting.get_absolute_url()))
    assert "มาแทน ดีงาม" in page
    assert "หนึ่ง ใจดี" in page


def test_the_holder_has_the_line_again_when_the_substitute_is_taken_back(desk, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", order=1)
    data = opened(desk, meeting)
    key = f"line-{line.pk}"
    save(desk, meeting, data | {f"{key}-presence": "substitute", f"{key}-came_th": "นายใหม่ มา"})
    line.refresh_from_db()
    assert (line.shown_name, line.person) == ("นายใหม่ มา", None)
    assert Person.objects.count() == 1
    save(desk, meeting, opened(desk, meeting) | {f"{key}-presence": "present"})
    line.refresh_from_db()
    assert line.person == line.membership.person
    assert (line.position_th, line.name_th, line.substitute_for) == ("ผู้อำนวยการ", None, None)


def test_of_two_people_of_one_name_the_secretary_chooses(desk, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", order=1)
    first, second = make_person(name_th="ซ้ำ กัน"), make_person(name_th="ซ้ำ กัน")
    key = f"line-{line.pk}"
    data = opened(desk, meeting) | {f"{key}-presence": "substitute", f"{key}-came_th": "ซ้ำ กัน"}
    page = save(desk, meeting, data)
    assert f'name="{key}-which"' in page.content.decode()
    assert save(desk, meeting, data | {f"{key}-which": "99999999999999999999"}).status_code == 200
    save(desk, meeting, data | {f"{key}-which": str(second.pk)})
    line.refresh_from_db()
    assert line.person == second != first


@pytest.mark.parametrize(
    "typed",
    [
        {"reason_th": "ติดราชการ"},
        {"came_th": "นายใหม่ มา"},
        {"presence": "substitute"},
        {"presence": "dancing"},
        {"place": "0"},
        {"place": "9" * 400},
        {"capacity": "king"},
        {"presence": "absent", "reason_th": "ก\x00ข"},
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(desk, meeting, typed):
    line = seat(meeting, "หนึ่ง ใจดี", order=1)
    data = opened(desk, meeting) | {f"line-{line.pk}-{name}": it for name, it in typed.items()}
    page = save(desk, meeting, data)
    assert page.status_code == 200
    assert page.context["forms"].errors
    assert Attendee.objects.get().presence == "present"


@pytest.mark.parametrize("data", [{}, {"sequence": "x,-1,๑," + "9" * 50}, {"sequence": "1,1"}])
def test_a_post_without_the_page_writes_nothing(desk, meeting, data):
    seat(meeting, "หนึ่ง ใจดี")
    assert save(desk, meeting, data).status_code in (200, 302)
    assert Attendee.objects.get().presence == "present"


def test_two_chairs_are_refused_with_their_names_and_the_vice_chair_may_preside(desk, meeting):
    chair = seat(meeting, "ประธาน คนแรก", role="chair", order=1)
    vice = seat(meeting, "รอง คนที่สอง", role="vice_chair", order=2)
    data = opened(desk, meeting) | {f"line-{vice.pk}-capacity": "chair"}
    refused = save(desk, meeting, data)
    assert "รอง คนที่สอง" in " ".join(refused.context["forms"].errors)
    save(desk, meeting, data | {f"line-{chair.pk}-presence": "absent"})
    vice.refresh_from_db()
    assert vice.capacity == "chair"


def test_two_lines_may_change_places_as_chair(desk, meeting):
    chair = seat(meeting, "ประธาน คนแรก", role="chair", order=1)
    vice = seat(meeting, "รอง คนที่สอง", role="vice_chair", order=2)
    swapped = {f"line-{vice.pk}-capacity": "chair", f"line-{chair.pk}-capacity": "vice_chair"}
    save(desk, meeting, opened(desk, meeting) | swapped)
    assert Attendee.objects.get(capacity="chair") == vice


def test_an_absent_chair_is_pointed_out(desk, meeting):
    seat(meeting, "ประธาน คนแรก", role="chair", presence="absent")
    assert desk.get(address(meeting)).context["said_of_chair"]


@pytest.mark.parametrize(("moved", "to", "order"), [(4, "๒", [1, 4, 2, 3]), (1, "3", [2, 3, 1, 4])])
def test_a_line_goes_where_its_number_says(desk, meeting, moved, to, order):
    lines = {n: seat(meeting, f"คนที่{n} ใจดี", order=n) for n in range(1, 5)}
    data = opened(desk, meeting) | {f"line-{lines[moved].pk}-place": to}
    save(desk, meeting, data)
    stored = list(meeting.attendees.order_by("order").values_list("pk", flat=True))
    assert stored == [lines[n].pk for n in order]


def test_a_guest_is_added_internal_and_stays_off_the_public_page(desk, client, meeting):
    seat(meeting, "หนึ่ง ใจดี", order=1)
    save(desk, meeting, opened(desk, meeting) | {"new-name_th": "นายแขก ลับ"})
    guest = meeting.attendees.get(capacity="guest")
    assert (guest.is_public, guest.order) == (False, 2)
    assert "แขก ลับ" not in said(page_of(client, meeting.get_absolute_url()))
    save(desk, meeting, opened(desk, meeting) | {f"line-{guest.pk}-is_public": "on"})
    assert "แขก ลับ" in said(page_of(client, meeting.get_absolute_url()))


def test_a_line_that_becomes_a_guest_is_closed_with_it(desk, meeting):
    line = make_attendee(meeting=meeting, name_th="ผู้ร่วมงาน", person=None, order=1)
    save(desk, meeting, opened(desk, meeting) | {f"line-{line.pk}-capacity": "guest"})

    line.refresh_from_db()
    assert (line.capacity, line.is_public) == ("guest", False)


def test_a_department_comes_without_a_named_person(desk, meeting):
    department = make_department(name_th="สำนักอนามัย")
    added = {"new-department": department.pk, "new-capacity": "participant"}
    save(desk, meeting, opened(desk, meeting) | added)
    line = meeting.attendees.get()
    assert line.is_department
    assert line.is_public


def test_a_line_is_removed_and_named_in_the_message(desk, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", order=1)
    data = opened(desk, meeting) | {f"line-{line.pk}-remove": "on"}
    page = desk.post(address(meeting), data, follow=True)
    assert "หนึ่ง ใจดี" in " ".join(map(str, page.context["messages"]))
    assert not meeting.attendees.exists()


def test_the_second_of_two_secretaries_is_told_and_the_other_lines_of_the_first_stay(desk, meeting):
    mine, theirs = seat(meeting, "หนึ่ง ใจดี", order=1), seat(meeting, "สอง ใจดี", order=2)
    page = opened(desk, meeting)
    save(desk, meeting, page | {f"line-{theirs.pk}-presence": "absent"})
    assert save(desk, meeting, page | {f"line-{mine.pk}-presence": "absent"}).status_code == 302
    assert meeting.attendees.filter(presence="absent").count() == 2
    both = page | {f"line-{theirs.pk}-position_th": "รองปลัด"}
    refused = save(desk, meeting, both)
    assert refused.status_code == 200
    theirs.refresh_from_db()
    assert theirs.presence == "absent"


def test_a_certified_roll_changes_in_nothing_but_who_is_named_openly(desk, meeting):
    line = seat(meeting, "หนึ่ง ใจดี", order=1)
    stale = opened(desk, meeting)
    type(meeting).objects.filter(pk=meeting.pk).update(minutes_state="certified")
    assert save(desk, meeting, stale | {f"line-{line.pk}-presence": "absent"}).status_code == 200
    locked = desk.get(address(meeting))
    names = set(re.findall(r'name="(line-[^"]+)"', locked.content.decode()))
    assert names == {f"line-{line.pk}-opened_with", f"line-{line.pk}-is_public"}
    form = locked.context["forms"].lines[0]
    forged = {form["opened_with"].html_name: form["opened_with"].value()}
    save(desk, meeting, forged | {f"line-{line.pk}-presence": "absent"})
    line.refresh_from_db()
    assert (line.presence, line.is_public) == ("present", False)
    assert desk.get(address(meeting, "roster")).status_code == 403


@pytest.mark.parametrize("screen", ["roll", "roster"])
def test_an_author_has_no_business_here(client, meeting, screen):
    client.force_login(make_user("author"))
    assert client.get(address(meeting, screen)).status_code == 403
    assert client.post(address(meeting, screen)).status_code == 403


def test_sixty_lines_take_few_queries_to_read_and_to_write(desk, meeting):
    for n in range(60):
        seat(meeting, f"คนที่{n} ใจดี", order=n)
    with CaptureQueriesContext(connection) as reading:
        desk.get(address(meeting))
    assert len(reading) <= 25
    data = opened(desk, meeting)
    for pk in meeting.attendees.values_list("pk", flat=True):
        data |= {f"line-{pk}-presence": "absent", f"line-{pk}-reason_th": "ติดราชการ"}
    with CaptureQueriesContext(connection) as writing:
        save(desk, meeting, data)
    assert meeting.attendees.filter(presence="absent").count() == 60
    assert len(writing) <= 40
