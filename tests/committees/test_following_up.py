"""Reports on assignments, what is owed, and the figures over time."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.utils import timezone

from committees.follow_up_history import history
from committees.following_up import (
    by_department,
    days_overdue,
    decided,
    decided_in,
    fiscal_years,
    open_assignments,
    release,
    report_progress,
    standings,
)
from committees.models import Assignment, Meeting, Progress
from tests.factories import (
    make_assignment,
    make_department,
    make_item,
    make_meeting,
    make_progress,
    make_resolution,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def bangkok(year, month, day):
    return datetime(year, month, day, 9, tzinfo=timezone.get_default_timezone())


def assigned(meeting=None, **fields):
    item = make_item(meeting=meeting or make_meeting())
    return make_assignment(resolution=make_resolution(item=item), **fields)


def assigned_on(year, month, day, **fields):
    return assigned(make_meeting(starts_at=bangkok(year, month, day)), **fields)


def meeting_of(assignment):
    return assignment.resolution.item.meeting


def certify(meeting):
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="certified")


def figures(**asked):
    found = history(Assignment.objects.all(), Progress.objects.all(), **asked)
    return [(one.assigned, one.done, one.overdue) for one in found.periods]


# --- acts ---------------------------------------------------------------------------------


def test_a_report_says_how_the_assignment_stands_and_is_logged():
    task, secretary = assigned(), make_user("secretary")

    report = report_progress(task, status="in_progress", text_th="ส่งหนังสือแล้ว", by=secretary)

    task.refresh_from_db()
    assert (task.status, report.on, report.by) == ("in_progress", TODAY(), secretary)
    assert not report.is_public
    assert LogEntry.objects.get(object_id=task.pk).user == secretary


def test_the_same_report_twice_is_written_once():
    task, by = assigned(), make_user()

    first = report_progress(task, status="done", text_th="เสร็จแล้ว \u200b", by=by)
    again = report_progress(task, status="done", text_th="เสร็จแล้ว ", by=by)

    assert first == again
    assert task.progress.count() == 1


def test_work_goes_on_under_certified_minutes():
    task = assigned()
    certify(meeting_of(task))

    report_progress(task, status="done", by=make_user())

    task.refresh_from_db()
    assert task.status == "done"


def test_a_report_heard_at_a_meeting_has_its_day():
    task = assigned_on(2020, 1, 10)
    later = make_meeting(committee=meeting_of(task).committee, starts_at=bangkok(2020, 3, 5))

    report = report_progress(task, status="done", reported_in=later, by=make_user())

    assert report.on == date(2020, 3, 5)


@pytest.mark.parametrize(
    "fields",
    [{"status": "cancelled"}, {"minutes_state": "certified"}, {"starts_at": bangkok(2019, 1, 1)}],
)
def test_no_report_at_a_cancelled_certified_or_earlier_meeting(fields):
    task = assigned_on(2020, 1, 10)
    wrong = make_meeting(
        **{"committee": meeting_of(task).committee, "starts_at": bangkok(2020, 2, 1)} | fields
    )

    with pytest.raises(ValidationError):
        report_progress(task, status="done", on=date(2020, 2, 1), reported_in=wrong, by=make_user())

    assert not task.progress.exists()


def test_no_report_at_a_meeting_of_another_committee():
    with pytest.raises(ValidationError):
        report_progress(assigned(), status="done", reported_in=make_meeting(), by=make_user())


@pytest.mark.parametrize("days", [1, -30])
def test_no_report_from_the_future_or_before_the_assignment(days):
    with pytest.raises(ValidationError):
        report_progress(
            assigned(), status="done", on=TODAY() + timedelta(days=days), by=make_user()
        )


def test_an_empty_report_that_changes_nothing_is_refused():
    with pytest.raises(ValidationError):
        report_progress(assigned(), status="open", text_th=" \u200b", by=make_user())


def test_a_closed_assignment_is_taken_up_again_only_with_a_reason():
    task, by = assigned(status="done"), make_user()

    with pytest.raises(ValidationError):
        report_progress(task, status="open", by=by)
    report_progress(task, status="open", text_th="พบข้อผิดพลาด", by=by)

    task.refresh_from_db()
    assert task.status == "open"


def test_a_report_is_released_and_taken_back_once():
    report, by = make_progress(), make_user()

    assert release(report, to_readers=True, by=by)
    assert not release(report, to_readers=True, by=by)
    assert Progress.objects.public().get() == report
    assert release(report, to_readers=False, by=by)
    assert not Progress.objects.public().exists()


# --- what is owed -------------------------------------------------------------------------


def test_the_longest_overdue_comes_first_and_what_has_no_day_last():
    undated = assigned()
    coming, late, latest = (assigned(due_on=TODAY() + timedelta(days=d)) for d in (9, -1, -40))
    assigned(due_on=TODAY() - timedelta(days=99), status="done")

    assert list(open_assignments(decided())) == [latest, late, coming, undated]
    assert [days_overdue(one) for one in (latest, late, coming, undated)] == [40, 1, 0, 0]


def test_what_is_due_today_is_not_overdue():
    office = make_department()
    assigned(due_on=TODAY(), department=office)

    owed = by_department(decided())[office.pk]

    assert (owed.open, owed.overdue) == (1, 0)


def test_an_assignment_tells_its_number_in_the_minutes_and_its_last_report():
    meeting = make_meeting()
    make_item(meeting=meeting, order=1, access="internal")
    item = make_item(meeting=meeting, order=2)
    task = make_assignment(resolution=make_resolution(item=item))
    make_progress(assignment=task, on=TODAY() - timedelta(days=1))
    newest = make_progress(assignment=task, on=TODAY())

    (standing,) = standings(open_assignments(decided()))

    assert (standing.item_number, standing.last_report) == ("5.2", newest)


def test_a_fiscal_year_begins_in_october_in_bangkok():
    last = assigned_on(2021, 9, 30)
    first = assigned(make_meeting(starts_at=bangkok(2021, 10, 1).replace(hour=0)))

    assert list(decided_in(decided(), 2564)) == [last]
    assert list(decided_in(decided(), 2565)) == [first]
    assert fiscal_years(decided()) == [2565, 2564]
    assert fiscal_years(Assignment.objects.none()) == []


# --- over time ----------------------------------------------------------------------------


def test_figures_follow_an_assignment_across_two_fiscal_years():
    task = assigned_on(2021, 8, 10, due_on=date(2021, 9, 30), status="done")
    make_progress(assignment=task, on=date(2021, 11, 2), status="in_progress")
    make_progress(assignment=task, on=date(2022, 1, 15), status="done")

    assert figures(from_fiscal_year=2564, to_fiscal_year=2565) == [
        *[(0, 0, 0), (0, 0, 0), (0, 0, 0), (1, 0, 1)],
        *[(0, 0, 1), (0, 1, 0), (0, 0, 0), (0, 0, 0)],
    ]


def test_figures_by_month_count_what_was_assigned_before_as_overdue():
    assigned_on(2021, 8, 10, due_on=date(2021, 10, 31))

    by_month = figures(from_fiscal_year=2565, to_fiscal_year=2565, by="month")

    # Due on the last of October: overdue from the end of that day.
    assert by_month == [(0, 0, 1)] * 12


def test_what_is_done_on_an_unknown_day_is_in_no_period_and_never_called_overdue():
    assigned_on(2021, 8, 10, due_on=date(2021, 9, 1), status="done")

    found = history(Assignment.objects.all(), Progress.objects.all(), from_fiscal_year=2564)

    assert found.undated == 1
    assert {(one.done, one.overdue) for one in found.periods} == {(0, 0)}


def test_an_assignment_taken_up_again_is_done_when_it_is_done_at_last():
    task = assigned_on(2020, 10, 5, due_on=date(2020, 11, 1), status="done")
    for on, status in [((2020, 12, 1), "done"), ((2021, 2, 1), "open"), ((2021, 5, 1), "done")]:
        make_progress(assignment=task, on=date(*on), status=status)

    assert figures(from_fiscal_year=2564, to_fiscal_year=2564) == [
        *[(1, 0, 0), (0, 0, 1), (0, 1, 0), (0, 0, 0)]
    ]


def test_what_was_dropped_is_neither_done_nor_overdue():
    task = assigned_on(2020, 10, 5, due_on=date(2020, 11, 1), status="dropped")
    make_progress(assignment=task, on=date(2021, 1, 10), status="dropped")

    year = figures(from_fiscal_year=2564, to_fiscal_year=2564)

    assert year == [(1, 0, 1), (0, 0, 0), (0, 0, 0), (0, 0, 0)]


def test_the_figures_end_today():
    assigned(due_on=TODAY() - timedelta(days=1))

    found = history(Assignment.objects.all(), Progress.objects.all(), from_fiscal_year=2560)

    assert found.periods[-1].ends_on == TODAY()
    assert found.periods[-1].overdue == 1


def test_the_figures_of_many_assignments_are_two_questions(django_assert_max_num_queries):
    meeting = make_meeting()
    for _each in range(12):
        make_progress(assignment=assigned(meeting))

    with django_assert_max_num_queries(2):
        figures(from_fiscal_year=2560)
