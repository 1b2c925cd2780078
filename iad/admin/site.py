"""Django's admin under the office's name."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(AdminSite):
    site_header = _("International Affairs Office")
    site_title = _("International Affairs Office")
    index_title = _("Staff desk")
    empty_value_display = "–"
