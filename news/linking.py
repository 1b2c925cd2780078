"""The meeting that an article reports: read in its text, recorded from it, linked to it.

A link fills what is empty and replaces nothing. Both copies of an article that is being edited get
it, so that publishing the edit does not take it away.
"""

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from committees.filling_in import fill_in
from committees.models import Meeting
from committees.proposing import ToldOf, told_of
from committees.recording import record_meeting
from committees.registering import known_register
from committees.told import Told
from iad.bilingual import LANGUAGES
from iad.models import User
from iad.richtext import paragraphs
from news.history import Kept, keep, keep_as_found
from news.models import Article


def text_of(article: Article) -> str:
    """Title and body in the language it was written in, else in the other; plain, by paragraphs."""
    languages = sorted(LANGUAGES, key=lambda language: language != article.source_language)
    for language in languages:
        title = getattr(article, f"title_{language}") or ""
        if body := paragraphs(getattr(article, f"body_{language}") or ""):
            return f"{title}\n\n{body}".strip()
    return ""


def meeting_told_in(article: Article) -> ToldOf | None:
    """None where it is linked to a meeting, or tells of none."""
    text = "" if article.meeting_id else text_of(article)
    return told_of(text, known_register()) if text else None


def may_link(user: User) -> bool:
    """Whoever keeps the record of meetings and reads articles at the desk."""
    return user.has_perms(["committees.add_meeting", "news.view_article"])


@transaction.atomic
def record_from(article: Article, told: Told, *, by: User) -> Meeting:
    """Record the meeting that the article reports, and link them: both or neither."""
    _ask_unlinked(article)
    meeting = record_meeting(told, by=by)
    _link(article, meeting, by)
    return meeting


@transaction.atomic
def fill_in_from(
    article: Article, meeting: Meeting, told: Told, *, shown: tuple[str, ...], by: User
) -> tuple[str, ...]:
    """Fill in what the record of a meeting lacks and link the article to it: both or neither."""
    _ask_unlinked(article)
    filled = fill_in(meeting, told, shown=shown, by=by)
    _link(article, meeting, by)
    return filled


@transaction.atomic
def link(article: Article, meeting: Meeting, *, by: User) -> None:
    """Link it to a meeting recorded already; the record stays as it is, certified or not."""
    _ask_unlinked(article)
    _link(article, meeting, by)


def _ask_unlinked(article: Article) -> None:
    """Locked until the end: of two who link it the second is told. The original comes first."""
    locked = Article.objects.select_for_update(of=("self",))
    for pk in filter(None, (article.replaces_id, article.pk)):
        there = locked.select_related("meeting__committee").get(pk=pk)
        if there.meeting:
            words = _("This article belongs to %(meeting)s already.")
            raise ValidationError(words, params={"meeting": there.meeting})


def _link(article: Article, meeting: Meeting, by: User) -> None:
    original = article.replaces_id or article.pk
    copies = Article.objects.filter(Q(pk=original) | Q(replaces=original), meeting=None)
    linked = list(copies.order_by(F("replaces").asc(nulls_first=True)))
    for one in linked:
        keep_as_found(one)
    # Who has the form open meanwhile is told of another's save.
    copies.update(meeting=meeting, version=F("version") + 1)
    told = _("linked to %(meeting)s") % {"meeting": meeting}
    for one in linked:
        keep(Article.objects.get(pk=one.pk), by=by, what=Kept.SAVED, comment=told)
    LogEntry.objects.log_actions(by.pk, [article], CHANGE, told, single_object=True)
