"""News drafted from a meeting: what the record says, in both languages, and nothing closed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from iad.publication import Access
from news.drafting import draft_report
from news.models import Article
from news.publishing import publish
from news.translating import Kind, state_of
from tests.factories import (
    make_assignment,
    make_attendee,
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_person,
    make_resolution,
    make_user,
)

pytestmark = pytest.mark.django_db
BANGKOK = ZoneInfo("Asia/Bangkok")


@pytest.fixture
def meeting():
    committee = make_committee(
        name_th="คณะกรรมการเมืองพี่เมืองน้อง", name_en="Sister Cities Committee", slug="sister-cities"
    )
    meeting = make_meeting(
        committee=committee,
        number=3,
        be_year=2568,
        starts_at=datetime(2025, 6, 20, 9, 30, tzinfo=BANGKOK),
        venue_th="ห้องทดลอง",
        venue_en="Trial Room",
    )
    people = [("วิชัย", "รองปลัด"), ("สายใจ", "รองปลัด"), ("มานพ", "ที่ปรึกษา")]
    for order, (name, position) in enumerate(people, start=2):
        person = make_person(prefix_th="นาย", name_th=f"{name} ทดสอบ", name_en=f"Mr. {name}")
        make_attendee(meeting=meeting, person=person, position_th=position, order=order)
    make_attendee(
        meeting=meeting,
        capacity="chair",
        name_th="นางประธาน <ใหญ่> & คณะ",
        position_th="รองผู้ว่าราชการ",
        position_en="Deputy Governor",
        order=9,
    )
    health = make_department(name_th="สำนักอนามัยทดสอบ", name_en="Test Health Department")
    works = make_department(name_th="สำนักการโยธาทดสอบ", name_en="Test Works Department")
    for department in (health, works):
        make_attendee(meeting=meeting, department=department, order=20)
    item = make_item(meeting=meeting, title_th="แผนแลกเปลี่ยนเยาวชน", title_en="Youth exchange")
    resolution = make_resolution(item=item, kind="assigned")
    make_assignment(
        resolution=resolution, department=health, task_th="เสนอรายชื่อเมือง", due_on="2025-07-31"
    )
    return meeting


def test_the_draft_says_chair_number_weekday_date_and_venue(meeting):
    article, is_new = draft_report(meeting, by=make_user("secretary"))

    assert is_new
    assert article.state == "draft"
    assert article.title_th == "ผลการประชุมคณะกรรมการเมืองพี่เมืองน้อง ครั้งที่ 3/2568"
    said = (
        "นางประธาน &lt;ใหญ่&gt; &amp; คณะ รองผู้ว่าราชการ เป็นประธานการประชุมคณะกรรมการเมืองพี่เมืองน้อง"
        " ครั้งที่ 3/2568 เมื่อวันศุกร์ที่ 20 มิถุนายน 2568 ณ ห้องทดลอง"
    )
    assert said in article.body_th
    assert "on Friday, 20 June 2025 at Trial Room" in article.body_en
    assert "meeting 3/2568 of the Sister Cities Committee" in article.body_en
    assert "<ใหญ่> & คณะ" in article.summary_th  # plain text, escaped where it is shown


def test_it_names_those_present_by_rank_and_shares_a_position(meeting):
    article, _new = draft_report(meeting, by=make_user("secretary"))

    assert "โดยมีนายวิชัย ทดสอบ และนายสายใจ ทดสอบ รองปลัด นายมานพ ทดสอบ ที่ปรึกษา" in article.body_th
    assert "พร้อมด้วยผู้แทนจากสำนักอนามัยทดสอบ และสำนักการโยธาทดสอบ เข้าร่วมการประชุม" in article.body_th
    assert "Test Health Department and Test Works Department" in article.body_en
    assert {str(one) for one in article.departments.all()} == {"สำนักอนามัยทดสอบ", "สำนักการโยธาทดสอบ"}


def test_it_tells_topics_and_assignments_and_links_to_the_record(meeting):
    article, _new = draft_report(meeting, by=make_user("secretary"))

    assert "<li>แผนแลกเปลี่ยนเยาวชน</li>" in article.body_th
    assert "<li>Youth exchange</li>" in article.body_en
    assert "สำนักอนามัยทดสอบ เสนอรายชื่อเมือง ภายในวันที่ 31 กรกฎาคม 2568" in article.body_th
    assert 'href="/committees/sister-cities/2568/3/"' in article.body_th
    assert 'href="/en/committees/sister-cities/2568/3/"' in article.body_en
    assert article.meeting == meeting
    assert str(article.date) == "2025-06-20"


def test_nothing_closed_goes_into_it(meeting):
    closed = make_item(meeting=meeting, title_th="เรื่องลับ", access=Access.INTERNAL)
    resolution = make_resolution(item=closed, text_th="มติลับ")
    make_assignment(resolution=resolution, task_th="งานลับ")
    make_attendee(meeting=meeting, name_th="แขกภายใน", capacity="guest")
    make_attendee(meeting=meeting, name_th="ผู้ปิดนาม", is_public=False)
    make_attendee(meeting=meeting, name_th="ผู้ไม่มา", presence="absent", reason_th="ลาป่วย")
    meeting.online_url = "https://conference.example/secret"
    meeting.save()
    article, _new = draft_report(meeting, by=make_user("secretary"))

    told = " ".join(str(getattr(article, field.attname)) for field in article._meta.concrete_fields)
    for secret in ("ลับ", "แขกภายใน", "ผู้ปิดนาม", "ผู้ไม่มา", "ลาป่วย", "conference"):
        assert secret not in told


def test_asked_for_twice_it_is_the_same_draft(meeting):
    first, _new = draft_report(meeting, by=make_user("secretary"))
    again, is_new = draft_report(meeting, by=make_user("author"))

    assert (again.pk, is_new) == (first.pk, False)
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    "facts", [{"status": "planned"}, {"status": "cancelled"}, {"access": Access.INTERNAL}]
)
def test_a_meeting_that_was_not_held_in_the_open_makes_no_news(facts):
    with pytest.raises(ValidationError):
        draft_report(make_meeting(**facts), by=make_user("secretary"))
    assert not Article.objects.exists()


def test_a_meeting_of_which_little_is_known_makes_a_short_draft():
    meeting = make_meeting(starts_at=datetime(2025, 6, 20, tzinfo=BANGKOK), time_is_stated=False)
    article, _new = draft_report(meeting, by=make_user("secretary"))

    assert "โดยมี" not in article.body_th
    assert "None" not in article.body_th + article.body_en
    assert article.body_th.startswith("<p>การประชุม")


def test_several_days_are_named_as_a_range(meeting):
    meeting.ends_at = datetime(2025, 6, 22, 16, 0, tzinfo=BANGKOK)
    meeting.save()
    article, _new = draft_report(meeting, by=make_user("secretary"))

    assert "เมื่อวันที่ 20–22 มิถุนายน 2568" in article.body_th
    assert "from 20–22 June 2025" in article.body_en


def test_both_languages_were_written_together_so_the_translation_is_current(meeting):
    article, _new = draft_report(meeting, by=make_user("secretary"))

    assert state_of(article).kind == Kind.CURRENT


def test_the_button_leads_to_the_draft_for_whoever_writes_news(client, meeting):
    client.force_login(make_user("secretary"))
    answer = client.post(reverse("admin:news_article_from_meeting", args=[meeting.pk]))

    article = Article.objects.get()
    assert answer.url == reverse("admin:news_article_change", args=[article.pk])
    page = client.get(answer.url)
    assert page.status_code == 200


@pytest.mark.parametrize("role", ["translator", "administrator"])
def test_who_writes_no_news_drafts_none(client, meeting, role, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    client.force_login(make_user(role))
    answer = client.post(reverse("admin:news_article_from_meeting", args=[meeting.pk]))

    assert answer.status_code == 403
    assert not Article.objects.exists()


def test_looking_at_the_address_drafts_nothing(client, meeting):
    client.force_login(make_user("secretary"))
    answer = client.get(reverse("admin:news_article_from_meeting", args=[meeting.pk]))

    assert answer.status_code == 405
    assert not Article.objects.exists()


def test_article_and_meeting_show_each_other_once_published(client, meeting):
    article, _new = draft_report(meeting, by=make_user("secretary"))
    assert article.title_th not in client.get(meeting.get_absolute_url()).content.decode()
    publish(article, by=make_user("editor"))

    assert article.get_absolute_url() in client.get(meeting.get_absolute_url()).content.decode()
    assert meeting.get_absolute_url() in client.get(article.get_absolute_url()).content.decode()
