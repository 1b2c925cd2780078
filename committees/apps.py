from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class CommitteesConfig(AppConfig):
    name = "committees"
    verbose_name = _("Committees and meetings")

    def ready(self):
        locks = import_module("committees.locks")  # it knows models
        pre_migrate.connect(locks.take_off_locks, dispatch_uid="committees.locks.take_off")
        post_migrate.connect(locks.keep_locks, dispatch_uid="committees.locks.keep")
        import_module("iad.finding.kinds").declare(*import_module("committees.finding").KINDS)
