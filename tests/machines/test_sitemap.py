"""The sitemap: every address answers, both languages name each other, nothing hidden is in it."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from iad import sitemaps
from news.models import Article
from tests.factories import (
    make_page,
    make_photo,
    make_public_article,
    make_user,
    published,
)
from tests.hidden_world import LEAK, World

pytestmark = pytest.mark.django_db
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "h": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def document(client, address: str):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/xml"
    assert "Last-Modified" not in response
    return etree.fromstring(response.content)


def files(client) -> list[str]:
    return document(client, "/sitemap.xml").xpath("//s:sitemap/s:loc/text()", namespaces=NAMES)


def listed(client) -> dict[str, etree._Element]:
    """Every entry of every file by its address."""
    entries = {}
    for file in files(client):
        for entry in document(client, file).xpath("/s:urlset/s:url", namespaces=NAMES):
            [address] = entry.xpath("s:loc/text()", namespaces=NAMES)
            assert address not in entries
            entries[address] = entry
    return entries


def alternates(entry) -> dict[str, str]:
    links = entry.xpath("h:link", namespaces=NAMES)
    return {link.get("hreflang"): link.get("href") for link in links}


def test_every_address_answers_and_names_its_pair(client):
    World()
    entries = listed(client)

    assert len(entries) > 40
    for address, entry in entries.items():
        page = client.get(address)
        pair = alternates(entry)
        assert page.status_code == 200, address
        assert set(pair) == {"th", "en", "x-default"}
        assert pair["x-default"] == pair["th"]
        assert address in pair.values()
        assert alternates(entries[pair["th"]]) == alternates(entries[pair["en"]]) == pair
        head = etree.HTML(page.content)
        in_page = {
            link.get("hreflang"): link.get("href") for link in head.xpath("//link[@hreflang]")
        }
        assert in_page == pair, address
        assert head.xpath("//link[@rel='canonical']/@href") == [address]


def test_every_open_page_is_in_it_and_nothing_hidden(client):
    world = World()
    entries = listed(client)

    for row in world.open:
        if hasattr(row, "get_absolute_url"):
            assert f"http://testserver{row.get_absolute_url()}" in entries, repr(row)
    for row in world.hidden:
        if hasattr(row, "get_absolute_url"):
            assert f"http://testserver{row.get_absolute_url()}" not in entries, repr(row)
    assert not LEAK.search(" ".join(etree.tostring(entry).decode() for entry in entries.values()))


def test_pictures_are_those_that_readers_see(client):
    shown = make_photo(article=make_public_article())
    make_photo()
    entries = listed(client).values()

    pictures = [
        picture
        for entry in entries
        for picture in entry.xpath("i:image/i:loc/text()", namespaces=NAMES)
    ]

    assert pictures == [f"http://testserver{shown.image.url}"] * 2
    assert b"".join(client.get(urlsplit(pictures[0]).path))


def test_the_last_change_is_told_where_it_is_known(client):
    moment = datetime(2020, 2, 17, 9, tzinfo=timezone.get_default_timezone())
    changed = make_public_article(first_published_at=moment, changed_at=moment + timedelta(days=1))
    same = make_public_article(first_published_at=moment)
    page = make_page(first_published_at=moment)
    entries = listed(client)

    told = {
        address: entry.xpath("s:lastmod/text()", namespaces=NAMES)
        for address, entry in entries.items()
    }

    assert told[f"http://testserver/news/{changed.pk}/"] == ["2020-02-18T09:00:00+07:00"]
    assert told[f"http://testserver/en/news/{same.pk}/"] == ["2020-02-17T09:00:00+07:00"]
    assert told[f"http://testserver/pages/{page.slug}/"] == ["2020-02-17T09:00:00+07:00"]
    assert told["http://testserver/news/"] == []


def test_a_large_archive_is_divided_and_each_file_asks_for_its_own(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "RECORDS", 10)
    author = make_user()
    Article.objects.bulk_create(
        Article(**published(title_th=f"ข่าว {number}", date="2020-01-01", author=author))
        for number in range(25)
    )
    of_articles = [file for file in files(client) if "articles" in file]

    with CaptureQueriesContext(connection) as queries:
        last = document(client, of_articles[-1])

    assert of_articles == [
        "http://testserver/sitemap-articles.xml",
        "http://testserver/sitemap-articles.xml?p=2",
        "http://testserver/sitemap-articles.xml?p=3",
    ]
    assert len(last) == 10  # five, in two languages
    assert len(queries) == 3


@pytest.mark.parametrize(
    "address", ["/sitemap-articles.xml?p=2", "/sitemap-articles.xml?p=x", "/sitemap-users.xml"]
)
def test_a_file_that_is_not_there_is_not_found(address, client):
    assert client.get(address).status_code == 404


def test_robots_are_told_where_the_sitemap_is_and_what_is_no_page(client):
    said = client.get("/robots.txt").content.decode().splitlines()

    assert "Sitemap: http://testserver/sitemap.xml" in said
    for closed in ("/admin/", "/en/admin/", "/search/", "/en/search/"):
        assert f"Disallow: {closed}" in said
