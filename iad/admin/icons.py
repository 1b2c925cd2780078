"""Yes, no and unknown as the desk's lists draw them, with words for those who do not see them."""

from django.contrib.admin.templatetags import admin_list
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _


def yes_no_icon(value: bool | None):
    name, word = {True: ("yes", _("Yes")), False: ("no", _("No"))}.get(
        value, ("unknown", _("Unknown"))
    )
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{name}.svg"), word)


# Django's own says True and False on a Thai page, too; it looks the function up by this name.
admin_list._boolean_icon = yes_no_icon
