"""One line of a pasted roster: who came, in what position, for whom. Pure."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from committees.roster_words import (
    ABSENCE,
    ABSENT,
    ACTING,
    CAPACITIES,
    DELEGATE,
    DEPARTMENT,
    IN_PLACE_OF,
    NAMES_AN_OFFICE,
    POSITION,
    PRESENT,
    PRIVATE,
    SAYS_ABSENT,
    SAYS_PRESENT,
    SUBSTITUTE,
)
from iad.thai.digits import to_arabic
from iad.thai.names import split_prefix
from iad.thai.text import clean_line, squeeze

NUMBER = re.compile(r"\(?([0-9]{1,3})(?:[.)]+(?![0-9])\s*|\s{2,}|\t|\s*$)")
BULLET = re.compile(r"[-–•*·▪]\s+")
GAP = re.compile(r"\s{2,}|\t")
IN_BRACKETS = re.compile(r"^([^()]+)\(([^()]+)\)\s*(.*)$")
THAI = re.compile("[ก-๛]")


class Doubt(StrEnum):
    """Why a line is unsure."""

    NO_PREFIX = "no_prefix"
    UNCLEAR = "unclear"
    CONTINUED = "continued"
    DELEGATE = "delegate"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class RosterLine:
    """One who is named: "" and None are "not stated".

    ``number`` counts the lines of the text from 1, ``span`` is the place of the original in it;
    ``capacity`` and ``presence`` are words of Attendee.Capacity and Attendee.Presence.
    """

    number: int
    original: str
    span: tuple[int, int]
    order: int | None = None
    prefix: str = ""
    name: str = ""
    position: str = ""
    department: str = ""
    capacity: str = ""
    presence: str = PRESENT
    instead_of: str = ""
    reason: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def full_name(self) -> str:
        glue = "" if not self.prefix or THAI.search(self.prefix) else " "
        return f"{self.prefix}{glue}{self.name}"

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.position or self.department or self.instead_of)

    @property
    def is_unsure(self) -> bool:
        """Whether a person must look; what was left out on purpose leaves no doubt."""
        return bool(set(self.doubts) - {Doubt.LEFT_OUT})

    def doubting(self, *doubts: Doubt) -> "RosterLine":
        return replace(self, doubts=tuple(dict.fromkeys((*self.doubts, *doubts))))


def read_columns(line: RosterLine, cells: list[str], columns: list[str]) -> RosterLine:
    told: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and (words := clean_line(cell)):
            told[column] = f"{told[column]} {words}" if column in told else words
    order = re.match("[0-9]{1,3}", to_arabic(told.get("order", "")))
    line = replace(line, order=int(order[0]) if order else None)
    name = " ".join(filter(None, (told.get("prefix"), told.get("name"), told.get("surname"))))
    if name:
        number = NUMBER.match(to_arabic(name))
        line = _with_who(line, name[number.end() :] if number else name)
    if capacity := told.get("capacity"):
        line = with_remark(line, capacity)
    if position := told.get("position"):
        line = with_remark(line, position, to="position")
    if department := told.get("department"):
        line = replace(line, department=DELEGATE.sub("", department, count=1))
    for column in ("presence", "note"):
        if column in told:
            line = with_remark(line, told[column])
    return line


def read_pieces(line: RosterLine, cells: list[str], _columns=None) -> RosterLine:
    """A line without headings: each piece by what it looks like."""
    pieces = []
    for cell in cells:
        cell = cell.strip()
        number = NUMBER.match(to_arabic(cell))
        if number and line.order is None and not pieces:
            line = replace(line, order=int(number[1]))
            cell = cell[number.end() :]
        cell = BULLET.sub("", cell, count=1) if BULLET.match(cell) else cell
        bare = PRIVATE.sub(" ", to_arabic(cell)) if PRIVATE.search(to_arabic(cell)) else cell
        if bare != cell:
            line = line.doubting(Doubt.LEFT_OUT)
        pieces += [piece for piece in map(str.strip, GAP.split(bare)) if piece]
    if len(pieces) == 1 and not THAI.search(pieces[0]) and "," in pieces[0]:
        first, *rest = (part.strip() for part in pieces[0].split(","))
        role = [rest.pop()] if rest and CAPACITIES.get(squeeze(rest[-1])) else []
        pieces = [first, *([", ".join(rest)] if rest else []), *role]
    named = next((at for at, piece in enumerate(pieces) if split_prefix(piece)[0]), None)
    if named is None and any(split_prefix(f"{piece} x")[0] == piece for piece in pieces):
        named = next(
            at for at, piece in enumerate(pieces) if split_prefix(f"{piece} x")[0] == piece
        )
    if named is not None:
        before, after = pieces[:named], "  ".join(pieces[named:])
        name, rest = _name_at_start(after)
        line = _with_who(line, name)
        pieces = [*before, *(piece for piece in GAP.split(rest) if piece)]
    elif (
        pieces
        and (match := IN_BRACKETS.match("  ".join(pieces)))
        and split_prefix(match[2].strip())[0]
    ):
        line = _with_who(line, match[2].strip())
        pieces = [match[1].strip(), *filter(None, [match[3].strip()])]
    elif pieces and not _is_no_name(pieces[0]):
        name, rest = _name_at_start("  ".join(pieces))
        line = _with_who(line, name)
        pieces = [piece for piece in GAP.split(rest) if piece]
    for piece in pieces:
        line = with_remark(line, piece, to="position")
    return line.doubting(Doubt.UNCLEAR) if line.is_empty else line


def _name_at_start(text: str) -> tuple[str, str]:
    """A name with its prefix, and what follows; blanks inside it do not count."""
    prefix, _rest = split_prefix(text)
    plain = GAP.sub("  ", text)
    if not THAI.search(plain):
        first, *others = plain.split("  ")
        words = first.split(" ")
        cut = next(
            (
                at
                for at in range(2, len(words))
                if words[at].startswith("(") or POSITION.match(" ".join(words[at:]))
            ),
            len(words),
        )
        return " ".join(words[:cut]), "  ".join([" ".join(words[cut:]), *others]).strip()
    # After as many blanks as the prefix holds come the given name and the surname.
    at, letters = 0, len(prefix.replace(" ", ""))
    while at < len(plain) and (letters or plain[at] == " "):
        letters -= plain[at] != " "
        at += 1
    words = list(re.finditer(r"\S+", plain[at:]))
    end = at + words[0].end() if words else len(plain)
    for word in words[1:3]:
        if POSITION.match(word[0]) or DEPARTMENT.match(word[0]) or "(" in word[0]:
            break
        if CAPACITIES.get(squeeze(word[0])) or IN_PLACE_OF.match(word[0]):
            break
        end = at + word.end()
        if word[0] != "ณ":  # ณ อยุธยา is one surname
            break
    return plain[:end], plain[end:].strip()


def _is_no_name(piece: str) -> bool:
    """Whether it is a post, an office or a remark."""
    return bool(
        POSITION.match(piece)
        or DEPARTMENT.match(piece)
        or DELEGATE.match(piece)
        or NAMES_AN_OFFICE.search(piece)
        or CAPACITIES.get(squeeze(piece))
        or IN_PLACE_OF.search(piece)
        or ABSENCE.match(piece)
    )


def _with_who(line: RosterLine, text: str) -> RosterLine:
    """The person, or the office where it is no person that is named."""
    text = clean_line(text)
    if brackets := re.fullmatch(r"([^()]+)\(([^()]*)\)", text):
        line = with_remark(line, brackets[2].strip())
        text = brackets[1].strip()
    prefix, name = split_prefix(text)
    if prefix:
        return replace(line, prefix=prefix, name=name)
    if _is_no_name(text):
        return with_remark(line, text, to="position")
    doubts = [Doubt.NO_PREFIX]
    if " " not in name:
        doubts.append(Doubt.UNCLEAR)
    return replace(line, name=name).doubting(*doubts)


def with_remark(line: RosterLine, text: str, to: str = "") -> RosterLine:
    """What a piece says of the line; the rest goes ``to`` that column, if one is named."""
    text = clean_line(text)
    if bare := PRIVATE.sub("", to_arabic(text)) if PRIVATE.search(to_arabic(text)) else "":
        text, line = clean_line(bare), line.doubting(Doubt.LEFT_OUT)
    elif PRIVATE.fullmatch(to_arabic(text)):
        return line.doubting(Doubt.LEFT_OUT)
    plain = text.strip("() ")
    if not plain or plain == "-":
        return line
    if capacity := CAPACITIES.get(squeeze(plain)):
        if to == "position" and line.capacity and capacity != line.capacity:
            return _with_post(line, plain)
        return replace(line, capacity=capacity)
    match = IN_PLACE_OF.search(text)
    if match and not ACTING.search(text[: match.start()]):
        before = text[: match.start()].strip(" (,")
        line = with_remark(line, before, to) if before else line
        instead_of, capacity = _capacity_at_end(text[match.end() :].strip(" )"))
        return replace(
            line,
            presence=SUBSTITUTE,
            instead_of=instead_of,
            capacity=capacity or line.capacity,
        )
    if ABSENCE.match(plain):
        reason = "" if SAYS_ABSENT.match(plain) else plain
        return replace(line, presence=ABSENT, reason=reason or line.reason)
    if SAYS_PRESENT.match(plain) and to != "position":
        return replace(line, presence=PRESENT)
    return _with_post(line, text) if to == "position" else line


def _with_post(line: RosterLine, text: str) -> RosterLine:
    text, capacity = _capacity_at_end(text)
    line = replace(line, capacity=capacity or line.capacity)
    if match := DELEGATE.match(text):
        rest = text[match.end() :].strip()
        if POSITION.match(rest) and line.name:
            return replace(line, presence=SUBSTITUTE, instead_of=rest).doubting(Doubt.DELEGATE)
        if not line.name and not line.position and not POSITION.match(rest):
            return replace(line, department=rest)
    is_office = DEPARTMENT.match(text) or (
        NAMES_AN_OFFICE.search(text) and not POSITION.match(text)
    )
    if (
        is_office
        and "," not in text
        and not line.department
        and not (line.position and not line.name)
    ):
        return replace(line, department=text)
    return replace(line, position=f"{line.position} {text}".strip())


def _capacity_at_end(text: str) -> tuple[str, str]:
    """(ผู้อำนวยการสำนักอนามัย, member) of ผู้อำนวยการสำนักอนามัย กรรมการ."""
    words = text.split()
    for count in (3, 2, 1):
        if len(words) > count and (capacity := CAPACITIES.get(squeeze("".join(words[-count:])))):
            is_thai = THAI.search(words[-1])
            if is_thai or words[-count - 1].endswith(","):
                return " ".join(words[:-count]).rstrip(","), capacity
    return text, ""
