"""The portal's addresses, and some at which a reader meets the pages of error."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import path

from iad.urls import urlpatterns as portal
from iad.views import csrf_failure


def refuse(request):
    raise PermissionDenied


def misread(request):
    raise SuspiciousOperation


def break_down(request):
    raise RuntimeError("A page that breaks down, so that a browser can see how that looks.")


urlpatterns = [
    *portal,
    *i18n_patterns(
        path("broken/400/", misread, name="broken-400"),
        path("broken/403/", refuse, name="broken-403"),
        path("broken/403-form/", csrf_failure, name="broken-403-form"),
        path("broken/500/", break_down, name="broken-500"),
        prefix_default_language=False,
    ),
]
