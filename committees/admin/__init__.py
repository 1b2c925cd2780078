"""Where the secretary and the administrator keep the record."""

from committees.admin.committees import CommitteeAdmin, MembershipAdmin
from committees.admin.follow_up import AssignmentAdmin
from committees.admin.items import AgendaItemAdmin
from committees.admin.meetings import MeetingAdmin
from committees.admin.people import PersonAdmin
from committees.admin.register import DepartmentAdmin

__all__ = [
    "AgendaItemAdmin",
    "AssignmentAdmin",
    "CommitteeAdmin",
    "DepartmentAdmin",
    "MeetingAdmin",
    "MembershipAdmin",
    "PersonAdmin",
]
