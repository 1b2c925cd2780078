"""A meeting of 2020 recorded by hand at the secretary's desk, until its minutes are on paper.

The facts are those of a summary on the office's former website: committee, number, day, room,
who chaired, which deputies and departments came, the matters, and who was asked to report back.
Each step leaves a picture in $ARTIFACTS_DIR (artifacts/ unless set).
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, expect

from committees.minutes.pdf import write_minutes_pdf
from committees.minutes.reading import read_meeting_record
from committees.models import Assignment, Attendee, Department, Meeting
from iad.demo.register import load_register
from tests.committees.minutes.records import stand_in_order
from tests.factories import make_committee

pytestmark = pytest.mark.django_db(transaction=True)
ARTIFACTS = Path(os.environ.get("ARTIFACTS_DIR") or settings.BASE_DIR / "artifacts")

COMMITTEE = "คณะกรรมการขับเคลื่อนความร่วมมือกับเมืองหลวงประเทศสมาชิกอาเซียน"
ROOM = "ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร"
CHAIR, CHAIRS = "นายวัลลภ สุวรรณดี", "ประธานที่ปรึกษาของผู้ว่าราชการกรุงเทพมหานคร"
DEPUTIES, DEPUTY = ("นางวันทนีย์ วัฒนะ", "นายขจิต ชัชวานิชย์"), "รองปลัดกรุงเทพมหานคร"
PLANNING, CULTURE = "สำนักการวางผังและพัฒนาเมือง", "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว"
OFFICE = "สำนักงานการต่างประเทศ"
DEPARTMENTS = (
    *("สำนักอนามัย", "สำนักการแพทย์", "สำนักยุทธศาสตร์และประเมินผล", PLANNING, "สำนักสิ่งแวดล้อม"),
    *("สำนักการโยธา", "สำนักการศึกษา", "สำนักการจราจรและขนส่ง", CULTURE, OFFICE),
)
DECLARATION = "การลงนามปฏิญญากรุงเทพในการประชุมผู้นำเมืองหลวงประเทศสมาชิกอาเซียน ครั้งที่ 7"
CITY_FOR_ALL, YOUTH = "ความร่วมมือด้านการสร้างเมืองสำหรับทุกคน", "ความร่วมมือด้านเยาวชน"
TASK = "พิจารณาแนวทางหรือวิธีการในการสร้างความร่วมมือ และนำเสนอต่อที่ประชุมอีกครั้ง"
DECISION = "มอบหมายหน่วยงานที่รับผิดชอบดำเนินการ"
ROSTER = "\n".join(
    [
        f"{CHAIR}\t{CHAIRS}\tประธาน",
        *(f"{name}\t{DEPUTY}" for name in DEPUTIES),
        *(f"ผู้แทน{name}" for name in DEPARTMENTS[:-1]),
    ]
)
HEADINGS = (
    *(f"รายงานการประชุม{COMMITTEE}", "ครั้งที่ ๑/๒๕๖๓", "วันศุกร์ที่ ๑๔ กุมภาพันธ์ ๒๕๖๓", ROOM),
    *("ผู้มาประชุม", CHAIR, *DEPUTIES, "เริ่มประชุมเวลา"),
    *("ระเบียบวาระที่ ๑", "ปฏิญญากรุงเทพ", "ระเบียบวาระที่ ๒", "ระเบียบวาระที่ ๓"),
    *("ระเบียบวาระที่ ๔", "ระเบียบวาระที่ ๕", CITY_FOR_ALL, YOUTH, "มติที่ประชุม"),
    *(f"มอบหมาย{PLANNING}", f"มอบหมาย{CULTURE}", "ระเบียบวาระที่ ๖", "เลิกประชุมเวลา"),
    *("ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม"),
)


class Desk:
    """The secretary's desk; fields are found by name, so that both languages serve."""

    def __init__(self, page: Page):
        self.page, self.pictures = page, 0

    def open(self, screen: str, pk: int):
        self.page.goto(reverse(f"admin:committees_{screen}", args=[pk]))

    def fill(self, **typed: str):
        for name, words in typed.items():
            self.named(name).fill(words)

    def named(self, name: str):
        return self.page.locator(f"#content-main [name='{name}']")

    def press(self, button: str = "input[type=submit].default"):
        self.keep("asked")
        self.page.locator(f"#content-main {button}").first.click()
        expect(self.page.locator(".messagelist .error, .errorlist, .errornote")).to_have_count(0)
        expect(self.page.locator(".messagelist li").first).to_be_visible()

    def keep(self, step: str):
        self.pictures += 1
        ARTIFACTS.mkdir(parents=True, exist_ok=True)
        path = ARTIFACTS / f"secretary-{self.pictures:02}-{step}.png"
        self.page.screenshot(path=path, full_page=True)


@pytest.fixture
def desk(page, login):
    login("secretary")
    return Desk(page)


@pytest.fixture
def committee():
    load_register()
    office = Department.objects.get(name_th=OFFICE)
    return make_committee(slug="asean-capitals", name_th=COMMITTEE, secretariat=office)


def test_a_secretary_records_a_meeting_and_its_minutes_come_out_as_form_11(
    desk, committee, tmp_path
):
    planned(desk, committee)
    meeting = Meeting.objects.get()
    called(desk, meeting)
    discussed(desk, meeting)
    recorded_as_held(desk, meeting)

    meeting.refresh_from_db()
    assert (meeting.reference, meeting.status, meeting.venue_th) == ("1/2563", "held", ROOM)
    assert not meeting.time_is_stated
    set_directly(meeting, tmp_path)
    opened_in_an_office_program(meeting, tmp_path)


