"""The feeds: what is new in the news, of a topic or a year, and around one committee.

Their answers carry an ETag and no Last-Modified: what was withdrawn makes nothing newer, and must
be gone all the same.
"""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View

from committees.finding import meetings
from committees.models import Committee, Meeting
from iad import feeds
from iad.bilingual import active_language, passage
from news.feeding import MOST_ENTRIES, article_entry, meeting_entry, tag
from news.reading import public_articles
from news.views import ChosenNews


class FeedView(View):
    """Subclasses say what it is called, which page it follows, and what is in it."""

    http_method_names = ("get", "head", "options")
    write = None  # iad.feeds.atom or iad.feeds.rss

    def get(self, request, *args, **kwargs):
        absolute = request.build_absolute_uri
        # The same list has one name in Atom and in RSS, and one in each language.
        content_type, document = self.write(
            feeds.Feed(
                id=tag(*self.named_by()),
                title=f"{self.title()} – {_('International Affairs Office, Bangkok')}",
                address=absolute(self.page()),
                itself=absolute(),
                language=active_language(),
                author=_("International Affairs Office, Bangkok"),
                home=absolute(reverse("home")),
                entries=self.entries(absolute),
            )
        )
        return HttpResponse(document, content_type=content_type)


class NewsFeed(ChosenNews, FeedView):
    """All news, or that of a topic and a year, as on the list."""

    def named_by(self) -> list[str]:
        chosen = [self.topic and f"topic-{self.topic.pk}", self.year and f"year-{self.year}"]
        return ["news", *filter(None, chosen)]

    def title(self) -> str:
        return self.chosen_name

    def page(self) -> str:
        query = self.chosen_query
        return reverse("news:articles") + (f"?{query}" if query else "")

    def entries(self, absolute) -> list[feeds.Entry]:
        articles = self.chosen(public_articles()).newest_first()[:MOST_ENTRIES]
        return [article_entry(article, absolute) for article in articles]


class CommitteeFeed(FeedView):
    """A committee's meetings and the news of them, newest first."""

    @cached_property
    def committee(self) -> Committee:
        return get_object_or_404(Committee.objects.public(), slug=self.kwargs["slug"])

    def named_by(self) -> list[str]:
        return ["committee", str(self.committee.pk)]

    def title(self) -> str:
        return passage(self.committee, "name").text

    def page(self) -> str:
        return self.committee.get_absolute_url()

    def entries(self, absolute) -> list[feeds.Entry]:
        of_committee = Meeting.objects.public().filter(committee=self.committee)
        news = public_articles().filter(meeting__in=of_committee).newest_first()
        held = meetings().public().filter(committee=self.committee).order_by("-starts_at", "-pk")
        dated = [
            *((article.date, article_entry(article, absolute)) for article in news[:MOST_ENTRIES]),
            *(
                (timezone.localdate(meeting.starts_at), meeting_entry(meeting, absolute))
                for meeting in held[:MOST_ENTRIES]
            ),
        ]
        dated.sort(key=lambda one: one[0], reverse=True)
        return [entry for _date, entry in dated[:MOST_ENTRIES]]
