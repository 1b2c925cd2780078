"""A page as Drupal served it, or what a browser's saving left of it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup
from django.utils.translation import gettext as _

from news.importing import addresses, chrome
from news.importing.body import BodyWriter
from news.importing.plain import read_plain, take_labelled
from news.importing.records import MAX_TEXT, OldImage, Reading, UnreadablePage
from news.importing.repairs import describe, repair_blanks, without_invisible

MAX_HTML, MAX_TAGS, MAX_DEPTH = 2_000_000, 20_000, 300

HTML = re.compile(
    r"<(?:!doctype html|html|head|body|meta|div|h1|article|section|table|p|br)\b[^<>]*>",
    re.IGNORECASE,
)
# Taken out before parsing: never text, and left unclosed they would cost quadratic time.
UNSPOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|iframe|object)\b.*?(?:</\1\s*>|\Z)|"
    r"<[!?][^>]*>?",
    re.IGNORECASE | re.DOTALL,
)
DRAWN_INSIDE = re.compile(r"""(?<=["'])data:[^"']*""")
HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])", re.IGNORECASE)
CHROME_TAGS = {
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "select",
    "textarea",
    "svg",
    "head",
    "title",
}
CHROME_IDS = {
    "navigation", "footer", "header", "breadcrumb", "main-menu", "secondary-menu", "skip-link",
    "comments", "tabs", "search-block-form", "sidebar-first", "sidebar-second", "page-top",
}  # fmt: skip
CHROME_CLASSES = {
    "breadcrumb", "tabs", "links", "submitted", "menu", "menu-block-wrapper", "block-search",
    "print-link", "service-links", "share", "share-links", "sharethis", "addtoany", "pager",
    "region-sidebar-first", "region-sidebar-second", "region-footer", "region-header", "credits",
    "element-invisible", "action-links", "contextual-links-wrapper", "comment-wrapper",
    "field-label", "field__label", "site-slogan",
}  # fmt: skip
BODY_CLASSES = ("field-name-body", "field--name-body", "field-type-text-with-summary")
REGIONS = ({"id": "block-system-main"}, {"role": "main"}, {"id": "content"})
SITE_NAME = re.compile(r"international affairs|(?:สำนักงาน|กอง)การต่างประเทศ", re.IGNORECASE)
NODE_NUMBER = re.compile(r"(?:page-)?node-([0-9]{1,9})")


class Page(BeautifulSoup):
    """A parsed page; refuses what no editor wrote before it can cost minutes."""

    def pushTag(self, tag: Tag) -> None:  # noqa: N802 - the parser's own name for it
        self.pushed = (self.__dict__.get("pushed") or 0) + 1
        if self.pushed > MAX_TAGS or len(self.tagStack) > MAX_DEPTH:
            raise UnreadablePage(_("Its HTML is nested or divided beyond any real page."))
        super().pushTag(tag)


def looks_like_html(text: str) -> bool:
    return bool(HTML.search(text))


def read_html(text: str) -> Reading:
    """Title, clean body and fields; title or paragraphs may come back empty."""
    page = parse(text)
    paths = page_addresses(page, text)
    photos = [each for each in page.find_all("img") if is_in_photo_field(each)]
    stated = take_fields(page)
    title, body = find_title(page), find_body(page)
    title_text, repairs = repair_blanks(text_of(title) or declared_title(page))
    if title:
        title.extract()
    in_text = shown(body.find_all("img")) if body else []
    reading = from_body(page, title_text, body) if body else flattened(page, title_text)
    return replace(
        reading,
        page_language=page_language(page) or addresses.claimed_language(paths),
        addresses=paths,
        images=tuple(dict.fromkeys([*shown(photos), *in_text])),
        notes=(
            *(
                _("Picture left out of the text: %(src)s.") % {"src": each.src[:200]}
                for each in in_text
            ),
            *reading.notes,
            *describe(repairs),
        ),
        **stated,
    )


def parse(text: str) -> Page:
    """The page as a tree; what follows the last tag is text, so no tag is left half open."""
    text = DRAWN_INSIDE.sub("data:", UNSPOKEN.sub("", text))
    if len(text) > MAX_HTML:
        raise UnreadablePage(_("Its HTML is longer than that of any real page."))
    text = matched_headings(text)
    last = text.rfind(">") + 1
    try:
        return Page(text[:last] + text[last:].partition("<")[0], "html.parser")
    except UnreadablePage:
        raise
    except (ValueError, AssertionError, ParserRejectedMarkup) as error:
        raise UnreadablePage(_("Its HTML cannot be read.")) from error


def matched_headings(text: str) -> str:
    """`<h1>…</h2>` ends the heading that is open, as in every browser."""
    level = ""

    def matched(tag: re.Match[str]) -> str:
        nonlocal level
        level = tag[2] if not tag[1] else level or tag[2]
        return f"<{tag[1]}h{level}"

    return HEADING.sub(matched, text)


def with_class(root: Tag, *names: str) -> list[Tag]:
    return root.find_all(lambda tag: not set(names).isdisjoint(classes(tag)))


def classes(tag: Tag) -> list[str]:
    value = tag.get("class") or []
    return value if isinstance(value, list) else value.split()


def text_of(tag: Tag | None) -> str:
    return without_invisible(tag.get_text())[0] if tag else ""


def words(tag: Tag | None) -> str:
    """The text of an element on one line."""
    return repair_blanks(text_of(tag))[0]


