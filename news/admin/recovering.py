"""Deleted drafts at the desk: who may have them back sees them, and takes them back whole."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from news.admin.comparing import label_of, said
from news.bringing_back import deleted_drafts, recover
from news.history import Snapshot, differences

NOTHING = Snapshot({}, {})


class RecoverAdmin:
    """Mixed into the ModelAdmin of articles: a list of what was deleted, and the way back."""

    def get_urls(self):
        ask = self.admin_site.admin_view
        return [
            path("deleted/", ask(require_safe(self.deleted_view)), name="news_article_deleted"),
            path(
                "deleted/<int:version>/",
                ask(require_safe(self.deleted_draft_view)),
                name="news_article_deleted_draft",
            ),
            path(
                "deleted/<int:version>/recover/",
                ask(require_POST(self.recover_view)),
                name="news_article_recover",
            ),
            *super().get_urls(),
        ]

    def deleted_view(self, request):
        return self._recovering(request, {"drafts": self._recoverable(request)})

    def deleted_draft_view(self, request, version):
        draft = self._draft(request, version)
        found = differences(self.model, NOTHING, Snapshot.of_version(draft))
        rows = [(label_of(one.column), said(one)) for one in found]
        return self._recovering(request, {"draft": draft, "rows": rows})

    def recover_view(self, request, version):
        try:
            article = recover(self._draft(request, version), by=request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect(self.address("deleted"))
        self.message_user(request, _("“%s” is back.") % article)
        return redirect(self.address("change", article.pk))

    def _recoverable(self, request) -> list:
        """Of all, for whoever may change the articles of others; else one's own."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        user = request.user
        sees_all = user.has_perm("news.edit_any_article")
        return [
            version
            for version in deleted_drafts()
            if sees_all or version.field_dict["author_id"] == user.pk
        ]

    def _draft(self, request, number):
        draft = next((one for one in self._recoverable(request) if one.pk == number), None)
        if draft is None:
            raise Http404
        return draft

    def _recovering(self, request, told):
        context = self.admin_site.each_context(request) | {"opts": self.opts}
        told = {"title": _("Deleted drafts")} | told
        return TemplateResponse(request, "admin/news/recover.html", context | told)
