"""Where the secretary and the administrator keep the record."""

from committees.admin.committees import CommitteeAdmin, MembershipAdmin
from committees.admin.meetings import AgendaItemAdmin, MeetingAdmin, ResolutionAdmin
from committees.admin.register import DepartmentAdmin, PersonAdmin

__all__ = [
    "AgendaItemAdmin",
    "CommitteeAdmin",
    "DepartmentAdmin",
    "MeetingAdmin",
    "MembershipAdmin",
    "PersonAdmin",
    "ResolutionAdmin",
]
