"""A search to subscribe to: what the search page finds, newest first.

Committees, departments and people are found by their names; a feed tells of what happened, so it
holds the kinds that bear a moment of their own.
"""

import hashlib
from collections import defaultdict

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from committees.finding import meetings
from iad import feeds
from iad.finding.answering import answer
from iad.finding.models import Entry
from iad.search import SearchAsked
from news.feeding import MOST_ENTRIES, article_entry, meeting_entry, page_entry
from news.feeds import FeedView
from news.models import Page
from news.reading import public_articles

KINDS = {
    "article": (public_articles, article_entry),
    "meeting": (lambda: meetings().public(), meeting_entry),
    "page": (lambda: Page.objects.public(), page_entry),
}


class SearchFeed(SearchAsked, FeedView):
    def named_by(self) -> list[str]:
        """By a digest: what was typed may hold signs that no tag URI may."""
        return ["search", hashlib.sha256(self.query.encode()).hexdigest()[:32]]

    def title(self) -> str:
        return _("Search: %(typed)s") % {"typed": self.typed} if self.typed else _("Search")

    def page(self) -> str:
        return f"{reverse('search')}?{self.query}"

    def entries(self, absolute) -> list[feeds.Entry]:
        if not self.typed:
            return []
        found = answer(self.typed, self.narrowed).entries.filter(kind__in=KINDS)
        newest = found.order_by(F("date").desc(nulls_last=True), "kind", "-object_id")
        return written(list(newest[:MOST_ENTRIES]), absolute)


def written(found: list[Entry], absolute) -> list[feeds.Entry]:
    """One for each record that readers may see, in the order in which they were found."""
    keys = defaultdict(list)
    for one in found:
        keys[one.kind].append(one.object_id)
    entries = {}
    for kind, pks in keys.items():
        rows, entry_of = KINDS[kind]
        entries |= {(kind, row.pk): entry_of(row, absolute) for row in rows().filter(pk__in=pks)}
    wanted = [(one.kind, one.object_id) for one in found]
    return [entries[key] for key in wanted if key in entries]
