"""Three meetings in a row: what the first one assigns is carried, reported, closed, and certified.

The acts are those of the desk, one after another, as a secretary does them over three months.
"""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from committees.certifying import certify, circulate, draft_minutes
from committees.convening import convene, hold
from committees.discussing import add_items
from committees.following_up import report_progress
from committees.models import AgendaItem, Assignment, Meeting
from tests.factories import (
    make_assignment,
    make_committee,
    make_department,
    make_membership,
    make_resolution,
    make_user,
)
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db
PLANNING, CULTURE = "สำนักการวางผังและพัฒนาเมือง", "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว"


@pytest.fixture
def secretary():
    return make_user("secretary")


@pytest.fixture
def committee():
    committee = make_committee(name_th="คณะกรรมการเมืองหลวงอาเซียน")
    for role in ("chair", "member", "secretary"):
        make_membership(committee=committee, role=role)
    return committee


def held(committee, number: int, *, days_ago: int, by) -> Meeting:
    day = timezone.now() - timedelta(days=days_ago)
    ends = day + timedelta(hours=2)
    meeting = convene(committee, number=number, be_year=2569, starts_at=day, ends_at=ends, by=by)
    hold(meeting, starts_at=day, ends_at=ends, by=by)
    return meeting


@pytest.fixture
def first(committee, secretary):
    """Two departments are asked to come back with a proposal."""
    meeting = held(committee, 1, days_ago=90, by=secretary)
    add_items(meeting, by=secretary, section=5, titles=["ความร่วมมือด้านเยาวชน"])
    resolution = make_resolution(item=meeting.agenda.get(), kind="assigned")
    for name in (PLANNING, CULTURE):
        make_assignment(resolution=resolution, department=make_department(name_th=name))
    draft_minutes(meeting, by=secretary)
    circulate(meeting, by=secretary)
    return meeting


@pytest.fixture
def second(committee, first, secretary):
    """One of them is done, the other has begun; the minutes of the first are certified."""
    meeting = held(committee, 2, days_ago=50, by=secretary)
    for name, status in ((PLANNING, "done"), (CULTURE, "in_progress")):
        task = Assignment.objects.get(department__name_th=name)
        words = f"{name} รายงานต่อที่ประชุม"
        report_progress(task, status=status, text_th=words, reported_in=meeting, by=secretary)
    certify(first, at=meeting, by=secretary)
    draft_minutes(meeting, by=secretary)
    circulate(meeting, by=secretary)
    return meeting


def arising(meeting) -> list[AgendaItem]:
    return [item.follows for item in meeting.agenda.exclude(follows=None)]


def test_what_the_first_meeting_assigned_stands_on_the_agenda_of_the_second(first, second):
    assert arising(second) == [first.agenda.get(section=5)]


def test_what_was_reported_at_the_second_meeting_is_in_its_minutes_record(second):
    reports = {one.assignment.department.name_th: one for one in second.progress_reported.all()}

    assert reports.keys() == {PLANNING, CULTURE}
    assert {one.on for one in reports.values()} == {timezone.localdate(second.starts_at)}
    assert Assignment.objects.get(department__name_th=PLANNING).status == "done"
    assert Assignment.objects.get(department__name_th=CULTURE).status == "in_progress"


def test_the_second_meeting_certifies_the_first_and_says_so_in_its_own_record(first, second):
    first.refresh_from_db()

    assert (first.minutes_state, first.certified_at) == ("certified", second)
    assert first.certified_on == timezone.localdate(second.starts_at)
    item = second.agenda.get(section=2)
    assert first.reference in item.title_th
    assert item.resolutions.get().kind == "approved"


def test_the_record_of_the_certified_meeting_refuses_every_change(first, second, client):
    client.force_login(make_user("secretary"))
    item = first.agenda.get(section=5)
    before = said(page_of(client, first.get_absolute_url()))

    answer = client.post(
        reverse("admin:committees_agendaitem_change", args=[item.pk]), {"title_th": "แก้ภายหลัง"}
    )
    client.post(
        reverse("admin:committees_meeting_agenda", args=[first.pk]), {"titles-5": "เพิ่มภายหลัง"}
    )
    for change in (
        lambda: first.agenda.update(title_th="แก้ภายหลัง"),
        lambda: first.attendees.update(presence="absent"),
        lambda: make_resolution(item=item),
        lambda: Assignment.objects.update(task_th="แก้ภายหลัง"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()

    assert answer.status_code == 403
    assert said(page_of(client, first.get_absolute_url())) == before
    assert not first.agenda.filter(title_th__contains="ภายหลัง").exists()


def test_no_report_is_added_to_certified_minutes_and_the_task_may_still_be_closed(
    first, second, secretary
):
    task = Assignment.objects.get(department__name_th=CULTURE)

    with pytest.raises(ValidationError):
        report_progress(task, status="done", text_th="เสร็จ", reported_in=first, by=secretary)
    report_progress(task, status="done", text_th="เสร็จ", by=secretary)

    assert Assignment.objects.get(pk=task.pk).status == "done"


def test_the_third_meeting_hears_only_of_what_is_still_open(committee, first, second, secretary):
    third = held(committee, 3, days_ago=10, by=secretary)

    assert arising(third) == [first.agenda.get(section=5)]
    assert second.reference in third.agenda.get(section=2).title_th


def test_what_is_done_is_not_carried_to_the_third(committee, first, second, secretary):
    task = Assignment.objects.get(department__name_th=CULTURE)
    report_progress(task, status="done", text_th="เสร็จ", by=secretary)

    third = held(committee, 3, days_ago=10, by=secretary)

    assert arising(third) == []
