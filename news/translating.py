"""An article in its other language: missing, being written, right, or older than its source.

A translation is right for one wording of the source. That wording and its digest are kept on the
article (``translated_from``, ``translated_source``); a source that says something else since makes
the translation outdated, an edit of the translation never does.
"""

import json
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from iad.bilingual import active_language, filled
from iad.models import User
from iad.richtext import sanitize
from iad.thai.dates import format_date
from iad.thai.text import clean, clean_line
from news.history import Kept, keep, keep_as_found
from news.models import Article, Photo

# What readers read. The line of the source is a name and the note on a change tells of a day:
# they are translated too, but make no translation old. Nor do the words of photos, which are
# rows of their own: the state of a whole list is told without asking for them.
SOURCE_FIELDS = {"title": clean_line, "summary": clean, "body": sanitize}
TEXTS = ("title", "summary", "body", "source", "change_note")
OF_PHOTOS = ("alt", "caption", "credit")


class Kind(models.TextChoices):
    MISSING = "missing", gettext_lazy("missing")
    WRITING = "writing", gettext_lazy("being written")
    OUTDATED = "outdated", gettext_lazy("outdated")
    CURRENT = "current", gettext_lazy("current")


class TranslationState(NamedTuple):
    kind: Kind
    since: datetime | None = None

    def __str__(self):
        if not self.since:
            return str(self.kind.label)
        day = format_date(timezone.localtime(self.since).date(), "short", active_language())
        return _("outdated since %(day)s") % {"day": day}


# --- reading -----------------------------------------------------------------------------------


def source_of(article: Article) -> dict[str, str]:
    """What the article says in the language in which it is written."""
    said = {name: getattr(article, f"{name}_{article.source_language}") for name in SOURCE_FIELDS}
    return {name: cleaner(said[name] or "") for name, cleaner in SOURCE_FIELDS.items()}


def digest(article: Article) -> str:
    """SHA-256 of what the source says; of the translation it knows nothing."""
    said = json.dumps(source_of(article), ensure_ascii=False, sort_keys=True)
    return sha256(said.encode()).hexdigest()


def state_of(article: Article) -> TranslationState:
    """How the other language of ``article`` stands, by its texts."""
    title, body = (_target(article, name) for name in ("title", "body"))
    if not title and not body:
        return TranslationState(Kind.MISSING)
    if not (title and body and article.translated_from) or article.holds_translation_back:
        return TranslationState(Kind.WRITING)
    if article.translated_from == digest(article):
        return TranslationState(Kind.CURRENT)
    return TranslationState(Kind.OUTDATED, _outdated_since(article))


def is_read_outdated(article: Article) -> bool:
    """Whether this reader gets a translation that is older than its source."""
    reads_it = active_language() == article.target_language
    return reads_it and state_of(article).kind == Kind.OUTDATED


