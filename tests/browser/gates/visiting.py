"""A visit to a page: read once, looked at in every mode, width and size of text.

Each look gives lines that say what is wrong; none is how it should be.
"""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.conftest import record_troubles

IN_PAGE = Path(__file__).with_name("in_page.js").read_text("utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
EVERY_RULE = {"runOnly": WCAG, "rules": {"target-size": {"enabled": True}}}
# What can differ from light to dark; all else is as it was found there.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
AXE = """async (options) => {
  const {violations} = await axe.run(document, {...options, resultTypes: ["violations"]});
  const why = ({failureSummary}) => failureSummary.split("\\n").slice(1).join(" ");
  return violations.flatMap(({id, nodes}) => nodes.map(
    (node) => `${id}: ${node.target.join(" ")} (${why(node)})`
  ));
}"""
AS_IT_COMES = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}
MODES = {
    "dark": {"color_scheme": "dark"},
    "high contrast": {"contrast": "more"},
    "dark, high contrast": {"color_scheme": "dark", "contrast": "more"},
    "forced colours": {"forced_colors": "active"},
}
CHOSEN = {"text": "largest", "colours": "dark", "contrast": "high"}
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
NARROW = {"width": 320, "height": 640}
ZOOMED = {"width": 640, "height": 400}  # what is left of DESKTOP at 200 %
USUAL, DOUBLE = 16, 32  # pixels of a letter, as readers set them in their browser
UNFORESEEN = 3  # keys


class Window:
    """One window for all pages, each read by a visit: a new one takes longer than most looks."""

    def __init__(self, browser: Browser, home: str, axe: str):
        self.context = browser.new_context(
            base_url=home, locale="th-TH", viewport=DESKTOP, reduced_motion="reduce"
        )
        self.page: Page = self.context.new_page()
        self.line = self.context.new_cdp_session(self.page)
        self.heard = record_troubles(self.page, home)
        self.axe = axe

    def visit(self, address: str, status: int) -> list[str]:
        """Whether it answers as it should, says nothing but what was asked, and how it looks."""
        self.heard.clear()
        response = self.page.goto(address)
        self.page.evaluate(f"{self.axe};\n{IN_PAGE}")
        found = [f"answers {response.status}"] if response.status != status else []
        found += self.look()
        as_asked = f"{status}: {response.url}"
        found += [line for line in dict.fromkeys(self.heard) if line != as_asked]
        return found + [f"sets the cookie {cookie['name']}" for cookie in self.context.cookies()]

    def look(self) -> Iterator[str]:
        yield from self.at_a_desk()
        yield from self.in_other_colours()
        yield from self.on_a_phone()
        yield from self.with_large_text()
        yield from self.as_chosen()

    def at_a_desk(self) -> Iterator[str]:
        self._as(DESKTOP)
        yield from self._said("desk, axe", self.page.evaluate(AXE, EVERY_RULE))
        yield from self._said("desk", self._ask("lostText"))
        yield from self._said("desk", self._ask("overlappingText"))
        yield from self._said("desk, keyboard", self._walk())

    def in_other_colours(self) -> Iterator[str]:
        for mode, features in MODES.items():
            self.page.emulate_media(**AS_IT_COMES | features)
            if "forced_colors" not in features:  # there the browser alone says which colours
                yield from self._said(f"{mode}, axe", self.page.evaluate(AXE, COLOURS))
            yield from self._said(f"{mode}, keyboard", self._ask("rings"))
        self.page.emulate_media(**AS_IT_COMES)

    def on_a_phone(self) -> Iterator[str]:
        self._as(PHONE)
        self._ask("open")
        yield from self._said("phone, axe", self.page.evaluate(AXE, EVERY_RULE))
        yield from self._said("phone", self._ask("lostText"))
        yield from self._said("phone, keyboard", self._walk())
        self._as(NARROW)
        yield from self._said("320 px", self._ask("sideways"))
        yield from self._said("320 px", self._ask("lostText"))

    def with_large_text(self) -> Iterator[str]:
        for place, size, letters in [
            ("zoomed to 200 %", ZOOMED, USUAL),
            ("text at 200 %", DESKTOP, DOUBLE),
            ("phone, text at 200 %", PHONE, DOUBLE),
        ]:
            self._as(size, letters)
            for question in ("sideways", "lostText", "overlappingText"):
                yield from self._said(place, self._ask(question))
        self._as(DESKTOP)

    def as_chosen(self) -> Iterator[str]:
        """Everything that "Display" offers at once, and its panel open."""
        self._as(PHONE)
        if self.page.evaluate("(chosen) => gates.choose(chosen)", CHOSEN):
            yield from self._said("as chosen, axe", self.page.evaluate(AXE, EVERY_RULE))
            self._as(NARROW)
            yield from self._said("as chosen, 320 px", self._ask("sideways"))
            yield from self._said("as chosen, 320 px", self._ask("lostText"))
            self._ask("giveBack")
        self._as(DESKTOP)

    def _as(self, size: dict[str, int], letters: int = USUAL) -> None:
        self.page.set_viewport_size(size)
        sizes = {"standard": letters, "fixed": letters * 13 // 16}
        self.line.send("Page.setFontSizes", {"fontSizes": sizes})

    def _walk(self) -> list[str]:
        """Press Tab for each control, and some more for what nobody foresaw."""
        for _key in range(self._ask("noteControls") + UNFORESEEN):
            self.page.keyboard.press("Tab")
        return self._ask("walked")

    def _ask(self, question: str):
        return self.page.evaluate(f"gates.{question}()")

    @staticmethod
    def _said(place: str, lines: list[str]) -> Iterator[str]:
        return (f"{place}: {line}" for line in lines)
