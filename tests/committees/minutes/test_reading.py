"""The record of a meeting: whole for the office, without what is closed for readers."""

import io

import pytest

from committees.minutes.docx import write_minutes
from committees.minutes.pdf import write_minutes_pdf
from committees.minutes.reading import read_meeting_record
from committees.minutes.text import text_of
from tests import factories
from tests.committees.minutes.half_open import (
    CLOSED,
    NEVER,
    OPEN,
    half_open_meeting,
    latin,
    said_among,
    text_of_pdf,
)

pytestmark = pytest.mark.django_db


def test_the_public_record_holds_nothing_closed_and_the_internal_one_everything():
    meeting = half_open_meeting()

    public = str(read_meeting_record(meeting, public=True))
    internal = str(read_meeting_record(meeting, public=False))

    assert said_among(CLOSED, public) == set()
    assert said_among(OPEN, public) == set(OPEN)
    assert said_among((*OPEN, *CLOSED), internal) == {*OPEN, *CLOSED}
    assert NEVER not in public + internal


def test_word_and_pdf_of_the_public_record_hold_nothing_closed():
    record = read_meeting_record(half_open_meeting(), public=True)

    word = text_of(io.BytesIO(write_minutes(record, digits="thai")))
    pdf = text_of_pdf(write_minutes_pdf(record, digits="thai"))

    for text in (word, pdf):
        assert said_among(latin(CLOSED), text) == set()
        assert said_among(latin(OPEN), text) == set(latin(OPEN))


def test_word_and_pdf_of_the_internal_record_hold_what_is_closed():
    record = read_meeting_record(half_open_meeting(), public=False)

    word = text_of(io.BytesIO(write_minutes(record, digits="thai")))
    pdf = text_of_pdf(write_minutes_pdf(record, digits="thai"))

    for text in (word, pdf):
        assert said_among(latin(CLOSED), text) == set(latin(CLOSED))


def test_a_section_whose_items_are_all_closed_is_left_out_and_numbers_stay():
    meeting = half_open_meeting()

    parts = read_meeting_record(meeting, public=True).parts

    assert [part.number for part in parts] == [1, 5]
    assert [matter.number for matter in parts[1].matters] == ["5.2"]


def test_an_empty_section_stays():
    meeting = factories.make_meeting()

    assert len(read_meeting_record(meeting, public=True).parts) == 6


def test_minutes_certified_at_a_closed_meeting_do_not_name_it():
    meeting = half_open_meeting(minutes_state="draft", certified_on=None)
    later = factories.make_meeting(committee=meeting.committee, number=7, access="internal")
    type(meeting).objects.filter(pk=meeting.pk).update(
        minutes_state="certified", certified_at=later
    )
    meeting.refresh_from_db()

    assert read_meeting_record(meeting, public=True).certified_at == ""
    assert "7/2563" in read_meeting_record(meeting, public=False).certified_at


@pytest.mark.parametrize("public", [True, False])
def test_a_long_meeting_is_read_in_a_dozen_queries(public, django_assert_max_num_queries):
    meeting = factories.make_meeting()
    for _each in range(60):
        factories.make_attendee(meeting=meeting)
    departments = [factories.make_department() for _each in range(4)]
    earlier = factories.make_meeting(committee=meeting.committee)
    for place in range(40):
        before = factories.make_item(meeting=earlier)
        item = factories.make_item(meeting=meeting, follows=before, section=1 + place % 6)
        resolution = factories.make_resolution(item=item)
        for department in departments[:2]:
            factories.make_assignment(resolution=resolution, department=department)
        owed = factories.make_assignment(
            resolution=factories.make_resolution(item=before), department=departments[3]
        )
        factories.make_progress(assignment=owed, reported_in=meeting, is_public=True)
    meeting = type(meeting).objects.with_committee().get(pk=meeting.pk)

    with django_assert_max_num_queries(12):
        record = read_meeting_record(meeting, public=public)

    matters = [matter for part in record.parts for matter in part.matters]
    assert len(record.present) == 60
    assert len(matters) == 40
    assert sum(len(one.tasks) for matter in matters for one in matter.decisions) == 80
    assert all(matter.reports and matter.follows for matter in matters)
