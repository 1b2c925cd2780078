"""Follow-up as readers see it: what was released, in both languages, and nothing else."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from tests.factories import (
    make_assignment,
    make_department,
    make_item,
    make_meeting,
    make_progress,
    make_resolution,
)
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db


def address(language="th", name="follow-up"):
    with translation.override(language):
        return reverse(f"committees:{name}")


def csv_rows(client, query=None, language="th"):
    response = client.get(address(language, "follow-up-csv"), query or {})
    text = b"".join(response.streaming_content).decode().removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text)))


def within(task, **meeting):
    item = {"access": meeting.pop("item")} if "item" in meeting else {}
    held = make_meeting(**meeting)
    resolution = make_resolution(item=make_item(meeting=held, **item))
    return make_assignment(resolution=resolution, task_th=task, department=make_department())


def hide_some():
    hidden = [
        within("leak_item", item="internal"),
        within("leak_meeting", access="internal"),
        within("leak_plan", status="planned"),
    ]
    for task in hidden:
        make_progress(assignment=task, text_th="leak_report", is_public=True)


@pytest.mark.parametrize("language", ["th", "en"])
def test_readers_get_what_is_released_and_nothing_else(client, language):
    hide_some()
    task = within("open_task")
    closed = make_meeting(access="internal", committee=task.resolution.item.meeting.committee)
    make_progress(assignment=task, text_th="open_report", is_public=True)
    make_progress(assignment=task, text_th="leak_unreleased")
    make_progress(assignment=task, text_th="leak_heard", is_public=True, reported_in=closed)

    page = client.get(address(language)).content.decode()
    table = str(csv_rows(client, language=language))

    for text in (page, table):
        assert "open_task" in text
        assert "open_report" in text
        assert "leak" not in text


def test_the_figures_know_only_released_reports(client):
    task = within("งาน")
    task.status = "done"
    task.save()
    make_progress(assignment=task, status="done", is_public=False)

    last = [said(cell) for cell in page_of(client, address()).select("tbody tr:last-child td")]

    assert last == ["1", "0", "0"]


def test_the_longest_overdue_comes_first_with_its_days_in_words(client):
    office = make_department()
    today = timezone.localdate()
    for days in (3, 30):
        make_assignment(
            department=office, task_th=f"งาน-{days}", due_on=today - timedelta(days=days)
        )

    words = said(page_of(client, address("en")).main)

    assert words.index("30 days overdue") < words.index("3 days overdue")


def test_a_reader_chooses_department_and_year(client):
    one = within("งานหนึ่ง")
    two = within("งานสอง", starts_at=timezone.now().replace(year=2020, month=1, day=10))
    shown = {
        f"department={one.department_id}": {"งานหนึ่ง"},
        "year=2563": {"งานสอง"},
        f"department={one.department_id}&year=2563": set(),
        "department=x&year=๒๕๖๓๐๐": {"งานหนึ่ง", "งานสอง"},
        "department=99999999999999999999&year=99999999999999999999": {"งานหนึ่ง", "งานสอง"},
    }

    for query, tasks in shown.items():
        words = said(page_of(client, f"{address()}?{query}").main)
        assert {task for task in ("งานหนึ่ง", "งานสอง") if task in words} == tasks, query
    assert len(csv_rows(client, {"department": two.department_id})) == 2


def test_a_task_that_looks_like_a_formula_is_text(client):
    within("=1+1")

    assert "'=1+1" in csv_rows(client)[1]


def test_the_page_stands_without_any_assignment(client):
    page = page_of(client, address())

    assert page.select_one(".empty")
    assert page.select_one("svg[role=img] title")


def test_the_picture_and_the_table_have_the_same_figures(client):
    within("งาน")

    page = page_of(client, address())

    last = [said(cell) for cell in page.select("tbody tr:last-child td")]
    ends = [said(text).split()[-1] for text in page.select("svg text")][-3:]
    assert ends == last == ["1", "0", "0"]
    assert page.select("[style], svg script") == []


def test_a_page_of_many_asks_as_often_as_one_of_few(client, django_assert_max_num_queries):
    held = make_meeting()
    for _each in range(55):
        task = make_assignment(resolution=make_resolution(item=make_item(meeting=held)))
        make_progress(assignment=task, is_public=True)

    with django_assert_max_num_queries(15):
        page = page_of(client, address())

    assert len(page.select(".follow-up > li")) == 50
    assert len(page_of(client, f"{address()}?page=2").select(".follow-up > li")) == 5
    assert client.get(f"{address()}?page=x").status_code == 404
