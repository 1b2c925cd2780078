"""The acts on an agenda: numbers read off, order kept, certified records left alone."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError

from committees import discussing
from committees.models import AgendaItem, Assignment, Meeting
from committees.models.agenda import shown_numbers
from tests.factories import (
    make_agenda_heading,
    make_department,
    make_item,
    make_meeting,
    make_resolution,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary():
    return make_user("secretary")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("๕.๑ แผนงาน", "แผนงาน"),
        ("ระเบียบวาระที่ 5.1.2 แผนงาน", "แผนงาน"),
        ("วาระที่ ๕.๑\tแผนงาน", "แผนงาน"),
        ("5.1) แผนงาน", "แผนงาน"),
        ("1. แผนงาน", "แผนงาน"),
        ("๒) แผนงาน", "แผนงาน"),
        ("- แผนงาน", "แผนงาน"),
        ("• แผน   งาน", "แผน งาน"),
        ("5 ประเทศอาเซียน", "5 ประเทศอาเซียน"),
        ("2563 เป็นปีแห่งเมือง", "2563 เป็นปีแห่งเมือง"),
        ("PM2.5 ในเมือง", "PM2.5 ในเมือง"),
        ("วาระเมืองสีเขียว", "วาระเมืองสีเขียว"),
        ("13.30น. เปิดงาน", "13.30น. เปิดงาน"),
    ],
)
def test_the_number_before_a_title_is_taken_off_and_no_other(line, title):
    assert discussing.read_titles(line) == [title]


def test_every_line_that_cannot_be_a_title_is_named():
    with pytest.raises(ValidationError) as told:
        discussing.read_titles("ดี\n\n5.1\n" + "ก" * 501)

    assert len(told.value.messages) == 2
    assert "3" in told.value.messages[0]
    assert "501" in told.value.messages[1]


def test_numbers_count_within_a_section_and_the_whole_agenda_is_shown():
    meeting = make_meeting()
    make_agenda_heading(meeting=meeting, number=1)
    make_agenda_heading(meeting=meeting, number=2)
    make_item(meeting=meeting, section=2, order=1, access="internal")
    last = make_item(meeting=meeting, section=2, order=2)
    struck = make_item(meeting=meeting, section=6)

    agenda = discussing.agenda_of(meeting)

    shown = [(one.number, [item.shown_number for item in items]) for one, items in agenda]
    assert shown == [(1, []), (2, ["2.1", "2.2"]), (6, ["6.1"])]
    assert shown_numbers([meeting.pk])[last.pk] == "2.2"
    assert shown_numbers([meeting.pk])[struck.pk] == "6.1"


def test_the_same_order_is_no_act(secretary):
    item = make_item(section=5)

    places = [(item.pk, 5)]
    assert not discussing.arrange(item.meeting, by=secretary, places=places)
    assert not LogEntry.objects.exists()
    assert discussing.arrange(item.meeting, by=secretary, places=[(item.pk, 4)])
    assert LogEntry.objects.get().user == secretary


def test_an_agenda_has_a_bound(secretary, monkeypatch):
    monkeypatch.setattr(discussing, "MOST_ITEMS", 2)
    meeting = make_item().meeting

    with pytest.raises(ValidationError):
        discussing.add_items(meeting, by=secretary, section=5, titles=["ก", "ข"])
    assert meeting.agenda.count() == 1


def test_the_first_item_does_not_go_up_nor_the_last_down():
    meeting = make_meeting()
    item = make_item(meeting=meeting, section=1)
    last = make_item(meeting=meeting, section=6)
    agenda = discussing.agenda_of(meeting)

    stay = [(item.pk, 1), (last.pk, 6)]
    assert discussing.moved(agenda, item.pk, -1) == stay
    assert discussing.moved(agenda, last.pk, 1) == stay
    with pytest.raises(ValidationError):
        discussing.moved(agenda, make_item().pk, 1)


def test_one_task_goes_to_each_department_once():
    resolution = make_resolution()
    several = [make_department(), make_department()]

    discussing.assign(resolution, departments=several, task_th="รายงาน")
    assert list(Assignment.objects.order_by("pk").values_list("department", flat=True)) == [
        one.pk for one in several
    ]


def test_no_act_touches_what_is_certified(secretary):
    resolution = make_resolution()
    meeting = resolution.item.meeting
    agenda = list(AgendaItem.objects.values())
    stale = Meeting.objects.get(pk=meeting.pk)
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified")
    acts = [
        lambda: discussing.add_items(stale, by=secretary, section=5, titles=["ก"]),
        lambda: discussing.arrange(stale, by=secretary, places=[(resolution.item.pk, 4)]),
        lambda: discussing.change_sections(stale, by=secretary, headings=[]),
        lambda: discussing.assign(resolution, departments=[make_department()], task_th="ก"),
    ]

    for act in acts:
        with pytest.raises(ValidationError):
            act()
    assert list(AgendaItem.objects.values()) == agenda
    assert not Assignment.objects.exists()
