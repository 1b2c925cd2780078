"""A real browser, and a page that tolerates nothing: any error, refused script or foreign
request fails the test that caused it.
"""

import os
import shutil

import pytest
from django.conf import settings
from playwright.sync_api import expect, sync_playwright

from tests.factories import make_user

# Playwright's synchronous calls run an event loop in this thread, and Django, seeing a loop,
# refuses its own synchronous queries in the tests and fixtures that stand beside them.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

QUIETLY = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
QUIETLY += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 10_000  # milliseconds

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    here = os.path.dirname(__file__)
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        reason = "no Chromium is installed (Debian: chromium; or name one in $CHROMIUM)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIETLY)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, live_server):
    """A new window on the portal, in Thai."""
    context = chromium.new_context(base_url=live_server.url, locale="th-TH")
    context.set_default_timeout(PATIENCE)
    window = context.new_page()
    troubles = record_troubles(window, live_server.url)
    yield window
    context.close()
    assert "\n".join(dict.fromkeys(troubles)) == ""


@pytest.fixture
def login(page, client, live_server):
    """Opens the portal's doors to a member of staff of the given role."""

    def as_role(role: str = "", **fields):
        user = make_user(role, **fields)
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        page.context.add_cookies([cookie])
        return user

    return as_role


def record_troubles(window, home: str) -> list[str]:
    troubles = []

    def hear(message):
        # What the Content-Security-Policy refused is an error on the console; a missing file is
        # one too, but `weigh` knows its address.
        missing = message.text.startswith("Failed to load resource")
        if message.type in {"error", "warning"} and not missing:
            troubles.append(f"console: {message.text}")

    def see(request):
        if not request.url.startswith((home, "data:", "blob:", "about:")):
            troubles.append(f"foreign request: {request.url}")

    def weigh(response):
        asked_by_the_browser = response.url == f"{home}/favicon.ico"
        if response.status >= 400 and not asked_by_the_browser:
            troubles.append(f"{response.status}: {response.url}")

    def miss(request):
        left_the_page = request.failure == "net::ERR_ABORTED"
        if not left_the_page:
            troubles.append(f"{request.failure}: {request.url}")

    window.on("console", hear)
    window.on("pageerror", lambda error: troubles.append(f"script error: {error}"))
    window.on("request", see)
    window.on("response", weigh)
    window.on("requestfailed", miss)
    return troubles
