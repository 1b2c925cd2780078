"""On an article's page: the meeting that its text tells of, and the screen that records it."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _, gettext_lazy

from committees.admin.from_text import TextScreen
from committees.models import Meeting
from committees.told import Told
from news.admin.publication import PublicationAdmin
from news.linking import fill_in_from, link, may_link, meeting_told_in, record_from, text_of
from news.models import Article


class ArticleScreen(TextScreen):
    """The committees' screen opened on an article: what it records is linked in the same act."""

    link_words = (
        gettext_lazy("If it is the same, link the article to it; nothing of its record changes."),
        gettext_lazy("The same: link the article to it"),
    )

    def __init__(self, admin, request, article: Article):
        super().__init__(admin, request)
        self.article = article

    def text(self) -> str:
        return text_of(self.article)

    def record(self, told: Told) -> Meeting:
        return record_from(self.article, told, by=self.request.user)

    def fill(self, meeting: Meeting, told: Told, shown: tuple[str, ...]) -> tuple[str, ...]:
        return fill_in_from(self.article, meeting, told, shown=shown, by=self.request.user)

    def link(self, meeting: Meeting) -> None:
        link(self.article, meeting, by=self.request.user)

    def context(self) -> dict:
        back = reverse("admin:news_article_change", args=[self.article.pk])
        return {"back": back, "came_from": (_("From the article:"), self.article)}


class LinkedAdmin(PublicationAdmin):
    """Mixed into the ModelAdmin of articles."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.meeting_view)
        return [path("<int:pk>/meeting/", view, name="news_article_meeting"), *super().get_urls()]

    def told_of(self, request, text) -> dict:
        """Read only where the page is drawn: saving does not wait for it."""
        told = super().told_of(request, text)
        return told | {
            "meeting_told": partial(meeting_told_in, text),
            "may_record_meeting": may_link(request.user),
        }

    def meeting_view(self, request, pk):
        articles = Article.objects.select_related("meeting__committee")
        article = get_object_or_404(articles, pk=pk)
        if not (self.has_view_permission(request, article) and may_link(request.user)):
            raise PermissionDenied
        if article.meeting:
            return self._to_meeting(request, article.meeting)
        try:
            return ArticleScreen(self, request, article).answer()
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect("admin:news_article_change", pk)

    def _to_meeting(self, request, meeting: Meeting):
        """Pressed twice, or linked by somebody meanwhile."""
        words = _("This article belongs to %(meeting)s already.") % {"meeting": meeting}
        self.message_user(request, words, messages.WARNING)
        return redirect("admin:committees_meeting_change", meeting.pk)
