"""What the meeting of a taken number lacks and the text tells: shown before it is filled in."""

from dataclasses import dataclass

from django.utils.translation import ngettext

from committees.admin.text_proposal import Proposal
from committees.admin.text_rows import ROWS, SKIP
from committees.filling_in import END, HOUR, LABELS, ROLL, VENUE, lacks
from committees.models import Meeting
from committees.seating import day_of


@dataclass(frozen=True)
class Offer:
    """What would be filled in, each with its words; ``lacks`` is what the page was shown by."""

    meeting: Meeting
    lacks: tuple[str, ...]
    lines: list[tuple[str, str]]

    @property
    def rows(self) -> tuple[str, ...]:
        """Of a roll that stands nothing is asked."""
        return ROWS if ROLL in self.lacks else ()


def offer(proposal: Proposal) -> Offer | None:
    """None where the record lacks nothing that the form says, or is of another day."""
    meeting = proposal.recorded_already
    if not meeting or day_of(meeting) != proposal.value("day"):
        return None
    lacking, form = lacks(meeting), proposal.meeting
    until = (form["last_day"].value(), form["until"].value())
    words = {
        VENUE: form["venue"].value(),
        HOUR: form["hour"].value() and str(form["hour"].value())[:5],
        END: " ".join(str(one)[:40] for one in until if one),
        ROLL: _lines(proposal),
    }
    lines = [(str(LABELS[name]), words[name]) for name in lacking if words[name]]
    return Offer(meeting, lacking, lines) if lines else None


def _lines(proposal: Proposal) -> str:
    rows = [*proposal.who, *proposal.office]
    count = sum(form["take"].value() != SKIP for form in rows)
    return ngettext("%d line on the roll", "%d lines on the roll", count) % count if count else ""
