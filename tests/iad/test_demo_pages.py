"""The sample's standing pages: what a government website must say, in both languages, with links
that lead somewhere."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command

from news.models import Page

pytestmark = pytest.mark.django_db
OF_THE_OFFICE = ["history", "mission", "structure", "duties", "plans"]
REQUIRED = ["about", *OF_THE_OFFICE, "contact", "faq", "links"]
POLICIES = ["website-policy", "privacy-policy", "security-policy"]


@pytest.fixture
def pages(settings, tmp_path):
    settings.DEBUG = True
    settings.MEDIA_ROOT = tmp_path
    call_command("demo", no_serve=True, picture_width=40, verbosity=0)
    return {page.slug: page for page in Page.objects.public()}


def test_what_the_standard_requires_is_there_in_both_languages(pages, client):
    assert list(pages) == REQUIRED + POLICIES
    assert {pages[slug].parent for slug in OF_THE_OFFICE} == {pages["about"]}
    for page in pages.values():
        assert all((page.title_th, page.title_en, page.body_th, page.body_en))

    links = set()
    for prefix in ("", "/en"):
        for page in pages.values():
            answer = client.get(f"{prefix}/pages/{page.slug}/")
            body = BeautifulSoup(answer.content, "html.parser").select_one(".rich")
            inside = [a["href"] for a in body.select("a[href^='/']")]
            assert all(href.startswith("/en/") == bool(prefix) for href in inside), page.slug
            links |= set(inside)

    for link in links:
        answer = client.get(link)
        b"".join(answer)
        assert answer.status_code == 200, link


def test_no_contact_of_a_person_is_given(pages):
    for page in pages.values():
        for text in (page.body_th, page.body_en):
            assert text.count("@") == (1 if page.slug == "contact" else 0)
            assert "mailto:" not in text