def with_state(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Each article with its ``translation``, a `Kind`, told by the database for long lists."""
    title, body = _filled_target("title"), _filled_target("body")
    was_right = title & body & Q(holds_translation_back=False, translated_from__gt="")
    kind = Case(
        When(
            was_right & Q(translated_source__outdated_since__isnull=False), then=Value("outdated")
        ),
        When(was_right, then=Value("current")),
        When(title | body, then=Value("writing")),
        default=Value("missing"),
    )
    return articles.annotate(translation=kind)


def listed_state(article: Article) -> TranslationState:
    """The state of a row of `with_state`, without a look at its texts."""
    kind = Kind(article.translation)
    return TranslationState(kind, _outdated_since(article) if kind == Kind.OUTDATED else None)


# --- what a save or a publication does to it ---------------------------------------------------


def rightness(article: Article) -> dict:
    """The columns that say: the translation is right for the source as it stands."""
    return {"translated_from": digest(article), "translated_source": source_of(article)}


def first_rightness(article: Article) -> dict:
    """The same for an article that goes out whole in both languages, and was never judged."""
    is_whole = _target(article, "title") and _target(article, "body")
    if article.translated_from or article.holds_translation_back or not is_whole:
        return {}
    return rightness(article)


def note_change(article: Article, *, is_right: bool = False) -> None:
    """Before ``article`` is saved: from now on its translation is outdated, if the source moved.

    ``is_right`` where whoever saves says that the translation is right all the same, as after the
    correction of a comma; a translation that was outdated before is not made right by it.
    """
    if not article.translated_from:
        return
    since = article.translated_source.get("outdated_since")
    if article.translated_from == digest(article) or (is_right and not since):
        vars(article).update(rightness(article))
    elif not since:
        moment = timezone.now().isoformat()
        article.translated_source = article.translated_source | {"outdated_since": moment}


# --- acts --------------------------------------------------------------------------------------


@transaction.atomic
def mark_right(article: Article, *, by: User) -> bool:
    """Checked against the source, and still right; False where somebody saved meanwhile."""
    if not (_target(article, "title") and _target(article, "body")):
        raise ValidationError(_("Write title and text of the translation."))
    changes = rightness(article) | {"holds_translation_back": False}
    told = _("The translation was checked and is right.")
    return _write(article, told, by=by, **changes) and _kept(article, told, by)


@transaction.atomic
def save_translation(
    article: Article, *, by: User, texts: dict, photos: dict | None = None, is_ready: bool
) -> bool:
    """Keep what a translator wrote: ``texts`` by name, those of photos by key and name.

    False where somebody saved since ``article`` was read; nothing is written then. What is not
    ready for the first time is held back from readers; later corrections of what they see are not.
    """
    if is_ready and not (texts.get("title") and sanitize(texts.get("body") or "")):
        raise ValidationError(_("Write title and text of the translation."))
    language = article.target_language
    changes = {f"{name}_{language}": texts[name] for name in TEXTS if name in texts}
    if is_ready:
        changes |= rightness(article) | {"holds_translation_back": False}
    elif not article.translated_from:
        changes["holds_translation_back"] = True
    told = _("The translation is ready.") if is_ready else _("The translation was saved.")
    if not _write(article, told, by=by, **changes):
        return False
    for photo in article.photos.all():
        _write_words(photo, language, (photos or {}).get(photo.pk, {}))
    return _kept(article, told, by)


def _write_words(photo: Photo, language: str, words: dict) -> None:
    """The same for the words of a photo, which is known in the open edit by its file."""
    named = {f"{name}_{language}": words[name] for name in OF_PHOTOS if name in words}
    if not named:
        return
    before = {column: vars(photo)[column] for column in named}
    in_edit = Photo.objects.filter(article__replaces=photo.article, image=photo.image.name)
    in_edit.filter(**before).update(**named)
    Photo.objects.filter(pk=photo.pk).update(**named)


def _write(article: Article, told: str, *, by: User, **changes) -> bool:
    """One compare-and-set; an open edit that left the translation alone gets it too.

    Else the publication of that edit would put the older translation back.
    """
    before = {column: vars(article)[column] for column in changes if column in vars(article)}
    keep_as_found(article)
    current = Article.objects.filter(pk=article.pk, version=article.version)
    if not current.update(version=F("version") + 1, **changes):
        return False
    texts = {column: text for column, text in before.items() if column[:-3] in TEXTS}
    edit = Article.objects.filter(replaces=article, **texts)
    edit.update(version=F("version") + 1, **changes)
    LogEntry.objects.log_actions(by.pk, [article], CHANGE, told, single_object=True)
    article.refresh_from_db()
    return True


def _kept(article: Article, told: str, by: User) -> bool:
    keep(article, by=by, what=Kept.SAVED, comment=told)
    return True


def _target(article: Article, name: str) -> str:
    return getattr(article, f"{name}_{article.target_language}") or ""


def _filled_target(name: str) -> Q:
    into_english = Q(source_language="th") & filled(f"{name}_en")
    return into_english | Q(source_language="en") & filled(f"{name}_th")


def _outdated_since(article: Article) -> datetime | None:
    since = article.translated_source.get("outdated_since")
    return datetime.fromisoformat(since) if since else None
