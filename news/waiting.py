"""What waits for a member of staff: by pile, the same rows for the start page and for the lists.

A pile is one query; nothing here marks a row. What was done, who wrote it and the clock say
where an article lies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Max, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from iad.models import User
from iad.publication import Publication
from news.models import Article, Transition
from news.translating import Kind, with_state

State = Publication.State
Act = Transition.Act
AGEING = timedelta(days=14)
SHOWN = 5


def to_review(user: User) -> QuerySet[Article]:
    """Submitted by colleagues: nobody approves alone what he wrote."""
    return Article.objects.filter(state=State.REVIEW).exclude(author=user).order_by("pk")


def to_confirm(user: User) -> QuerySet[Article]:
    """Published by their own authors alone; for anybody else to look at."""
    return unconfirmed().exclude(approved_by=user).order_by("publish_at", "pk")


def unconfirmed() -> QuerySet[Article]:
    """The rows of which `Article.awaits_confirmation` is true."""
    return Article.objects.filter(
        state=State.PUBLISHED, approved_by__isnull=False, confirmed_by=None
    )


def returned_to(user: User) -> QuerySet[Article]:
    """Drafts of ``user`` that an editor gave back and that were not submitted again.

    Each carries ``last_comment``: what is to be mended.
    """
    acts = Transition.objects.filter(article=OuterRef("pk")).order_by("-at", "-pk")
    return (
        Article.objects.filter(author=user, state=State.DRAFT)
        .annotate(
            last_act=Subquery(acts.values("act")[:1]),
            last_comment=Subquery(acts.values("comment")[:1]),
        )
        .filter(last_act=Act.RETURN)
        .order_by("-pk")
    )


def open_edits(user: User) -> QuerySet[Article]:
    """Edits of what is live that ``user`` began and has not handed on."""
    edits = Article.objects.filter(author=user, state=State.DRAFT, replaces__isnull=False)
    return edits.order_by("-pk")


def ageing_drafts(user: User) -> QuerySet[Article]:
    """Drafts that their author has not touched for AGEING; each carries ``touched_at``."""
    kind = ContentType.objects.get_for_model(Article)
    touches = LogEntry.objects.filter(
        user=user, content_type=kind, object_id=Cast(OuterRef("pk"), CharField())
    )
    last = touches.order_by().values("object_id").annotate(at=Max("action_time")).values("at")
    drafts = Article.objects.originals().filter(author=user, state=State.DRAFT)
    return (
        drafts.annotate(touched_at=Subquery(last))
        .filter(touched_at__lt=timezone.now() - AGEING)
        .order_by("touched_at", "pk")
    )


def scheduled(user: User) -> QuerySet[Article]:
    """What will appear by itself: of everybody for an editor, else one's own."""
    coming = Article.objects.scheduled().order_by("publish_at", "pk")
    return coming if user.has_perm("news.publish_article") else coming.filter(author=user)


def to_translate(user: User) -> QuerySet[Article]:
    """Published, and not there in the other language; each carries ``translation``."""
    return _published_by_translation(Kind.MISSING, Kind.WRITING)


def outdated(user: User) -> QuerySet[Article]:
    """Published, and their source says something else since the translation was right."""
    return _published_by_translation(Kind.OUTDATED)


def _published_by_translation(*kinds: Kind) -> QuerySet[Article]:
    published = Article.objects.originals().filter(state=State.PUBLISHED)
    return with_state(published).filter(translation__in=kinds).newest_first()


@dataclass(frozen=True)
class Pile:
    """One heading of "waiting for me": for whom it is, what lies on it, what is said of none."""

    key: str
    right: str
    rows: Callable[[User], QuerySet[Article]]
    title: Promise
    empty: Promise


PILES = (
    Pile(
        "review",
        "news.publish_article",
        to_review,
        _("To review"),
        _("No text waits for your review."),
    ),
    Pile(
        "confirm",
        "news.publish_article",
        to_confirm,
        _("Published alone, to be confirmed"),
        _("Everything published has been seen by two people."),
    ),
    Pile(
        "returned",
        "news.change_article",
        returned_to,
        _("Returned to me"),
        _("Nothing was returned to you."),
    ),
    Pile(
        "edits",
        "news.change_article",
        open_edits,
        _("My open edits of published news"),
        _("You have no edit open."),
    ),
    Pile(
        "ageing",
        "news.change_article",
        ageing_drafts,
        _("My drafts untouched for two weeks"),
        _("None of your drafts has been left lying."),
    ),
    Pile(
        "scheduled",
        "news.change_article",
        scheduled,
        _("Scheduled"),
        _("Nothing is scheduled."),
    ),
    Pile(
        "outdated",
        "news.translate_article",
        outdated,
        _("Translations that are out of date"),
        _("Every translation says what its source says."),
    ),
    Pile(
        "translate",
        "news.translate_article",
        to_translate,
        _("To translate"),
        _("Everything published is there in both languages."),
    ),
)


def piles_of(user: User) -> list[Pile]:
    return [pile for pile in PILES if user.has_perm(pile.right)]


def top_of(pile: Pile, user: User) -> tuple[int, list[Article]]:
    """How many lie there and the first SHOWN of them, in one query."""
    rows = pile.rows(user).annotate(total=Window(Count("pk")))
    shown = list(rows.defer("body", "body_th", "body_en")[:SHOWN])
    return (shown[0].total if shown else 0), shown
