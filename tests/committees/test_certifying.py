"""The states of minutes: which act leads where, who may, and that each happens once."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from committees import certifying
from tests.factories import (
    make_attendee,
    make_item,
    make_meeting,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db
ACTS = {
    "draft": lambda meeting, by: certifying.draft_minutes(meeting, by=by),
    "circulate": lambda meeting, by: certifying.circulate(meeting, by=by),
    "take_back": lambda meeting, by: certifying.take_back(meeting, by=by, comment="แก้ชื่อ"),
    "certify": lambda meeting, by: certifying.certify_by_circulation(
        meeting, on=timezone.localdate(), by=by
    ),
}
LEADS = {
    ("draft", "none"): "draft",
    ("circulate", "draft"): "circulated",
    ("take_back", "circulated"): "draft",
    ("certify", "circulated"): "certified",
}
TYPED = {
    "draft": {},
    "circulate": {},
    "take_back": {"comment": "แก้ชื่อ"},
    "certify": {"how": "circulation", "sure": "on"},
}


def whole_meeting(minutes_state="draft", **fields):
    """Held, with a chair and an item; the state comes last, since certified rows take no parts."""
    meeting = make_meeting(number=1, **fields)
    make_attendee(meeting=meeting, capacity="chair")
    make_item(meeting=meeting)
    type(meeting).objects.filter(pk=meeting.pk).update(minutes_state=minutes_state)
    meeting.refresh_from_db()
    return meeting


def next_meeting(meeting, **fields):
    return make_meeting(
        **{
            "committee": meeting.committee,
            "number": 2,
            "starts_at": meeting.starts_at + timedelta(days=1),
        }
        | fields
    )


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", ["none", "draft", "circulated", "certified"])
def test_an_act_happens_once_and_only_from_its_state(act, state):
    meeting, secretary = whole_meeting(state), make_user("secretary")
    try:
        happened = [ACTS[act](meeting, secretary) for _time in range(2)]
    except ValidationError:
        happened = [False, False]

    meeting.refresh_from_db()
    leads_to = LEADS.get((act, state))
    assert meeting.minutes_state == (leads_to or state)
    assert happened == [bool(leads_to), False]
    assert LogEntry.objects.filter(object_id=meeting.pk).count() == bool(leads_to)


@pytest.mark.parametrize("role", ["author", "editor", "translator", "administrator"])
@pytest.mark.parametrize("act", ACTS)
def test_only_the_secretary_moves_minutes_on(client, role, act):
    state = next(before for doing, before in LEADS if doing == act)
    meeting = whole_meeting(state)
    client.force_login(make_user(role))

    answer = client.post(reverse(f"admin:committees_meeting_{act}", args=[meeting.pk]), TYPED[act])

    meeting.refresh_from_db()
    assert meeting.minutes_state == state
    assert answer.status_code in (302, 403)


@pytest.mark.parametrize("act", ACTS)
def test_a_secretary_presses_the_button(client, act):
    state = next(before for doing, before in LEADS if doing == act)
    meeting = whole_meeting(state)
    client.force_login(make_user("secretary"))
    address = reverse(f"admin:committees_meeting_{act}", args=[meeting.pk])

    assert client.get(address).status_code == 200
    typed = (
        TYPED[act] | {"on": timezone.localdate().isoformat()} if act == "certify" else TYPED[act]
    )
    answer = client.post(address, typed)

    assert answer.status_code == 302
    meeting.refresh_from_db()
    assert meeting.minutes_state == LEADS[act, state]


def test_a_later_meeting_certifies_and_says_so_in_its_own_record():
    meeting = whole_meeting("circulated")
    later = next_meeting(meeting)

    assert certifying.certify(meeting, at=later, by=make_user("secretary"))

    assert list(later.certified.all()) == [meeting]
    item = later.agenda.get()
    assert item.title_th == f"รับรองรายงานการประชุมครั้งที่ {meeting.reference}"
    assert item.resolutions.get().kind == "approved"
    assert meeting.certified_on == timezone.localdate(later.starts_at)


def test_an_item_that_is_there_already_is_used():
    meeting = whole_meeting("circulated")
    later = next_meeting(meeting)
    make_item(meeting=later, section=2, title_th="รับรองรายงานการประชุม ครั้งที่ ๑/๒๕๖๓")

    certifying.certify(meeting, at=later, by=make_user("secretary"))

    assert later.agenda.get().resolutions.count() == 1


def test_another_committee_an_earlier_or_a_cancelled_meeting_does_not_certify():
    meeting = whole_meeting("circulated")
    refused = [
        make_meeting(starts_at=timezone.now()),
        next_meeting(meeting, starts_at=meeting.starts_at - timedelta(days=1)),
        next_meeting(meeting, number=3, status="cancelled"),
        next_meeting(meeting, number=4, status="planned"),
        meeting,
    ]
    for at in refused:
        with pytest.raises(ValidationError):
            certifying.certify(meeting, at=at, by=make_user("secretary"))
    meeting.refresh_from_db()
    assert meeting.minutes_state == "circulated"


def test_minutes_without_chair_or_agenda_do_not_go_round():
    meeting = make_meeting(minutes_state="draft")
    with pytest.raises(ValidationError) as refused:
        certifying.circulate(meeting, by=make_user("secretary"))
    assert len(refused.value.messages) == 2

    make_attendee(meeting=meeting, capacity="chair", presence="absent")
    make_item(meeting=meeting)
    with pytest.raises(ValidationError):
        certifying.circulate(meeting, by=make_user("secretary"))


def test_a_new_name_in_the_register_does_not_rewrite_certified_minutes():
    meeting = whole_meeting("circulated")
    person = make_person(name_th="สมชาย ทดสอบ", prefix_en="Mr.", name_en="Somchai Test")
    line = make_attendee(meeting=meeting, person=person)
    certifying.certify_by_circulation(meeting, on=timezone.localdate(), by=make_user("secretary"))
    person.name_th = "สมชาย ชื่อใหม่"
    person.save()

    line.refresh_from_db()
    assert (line.name_th, line.name_en) == ("นายสมชาย ทดสอบ", "Mr. Somchai Test")
    assert line.shown_name == "นายสมชาย ทดสอบ"


def test_minutes_certified_at_the_meeting_itself_need_not_go_round():
    meeting = whole_meeting("draft")

    assert certifying.certify_at_the_meeting(meeting, by=make_user("secretary"))
    assert meeting.certified_on == timezone.localdate(meeting.starts_at)
