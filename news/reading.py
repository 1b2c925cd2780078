"""One article with all that its page shows, of one and the same version."""

from django.db.models import Prefetch, QuerySet

from committees.models import Department, Meeting
from news.models import Article, Attachment, Photo, Topic

ATTEMPTS = 3


def public_article(pk: int) -> Article | None:
    """The article as readers see it, whole.

    Its parts are read one after another. Where changes were published in between, it is read
    again, so that nobody sees the old text with the new pictures.
    """
    article = None
    for _attempt in range(ATTEMPTS):
        article = public_articles().filter(pk=pk).first()
        if article is None or Article.objects.filter(pk=pk, version=article.version).exists():
            break
    return article


def public_articles() -> QuerySet[Article]:
    return Article.objects.public().prefetch_related(
        Prefetch("photos", Photo.objects.public()),
        Prefetch("attachments", Attachment.objects.public()),
        Prefetch("topics", Topic.objects.public().alphabetical()),
        *_neighbours(),
    )


def articles_on_the_desk() -> QuerySet[Article]:
    """Whatever their state: with their own parts, and the neighbours that readers may know."""
    return Article.objects.prefetch_related(
        "photos", "attachments", Prefetch("topics", Topic.objects.alphabetical()), *_neighbours()
    )


def _neighbours() -> list[Prefetch]:
    return [
        Prefetch("departments", Department.objects.public().alphabetical()),
        Prefetch("meeting", Meeting.objects.public().with_committee()),
    ]
