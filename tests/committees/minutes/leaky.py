"""A meeting held in the open with everything in it that readers must not see."""

from datetime import datetime

from django.utils import timezone

from committees.models import Meeting
from tests.factories import (
    make_assignment,
    make_attendee,
    make_committee,
    make_department,
    make_document,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_progress,
    make_resolution,
)

BANGKOK = timezone.get_default_timezone()
SECRET = "ความลับสุดยอด"
ONLINE = "https://meet.example.org/behind-doors"


def leaky_meeting(**fields) -> Meeting:
    committee = make_committee(name_th="คณะกรรมการอาเซียน", slug="asean")
    earlier = make_meeting(
        committee=committee, number=1, be_year=2563, starts_at=datetime(2020, 1, 9, tzinfo=BANGKOK)
    )
    meeting = make_meeting(
        **{
            "committee": committee,
            "number": 2,
            "be_year": 2563,
            "starts_at": datetime(2020, 2, 14, 13, 30, tzinfo=BANGKOK),
            "ends_at": datetime(2020, 2, 14, 16, 25, tzinfo=BANGKOK),
            "venue_th": "ห้องรัตนโกสินทร์",
            "online_url": ONLINE,
            "mode": "hybrid",
        }
        | fields
    )
    people(meeting)
    agenda(meeting, earlier)
    return meeting


def people(meeting):
    named(meeting, "ประธานในที่ประชุม", capacity="chair", position_th="ปลัดกรุงเทพมหานคร", order=9)
    seat = make_membership(committee=meeting.committee, position_th="ผู้อำนวยการสำนักอนามัย")
    named(meeting, "ผู้มาแทน", presence="substitute", substitute_for=seat, order=2)
    named(meeting, "กรรมการหนึ่ง", order=1)
    named(meeting, "ผู้ลาประชุม", presence="absent", reason_th=f"เหตุ{SECRET}")
    named(meeting, f"แขก{SECRET}", capacity="guest")
    named(meeting, f"กรรมการ{SECRET}", is_public=False)


def agenda(meeting, earlier):
    make_item(meeting=meeting, section=5, order=1, title_th=f"เรื่อง{SECRET}", access="internal")
    item = make_item(meeting=meeting, section=5, order=2, title_th="เรื่องเปิด", detail_th="รายละเอียด")
    for access in ("internal", "public"):
        title = f"เอกสาร{SECRET}" if access == "internal" else "เอกสารเปิดเผย"
        make_document(meeting=meeting, item=item, title_th=title, access=access)
    department = make_department(name_th="สำนักอนามัย")
    resolution = make_resolution(item=item, text_th="เห็นชอบตามเสนอ", kind="assigned")
    make_assignment(resolution=resolution, department=department, task_th="จัดทำแผนงาน")
    for secret in (True, False):
        arises(meeting, earlier, department, secret)


def arises(meeting, earlier, department, secret):
    mark = SECRET if secret else "เปิดเผย"
    old = make_item(
        meeting=earlier, title_th=f"เดิม{mark}", access="internal" if secret else "public"
    )
    task = make_assignment(
        resolution=make_resolution(item=old), department=department, task_th=f"งาน{mark}"
    )
    follow_up = make_item(meeting=meeting, section=3, follows=old, title_th="เรื่องสืบเนื่องหนึ่ง")
    make_progress(assignment=task, reported_in=meeting, is_public=True, text_th=f"รายงาน{mark}")
    make_progress(assignment=task, reported_in=meeting, text_th=f"บันทึก{SECRET}")
    return follow_up


def named(meeting, name, **fields):
    return make_attendee(meeting=meeting, person=make_person(name_th=name, prefix_th=""), **fields)


def certify(meeting: Meeting) -> Meeting:
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified")
    meeting.refresh_from_db()
    return meeting
