"""A meeting read from a text in a real browser: pasted, compared, recorded, met by readers."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from committees.models import Attendee, Meeting
from tests.committees.text_screens import BODY, PAGE, address, office
from tests.factories import make_article, make_person
from tests.news.test_linking import HTML, TITLE

pytestmark = pytest.mark.django_db(transaction=True)
CREATE = "input[name=_create]"


def field(page, name: str):
    return page.locator(f".from-text-record [name='{name}']")


def test_a_secretary_pastes_a_page_and_readers_meet_the_record(page, login):
    office()
    similar = make_person(prefix_th="นาง", name_th="ดวงใจ รักษ์ดี")
    login("secretary")

    page.goto(reverse("admin:index"))
    page.locator(f".shortcuts a[href='{address()}']").click()
    page.locator("textarea[name=text]").fill(PAGE)
    page.locator("input[name=_read]").click()

    expect(field(page, "number")).to_have_value("1")
    expect(field(page, "day")).to_have_value("14 กุมภาพันธ์ 2563")
    page.locator(".from-text-notice a").first.click()
    field(page, "who-1-take").locator(f"xpath=self::*[@value='{similar.pk}']").check()
    page.locator(CREATE).click()

    expect(page.locator(".messagelist .success")).to_contain_text("1/2563")
    assert Attendee.objects.get(person=similar).position_th == "รองปลัดกรุงเทพมหานคร"
    page.goto(Meeting.objects.get().get_absolute_url())
    record = page.locator("main")
    for words in (BODY, "ห้องสุทัศน์ ศาลาว่าการกรุงเทพมหานคร", "นายสมนึก แก้วใส", "สำนักการแพทย์"):
        expect(record).to_contain_text(words)
    expect(record).to_contain_text("พิจารณาแนวทางความร่วมมือ")


def test_a_label_in_the_text_leads_to_its_field_by_keyboard_and_back(page, login):
    office()
    login("secretary")
    page.goto(address())
    page.locator("textarea[name=text]").fill(PAGE)
    page.locator("input[name=_read]").click()

    label = page.locator("#said-venue")
    expect(label).to_have_text("สถานที่")
    label.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{page.url.partition('#')[0]}#id_venue")
    expect(field(page, "venue")).to_be_in_viewport()

    source = page.locator("a[href='#said-who-0-name']")
    source.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#said-who-0-name")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_lies_outside_the_page(width, page, login):
    office()
    login("secretary")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address())
    page.locator("textarea[name=text]").fill(PAGE)
    page.locator("input[name=_read]").click()

    expect(field(page, "number")).to_be_visible()
    assert page.evaluate("document.querySelector('#content-main').scrollWidth") <= page.evaluate(
        "document.querySelector('#content-main').clientWidth"
    )


def test_an_article_is_recorded_without_any_script(chromium, page, login, live_server):
    office()
    article = make_article(title_th=TITLE, body_th=HTML)
    login("secretary")
    plain = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    plain.add_cookies(page.context.cookies())
    assert settings.SESSION_COOKIE_NAME in {one["name"] for one in plain.cookies()}
    window = plain.new_page()

    window.goto(reverse("admin:news_article_change", args=[article.pk]))
    window.locator(".meeting-told a.button").click()
    window.locator(CREATE).click()

    expect(window.locator(".messagelist .success")).to_be_visible()
    plain.close()
    article.refresh_from_db()
    assert article.meeting == Meeting.objects.get()
