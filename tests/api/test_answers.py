"""What stands around the records: caching, reading from other sites, methods, errors."""

import pytest

from iad.api.resources import RESOURCES
from news.models import Article
from tests.api.filled import Filled
from tests.factories import make_article, make_public_article

pytestmark = pytest.mark.django_db
SAMPLES = ("articles/", "articles.csv", "articles.jsonl", "openapi.json")


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_has_not_changed_is_not_sent_again(sample, client):
    article = make_public_article()
    first = client.get(f"/api/v1/{sample}")
    b"".join(first)
    assert first["Cache-Control"] == "public, no-cache"

    again = client.get(f"/api/v1/{sample}", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    if sample != "openapi.json":
        Article.objects.filter(pk=article.pk).update(title_en="Changed")
        assert (
            client.get(f"/api/v1/{sample}", headers={"If-None-Match": first["ETag"]}).status_code
            == 200
        )


@pytest.mark.parametrize("sample", SAMPLES)
def test_head_says_what_get_says_without_its_text(sample, client):
    make_public_article()
    told, asked = client.get(f"/api/v1/{sample}"), client.head(f"/api/v1/{sample}")

    assert b"".join(told)
    assert b"".join(asked) == b""
    assert asked.status_code == 200
    assert asked.headers == told.headers


def test_other_sites_may_read(client):
    preflight = client.options(
        "/api/v1/articles/",
        headers={"Origin": "https://example.org", "Access-Control-Request-Method": "GET"},
    )

    assert (preflight.status_code, preflight.content) == (204, b"")
    assert preflight["Access-Control-Allow-Origin"] == "*"
    assert preflight["Access-Control-Allow-Methods"] == preflight["Allow"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in preflight["Access-Control-Allow-Headers"]
    for address in ("/api/v1/articles/", "/api/v1/nothing/", "/api/v1/articles/?year=x"):
        assert client.get(address)["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/news/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_it_is_read_and_nothing_else(method, client):
    for sample in (*SAMPLES, "articles/1/", ""):
        answer = getattr(client, method)(f"/api/v1/{sample}")
        assert answer.status_code == 405, sample
        assert answer["Allow"] == "GET, HEAD, OPTIONS"
        assert answer.json()["title_th"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/nothing/", 404),
        ("/api/v2/articles/", 404),
        ("/api/v1/articles/1/", 404),
        ("/api/v1/articles/9223372036854775807/", 404),
        ("/api/v1/articles/9223372036854775808/", 422),
        ("/api/v1/articles/0/", 422),
        ("/api/v1/articles/one/", 422),
        ("/api/v1/articles/%F0%9F%90%98/", 422),
        (f"/api/v1/articles/?q={'a' * 5000}", 400),
    ],
)
def test_errors_are_read_by_machines(address, status, client):
    answer = client.get(address)

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status


def test_an_address_without_its_stroke_leads_on(client):
    make_public_article()

    answer = client.get("/api/v1/articles?limit=1")

    assert (answer.status_code, answer["Location"]) == (301, "/api/v1/articles/?limit=1")
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_every_answer_names_the_licence(client, settings):
    settings.OPEN_DATA_LICENSE_URL = "https://example.org/licence"
    for one in RESOURCES:
        answer = client.get(f"/api/v1/{one.name}/")
        assert answer.json()["license"]["url"] == "https://example.org/licence"
        assert answer["Link"] == '<https://example.org/licence>; rel="license"'
        assert 'rel="license"' in client.get(f"/api/v1/{one.name}.csv")["Link"]


def test_every_address_is_absolute_and_leads_to_its_record(client):
    world = Filled()
    article = client.get(f"/api/v1/articles/{world.article.pk}/").json()
    meeting = client.get(f"/api/v1/meetings/{world.meeting.pk}/").json()

    assert article["url"] == {
        "th": f"https://testserver/news/{world.article.pk}/",
        "en": f"https://testserver/en/news/{world.article.pk}/",
    }
    assert article["images"][0]["content_url"].startswith("https://testserver/media/photos/")
    for url in (*meeting["url"].values(), meeting["files"][0]["access_url"]):
        answer = client.get(url.removeprefix("https://testserver"))
        assert answer.status_code == 200
        b"".join(answer)  # which closes a file


def test_a_record_that_was_public_once_is_gone_and_not_unknown(client):
    article, draft = make_public_article(), make_article()
    assert client.get(f"/api/v1/articles/{article.pk}/").status_code == 200
    Article.objects.filter(pk=article.pk).update(state="withdrawn")

    assert client.get(f"/api/v1/articles/{article.pk}/").status_code == 410
    assert client.get(f"/api/v1/articles/{draft.pk}/").status_code == 404
