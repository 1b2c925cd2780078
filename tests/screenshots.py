"""``make screenshots``: the ten main pages on a telephone and on a desk, in Thai and in English.

``python -m tests.screenshots [--to FOLDER] [--readme]``; with --readme the two pictures that README
shows are written anew. The portal is one of its own, started and ended here.
"""

import argparse
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.sample_portal.serving import ROOT, SamplePortal

PAGES = (
    *("home", "news", "article", "committee", "meeting-held"),
    *("meetings", "minutes", "follow-up", "person", "search-found"),
)
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1440, "height": 900}}
IN_README = {"desktop": "screenshot.webp", "phone": "screenshot-phone.webp"}
README_WIDTH = {"desktop": 1100, "phone": 360}
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]


def windows(browser: Browser, home: str) -> Iterator[tuple[str, str, Page]]:
    """A window of each size in each language."""
    for size, viewport in SIZES.items():
        for language in ("th", "en"):
            context = browser.new_context(
                base_url=home, viewport=viewport, locale=language, reduced_motion="reduce"
            )
            yield size, language, context.new_page()
            context.close()


def show(page: Page, address: str) -> None:
    """The page with its letters and with the pictures that wait until they are scrolled to."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('img').forEach((one) => (one.loading = 'eager'))")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")


def take_all(browser: Browser, portal: SamplePortal, folder: Path) -> None:
    for size, language, page in windows(browser, portal.url):
        for kind in PAGES:
            show(page, portal.addresses[language][kind])
            page.screenshot(path=folder / f"{kind}-{size}-{language}.png", full_page=True)


def take_for_readme(browser: Browser, portal: SamplePortal) -> None:
    for size, language, page in windows(browser, portal.url):
        if language == "th":
            show(page, portal.addresses[language]["home"])
            picture = Image.open(io.BytesIO(page.screenshot()))
            width = README_WIDTH[size]
            picture = picture.resize((width, round(picture.height * width / picture.width)))
            picture.save(ROOT / "static" / "img" / IN_README[size], quality=75, method=6)


def main(folder: Path, *, for_readme: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with (
        tempfile.TemporaryDirectory(prefix="sample-portal-") as place,
        SamplePortal(Path(place)) as portal,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=FLAGS) as browser,
    ):
        take_all(browser, portal, folder)
        if for_readme:
            take_for_readme(browser, portal)
    sys.stdout.write(f"{len(PAGES) * len(SIZES) * 2} pictures in {folder}\n")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--to", type=Path, default=ROOT / "screenshots", metavar="FOLDER")
    asked.add_argument("--readme", action="store_true", help="write those that README shows, too")
    options = asked.parse_args()
    main(options.to, for_readme=options.readme)
