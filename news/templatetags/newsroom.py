"""What the desk shows of the newsroom: on its start page, and above the form of an article."""

from typing import NamedTuple

from django import template
from django.urls import reverse

from iad.models import User
from news.models import Article, Transition
from news.rights import may
from news.translating import listed_state
from news.waiting import Pile, piles_of, top_of

register = template.Library()
SHOWN_STEPS = 3


class Waiting(NamedTuple):
    """A pile as the start page shows it: how much, the first of it, and where the rest is."""

    pile: Pile
    total: int
    articles: list[Article]
    address: str


class Timeline(NamedTuple):
    """The acts on an article, newest first: those shown at once, and the older ones."""

    recent: list[Transition]
    older: list[Transition]


@register.simple_tag
def waiting_for_me(user: User) -> list[Waiting]:
    """What waits for ``user``; empty for whom nothing ever waits, such as a secretary."""
    changelist = reverse("admin:news_article_changelist")
    return [
        Waiting(pile, *top_of(pile, user), f"{changelist}?waiting={pile.key}")
        for pile in piles_of(user)
    ]


@register.simple_tag
def translation_shown(article: Article) -> str:
    """How its translation stands: being written, outdated since 14 ก.พ. 63."""
    return str(listed_state(article))


@register.simple_tag
def timeline_of(article: Article | None) -> Timeline:
    if not isinstance(article, Article):
        return Timeline([], [])
    steps = list(article.transitions.select_related("by"))
    return Timeline(steps[:SHOWN_STEPS], steps[SHOWN_STEPS:])


@register.simple_tag
def confirm_address(article: Article, user: User) -> str:
    """Where ``user`` confirms what its author published alone; empty for whom that is not."""
    if not may(Transition.Act.CONFIRM, article, user):
        return ""
    return reverse("admin:news_article_act", args=[article.pk, Transition.Act.CONFIRM.value])
