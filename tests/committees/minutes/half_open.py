"""A certified meeting, part of it closed: what readers may see, and what they may not."""

import io
import re
from datetime import date, timedelta

from pypdf import PdfReader

from committees.models import Meeting
from tests import factories

# Ends in Latin letters, which pypdf reads back: of Thai it reads glyphs, not what is copied.
OPEN = (
    *("ผู้แทนOpenChair", "ผู้ลาOpenAbsent", "เรื่องOpenItem", "รายละเอียดOpenItem"),
    *("มติOpenItem", "งานOpenItem", "หน่วยงานOpenItem"),
)
CLOSED = (
    *("แขกClosedGuest", "ป่วยClosedReason", "เรื่องClosedItem", "รายละเอียดClosedItem"),
    *("มติClosedItem", "งานClosedItem", "หน่วยงานClosedItem"),
    *("เอกสารClosedPaper", "รายงานClosedReport", "หมวดClosedSection"),
)
NEVER = "meet.example"  # the online address stands in no paper


def half_open_meeting(**fields) -> Meeting:
    """Certified unless said otherwise; the fourth section holds nothing but closed items."""
    committee = factories.make_committee(slug="sister-cities", name_th="คณะกรรมการเมืองพี่เมืองน้อง")
    certified = {"minutes_state": "certified", "certified_on": date(2020, 5, 1)} | fields
    hour = factories.timezone.now() - timedelta(days=30)
    meeting = factories.make_meeting(
        committee=committee,
        number=1,
        starts_at=hour,
        ends_at=hour + timedelta(hours=3),
        status=fields.get("status", "held"),
        online_url=f"https://{NEVER}/x",
        venue_th="ห้องประชุมใหญ่",
    )
    for number, title in ((1, "เรื่องแจ้ง"), (4, "หมวดClosedSection"), (5, "เรื่องเพื่อพิจารณา")):
        factories.make_agenda_heading(meeting=meeting, number=number, title_th=title)
    _roll(meeting)
    for words, access, section in (
        *(("ClosedItem", "internal", 4), ("ClosedItem", "internal", 5), ("OpenItem", "public", 5)),
    ):
        _item(meeting, words, access, section)
    Meeting.objects.filter(pk=meeting.pk).update(**certified)
    return Meeting.objects.with_committee().get(pk=meeting.pk)


def _roll(meeting: Meeting) -> None:
    for fields in (
        {"name_th": "ผู้แทนOpenChair", "capacity": "chair"},
        {"name_th": "ผู้ลาOpenAbsent", "presence": "absent", "reason_th": "ป่วยClosedReason"},
        {"name_th": "แขกClosedGuest", "capacity": "guest"},
    ):
        factories.make_attendee(meeting=meeting, **fields)


def _item(meeting: Meeting, words: str, access: str, section: int) -> None:
    item = factories.make_item(
        meeting=meeting,
        section=section,
        access=access,
        title_th=f"เรื่อง{words}",
        detail_th=f"รายละเอียด{words}",
    )
    resolution = factories.make_resolution(item=item, text_th=f"มติ{words}")
    department = factories.make_department(name_th=f"หน่วยงาน{words}{section}-{item.pk}")
    task = factories.make_assignment(
        resolution=resolution, department=department, task_th=f"งาน{words}"
    )
    if access == "internal":
        factories.make_document(meeting=meeting, item=item, title_th="เอกสารClosedPaper")
        return
    # What was reported on an open task, and not released.
    again = factories.make_item(meeting=meeting, section=1, title_th="เรื่องกลับมา")
    before = factories.make_item(meeting=factories.make_meeting(committee=meeting.committee))
    type(again).objects.filter(pk=again.pk).update(follows=before)
    owed = factories.make_assignment(
        resolution=factories.make_resolution(item=before), department=task.department
    )
    factories.make_progress(assignment=owed, reported_in=meeting, text_th="รายงานClosedReport")


def text_of_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def latin(words: tuple[str, ...]) -> tuple[str, ...]:
    """What tells each of these words in a PDF."""
    return tuple(re.sub("[^A-Za-z]", "", one) for one in words)


def said_among(words: tuple[str, ...], text: str) -> set[str]:
    """Which of them stand in the text, however its lines were broken."""
    whole = "".join(text.split())
    return {one for one in words if one in whole}
