"""What a text tells of a recorded meeting and its record lacks: filled in, nothing replaced.

Venue, hour, end, and the roll where nobody is on it. What the page showed as lacking is compared
with the record under its lock: of two who fill it in the second is told.
"""

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from committees.models import Meeting
from committees.seating import day_of, locked
from committees.told import Told, written
from committees.told_roll import call_told_roll
from iad.bilingual import columns
from iad.models import User

VENUE, HOUR, END, ROLL = "venue", "hour", "end", "roll"
LABELS = {
    VENUE: gettext_lazy("venue"),
    HOUR: gettext_lazy("time"),
    END: gettext_lazy("end"),
    ROLL: gettext_lazy("attendees"),
}


def lacks(meeting: Meeting) -> tuple[str, ...]:
    """What its record does not say; nothing of one that is certified or did not take place."""
    if meeting.is_locked or meeting.status not in (Meeting.Status.PLANNED, Meeting.Status.HELD):
        return ()
    empty = {
        VENUE: not any(getattr(meeting, column) for column in columns("venue")),
        HOUR: not meeting.time_is_stated,
        END: meeting.ends_at is None,
        ROLL: not meeting.attendees.exists(),
    }
    return tuple(name for name, is_empty in empty.items() if is_empty)


def told_of(told: Told) -> tuple[str, ...]:
    """Which of these a text tells."""
    there = {
        VENUE: told.venue,
        HOUR: told.time_is_stated,
        END: told.ends_at,
        ROLL: told.people or told.departments,
    }
    return tuple(name for name, value in there.items() if value)


@transaction.atomic
def fill_in(meeting: Meeting, told: Told, *, shown: tuple[str, ...], by: User) -> tuple[str, ...]:
    """Write what ``shown`` said is lacking and the text tells; the names of what was written."""
    meeting = locked(meeting)
    if meeting.is_locked:
        raise ValidationError(_("Its minutes are certified: the record stays as it is."))
    if lacks(meeting) != shown:
        raise ValidationError(
            _("Somebody changed the meeting meanwhile. Look again what it lacks.")
        )
    if day_of(meeting) != timezone.localdate(told.starts_at):
        raise ValidationError(_("The meeting recorded is on another day. Correct one of the two."))
    filled = tuple(name for name in told_of(told) if name in shown)
    if not filled:
        raise ValidationError(_("The text tells nothing that the record lacks."))
    _write(meeting, told, filled)
    if ROLL in filled:
        by_name, people = call_told_roll(meeting, told)
        if added := [*by_name.values(), *people]:
            words = _("added with %(meeting)s") % {"meeting": meeting}
            LogEntry.objects.log_actions(by.pk, added, ADDITION, words)
    words = _("filled in from a text: %(what)s") % {"what": said(filled)}
    LogEntry.objects.log_actions(by.pk, [meeting], CHANGE, words, single_object=True)
    return filled


def _write(meeting: Meeting, told: Told, filled: tuple[str, ...]) -> None:
    if VENUE in filled:
        for column, text in written("venue", told.venue).items():
            setattr(meeting, column, text)
    if HOUR in filled:
        meeting.starts_at, meeting.time_is_stated = told.starts_at, True
    if END in filled:
        meeting.ends_at = told.ends_at
    meeting.full_clean()
    meeting.save()


def said(names: tuple[str, ...]) -> str:
    return ", ".join(str(LABELS[name]) for name in names)
