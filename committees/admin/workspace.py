"""Where a meeting stands: its steps, the next act, and the way to each of its screens."""

from django.db.models import Count, Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from committees.admin.certifying import FORMS as MINUTES_FORMS
from committees.admin.planning_forms import FORMS as PLANNING_FORMS
from committees.convening import possible_acts
from committees.models import AgendaItem, Assignment, Meeting, Resolution

Minutes, Status = Meeting.Minutes, Meeting.Status
LEADS_ON = {
    Minutes.NONE: ("draft",),
    Minutes.DRAFT: ("circulate", "certify"),
    Minutes.CIRCULATED: ("certify", "take_back"),
    Minutes.CERTIFIED: (),
}


def standing(meeting: Meeting, *, may_change: bool, may_read_all: bool) -> dict:
    """What the panel above the meeting's form shows; four queries, however long the meeting."""
    acts = acts_of(meeting) if may_change else []
    if acts and acts[0] in ("postpone", "cancel", "reinstate", "refresh"):
        first, others = None, acts
    else:
        first, others = (acts[0] if acts else None), acts[1:]
    return {
        "steps": steps_of(meeting),
        "next_act": first and _act(meeting, first),
        "other_acts": [_act(meeting, act) for act in others],
        # They show what is closed, too.
        "screens": screens_of(meeting) if may_read_all else [],
        "certifies": meeting.certified.with_committee() if meeting.pk else (),
    }


def acts_of(meeting: Meeting) -> list[str]:
    """Names of acts that its state allows, the next one first."""
    if meeting.status == Status.HELD:
        return list(LEADS_ON[meeting.minutes_state])
    acts = possible_acts(meeting)
    if "hold" in acts and timezone.localdate(meeting.starts_at) <= timezone.localdate():
        return ["hold", *(act for act in acts if act != "hold")]
    return [act for act in acts if act != "hold"]


def steps_of(meeting: Meeting) -> list[dict]:
    """planned → held → minutes drafted → circulated → certified, and which one it is."""
    called_off = meeting.status in (Status.POSTPONED, Status.CANCELLED)
    words = [
        meeting.get_status_display() if called_off else _("planned"),
        _("held"),
        _("minutes being written"),
        _("minutes circulated"),
        _("minutes certified"),
    ]
    held = meeting.status == Status.HELD
    at = 1 + Minutes.values.index(meeting.minutes_state) if held else 0
    return [
        {"words": word, "is_current": place == at, "is_past": place < at}
        for place, word in enumerate(words)
    ]


def screens_of(meeting: Meeting) -> list[tuple[str, str]]:
    """Address and words of each screen of the meeting that is there."""
    own = [meeting.pk]
    there = [
        (_address("admin:committees_meeting_roll", own), said_of_roll(meeting)),
        (_address("admin:committees_meeting_agenda", own), said_of_agenda(meeting)),
        (_address("admin:committees_meeting_papers", own), _("Minutes, invitation and papers")),
        (_address("admin:committees_assignment_board", []), _("Follow-up of assignments")),
    ]
    return [(address, words) for address, words in there if address]


def said_of_roll(meeting: Meeting) -> str:
    by_presence = dict(
        meeting.attendees.order_by().values_list("presence").annotate(lines=Count("pk"))
    )
    present, substitutes, absent = (
        by_presence.get(presence, 0) for presence in ("present", "substitute", "absent")
    )
    parts = [
        _("%d present") % present,
        ngettext("%d substitute", "%d substitutes", substitutes) % substitutes,
        _("%d absent") % absent,
    ]
    return _("Roll call: %(counts)s") % {"counts": ", ".join(parts)}


def said_of_agenda(meeting: Meeting) -> str:
    items = AgendaItem.objects.filter(meeting=meeting).count()
    decided = Resolution.objects.filter(item__meeting=meeting).count()
    late = Q(due_on__lt=timezone.localdate(), status__in=["open", "in_progress"])
    assigned = Assignment.objects.filter(resolution__item__meeting=meeting).aggregate(
        all=Count("pk"), overdue=Count("pk", filter=late)
    )
    parts = [
        ngettext("%d item", "%d items", items) % items,
        ngettext("%d resolution", "%d resolutions", decided) % decided,
        ngettext("%d assignment", "%d assignments", assigned["all"]) % assigned["all"],
    ]
    told = _("Agenda: %(counts)s") % {"counts": ", ".join(parts)}
    if assigned["overdue"]:
        told += " " + _("(%(count)d overdue)") % {"count": assigned["overdue"]}
    return told


def _act(meeting: Meeting, act: str) -> tuple[str, str]:
    form = MINUTES_FORMS.get(act) or PLANNING_FORMS[act]
    return reverse(f"admin:committees_meeting_{act}", args=[meeting.pk]), form.button


def _address(name: str, args: list) -> str | None:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return None
