"""The way of a page of the old portal to its readers, and a meeting typed as a secretary types."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from committees.models import Meeting
from news.models import Article
from tests.factories import (
    make_attendee,
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_membership,
    make_page,
    make_person,
    make_photo,
    make_public_article,
    make_resolution,
)

pytestmark = pytest.mark.django_db(transaction=True)
REAL_PAGE = Path(__file__).resolve().parents[3] / "shared" / "data" / "old-portal-page.txt"


@pytest.mark.skipif(not REAL_PAGE.exists(), reason="the real page is not part of the repository")
def test_the_real_old_page_is_published_at_the_desk_and_read_in_both_languages(page, login):
    call_command("import_pages", str(REAL_PAGE), verbosity=0, json=True)
    article = Article.objects.get()
    login("editor")

    page.goto(f"/admin/news/article/{article.pk}/change/")
    page.get_by_role("button", name="บันทึกและเผยแพร่").click()
    expect(page.locator(".messagelist")).to_contain_text("แล้ว")

    page.goto(f"/news/{article.pk}/")
    expect(page.locator("h1")).to_have_text(article.title_th)
    expect(page.locator("main")).to_contain_text("สกต.")
    expect(page.locator("main")).to_contain_text("14 กุมภาพันธ์ 2563")
    for paragraph in re.findall(r"<p>(.*?)</p>", article.body_th):
        expect(page.locator("main")).to_contain_text(paragraph[:80])

    page.goto(f"/en/news/{article.pk}/")
    expect(page.locator("main")).to_contain_text("14 February 2020")
    expect(page.locator("main [lang=th]").first).to_be_visible()


def test_a_secretary_records_a_meeting_with_buddhist_dates(page, login):
    make_committee(name_th="คณะกรรมการความร่วมมือเมืองพี่เมืองน้อง")
    login("secretary")

    page.goto("/admin/committees/meeting/add/")
    page.locator(".field-committee .select2-selection").click()
    page.locator(".select2-search__field").fill("เมืองพี่")
    page.get_by_role("option", name="คณะกรรมการความร่วมมือเมืองพี่เมืองน้อง").click()
    page.locator("#id_number").fill("๑")
    page.locator("#id_be_year").fill("๒๕๖๓")
    page.locator("#id_starts_at_0").fill("วันศุกร์ที่ ๑๔ ก.พ. ๒๕๖๓")
    page.locator("#id_starts_at_1").fill("๑๓.๓๐ น.")
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist")).to_be_visible()

    meeting = Meeting.objects.get()
    assert meeting.reference == "1/2563"
    assert timezone.localtime(meeting.starts_at).date() == date(2020, 2, 14)
    assert meeting.time_is_stated


def test_a_weekday_that_does_not_fit_is_named_and_nothing_typed_is_lost(page, login):
    committee = make_committee()
    login("secretary")

    page.goto(f"/admin/committees/meeting/add/?committee={committee.pk}")
    page.locator("#id_number").fill("1")
    page.locator("#id_be_year").fill("2563")
    page.locator("#id_starts_at_0").fill("วันจันทร์ที่ 14 กุมภาพันธ์ 2563")
    page.locator("[name=_save]").click()

    expect(page.locator(".errorlist").first).to_contain_text("วันศุกร์")
    expect(page.locator("#id_starts_at_0")).to_have_value("วันจันทร์ที่ 14 กุมภาพันธ์ 2563")
    assert not Meeting.objects.exists()


def test_no_public_page_scrolls_sideways_on_a_narrow_phone(page):
    meeting = make_meeting(venue_th="ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร")
    person, department = make_person(), make_department()
    make_membership(committee=meeting.committee, person=person)
    make_attendee(meeting=meeting, person=person, position_th="รองปลัดกรุงเทพมหานคร")
    make_attendee(meeting=meeting, department=department)
    make_resolution(item=make_item(meeting=meeting))
    long_word = "www.example.go.th/" + "a" * 120
    article = make_public_article(
        body_th=f"<p>{long_word}</p><table><tr>{'<td>ตารางกว้าง</td>' * 12}</tr></table>"
    )
    make_photo(article=article)
    standing = make_page()
    page.set_viewport_size({"width": 320, "height": 700})

    for address in [
        "/",
        "/news/",
        article.get_absolute_url(),
        standing.get_absolute_url(),
        "/committees/",
        meeting.committee.get_absolute_url(),
        "/meetings/",
        meeting.get_absolute_url(),
        "/departments/",
        department.get_absolute_url(),
        person.get_absolute_url(),
    ]:
        for prefix in ("", "/en"):
            page.goto(prefix + address)
            assert page.evaluate("document.documentElement.scrollWidth") == 320, prefix + address