def take_fields(page: Tag) -> dict[str, str]:
    """ที่มา and วันที่ของข่าว out of their labelled fields, which leave the page."""
    stated = {}
    for label in with_class(page, "field-label", "field__label"):
        name, field = words(label).rstrip(": "), label.parent
        if chrome.SOURCE_LABEL.fullmatch(name):
            label.extract()
            stated["source"] = words(field.extract())
        elif chrome.DATE_LABEL.fullmatch(name):
            label.extract()
            stamps = (str(each["content"]) for each in field.find_all(content=True))
            stated |= {"date_stamp": next(stamps, ""), "date_text": words(field.extract())}
    return stated


def find_title(page: Tag) -> Tag | None:
    """The heading that Drupal or a theme gave the article, else the first one of its own."""
    headings = page.find_all(["h1", "h2"])
    titled = (
        page.find(id="page-title"),
        *(each for each in headings if {"title", "page-header"} & set(classes(each))),
        *(each for each in headings if each.name == "h1" and each.get("id") != "site-name"),
    )
    return next((each for each in titled if each is not None and words(each)), None)


def declared_title(page: Tag) -> str:
    """The title as the page's head names it, without the name of the site."""
    meta = page.find("meta", property="og:title")
    title, _gone = without_invisible(str(meta.get("content", "")) if meta else words(page.title))
    own, _bar, site = title.rpartition(" | ")
    if own:
        return own
    return "" if SITE_NAME.match(site) and len(site) < 80 else site


def find_body(page: Tag) -> Tag | None:
    """The body field of the one article; None where the theme marked none."""
    bodies = with_class(page, *BODY_CLASSES)
    if len(bodies) > 1 and not own_number(page):
        raise UnreadablePage(_("It is a list of several articles, not one article."))
    nodes = bodies or with_class(page, "node")
    contents = bodies or (with_class(nodes[0], "content") if nodes else [])
    return contents[0] if contents else None


def strip_chrome(root: Tag) -> list[str]:
    """Take the chrome out of a part of the page; gives what it said."""
    found = []
    for tag in root.find_all(is_chrome):
        if not tag.decomposed:
            found.append(" ".join(tag.stripped_strings))
            tag.decompose()
    return [each for each in found if each]


def is_chrome(tag: Tag) -> bool:
    return (
        tag.name in CHROME_TAGS
        or tag.get("id") in CHROME_IDS
        or not CHROME_CLASSES.isdisjoint(classes(tag))
    )


def from_body(page: Tag, title: str, body: Tag) -> Reading:
    """The clean text of the body field; whatever else the page says is named as left out."""
    stripped = strip_chrome(body)
    writer = BodyWriter().write(body.extract())
    within_limits(writer)
    others = "\n\n".join(BodyWriter().write(page.body or page).paragraphs).split("\n")
    return Reading(
        title=title,
        paragraphs=tuple(writer.paragraphs),
        body_html=writer.html,
        date_text=take_labelled(others, chrome.DATE_LABEL),
        source=take_labelled(others, chrome.SOURCE_LABEL),
        notes=(
            *chrome.left_out([*stripped, *filter(None, others)]),
            *describe(writer.repairs, writer.invisible),
        ),
    )


def flattened(page: Tag, title: str) -> Reading:
    """A page without Drupal's marks, read like the plain form: title, paragraphs, labels."""
    regions = (page.find(attrs=each) for each in REGIONS)
    region = next((each for each in regions if each), page.body or page)
    stripped = strip_chrome(region)
    writer = BodyWriter().write(region)
    within_limits(writer)
    lines = writer.paragraphs
    if title:
        begin = lines.index(title) + 1 if title in lines else 0
        lines = [title, *lines[begin:]]
    reading = read_plain("\n\n".join(lines))
    notes = (*chrome.left_out(stripped), *describe(writer.repairs, writer.invisible))
    return replace(reading, notes=(*reading.notes, *notes))


def within_limits(writer: BodyWriter) -> None:
    if sum(map(len, writer.paragraphs)) > MAX_TEXT:
        raise UnreadablePage(_("Its text is longer than any article."))


def is_in_photo_field(image: Tag) -> bool:
    return any("field-type-image" in classes(parent) for parent in image.parents)


def shown(images: Iterable[Tag]) -> list[OldImage]:
    """Pictures with an address of their own; one drawn inside the page has none to fetch."""
    found = (
        OldImage(str(each.get("src", "")).strip(), str(each.get("alt", "")).strip())
        for each in images
    )
    return [each for each in found if each.src and not each.src.startswith("data:")]


def own_number(page: Tag) -> str:
    """The number that Drupal wrote into the class of the page or the id of its one article."""
    nodes = with_class(page, "node")
    own_id = [str(nodes[0].get("id", ""))] if len(nodes) == 1 else []
    numbers = (NODE_NUMBER.fullmatch(mark) for mark in [*classes(page.body or page), *own_id])
    return next((match[1] for match in numbers if match), "")


def page_addresses(page: Tag, text: str) -> tuple[str, ...]:
    """Every path that the page itself names as its own."""
    links = page.find_all("link", rel=["canonical", "shortlink"])
    said = [str(each.get("href", "")) for each in links]
    said += [str(each.get("content", "")) for each in page.find_all("meta", property="og:url")]
    number = own_number(page)
    numbered = f"/node/{int(number)}" if number else ""
    paths = (*map(addresses.normal_path, said), numbered, addresses.saved_from(text))
    return addresses.distinct(paths)


def page_language(page: Tag) -> str:
    root = page.html
    claimed = str(root.get("lang") or root.get("xml:lang") or "") if root else ""
    language = claimed.split("-")[0].lower()
    return language if language in ("th", "en") else ""
