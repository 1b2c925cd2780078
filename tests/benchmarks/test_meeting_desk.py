"""A long meeting opens at the desk about as fast as a short one."""

from statistics import median
from time import perf_counter

import pytest
from django.urls import reverse

from committees.models import AgendaItem, Assignment, Attendee, Resolution
from tests.factories import make_department, make_meeting, make_user

pytestmark = pytest.mark.django_db
RUNS = 9


def meeting_of(attendees: int, items: int, assignments: int):
    meeting = make_meeting()
    department = make_department()
    Attendee.objects.bulk_create(
        Attendee(meeting=meeting, name_th=f"ผู้มาประชุม {n}", order=n) for n in range(attendees)
    )
    agenda = AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, title_th=f"เรื่องที่ {n}", order=n) for n in range(items)
    )
    decided = Resolution.objects.bulk_create(
        Resolution(item=item, text_th="มอบหมาย", kind="assigned") for item in agenda
    )
    Assignment.objects.bulk_create(
        Assignment(resolution=decided[n % items], department=department, task_th=f"งานที่ {n}")
        for n in range(assignments)
    )
    return meeting


def test_the_page_of_a_long_meeting_opens_like_that_of_a_short_one(client, capsys):
    client.force_login(make_user("secretary"))
    short, long = meeting_of(5, 5, 5), meeting_of(60, 40, 80)
    taken = {short.pk: [], long.pk: []}
    for _run in range(RUNS):  # by turns: whatever else the machine does meets both
        for pk, times in taken.items():
            address = reverse("admin:committees_meeting_change", args=[pk])
            begun = perf_counter()
            assert client.get(address).status_code == 200
            times.append(perf_counter() - begun)

    ratio = median(taken[long.pk]) / median(taken[short.pk])
    with capsys.disabled():
        print(f"\nmeeting of 60/40/80 against 5/5/5: {ratio:.2f} times")  # noqa: T201
    assert ratio < 1.5
