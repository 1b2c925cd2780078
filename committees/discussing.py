"""The agenda of a meeting: read by section with its numbers, added to, put in order, divided anew.

Every act takes the meeting's row locked, so that two secretaries work one after the other, and
refuses once the minutes are certified.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, F, PositiveSmallIntegerField, Value, When
from django.utils.translation import gettext as _

from committees.models import (
    AgendaHeading,
    AgendaItem,
    Assignment,
    Meeting,
    Resolution,
    Section,
)
from committees.models.heading import (
    MOST_SECTIONS,
    SectionShown,
    number_for,
    section_of,
    sections_of,
)
from iad.models import User
from iad.publication import Access
from iad.thai.text import clean_line, fold

MOST_ITEMS = 200  # of one agenda; a long one has forty
SMALL = PositiveSmallIntegerField()
LONGEST_TITLE = AgendaItem._meta.get_field("title_th").max_length
# What stands before a title in a typed agenda: ระเบียบวาระที่ ๕.๑, 5.1, 1), - and the like. A bare
# number stays: "5 ประเทศ" is a title.
NUMBERING = re.compile(
    r"(?:(?:ระเบียบ)?วาระที่\s*)?"
    r"(?:[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+[.)]?(?=\s|$)|[0-9๐-๙]{1,2}[.)](?=\s|$))\s*|[-–—•*]+\s*"
)
Agenda = list[tuple[SectionShown, list[AgendaItem]]]
# What a meeting decides without further words, as minutes put it.
USUAL_WORDS = {
    Resolution.Kind.ACKNOWLEDGED: "รับทราบ",
    Resolution.Kind.APPROVED: "เห็นชอบ",
    Resolution.Kind.ASSIGNED: "มอบหมายหน่วยงานที่เกี่ยวข้องดำเนินการ",
    Resolution.Kind.DEFERRED: "ให้นำเสนอในการประชุมครั้งต่อไป",
}


# --- reading ---------------------------------------------------------------------------------


def agenda_of(meeting: Meeting, items: Iterable[AgendaItem] | None = None) -> Agenda:
    """Every section, empty ones too, with its items and their ``shown_number``; two queries."""
    sections = sections_of(meeting)
    by_number: dict[int, list[AgendaItem]] = {one.number: [] for one in sections}
    for item in meeting.agenda.all() if items is None else items:
        of_section = by_number.setdefault(item.section, [])
        of_section.append(item)
        item.shown_number = f"{item.section}.{len(of_section)}"
    return [(section_of(sections, number), by_number[number]) for number in sorted(by_number)]


def fingerprint(agenda: Agenda) -> str:
    """Changes with every section and every place of an item; not with what an item says."""
    parts = [
        f"{one.number}/{one.purpose}/{one.title}/{','.join(str(item.pk) for item in items)}"
        for one, items in agenda
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def read_titles(text: str) -> list[str]:
    """One title a line, without the number before it; blank lines part and say nothing."""
    titles, wrong = [], []
    for at, line in enumerate(map(clean_line, text.splitlines()), start=1):
        if not line:
            continue
        title = NUMBERING.sub("", line, count=1) if NUMBERING.match(line) else line
        if not title:
            wrong.append(_("Line %(line)d has a number and no title.") % {"line": at})
        elif len(title) > LONGEST_TITLE:
            told = _("Line %(line)d is too long: %(length)d characters of at most %(most)d.")
            wrong.append(told % {"line": at, "length": len(title), "most": LONGEST_TITLE})
        titles.append(title)
    if wrong:
        raise ValidationError(wrong)
    return titles


# --- acts ------------------------------------------------------------------------------------


@transaction.atomic
def add_items(meeting: Meeting, *, by: User, section: int, titles: list[str]) -> list[AgendaItem]:
    """Put new items at the end of a section, with their Thai titles."""
    _take(meeting)
    if section not in {one.number for one in sections_of(meeting)}:
        raise ValidationError(_("This agenda has no such section."))
    if meeting.agenda.count() + len(titles) > MOST_ITEMS:
        raise ValidationError(_("An agenda has at most %(most)d items.") % {"most": MOST_ITEMS})
    last = last_place(meeting, section)
    added = [
        AgendaItem.objects.create(meeting=meeting, section=section, order=order, title_th=title)
        for order, title in enumerate(titles, start=last + 1)
    ]
    if added:
        _tell(meeting, by, _("Added to the agenda: %(titles)s") % {"titles": " · ".join(titles)})
    return added


def last_place(meeting: Meeting, section: int) -> int:
    orders = AgendaItem.objects.filter(meeting=meeting, section=section).values_list("order")
    return max((order for (order,) in orders), default=0)


@transaction.atomic
def arrange(meeting: Meeting, *, by: User, places: list[tuple[int, int]]) -> bool:
    """Put the items in this order, given as (item's id, section); False where they stand so."""
    _take(meeting)
    items = {item.pk: item for item in meeting.agenda.all()}
    if Counter(pk for pk, _section in places) != Counter(items.keys()):
        raise ValidationError(_("The items of this agenda are others by now."))
    known = {one.number for one in sections_of(meeting)} | {one.section for one in items.values()}
    if not known >= {section for _pk, section in places}:
        raise ValidationError(_("This agenda has no such section."))
    shown = [(pk, item.section) for pk, item in items.items()]
    if sorted(places, key=lambda place: place[1]) == shown:
        return False
    placed: Counter = Counter()
    for pk, section in places:
        placed[section] += 1
        items[pk].section, items[pk].order = section, placed[section]
    AgendaItem.objects.bulk_update(items.values(), ["section", "order"])
    _tell(meeting, by, _("The items of the agenda were put in another order."))
    return True


def moved(agenda: Agenda, pk: int, step: int) -> list[tuple[int, int]]:
    """The places after one item went up (-1) or down (1); past the end, into the next section."""
    columns = [(section.number, [item.pk for item in items]) for section, items in agenda]
    at = next((at for at, (_number, pks) in enumerate(columns) if pk in pks), None)
    if at is None or step not in (-1, 1):
        raise ValidationError(_("The items of this agenda are others by now."))
    pks = columns[at][1]
    place = pks.index(pk)
    if 0 <= place + step < len(pks):
        pks[place], pks[place + step] = pks[place + step], pks[place]
    elif 0 <= at + step < len(columns):
        pks.remove(pk)
        columns[at + step][1].insert(0 if step > 0 else len(columns[at + step][1]), pk)
    return [(one, number) for number, ones in columns for one in ones]


@transaction.atomic
def change_sections(
    meeting: Meeting, *, by: User, headings: list[tuple[int | None, AgendaHeading]]
) -> None:
    """Give the agenda these sections; each comes with the number that it had, None where new.

    Items go with their section; one that holds items is not struck.
    """
    _take(meeting)
    before = {one.number for one in sections_of(meeting)}
    used = set(AgendaItem.objects.filter(meeting=meeting).values_list("section", flat=True))
    went = {was: heading.number for was, heading in headings if was is not None}
    numbers = [heading.number for _was, heading in headings]
    if not headings:
        raise ValidationError(_("An agenda has at least one section."))
    if len(numbers) > MOST_SECTIONS or len(set(numbers)) < len(numbers):
        raise ValidationError(_("Two sections have the same number."))
    # Each section that the form was opened with stands in it once.
    if not before >= went.keys() or len(went) < sum(was is not None for was, _h in headings):
        raise ValidationError(_("The sections of this agenda are others by now."))
    if struck := sorted((used & before) - went.keys()):
        told = _("Section %(numbers)s has items. Move them first.")
        raise ValidationError(told % {"numbers": ", ".join(map(str, struck))})
    AgendaHeading.objects.filter(meeting=meeting).delete()
    for _was, heading in headings:
        heading.pk, heading.meeting = None, meeting
        heading.save(force_insert=True)
    renumbered = [When(section=was, then=Value(now)) for was, now in went.items() if was != now]
    if renumbered:
        AgendaItem.objects.filter(meeting=meeting).update(
            section=Case(*renumbered, default=F("section"), output_field=SMALL)
        )
    _tell(meeting, by, _("The sections of the agenda were changed."))


@transaction.atomic
def assign(resolution: Resolution, *, departments, task_th: str, task_en: str = "", due_on=None):
    """The same task to each of several departments: one assignment for every one of them."""
    _take(resolution.item.meeting)
    return [
        Assignment.objects.create(
            resolution=resolution,
            department=department,
            task_th=task_th,
            task_en=task_en,
            due_on=due_on,
        )
        for department in departments
    ]


def _take(meeting: Meeting) -> None:
    """Lock the row until the act is done; what is certified stays."""
    state = (
        Meeting.objects.select_for_update()
        .order_by()
        .values_list("minutes_state", flat=True)
        .get(pk=meeting.pk)
    )
    if state == Meeting.Minutes.CERTIFIED:
        raise ValidationError(_("The minutes are certified: the agenda stays as it is."))


def _tell(meeting: Meeting, by: User, told: str) -> None:
    LogEntry.objects.log_actions(by.pk, [meeting], CHANGE, told, single_object=True)


def close_what_follows(followed: models.Q) -> None:
    """Later items that came back to what was closed now carry its words: they close with it."""
    seen: set[int] = set()
    found = set(AgendaItem.objects.filter(followed).values_list("pk", flat=True))
    while found:
        AgendaItem.objects.filter(pk__in=found).update(access=Access.INTERNAL)
        seen |= found
        later = AgendaItem.objects.filter(follows__in=found).values_list("pk", flat=True)
        found = set(later) - seen


def close_what_cites(meeting: Meeting) -> None:
    """Of a meeting closed now, what later meetings say: matters arising and its certification."""
    close_what_follows(models.Q(follows__meeting=meeting))
    elsewhere = Meeting.objects.filter(committee=meeting.committee_id).exclude(pk=meeting.pk)
    for other in elsewhere.prefetch_related("headings"):
        citing = certifying_items(other, meeting.reference)
        AgendaItem.objects.filter(pk__in=[one.pk for one in citing]).update(access=Access.INTERNAL)


def certifying_items(meeting: Meeting, reference: str) -> list[AgendaItem]:
    """Items on this agenda under certification that name those minutes, in whichever digits."""
    section = number_for(sections_of(meeting), Section.CERTIFICATION)
    named = re.compile(rf"(?<!\d){re.escape(reference)}(?!\d)")
    items = meeting.agenda.filter(section=section)
    return [one for one in items if named.search(fold(f"{one.title_th} {one.title_en}"))]
