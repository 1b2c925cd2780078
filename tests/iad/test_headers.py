"""What every answer of the portal carries, whoever gives it."""

import re

import pytest
from django.test import Client
from django.urls import path

from iad.urls import urlpatterns as portal
from tests.factories import (
    make_committee,
    make_department,
    make_meeting,
    make_membership,
    make_page,
    make_photo,
    make_public_article,
    make_user,
    published,
)

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def fails(request):
    raise RuntimeError("broken for this test")


# The portal with one address that is broken.
urlpatterns = [path("broken/", fails), *portal]


def policy_of(response) -> dict[str, str]:
    directives = response["Content-Security-Policy"].split(";")
    return dict(directive.strip().split(" ", 1) for directive in directives if directive.strip())


def is_guarded(response) -> bool:
    kept = {name: response.get(name) for name in ALWAYS}
    return (policy_of(response), kept) == (POLICY, ALWAYS)


@pytest.fixture
def visitor(client):
    client.raise_request_exception = False
    return client


@pytest.fixture
def staff():
    client = Client(raise_request_exception=False)
    client.force_login(make_user("editor"))
    return client


@pytest.fixture
def rows():
    """One record behind every kind of public address."""
    article = make_public_article(title_en="News", body_en="<p>News.</p>")
    committee = make_committee(slug="asean", name_en="Committee")
    make_meeting(committee=committee, number=1, be_year=2563)
    return {
        "article": article,
        "department": make_department(),
        "person": make_membership(committee=committee).person,
        "page": make_page(slug="history"),
        "photo": make_photo(article=article),
    }


PUBLIC = [
    "/",
    "/news/",
    "/news/?year=2563",
    "/news/{article.pk}/",
    "/pages/history/",
    "/committees/",
    "/committees/asean/",
    "/committees/asean/2563/1/",
    "/meetings/",
    "/departments/",
    "/departments/{department.pk}/",
    "/people/{person.pk}/",
]


def answer(client, address, rows, **kwargs):
    return client.get(address.format(**rows), **kwargs)


# --- on every kind of answer --------------------------------------------------------------------

BY_ANYBODY = [
    *((200, "get", address) for address in [*PUBLIC, "/health/", "/robots.txt", "/admin/login/"]),
    (200, "get", "{photo.image.url}"),
    (200, "options", "/news/"),
    (200, "head", "/news/"),
    (301, "get", "/news"),
    (302, "get", "/admin/"),
    (302, "get", "/en/admin/"),
    (400, "get", "/news/?topic=%00"),
    (400, "get", "/news/%00/"),
    (404, "get", "/nothing/"),
    (404, "get", "/en/nothing/"),
    (404, "get", "/news/?page=abc"),
    (404, "get", "/media/nothing"),
    (404, "get", "/node/1"),
    (405, "post", "/news/"),
    (405, "post", "/health/"),
    (405, "put", "/robots.txt"),
    (405, "trace", "/"),
]


@pytest.mark.parametrize(("status", "method", "address"), BY_ANYBODY)
def test_an_answer_carries_every_header(status, method, address, rows, visitor):
    response = getattr(visitor, method)(address.format(**rows))

    assert response.status_code == status
    assert is_guarded(response)
    assert response["Cache-Control"]
    response.getvalue()


def test_a_page_that_breaks_says_so_with_every_header(settings, visitor):
    settings.ROOT_URLCONF = __name__

    response = visitor.get("/broken/")

    assert response.status_code == 500
    assert is_guarded(response)


def test_a_forged_form_is_refused_with_every_header(rows):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/admin/login/", {"username": "x", "password": "y"})

    assert response.status_code == 403
    assert "403_csrf.html" in [template.name for template in response.templates]
    assert is_guarded(response)


@pytest.mark.parametrize(("redirects", "sure"), [(False, ALWAYS), (True, ["X-Frame-Options"])])
def test_a_strange_host_is_refused_with_headers(redirects, sure, settings, visitor):
    settings.SECURE_SSL_REDIRECT = redirects

    response = visitor.get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert policy_of(response) == POLICY
    for name in {*sure, "X-Content-Type-Options", "Permissions-Policy"}:
        assert response[name] == ALWAYS[name]


def test_a_file_of_the_design_carries_every_header(settings, visitor, tmp_path):
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "base.css").write_text("p { color: red }")
    settings.STATIC_ROOT = str(tmp_path)

    response = visitor.get("/static/css/base.css")

    assert response.status_code == 200
    assert response.getvalue()
    assert is_guarded(response)
    assert not response.has_header("Access-Control-Allow-Origin")


def test_an_answer_over_https_asks_for_https_for_a_year(visitor):
    response = visitor.get("/", secure=True)

    assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


def test_http_is_sent_on_to_https_and_the_watching_machine_is_not(settings, visitor):
    settings.SECURE_SSL_REDIRECT = True

    response = visitor.get("/news/?year=2563")
    assert (response.status_code, response.url) == (301, "https://testserver/news/?year=2563")
    assert is_guarded(response)
    assert visitor.get("/health/").status_code == 200


# --- for readers --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("address", [*PUBLIC, "/robots.txt", "/nothing/"])
def test_a_public_page_knows_nobody(address, language, rows, visitor, staff):
    if address == "/robots.txt":
        language = ""

    for_reader = answer(visitor, language + address, rows)
    for_staff = answer(staff, language + address, rows)

    assert not for_reader.cookies
    assert not for_staff.cookies
    assert "Cookie" not in for_reader.get("Vary", "")
    assert for_reader.content == for_staff.content
    assert set(for_reader["Cache-Control"].split(", ")) == {"no-cache", "public"}


@pytest.mark.parametrize("address", PUBLIC)
def test_a_page_that_did_not_change_is_not_sent_again(address, rows, visitor):
    first = answer(visitor, address, rows)

    again = answer(visitor, address, rows, headers={"if-none-match": first["ETag"]})
    after_change = answer(visitor, address, rows, headers={"if-none-match": '"another"'})

    assert (again.status_code, again.content) == (304, b"")
    assert policy_of(again) == POLICY
    assert after_change.status_code == 200


def test_what_was_withdrawn_is_gone_at_once(visitor):
    article = make_public_article()
    address = article.get_absolute_url()
    tag = visitor.get(address)["ETag"]

    type(article).objects.filter(pk=article.pk).update(**published(state="withdrawn"))

    assert visitor.get(address, headers={"if-none-match": tag}).status_code == 410


FOREIGN_OR_INLINE = re.compile(r"<script>|<style| style=| on[a-z]+=|javascript:|src=.?(?:http|//)")


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_loads_nothing_from_elsewhere_and_runs_nothing_inline(address, rows, visitor):
    page = answer(visitor, address, rows).content.decode()

    assert "<main" in page
    for never in (
        "<script>",
        " style=",
        "<style",
        " onclick=",
        "javascript:",
        'src="http',
        "//cdn",
    ):
        assert never not in page


def test_search_engines_are_kept_from_the_desk(visitor):
    assert {b"Disallow: /admin/", b"Disallow: /en/admin/"} <= set(
        visitor.get("/robots.txt").content.splitlines()
    )
