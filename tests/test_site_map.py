"""The map of the website for people: all that is open in its place, and nothing that is not."""

import pytest
from django.utils import translation

from tests.factories import (
    make_article,
    make_committee,
    make_meeting,
    make_page,
    make_public_article,
    make_topic,
)
from tests.hidden_world import HIDDEN_YEAR, LEAK, World
from tests.pages import page_of, said

pytestmark = pytest.mark.django_db


def links(page, heading: str) -> dict[str, str]:
    part = page.select_one(f"section[aria-labelledby={heading}]")
    return {said(link): link["href"] for link in part.select("a")} if part else {}


def test_pages_stand_under_their_parents(client):
    top = make_page(title_th="เกี่ยวกับสำนักงาน")
    make_page(title_th="ประวัติ", parent=top)

    page = page_of(client, "/sitemap/")

    assert said(page.select_one("section[aria-labelledby=map-pages] ul ul")) == "ประวัติ"


def test_topics_and_years_lead_to_their_news_and_meetings(client):
    topic = make_topic(name_th="เยาวชน", slug="youth")
    make_public_article(date="2020-02-14").topics.add(topic)
    make_article(date="2008-01-01")
    make_meeting(be_year=2562, committee=make_committee(name_th="คณะกรรมการทดสอบ"))

    page = page_of(client, "/sitemap/")

    assert links(page, "map-topics") == {"เยาวชน": "/news/?topic=youth"}
    assert links(page, "map-news-years") == {"2563": "/news/?year=2563"}
    assert links(page, "map-meeting-years") == {"2562": "/meetings/?year=2562"}
    assert "คณะกรรมการทดสอบ" in links(page, "map-committees")


def test_in_english_years_are_common_ones_and_addresses_english(client):
    make_public_article(date="2020-02-14")

    page = page_of(client, "/en/sitemap/")

    assert said(page.h1) == "Sitemap"
    assert links(page, "map-news-years") == {"2020": "/en/news/?year=2563"}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_nothing_hidden_is_on_the_map(client, prefix):
    World()

    page = page_of(client, f"{prefix}/sitemap/")

    assert not LEAK.search(str(page))
    assert str(HIDDEN_YEAR) not in str(page.main)
    assert "open" in said(page.main)


def test_an_empty_portal_has_a_map_of_its_sections(client):
    with translation.override("th"):
        page = page_of(client, "/sitemap/")

    assert len(links(page, "map-sections")) >= 8
    assert not page.select("section[aria-labelledby=map-pages]")
