"""The plain-text form of a saved page: lines, with blank lines between paragraphs."""

import html
import re
from collections.abc import Iterator
from itertools import takewhile

from django.utils.translation import gettext as _

from news.importing import chrome
from news.importing.records import MAX_TEXT, Reading, UnreadablePage
from news.importing.repairs import describe, repair_blanks, without_invisible

LONGEST_TITLE_BLOCK = 250
Blocks = list[list[str]]


def read_plain(text: str) -> Reading:
    """Title, paragraphs and the labelled lines; title or paragraphs may come back empty."""
    if len(text) > MAX_TEXT:
        raise UnreadablePage(_("Its text is longer than any article."))
    text, invisible = without_invisible(text)
    lines, left_out = without_chrome([line.strip(" ") for line in text.split("\n")])
    date_text = take_labelled(lines, chrome.DATE_LABEL)
    source = take_labelled(lines, chrome.SOURCE_LABEL)
    title, *paragraphs = title_first(list(blocks(lines))) or [""]
    repaired = [repair_blanks(each) for each in (title, source, *paragraphs)]
    title, source, *paragraphs = (each for each, _repairs in repaired)
    repairs = [repair for _each, found in repaired for repair in found]
    return Reading(
        title=title,
        paragraphs=tuple(paragraphs),
        body_html="\n".join(f"<p>{html.escape(each, quote=False)}</p>" for each in paragraphs),
        source=source,
        date_text=date_text,
        notes=(*chrome.left_out(left_out), *describe(repairs, invisible)),
    )


def without_chrome(lines: list[str]) -> tuple[list[str], list[str]]:
    """The article's own lines, and the chrome before, between and after them.

    A menu's heading takes its whole block along before the title; after the text it takes
    everything to the end of the page.
    """
    kept, left_out, in_menu, blocks_begun = [], [], False, 0
    for raw in lines:
        line = raw if chrome.is_foot(raw) else raw.removesuffix(chrome.CREDIT).rstrip()
        in_menu = in_menu and bool(line)
        if chrome.is_foot(line):
            left_out.append(line)
            if blocks_begun > 1:
                break
            in_menu = True
        elif in_menu or chrome.is_chrome(line) or (not blocks_begun and chrome.is_banner(line)):
            left_out.append(line)
        else:
            blocks_begun += bool(line) and not (kept and kept[-1])
            kept.append(line)
    return kept, left_out


def take_labelled(lines: list[str], label: re.Pattern[str]) -> str:
    """The value after the last such label, on its line or on those that follow; both go."""
    labels = [i for i, line in enumerate(lines) if label.fullmatch(line.partition(":")[0].strip())]
    at = next((i for i in reversed(labels) if ":" in lines[i]), None)
    if at is None:
        return ""
    value = lines[at].partition(":")[2].strip()
    begin = at + 1
    while not value and begin < len(lines) and not lines[begin]:
        begin += 1
    rest = list(takewhile(is_value, lines[begin:]))
    lines[at : begin + len(rest)] = [""]
    return " ".join([value, *rest]).strip()


def is_value(line: str) -> bool:
    label = line.partition(":")[0].strip()
    is_label = chrome.SOURCE_LABEL.fullmatch(label) or chrome.DATE_LABEL.fullmatch(label)
    return bool(line) and not (":" in line and is_label)


def blocks(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []


def title_first(found: Blocks) -> list[str]:
    """The title, then the paragraphs.

    A first block of several short lines before others is a title that was broken over lines;
    otherwise its first line is the title and the text follows without a blank line.
    """
    if not found:
        return []
    first, *others = found
    if others and sum(map(len, first)) <= LONGEST_TITLE_BLOCK:
        return ["\n".join(block) for block in found]
    title, *rest = first
    return ["\n".join(block) for block in ([title], rest, *others) if block]
