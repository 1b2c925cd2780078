"""Doubled blanks, and blanks inside Thai words: found, and closed on request.

The words on both sides decide, as in the import of old pages (`news.importing.repairs`). Tags
stay where they are, and nothing but blanks goes.
"""

import re
from collections.abc import Iterator

from django.utils.translation import ngettext

from iad.richtext import INLINE, TAG
from news.checks.finding import Draft, Finding, Kind
from news.importing.repairs import CONTEXT, REACH, Repair, in_words, is_inside_phrase

REPAIR = "blanks"
MOST_LOOKED_AT = 3000  # runs of blanks at a time; what is left is found by the next look

# Noncharacters, which no cleaned text holds, stand for what is set aside.
INLINE_TAG, LINE_END = "\ufdd0", "\ufdd1"
SET_ASIDE = re.compile(f"[{INLINE_TAG}{LINE_END}]")
HARD = "\u00a0"
BLANK = re.compile(f"[ \t\n{HARD}]")
# A vowel or a tone mark cannot begin a word, and a leading vowel cannot end one.
INSIDE_A_WORD = (
    f"(?<=[ก-ฮ\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])[ \t\n{HARD}](?=[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])"
    f"|(?<=[\u0e40-\u0e44])[ \t\n{HARD}](?=[ก-ฮ])"
)
RUN = re.compile(f"[ \t\n{HARD}{INLINE_TAG}]{{2,}}|{INSIDE_A_WORD}")
INSIDE = re.compile(INSIDE_A_WORD)
LINE = re.compile("\n")


def blanks(draft: Draft) -> Iterator[Finding]:
    for (name, language), text in draft.read.items():
        if repairs := repaired(text, is_html=name == "body")[1]:
            message = ngettext(
                "Blanks in %(count)d place. %(first)s",
                "Blanks in %(count)d places. %(first)s",
                len(repairs),
            )
            told = {"count": len(repairs), "first": in_words(repairs[0])}
            yield Finding(name, language, Kind.BLANKS, message % told, repair=REPAIR)


def repaired(text: str, *, is_html: bool) -> tuple[str, list[Repair]]:
    """The text with its blanks mended, and what was done; one that needs nothing is unchanged."""
    aside = []

    def set_aside(found: re.Match) -> str:
        aside.append(found[0])
        return INLINE_TAG if is_html and found[2] in INLINE else LINE_END

    bare = (TAG if is_html else LINE).sub(set_aside, text.replace("&nbsp;", HARD))
    mending = Mending()
    mended = LINE_END.join(mending.of(line) for line in bare.split(LINE_END))
    if not mending.repairs:
        return text, []
    back = iter(aside)
    mended = SET_ASIDE.sub(lambda _mark: next(back), mended)
    return mended.replace(HARD, "&nbsp;") if is_html else mended, mending.repairs


class Mending:
    """Line after line, and what was done on the way."""

    def __init__(self):
        self.looked_at = 0
        self.repairs = []

    def of(self, line: str) -> str:
        return RUN.sub(self._run, line)

    def _run(self, run: re.Match) -> str:
        self.looked_at += 1
        if self.looked_at > MOST_LOOKED_AT:
            return run[0]
        line, (start, stop) = run.string, run.span()
        before = " ".join(_words(line[max(0, start - 2 * REACH) : start]).split())[-REACH:]
        after = _words(line[stop : stop + 2 * REACH])[:REACH]
        blanks = _words(run[0])
        if not (before and after and blanks):
            return run[0]

        # The end of a line in the source of a page is one blank, however it is indented.
        is_one = len(blanks) == 1 or ("\n" in blanks and HARD not in blanks)
        if is_one and not INSIDE.search(f"{before[-1]} {after[0]}"):
            return run[0]
        is_closed = is_one or is_inside_phrase(before, after)
        blank = "" if is_closed else " "
        left, right = before[-CONTEXT:], after[:CONTEXT]
        self.repairs.append(Repair(left + blanks[:20] + right, left + blank + right, is_closed))
        at = BLANK.search(run[0]).start()
        return run[0][:at] + blank + BLANK.sub("", run[0][at:])


def _words(line: str) -> str:
    return line.replace(INLINE_TAG, "")
