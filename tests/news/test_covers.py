"""Covers of news without a photo: drawn by topic, each article's its own."""

import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse

from news.covers import cover
from news.covers.painting import painted
from news.covers.svg import written
from tests.factories import make_photo, make_public_article, make_topic

KNOWN = ["visits", "sister-cities", "asean", "youth", "training", "culture", "networks", "meetings"]
NEW = ["disaster-relief", "museum", "budget", "housing", "xyz", "t-1", "t_2", "a" * 60]
COLOURS = {"ground": "#00523a", "ink": "#8edcb8"}


def drawn(topic: str, article: int = 1) -> str:
    return written(cover(topic, article), "card-picture")


def shape(topic: str) -> list:
    """What is drawn, without the light and the river that all covers have."""
    return cover(topic, 1)[2:-2]


def test_a_topic_has_the_same_cover_whenever_it_is_drawn():
    assert [drawn(topic) for topic in KNOWN + NEW] == [drawn(topic) for topic in KNOWN + NEW]


def test_every_topic_has_a_cover_of_its_own_also_one_that_staff_just_added():
    topics = ["", *KNOWN, *NEW]

    assert len({str(shape(topic)) for topic in topics}) == len(topics)


def test_two_articles_of_a_topic_have_kindred_covers():
    for topic in ["", *KNOWN, *NEW]:
        one, other = cover(topic, 1), cover(topic, 2)
        assert one != other
        assert [layer.tone for layer in one] == [layer.tone for layer in other]


@pytest.mark.parametrize("topic", ["", "-", "_-_", "VISITS", *KNOWN, *NEW])
def test_a_cover_is_small_and_styled_by_the_pages_own_classes(topic):
    svg = drawn(topic, 10**9)
    image = BeautifulSoup(svg, "html.parser").svg

    assert len(svg) < 4_500
    assert image["aria-hidden"] == "true"
    assert "style" not in svg
    styles = (settings.BASE_DIR / "static/css/cards.css").read_text(encoding="utf-8")
    for path in image.select("path"):
        assert f".{path['class'][0]}" in styles
        assert re.fullmatch(r"[MLQZatq0-9. -]+", path["d"])


@pytest.mark.parametrize("topic", ["", *KNOWN, *NEW])
def test_a_cover_is_painted_where_a_card_wants_it(topic):
    image = painted(cover(topic, 1), (320, 200), (0, 0, 1), **COLOURS)

    assert image.size == (320, 200)
    assert image.getpixel((160, 3)) != (255, 255, 255)
    middle = image.crop((90, 20, 230, 165))
    assert len(middle.getcolors(maxcolors=30_000)) > 20


@pytest.mark.django_db
def test_a_list_shows_a_cover_where_there_is_no_photo(client):
    topic, other = make_topic(slug="visits"), make_topic(slug="asean")
    bare = make_public_article(topics=[other, topic])
    make_photo(article=make_public_article())

    page = BeautifulSoup(client.get(reverse("news:articles")).content, "html.parser")

    covers = page.select("article.card svg.card-picture")
    expected = BeautifulSoup(drawn("visits", bare.pk), "html.parser").svg
    assert covers == [expected]  # by the topic that was there first
    assert len(page.select("article.card img.card-picture")) == 1
