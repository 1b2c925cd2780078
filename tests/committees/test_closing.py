"""What is closed afterwards closes with all that later meetings say of it; what certified stays."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from committees.calling import call_roll
from committees.certifying import certify
from committees.convening import cancel, postpone
from committees.discussing import close_what_cites, close_what_follows
from committees.management.commands.export_minutes import write_whole
from committees.models import AgendaItem, Attendee
from tests.factories import (
    make_assignment,
    make_attendee,
    make_committee,
    make_item,
    make_meeting,
    make_resolution,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return make_committee()


def held(committee, number, days_ago, **fields):
    starts_at = timezone.now() - timedelta(days=days_ago)
    meeting = make_meeting(
        committee=committee, number=number, be_year=2563, starts_at=starts_at, **fields
    )
    make_attendee(meeting=meeting, capacity="chair")
    make_item(meeting=meeting)
    return meeting


def test_closing_travels_down_the_chain_of_what_followed(committee):
    first = make_item(meeting=held(committee, 1, 30))
    second = make_item(meeting=held(committee, 2, 20), follows=first)
    third = make_item(meeting=held(committee, 3, 10), follows=second)
    close_what_follows(Q(follows=first))

    closed = AgendaItem.objects.filter(access="internal")
    assert set(closed) == {second, third}


def test_a_closed_meeting_is_certified_under_a_closed_item(committee, client):
    closed = held(committee, 77, 30, access="internal", minutes_state="circulated")
    later = held(committee, 78, 10)
    certify(closed, at=later, by=make_user("secretary"))

    assert later.agenda.get(title_th__contains="77/2563").access == "internal"
    assert "77/2563" not in client.get(later.get_absolute_url()).content.decode()


def test_a_meeting_closed_later_closes_the_item_that_certified_it(committee):
    first = held(committee, 7, 30, minutes_state="circulated")
    later = held(committee, 8, 10)
    other = make_item(meeting=later, section=2, title_th="รับรองรายงานการประชุมครั้งที่ ๑๗/๒๕๖๓")
    certify(first, at=later, by=make_user("secretary"))
    close_what_cites(first)

    assert later.agenda.get(title_th__contains=" 7/2563").access == "internal"
    other.refresh_from_db()
    assert other.access == "public"  # of another meeting


@pytest.mark.parametrize("act", [cancel, lambda row, by: postpone(row, to=None, by=by)])
def test_a_meeting_that_certified_minutes_stays_on_its_day(act, committee):
    first = held(committee, 1, 30, minutes_state="circulated")
    today = make_meeting(
        committee=committee, number=2, be_year=2563, status="planned", starts_at=timezone.now()
    )
    secretary = make_user("secretary")
    certify(first, at=today, by=secretary)

    with pytest.raises(ValidationError):
        act(today, by=secretary)
    today.refresh_from_db()
    assert today.status == "planned"


def test_it_moves_neither_before_what_it_certified_nor_to_another_committee(committee, client):
    first = held(committee, 1, 30, minutes_state="circulated")
    second = held(committee, 2, 10)
    certify(first, at=second, by=make_user("secretary"))
    client.force_login(make_user("secretary"))
    address = reverse("admin:committees_meeting_change", args=[second.pk])
    form = client.get(address).context["adminform"].form
    typed = {name: form[name].value() or "" for name in form.fields}
    typed |= {"committee": make_committee().pk, "starts_at_0": "1/1/2562", "starts_at_1": "9.00"}
    management = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}
    typed |= {f"documents-{name}": value for name, value in management.items()}
    answer = client.post(address, typed)

    errors = answer.context["adminform"].form.errors
    assert {"committee", "starts_at"} <= set(errors)
    before = second.starts_at
    second.refresh_from_db()
    assert (second.committee, second.starts_at) == (committee, before)


def test_on_an_earlier_day_there_is_nothing_to_come_back_to(committee):
    first = held(committee, 1, 30)
    make_assignment(resolution=make_resolution(item=first.agenda.first()))
    planned = make_meeting(
        committee=committee,
        number=2,
        be_year=2563,
        status="planned",
        starts_at=timezone.now() + timedelta(days=5),
    )
    make_item(meeting=planned, section=3, follows=first.agenda.first())
    earlier = first.starts_at - timedelta(days=5)
    postpone(planned, to=earlier, by=make_user("secretary"))

    assert not planned.agenda.filter(follows__isnull=False).exists()


def test_a_line_longer_than_its_column_is_refused_in_words():
    meeting = make_meeting(status="planned")
    line = Attendee(meeting=meeting, name_th="ก" * 201, capacity="member")

    with pytest.raises(ValidationError, match="200"):
        call_roll(meeting, changed=[], added=[line], by=make_user("secretary"))


def test_a_target_that_is_no_folder_is_refused_in_words(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    for target in (file / "x.txt", tmp_path / ("ก" * 300)):
        with pytest.raises(CommandError):
            write_whole(target, b"x")
