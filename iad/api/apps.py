from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class OpenDataConfig(AppConfig):
    name = "iad.api"
    label = "open_data"
    verbose_name = _("open data")

    def ready(self):
        marking = import_module("iad.api.marking")  # it knows models
        pre_migrate.connect(marking.take_off_marks, dispatch_uid="iad.api.take_off")
        post_migrate.connect(marking.keep_marks, dispatch_uid="iad.api.keep")
