"""An earlier version brought back, and a deleted draft recovered, photos included."""

import reversion
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from reversion.errors import RevertError
from reversion.models import Version

from iad.models import User
from iad.publication import Publication
from news.history import PARTS, Kept, Snapshot, columns_of, keep, keep_as_found
from news.models import Article
from news.translating import note_change

# What the acts decide, and no earlier text.
OF_PUBLISHING = {"state", "publish_at", "featured_until"}
# For which source the translation is right: of that version, like the two texts themselves.
JUDGEMENT = ("translated_from", "translated_source")


@transaction.atomic
def bring_back(text: Publication, snapshot: Snapshot, *, by: User, comment: str = "") -> None:
    """Write what ``snapshot`` says into ``text``, which may be the open edit of the original.

    Its state, its dates of publication and its timeline stay.
    """
    text = type(text).objects.select_for_update().get(pk=text.pk)
    keep_as_found(text)
    for field in columns_of(type(text)):
        if field.name not in OF_PUBLISHING and not field.many_to_many:
            setattr(text, field.attname, snapshot.values[field.attname])
    if isinstance(text, Article):
        for name in JUDGEMENT:
            setattr(text, name, snapshot.values[name])
        note_change(text)
    text.version += 1
    text.validate_unique()
    text.validate_constraints()
    text.save()
    for field in text._meta.many_to_many:
        getattr(text, field.name).set(_still_there(field, snapshot))
    if isinstance(text, Article):
        for kind, model in PARTS.items():
            _bring_back_parts(text, model, snapshot.parts[kind])
    keep(text, by=by, what=Kept.EARLIER, comment=comment)


def _still_there(field: models.ManyToManyField, snapshot: Snapshot) -> models.QuerySet:
    return field.related_model.objects.filter(pk__in=snapshot.values[field.attname])


def _bring_back_parts(article: Article, model: type[models.Model], rows: dict) -> None:
    """The same rows where they are still this article's, new ones where they are gone."""
    own = {row.pk: row for row in model.objects.filter(article=article)}
    for pk in own.keys() - rows.keys():
        own[pk].delete()
    for pk, values in rows.items():
        row = own.get(pk) or model()
        for name, value in values.items():
            if name not in {"id", "article_id"} | _bare(model):
                setattr(row, name, value)
        row.article = article
        row.save()


def _bare(model: type[models.Model]) -> set[str]:
    kept = {field.attname for field in columns_of(model)}
    return {
        field.attname
        for field in model._meta.concrete_fields
        if field.editable and field.attname not in kept
    }


def deleted_drafts() -> list[Version]:
    """The last version of each article that is gone, newest first; open edits are not texts."""
    last = Version.objects.get_deleted(Article).select_related("revision__user").order_by("-pk")
    return [version for version in last if version.field_dict["replaces_id"] is None]


@transaction.atomic
def recover(version: Version, *, by: User) -> Article:
    """The deleted draft again, at its number, with its photos and attachments."""
    with reversion.create_revision(manage_manually=True):
        try:
            version.revision.revert()
        except RevertError:
            raise ValidationError(_("Something that this draft belonged to is gone.")) from None
    article = Article.objects.get(pk=version.object_id)
    keep(article, by=by, what=Kept.RECOVERED)
    return article
