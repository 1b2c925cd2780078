"""Seats and terms at the desk: the administrator appoints, the secretary looks."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from committees.models import Membership
from tests.factories import make_committee, make_membership, make_person, make_term, make_user
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db
START = date(2020, 1, 1)


@pytest.fixture
def committee():
    return make_committee()


@pytest.fixture
def chair(committee):
    return make_membership(
        committee=committee,
        role="chair",
        person=make_person(name_th="สมชาย ประธาน"),
        starts_on=START,
        ends_on=date(2020, 12, 31),
    )


@pytest.fixture
def administrator(client):
    client.force_login(make_user("administrator"))
    return client


def address(model: str, screen: str, *args) -> str:
    return reverse(f"admin:committees_{model}_{screen}", args=args)


def add(client, committee, **typed):
    seat = {"committee": committee.pk, "role": "chair", "order": "๑", "person": make_person().pk}
    return client.post(address("membership", "add"), seat | typed)


def test_a_second_chair_is_refused_in_words_that_name_the_first(administrator, committee, chair):
    response = add(administrator, committee, starts_on="31 ธันวาคม 2563")

    assert response.status_code == 200
    assert "สมชาย ประธาน" in (words := response.content.decode())
    assert "1 มกราคม – 31 ธันวาคม 2563" in words
    assert committee.memberships.count() == 1


def test_the_next_chair_may_begin_the_day_after(administrator, committee, chair):
    assert add(administrator, committee, starts_on="1/1/2564").status_code == 302

    assert committee.memberships.filter(role="chair").count() == 2


def test_a_member_does_not_become_a_second_chair_by_editing(administrator, committee, chair):
    member = make_membership(committee=committee, starts_on=START)

    response = administrator.post(
        address("membership", "change", member.pk),
        {"committee": committee.pk, "role": "chair", "order": "1", "person": member.person_id},
    )

    assert response.status_code == 200
    assert "สมชาย ประธาน" in response.content.decode()


def test_a_new_seat_takes_the_days_of_its_term(administrator, committee):
    term = make_term(committee=committee, starts_on=START, ends_on=date(2021, 12, 31))

    add(administrator, committee, term=term.pk)

    seat = committee.memberships.get()
    assert (seat.starts_on, seat.ends_on) == (term.starts_on, term.ends_on)


def test_a_term_of_another_committee_is_no_choice(administrator, committee):
    response = add(administrator, committee, term=make_term().pk)

    assert response.status_code == 200
    assert not committee.memberships.exists()


@pytest.mark.parametrize("junk", ["abc", "9" * 30, "-1", "", "๙"])
def test_a_form_prefilled_with_nonsense_opens_empty(administrator, junk):
    assert administrator.get(f"{address('membership', 'add')}?committee={junk}").status_code == 200
    assert (
        administrator.post(
            address("membership", "add"), {"committee": junk, "order": junk}
        ).status_code
        == 200
    )


def test_the_next_seat_is_prefilled_with_rank_and_running_term(administrator, committee, chair):
    term = make_term(committee=committee, starts_on=START)
    make_membership(committee=committee, order=7)

    page = page_of(administrator, f"{address('membership', 'add')}?committee={committee.pk}")

    assert page.select_one("#id_order")["value"] == "8"
    assert page.select_one("#id_term option[selected]")["value"] == str(term.pk)


def test_a_successor_is_appointed_from_the_list_of_seats(administrator, committee, chair):
    person = make_person()
    screen = address("membership", "replace", chair.pk)

    refused = administrator.post(screen, {"on": "1/1/2570", "person": person.pk})
    done = administrator.post(
        screen, {"on": "๑ ก.ค. ๒๕๖๓", "person": person.pk, "position_th": "ก"}
    )
    again = administrator.post(screen, {"on": "1/7/2563", "person": person.pk})

    assert (refused.status_code, done.status_code, again.status_code) == (200, 302, 200)
    assert "1/1/2570" in refused.content.decode()  # what was typed is still there
    successor = Membership.objects.get(replaces=chair)
    assert (successor.starts_on, successor.role) == (date(2020, 7, 1), "chair")


def test_a_seat_is_ended(administrator, chair):
    screen = address("membership", "end", chair.pk)

    assert administrator.post(screen, {"on": "abc"}).status_code == 200
    assert administrator.post(screen, {"on": "30/6/2563"}).status_code == 302

    chair.refresh_from_db()
    assert chair.ends_on == date(2020, 6, 30)


def test_a_new_term_carries_the_ticked_seats(administrator, committee):
    stays, leaves = (make_membership(committee=committee, starts_on=START) for _ in range(2))
    screen = address("committee", "new_term", committee.pk)

    page = page_of(administrator, screen)
    assert len(page.select("input[name=carry][checked]")) == 2
    sent = {"order_ref": "คำสั่งที่ 3/2564", "starts_on": "1/1/2564", "carry": [stays.pk]}
    assert administrator.post(screen, sent).status_code == 302
    assert administrator.post(screen, sent).status_code == 200  # begun already

    assert [seat.person for seat in committee.terms.get().seats.all()] == [stays.person]
    leaves.refresh_from_db()
    assert leaves.ends_on == date(2020, 12, 31)


@pytest.mark.parametrize("carry", ["abc", "9" * 30, "0"])
def test_a_seat_that_is_none_is_refused(administrator, committee, carry):
    sent = {"starts_on": "1/1/2564", "carry": [carry]}

    response = administrator.post(address("committee", "new_term", committee.pk), sent)

    assert response.status_code == 200
    assert not committee.terms.exists()


def test_the_desk_shows_the_seats_of_a_day(administrator, committee, chair):
    change = address("committee", "change", committee.pk)

    assert "สมชาย" not in said(page_of(administrator, change).find(id="seats"))
    assert "สมชาย" in said(page_of(administrator, f"{change}?on=14/2/2563").find(id="seats"))
    wrong = page_of(administrator, f"{change}?on=31/2/2563").find(id="seats")
    assert wrong.select_one(".errorlist")


def test_a_secretary_sees_the_seats_and_changes_none(client, committee, chair):
    client.force_login(make_user("secretary"))
    seats = page_of(client, f"{address('committee', 'change', committee.pk)}?on=14/2/2563")

    assert "สมชาย" in said(seats.find(id="seats"))
    assert not seats.find(id="seats").select("a[href*=replace], a[href*=new-term], .addlink")
    for screen in (
        address("membership", "replace", chair.pk),
        address("membership", "end", chair.pk),
        address("committee", "new_term", committee.pk),
    ):
        assert client.get(screen).status_code == client.post(screen, {}).status_code == 403


def test_an_unknown_seat_is_not_found(administrator):
    assert administrator.get(address("membership", "replace", 0)).status_code == 404
    assert administrator.get(address("committee", "new_term", 0)).status_code == 404


def test_sixty_seats_take_no_more_questions_than_one(administrator, committee):
    def questions(screen):
        with CaptureQueriesContext(connection) as asked:
            assert administrator.get(screen).status_code == 200
        return len(asked)

    screens = [
        address("committee", "change", committee.pk),
        address("committee", "new_term", committee.pk),
        f"{address('membership', 'add')}?committee={committee.pk}",
    ]
    make_membership(committee=committee, starts_on=timezone.localdate())
    few = {screen: [administrator.get(screen), questions(screen)][1] for screen in screens}
    for order in range(60):
        make_membership(committee=committee, order=order, starts_on=START)

    assert {screen: questions(screen) for screen in screens} == few
