"""A number that is taken: what the record lacks is filled in from the text, nothing is replaced."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from committees.filling_in import fill_in, lacks
from committees.models import Meeting
from committees.told import Present, Told
from news.models import Article
from tests.committees.planning_rows import at
from tests.committees.text_screens import PAGE, RECORD, office, page_of, read, send
from tests.factories import make_article, make_attendee, make_meeting, make_user
from tests.news.desk_forms import fields_of
from tests.news.test_linking import HTML, TITLE
from tests.pages import said

pytestmark = pytest.mark.django_db
TIMED = PAGE.replace("14 กุมภาพันธ์ 2563 ณ", "14 กุมภาพันธ์ 2563 เวลา 09.30 น. ณ")


@pytest.fixture
def committee():
    return office()


@pytest.fixture
def secretary(client, committee):
    client.force_login(make_user("secretary"))
    return client


def bare(committee, **facts) -> Meeting:
    known = {"number": 1, "be_year": 2563, "status": "held", "time_is_stated": False}
    starts = "2020-02-14T00:00:00+07:00"
    meeting = make_meeting(committee=committee, **known | {"starts_at": starts} | facts)
    meeting.refresh_from_db()
    return meeting


def test_what_is_lacking_is_shown_and_filled_in_by_one_click(secretary, committee):
    meeting = bare(committee)

    shown = read(secretary, TIMED)

    taken = said(page_of(shown).select_one("#from-text-taken"))
    for words in ("ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร", "09:30", "13 รายการ"):
        assert words in taken
    response = send(secretary, shown, button="_fill", _fill=str(meeting.pk))
    assert response.url == reverse("admin:committees_meeting_change", args=[meeting.pk])
    meeting.refresh_from_db()
    assert meeting.venue_th == "ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร"
    assert f"{timezone.localtime(meeting.starts_at):%H:%M}" == "09:30"
    assert meeting.attendees.count() == 13
    assert LogEntry.objects.filter(change_message__contains="เติมข้อมูลจากข้อความ").count() == 1


def test_what_stands_there_stays(secretary, committee):
    meeting = bare(committee, venue_th="ห้องเดิม")
    line = make_attendee(meeting=meeting)

    shown = read(secretary, TIMED)
    send(secretary, shown, button="_fill", _fill=str(meeting.pk), **{"who-0-take": ""})

    meeting.refresh_from_db()
    assert meeting.venue_th == "ห้องเดิม"
    assert meeting.time_is_stated
    assert list(meeting.attendees.all()) == [line]


@pytest.mark.parametrize(
    "facts",
    [
        {"minutes_state": "certified"},
        {"starts_at": "2020-02-15T00:00:00+07:00"},
        {"status": "cancelled"},
    ],
)
def test_a_record_that_is_locked_called_off_or_of_another_day_is_not_offered(
    facts, secretary, committee
):
    meeting = bare(committee, **facts)

    shown = read(secretary, TIMED)

    assert page_of(shown).select_one("#from-text-taken")
    assert not page_of(shown).select("#from-text-fill")
    send(secretary, shown, button="_fill", _fill=str(meeting.pk))
    meeting.refresh_from_db()
    assert (meeting.venue_th, meeting.attendees.count()) == (None, 0) or not meeting.venue_th


def test_somebody_else_filled_it_in_meanwhile(secretary, committee):
    meeting = bare(committee)
    shown = read(secretary, TIMED)
    Meeting.objects.filter(pk=meeting.pk).update(venue_th="ห้องของผู้อื่น")

    refused = send(secretary, shown, button="_fill", _fill=str(meeting.pk), number="1")

    assert "ในระหว่างนี้" in said(page_of(refused).select_one(".errornote"))
    assert fields_of(refused, RECORD)["venue"] == ["ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร"]
    meeting.refresh_from_db()
    assert (meeting.venue_th, meeting.attendees.count()) == ("ห้องของผู้อื่น", 0)


def test_pressed_twice_it_happens_once(committee):
    meeting, by = bare(committee), make_user("secretary")
    told = Told(
        committee, 1, 2563, at(2020, 2, 14), venue="ห้อง", people=(Present("ก", "", "guest"),)
    )
    shown = lacks(meeting)

    fill_in(meeting, told, shown=shown, by=by)
    with pytest.raises(ValidationError):
        fill_in(meeting, told, shown=shown, by=by)

    assert meeting.attendees.count() == 1


def test_an_article_is_linked_in_the_same_act(secretary, committee):
    meeting = bare(committee)
    article = make_article(title_th=TITLE, body_th=HTML)
    where = reverse("admin:news_article_meeting", args=[article.pk])

    shown = secretary.get(where)
    send(secretary, shown, where, button="_fill", _fill=str(meeting.pk))

    meeting.refresh_from_db()
    assert Article.objects.get().meeting == meeting
    assert meeting.attendees.exists()
