"""The screen that reads a meeting from a text: subjects, roles and days; and what is too much."""

import datetime

import pytest

from committees.models import AgendaItem, Assignment, Attendee, Committee, Meeting
from tests.committees.text_screens import BODY, PAGE, RECORD, office, page_of, read, send
from tests.factories import make_standing_heading, make_user
from tests.news.desk_forms import fields_of
from tests.pages import said

pytestmark = pytest.mark.django_db
TALKED = PAGE.replace(
    "ประธานในที่ประชุมขอให้",
    "ที่ประชุมได้พิจารณาร่างแผนความร่วมมือ ปี 2563 และรับทราบผลการเยือนของกรุงฮานอย\n\nประธานในที่ประชุมขอให้",
)
PLAN, VISIT = "ร่างแผนความร่วมมือ ปี 2563", "ผลการเยือนของกรุงฮานอย"


@pytest.fixture
def committee():
    return office()


@pytest.fixture
def secretary(client, committee):
    client.force_login(make_user("secretary"))
    return client


def agenda() -> list[tuple[int, int, str]]:
    return [(one.section, one.order, str(one)) for one in AgendaItem.objects.all()]


def test_each_subject_is_an_item_under_the_section_its_words_speak_of(secretary):
    shown = read(secretary, TALKED)

    fields = fields_of(shown, RECORD)
    assert (fields["topic-0-title"], fields["topic-0-take"]) == ([PLAN], ["5"])
    assert (fields["topic-1-title"], fields["topic-1-take"]) == ([VISIT], ["4"])
    page = page_of(shown)
    assert said(page.select_one("#said-topic-1-title")) == "เรื่องที่ 2"
    assert said(page.select_one("a[href='#said-topic-0-title']")) == f"“{PLAN}”"
    send(secretary, shown)
    items = agenda()
    assert items[:2] == [(4, 1, VISIT), (5, 1, PLAN)]
    assert [section for section, _order, _title in items[2:]] == [6]
    assert (
        Assignment.objects.get(
            department__name_th="สำนักการวางผังและพัฒนาเมือง"
        ).resolution.item.section
        == 6
    )


def test_a_subject_may_be_written_anew_put_elsewhere_or_left_out(secretary):
    typed = {"topic-0-title": "แผนงานใหม่", "topic-0-take": "4", "topic-1-take": "skip"}

    send(secretary, read(secretary, TALKED), **typed, **{"task-0-is_taken": ""})

    assert agenda() == [(4, 1, "แผนงานใหม่")]


def test_a_subject_without_a_title_is_asked_about_and_nothing_is_lost(secretary):
    refused = send(secretary, read(secretary, TALKED), **{"topic-0-title": "", "venue": "ห้องใหม่"})

    assert not Meeting.objects.exists()
    listed = {link["href"]: said(link) for link in page_of(refused).select(".from-text-notice a")}
    assert listed["#topic-1"].startswith("เรื่องที่ 1")
    assert fields_of(refused, RECORD)["venue"] == ["ห้องใหม่"]


def test_items_stand_in_the_committees_own_sections(secretary, committee):
    for number, purpose in ((1, 5), (2, 6)):
        make_standing_heading(committee=committee, number=number, purpose=purpose)

    send(secretary, read(secretary, TALKED))

    # No section is for information: what was heard stands at the end, before what was assigned.
    assert [(section, order) for section, order, _title in agenda()] == [(1, 1), (2, 1), (2, 2)]


def test_a_text_of_no_subject_says_so(secretary):
    assert "ไม่ระบุ" in said(page_of(read(secretary)).select_one("#from-text-topic").parent)


ROLL = f"""การประชุม{BODY} ครั้งที่ 1/2563
เมื่อวันศุกร์ที่ 14 กุมภาพันธ์ 2563

ผู้มาประชุม
1. นายสมนึก แก้วใส ที่ปรึกษาของผู้ว่าราชการกรุงเทพมหานคร ประธานกรรมการ
2. นางดวงใจ รักดี รองปลัดกรุงเทพมหานคร กรรมการ
3. นายมานะ ชูชาติ ผู้อำนวยการสำนักงานการต่างประเทศ กรรมการและเลขานุการ
"""


def test_the_role_that_a_roll_states_is_filled_in_beside_its_words(secretary):
    shown = read(secretary, ROLL)

    fields = fields_of(shown, RECORD)
    roles = {fields[f"who-{at}-name"][0]: fields[f"who-{at}-capacity"][0] for at in range(3)}
    assert roles["นางดวงใจ รักดี"] == "member"
    assert roles["นายมานะ ชูชาติ"] == "secretary"
    words = [said(one) for one in page_of(shown).select("a[href$='-capacity']")]
    assert "“กรรมการและเลขานุการ”" in words


def test_a_task_is_due_on_the_day_the_words_say(secretary):
    text = PAGE.replace("และนำเสนอต่อที่ประชุมอีกครั้ง", "ภายในวันที่ 30 เมษายน 2563")

    shown = read(secretary, text)

    assert fields_of(shown, RECORD)["task-0-due_on"] == ["30 เมษายน 2563"]
    send(secretary, shown)
    assert {one.due_on for one in Assignment.objects.all()} == {datetime.date(2020, 4, 30)}


def test_more_people_than_a_page_holds_are_not_dropped_without_a_word(secretary):
    letters = "กขคงจชญดตถทธนบปผฝพฟภมยรลวศสหอ"
    pairs = [(letters[at % 27], letters[at // 27]) for at in range(305)]
    names = " ".join(
        f"นาย{one}ม{other}าน {other}ร{one}ดี ผู้อำนวยการสำนักอนามัย" for one, other in pairs
    )
    text = PAGE.replace("นางดวงใจ รักดี และนายมานะ ชูชาติ รองปลัดกรุงเทพมหานคร", names)

    shown = read(secretary, text)

    beyond = fields_of(shown, RECORD)["who_beyond"]
    assert int(beyond[0]) >= 1
    assert f"อีก {beyond[0]} คน" in said(page_of(shown).select_one("#from-text-beyond"))
    again = send(secretary, shown, button="_names")
    assert f"อีก {beyond[0]} คน" in said(page_of(again).select_one("#from-text-beyond"))
    assert not page_of(read(secretary)).select("#from-text-beyond")
    assert Attendee.objects.count() == Committee.objects.exclude(name_th=BODY).count() == 0
