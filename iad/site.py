"""Django's admin under the office's name.

Beside the package `iad.admin`, not in it: Django imports this module while it makes the site, and
the screens of a package imported on the way would register on another site than the one it keeps.
"""

from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _


class LogInForm(AdminAuthenticationForm):
    """Django writes the longest name on its field and does not check it; PostgreSQL would."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        username = self.fields["username"]
        username.validators.append(MaxLengthValidator(username.max_length))


class PortalAdminSite(AdminSite):
    login_form = LogInForm
    site_header = _("International Affairs Office")
    site_title = _("International Affairs Office")
    index_title = _("Staff desk")
    empty_value_display = "–"
