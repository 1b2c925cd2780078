"""The text of an article out of whatever HTML the old editor left: a small clean subset.

Kept: paragraphs, h2 and h3, lists, tables, links to pages. All else is unwrapped to its text.
"""

import html
import re
from collections.abc import Iterator

from bs4 import NavigableString, Tag
from bs4.element import PreformattedString

from news.importing.repairs import Repair, repair_blanks, without_invisible

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
BREAKS = {
    "p", "div", "section", "article", "blockquote", "pre", "center", "hr", "dl", "dt", "dd",
    "figure", "figcaption", "address", "header", "main", "caption", *HEADINGS,
}  # fmt: skip
PARENTS = {
    "ul": None, "ol": None, "table": None, "li": {"ul", "ol"}, "td": {"tr"}, "th": {"tr"},
    "tr": {"table", "thead", "tbody", "tfoot"},
    "thead": {"table"}, "tbody": {"table"}, "tfoot": {"table"},
}  # fmt: skip
HOLDERS = {"li", "td", "th"}  # what text may stand in without a paragraph of its own
MAX_DEPTH = 12
LINK_BEGINS, LINK_ENDS = "\x02", "\x03"  # no text holds them: controls are taken out first
LINK = re.compile(f"{LINK_BEGINS}([^{LINK_BEGINS}{LINK_ENDS}]*){LINK_ENDS}")
BETWEEN_BLOCKS = re.compile("(</(?:p|h2|h3|ul|ol|table)>)(?=<(?:p|h2|h3|ul|ol|table)>)")
Event = tuple[str, Tag | NavigableString]


def events(root: Tag) -> Iterator[Event]:
    """Start, text and end in the order of the page, however deep it is nested."""
    open_tags = [(root, iter(root.contents))]
    while open_tags:
        tag, children = open_tags[-1]
        child = next(children, None)
        if child is None:
            open_tags.pop()
            yield "end", tag
        elif isinstance(child, Tag):
            open_tags.append((child, iter(child.contents)))
            yield "start", child
        elif not isinstance(child, PreformattedString):  # comments and their like
            yield "text", child


def link_target(href: str) -> str:
    """The address of a link to a page, or "" for a script, a mailbox or a mere anchor."""
    href = re.sub(r"[\x00-\x20\x7f-\xa0]", "", href)
    if href.startswith("//"):
        href = f"https:{href}"
    scheme = re.match(r"[^/?#]*:", href)
    is_page = not scheme or scheme[0].lower() in ("http:", "https:")
    return href if is_page and len(href) <= 2000 and href[:1] not in ("", "#") else ""


class BodyWriter:
    """Writes the clean body block by block; `paragraphs` is the same as plain text."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.paragraphs: list[str] = []
        self.repairs: list[Repair] = []
        self.invisible = 0
        self.kind = "p"
        self.structure: list[tuple[str, int, int]] = []  # name, place in out, paragraphs then
        self.link = ""
        self.begin_block()

    def begin_block(self) -> None:
        self.text: list[str] = [LINK_BEGINS] if self.link else []
        self.targets: list[str] = [self.link] if self.link else []
        self.breaks = 0

    def write(self, root: Tag) -> "BodyWriter":
        for what, node in events(root):
            if what == "text":
                self.write_text(str(node))
            elif what == "start":
                self.start(node)
            elif node is not root:
                self.end(node)
        self.flush()
        while self.structure:
            self.close()
        return self

    def write_text(self, text: str) -> None:
        text, gone = without_invisible(text)
        self.text.append(text)
        self.invisible += gone
        if text.strip():
            self.breaks = 0

    def start(self, tag: Tag) -> None:
        name = tag.name
        if name == "a":
            self.start_link(link_target(str(tag.get("href", ""))))
        elif name == "br":
            self.line_break()
        elif name in PARENTS:
            self.flush()
            self.open(tag)
        elif name in BREAKS:
            self.flush()
            self.kind = HEADINGS.get(name, "p")

    def end(self, tag: Tag) -> None:
        name = tag.name
        if name == "a":
            self.end_link()
        elif name in BREAKS:
            self.flush()
        elif name in PARENTS:
            self.flush()
            names = [each for each, _place, _count in self.structure]
            if name in names:
                self.close_to(len(names) - 1 - names[::-1].index(name))

    def line_break(self) -> None:
        """One <br> is a blank, two in a row part paragraphs."""
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        else:
            self.text.append("\n")

    def start_link(self, target: str) -> None:
        self.end_link()
        if target:
            self.link = target
            self.text.append(LINK_BEGINS)
            self.targets.append(target)

    def end_link(self) -> None:
        if self.link:
            self.text.append(LINK_ENDS)
        self.link = ""

    def open(self, tag: Tag) -> None:
        """Begin a list or table part, closing those that were left open before it.

        A part without the whole it belongs to, or nested beyond reason, is unwrapped.
        """
        parents = PARENTS[tag.name]
        if parents:
            holding = [i for i, (name, *_rest) in enumerate(self.structure) if name in parents]
            if not holding:
                return
            self.close_to(holding[-1] + 1)
        if len(self.structure) < MAX_DEPTH:
            self.structure.append((tag.name, len(self.out), len(self.paragraphs)))
            self.out.append(f"<{tag.name}{spans(tag)}>")

    def close_to(self, depth: int) -> None:
        while len(self.structure) > depth:
            self.close()

    def close(self) -> None:
        """End the innermost part; one that stayed without text is not kept, a cell is."""
        name, place, count = self.structure.pop()
        if count == len(self.paragraphs) and name not in ("td", "th"):
            del self.out[place:]
        else:
            self.out.append(f"</{name}>")

    def flush(self) -> None:
        """End the block of text that is being written, if it says anything."""
        text = "".join([*self.text, LINK_ENDS if self.link else ""])
        text, repairs = repair_blanks(text)
        plain = re.sub(" {2,}", " ", re.sub(f"[{LINK_BEGINS}{LINK_ENDS}]", "", text)).strip()
        if plain:
            self.repairs += repairs
            self.paragraphs.append(plain)
            self.out.append(self.block(self.linked(text)))
        self.kind = "p"
        self.begin_block()

    def linked(self, text: str) -> str:
        targets = iter(self.targets)

        def anchor(match: re.Match[str]) -> str:
            target, words = next(targets), match[1]
            return f'<a href="{html.escape(target)}">{words}</a>' if words.strip() else words

        return LINK.sub(anchor, html.escape(text, quote=False))

    def block(self, words: str) -> str:
        holder = self.structure[-1][0] if self.structure else ""
        if holder not in HOLDERS:
            return f"<{self.kind}>{words}</{self.kind}>"
        return words if self.out[-1].startswith(f"<{holder}") else f"<br>{words}"

    @property
    def html(self) -> str:
        return BETWEEN_BLOCKS.sub(r"\1\n", "".join(self.out))


def spans(tag: Tag) -> str:
    """The merging of cells, without which a table's columns would not fit each other."""
    if tag.name not in ("td", "th"):
        return ""
    values = {name: str(tag.get(name, "")) for name in ("colspan", "rowspan")}
    merged = {n: v for n, v in values.items() if re.fullmatch("[1-9][0-9]?", v) and v != "1"}
    return "".join(f' {name}="{value}"' for name, value in merged.items())
