from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News and content")

    def ready(self):
        import_module("iad.finding.kinds").declare(*import_module("news.finding").KINDS)
