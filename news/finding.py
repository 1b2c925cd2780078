"""What of the news is found: articles and standing pages."""

from django.db.models import Prefetch

from committees.finding import texts
from committees.models import Meeting
from iad.bilingual import LANGUAGES
from iad.finding.kinds import Document, Kind, Watched
from iad.richtext import SafeHTML, plain
from news.models import Article, Page

OF_MEETING = "SELECT id FROM news_article WHERE meeting_id = {row}.id"
OF_ARTICLE = "SELECT {row}.article_id AS id"


def articles():
    return Article.objects.prefetch_related(
        "topics", "departments", Prefetch("meeting", Meeting.objects.public().with_committee())
    )


def article_document(article: Article) -> Document:
    """What is written and not yet shown in a language is not found in it either."""
    meeting = article.meeting if article.meeting_id else None
    return Document(
        title=_shown(article, texts(article, "title")),
        summary=_shown(article, texts(article, "summary")),
        body=_shown(article, _bodies(article)),
        date=article.date,
        facets={
            "committee": [meeting.committee.slug] if meeting else [],
            "department": [department.pk for department in article.departments.all()],
            "topic": [topic.slug for topic in article.topics.all()],
        },
    )


def page_document(page: Page) -> Document:
    return Document(title=texts(page, "title"), body=_bodies(page))


def _bodies(record) -> dict[str, str]:
    """Without cleaning them once more: what is shown of them is text, not HTML."""
    return {language: plain(SafeHTML(text)) for language, text in texts(record, "body").items()}


def _shown(article: Article, by_language: dict[str, str]) -> dict[str, str]:
    hidden = article.hidden_languages
    return {one: "" if one in hidden else by_language[one] for one in LANGUAGES}


KINDS = (
    Kind(
        "page",
        Page,
        public=lambda: Page.objects.public(),
        every=lambda: Page.objects.order_by("pk"),
        document=page_document,
        watched=(Watched("news_page"),),
    ),
    Kind(
        "article",
        Article,
        public=lambda: articles().public(),
        every=lambda: articles().order_by("pk"),
        document=article_document,
        watched=(
            Watched("news_article"),
            Watched("news_article_topics", OF_ARTICLE),
            Watched("news_article_departments", OF_ARTICLE),
            Watched("committees_meeting", OF_MEETING),
        ),
    ),
)
