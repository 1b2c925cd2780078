"""The screen that reads a meeting from a text: what it proposes, and what it asks."""

import pytest
from django.urls import reverse

from committees.models import Assignment, Attendee, Meeting, Person
from tests.committees.text_screens import (
    BODY,
    PAGE,
    RECORD,
    department,
    errors_in,
    office,
    page_of,
    read,
    send,
)
from tests.factories import (
    make_membership,
    make_person,
    make_user,
)
from tests.news.desk_forms import fields_of
from tests.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return office()


@pytest.fixture
def secretary(client, committee):
    client.force_login(make_user("secretary"))
    return client


def take(shown, row: str) -> list[str]:
    """The values among which one line may be recorded."""
    return [one["value"] for one in page_of(shown).select(f"[name={row}-take][value]")]


# --- what it proposes -------------------------------------------------------------------------


def test_every_value_stands_in_its_field_beside_the_words_it_was_read_from(secretary, committee):
    shown = read(secretary)

    fields = fields_of(shown, RECORD)
    assert fields["committee"] == [str(committee.pk)]
    assert (fields["number"], fields["be_year"]) == (["1"], ["2563"])
    assert fields["day"] == ["14 กุมภาพันธ์ 2563"]
    assert fields["venue"] == ["ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร"]
    assert fields["who-0-capacity"] == ["chair"]
    assert fields["who-2-position"] == ["รองปลัดกรุงเทพมหานคร"]
    assert fields["office-8-take"] == [str(department("สำนักวัฒนธรรม กีฬา และการท่องเที่ยว").pk)]
    page = page_of(shown)
    words = {link["href"]: said(link) for link in page.select(".from-text-source a")}
    assert words["#said-day"] == "“วันศุกร์ที่ 14 กุมภาพันธ์ 2563”"
    assert words["#said-office-2-name"] == "“สำนักยุทธศาสตร์และประเมินผล”"


def test_the_text_is_shown_whole_and_each_label_leads_to_its_field_and_back(secretary):
    page = page_of(read(secretary))

    text = page.select_one(".from-text-words")
    ids = {tag["id"] for tag in page.select("[id]")}
    labels = text.select("a.said-label")
    assert all(said(label) for label in labels)
    assert {label["href"].removeprefix("#") for label in labels if "href" in label.attrs} <= ids
    assert {link["href"].removeprefix("#") for link in page.select(".from-text-source a")} <= ids
    for label in labels:
        label.decompose()
    assert "".join(text.get_text().split()) == "".join(PAGE.split())


def test_no_id_stands_twice_on_the_page(secretary):
    ids = [tag["id"] for tag in page_of(read(secretary)).select("[id]")]

    assert len(ids) == len(set(ids))


def test_what_is_not_stated_says_so_and_stays_empty(secretary):
    shown = read(secretary, f"นายสมนึก แก้วใส เป็นประธานการประชุม{BODY} เมื่อวันที่ 14 กุมภาพันธ์ 2563")

    fields = fields_of(shown, RECORD)
    assert (fields["number"], fields["be_year"], fields["venue"]) == ([""], [""], [""])
    page = page_of(shown)
    unsaid = {
        one.find_parent(class_="from-text-field").select_one("[name]")["name"]
        for one in page.select(".from-text-field .from-text-unsaid")
    }
    assert {"number", "be_year", "venue", "hour"} <= unsaid
    assert "day" not in unsaid
    assert [link["href"] for link in page.select(".from-text-notice a")][:2] == [
        "#id_number",
        "#id_be_year",
    ]
    refused = send(secretary, shown)
    assert "โปรดกรอกครั้งที่ของการประชุม" in errors_in(refused)
    assert not Meeting.objects.exists()


def test_a_weekday_that_does_not_fit_is_shown_with_its_words(secretary):
    page = page_of(read(secretary, PAGE.replace("วันศุกร์ที่", "วันจันทร์ที่")))

    warning = page.select_one(".from-text-warning")
    assert "ชื่อวันไม่ตรงกับวันที่" in said(warning)
    assert page.find(id=warning.a["href"].removeprefix("#")) is not None


def test_a_text_that_tells_of_no_meeting_is_given_back_with_a_kind_word(secretary):
    text = "ผู้ว่าราชการกรุงเทพมหานครให้การต้อนรับเอกอัครราชทูต ณ ศาลาว่าการกรุงเทพมหานคร"

    page = page_of(read(secretary, text))

    assert "ไม่พบข้อมูลการประชุมในข้อความนี้" in said(page)
    assert page.select_one("textarea[name=text]").get_text().strip() == text
    assert page.select_one(f"a[href='{reverse('admin:committees_meeting_add')}']")


