"""The official record: departments, people, committees, their members and meetings."""

from committees.models.agenda import AgendaItem, Assignment, Resolution
from committees.models.attendance import Attendee
from committees.models.committee import Committee, Membership
from committees.models.document import Document
from committees.models.heading import AgendaHeading, Section, StandingHeading
from committees.models.meeting import Meeting
from committees.models.merging import Distinction, Merging
from committees.models.progress import Progress
from committees.models.register import Department, Person
from committees.models.term import Term

__all__ = [
    "AgendaHeading",
    "AgendaItem",
    "Assignment",
    "Attendee",
    "Committee",
    "Department",
    "Distinction",
    "Document",
    "Meeting",
    "Membership",
    "Merging",
    "Person",
    "Progress",
    "Resolution",
    "Section",
    "StandingHeading",
    "Term",
]
