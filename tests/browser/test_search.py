"""The search box in a real browser: names while typing, by keyboard, and without script."""

import pytest
from django.urls import reverse

from iad.finding.writing import refresh
from tests.factories import make_department, make_public_article

pytestmark = pytest.mark.browser


def test_names_are_offered_while_somebody_types(live_server, page):
    make_department(name_th="สำนักอนามัย")
    refresh()  # the page's own questions may be reading it, and a reader does not wait for that
    page.goto(live_server.url + reverse("search"))
    with page.expect_response("**/search/suggest/**"):
        page.locator("#search-page").press_sequentially("อนา")
    page.wait_for_selector("datalist option", state="attached")
    offered = page.eval_on_selector_all("datalist option", "all => all.map(one => one.value)")
    assert offered == ["สำนักอนามัย"]


def test_the_box_at_the_head_of_every_page_leads_to_results(live_server, page):
    make_public_article(title_th="นกกระจอกในเมือง")
    refresh()  # the box asks for names meanwhile, and a reader does not wait for another's reading
    page.goto(live_server.url + reverse("news:articles"))
    page.locator("#search-head").fill("กระจอก")
    page.locator("#search-head").press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.locator(".result mark").first.inner_text() == "กระจอก"


@pytest.mark.parametrize("width", [320, 1280])
def test_results_fit_the_screen(live_server, page, width):
    make_public_article(title_th="กระจอก" * 30, body_th="<p>กระจอก</p>")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{live_server.url}{reverse('search')}?q=กระจอก")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
