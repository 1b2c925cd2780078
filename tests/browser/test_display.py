"""Letters, colours and contrast by choice, kept in the reader's browser and nowhere else."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

INK = "getComputedStyle(document.body).color"
SIZE = "parseFloat(getComputedStyle(document.body).fontSize)"
LIGHT_INK, DARK_INK = "rgb(21, 33, 27)", "rgb(234, 242, 237)"
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


@pytest.fixture
def choose(page):
    def do(name: str, value: str):
        if page.locator("#display").get_attribute("open") != "":
            page.locator("#display summary").click()
        page.locator(f"#display [name={name}][value={value!r}]").check()

    return do


@pytest.fixture
def home(page, live_server, transactional_db):
    page.goto(live_server.url + reverse("home"))
    return page


def test_dark_is_chosen_kept_and_given_back(home, choose):
    assert home.evaluate(INK) == LIGHT_INK
    choose("colours", "dark")
    assert home.evaluate(INK) == DARK_INK

    home.goto(home.url + "en/")
    assert home.evaluate(INK) == DARK_INK
    expect(home.locator("[name=colours][value=dark]")).to_be_checked()

    home.locator("#display summary").click()
    home.locator("#display [type=reset]").click()
    home.wait_for_function(f"{INK} === {LIGHT_INK!r}")
    home.reload()
    assert home.evaluate(INK) == LIGHT_INK


def test_what_is_chosen_goes_before_what_the_system_says(home, choose):
    home.emulate_media(color_scheme="dark", contrast="more")
    assert home.evaluate(INK) == WHITE
    choose("colours", "light")
    assert home.evaluate(INK) == BLACK
    choose("contrast", "normal")
    assert home.evaluate(INK) == LIGHT_INK
    choose("contrast", "high")
    home.emulate_media(color_scheme="light", contrast="no-preference")
    assert home.evaluate(INK) == BLACK


@pytest.mark.parametrize(("size", "times"), [("large", 1.25), ("largest", 1.5)])
def test_letters_grow_and_the_page_still_fits(home, choose, size, times):
    home.set_viewport_size({"width": 320, "height": 700})
    before = home.evaluate(SIZE)
    choose("text", size)
    assert home.evaluate(SIZE) == pytest.approx(before * times)
    home.reload()
    assert home.evaluate(SIZE) == pytest.approx(before * times)
    assert home.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_panel_closes_by_key_and_by_a_click_elsewhere(home):
    opener = home.locator("#display summary")
    opener.focus()
    home.keyboard.press("Enter")
    expect(home.locator("#display form")).to_be_visible()
    home.keyboard.press("Tab")
    home.keyboard.press("Escape")
    expect(home.locator("#display form")).to_be_hidden()
    expect(opener).to_be_focused()

    opener.click()
    home.locator("h1").click()
    expect(home.locator("#display form")).to_be_hidden()


def test_nothing_of_it_leaves_the_browser(home, choose):
    choose("colours", "dark")
    home.wait_for_load_state("networkidle")  # the letters of the panel come when it opens
    sent = []
    home.on("request", lambda request: sent.append(request.url))
    choose("colours", "light")
    choose("text", "large")
    assert sent == []
    assert home.context.cookies() == []


def test_a_browser_that_keeps_nothing_still_obeys(page, live_server, choose, transactional_db):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })"
    )
    page.goto(live_server.url + reverse("home"))
    choose("colours", "dark")
    assert page.evaluate(INK) == DARK_INK


def test_without_script_the_control_is_not_offered(chromium, live_server, transactional_db):
    context = chromium.new_context(java_script_enabled=False, color_scheme="dark")
    window = context.new_page()
    window.goto(live_server.url + reverse("home"))
    expect(window.locator("#display")).to_be_hidden()
    expect(window.locator("nav.menu")).to_be_visible()
    context.close()
