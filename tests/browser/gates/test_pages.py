"""What every kind of page holds, in both languages, in light, dark and high contrast.

The portal looked at is a process of its own on SQLite, whatever DATABASE_URL says: which database
a page was read from cannot be seen in a browser, and other tests compare both.
"""

import pytest
from django.urls import Resolver404, get_resolver, resolve

from tests.browser.gates.visiting import Window
from tests.public_addresses import view_names
from tests.sample_portal.kinds import KINDS, LANGUAGES, NO_PAGES, STATUS


@pytest.fixture(scope="module")
def window(portal, chromium, tool):
    opened = Window(chromium, portal.url, tool("axe-core/axe.min.js").read_text("utf-8"))
    yield opened
    opened.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_open_to_everybody(kind, language, portal, window):
    address = portal.addresses[language][kind]

    found = window.visit(address, STATUS.get(kind, 200))

    if found:
        pytest.fail("\n".join([address, *found]), pytrace=False)


def test_every_kind_of_page_is_looked_at(portal):
    looked_at = set()
    for address in portal.addresses["th"].values():
        try:
            looked_at.add(resolve(address.partition("?")[0]).view_name)
        except Resolver404:  # the page that says so
            continue

    every = set(view_names(get_resolver()))
    assert {name for name in every - NO_PAGES if not name.startswith("api:")} == looked_at & every
