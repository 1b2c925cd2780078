"""One item of an agenda with its resolutions and assignments on one page."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from committees.models import AgendaItem, Assignment, Resolution
from tests.factories import (
    make_assignment,
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_progress,
    make_resolution,
    make_user,
)
from tests.news.desk_forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user("secretary"))
    return client


def address(item) -> str:
    return reverse("admin:committees_agendaitem_change", args=[item.pk])


def adding(meeting, **asked) -> str:
    query = "&".join(f"{name}={value}" for name, value in {"meeting": meeting.pk, **asked}.items())
    return f"{reverse('admin:committees_agendaitem_add')}?{query}"


def opened(desk, where: str) -> dict:
    return fields_of(desk.get(where), "#item-form")


def save(desk, item, **typed):
    return desk.post(address(item), opened(desk, address(item)) | typed)


def refused(response) -> bool:
    return response.status_code == 200 and b"errornote" in response.content


def test_a_new_item_is_typed_with_its_decision_and_its_tasks_in_one_go(desk):
    meeting = make_meeting()
    one, two, three = make_department(), make_department(), make_department()
    where = adding(meeting, section=4)
    typed = opened(desk, where) | {
        "title_th": "แผนงาน",
        "resolutions-0-kind": "approved",
        "resolutions-0-assignments-0-department": one.pk,
        "resolutions-0-assignments-0-task_th": "จัดทำแผน",
        "resolutions-0-assignments-0-due_on": "๑๔ กุมภาพันธ์ ๒๕๖๓",
        "resolutions-0-several-departments": [two.pk, three.pk],
        "resolutions-0-several-task_th": "เสนอความเห็น",
    }

    assert desk.post(where, typed).status_code == 302
    item = AgendaItem.objects.get()
    assert (item.meeting, item.section, item.order, item.title_th) == (meeting, 4, 1, "แผนงาน")
    assert list(item.resolutions.values_list("kind", "text_th")) == [("approved", "เห็นชอบ")]
    tasks = Assignment.objects.order_by("pk").values_list("department", "task_th", "status")
    assert list(tasks) == [
        (one.pk, "จัดทำแผน", "open"),
        (two.pk, "เสนอความเห็น", "open"),
        (three.pk, "เสนอความเห็น", "open"),
    ]
    assert Assignment.objects.get(department=one).due_on.isoformat() == "2020-02-14"
    assert LogEntry.objects.filter(object_id=str(item.pk)).count() == 1


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("acknowledged", "รับทราบ"),
        ("approved", "เห็นชอบ"),
        ("assigned", "มอบหมายหน่วยงานที่เกี่ยวข้องดำเนินการ"),
        ("deferred", "ให้นำเสนอในการประชุมครั้งต่อไป"),
    ],
)
def test_a_kind_without_a_text_is_recorded_in_the_usual_words(kind, words, desk):
    item = make_item()

    assert save(desk, item, **{"resolutions-0-kind": kind}).status_code == 302
    assert list(item.resolutions.values_list("kind", "text_th")) == [(kind, words)]


def test_tasks_without_a_decision_are_recorded_as_assigned(desk):
    item = make_item()
    typed = {
        "resolutions-0-assignments-0-department": make_department().pk,
        "resolutions-0-assignments-0-task_en": "Report",
    }

    assert save(desk, item, **typed).status_code == 302
    assert Resolution.objects.get().kind == "assigned"
    assert Assignment.objects.get().task_en == "Report"


def test_a_page_saved_as_it_was_opened_changes_nothing(desk):
    item = make_item()
    make_assignment(resolution=make_resolution(item=item))

    assert save(desk, item).status_code == 302
    assert Resolution.objects.count() == Assignment.objects.count() == 1


def test_a_decision_and_a_task_are_removed(desk):
    item = make_item()
    first, second = make_resolution(item=item, order=1), make_resolution(item=item, order=2)
    make_assignment(resolution=second)
    typed = {"resolutions-0-DELETE": "on", "resolutions-1-assignments-0-DELETE": "on"}

    assert save(desk, item, **typed).status_code == 302
    assert list(Resolution.objects.values_list("pk", "order")) == [(second.pk, 1)]
    assert not Assignment.objects.exists()
    assert not Resolution.objects.filter(pk=first.pk).exists()


@pytest.mark.parametrize("mark", ["resolutions-0-DELETE", "resolutions-0-assignments-0-DELETE"])
def test_what_was_reported_on_is_not_removed(mark, desk):
    item = make_item()
    make_progress(assignment=make_assignment(resolution=make_resolution(item=item)))

    assert refused(save(desk, item, **{mark: "on"}))
    assert Assignment.objects.count() == 1
    delete = reverse("admin:committees_agendaitem_delete", args=[item.pk])
    assert desk.get(delete).status_code == 200
    desk.post(delete, {"post": "yes"})
    assert AgendaItem.objects.filter(pk=item.pk).exists()


def test_the_earlier_decision_stands_beside_with_what_became_of_it(desk):
    committee = make_committee()
    first = make_meeting(committee=committee, number=1, starts_at="2020-01-01T09:00Z")
    second = make_meeting(committee=committee, number=2, starts_at="2020-02-01T09:00Z")
    task = make_assignment(
        resolution=make_resolution(item=make_item(meeting=first, section=5)), task_th="ทำแผน"
    )
    make_progress(assignment=task, text_th="ทำไปครึ่งหนึ่ง", reported_in=second)
    item = make_item(meeting=second, section=3, follows=task.resolution.item)

    beside = BeautifulSoup(desk.get(address(item)).content, "html.parser").select_one("aside")

    assert "1/2563" in beside.get_text()
    assert "5.1" in beside.get_text()
    assert "ทำแผน" in beside.get_text()
    assert "ทำไปครึ่งหนึ่ง" in beside.get_text()
    assert beside.select(f"a[href$='/{task.pk}/report/?meeting={second.pk}']")


def test_a_task_shows_its_state_and_leads_to_its_report(desk):
    task = make_assignment(status="in_progress")
    item = task.resolution.item

    page = BeautifulSoup(desk.get(address(item)).content, "html.parser")

    assert task.get_status_display() in page.select_one(".item-assignment legend").get_text()
    assert not page.select("[name$='-status']")
    report = f"/{task.pk}/report/?meeting={item.meeting_id}"
    assert page.select(f".item-assignment a[href$='{report}']")


def test_after_saving_one_goes_on_to_the_next_item_or_back_to_the_agenda(desk):
    meeting = make_meeting()
    first = make_item(meeting=meeting, section=4)
    last = make_item(meeting=meeting, section=5)
    agenda = reverse("admin:committees_meeting_agenda", args=[meeting.pk])

    assert save(desk, first, _next="1").url == address(last)
    assert save(desk, last, _next="1").url == agenda
    assert save(desk, first, _agenda="1").url == agenda
    assert save(desk, first).url == address(first)


def test_another_section_puts_the_item_at_its_end(desk):
    meeting = make_meeting()
    make_item(meeting=meeting, section=5, order=7)
    item = make_item(meeting=meeting, section=4, order=1)

    save(desk, item, section="5")
    item.refresh_from_db()
    assert (item.section, item.order) == (5, 8)


def test_an_item_is_removed_after_a_question(desk):
    item = make_item()
    make_resolution(item=item)
    delete = reverse("admin:committees_agendaitem_delete", args=[item.pk])

    assert desk.get(delete).status_code == 200
    response = desk.post(delete, {"post": "yes"})
    assert response.url == reverse("admin:committees_meeting_agenda", args=[item.meeting_id])
    assert not AgendaItem.objects.exists()


def test_without_a_meeting_one_is_to_be_chosen(desk):
    assert desk.get(reverse("admin:committees_agendaitem_add")).status_code == 302


@pytest.mark.parametrize("term", ["แผน", "๒", "2/2563", "๒/๒๕๖๓", "%", "x" * 900, "9/9999"])
def test_items_are_found_by_words_and_by_the_number_of_their_meeting(term, desk):
    make_item(meeting=make_meeting(number=2), title_th="แผน 2")

    page = desk.get(reverse("admin:committees_agendaitem_changelist"), {"q": term})

    assert page.status_code == 200
    assert (page.context["cl"].result_count == 1) == (term in {"แผน", "๒", "2/2563", "๒/๒๕๖๓"})


def test_a_page_of_many_tasks_is_read_with_few_queries(desk, django_assert_max_num_queries):
    meeting = make_meeting()
    item = make_item(meeting=meeting)
    for _number in range(39):
        make_item(meeting=meeting)
    for _number in range(2):
        resolution = make_resolution(item=item)
        for _task in range(40):
            make_assignment(resolution=resolution)

    with django_assert_max_num_queries(20):
        assert desk.get(address(item)).status_code == 200


def test_thirty_items_are_typed_through_the_screens_and_read_on_the_page(desk, client):
    meeting = make_meeting()
    agenda = reverse("admin:committees_meeting_agenda", args=[meeting.pk])
    typed = {"titles-4": "\n".join(f"ทราบ {n}" for n in range(15))}
    typed |= {"titles-5": "\n".join(f"พิจารณา {n}" for n in range(15))}
    desk.post(agenda, fields_of(desk.get(agenda), "#agenda-form") | typed)
    department = make_department()
    where = address(AgendaItem.objects.filter(meeting=meeting).first())
    for _item in range(30):
        for at, kind in enumerate(("acknowledged", "assigned")):
            block = f"resolutions-{at}"
            decided = {f"{block}-kind": kind}
            if at:
                decided |= {
                    f"{block}-assignments-0-department": department.pk,
                    f"{block}-assignments-0-task_th": "รายงานผล",
                }
            going_on = {"_next": "1"} if at else {}
            response = desk.post(where, opened(desk, where) | decided | going_on)
        where = response.url

    assert where == agenda
    assert Resolution.objects.count() == 60
    assert Assignment.objects.count() == 30
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "4.15" in page
    assert page.count("รายงานผล") == 30
