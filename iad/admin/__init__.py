"""The staff's desk: Django's admin, its dates, its fields and its accounts."""

from iad.admin.icons import yes_no_icon
from iad.admin.log import LogAdmin
from iad.admin.reading import display_of
from iad.admin.users import UserAdmin

__all__ = ["LogAdmin", "UserAdmin", "display_of", "yes_no_icon"]
