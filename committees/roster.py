"""Reads a roster as people paste it from Word or Excel. Pure: text in, frozen lines out.

Two shapes are known: a table (cells apart by tabs, or by commas under a row of headings) and a
list of lines (๑. นายสมชาย ใจดี  ผู้อำนวยการสำนักอนามัย  กรรมการ). What a line does not say stays
empty, what was guessed is marked in ``doubts``, and a line that cannot be read is handed back.
"""

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from committees.roster_line import (
    BULLET,
    NUMBER,
    Doubt,
    RosterLine,
    read_columns,
    read_pieces,
    with_remark,
)
from committees.roster_words import (
    ABSENCE,
    ABSENT,
    AROUND,
    BECAUSE,
    CAPACITIES,
    COLUMNS,
    DELEGATE,
    DEPARTMENT,
    HEADING_ENDS,
    HEADINGS,
    IN_PLACE_OF,
    PRESENT,
)
from iad.thai.digits import to_arabic
from iad.thai.names import split_prefix
from iad.thai.text import UNFIT, clean_line, squeeze

MOST_LINES = 500
LONGEST = 60_000  # characters
LONGEST_LINE = 600
# A quoted cell of Excel may hold line ends; its end is looked for only so far.
CELL = re.compile(r'"((?:[^"]|""){0,600})"(?=[\t\n]|$)|([^\t\n]*)')
COMMA_CELL = re.compile(r'"((?:[^"]|""){0,600})"(?=[,\n]|$)|([^,\n]*)')


class RosterError(ValueError):
    """The text is no roster that can be read; the message is for the person who pasted it."""


@dataclass(frozen=True)
class Row:
    """Cells of one line of the text; a line that is no table has one cell."""

    number: int
    cells: list[str]
    span: tuple[int, int]
    original: str


def read_roster(text: str) -> list[RosterLine]:
    """Everyone named in the text, in its order.

    Raises RosterError where the text is longer than a roster is.
    """
    if len(text) > LONGEST:
        raise RosterError(_("The text is too long for a roster."))
    text = re.sub("\r\n|[\r\v\f\u2028\u2029]", "\n", text)
    rows = [row for row in _rows(text) if any(cell.strip() for cell in row.cells)]
    if len(rows) > MOST_LINES:
        raise RosterError(_("A roster has at most %(most)d lines.") % {"most": MOST_LINES})
    lines: list[RosterLine] = []
    columns: list[str] | None = None
    presence, capacity, reason = PRESENT, "", ""
    for row in rows:
        whole = " ".join(filter(None, map(clean_line, row.cells)))
        if header := _header(row.cells):
            columns = header
        elif heading := _heading(whole):
            presence, capacity, reason = heading
        elif AROUND.match(whole) and not columns:
            continue
        elif _continues(row, whole, lines):
            lines[-1] = _joined(lines[-1], whole, row)
        else:
            line = RosterLine(
                number=row.number,
                original=row.original[:LONGEST_LINE],
                span=row.span,
                capacity=capacity,
                presence=presence,
                reason=reason,
            )
            read = read_columns if columns and len(row.cells) > 1 else read_pieces
            lines.append(read(line, row.cells, columns))
    return lines


# --- the text as rows -------------------------------------------------------------------------


def _rows(text: str):
    is_comma = "\t" not in text and any(
        _header(line.split(",")) for line in text.split("\n", 6)[:5] if "," in line
    )
    pattern, mark = (COMMA_CELL, ",") if is_comma else (CELL, "\t")
    at, number = 0, 1
    while at < len(text):
        start, cells = at, []
        while True:
            match = pattern.match(text, at)
            quoted = match[1]
            cells.append(match[2] if quoted is None else quoted.replace('""', '"'))
            at = match.end()
            if at < len(text) and text[at] == mark:
                at += 1
                continue
            break
        original = text[start:at]
        yield Row(number, [_fit(cell) for cell in cells], (start, at), original.strip())
        number += original.count("\n") + 1
        at += 1


def _fit(cell: str) -> str:
    """Blanks stay as they are, since runs of them part a line; what cannot be seen goes."""
    return UNFIT.sub("", cell[:LONGEST_LINE]).replace("\n", " ").replace("\xa0", " ")


def _header(cells: list[str]) -> list[str] | None:
    """What each column holds, where these are the headings of a table; "" is not read."""
    if len(cells) < 2:
        return None
    known = [COLUMNS.get(squeeze(cell).rstrip(":")) for cell in cells]
    if sum(column is not None for column in known) < 2 or not {"name", "position"} & set(known):
        return None
    return [column or "" for column in known]


def _heading(whole: str) -> tuple[str, str, str] | None:
    bare = re.sub(r"^(?:[0-9๐-๙]{1,2}[.)])?\s*", "", whole)
    because = BECAUSE.search(bare)
    words = bare[: because.start()] if because else bare
    brackets = re.search(r"\(([^()]*)\)\s*:?$", words)
    if brackets and not because:
        words = words[: brackets.start()]
    meaning = HEADINGS.get(HEADING_ENDS.sub("", squeeze(words)))
    if meaning is None:
        return None
    reason = because[1] if because and meaning[0] == ABSENT else ""
    if not reason and brackets and meaning[0] == ABSENT and ABSENCE.match(brackets[1]):
        reason = brackets[1]
    return (*meaning, reason)


def _continues(row: Row, whole: str, lines: list[RosterLine]) -> bool:
    """Whether Word broke the line before: แทน … under a name, or a line without a number."""
    if not lines or len(row.cells) > 1:
        return False
    if IN_PLACE_OF.match(whole.lstrip("(")) and not lines[-1].instead_of and lines[-1].name:
        return True
    is_plain = not (NUMBER.match(to_arabic(whole)) or BULLET.match(whole) or split_prefix(whole)[0])
    starts = DEPARTMENT.match(whole) or DELEGATE.match(whole)
    return bool(lines[-1].order is not None and is_plain and not starts)


def _joined(line: RosterLine, whole: str, row: Row) -> RosterLine:
    from_text = replace(
        line,
        original=f"{line.original} {row.original}"[:LONGEST_LINE],
        span=(line.span[0], row.span[1]),
    )
    if IN_PLACE_OF.match(whole.lstrip("(")):
        return with_remark(from_text, whole)
    if (capacity := CAPACITIES.get(squeeze(whole))) and not line.capacity:
        return replace(from_text, capacity=capacity)
    position = f"{line.position} {whole}".strip()
    return replace(from_text, position=position).doubting(Doubt.CONTINUED)
