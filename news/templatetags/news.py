"""News on the pages of lower floors, which know nothing of news themselves."""

from django import template

from news.covers import cover, svg
from news.models import Article, Page

register = template.Library()
SHOWN = 10


@register.simple_tag
def articles_of_meeting(meeting):
    return Article.objects.public().filter(meeting=meeting).newest_first().for_listing()[:SHOWN]


@register.simple_tag
def articles_of_department(department):
    articles = Article.objects.public().filter(departments=department)
    return articles.newest_first().for_listing()[:SHOWN]


@register.simple_tag
def drawn_cover(article, classes: str):
    """For an article without a photo, as ``for_listing`` reads it."""
    return svg.written(cover(article.cover_topic, article.pk), classes)


@register.simple_tag
def menu_pages():
    return Page.objects.public().in_menu().filter(parent=None).defer("body", "body_th", "body_en")
