"""Django's admin under the office's name.

Beside the package `iad.admin`, not in it: Django imports this module while it makes the site, and
the screens of a package imported on the way would register on another site than the one it keeps.
"""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(AdminSite):
    site_header = _("International Affairs Office")
    site_title = _("International Affairs Office")
    index_title = _("Staff desk")
    empty_value_display = "–"
