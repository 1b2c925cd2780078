"""The official record: departments, people, committees, their members and meetings."""

from committees.models.agenda import AgendaItem, Assignment, Resolution
from committees.models.attendance import Attendee
from committees.models.committee import Committee, Membership
from committees.models.document import Document
from committees.models.meeting import Meeting
from committees.models.register import Department, Person

__all__ = [
    "AgendaItem",
    "Assignment",
    "Attendee",
    "Committee",
    "Department",
    "Document",
    "Meeting",
    "Membership",
    "Person",
    "Resolution",
]
