"""How the screen shows a proposal: the text with its marks, and each value with its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BoundField
from django.utils.translation import gettext as _, gettext_lazy, ngettext_lazy

from committees.admin.evidence import Evidence
from committees.admin.text_rows import ROWS
from committees.models import Attendee

# What the reader looks for: where it found nothing, the page says "not stated".
LOOKED_FOR = {
    *("committee", "number", "be_year", "day", "hour", "venue"),
    *("who-name", "who-position", "task-due_on"),
}
FACTS = ("committee", "number", "be_year", "day", "last_day", "hour", "until", "venue")
CHOSEN = ("kind", "mode", "access")
LABELS = {
    "committee": gettext_lazy("committee"),
    "number": gettext_lazy("number"),
    "be_year": gettext_lazy("year"),
    "day": gettext_lazy("date"),
    "last_day": gettext_lazy("last day"),
    "hour": gettext_lazy("time"),
    "venue": gettext_lazy("venue"),
    "who-name": gettext_lazy("person no."),
    "who-position": gettext_lazy("position"),
    "who-capacity": gettext_lazy("capacity"),
    "who-instead_of": gettext_lazy("in place of"),
    "office-name": gettext_lazy("department no."),
    "topic-title": gettext_lazy("subject"),
    "task-task": gettext_lazy("task"),
    "task-departments": gettext_lazy("departments asked"),
    "task-due_on": gettext_lazy("due on"),
    "other": gettext_lazy("another meeting"),
    "look": gettext_lazy("look here"),
}
KINDS = {*ROWS, "other", "look"}
NAMED_BY = {"task": "task", "topic": "title"}
WARNINGS = {
    "weekday": gettext_lazy("The weekday does not fit the date. Which of the two is right?"),
    "title": gettext_lazy("The title names another meeting than the text below it."),
    "too_long": gettext_lazy("The text is very long: its end was not read."),
}


@dataclass(frozen=True)
class Mark:
    """One value's label in the text, leading to its field."""

    key: str
    label: str
    kind: str
    target: str  # the field's id; empty where there is none


@dataclass(frozen=True)
class Marked:
    """A stretch of the text as it is drawn: the look of the innermost value that covers it."""

    text: str
    kind: str
    is_shared: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Fact:
    """A field, and the words that it was read from."""

    field: BoundField
    key: str
    words: str

    @property
    def is_not_stated(self) -> bool:
        if self.words or self.field.value():
            return False
        return re.sub("-[0-9]+-", "-", self.key) in LOOKED_FOR


@dataclass(frozen=True)
class Row:
    """One person, department or task: its form, and its fields with their words.

    What few rows need, whose place somebody took, stands ``beside``.
    """

    form: object
    number: int
    facts: list[Fact]
    beside: Fact | None


def marked(proposal) -> Iterator[Marked]:
    labels = {
        form["name"].html_name: str(Attendee.Capacity.CHAIR.label)
        for form in proposal.who
        if form["capacity"].value() == Attendee.Capacity.CHAIR
    }
    ids = {fact.key: fact.field.id_for_label for fact in _all_facts(proposal)}
    for piece in proposal.evidence.pieces():
        marks = tuple(
            Mark(key, labels.get(key) or label_of(key), kind_of(key), ids.get(key, ""))
            for key in piece.begin
        )
        kind = kind_of(piece.keys[-1]) if piece.keys else ""
        yield Marked(piece.text, kind, len(piece.keys) > 1, marks)


def label_of(key: str) -> str:
    """Person 3; a department; the number."""
    name, _dash, rest = key.partition("-")
    if not rest:
        return str(LABELS.get(name, name))
    at, _dash, field = rest.partition("-")
    if name in ("other", "look"):
        return str(LABELS[name])
    label = LABELS.get(f"{name}-{field}", field)
    return f"{label} {int(at) + 1}"


def kind_of(key: str) -> str:
    name = key.partition("-")[0]
    return name if name in KINDS else "fact"


def facts_of(proposal) -> dict[str, list[Fact]]:
    form = proposal.meeting
    there = form.OF_NEW_COMMITTEE if form.may_add else ()
    return {
        name: [_fact(form[one], one, proposal.evidence) for one in fields]
        for name, fields in (("stated", FACTS), ("chosen", CHOSEN), ("committee", there))
    }


def rows_of(proposal) -> dict[str, list[Row]]:
    return {
        prefix: [
            _row(form, at, proposal.evidence)
            for at, form in enumerate(getattr(proposal, prefix), start=1)
        ]
        for prefix in ROWS
    }


def _row(form, at: int, evidence: Evidence) -> Row:
    facts = [_fact(field, field.html_name, evidence) for field in form]
    beside = next((fact for fact in facts if fact.field.name == "instead_of"), None)
    return Row(form, at, [fact for fact in facts if fact is not beside], beside)


def _fact(field: BoundField, key: str, evidence: Evidence) -> Fact:
    return Fact(field, key, evidence.words(key))


def _all_facts(proposal) -> Iterator[Fact]:
    yield from facts_of(proposal)["stated"]
    for rows in rows_of(proposal).values():
        for row in rows:
            yield from (*row.facts, *filter(None, [row.beside]))


def left_to_do(proposal) -> list[tuple[str, str]]:
    """Id and words of each field in which a person must write, choose or correct something."""
    found = [
        (field.id_for_label, _asked(field))
        for field in proposal.meeting
        if field.errors or (field.field.required and field.value() in (None, ""))
    ]
    for prefix in ROWS:
        for at, form in enumerate(getattr(proposal, prefix), start=1):
            row = label_of(f"{prefix}-{at - 1}-{NAMED_BY.get(prefix, 'name')}")
            asked = (field for field in form if field.errors or _is_unsure(field))
            found += [(f"{prefix}-{at}", f"{row}: {_asked(field)}") for field in asked]
    return found


def _is_unsure(field: BoundField) -> bool:
    return field.name in ("take", "capacity") and not field.value()


def _asked(field: BoundField) -> str:
    return f"{field.label}: {field.errors[0]}" if field.errors else str(field.label)


def warnings_of(evidence: Evidence) -> list[tuple[str, str, str]]:
    """Key, what is doubtful, and the words of the text."""
    found = []
    for key in evidence.places:
        name, _dash, rest = key.partition("-")
        if name == "look":
            kind = rest.partition("-")[2]
            told = WARNINGS.get(kind, _("Something here is doubtful."))
            found.append((key, str(told), evidence.words(key)))
    return found


def beyond_of(proposal) -> list[str]:
    """What the text names and the page does not hold."""
    told = []
    for name, words in (
        ("who", ngettext_lazy("%d more person", "%d more people")),
        ("office", ngettext_lazy("%d more department", "%d more departments")),
        ("task", ngettext_lazy("%d more assignment", "%d more assignments")),
    ):
        count = str(proposal.beyond[f"{name}_beyond"].value() or "0")
        if count.isascii() and count.isdecimal() and int(count[:6]):
            told.append(words % int(count[:6]))
    return told
