"""On the desk: the open edit of a published article, the preview, and its secret link."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _, gettext_lazy, override
from django.views.decorators.http import require_POST

from iad.bilingual import LANGUAGES
from news import editing
from news.admin.act_forms import PublishEditForm
from news.admin.publication import PublicationAdmin
from news.models import Transition
from news.previewing import end_link, make_link, preview_address
from news.rights import may, may_see, may_share

Act = Transition.Act
LINK_ACTS = {
    "make": (make_link, gettext_lazy("The preview link was made.")),
    "end": (end_link, gettext_lazy("The preview link was ended.")),
}


class EditedLiveAdmin(PublicationAdmin):
    """What is live is edited beside itself; what is not yet live is read on its true address."""

    # --- the open edit ---------------------------------------------------------------------

    def get_search_results(self, request, queryset, search_term):
        """Originals in the list and wherever one is chosen; the piles hold edits, too."""
        rows = queryset if "waiting" in request.GET else queryset.originals()
        return super().get_search_results(request, rows, search_term)

    def get_readonly_fields(self, request, obj=None):
        readonly = super().get_readonly_fields(request, obj)
        # An edit is seen from the moment it is put back; its original keeps its hour.
        return [*readonly, "publish_at"] if obj and obj.replaces_id else readonly

    def form_of(self, act, text):
        is_edit = act == Act.PUBLISH and text.replaces_id
        return PublishEditForm if is_edit else super().form_of(act, text)

    def asks_first(self, act, text, user) -> bool:
        """Whether readers are to be told is asked of every edit."""
        is_edit = act == Act.PUBLISH and bool(text.replaces_id)
        return is_edit or super().asks_first(act, text, user)

    def delete_model(self, request, obj):
        if obj.replaces_id:
            editing.discard_edit(obj, by=request.user)
        else:
            super().delete_model(request, obj)

    @admin.display(description=gettext_lazy("open edit"), boolean=True)
    def is_being_edited(self, article):
        return hasattr(article, "open_edit")

    # --- the screen ------------------------------------------------------------------------

    def told_of(self, request, text) -> dict:
        told = super().told_of(request, text)
        revise = self.act_address(Act.REVISE, text)
        told["act_links"] = [link for link in told["act_links"] if link[0] != revise]
        return told | {
            "edit_act": revise if may(Act.REVISE, text, request.user) else "",
            "open_edit": getattr(text, "open_edit", None),
            "previews": self._previews(request, text),
            "may_share": may_share(text, request.user),
            "secret_links": self._links(request, text, text.preview_key),
        }

    def _previews(self, request, text):
        hidden = not text.is_public and may_see(text, request.user)
        return self._links(request, text) if hidden else []

    def _links(self, request, text, key=""):
        """(language, address) of the preview; with a key, the whole address to be sent out."""
        addresses = []
        for language in LANGUAGES:
            with override(language):
                addresses.append((language, preview_address(text, key=key)))
        if not key:
            return addresses
        return [(language, request.build_absolute_uri(at)) for language, at in addresses]

    def _publish_label(self, text) -> str:
        if text.replaces_id:
            return _("Save and publish the changes")
        return super()._publish_label(text)

    # --- the secret link -------------------------------------------------------------------

    def get_urls(self):
        view = self.admin_site.admin_view(self.preview_link_view)
        address = "<int:pk>/preview-link/<slug:act>/"
        return [path(address, view, name="news_article_preview_link"), *super().get_urls()]

    @method_decorator(require_POST)
    def preview_link_view(self, request, pk, act):
        if act not in LINK_ACTS:
            raise Http404
        article = get_object_or_404(self.model, pk=pk)
        if not may_share(article, request.user):
            raise PermissionDenied
        do, told = LINK_ACTS[act]
        do(article)
        self.log_change(request, article, str(told))
        self.message_user(request, told)
        return redirect(self.address("change", pk))
