"""Who else has a text open: a quiet word above the form, kept in the cache for a minute or two."""

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from iad.models import User

REMEMBERED = 100  # seconds; static/js/presence.js says "still here" every forty


def note_presence(key: str, user: User) -> list[str]:
    """Note that ``user`` has it open, and name the others who do.

    Two who are noted at the same moment may miss one another until the next time.
    """
    now = timezone.now().timestamp()
    here = {
        pk: (name, at) for pk, (name, at) in cache.get(key, {}).items() if now - at < REMEMBERED
    }
    here[user.pk] = (user.get_full_name() or user.get_username(), now)
    cache.set(key, here, REMEMBERED)
    return sorted(name for pk, (name, _at) in here.items() if pk != user.pk)


def told_of(names: list[str]) -> str:
    return _("Also open at the desk of: %s") % ", ".join(names) if names else ""


class PresenceAdmin:
    """Mixed into the ModelAdmin of a text."""

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_present"
        view = self.admin_site.admin_view(require_POST(self.present_view))
        return [path("<int:pk>/present/", view, name=name), *super().get_urls()]

    def present_view(self, request, pk):
        """The heart-beat of an open form."""
        text = self.get_object(request, str(pk))
        if text is None or not self.has_change_permission(request, text):
            raise PermissionDenied
        return JsonResponse({"notice": self.others_at(request, text)})

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and obj.pk and self.has_change_permission(request, obj):
            context["presence"] = {
                "notice": self.others_at(request, obj),
                "address": self.address("present", obj.pk),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def others_at(self, request, text) -> str:
        return told_of(note_presence(f"present:{self.opts.label_lower}:{text.pk}", request.user))