@pytest.mark.parametrize("text", ["", "   ", "ก" * 200_001])
def test_a_text_that_is_none_or_no_news_is_refused(text, secretary):
    assert page_of(read(secretary, text)).select(".errorlist")


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_screen_speaks_the_language_of_the_desk(language, secretary):
    shown = read(secretary, at=f"{language}/admin/committees/meeting/from-text/")

    assert ("Create the meeting" in shown.content.decode()) is bool(language)
    day = fields_of(shown, RECORD)["day"]
    assert day == (["14 February 2020"] if language else ["14 กุมภาพันธ์ 2563"])


# --- who is meant -----------------------------------------------------------------------------


def test_the_one_of_that_name_is_chosen_and_told_apart_by_a_post(secretary):
    person = make_person(prefix_th="ดร.", name_th="สมนึก แก้วใส")
    make_membership(person=person, position_th="อดีตผู้อำนวยการ")

    shown = read(secretary)

    assert fields_of(shown, RECORD)["who-0-take"] == [str(person.pk)]
    assert "อดีตผู้อำนวยการ" in said(page_of(shown).select_one("#who-1"))
    send(secretary, shown)
    assert Attendee.objects.get(capacity="chair").person == person
    assert Person.objects.filter(name_th="สมนึก แก้วใส").count() == 1


def test_of_several_of_that_name_a_person_chooses(secretary):
    first, second = (make_person(name_th="สมนึก แก้วใส") for _person in range(2))

    shown = read(secretary)

    assert "who-0-take" not in fields_of(shown, RECORD)
    assert take(shown, "who-0")[:2] == [str(first.pk), str(second.pk)]
    refused = send(secretary, shown)
    assert "โปรดเลือก" in errors_in(refused)
    assert not Meeting.objects.exists()
    send(secretary, shown, **{"who-0-take": str(second.pk)})
    assert Attendee.objects.get(capacity="chair").person == second


def test_a_similar_name_is_offered_and_never_chosen(secretary):
    similar = make_person(name_th="สมนึก แก้วไส")

    shown = read(secretary)

    assert "who-0-take" not in fields_of(shown, RECORD)
    assert take(shown, "who-0")[0] == str(similar.pk)
    assert "ชื่อคล้ายกัน" in said(page_of(shown).select_one("#who-1"))


def test_somebody_who_joined_the_register_meanwhile_is_asked_about(secretary):
    shown = read(secretary)
    make_person(name_th="สมนึก แก้วใส")

    refused = send(secretary, shown)

    assert "ในระหว่างนี้มีผู้เพิ่มบุคคลชื่อนี้" in errors_in(refused)
    assert not Meeting.objects.exists()
    send(secretary, refused, **{"who-0-take": "new"})
    assert Person.objects.filter(name_th="สมนึก แก้วใส").count() == 2


def test_a_name_corrected_by_hand_is_looked_up_again(secretary):
    person = make_person(name_th="สมชาย ใจเย็น")
    shown = read(secretary)

    again = send(secretary, shown, button="_names", **{"who-0-name": "นายสมชาย ใจเย็น"})

    assert str(person.pk) in take(again, "who-0")
    assert not page_of(again).select(".errornote")
    assert not Meeting.objects.exists()


def test_one_person_chosen_for_two_is_marked(secretary):
    person = make_person(name_th="สมนึก แก้วใส")
    typed = {"who-1-name": "สมนึก แก้วใส", "who-1-take": str(person.pk)}

    refused = send(secretary, read(secretary), **typed)

    assert "เลือกบุคคลนี้ซ้ำกัน" in said(page_of(refused).select_one("#who-2"))
    assert not Meeting.objects.exists()


def test_lines_may_be_left_out_or_stand_as_written(secretary):
    typed = {"who-1-take": "skip", "who-2-take": "written", "task-0-is_taken": ""}
    offices = {f"office-{at}-take": "skip" for at in range(9)}

    send(secretary, read(secretary), **typed, **offices)

    lines = [(one.person_id is None, str(one)) for one in Attendee.objects.all()]
    assert lines == [
        (False, "นายสมนึก แก้วใส"),
        (True, "นายมานะ ชูชาติ"),
        (True, "สำนักงานการต่างประเทศ"),
    ]
    assert not Assignment.objects.exists()


def test_what_is_left_to_do_is_listed_with_a_way_to_each_field(secretary):
    make_person(name_th="สมนึก แก้วไส")
    shown = read(secretary)
    links = page_of(shown).select(".from-text-notice a")
    assert [(link["href"], said(link)) for link in links] == [("#who-1", "บุคคลที่ 1: บันทึกเป็น")]

    refused = send(secretary, shown, day="31 กุมภาพันธ์ 2563", **{"task-0-due_on": "เมื่อวาน"})

    listed = {link["href"]: said(link) for link in page_of(refused).select(".from-text-notice a")}
    assert listed.keys() == {"#id_day", "#who-1", "#task-1"}
    assert listed["#who-1"].endswith("โปรดเลือก")
