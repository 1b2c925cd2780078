"""What a reader of a meeting's page sees first: what was decided, who came, and what comes next."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Attendee, Meeting
from tests.factories import (
    make_attendee,
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_person,
    make_public_article,
    make_resolution,
)
from tests.pages import facts, page_of, said

pytestmark = pytest.mark.django_db
Presence = Attendee.Presence


@pytest.fixture
def read(client):
    return partial(page_of, client)


@pytest.fixture
def meeting():
    return make_meeting(committee=make_committee(slug="asean"), number=2, be_year=2564)


def decide(meeting, *kinds, **fields):
    item = make_item(meeting=meeting, **fields)
    for kind in kinds:
        make_resolution(item=item, kind=kind)
    return item


def test_decisions_lead_to_their_items_and_what_was_acknowledged_is_counted(meeting, read):
    decide(meeting, "acknowledged", section=1)
    decide(meeting, "acknowledged", section=4)
    decide(meeting, section=5, order=1)  # talked about, and nothing was resolved
    decide(meeting, "approved", "assigned", "approved", section=5, order=2, title_th="แผนงาน")
    page = read(meeting.get_absolute_url())

    (line,) = page.select(".decisions li")
    assert said(line.a) == "5.2 แผนงาน"
    assert page.find(id=line.a["href"].removeprefix("#")).h4
    assert [said(tag) for tag in line.select(".tag")] == [_("approved"), _("assigned")]
    assert "2" in said(page.select_one(".decisions > .meta"))


def test_a_closed_item_is_no_decision_and_counts_nowhere(meeting, read):
    decide(meeting, "approved", access="internal")
    decide(meeting, "acknowledged", access="internal")

    assert read(meeting.get_absolute_url()).select(".decisions") == []


def test_it_is_counted_who_came_openly_and_who_did_not(meeting, read):
    office = make_department()
    make_attendee(meeting=meeting, capacity="chair", person=make_person(), department=office)
    make_attendee(meeting=meeting)
    make_attendee(meeting=meeting, presence=Presence.SUBSTITUTE)
    make_attendee(meeting=meeting, capacity="participant")
    make_attendee(meeting=meeting, presence=Presence.ABSENT)
    make_attendee(meeting=meeting, presence=Presence.ABSENT, is_public=False)
    make_attendee(meeting=meeting, is_public=False, department=make_department())
    page = read(f"/en{meeting.get_absolute_url()}")

    assert facts(page)["Attendance"] == (
        "3 present (1 as a substitute) · 1 also attending · 1 department · 1 absent"
    )


def test_the_contents_lead_to_every_part_of_the_page(meeting, read):
    Meeting.objects.update(summary_th="สรุป")
    decide(meeting, "approved")
    make_attendee(meeting=meeting)
    make_public_article(meeting=meeting)
    page = read(meeting.get_absolute_url())

    places = [link["href"].removeprefix("#") for link in page.select(".contents a")]
    assert places == ["summary", "agenda", "attendance", "news"]
    for place in places:
        assert page.find(id=place).name == "h2"


def test_a_meeting_leads_to_those_before_and_after_it(meeting, read):
    others = {"committee": meeting.committee}
    before = make_meeting(number=1, be_year=2564, **others)
    make_meeting(number=9, be_year=2563, **others)
    after = make_meeting(number=1, be_year=2565, **others)
    make_meeting(number=3, be_year=2564, access="internal", **others)
    make_meeting(number=3, be_year=2564)  # of another committee
    page = read(meeting.get_absolute_url())

    assert page.select_one(".beside [rel=prev]")["href"] == before.get_absolute_url()
    assert page.select_one(".beside [rel=next]")["href"] == after.get_absolute_url()


def test_the_only_meeting_of_a_committee_leads_to_the_committee(meeting, read):
    (link,) = read(meeting.get_absolute_url()).select(".beside a")

    assert link["href"] == f"{meeting.committee.get_absolute_url()}#meetings"


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_a_meeting_that_was_called_off_says_why_and_leads_on(status, meeting, read):
    Meeting.objects.update(status=status, status_note_th="ประธานติดราชการ")
    page = read(meeting.get_absolute_url())
    standing = page.select_one(".notice-warning")

    assert "ประธานติดราชการ" in said(standing)
    assert standing.a["href"] == f"{meeting.committee.get_absolute_url()}#meetings"
    assert not page.select('main a[href$=".ics"]')


def test_the_date_of_a_postponed_meeting_is_called_its_former_date(meeting, read):
    Meeting.objects.update(status="postponed")

    shown = facts(read(meeting.get_absolute_url()))

    assert _("Former date") in shown
    assert _("Date") not in shown


def test_a_planned_meeting_says_what_will_stand_here_and_offers_the_calendar(meeting, read):
    Meeting.objects.update(status="planned", starts_at=timezone.now() + timedelta(days=9))
    page = read(meeting.get_absolute_url())

    assert _("This meeting is planned.") in said(page.select_one(".standing"))
    assert page.find("a", href="/committees/asean/2564/2/calendar.ics")
    assert page.select_one(".empty")  # no agenda yet


def test_a_planned_meeting_whose_day_is_over_promises_nothing(meeting, read):
    Meeting.objects.update(status="planned", starts_at=timezone.now() - timedelta(days=2))
    standing = said(read(meeting.get_absolute_url()).select_one(".standing"))

    assert _("This meeting is planned.") not in standing
    assert "ยัง" in standing


def test_a_meeting_that_was_held_needs_no_such_notice(meeting, read):
    assert read(meeting.get_absolute_url()).select(".standing") == []
