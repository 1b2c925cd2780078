"""The follow-up board at the desk, and the screen on which a report is written."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from committees.models import Meeting, Progress
from tests.factories import (
    make_assignment,
    make_department,
    make_item,
    make_meeting,
    make_progress,
    make_resolution,
    make_user,
)
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db
BOARD = "admin:committees_assignment_board"


@pytest.fixture
def secretary(client):
    user = make_user("secretary")
    client.force_login(user)
    return user


def report_address(task, query=""):
    return reverse("admin:committees_assignment_report", args=[task.pk]) + query


def typed(**fields):
    return {"status": "in_progress", "text_th": "รายงาน", "on": "๑๔ กุมภาพันธ์ ๒๕๖๓"} | fields


def decided_long_ago(**fields):
    hour = timezone.now().replace(year=2020, month=1, day=10)
    return make_assignment(
        resolution=make_resolution(item=make_item(meeting=make_meeting(starts_at=hour))), **fields
    )


def rows_of(response):
    text = b"".join(response.streaming_content).decode().removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_board_shows_what_is_late_first_closed_items_too(client, secretary):
    office, today = make_department(), timezone.localdate()
    make_assignment(department=office, task_th="งานที่ยังไม่ถึงกำหนด", due_on=today)
    closed = make_resolution(item=make_item(access="internal"))
    late = {"task_th": "งานที่ค้าง", "due_on": today - timedelta(days=12)}
    make_assignment(department=office, resolution=closed, **late)
    make_assignment(department=office, task_th="งานที่เสร็จ", status="done")

    words = said(page_of(client, reverse(BOARD)).main or page_of(client, reverse(BOARD)))

    assert words.index("งานที่ค้าง") < words.index("งานที่ยังไม่ถึงกำหนด")
    assert "12" in words
    assert "งานที่เสร็จ" not in words


def test_an_assignment_of_a_meeting_that_was_not_held_is_not_owed(client, secretary):
    item = make_item(meeting=make_meeting(status="planned"))
    make_assignment(resolution=make_resolution(item=item), task_th="ร่างไว้ก่อน")

    assert "ร่างไว้ก่อน" not in said(page_of(client, reverse(BOARD)))


def test_the_board_is_narrowed_by_department_committee_year_and_state(client, secretary):
    one, other = make_assignment(task_th="งานหนึ่ง"), decided_long_ago(task_th="งานสอง")
    done = make_assignment(task_th="งานสาม", status="done")
    committee = other.resolution.item.meeting.committee_id
    shown = {
        f"department={one.department_id}": {"งานหนึ่ง"},
        f"committee={committee}": {"งานสอง"},
        "year=2563": {"งานสอง"},
        "state=closed": {"งานสาม"},
        f"state=all&department={done.department_id}": {"งานสาม"},
        "year=abc&department=99999999999999999999&state=x&committee=x&page=x": {
            "งานหนึ่ง",
            "งานสอง",
        },
    }

    for query, tasks in shown.items():
        words = said(page_of(client, f"{reverse(BOARD)}?{query}"))
        found = {task for task in ("งานหนึ่ง", "งานสอง", "งานสาม") if task in words}
        assert found == tasks, query


def test_a_secretary_writes_a_report_in_thai_digits(client, secretary):
    task = decided_long_ago()

    client.post(report_address(task), typed(status="done"))

    report = task.progress.get()
    task.refresh_from_db()
    assert (report.on.isoformat(), report.by, task.status) == ("2020-02-14", secretary, "done")
    assert "รายงาน" in said(page_of(client, report_address(task)))


def test_a_refused_report_keeps_what_was_typed(client, secretary):
    task = decided_long_ago()
    elsewhere = make_meeting()

    for wrong in (
        {"on": "1 มกราคม 2562"},
        {"on": "32/13/2563"},
        {"reported_in": elsewhere.pk},
        {"reported_in": "\x00"},
        {"status": "lost"},
    ):
        response = client.post(report_address(task), typed(text_th="ข้อความยาว", **wrong))
        assert response.status_code == 200, wrong
        assert "ข้อความยาว" in response.content.decode(), wrong

    assert not Progress.objects.exists()


def test_only_meetings_that_may_hear_it_are_offered_and_one_is_chosen(client, secretary):
    task = decided_long_ago()
    committee = task.resolution.item.meeting.committee
    offered = make_meeting(committee=committee)
    certified = make_meeting(committee=committee)
    Meeting.objects.filter(pk=certified.pk).update(minutes_state="certified")
    cancelled = make_meeting(committee=committee, status="cancelled")

    page = page_of(client, report_address(task, f"?meeting={offered.pk}"))

    choices = {one["value"] for one in page.select("#id_reported_in option")}
    assert str(offered.pk) in choices
    assert not choices & {str(certified.pk), str(cancelled.pk), str(make_meeting().pk)}
    assert page.select_one("#id_reported_in option[selected]")["value"] == str(offered.pk)


def test_a_report_is_released_by_a_button(client, secretary):
    report = make_progress()

    address = reverse("admin:committees_assignment_release", args=[report.pk])
    client.get(address)
    assert not Progress.objects.public().exists()
    client.post(address, {"show": "1"})

    assert Progress.objects.public().get() == report


def test_the_file_has_what_was_asked_for_and_no_formula(client, secretary):
    task = decided_long_ago(task_th="=1+1", due_on=timezone.localdate() - timedelta(days=5))
    make_progress(assignment=task, text_th="@SUM(A1)")
    make_assignment()
    address = reverse("admin:committees_assignment_csv")

    (row,) = rows_of(client.get(address, {"department": task.department_id, "year": 2563}))

    values = list(row.values())
    assert values[0] == task.department.name_th
    assert "'=1+1" in values
    assert "'@SUM(A1)" in values
    assert "5" in values
    assert task.due_on.isoformat() in values
    assert len(rows_of(client.get(address))) == 2


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        ("secretary", 200, 302),
        ("administrator", 200, 403),
        ("editor", 403, 403),
        ("author", 403, 403),
        ("translator", 403, 403),
    ],
)
def test_who_reads_the_board_and_who_writes_reports(client, role, reads, writes, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    task, report = decided_long_ago(), make_progress()
    client.force_login(make_user(role))

    for address in (reverse(BOARD), reverse("admin:committees_assignment_csv")):
        assert client.get(address).status_code == reads
    assert client.get(report_address(task)).status_code == reads
    assert client.post(report_address(task), typed()).status_code == writes
    release = reverse("admin:committees_assignment_release", args=[report.pk])
    assert client.post(release, {"show": "1"}).status_code == writes
    assert task.progress.count() == (1 if writes == 302 else 0)


def test_list_and_record_are_the_board_and_the_reports(client, secretary):
    task = make_assignment(task_th="งานที่ค้าง")
    make_progress(assignment=task, text_th="รายงานก่อนหน้า")

    listed = page_of(client, reverse("admin:committees_assignment_changelist"))
    record = page_of(client, reverse("admin:committees_assignment_change", args=[task.pk]))

    assert listed.select_one(f'a[href="{report_address(task)}"]')
    assert "รายงานก่อนหน้า" in said(record)


def test_a_full_board_asks_no_more_than_a_short_one(
    client, secretary, django_assert_max_num_queries
):
    for _each in range(30):
        make_progress()

    with django_assert_max_num_queries(20):
        client.get(reverse(BOARD))
