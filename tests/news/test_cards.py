"""The picture of a shared article: its title over its photo or cover, for what is public only."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.utils import timezone, translation
from PIL import Image

from news.cards import card_of as card
from news.editing import open_edit
from news.models import Article, Photo
from news.publishing import withdraw
from tests.factories import (
    make_article,
    make_photo,
    make_public_article,
    make_topic,
    make_user,
    picture,
    published,
)
from tests.pictures import GREEN, RED, decoded, encoded, two_coloured

pytestmark = pytest.mark.django_db
ABOVE = [(20, 20), (1180, 20)]  # where the photo is seen


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def at(article, prefix="") -> str:
    return f"{prefix}/news/{article.pk}/card.jpg"


def card_of(article, language="th") -> bytes:
    with translation.override(language):
        return card(Article.objects.public().for_listing().get(pk=article.pk)).content


def near(pixel, colour, by=40) -> bool:
    return all(abs(a - b) <= by for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_public_article_has_a_card_in_both_languages(prefix, client):
    article = make_public_article(title_th="ต้อนรับ", title_en="A welcome")

    response = client.get(at(article, prefix))

    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    image = decoded(response.content)
    assert (image.format, image.size) == ("JPEG", (1200, 630))
    assert len(response.content) < 300_000  # what messengers still show
    assert "public" in response["Cache-Control"]
    assert response.content == card_of(article, "en" if prefix else "th")


HIDDEN = {
    "draft": lambda: make_article(),
    "review": lambda: make_article(state="review"),
    "scheduled": lambda: make_article(**published(publish_at=timezone.now() + timedelta(hours=1))),
    "withdrawn": lambda: make_public_article(state="withdrawn"),
    "open edit": lambda: open_edit(make_public_article(), by=make_user("editor")),
}


@pytest.mark.parametrize("make", HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_has_no_card_for_anybody(make, client):
    article = make()

    for _reader in ("somebody", "an editor"):
        for address in (at(article), at(article, "/en")):
            assert client.get(address).status_code == 404
            assert client.head(address).status_code == 404
        client.force_login(make_user("editor"))


def test_a_card_is_gone_with_its_article_though_it_was_drawn_and_kept(client):
    article = make_public_article()
    tag = client.get(at(article))["ETag"]
    assert client.get(at(article), HTTP_IF_NONE_MATCH=tag).status_code == 304

    withdraw(article, by=make_user("editor"), reason="ผิดพลาด")

    assert client.get(at(article), HTTP_IF_NONE_MATCH=tag).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_a_card_is_only_read(method, client):
    assert getattr(client, method)(at(make_public_article())).status_code == 405


def test_a_card_is_drawn_once(client, monkeypatch):
    article = make_public_article()
    first = client.get(at(article))
    monkeypatch.delattr("iad.cards._drawn")

    again = client.get(at(article))

    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    cache.clear()
    with pytest.raises(NameError):
        client.get(at(article))


CHANGES = {
    "title": lambda article: Article.objects.filter(pk=article.pk).update(title_th="ใหม่"),
    "photo": lambda article: make_photo(article=article),
    "topic": lambda article: article.topics.add(make_topic(slug="visits")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_that_shows_makes_another_card(change, client):
    article = make_public_article(title_th="เดิม", title_en="A title")
    before = client.get(at(article))

    change(article)
    after = client.get(at(article), HTTP_IF_NONE_MATCH=before["ETag"])

    assert after.status_code == 200
    assert after.content != before.content


def test_a_translation_that_is_held_back_is_not_drawn():
    article = make_public_article(title_th="ต้อนรับ")
    thai_only = card_of(article, "en")

    held_back = {"title_en": "A secret welcome", "holds_translation_back": True}
    Article.objects.filter(pk=article.pk).update(**held_back)
    assert card_of(article, "en") == thai_only

    Article.objects.filter(pk=article.pk).update(holds_translation_back=False)
    assert card_of(article, "en") != thai_only


@pytest.mark.parametrize(("focal_x", "colour"), [(0, RED), (100, GREEN)])
def test_a_card_keeps_the_focal_point_of_its_photo(focal_x, colour):
    image = picture()
    image.file = encoded(two_coloured((2600, 630)), "PNG")
    article = make_public_article()
    make_photo(article=article, image=image, focal_x=focal_x)

    card = decoded(card_of(article))

    assert all(near(card.getpixel(place), colour) for place in ABOVE)


def test_a_photo_older_than_the_widths_is_taken_from_its_original():
    article = make_public_article()
    photo = make_photo(article=article)
    for _width, name in photo.image.rendition_names:
        default_storage.delete(name)

    assert near(decoded(card_of(article)).getpixel(ABOVE[0]), (0x1B, 0x6E, 0x4A))


def test_where_the_photo_is_lost_the_cover_stands_in():
    article = make_public_article()
    cover = card_of(article)
    Photo.objects.create(article=article, image="photos/lost/original.jpg", width=1, height=1)

    assert card_of(article) == cover


LONGEST = "รองผู้ว่าฯ ต้อนรับเอกอัครราชทูตวิสามัญผู้มีอำนาจเต็ม " * 5


@pytest.mark.parametrize("title", ["ต้อนรับ", LONGEST])
def test_white_letters_stand_on_enough_green_whatever_the_photo(title):
    article = make_public_article(title_th=title)
    white = picture()
    white.file = encoded(Image.new("RGB", (1200, 630), "white"), "PNG")
    make_photo(article=article, image=white)

    card = decoded(card_of(article))

    left = [card.getpixel((30, y)) for y in range(630)]  # beside the letters
    first = min(y for y in range(630) if _has_letters(card, y))
    assert first > 100
    assert min(contrast_with_white(pixel) for pixel in left[first:]) > 7


def _has_letters(card, y: int) -> bool:
    """White beside what stands to the left of it, below where the photo is nothing but white."""
    row = [card.getpixel((x, y)) for x in range(64, 1136, 4)]
    return contrast_with_white(card.getpixel((30, y))) > 3 and any(min(one) > 240 for one in row)


def contrast_with_white(pixel) -> float:
    """WCAG 2.2, contrast ratio."""
    parts = [value / 255 for value in pixel]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@pytest.mark.parametrize(
    "title", ["\ufffd", "東京", "<b>&amp;</b>", "ก" * 300, "ป้ำ" * 100, "https://" + "x" * 290]
)
def test_any_title_has_a_card(title):
    assert decoded(card_of(make_public_article(title_th=title))).size == (1200, 630)
