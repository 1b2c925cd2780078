"""Certified minutes are locked through every door; beside them life goes on."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from committees.models import Assignment, Attendee, Meeting
from tests.factories import (
    make_agenda_heading,
    make_assignment,
    make_attendee,
    make_committee,
    make_document,
    make_item,
    make_meeting,
    make_membership,
    make_progress,
    make_resolution,
    make_user,
)

pytestmark = pytest.mark.django_db
CHANGES = {
    "attendee": "position_th",
    "item": "title_th",
    "heading": "title_th",
    "resolution": "text_th",
    "assignment": "task_th",
    "progress": "text_th",
    "meeting": "venue_th",
}


@pytest.fixture
def record():
    """A meeting with one row of every part; certified last, since it then takes no more."""
    meeting = make_meeting()
    item = make_item(meeting=meeting)
    resolution = make_resolution(item=item)
    rows = {
        "attendee": make_attendee(meeting=meeting),
        "item": item,
        "heading": make_agenda_heading(meeting=meeting),
        "resolution": resolution,
        "assignment": make_assignment(resolution=resolution),
        "progress": make_progress(reported_in=meeting),
    }
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified")
    meeting.refresh_from_db()
    return rows | {"meeting": meeting}


def save(row, column):
    setattr(row, column, "แก้แล้ว")
    row.save()


def bulk_update(row, column):
    setattr(row, column, "แก้แล้ว")
    type(row).objects.bulk_update([row], [column])


DOORS = {
    "save": save,
    "update": lambda row, column: type(row).objects.filter(pk=row.pk).update(**{column: "แก้แล้ว"}),
    "bulk_update": bulk_update,
    "delete": lambda row, column: row.delete(),
    "delete many": lambda row, column: type(row).objects.filter(pk=row.pk).delete(),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("part", CHANGES)
def test_the_record_refuses(record, part, door):
    row, column = record[part], CHANGES[part]
    before = getattr(row, column)

    with pytest.raises(IntegrityError, match="certified_minutes|protected"), transaction.atomic():
        DOORS[door](row, column)

    assert getattr(type(row).objects.get(pk=row.pk), column) == before


def test_nothing_is_added_or_moved_in_or_out(record):
    meeting, other = record["meeting"], make_meeting()
    ways = [
        lambda: make_attendee(meeting=meeting),
        lambda: Attendee.objects.bulk_create([Attendee(meeting=meeting, name_th="ใหม่")]),
        lambda: make_item(meeting=meeting),
        lambda: make_resolution(item=record["item"]),
        lambda: make_assignment(resolution=record["resolution"]),
        lambda: Attendee.objects.filter(pk=record["attendee"].pk).update(meeting=other),
        lambda: Attendee.objects.filter(pk=make_attendee(meeting=other).pk).update(meeting=meeting),
        lambda: Meeting.objects.filter(pk=meeting.pk).update(minutes_state="draft"),
    ]
    for way in ways:
        with pytest.raises(IntegrityError, match="certified_minutes"), transaction.atomic():
            way()


def test_beside_the_minutes_life_goes_on(record):
    meeting = record["meeting"]
    Assignment.objects.filter(pk=record["assignment"].pk).update(status="done")
    Attendee.objects.filter(pk=record["attendee"].pk).update(is_public=False)
    Meeting.objects.filter(pk=meeting.pk).update(summary_th="สรุป", access="internal")
    make_progress(assignment=record["assignment"])
    make_document(meeting=meeting)


def test_every_screen_of_the_desk_refuses(client, record):
    client.force_login(make_user("secretary"))
    meeting = record["meeting"]
    for screen in ("roll", "agenda", "hold", "cancel", "postpone", "refresh"):
        client.post(reverse(f"admin:committees_meeting_{screen}", args=[meeting.pk]), {})
    client.post(
        reverse("admin:committees_meeting_changelist"),
        {"action": "delete_selected", "_selected_action": [meeting.pk], "post": "yes"},
    )
    client.post(reverse("admin:committees_meeting_delete", args=[meeting.pk]), {"post": "yes"})

    for part, row in record.items():
        column = CHANGES[part]
        assert getattr(type(row).objects.get(pk=row.pk), column) == getattr(row, column)


def test_calendars_count_only_what_they_show():
    meeting = make_meeting()
    stale = Meeting.objects.get(pk=meeting.pk)
    meeting.summary_th = "สรุป"
    meeting.save()
    Meeting.objects.filter(pk=meeting.pk).update(venue_th="ห้องประชุมใหม่")
    stale.venue_th = "ห้องอื่น"
    stale.save()

    meeting.refresh_from_db()
    assert meeting.sequence == 2


def test_a_committee_has_one_chair_at_a_time():
    committee = make_committee()
    chair = {"committee": committee, "role": "chair"}
    make_membership(**chair, starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31))
    make_membership(**chair, starts_on=date(2021, 1, 1))

    with pytest.raises(IntegrityError, match="one_chair"), transaction.atomic():
        make_membership(**chair, starts_on=date(2020, 12, 31), ends_on=date(2020, 12, 31))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="two connections cannot share SQLite's memory"
)
def test_whoever_edits_while_minutes_are_certified_waits_and_is_refused():
    item = make_item()
    is_certified, outcome = threading.Event(), []

    def edit():
        is_certified.wait(10)
        try:
            item.title_th = "แก้แล้ว"
            item.save()
            outcome.append("saved")
        except IntegrityError:
            outcome.append("refused")
        finally:
            connection.close()

    editor = threading.Thread(target=edit)
    editor.start()
    with transaction.atomic():
        Meeting.objects.filter(pk=item.meeting_id).update(minutes_state="certified")
        is_certified.set()
        editor.join(0.5)
        waited = editor.is_alive()
    editor.join(10)

    assert waited
    assert outcome == ["refused"]
