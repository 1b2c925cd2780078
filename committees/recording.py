"""Recording a meeting that a text told of: what a person confirmed, as a whole or not at all."""

from collections import Counter

from django.contrib.admin.models import ADDITION, LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _, override

from committees.convening import copy_sections
from committees.discussing import last_place
from committees.models import (
    AgendaItem,
    Assignment,
    Committee,
    Department,
    Meeting,
    Resolution,
    Section,
)
from committees.models.heading import number_for, sections_of
from committees.told import Asked, NewCommittee, Talked, Told, language_of, written
from committees.told_roll import call_told_roll, save_new
from iad.models import User
from iad.thai.text import squeeze


class NumberTakenError(ValidationError):
    """The number is that of a meeting recorded already."""

    def __init__(self, meeting: Meeting):
        self.meeting = meeting
        told = {"meeting": str(meeting)}
        super().__init__(_("%(meeting)s is recorded already.") % told, code="taken")


@transaction.atomic
def record_meeting(told: Told, *, by: User) -> Meeting:
    """The meeting with its roll and what was assigned; NumberTakenError where there is one."""
    committee, added = _committee(told.committee)
    meeting = _meeting(committee, told)
    copy_sections(meeting)
    by_name, people = call_told_roll(meeting, told)
    _talk(meeting, told.topics)
    _assign(meeting, told.assignments, by_name)
    added += [*by_name.values(), *people]
    if added:
        words = _("added with %(meeting)s") % {"meeting": meeting}
        LogEntry.objects.log_actions(by.pk, added, ADDITION, words)
    words = _("recorded from a text")
    LogEntry.objects.log_actions(by.pk, [meeting], ADDITION, words, single_object=True)
    return meeting


# --- committee and meeting --------------------------------------------------------------------


def _committee(told: Committee | NewCommittee) -> tuple[Committee, list]:
    """Locked until the end, so that of two who take a number the second is told."""
    if isinstance(told, Committee):
        return Committee.objects.select_for_update(no_key=True).get(pk=told.pk), []
    committee = Committee(
        name_th=told.name_th, name_en=told.name_en, slug=told.slug, kind=told.kind
    )
    save_new(committee, _("The address “%(slug)s” is taken meanwhile.") % {"slug": told.slug})
    return committee, [committee]


def _meeting(committee: Committee, told: Told) -> Meeting:
    taken = Meeting.objects.with_committee().filter(
        committee=committee, number=told.number, be_year=told.be_year
    )
    if there := taken.first():
        raise NumberTakenError(there)
    is_past = told.starts_at <= timezone.now()
    meeting = Meeting(
        committee=committee,
        number=told.number,
        be_year=told.be_year,
        kind=told.kind,
        status=Meeting.Status.HELD if is_past else Meeting.Status.PLANNED,
        starts_at=told.starts_at,
        ends_at=told.ends_at,
        time_is_stated=told.time_is_stated,
        mode=told.mode,
        access=told.access,
        **written("venue", told.venue),
    )
    meeting.full_clean()
    try:
        with transaction.atomic():
            meeting.save()
    except IntegrityError as error:
        # Somebody wrote it past the committee's lock, such as on the form of a meeting.
        if there := taken.first():
            raise NumberTakenError(there) from error
        raise
    return meeting


# --- what was talked about and assigned ---------------------------------------------------------


def _talk(meeting: Meeting, topics: tuple[Talked, ...]) -> None:
    """Each an item in the section that is for it."""
    sections, placed = sections_of(meeting), Counter()
    for one in topics:
        section = number_for(sections, Section(one.section))
        placed[section] += 1
        AgendaItem.objects.create(
            meeting=meeting,
            section=section,
            order=placed[section],
            **written("title", one.title),
        )


def _assign(meeting: Meeting, asked: tuple[Asked, ...], by_name: dict) -> None:
    """One item among the other matters: under which the meeting decided them is not told."""
    if not asked:
        return
    language = language_of(asked[0].task)
    with override(language):
        title = _("Assignments, as a report of the meeting tells them")
    section = number_for(sections_of(meeting), Section.OTHER)
    order = last_place(meeting, section) + 1
    item = AgendaItem.objects.create(
        meeting=meeting, section=section, order=order, **written("title", title)
    )
    for order, one in enumerate(asked, start=1):
        departments = [*one.departments, *(_added(name, by_name) for name in one.named)]
        resolution = Resolution.objects.create(
            item=item,
            order=order,
            kind=Resolution.Kind.ASSIGNED,
            **written("text", _words(one, departments)),
        )
        Assignment.objects.bulk_create(
            Assignment(
                resolution=resolution,
                department=department,
                due_on=one.due_on,
                **written("task", one.task),
            )
            for department in departments
        )


def _words(one: Asked, departments: list[Department]) -> str:
    """Who was asked, and the words of the text."""
    with override(language_of(one.task)):
        names = ", ".join(map(str, departments))
        return _("Assigned to %(departments)s: %(task)s") % {
            "departments": names,
            "task": one.task,
        }


def _added(name: str, by_name: dict) -> Department:
    if department := by_name.get(squeeze(name)):
        return department
    raise ValidationError(
        _("“%(name)s” is not in the register: add it as a new department, or leave it out."),
        params={"name": name},
    )
