"""The acts on a text: submitted, returned, published, confirmed, withdrawn, restored.

Each act is one compare-and-set in the database: pressed twice or by two people, it happens once,
and every one leaves its row in the timeline (`Transition`) and in the desk's log. Who may do what
is asked in `news.rights`; whether the text is fit for it is asked here.
"""

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from iad.bilingual import LANGUAGES, columns
from iad.models import User
from iad.publication import Publication
from news.history import keep
from news.models import Article, Transition
from news.noticing import notice
from news.translating import first_rightness

State = Publication.State
Act = Transition.Act


@transaction.atomic
def submit(article: Article, *, by: User, comment: str = "") -> bool:
    """Hand a draft to the editors."""
    if not any(is_whole(article, language) for language in LANGUAGES):
        raise ValidationError(_("Write title and text in at least one language."))
    return _move(article, Act.SUBMIT, [State.DRAFT], State.REVIEW, by=by, comment=comment)


@transaction.atomic
def send_back(article: Article, *, by: User, comment: str) -> bool:
    """Give it back to its author, with what is to be mended."""
    if not comment.strip():
        raise ValidationError(_("Say what is to be mended."))
    return _move(article, Act.RETURN, [State.REVIEW], State.DRAFT, by=by, comment=comment)


@transaction.atomic
def publish(
    text: Publication, *, by: User, at: datetime | None = None, override: bool = False
) -> bool:
    """Make public now or from a later hour; False where it already was published.

    An author does not approve alone: with ``override`` it is done, and stays marked until
    somebody else confirms it.
    """
    if reasons := unfit_to_publish(text):
        raise ValidationError(reasons)
    approval = {}
    if isinstance(text, Article):
        if text.replaces_id:
            raise ValidationError(_("An open edit is published onto its original."))
        if text.author_id == by.pk and not override:
            raise ValidationError(_("Somebody else approves what you wrote."))
        # Two pairs of eyes: whoever wrote it, and whoever approves it, where these are two.
        second = None if by.pk == text.author_id else text.author
        approval = {"approved_by": by, "confirmed_by": second, **first_rightness(text)}
    now = timezone.now()
    hour = at or now
    first = text.first_published_at if text.was_public else max(hour, now)
    changes = {"publish_at": hour, "first_published_at": first, **approval}
    return _move(text, Act.PUBLISH, [State.DRAFT, State.REVIEW], State.PUBLISHED, by=by, **changes)


@transaction.atomic
def confirm(article: Article, *, by: User) -> bool:
    """The second pair of eyes, after the fact."""
    if by.pk == article.approved_by_id:
        raise ValidationError(_("Somebody else approves what you wrote."))
    return _move(article, Act.CONFIRM, [State.PUBLISHED], State.PUBLISHED, by=by, confirmed_by=by)


@transaction.atomic
def withdraw(
    text: Publication, *, by: User, reason: str, note: dict | None = None, moved_to: str = ""
) -> bool:
    """Take down what was published.

    ``reason`` is for colleagues; ``note`` tells readers, a text by language; ``moved_to`` leads
    them to another address instead.
    """
    if not reason.strip():
        raise ValidationError(_("Say why it is withdrawn."))
    # Taken down before its hour for the first time, it was never public.
    never_seen = text.is_scheduled and text.first_published_at == text.publish_at
    told = {"first_published_at": None} if never_seen else {}
    if isinstance(text, Article):
        notes = {f"withdrawn_note_{language}": words for language, words in (note or {}).items()}
        told |= {"withdrawn_reason": reason, "moved_to": moved_to, **notes}
    return _move(
        text, Act.WITHDRAW, [State.PUBLISHED], State.WITHDRAWN, by=by, comment=reason, **told
    )


@transaction.atomic
def restore(text: Publication, *, by: User, comment: str = "") -> bool:
    """Publish again what was withdrawn, at its address and with its first date."""
    forgotten = {}
    if isinstance(text, Article):
        forgotten = {"withdrawn_reason": "", "moved_to": ""}
        forgotten |= {f"withdrawn_note_{language}": "" for language in LANGUAGES}
    return _move(
        text, Act.RESTORE, [State.WITHDRAWN], State.PUBLISHED, by=by, comment=comment, **forgotten
    )


def unfit_to_publish(text: Publication) -> list[str]:
    """What readers would miss, in words; empty where nothing stands in the way."""
    reasons = []
    shown = set(LANGUAGES) - getattr(text, "hidden_languages", set())
    if not any(is_whole(text, language) for language in shown):
        reasons.append(_("Write title and text in at least one language."))
    if isinstance(text, Article):
        if text.date is None:
            reasons.append(_("Write the date of the news."))
        if not all(photo.is_described for photo in text.photos.all()):
            reasons.append(_("Describe every photo, or mark it as decorative."))
    return reasons


def is_whole(text: Publication, language: str) -> bool:
    """Title and text are there in that language."""
    at = LANGUAGES.index(language)
    return all(getattr(text, columns(name)[at]) for name in ("title", "body"))


def _move(text, act, from_states, to_state, *, by, comment="", **changes) -> bool:
    before = text.state
    moved = (
        type(text)
        .objects.filter(pk=text.pk, state__in=from_states)
        .update(state=to_state, **changes)
    )
    if moved:
        remember(text, act, by=by, before=before, after=to_state, comment=comment)
    text.refresh_from_db()
    return bool(moved)


def remember(text, act: Act, *, by: User, before: str, after: str, comment: str = "") -> None:
    """Write the act into the timeline, the log and the history."""
    if isinstance(text, Article):
        step = Transition.objects.create(
            article=text, act=act, from_state=before, to_state=after, by=by, comment=comment
        )
        notice(step)
    told = f"{act.label} {comment}".strip()
    LogEntry.objects.log_actions(by.pk, [text], CHANGE, told, single_object=True)
    keep(text, by=by, what=act, comment=comment)
