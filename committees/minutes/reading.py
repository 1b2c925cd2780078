"""Reads a meeting into the frozen record that all its papers are written from.

For readers outside, every row comes through ``public()``: no closed item, nobody listed
internally, no reason of absence.
"""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet
from django.utils import timezone, translation
from django.utils.functional import cached_property

from committees.minutes.record import (
    Absent,
    Attending,
    Decision,
    Matter,
    MeetingRecord,
    Part,
    Report,
    Signature,
    Task,
)
from committees.models import (
    AgendaItem,
    Assignment,
    Attendee,
    Document,
    Meeting,
    Progress,
    Resolution,
)
from committees.models.agenda import shown_numbers
from committees.models.heading import section_of, sections_of
from iad.bilingual import OFFICIAL, passage
from iad.publication import Access

Capacity, Presence = Attendee.Capacity, Attendee.Presence
NOT_MEMBERS = (Capacity.PARTICIPANT, Capacity.GUEST)


def read_meeting_record(meeting: Meeting, *, public: bool) -> MeetingRecord:
    """The meeting in Thai, as official papers are; a dozen queries, however long it was."""
    with translation.override(OFFICIAL):
        return _Reader(meeting, public).record()


class _Reader:
    def __init__(self, meeting: Meeting, public: bool):
        self.meeting = meeting
        self.public = public

    def rows(self, model) -> QuerySet:
        return model.objects.public() if self.public else model.objects.all()

    def record(self) -> MeetingRecord:
        meeting, roll = self.meeting, self.roll()
        there = [one for one in roll if one.presence != Presence.ABSENT]
        certified_at = meeting.certified_at
        if self.public and certified_at and certified_at.access != Access.PUBLIC:
            certified_at = None
        begins, ends = (
            timezone.localtime(moment) if moment else None
            for moment in (meeting.starts_at, meeting.ends_at)
        )
        return MeetingRecord(
            committee=passage(meeting.committee, "name").text,
            reference=meeting.reference,
            is_special=meeting.kind == Meeting.Kind.SPECIAL,
            starts_at=begins,
            ends_at=ends,
            time_is_stated=meeting.time_is_stated,
            venue=passage(meeting, "venue").text,
            mode="" if meeting.mode == Meeting.Mode.IN_PERSON else meeting.get_mode_display(),
            present=tuple(_attending(one) for one in there if one.capacity not in NOT_MEMBERS),
            absent=tuple(self.absent(one) for one in roll if one.presence == Presence.ABSENT),
            participants=tuple(_attending(one) for one in there if one.capacity in NOT_MEMBERS),
            parts=self.parts(),
            recorder=_signature(meeting.recorder, meeting.recorder_position),
            reviewer=_signature(meeting.reviewer, meeting.reviewer_position),
            secretariat=str(meeting.committee.secretariat or ""),
            is_certified=meeting.is_locked,
            certified_at=f"ครั้งที่ {certified_at.reference}" if certified_at else "",
            certified_on=meeting.certified_on,
            is_public_version=self.public,
        )

    def roll(self) -> list[Attendee]:
        """Chair first, then by capacity; among equals in the order of the roll."""
        roll = self.rows(Attendee).filter(meeting=self.meeting).with_names()
        return sorted(roll, key=lambda one: Capacity.values.index(one.capacity))

    def absent(self, one: Attendee) -> Absent:
        reason = "" if self.public else passage(one, "reason").text
        return Absent(one.shown_name, _position(one), one.get_capacity_display(), reason)

    # --- the agenda --------------------------------------------------------------------------

    def parts(self) -> tuple[Part, ...]:
        """Every section, and those of items whose section was struck.

        Where all items are closed, readers do not even hear "none".
        """
        numbers = shown_numbers([self.meeting.pk])
        items = list(self.items())
        reports = self.reports()
        sections = sections_of(self.meeting)
        counted = {int(number.split(".")[0]) for number in numbers.values()}
        shown = {item.section for item in items} | (
            {section.number for section in sections} - counted
        )
        return tuple(
            Part(
                number,
                section_of(sections, number).title,
                tuple(
                    self.matter(item, numbers[item.pk], reports.get(item.follows_id, ()))
                    for item in items
                    if item.section == number
                ),
            )
            for number in sorted(shown)
        )

    def items(self) -> QuerySet[AgendaItem]:
        assignments = self.rows(Assignment).select_related("department").order_by("pk")
        return (
            self.rows(AgendaItem)
            .filter(meeting=self.meeting)
            .select_related("follows__meeting")
            .prefetch_related(
                Prefetch("resolutions", self.rows(Resolution).order_by("order", "pk")),
                Prefetch("resolutions__assignments", assignments),
                Prefetch("documents", self.rows(Document).order_by("order", "pk")),
            )
        )

    def matter(self, item: AgendaItem, number: str, reports: tuple[Report, ...]) -> Matter:
        return Matter(
            number=number,
            title=passage(item, "title").text,
            detail=passage(item, "detail").text,
            follows=self.where_decided(item.follows) if item.follows else "",
            reports=tuple(reports),
            decisions=tuple(_decision(one) for one in item.resolutions.all()),
            papers=tuple(passage(one, "title").text for one in item.documents.all()),
        )

    def where_decided(self, item: AgendaItem) -> str:
        is_open = item.access == item.meeting.access == Access.PUBLIC
        if self.public and not is_open:
            return ""
        number = self.numbers_before[item.pk]
        return f"ครั้งที่ {item.meeting.reference} ระเบียบวาระที่ {number}"

    @cached_property
    def numbers_before(self) -> dict[int, str]:
        """The numbers of the items that this agenda comes back to, in their own meetings."""
        followed = AgendaItem.objects.filter(followed_by__meeting=self.meeting)
        return shown_numbers(followed.values("meeting"))

    def reports(self) -> dict[int, list[Report]]:
        """What was reported at this meeting, by the item that had decided the assignment."""
        said: dict[int, list[Report]] = {}
        rows = self.rows(Progress).filter(reported_in=self.meeting).order_by("on", "pk")
        told = [
            (one.assignment, passage(one, "text").text, one.get_status_display())
            for one in rows.select_related("assignment__department", "assignment__resolution")
        ]
        told += [
            (task, "", task.get_status_display())
            for task in self.silent({task.pk for task, _text, _status in told})
        ]
        for task, text, status in told:
            said.setdefault(task.resolution.item_id, []).append(
                Report(str(task.department), passage(task, "task").text, text, status)
            )
        return said

    def silent(self, reported: set[int]) -> Iterable[Assignment]:
        """What is still open of the matters that this agenda comes back to, unreported.

        Only inside the office, and only in a draft: certified minutes do not change with the work.
        """
        if self.public or self.meeting.is_locked:
            return ()
        return (
            Assignment.objects.open()
            .filter(resolution__item__followed_by__meeting=self.meeting)
            .exclude(pk__in=reported)
            .select_related("department", "resolution")
            .order_by("pk")
        )


def _attending(one: Attendee) -> Attending:
    seat = one.substitute_for
    instead_of = (passage(seat, "position").text or seat.holder) if seat else ""
    name, position = one.shown_name, _position(one)
    return Attending(name, position, one.get_capacity_display(), instead_of)


def _position(one: Attendee) -> str:
    """The position of that day, where it is not already what stands for the name."""
    position = passage(one, "position").text
    return "" if position == one.shown_name else position


def _decision(resolution: Resolution) -> Decision:
    return Decision(
        resolution.get_kind_display(),
        passage(resolution, "text").text,
        tuple(
            Task(
                str(one.department),
                passage(one, "task").text,
                one.due_on,
                one.get_status_display(),
            )
            for one in resolution.assignments.all()
        ),
    )


def _signature(name: str, position: str) -> Signature | None:
    return Signature(name, position) if name else None
