"""The button "Draft a news report" of a meeting."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees.models import Meeting
from news.drafting import draft_report


class DraftingAdmin:
    """Answers the form on a meeting's page, which knows only the name of this address."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.draft_from_meeting_view))
        address = "from-meeting/<int:pk>/"
        return [path(address, view, name="news_article_from_meeting"), *super().get_urls()]

    def draft_from_meeting_view(self, request, pk):
        if not (
            self.has_add_permission(request) and request.user.has_perm("committees.view_meeting")
        ):
            raise PermissionDenied
        meeting = get_object_or_404(Meeting, pk=pk)
        try:
            article, is_new = draft_report(meeting, by=request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect("admin:committees_meeting_change", pk)
        if is_new:
            self.log_addition(request, article, _("Drafted from the record of a meeting."))
            told = _("A draft was made from the public record. Read it, mend it, submit it.")
            self.message_user(request, told, messages.SUCCESS)
        else:
            self.message_user(request, _("There already is news of this meeting."), messages.INFO)
        return redirect("admin:news_article_change", article.pk)
