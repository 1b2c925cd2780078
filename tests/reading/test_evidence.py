"""Every value shows the words it was read from: the place in the original holds the value."""

import datetime

import pytest

from committees.reading.days import read_days
from committees.reading.normal import normalise, tighten
from committees.reading.numbers import ORDINALS
from committees.reading.reader import read_report
from committees.reading.report import Found
from tests.reading.office import REGISTER
from tests.reading.scoring import texts

TEXTS = [one["text"] for one in texts()]
# The same text as a page of the old portal might have it.
SPOILED = [text.replace(" ", "     ").replace("ประชุม", "ประ\u200bชุม") for text in TEXTS]


def values(report):
    """Every value of a report, by what it is."""
    yield from (("words", one) for one in (report.committee, report.venue) if one)
    yield from (("days", one) for one in (report.date_start, report.date_end) if one)
    yield from (("number", one) for one in (report.number, *report.mentioned) if one)
    for one in (report.be_year, report.time):
        yield from [("digits", one)] if one else []
    yield from (("words", one) for one in report.departments)
    for who in (*report.chair, *report.attendees):
        told = (who.name, who.position, who.instead_of, who.capacity)
        yield from (("words", one) for one in told if one)
    for task in report.tasks:
        told = (*task.departments, task.task, task.due)
        yield from (("words", one) for one in told if one)


def holds(words: str, kind: str, found: Found) -> bool:
    told = normalise(words).plain
    if kind == "words":
        return tighten(found.value) == tighten(words)
    if kind == "days":
        return found.value in {day for one in read_days(told) for day in (one.start, one.end)}
    if kind == "number":
        digits = "".join(filter(str.isdecimal, told))
        return found.value == digits or found.value == ORDINALS.get(told.lower())
    digits = "".join(filter(str.isdecimal, told))
    if isinstance(found.value, int):
        return int(digits) % 100 in {found.value % 100, (found.value - 543) % 100}
    return tighten(found.value).replace(":", "")[-2:] in digits or found.value.endswith(":00")


@pytest.mark.parametrize("original", [*TEXTS, *SPOILED])
def test_the_place_of_every_value_holds_it(original):
    found = list(values(read_report(original, REGISTER)))
    wrong = [
        (one.value, original[slice(*one.span)])
        for kind, one in found
        if not holds(original[slice(*one.span)], kind, one)
    ]
    assert wrong == []


def test_a_department_in_short_is_answered_as_written_with_its_name_beside_it():
    text = "นายก้อง กล้า เป็นประธานการประชุม โดยมีผู้แทน สนอ. และ สนพ. เข้าร่วมประชุม"
    told = [(one.value, one.known) for one in read_report(text, REGISTER).departments]
    assert told == [("สนอ.", "สำนักอนามัย"), ("สนพ.", "สำนักการแพทย์")]


def test_who_stands_in_is_named_with_whom_they_stand_in_for():
    text = (
        "นายก้อง กล้า เป็นประธานการประชุม โดยมีนางสาวใจ ดีงาม รองผู้อำนวยการสำนักการคลัง "
        "แทนผู้อำนวยการสำนักการคลัง เข้าร่วมประชุม"
    )
    (who,) = read_report(text, REGISTER).attendees
    assert (who.name.value, who.instead_of.value) == ("นางสาวใจ ดีงาม", "ผู้อำนวยการสำนักการคลัง")


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("ภายในวันที่ 15 มีนาคม 2566", datetime.date(2023, 3, 15)),
        ("ภายในเดือนกุมภาพันธ์ 2567", datetime.date(2024, 2, 29)),
        ("ภายในเดือนธันวาคม", None),
        ("ภายใน 15 วัน", None),
    ],
)
def test_a_task_is_due_on_the_day_that_is_stated(due, day):
    text = f"นายก้อง กล้า เป็นประธานการประชุม และขอให้สำนักการโยธา ส่งแผนงาน{due}"
    (task,) = read_report(text, REGISTER).tasks
    assert [one.value for one in task.departments] == ["สำนักการโยธา"]
    assert task.due.value == due
    assert (task.due_on and task.due_on.value) == day


@pytest.mark.parametrize(
    ("title", "doubtful"),
    [
        ("สรุปการประชุมคณะทำงานเมืองน่าอยู่ ครั้งที่ 2/2566", "2"),
        ("สรุปการประชุมคณะทำงานเมืองน่าอยู่ วันที่ 9 มกราคม 2566", "9 มกราคม 2566"),
        ("สรุปการประชุมคณะทำงานเมืองท่า", "คณะทำงานเมืองท่า"),
        ("สรุปการประชุมคณะทำงานเมืองน่าอยู่ ครั้งที่ 1/2566", None),
    ],
)
def test_a_title_that_says_something_else_than_the_body_is_a_warning(title, doubtful):
    text = (
        f"{title}\n\nนายก้อง กล้า เป็นประธานการประชุมคณะทำงานเมืองน่าอยู่ ครั้งที่ 1/2566 เมื่อวันที่ 10 มกราคม 2566"
    )
    told = [text[slice(*one.span)] for one in read_report(text, REGISTER).warnings]
    assert told == ([doubtful] if doubtful else [])