def planned(desk, committee):
    desk.page.goto(reverse("admin:committees_committee_change", args=[committee.pk]))
    address = reverse("admin:committees_committee_next", args=[committee.pk])
    desk.page.locator(f"a[href='{address}']").first.click()
    desk.fill(day="๑๔ กุมภาพันธ์ ๒๕๖๓", hour="", venue_th=ROOM)
    desk.press("[name=_plan]")


def called(desk, meeting):
    """The roster is pasted and looked through; a department that was left out is added."""
    desk.open("meeting_roll", meeting.pk)
    desk.page.locator(f"a[href$='/{meeting.pk}/roll/paste/']").first.click()
    desk.fill(text=ROSTER)
    desk.page.locator("#content-main input[type=submit].default").click()
    expect(desk.page.locator(".roster-line")).to_have_count(12)
    for number in range(1, 13):
        desk.named(f"line-{number}-act").select_option("add")
        capacity = {1: "chair"}.get(number, "member")
        desk.named(f"line-{number}-capacity").select_option(capacity)
    desk.press("[name=_take_over]")

    desk.page.locator(".roll-add summary").click()
    desk.named("new-department").select_option(label=OFFICE)
    desk.named("new-capacity").select_option("secretary")
    desk.press()
    desk.keep("roll")

    roll = Attendee.objects.filter(meeting=meeting)
    assert [line.name_th for line in roll.exclude(name_th=None)] == [CHAIR, *DEPUTIES]
    unnamed = roll.filter(name_th=None, person=None)
    assert {line.department.name_th for line in unnamed} == set(DEPARTMENTS)


def discussed(desk, meeting):
    desk.open("meeting_agenda", meeting.pk)
    desk.fill(**{"titles-1": DECLARATION, "titles-5": f"๑. {CITY_FOR_ALL}\n๒. {YOUTH}"})
    desk.press(".agenda-save input[type=submit]")
    desk.keep("agenda")

    desk.open("agendaitem_change", meeting.agenda.get(title_th=YOUTH).pk)
    desk.fill(detail_th="ที่ประชุมร่วมกันเสนอโครงการค่ายเยาวชนอาเซียนและโครงการ Sport School")
    desk.named("resolutions-0-kind").select_option("assigned")
    desk.fill(**{"resolutions-0-text_th": DECISION})
    desk.page.locator(".item-several summary").first.click()
    for name in (PLANNING, CULTURE):
        desk.page.locator(".item-departments").get_by_label(name, exact=True).check()
    desk.fill(**{"resolutions-0-several-task_th": TASK})
    desk.press()
    desk.keep("item")

    tasks = Assignment.objects.filter(resolution__item__meeting=meeting)
    assert {(one.department.name_th, one.task_th) for one in tasks} == {
        (PLANNING, TASK),
        (CULTURE, TASK),
    }


def recorded_as_held(desk, meeting):
    desk.open("meeting_change", meeting.pk)
    address = reverse("admin:committees_meeting_hold", args=[meeting.pk])
    desk.page.locator(f"a[href='{address}']").first.click()
    desk.press()
    desk.keep("held")


def set_directly(meeting, folder):
    """The PDF of the desk reads back word for word, so that it can be searched and copied."""
    path = folder / "direct.pdf"
    record = read_meeting_record(meeting, public=False)
    path.write_bytes(write_minutes_pdf(record, digits="thai"))
    assert_is_form_11(text_of(path))
    pictures_of(path, "secretary-minutes-direct")


def opened_in_an_office_program(meeting, folder):
    paper = folder / "minutes.docx"
    call_command("export_minutes", meeting.committee.slug, "1/2563", "--to", str(paper))
    office = program_of("soffice", "libreoffice-writer-nogui")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(  # noqa: S603  a program of the machine, on our own file
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, paper],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert_is_form_11(text_of(folder / "minutes.pdf"))
    pictures_of(folder / "minutes.pdf", "secretary-minutes")


def text_of(path: Path) -> str:
    """As a reader that minds /ActualText copies it, which pypdf does not."""
    program = program_of("pdftotext", "poppler-utils")
    told = subprocess.run(  # noqa: S603  a program of the machine, on our own file
        [program, "-raw", path, "-"], check=True, capture_output=True, timeout=60
    )
    return told.stdout.decode()


def program_of(name: str, package: str) -> str:
    if (path := shutil.which(name)) is None:
        reason = f"{name} is not installed (Debian: {package})"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path


def assert_is_form_11(text: str):
    """Every heading in order and every fact, word for word; lines break where they break."""
    text = without_blanks(text)
    headings = [without_blanks(heading) for heading in HEADINGS]
    assert [words for words in headings if words not in text] == []
    assert stand_in_order(headings, text)
    for words in (*DEPARTMENTS, CHAIRS, DEPUTY, DECISION, TASK):
        assert without_blanks(words) in text


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


def pictures_of(path: Path, name: str):
    program = program_of("pdftoppm", "poppler-utils")
    subprocess.run(  # noqa: S603  a program of the machine, on our own file
        [program, "-png", "-r", "80", path, ARTIFACTS / name], check=True, timeout=60
    )
