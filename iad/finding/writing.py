"""Keeping the words of records: what is marked is read anew before it is asked for.

Several may do so at once: each takes the marks that no other has taken, and a mark made
meanwhile stays for the next.
"""

from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress

from django.db import OperationalError, connection, transaction

from iad.bilingual import LANGUAGES
from iad.finding.kinds import Document, Kind, kind_named
from iad.finding.marking import mark_all
from iad.finding.models import Due, Entry, Facet
from iad.finding.stores import forget_words, keep_words
from iad.finding.words import words_of
from iad.thai.dates import be_year
from iad.thai.text import squeeze

BATCH = 200
LONGEST_KEY = Entry._meta.get_field("key_th").max_length


def refresh(most: int | None = None, progress: Callable[[int], None] | None = None) -> int:
    """Read anew what is marked, at most so many records; how many were read."""
    done = 0
    while most is None or done < most:
        limit = BATCH if most is None else min(BATCH, most - done)
        if not (count := _refresh_batch(limit)):
            break
        done += count
        if progress:
            progress(done)
    return done


def refresh_if_free(most: int) -> None:
    """As `refresh`, for a reader, who does not wait for a write that goes on for long."""
    with suppress(OperationalError):
        refresh(most)


def rebuild(progress: Callable[[int], None] | None = None) -> int:
    """Forget everything and read every record anew; meanwhile searches find what is read."""
    with transaction.atomic():
        for keys in _chunks(list(Entry.objects.values_list("pk", flat=True))):
            _forget(keys)
        Due.objects.all().delete()
        mark_all()
    return refresh(progress=progress)


def _refresh_batch(limit: int) -> int:
    if not Due.objects.exists():  # without a lock: so it is nearly always
        return 0
    with transaction.atomic():
        keys = defaultdict(set)
        for mark in _free_marks()[:limit]:
            keys[mark.kind].add(mark.object_id)
        for name, of_kind in keys.items():
            # All marks of these records, before they are read: none of them says more.
            same = _free_marks().filter(kind=name, object_id__in=of_kind)
            Due.objects.filter(pk__in=[mark.pk for mark in same]).delete()
            if kind := kind_named(name):
                _read(kind, of_kind)
    return sum(map(len, keys.values()))


def _free_marks():
    """Marks that no other is working on."""
    skips = connection.features.has_select_for_update_skip_locked
    return Due.objects.select_for_update(skip_locked=skips)


def _read(kind: Kind, keys: set[int]) -> None:
    """Write the entries of these records; of those that are gone, none is left."""
    records = {record.pk: record for record in kind.every().filter(pk__in=keys)}
    gone = Entry.objects.filter(kind=kind.name, object_id__in=keys - records.keys())
    _forget(list(gone.values_list("pk", flat=True)))
    documents = {pk: kind.document(record) for pk, record in records.items()}
    entries = Entry.objects.bulk_create(
        [_entry(kind, pk, document) for pk, document in documents.items()],
        update_conflicts=True,
        unique_fields=("kind", "object_id"),
        update_fields=("key_th", "key_en", "lead", "reference", "date", "be_year"),
    )
    Facet.objects.filter(entry__in=entries).delete()
    Facet.objects.bulk_create(
        Facet(entry=entry, name=name, value=str(value))
        for entry in entries
        for name, values in documents[entry.object_id].facets.items()
        for value in values
    )
    keep_words((entry.pk, *_words(documents[entry.object_id])) for entry in entries)


def _entry(kind: Kind, pk: int, document: Document) -> Entry:
    keys = {language: squeeze(document.title.get(language) or "") for language in LANGUAGES}
    lead = [squeeze(text) for texts in (document.title, document.summary) for text in _of(texts)]
    return Entry(
        kind=kind.name,
        object_id=pk,
        key_th=keys["th"][:LONGEST_KEY],
        key_en=keys["en"][:LONGEST_KEY],
        lead="\n".join(lead),
        reference=document.reference,
        date=document.date,
        be_year=be_year(document.date) if document.date else None,
    )


def _words(document: Document) -> tuple[list[str], list[str], list[str]]:
    """Title; title and summary; all: so that one question asks one column."""
    title, summary, body = (
        [word for text in _of(texts) for word in words_of(text)]
        for texts in (document.title, document.summary, document.body)
    )
    return title, title + summary, title + summary + body


def _of(texts) -> list[str]:
    return [text for language in LANGUAGES if (text := texts.get(language))]


def _forget(keys: list[int]) -> None:
    forget_words(keys)
    Entry.objects.filter(pk__in=keys).delete()


def _chunks(keys: list[int]):
    return (keys[at : at + BATCH] for at in range(0, len(keys), BATCH))
