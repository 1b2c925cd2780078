"""What earlier meetings left open comes back on the agenda of a later one (เรื่องสืบเนื่อง).

Every assignment that is neither done nor dropped comes back under the item that decided it. The old
record is only read. What was closed there stays closed here.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from committees.discussing import certifying_items
from committees.models import AgendaItem, Assignment, Committee, Meeting, Section
from committees.models.agenda import shown_numbers
from committees.models.heading import SectionShown, number_for, sections_of
from iad.publication import Access
from iad.thai.dates import format_date

CLOSED = Q(follows__access=Access.INTERNAL) | Q(follows__meeting__access=Access.INTERNAL)


@dataclass(frozen=True)
class OpenMatter:
    """An item of an earlier meeting with what its assignments still ask for."""

    item: AgendaItem
    number: str  # 5.1, as in the minutes of that meeting
    assignments: tuple[Assignment, ...]

    @property
    def access(self) -> str:
        return _narrower(self.item.access, self.item.meeting.access)


def open_matters(committee: Committee, *, before: datetime) -> list[OpenMatter]:
    """In the order of the meetings that decided them, then of their agendas; two queries."""
    assignments: dict[AgendaItem, list[Assignment]] = {}
    for assignment in (
        Assignment.objects.open()
        .filter(
            resolution__item__meeting__committee=committee,
            resolution__item__meeting__status=Meeting.Status.HELD,
            resolution__item__meeting__starts_at__lt=before,
        )
        .select_related("department", "resolution__item__meeting")
        .order_by(
            *("resolution__item__meeting__starts_at", "resolution__item__meeting"),
            *("resolution__item__section", "resolution__item__order", "resolution__item"),
            *("resolution__order", "resolution", "pk"),
        )
    ):
        assignments.setdefault(assignment.resolution.item, []).append(assignment)
    numbers = shown_numbers({item.meeting_id for item in assignments})
    return [OpenMatter(item, numbers[item.pk], tuple(tasks)) for item, tasks in assignments.items()]


def uncertified_before(committee: Committee, *, before: datetime) -> Meeting | None:
    """The last meeting held before that hour, where its minutes are still to be certified."""
    last = (
        Meeting.objects.held()
        .filter(committee=committee, starts_at__lt=before)
        .order_by("-starts_at", "-pk")
        .first()
    )
    return None if last is None or last.is_locked else last


@transaction.atomic
def carry_matters_arising(meeting: Meeting) -> int:
    """Put what is still open on this agenda; the number of matters added, none the second time."""
    meeting = Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
    if meeting.is_locked:
        raise ValidationError(_("The minutes are certified: the agenda stays as it is."))
    sections = sections_of(meeting)
    on_agenda = list(meeting.agenda.all())
    _ask_to_certify(meeting, sections, on_agenda)
    # What was closed in the old record since it was carried is closed here, too.
    meeting.agenda.filter(CLOSED, access=Access.PUBLIC).update(access=Access.INTERNAL)
    section = number_for(sections, Section.ARISING)
    last = max((item.order for item in on_agenda if item.section == section), default=0)
    carried = {item.follows_id for item in on_agenda}
    new = [
        matter
        for matter in open_matters(meeting.committee, before=meeting.starts_at)
        if matter.item.pk not in carried
    ]
    AgendaItem.objects.bulk_create(
        _arising(meeting, section, order, matter) for order, matter in enumerate(new, last + 1)
    )
    return len(new)


def _arising(meeting: Meeting, section: int, order: int, matter: OpenMatter) -> AgendaItem:
    return AgendaItem(
        meeting=meeting,
        section=section,
        order=order,
        title_th=matter.item.title_th or "",
        title_en=matter.item.title_en or "",
        detail_th=_told_in_thai(matter),
        detail_en=_told_in_english(matter),
        access=matter.access,
        follows=matter.item,
    )


def _told_in_thai(matter: OpenMatter) -> str:
    """The agenda is an official paper: its words are Thai whatever language a secretary reads."""
    reference = matter.item.meeting.reference
    lines = [f"สืบเนื่องจากการประชุมครั้งที่ {reference} ระเบียบวาระที่ {matter.number}"]
    for one in matter.assignments:
        due = f" (ภายในวันที่ {format_date(one.due_on)})" if one.due_on else ""
        lines.append(f"{one.department.name_th}: {one.task_th or one.task_en}{due}")
    return "\n".join(lines)


def _told_in_english(matter: OpenMatter) -> str:
    """Only where all of it was written in English, too: half of it would read as the whole."""
    asked = [(one.department.name_en, one.task_en, one.due_on) for one in matter.assignments]
    if not matter.item.title_en or not all(name and task for name, task, _due in asked):
        return ""
    reference = matter.item.meeting.reference
    lines = [f"Arising from meeting {reference}, agenda item {matter.number}"]
    for name, task, due_on in asked:
        due = f" (by {format_date(due_on, language='en')})" if due_on else ""
        lines.append(f"{name}: {task}{due}")
    return "\n".join(lines)


def _ask_to_certify(
    meeting: Meeting, sections: list[SectionShown], on_agenda: list[AgendaItem]
) -> None:
    """One item for the minutes of the meeting before, unless the agenda already speaks of them."""
    place = next((one.number for one in sections if one.purpose == Section.CERTIFICATION), None)
    earlier = uncertified_before(meeting.committee, before=meeting.starts_at)
    if place is None or earlier is None:
        return
    asked = [item.pk for item in certifying_items(meeting, earlier.reference)]
    if asked:
        if earlier.access == Access.INTERNAL:
            meeting.agenda.filter(pk__in=asked).update(access=Access.INTERNAL)
        return
    AgendaItem.objects.create(
        meeting=meeting,
        section=place,
        order=max((item.order for item in on_agenda if item.section == place), default=0) + 1,
        title_th=f"รับรองรายงานการประชุมครั้งที่ {earlier.reference}",
        title_en=f"Certification of the minutes of meeting {earlier.reference}",
        access=earlier.access,
    )


def _narrower(*accesses: str) -> str:
    return Access.INTERNAL if Access.INTERNAL in accesses else Access.PUBLIC
