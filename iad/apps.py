from importlib import import_module

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.db.models import AutoField, BigAutoField
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from iad.era import show_buddhist_years, write_moments_as_html_reads_them
from iad.keys import KeyIn
from iad.roles import keep_roles


class IadConfig(AppConfig):
    default = True
    name = "iad"
    verbose_name = _("Staff accounts")

    def ready(self):
        show_buddhist_years()
        write_moments_as_html_reads_them()
        for module in ("iad.log", "iad.sessions"):
            import_module(module)  # they listen for who logs in and out, and know models
        AutoField.register_lookup(KeyIn)
        BigAutoField.register_lookup(KeyIn)
        # Groups need the permissions that Django itself writes after each app's migration.
        post_migrate.connect(keep_roles, dispatch_uid="iad.roles.keep_roles")


class PortalAdminConfig(admin_apps.AdminConfig):
    """Django's admin, under the office's name and with its own start page."""

    default = False
    default_site = "iad.site.PortalAdminSite"
