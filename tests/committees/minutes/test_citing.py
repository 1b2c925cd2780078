"""What papers cite of other meetings, keep of struck sections, and say again unchanged."""

import pytest

from committees.minutes.reading import read_meeting_record
from tests.committees.minutes.leaky import ONLINE, SECRET, certify, leaky_meeting
from tests.factories import (
    make_agenda_heading,
    make_assignment,
    make_item,
    make_meeting,
    make_resolution,
)

pytestmark = pytest.mark.django_db


def matters(meeting, public):
    record = read_meeting_record(meeting, public=public)
    return {one.number: one for part in record.parts for one in part.matters}


def test_the_public_record_holds_nothing_closed_of_any_kind():
    meeting = leaky_meeting()

    public, internal = (repr(read_meeting_record(meeting, public=yes)) for yes in (True, False))

    assert SECRET not in public
    assert ONLINE not in public + internal
    for mark in ("เหตุ", "แขก", "กรรมการ", "เรื่อง", "เอกสาร", "งาน", "รายงาน", "บันทึก"):
        assert f"{mark}{SECRET}" in internal


def test_what_an_item_follows_is_cited_only_where_readers_may_look():
    meeting = leaky_meeting()

    cited = "ครั้งที่ 1/2563 ระเบียบวาระที่ 5."
    public, internal = (matters(meeting, public=public) for public in (True, False))
    assert [public["3.1"].follows, public["3.2"].follows] == ["", f"{cited}2"]
    assert [internal["3.1"].follows, internal["3.2"].follows] == [f"{cited}1", f"{cited}2"]


def test_an_item_of_a_section_that_was_struck_is_still_in_the_minutes():
    meeting = make_meeting()
    make_agenda_heading(meeting=meeting, number=1)
    make_item(meeting=meeting, section=9, title_th="เรื่องที่ยังอยู่")

    assert matters(meeting, public=True)["9.1"].title == "เรื่องที่ยังอยู่"


def test_a_reader_who_has_the_pdf_is_told_so(client):
    certify(leaky_meeting())
    address = "/committees/asean/2563/2/minutes.pdf"
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304


def test_a_draft_names_what_is_open_and_unreported_and_certified_minutes_do_not():
    old = make_item()
    make_assignment(resolution=make_resolution(item=old), task_th="งานที่ยังเงียบอยู่")
    done = {"status": "done", "task_th": "งานที่เสร็จแล้ว"}
    make_assignment(resolution=make_resolution(item=old), **done)
    meeting = make_meeting()
    make_item(meeting=meeting, section=3, follows=old)

    draft, public = (matters(meeting, public=public)["3.1"] for public in (False, True))
    certified = matters(certify(meeting), public=False)["3.1"]
    assert [one.task for one in draft.reports] == ["งานที่ยังเงียบอยู่"]
    assert public.reports == certified.reports == ()
