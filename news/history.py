"""What every text said before: each save and each act keeps the whole of it (django-reversion).

A version holds all columns in both languages, the topics and departments, and each photo and
attachment as it stood. Whoever writes a text outside the forms of the desk calls `keep` after it.
"""

from dataclasses import dataclass
from typing import NamedTuple

import reversion
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from modeltranslation.translator import translator
from reversion.models import Version

from iad.models import User
from iad.publication import Publication
from news.models import Article, Attachment, Page, Photo, Transition

PARTS = {"photos": Photo, "attachments": Attachment}
# Imported by screens and acts only, hence after modeltranslation has made the columns.
for part in PARTS.values():
    reversion.register(part)
reversion.register(Article, follow=tuple(PARTS))
reversion.register(Page)


class Kept(models.TextChoices):
    """Why a version was kept, where it was not an act of the timeline."""

    SAVED = "saved", _("saved")
    BEFORE = "before", _("as it stood before")
    EARLIER = "earlier", _("an earlier version brought back")
    RECOVERED = "recovered", _("recovered after deletion")


REASONS = dict(Kept.choices) | dict(Transition.Act.choices)


def keep(text: Publication, *, by: User | None, what: str, comment: str = "") -> None:
    """Keep the text as the database has it now; ``what`` is a `Kept` or an act.

    With an open edit its original is kept too, before the edit is put back onto it.
    """
    if getattr(text, "replaces_id", None):
        keep_as_found(text.replaces)
    with reversion.create_revision(manage_manually=True):
        reversion.set_user(by)
        reversion.set_comment(f"{what}\n{comment}".strip())
        reversion.add_to_revision(type(text).objects.get(pk=text.pk))


def keep_as_found(text: Publication) -> None:
    """Keep what no version tells yet: a text that was imported or written by a program."""
    if as_opened(text, text.version) is None:
        keep(text, by=None, what=Kept.BEFORE)


def versions_of(text: Publication) -> models.QuerySet:
    """Newest first, with who kept them and with the photos of that moment."""
    versions = Version.objects.get_for_object(text).order_by("-pk")
    return versions.select_related("revision__user").prefetch_related("revision__version_set")


class Column(NamedTuple):
    """One thing a person may change: of the text itself, or of a photo or attachment of it."""

    field: models.Field
    part: str = ""  # photos, attachments
    number: int = 0  # of the photo or attachment, in their order from 1


class Difference(NamedTuple):
    """What one column said in two versions; None where the photo or attachment was not there."""

    column: Column
    before: object
    after: object


@dataclass(frozen=True)
class Snapshot:
    """A text at one moment: values by column name, those of its parts by kind and number."""

    values: dict[str, object]
    parts: dict[str, dict[int, dict[str, object]]]

    @classmethod
    def of_now(cls, text: Publication) -> "Snapshot":
        """As the database has it."""
        kinds = PARTS if isinstance(text, Article) else {}
        parts = {
            kind: {row.pk: _stored(row) for row in model.objects.filter(article=text.pk)}
            for kind, model in kinds.items()
        }
        return cls(_stored(type(text).objects.get(pk=text.pk)), parts)

    @classmethod
    def of_version(cls, version: Version) -> "Snapshot":
        parts = {kind: {} for kind in PARTS}
        for kept in version.revision.version_set.all():
            kind = next((kind for kind, model in PARTS.items() if kept._model is model), None)
            if kind and str(kept.field_dict["article_id"]) == version.object_id:
                parts[kind][int(kept.object_id)] = _plain(kept.field_dict)
        return cls(_plain(version.field_dict), parts)


def as_opened(text: Publication, number: int) -> Snapshot | None:
    """The text as it was after its ``number``-th save; None where nobody kept it."""
    for version in versions_of(text).iterator(chunk_size=20):
        kept_number = version.field_dict["version"]
        if kept_number == number:
            return Snapshot.of_version(version)
        if kept_number < number:
            return None
    return None


def differences(model: type[Publication], before: Snapshot, after: Snapshot) -> list[Difference]:
    """Column by column in both languages, the text first, then its parts in their order."""
    found = [
        Difference(Column(field), before.values.get(field.attname), after.values.get(field.attname))
        for field in columns_of(model)
    ]
    for kind, part_model in PARTS.items():
        rows = _paired(before.parts.get(kind, {}), after.parts.get(kind, {}))
        found += [
            Difference(Column(field, kind, number), old.get(field.attname), new.get(field.attname))
            for number, (old, new) in enumerate(rows, start=1)
            for field in columns_of(part_model)
        ]
    return [one for one in found if not same(one.before, one.after)]


def _paired(before: dict[int, dict], after: dict[int, dict]) -> list[tuple[dict, dict]]:
    """Each photo then and now; an open edit has rows of its own for the same files."""
    by_file = {_file_of(row): row for pk, row in before.items() if pk not in after}
    pairs = [(before.get(pk) or by_file.pop(_file_of(row), {}), row) for pk, row in after.items()]
    removed = [(row, {}) for row in by_file.values()]
    return sorted(pairs + removed, key=lambda pair: (pair[1] or pair[0])["order"])


def _file_of(row: dict) -> str:
    return row.get("image") or row.get("file")


def columns_of(model: type[models.Model]) -> list[models.Field]:
    """What people write: each language's own column, never the bare one beside them."""
    bare = set(translator.get_options_for_model(model).all_fields)
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return [
        field
        for field in fields
        if field.editable and field.name not in bare | {"article"} and not field.primary_key
    ]


def same(one: object, other: object) -> bool:
    """Whether two columns say the same; a text that was never written is an empty one."""
    empty = (None, "", ())
    return one == other or (one in empty and other in empty)


def _stored(row: models.Model) -> dict[str, object]:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    for field in row._meta.many_to_many:
        values[field.attname] = [related.pk for related in getattr(row, field.name).all()]
    return _plain(values)


def _plain(values: dict) -> dict[str, object]:
    """Files by their names, and relations to many in an order of their own."""
    plain = {}
    for name, value in values.items():
        if isinstance(value, FieldFile):
            value = value.name
        elif isinstance(value, list):
            value = tuple(sorted(int(pk) for pk in value))
        plain[name] = value
    return plain
