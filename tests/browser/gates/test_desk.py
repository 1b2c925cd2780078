"""What the desk's screens hold: axe finds nothing, in both languages, light and dark."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from tests.browser.gates.visiting import AXE, WCAG
from tests.factories import make_article, make_committee, make_meeting, make_person, make_user

# The tabs of two languages are jQuery UI's, which lays a link that no key reaches into each.
THEIRS = {"nested-interactive": {"enabled": False}}
RULES = {"runOnly": WCAG, "rules": THEIRS, "iframes": False, "preload": False}
DESKTOP = {"width": 1280, "height": 900}


def screens() -> list[str]:
    """Lists and forms of every kind, filled and empty."""
    records = [make_article(), make_committee(), make_meeting(), make_person()]
    lists = [f"admin:{record._meta.app_label}_{record._meta.model_name}_" for record in records]
    return [
        *(reverse(name) for name in ("admin:index", "admin:admin_logentry_changelist")),
        *(reverse(f"{name}changelist") for name in lists),
        *(reverse(f"{name}add") for name in lists),
        *(
            reverse(f"{name}change", args=[record.pk])
            for name, record in zip(lists, records, strict=True)
        ),
    ]


@pytest.fixture
def window(chromium, live_server, client, request):
    """A superuser's, whose pages axe may write its own styles into."""
    client.force_login(make_user(is_superuser=True))
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
    context = chromium.new_context(bypass_csp=True, viewport=DESKTOP, color_scheme=request.param)
    context.add_cookies([cookie])
    yield context.new_page()
    context.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("language", "window"), [("th", "light"), ("en", "dark")], indirect=["window"]
)
def test_a_screen_of_the_desk_is_open_to_everybody(language, window, live_server, tool):
    axe = tool("axe-core/axe.min.js").read_text("utf-8")
    with translation.override(language):
        addresses = screens()

    found = []
    for address in addresses:
        window.goto(f"{live_server.url}{address}", wait_until="networkidle")
        window.evaluate(axe)
        found += [f"{address}: {line}" for line in window.evaluate(AXE, RULES)]

    assert "\n".join(found) == ""
