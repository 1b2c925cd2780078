"""News as open data, in the words of schema.org: NewsArticle, ImageObject, DefinedTerm. Pure."""

from iad.bilingual import LANGUAGES
from iad.open_data import absolute, addresses, bilingual, day, keys, moment, year_of
from iad.richtext import sanitize
from news.models import Article, Attachment, Photo, Topic


def article(record: Article) -> dict:
    """Read by `news.reading.public_articles`: its neighbours are such as readers may know."""
    headline = bilingual(record, "title")
    body = bilingual(record, "body")
    return {
        "id": record.pk,
        "url": addresses(record),
        "in_language": [language for language in LANGUAGES if headline[language]],
        "headline": headline,
        "abstract": bilingual(record, "summary"),
        "article_body": {one: body[one] and sanitize(body[one]) for one in LANGUAGES},
        "source": bilingual(record, "source"),
        "date": day(record.date),
        "be_year": year_of(record.date),
        "date_published": moment(record.first_published_at),
        "date_modified": moment(record.changed_at),
        "correction": bilingual(record, "change_note"),
        "topic_ids": keys(record.topics.all()),
        "department_ids": keys(record.departments.all()),
        "meeting_id": record.meeting.pk if record.meeting_id and record.meeting else None,
        "images": [photo(one) for one in record.photos.all()],
        "attachments": [attachment(one) for one in record.attachments.all()],
    }


def photo(record: Photo) -> dict:
    return {
        "content_url": absolute(record.image.url),
        "width": record.width,
        "height": record.height,
        "alternate_text": bilingual(record, "alt"),
        "caption": bilingual(record, "caption"),
        "credit_text": bilingual(record, "credit"),
    }


def attachment(record: Attachment) -> dict:
    return {
        "name": bilingual(record, "title"),
        "in_language": record.language,
        "content_url": absolute(record.file.url),
        "sha256": record.sha256 or None,
    }


def topic(record: Topic) -> dict:
    return {"id": record.pk, "slug": record.slug, "name": bilingual(record, "name")}
