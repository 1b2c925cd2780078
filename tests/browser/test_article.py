"""An article in a real browser: its photos one by one, and ways to pass it on."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_photo, make_public_article

pytestmark = pytest.mark.browser


@pytest.fixture
def article(transactional_db):
    article = make_public_article(title_th="ลงนามความร่วมมือ")
    for number in (1, 2, 3):
        make_photo(
            article=article, alt_th=f"ภาพที่ {number}", caption_th=f"คำบรรยาย {number}", order=number
        )
    return article


def test_photos_are_looked_at_by_keyboard(page, live_server, article):
    page.goto(live_server.url + article.get_absolute_url())
    second = page.locator(".gallery a").first
    second.focus()
    page.keyboard.press("Enter")
    viewer = page.locator("dialog.viewer")
    expect(viewer).to_be_visible()
    expect(viewer.locator("img")).to_have_attribute("alt", "ภาพที่ 2")
    expect(viewer.locator("figcaption")).to_contain_text("คำบรรยาย 2")

    page.keyboard.press("ArrowRight")
    expect(viewer.locator("img")).to_have_attribute("alt", "ภาพที่ 3")
    page.keyboard.press("ArrowRight")
    expect(viewer.locator("img")).to_have_attribute("alt", "ภาพที่ 1")
    page.keyboard.press("ArrowLeft")
    expect(viewer).to_contain_text("3 / 3")

    page.keyboard.press("Escape")
    expect(viewer).to_be_hidden()
    expect(page.locator(".gallery a").last).to_be_focused()


def test_without_script_a_photo_opens_as_a_file(chromium, live_server, article):
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    window = context.new_page()
    window.goto(article.get_absolute_url())
    address = window.locator(".gallery a").first.get_attribute("href")
    answer = context.request.get(address)
    assert answer.ok
    assert answer.headers["content-type"].startswith("image/")
    expect(window.get_by_role("link", name="ส่งทางอีเมล")).to_be_visible()
    expect(window.locator("[data-copy]")).to_be_hidden()
    context.close()


def test_the_address_is_copied_and_said_to_be(page, live_server, article):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{live_server.url}{article.get_absolute_url()}?utm_source=line")
    page.locator("[data-copy]").click()
    expect(page.locator(".share [role=status]")).to_have_text("คัดลอกที่อยู่เว็บแล้ว")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{live_server.url}{article.get_absolute_url()}"
