from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class FindingConfig(AppConfig):
    name = "iad.finding"
    label = "finding"
    verbose_name = _("search")

    def ready(self):
        marking = import_module("iad.finding.marking")  # it knows models
        pre_migrate.connect(marking.take_off_marks, dispatch_uid="iad.finding.take_off")
        post_migrate.connect(marking.keep_marks, dispatch_uid="iad.finding.keep")
