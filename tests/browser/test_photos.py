"""Photos and findings at the desk, with mouse and keyboard."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from news.models import Photo
from tests.factories import make_article, make_photo, picture

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def photos():
    article = make_article(body_th="<p>เดิม</p>")
    return [
        make_photo(article=article, order=number, alt_th=f"ภาพ {number}") for number in (1, 2, 3)
    ]


@pytest.fixture
def form(page, login, photos):
    login("administrator", is_superuser=True)
    page.goto(reverse("admin:news_article_change", args=[photos[0].article.pk]))
    expect(page.locator(".photo-lead:visible")).to_have_count(1)
    return page


def save(page):
    page.locator("[name=_continue]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def in_order() -> list[str]:
    return [photo.alt_th for photo in Photo.objects.order_by("order")]


def test_buttons_change_the_order_and_the_lead_picture(form):
    form.locator("#photos-2 [data-move='-1']").click()
    form.locator("#photos-2 [data-move='-1']").click()
    expect(form.locator("#photos-2 .photo-lead")).to_be_visible()
    expect(form.locator("#photos-0 .photo-lead")).to_be_hidden()

    save(form)

    assert in_order() == ["ภาพ 3", "ภาพ 1", "ภาพ 2"]


def test_dragging_changes_the_order(form):
    form.set_viewport_size({"width": 1200, "height": 4000})
    handle = form.locator("#photos-0 .photo-handle")
    handle.hover()
    target = form.locator("#photos-1").bounding_box()
    form.mouse.down()
    form.mouse.move(target["x"] + 40, target["y"] + target["height"] * 0.9, steps=12)
    form.mouse.up()

    save(form)

    assert in_order() == ["ภาพ 2", "ภาพ 1", "ภาพ 3"]


def test_the_focal_point_is_picked_on_the_picture_and_moved_by_keys(form, photos):
    image = form.locator("#photos-0 .focal img")
    box = image.bounding_box()
    image.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    expect(form.locator("#photos-0 .focal-point")).to_be_focused()
    form.keyboard.press("ArrowRight")
    form.keyboard.press("Shift+ArrowUp")

    save(form)

    photos[0].refresh_from_db()
    assert abs(photos[0].focal_x - 27) <= 1
    assert abs(photos[0].focal_y - 65) <= 1


def test_several_photos_are_added_and_typed_text_is_not_lost_unasked(form, photos):
    form.locator("#id_title_th").fill("ยังไม่ได้บันทึก")
    files = [
        {"name": f"{number}.jpg", "mimeType": "image/jpeg", "buffer": picture().read()}
        for number in (1, 2)
    ]
    form.locator("#id_photos").set_input_files(files)
    form.locator("#photo-upload [type=submit]").click()
    expect(form.locator("#photo-upload [role=alert]")).to_be_visible()
    assert Photo.objects.count() == 3

    form.locator("#photo-upload [type=submit]").click()
    expect(form.locator(".messagelist .success")).to_be_visible()

    assert Photo.objects.count() == 5


def test_a_finding_leads_into_the_editor_and_into_a_hidden_tab(page, login):
    article = make_article(body_th="<h3>หัวเรื่อง</h3>")
    login("administrator", is_superuser=True)
    page.goto(reverse("admin:news_article_change", args=[article.pk]))

    page.locator(".checks a[href='#id_body_th']").click()
    expect(page.locator("#cke_id_body_th.cke_focus")).to_have_count(1)
    page.locator(".checks a[href='#id_body_en']").click()
    expect(page.locator("#cke_id_body_en.cke_focus")).to_have_count(1)
