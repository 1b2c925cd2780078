"""News for machines, in schema.org's terms: NewsArticle and WebPage. Pure."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from committees.linked_data import event, organization
from iad.bilingual import passage
from iad.linked_data import Absolute, Crumb, Picture, Thing, Told, card_at, filled, office
from iad.richtext import plain
from news.models import Article, Page, Photo

LONGEST_DESCRIPTION = 300


def article_page(article: Article, absolute: Absolute) -> Told:
    title = passage(article, "title").text
    crumbs = (
        Crumb(_("News"), reverse("news:articles")),
        Crumb(title, article.get_absolute_url()),
    )
    summary = passage(article, "summary").text
    return Told(
        title,
        crumbs,
        (news_article(article, absolute),),
        summary or plain(passage(article, "body").text)[:LONGEST_DESCRIPTION],
        card_picture(article, absolute),
        article.first_published_at,
        article.changed_at,
    )


def news_article(article: Article, absolute: Absolute) -> Thing:
    """``article`` as `news.reading.public_articles` reads it."""
    title = passage(article, "title")
    address = absolute(article.get_absolute_url())
    topics = [passage(topic, "name").text for topic in article.topics.all()]
    return filled(
        {
            "@type": "NewsArticle",
            "@id": f"{address}#article",
            "headline": title.text,
            "inLanguage": title.language,
            "description": passage(article, "summary").text,
            "url": address,
            "mainEntityOfPage": address,
            **_dates(article),
            "image": [image(photo, absolute) for photo in article.photos.all()]
            or [_card_image(article, absolute)],
            "author": office(absolute),
            "publisher": office(absolute),
            "sourceOrganization": _named(passage(article, "source").text),
            "keywords": topics,
            "about": [event(article.meeting, absolute)] if article.meeting else [],
            "mentions": [organization(one, absolute) for one in article.departments.all()],
            "isAccessibleForFree": True,
        }
    )


def _dates(text: Article | Page) -> Thing:
    published, changed = text.first_published_at, text.changed_at or text.first_published_at
    return {
        "datePublished": published and published.isoformat(),
        "dateModified": changed and changed.isoformat(),
    }


def _named(source: str) -> Thing | None:
    return {"@type": "Organization", "name": source} if source else None


def image(photo: Photo, absolute: Absolute) -> Thing:
    return filled(
        {
            "@type": "ImageObject",
            "url": absolute(photo.image.url),
            "contentUrl": absolute(photo.image.url),
            "width": _pixels(photo.width),
            "height": _pixels(photo.height),
            "caption": passage(photo, "caption").text or passage(photo, "alt").text,
            "creditText": passage(photo, "credit").text,
        }
    )


def _card_image(article: Article, absolute: Absolute) -> Thing:
    shown = card_picture(article, absolute)
    size = {"width": _pixels(shown.width), "height": _pixels(shown.height)}
    return {"@type": "ImageObject", "url": shown.address, "contentUrl": shown.address} | size


def _pixels(number: int) -> Thing:
    """schema.org knows a length with its unit; E37 is UN/CEFACT's code of the pixel."""
    return {"@type": "QuantitativeValue", "value": number, "unitCode": "E37"}


def card_picture(article: Article, absolute: Absolute) -> Picture:
    """What stands for it where its address is shared: its title, over its photo or its cover."""
    address = absolute(reverse("news:article-card", args=[article.pk]))
    return card_at(address, passage(article, "title").text)


def standing_page(page: Page, above: Iterable[Page], absolute: Absolute) -> Told:
    title = passage(page, "title")
    address = absolute(page.get_absolute_url())
    steps = (Crumb(passage(step, "title").text, step.get_absolute_url()) for step in above)
    thing = filled(
        {
            "@type": "WebPage",
            "@id": f"{address}#page",
            "name": title.text,
            "url": address,
            "inLanguage": title.language,
            **_dates(page),
            "publisher": office(absolute),
        }
    )
    return Told(title.text, (*steps, Crumb(title.text, page.get_absolute_url())), (thing,))
