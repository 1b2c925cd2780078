"""Articles and topics (schema.org)."""

from django.db.models import Q, QuerySet

from committees.models import Meeting
from iad.api.asked import Asked, BuddhistYear, Key, Language, Slug, Words, found
from iad.api.resource import Resource, Watched
from iad.api.schemas import (
    Address,
    Addresses,
    Bilingual,
    BilingualHtml,
    Day,
    Moment,
    Reference,
    Strict,
)
from iad.bilingual import filled
from news import schema_org
from news.models import Article, Topic
from news.reading import public_articles


class ImageObject(Strict):
    """schema.org ImageObject."""

    content_url: Address
    width: int
    height: int
    alternate_text: Bilingual
    caption: Bilingual
    credit_text: Bilingual


class Attachment(Strict):
    """schema.org DigitalDocument."""

    name: Bilingual
    in_language: Language
    content_url: Address
    sha256: str | None


class NewsArticle(Strict):
    """schema.org NewsArticle, its words in snake case; `be_year` and `*_ids` are the portal's."""

    id: int
    url: Addresses
    in_language: list[Language]
    headline: Bilingual
    abstract: Bilingual
    article_body: BilingualHtml
    source: Bilingual
    date: Day | None
    be_year: int | None
    date_published: Moment | None
    date_modified: Moment | None
    correction: Bilingual
    topic_ids: list[int]
    department_ids: list[int]
    meeting_id: Reference
    images: list[ImageObject]
    attachments: list[Attachment]


class DefinedTerm(Strict):
    """schema.org DefinedTerm: a topic under which news is filed."""

    id: int
    slug: str
    name: Bilingual


class ArticlesAsked(Asked):
    year: BuddhistYear | None = None
    topic: Slug | None = None
    committee: Slug | None = None
    department: Key | None = None
    meeting: Key | None = None
    language: Language | None = None
    q: Words | None = None


def narrow_articles(rows: QuerySet, asked: ArticlesAsked) -> QuerySet:
    if asked.year:
        rows = rows.of_year(asked.year)
    if asked.topic:
        rows = rows.filter(topics__slug=asked.topic)
    if asked.department:
        rows = rows.filter(departments=asked.department)
    if asked.meeting or asked.committee:
        meetings = Meeting.objects.public().order_by()
        if asked.meeting:
            meetings = meetings.filter(pk=asked.meeting)
        if asked.committee:
            meetings = meetings.filter(committee__slug=asked.committee)
        rows = rows.filter(meeting__in=meetings.values("pk"))
    if asked.language:
        rows = rows.filter(given_in(asked.language))
    return found(rows, "article", asked.q)


def given_in(language: str) -> Q:
    """As `Article.hidden_languages`: written in it, and not held back as a translation."""
    source = "en" if language == "th" else "th"
    held_back = Q(source_language=source, holds_translation_back=True) & filled(f"title_{source}")
    return filled(f"title_{language}") & ~held_back


def scheduled_articles(chosen):
    rows = Article.objects.originals().scheduled().filter(pk__in=chosen)
    return rows.values_list("pk", "publish_at")


def topics_of_scheduled(chosen):
    rows = Article.objects.originals().scheduled().filter(topics__in=chosen)
    return rows.values_list("topics", "publish_at")


class TopicsAsked(Asked):
    pass


ARTICLES = Resource(
    name="articles",
    kind="article",
    model=Article,
    public=public_articles,
    write=lambda rows: map(schema_org.article, rows),
    schema=NewsArticle,
    filters=ArticlesAsked,
    narrow=narrow_articles,
    watched=(
        Watched("news_article"),
        *(
            Watched(table, "SELECT {row}.article_id AS id")
            for table in (
                *("news_article_topics", "news_article_departments"),
                *("news_photo", "news_attachment"),
            )
        ),
        Watched("committees_meeting", "SELECT id FROM news_article WHERE meeting_id = {row}.id"),
    ),
    about="News of the office",
    standard="schema.org",
    later=scheduled_articles,
)
TOPICS = Resource(
    name="topics",
    kind="topic",
    model=Topic,
    public=Topic.objects.public,
    write=lambda rows: map(schema_org.topic, rows),
    schema=DefinedTerm,
    filters=TopicsAsked,
    narrow=lambda rows, asked: rows,
    watched=(
        Watched("news_topic"),
        Watched("news_article_topics", "SELECT {row}.topic_id AS id"),
        Watched(
            "news_article",
            "SELECT topic_id AS id FROM news_article_topics WHERE article_id = {row}.id",
        ),
    ),
    about="Subjects under which news is filed",
    standard="schema.org",
    later=topics_of_scheduled,
)
