"""News, meetings and pages as entries of a feed, in the reader's language, else in the other."""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.template.loader import render_to_string

from committees.models import Meeting
from iad import feeds
from iad.bilingual import Passage, active_language, passage
from iad.richtext import with_whole_addresses
from news.models import Article, Page

MOST_ENTRIES = 30
Absolute = Callable[[str], str]  # an address of the portal with its host


def tag(*parts: object) -> str:
    """The name of a feed or an entry in the reader's language."""
    return feeds.tag(settings.TAG_URI, *parts, active_language())


def article_entry(article: Article, absolute: Absolute) -> feeds.Entry:
    """``article`` as `news.reading.public_articles` reads it."""
    title = passage(article, "title")
    return feeds.Entry(
        id=tag("article", article.pk),
        address=absolute(article.get_absolute_url()),
        title=title,
        summary=passage(article, "summary"),
        html=_html("article", article, title.language, absolute),
        published=article.first_published_at,
        updated=article.changed_at or article.first_published_at or article.publish_at,
        categories=[(topic.slug, passage(topic, "name").text) for topic in article.topics.all()],
        enclosures=list(_enclosures(article, absolute)),
    )


def meeting_entry(meeting: Meeting, absolute: Absolute) -> feeds.Entry:
    """``meeting`` as `committees.finding.meetings` reads it."""
    language = passage(meeting.committee, "name").language
    return feeds.Entry(
        id=tag("meeting", meeting.pk),
        address=absolute(meeting.get_absolute_url()),
        title=Passage(str(meeting), language),
        summary=passage(meeting, "summary"),
        html=_html("meeting", meeting, active_language(), absolute),
        updated=meeting.changed_at,
    )


def page_entry(page: Page, absolute: Absolute) -> feeds.Entry:
    title = passage(page, "title")
    return feeds.Entry(
        id=tag("page", page.pk),
        address=absolute(page.get_absolute_url()),
        title=title,
        html=_html("page", page, title.language, absolute),
        published=page.first_published_at,
        updated=page.changed_at or page.first_published_at or page.publish_at,
    )


def _html(kind: str, record, language: str, absolute: Absolute) -> Passage:
    html = render_to_string(f"news/feed/{kind}.html", {kind: record})
    page = absolute(record.get_absolute_url())
    return Passage(with_whole_addresses(html.strip(), page), language)


def _enclosures(article: Article, absolute: Absolute) -> Iterator[feeds.Enclosure]:
    """The first photo and the documents; a file that is gone is none."""
    files = [article.lead_photo.image] if article.lead_photo else []
    files += [attachment.file for attachment in article.attachments.all()]
    for file in files:
        if (length := file.length()) is not None:
            yield feeds.Enclosure(absolute(file.url), length, file.media_type)
