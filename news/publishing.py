"""What an editor does with a text once it is written: make it public, take it back.

Each act is one compare-and-set in the database: pressed twice or by two people, it happens once.
"""

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_noop

from iad.bilingual import LANGUAGES, columns
from iad.models import User
from iad.publication import Publication

State = Publication.State


@transaction.atomic
def publish(text: Publication, *, by: User, at: datetime | None = None) -> bool:
    """Make public now or from a later hour; False where it already was published."""
    if reasons := unfit_to_publish(text):
        raise ValidationError(reasons)
    now = timezone.now()
    hour = at or now
    first = text.first_published_at if text.was_public else max(hour, now)
    changed = (
        type(text)
        .objects.filter(pk=text.pk)
        .exclude(state=State.PUBLISHED)
        .update(state=State.PUBLISHED, publish_at=hour, first_published_at=first)
    )
    if changed:
        _remember(text, by, gettext_noop("Published."))
    text.refresh_from_db()
    return bool(changed)


@transaction.atomic
def withdraw(text: Publication, *, by: User, reason: str) -> bool:
    """Take down what was published, and say why; False where it was not published."""
    if not reason.strip():
        raise ValidationError(_("Say why it is withdrawn."))
    published = type(text).objects.filter(pk=text.pk, state=State.PUBLISHED)
    # Taken down before its hour, it was never public.
    published.filter(publish_at__gt=timezone.now(), first_published_at=F("publish_at")).update(
        first_published_at=None
    )
    changed = published.update(state=State.WITHDRAWN)
    if changed:
        _remember(text, by, f"{_('Withdrawn.')} {reason}")
    text.refresh_from_db()
    return bool(changed)


def unfit_to_publish(text: Publication) -> list[str]:
    """What readers would miss, in words; empty where nothing stands in the way."""
    reasons = []
    if not any(_is_whole(text, language) for language in LANGUAGES):
        reasons.append(_("Write title and text in at least one language."))
    if hasattr(text, "date") and text.date is None:
        reasons.append(_("Write the date of the news."))
    return reasons


def _is_whole(text: Publication, language: str) -> bool:
    at = LANGUAGES.index(language)
    return all(getattr(text, columns(name)[at]) for name in ("title", "body"))


def _remember(text: Publication, by: User, what: str) -> None:
    LogEntry.objects.log_actions(by.pk, [text], CHANGE, what, single_object=True)
