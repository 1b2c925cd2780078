"""What a feed reader makes of our feeds, and what the formats themselves ask of them."""

import re
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
from bs4 import BeautifulSoup
from lxml import etree

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# RFC 4151, section 2.1.
TAG = re.compile(r"tag:[a-z0-9.-]+,[0-9]{4}(-[0-9]{2}){0,2}:[A-Za-z0-9._~/-]+")
# RSS 2.0: elements of a channel and of an item, and those that stand there once at most.
CHANNEL = {"title", "link", "description", "language", "lastBuildDate", "item"}
ITEM = {"title", "link", "description", "guid", "pubDate", "category", "enclosure"}
ONCE = ITEM - {"category"}


def atom_of(client, address: str) -> etree._Element:
    """The document, which is valid Atom."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(response.content)
    SCHEMA.assertValid(feed)
    _keep_what_the_schema_cannot_say(feed)
    return feed


def _keep_what_the_schema_cannot_say(feed):
    assert feed.find(f"{ATOM}author") is not None  # or one in each entry (4.1.1)
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert all(TAG.fullmatch(one) for one in ids), ids
    assert len(set(ids)) == len(ids)
    for part in (feed, *feed.iter(f"{ATOM}entry")):
        rels = [link.get("rel") for link in part.findall(f"{ATOM}link")]
        assert rels.count("alternate") == 1
        assert rels.count("self") == (1 if part is feed else 0)
    for content in feed.iter(f"{ATOM}content"):
        assert_is_for_readers_elsewhere(content.text or "")


def rss_of(client, address: str) -> etree._Element:
    """The channel, which is valid RSS 2.0 (rssboard.org/rss-specification)."""
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    rss = etree.fromstring(response.content)
    assert (rss.tag, rss.get("version"), len(rss)) == ("rss", "2.0", 1)
    channel = rss[0]
    assert {one.tag for one in channel if one.tag[0] != "{"} <= CHANNEL
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert len(channel.findall(name)) == 1, name
    parsedate_to_datetime(channel.findtext("lastBuildDate"))
    for item in channel.findall("item"):
        _is_an_item(item)
    return channel


def _is_an_item(item):
    names = [one.tag for one in item if one.tag[0] != "{"]
    assert set(names) <= ITEM
    assert all(names.count(name) <= 1 for name in ONCE)
    assert item.findtext("title")
    assert item.findtext("link").startswith("http://testserver/")
    assert item.find("guid").get("isPermaLink") == "false"
    assert TAG.fullmatch(item.findtext("guid"))
    for date in item.findall("pubDate"):
        parsedate_to_datetime(date.text)
    for enclosure in item.findall("enclosure"):
        assert int(enclosure.get("length")) > 0
        assert "/" in enclosure.get("type")
        assert enclosure.get("url").startswith("http://testserver/media/")
    assert_is_for_readers_elsewhere(
        item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    )


def assert_is_for_readers_elsewhere(html: str) -> None:
    """Nothing in it runs or is styled, and every address has its host."""
    page = BeautifulSoup(html, "html.parser")
    assert page.select("script, style, iframe, form, [style], [onclick], [onerror]") == []
    for tag in page.select("[href], [src]"):
        address = tag.get("href") or tag.get("src")
        assert re.match(r"https?://|mailto:|tel:", address), address


def read(client, address: str) -> feedparser.FeedParserDict:
    """As a feed reader reads it, without a complaint."""
    told = feedparser.parse(client.get(address).content)
    assert not told.bozo, told.get("bozo_exception")
    return told
