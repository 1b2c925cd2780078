"""Editing what is live: one open edit of a published article, put back onto it when it is ready.

Readers see the original, whole and unchanged, until `publish_edit` exchanges text, pictures and
documents in one transaction. Its address, its author and its first day stay.
"""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from iad.bilingual import LANGUAGES, columns
from iad.models import User
from iad.publication import Publication
from news import translating
from news.models import Article, Transition
from news.publishing import remember, unfit_to_publish

State = Publication.State
Act = Transition.Act
NOTES = ("change_note", *columns("change_note"))
# What belongs to the article, not to its text; every other column goes to the edit and back.
OF_THE_ORIGINAL = {
    "id",
    "state",
    "publish_at",
    "first_published_at",
    "changed_at",
    *NOTES,
    "author_id",
    "replaces_id",
    "approved_by_id",
    "confirmed_by_id",
    "withdrawn_reason",
    "withdrawn_note",
    *columns("withdrawn_note"),
    "moved_to",
    "version",
    "preview_key",
    "import_key",
}
CARRIED = [
    field.attname for field in Article._meta.concrete_fields if field.attname not in OF_THE_ORIGINAL
]
LISTS = ("topics", "departments")
PARTS = ("photos", "attachments")


@transaction.atomic
def open_edit(article: Article, *, by: User) -> Article:
    """The one open edit of a published article: opened now, or already open."""
    original = Article.objects.select_for_update().get(pk=article.pk)
    if existing := Article.objects.filter(replaces=original).first():
        return existing
    if original.state != State.PUBLISHED or original.replaces_id:
        raise ValidationError(_("Only what is published is edited in this way."))
    edit = Article(author=by, replaces=original)
    _carry(original, edit)
    edit.save()
    for name in LISTS:
        getattr(edit, name).set(getattr(original, name).all())
    for part in (row for name in PARTS for row in getattr(original, name).all()):
        part.pk, part.article, part._state.adding = None, edit, True
        part.save()  # another row of the same stored file
    remember(edit, Act.REVISE, by=by, before=State.PUBLISHED, after=State.DRAFT)
    return edit


@transaction.atomic
def publish_edit(
    edit: Article,
    *,
    by: User,
    note: dict[str, str] | None = None,
    override: bool = False,
    minor: bool = False,
) -> Article | None:
    """Put an edit back onto its original; None where that was done already.

    ``note`` tells readers what changed, a text by language (without it, the edit's own);
    a ``minor`` correction says nothing and leaves the day of the last change. Whoever opened the
    edit does not approve it alone: see `news.publishing.publish`.
    """
    original, edit = _both_locked(edit)
    if edit is None:
        return None
    if reasons := _unfit(original, edit, by, override):
        raise ValidationError(reasons)
    before = edit.state
    _carry(edit, original)
    translating.note_change(original)
    vars(original).update(translating.first_rightness(original))
    if original.was_public and not minor:
        original.changed_at = timezone.now()
        _tell(original, edit, note)
    original.approved_by = by
    original.confirmed_by = None if by.pk == edit.author_id else edit.author
    original.version += 1
    original.save()
    for name in LISTS:
        getattr(original, name).set(getattr(edit, name).all())
    for name in PARTS:
        getattr(original, name).all().delete()
        getattr(edit, name).update(article=original)
    _close(edit, original)
    alone = _("Published without a second pair of eyes.") if by.pk == edit.author_id else ""
    remember(original, Act.PUBLISH, by=by, before=before, after=State.PUBLISHED, comment=alone)
    return original


@transaction.atomic
def discard_edit(edit: Article, *, by: User) -> Article | None:
    """Give an edit up: the published text stays as it is, and so does the timeline."""
    original, edit = _both_locked(edit)
    if edit is None:
        return None
    _close(edit, original)
    told = _("The open edit was discarded.")
    LogEntry.objects.log_actions(by.pk, [original], CHANGE, told, single_object=True)
    return original


def _both_locked(edit):
    """The original first, always: two who lock in one order do not wait for one another."""
    locked = Article.objects.select_for_update()
    original = locked.filter(pk=edit.replaces_id).first()
    return original, locked.filter(pk=edit.pk, replaces=original).first() if original else None


def _unfit(original, edit, by, override) -> list[str]:
    reasons = unfit_to_publish(edit)
    if original.state != State.PUBLISHED:
        reasons.append(_("The article is withdrawn. Restore it first."))
    if edit.author_id == by.pk and not override:
        reasons.append(_("Somebody else approves what you wrote."))
    return reasons


def _carry(source, target):
    """Past modeltranslation's descriptor, which would hand one language on to the other."""
    for column in CARRIED:
        vars(target)[column] = vars(source)[column]
    for name in ("meeting",):  # a relation that was read before it changed
        target._state.fields_cache.pop(name, None)


def _tell(original, edit, note):
    if note is None:
        note = {language: getattr(edit, f"change_note_{language}") for language in LANGUAGES}
    for language in LANGUAGES:
        vars(original)[f"change_note_{language}"] = note.get(language) or ""


def _close(edit, original):
    """End an edit without losing what was said of it."""
    edit.transitions.update(article=original)
    LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Article), object_id=str(edit.pk)
    ).update(object_id=str(original.pk))
    edit.delete()
