"""What holds on every page, whatever it is about; old addresses; pages of error."""

import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.factories import make_article, make_old_address, make_page, make_public_article
from tests.hidden_world import World
from tests.public_addresses import every_address

pytestmark = pytest.mark.django_db
DATA = "[type='application/ld+json']"
FOREIGN = f"script:not([src], {DATA}), style, [style], iframe, object, embed"
ASSETS = "script[src], link[href], img[src], source[src], iframe[src], form[action]"
NO_PAGES = ("/media/", "/health/", "/robots.txt")
NO_HTML = (".ics", ".csv", ".pdf")


@pytest.fixture
def pages(client):
    """Every page that answers 200, by its address."""
    World()
    shown = [
        one
        for one in every_address()
        if not one.startswith(NO_PAGES) and not one.endswith(NO_HTML) and "?" not in one
    ]
    answers = {address: client.get(address) for address in shown}
    return {
        address: BeautifulSoup(answer.content, "html.parser")
        for address, answer in answers.items()
        if answer.status_code == 200 and "html" in answer["Content-Type"]
    }


def is_english(address: str) -> bool:
    return address.startswith("/en/")


def test_every_page_keeps_the_house_style(pages):
    assert len(pages) > 40
    for address, page in pages.items():
        assert page.html["lang"] == ("en" if is_english(address) else "th"), address
        assert len(page.select("h1")) == len(page.select("main")) == 1, address
        assert page.title.get_text(strip=True), address
        assert page.select_one("meta[name=description]")["content"], address
        first_link = page.select_one("body a[href]")
        assert page.find(id=first_link["href"].removeprefix("#")) == page.main, address


def test_every_page_has_a_title_of_its_own(pages):
    titles = [(page.title.get_text(strip=True), urlsplit(one).path) for one, page in pages.items()]

    assert len({title for title, _path in titles}) >= len({path for _title, path in titles}) - 1


def test_no_page_runs_or_fetches_anything_foreign(pages):
    for address, page in pages.items():
        assert page.select(FOREIGN) == [], address
        handlers = [name for tag in page.find_all() for name in tag.attrs if name.startswith("on")]
        assert handlers == [], address
        for asset in page.select(ASSETS):
            where = asset.get("src") or asset.get("href") or asset.get("action")
            host = urlsplit(where).netloc
            is_self = host == "testserver" and asset.get("rel") in (["canonical"], ["alternate"])
            assert not host or is_self, f"{where} on {address}"


def test_every_page_names_itself_in_both_languages(pages):
    for address, page in pages.items():
        links = {link["hreflang"]: link["href"] for link in page.select("link[hreflang]")}
        here = links["en" if is_english(address) else "th"]
        assert here == page.select_one("link[rel=canonical]")["href"], address
        assert links["en"].startswith("http://testserver/en/"), address
        assert links["en"].replace("/en/", "/", 1) == links["th"] == links["x-default"], address


def test_every_heading_follows_the_one_above_it(pages):
    for address, page in pages.items():
        levels = [int(heading.name[1]) for heading in page.find_all(re.compile(r"^h[1-6]$"))]
        steps = zip(levels, levels[1:], strict=False)
        assert all(below <= above + 1 for above, below in steps), address


def test_no_page_says_the_same_id_twice(pages):
    for address, page in pages.items():
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), address


def test_every_link_inside_the_portal_leads_somewhere(pages, client):
    links = {link["href"] for page in pages.values() for link in page.select("main a[href^='/']")}

    for link in links:
        response = client.get(link)
        assert response.status_code == 200, link
        b"".join(response)  # which closes a file


ONE_ARTICLE = re.compile(r"(/en)?/news/[0-9]+/")


def test_reading_sets_no_cookie_and_varies_by_nobody(client):
    World()
    for address in every_address():
        response = client.get(address)
        b"".join(response)  # which closes a file
        assert not response.cookies, address
        # Only a closed file or article asks who wants it, and then nobody keeps the answer.
        by_person = "Cookie" in response.get("Vary", "")
        closed = response.status_code == 404 and address.startswith("/media/")
        closed |= response.status_code != 200 and bool(ONE_ARTICLE.fullmatch(address))
        assert not by_person or closed, address
        assert ("private" in response["Cache-Control"]) is (by_person or address == "/health/")


# --- old addresses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "asked", "prefix"),
    [
        ("/node/7", "/node/7", ""),
        ("/node/7", "/node/7/", ""),
        ("/node/7", "/th/node/7", ""),
        ("/node/7", "/en/node/7", "/en"),
        ("/en/node/7", "/en/node/7", "/en"),
        ("/content-detail/9", "/content-detail/9", ""),
        ("/content-detail/9", "/en/content-detail/9", "/en"),
    ],
)
@pytest.mark.parametrize("kind", ["article", "page"])
def test_an_old_address_leads_to_its_content_for_good(kind, known, asked, prefix, client):
    make = make_public_article if kind == "article" else make_page
    target = make()
    make_old_address(path=known, **{kind: target})
    now_at = f"{prefix}{target.get_absolute_url()}"

    response = client.get(asked)

    assert (response.status_code, response["Location"]) == (301, now_at)


@pytest.mark.parametrize("asked", ["/node/7", "/th/node/7", "/en/node/7", "/node/8"])
def test_an_old_address_of_what_is_not_public_is_not_found(asked, client):
    make_old_address(path="/node/7", article=make_article())

    assert client.get(asked).status_code == 404


def test_an_address_of_its_own_goes_before_one_that_only_resembles_it(client):
    make_old_address(path="/node/7", article=make_public_article())
    english = make_public_article()
    make_old_address(path="/en/node/7", article=english)

    assert client.get("/en/node/7")["Location"] == f"/en/news/{english.pk}/"


# --- pages that are not there --------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "/no-such-page/",
        "/news/999999999/",
        "/news/99999999999999999999999/",
        "/committees/nothing/",
        "/committees/nothing/2563/1/",
        "/committees/nothing/99999999999999999999/99999999999999999999/",
        "/departments/99999999999999999999999/",
        "/people/99999999999999999999999/",
        "/pages/nothing/",
        "/node/9999999999",
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_is_not_there_is_said_in_the_house_style(prefix, address, client):
    response = client.get(prefix + address)
    page = BeautifulSoup(response.content, "html.parser")

    assert response.status_code == 404
    assert page.html["lang"] == ("en" if prefix else "th")
    assert len(page.select("h1")) == 1
    assert page.select_one("header .brand")["href"] == f"{prefix}/"
    assert page.select(f'main a[href="{prefix}/news/"]')


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_page_is_read_and_nothing_else(method, client):
    for address in ("/", "/news/", "/health/", "/robots.txt", "/node/7"):
        assert getattr(client, method)(address).status_code == 405


def test_a_health_check_answers_ok(client):
    response = client.get("/health/")

    assert response.json() == {"status": "ok"}
    assert "no-store" in response["Cache-Control"]
