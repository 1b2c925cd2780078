"""The papers of a meeting in Word: a record in, the bytes of a .docx out.

``digits`` is thai or arabic (committees.minutes.digits). What a template can not say is a
ValidationError (committees.minutes.filling).
"""

from dataclasses import fields, is_dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from committees.minutes.digits import in_digits
from committees.minutes.filling import fill
from committees.minutes.record import MeetingRecord
from iad.thai.dates import format_date, format_range
from iad.thai.text import clean


def write_minutes(record: MeetingRecord, *, digits: str) -> bytes:
    """รายงานการประชุม, form 11; marked as a draft until it is certified."""
    return fill("minutes.docx", said(record, digits))


def write_invitation(record: MeetingRecord, *, digits: str) -> bytes:
    """หนังสือเชิญประชุม with the agenda; number, day and signature are left to the office."""
    return fill("invitation.docx", said(record, digits))


def write_attendance_sheet(record: MeetingRecord, *, digits: str) -> bytes:
    """A table to sign, for members, whoever is expected to be absent too, and participants."""
    return fill("attendance.docx", said_at_signing(record, digits))


def write_extract(
    record: MeetingRecord,
    matter_number: str,
    decision_index: int,
    department: str,
    *,
    digits: str,
) -> bytes:
    """คัดลอกมติ: one resolution with what it asks of one department, and of no other.

    ``decision_index`` counts the matter's decisions from 0. ValidationError where the record
    has no such resolution, or it asks nothing of that department.
    """
    taken = said_of_extract(record, matter_number, decision_index, department, digits)
    return fill("extract.docx", taken)


def said_at_signing(record: MeetingRecord, digits: str) -> dict:
    """The record with its lines to sign, counted through from members to participants."""
    members = said([*record.present, *record.absent], digits)
    everybody = said([*record.present, *record.absent, *record.participants], digits)
    lines = {"members": members, "participants": everybody[len(members) :]}
    return said(record, digits) | lines


def said_of_extract(
    record: MeetingRecord, matter_number: str, decision_index: int, department: str, digits: str
) -> dict:
    """The record with the one resolution, and what it asks of that department."""
    found = [
        (part, matter)
        for part in record.parts
        for matter in part.matters
        if matter.number == matter_number
    ]
    decisions = found[0][1].decisions if found else ()
    if not 0 <= decision_index < len(decisions):
        raise ValidationError(_("These minutes hold no such resolution."))
    decision = decisions[decision_index]
    tasks = [task for task in decision.tasks if task.department == department]
    if not tasks:
        raise ValidationError(_("This resolution asks nothing of that department."))
    [(part, matter)] = found
    taken = {"part": part, "matter": matter, "decision": decision, "tasks": tasks}
    return said(record, digits) | said(taken, digits)


def said(value, digits: str):
    """A record as its template reads it: texts clean and in their digits, days written out.

    Whatever stands in a list knows its place there as ``no``.
    """
    if isinstance(value, str):
        return in_digits(clean(value), digits)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return in_digits(str(value), digits)
    if isinstance(value, date):
        return in_digits(format_date(value), digits)
    if isinstance(value, dict):
        return {name: said(part, digits) for name, part in value.items()}
    if is_dataclass(value):
        columns = {one.name: said(getattr(value, one.name), digits) for one in fields(value)}
        is_meeting = isinstance(value, MeetingRecord)
        return columns | (_times(value, digits) if is_meeting else {})
    return [_in_its_place(said(one, digits), place, digits) for place, one in enumerate(value, 1)]


def _in_its_place(value, place: int, digits: str):
    return value | {"no": said(place, digits)} if isinstance(value, dict) else value


def _times(record: MeetingRecord, digits: str) -> dict:
    """Day or days and the hours; an hour that nobody stated is empty."""
    first, last = record.starts_at.date(), (record.ends_at or record.starts_at).date()
    days = f"วันที่ {format_range(first, last)}" if first != last else format_date(first, "full")
    stated = record.time_is_stated
    return {
        "days": in_digits(days, digits),
        "begins": in_digits(f"{record.starts_at:%H.%M}", digits) if stated else "",
        "ends": in_digits(f"{record.ends_at:%H.%M}", digits) if stated and record.ends_at else "",
        "thai_digits": digits == "thai",
    }
