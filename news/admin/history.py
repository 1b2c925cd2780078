"""The history of a text at the desk: its versions, two of them compared, one brought back."""

from pathlib import PurePosixPath

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.cache import add_never_cache_headers
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from reversion.models import Version

from iad.files import DOCUMENT_KINDS
from news.admin.comparing import label_of, rows_of
from news.bringing_back import bring_back
from news.editing import open_edit
from news.history import (
    PARTS,
    REASONS,
    Kept,
    Snapshot,
    differences,
    keep,
    keep_as_found,
    versions_of,
)
from news.models import Article, Transition
from news.rights import may

A_PAGE = 25  # versions; each is compared with the one before it


class HistoryAdmin:
    """Mixed into the ModelAdmin of a text: every save is kept, and what was kept is shown."""

    def log_addition(self, request, obj, message):
        self._keep(request, obj, message)
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        self._keep(request, obj, message)
        return super().log_change(request, obj, message)

    def _keep(self, request, text, message):
        """Whatever the desk logs is kept; the list of fields that a form logs, versions tell."""
        comment = message if isinstance(message, str) else ""
        keep(text, by=request.user, what=Kept.SAVED, comment=comment)

    def delete_model(self, request, obj):
        keep_as_found(obj)
        super().delete_model(request, obj)

    def get_urls(self):
        prefix = f"{self.opts.app_label}_{self.opts.model_name}"
        ask = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/history/compare/",
                ask(require_safe(self.compare_view)),
                name=f"{prefix}_compare",
            ),
            path(
                "<int:pk>/history/<int:version>/back/",
                ask(require_POST(self.bring_back_view)),
                name=f"{prefix}_bring_back",
            ),
            path(
                "<int:pk>/history/file/<path:name>",
                ask(require_safe(self.kept_file_view)),
                name=f"{prefix}_kept_file",
            ),
            *super().get_urls(),
        ]

    # --- screens ---------------------------------------------------------------------------

    def history_view(self, request, object_id, extra_context=None):
        text = self._readable(request, object_id)
        page = Paginator(versions_of(text), A_PAGE).get_page(request.GET.get("page"))
        told = {
            "title": _("History"),
            "entries": self.entries(page, text),
            "page": page,
            "may_bring_back": self._may_bring_back(request, text),
        }
        return self._screen(request, "history", text, told | (extra_context or {}))

    def entries(self, page, text) -> list[dict]:
        """Who, when, why and which columns; the oldest of a page is compared with the next's."""
        versions = list(page)
        if not versions:
            return []
        older = versions_of(text).filter(pk__lt=versions[-1].pk).first()
        snapshots = [Snapshot.of_version(version) for version in versions]
        befores = [*snapshots[1:], Snapshot.of_version(older) if older else None]
        return [
            self._entry(version, before, after)
            for version, before, after in zip(versions, befores, snapshots, strict=True)
        ]

    def _entry(self, version, before, after) -> dict:
        what, _line, comment = version.revision.comment.partition("\n")
        found = differences(self.model, before, after) if before else []
        return {
            "version": version,
            "what": capfirst(str(REASONS.get(what, what))),
            "comment": comment,
            "changed": list(dict.fromkeys(label_of(one.column) for one in found)),
            "is_first": before is None,
        }

    def compare_view(self, request, pk):
        text = self._readable(request, pk)
        chosen = sorted(
            (self._version(text, request.GET.get(side)) for side in ("one", "other")),
            key=lambda version: version.pk,
        )
        snapshots = (Snapshot.of_version(version) for version in chosen)
        found = differences(self.model, *snapshots)
        told = {
            "title": _("Two versions compared"),
            "versions": chosen,
            "rows": rows_of(found, lambda name: self.address("kept_file", text.pk, name)),
        }
        return self._screen(request, "compare", text, told)

    def bring_back_view(self, request, pk, version):
        """One version again, in the draft itself or in the open edit of what is live."""
        text = self._readable(request, pk)
        if not self._may_bring_back(request, text):
            raise PermissionDenied
        snapshot = Snapshot.of_version(self._version(text, version))
        try:
            if not self.has_change_permission(request, text):
                text = open_edit(text, by=request.user)
                if not self.has_change_permission(request, text):
                    raise PermissionDenied
            bring_back(text, snapshot, by=request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect(self.address("history", pk))
        self.message_user(request, _("The earlier version stands again, as a text to go on with."))
        return redirect(self.address("change", text.pk))

    def kept_file_view(self, request, pk, name):
        """A picture or document of an earlier version, which may belong to no record any more."""
        text = self._readable(request, pk)
        if not self._was_part_of(text, name) or not default_storage.exists(name):
            raise Http404
        suffix = PurePosixPath(name).suffix
        file = default_storage.open(name)
        response = FileResponse(file, as_attachment=suffix in DOCUMENT_KINDS)
        add_never_cache_headers(response)
        return response

    # --- questions -------------------------------------------------------------------------

    def _readable(self, request, pk):
        text = self.get_object(request, str(pk))
        if text is None:
            raise Http404
        if not self.has_view_or_change_permission(request, text):
            raise PermissionDenied
        return text

    def _version(self, text, number) -> Version:
        if not str(number).isdecimal():
            raise Http404
        return get_object_or_404(versions_of(text), pk=int(number))

    def _may_bring_back(self, request, text) -> bool:
        if self.only_translates(request):
            return False
        if self.has_change_permission(request, text):
            return True
        return isinstance(text, Article) and may(Transition.Act.REVISE, text, request.user)

    def _was_part_of(self, text, name: str) -> bool:
        revisions = Version.objects.get_for_object(text).values("revision")
        kept = Version.objects.filter(revision__in=revisions, serialized_data__contains=f'"{name}"')
        return any(
            name in (version.field_dict.get("image"), version.field_dict.get("file"))
            for version in kept
            if version._model in PARTS.values()
        )

    def _screen(self, request, name, text, told):
        context = self.admin_site.each_context(request) | {"opts": self.opts, "original": text}
        return TemplateResponse(request, f"admin/news/{name}.html", context | told)
