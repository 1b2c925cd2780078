"""One page has one name, and one in the other language, whatever marks a link carries."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import make_public_article, make_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/news/", "/news/"),
        ("/news/?page=1", "/news/"),
        ("/news/?year=&topic=", "/news/"),
        ("/news/?utm_source=x&fbclid=y", "/news/"),
        ("/news/?topic=visits&year=2563&page=1&z=1", "/news/?year=2563&topic=visits"),
        ("/en/news/?topic=visits", "/en/news/?topic=visits"),
        ("/news/?page=2", "/news/?page=2"),
        ("/en/news/?page=2&year=2563", "/en/news/?year=2563&page=2"),
    ],
)
def test_one_page_has_one_name(asked, canonical, client):
    topic = make_topic(slug="visits")
    for _number in range(21):
        make_public_article(topics=[topic])

    response = client.get(asked)
    page = BeautifulSoup(response.content, "html.parser")
    thai = canonical.removeprefix("/en")

    assert page.select_one("link[rel=canonical]")["href"] == f"http://testserver{canonical}"
    links = {link["hreflang"]: link["href"] for link in page.select("link[hreflang]")}
    assert links == {
        "th": f"http://testserver{thai}",
        "en": f"http://testserver/en{thai}",
        "x-default": f"http://testserver{thai}",
    }
