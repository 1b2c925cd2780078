"""Keeping account of what machines were given, so that none of it changes or goes unnoticed.

Before each answer whatever is marked or has come due is looked at again, by one at a time. Each
noticing bears a later moment than the one before, so whoever asks with the moment of the last
answer misses nothing: what was not yet noticed or not yet committed then is stamped after it.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import OperationalError, connection, transaction
from django.db.models import Max
from django.utils import timezone

from iad.api.models import Due, Known
from iad.api.resources import OF_KIND, Resource
from iad.open_data import digest

BATCH = 500
# So many records one request compares with what was given; of a greater flood, such as an import,
# everything counts as changed, and nobody waits for a hundred thousand texts to be read.
COMPARED_AT_ONCE = 1_000
LOCK = 20_260_417  # of PostgreSQL's advisory locks; any number that is nobody else's
TICK = timedelta(microseconds=1)


def as_of() -> datetime | None:
    """The moment of the last noticing; empty while there is nothing at all."""
    return Known.objects.aggregate(last=Max("changed_at"))["last"]


def catch_up_if_free() -> None:
    """As `catch_up`, for a reader, who does not wait for a write that goes on for long.

    The account as it was is answered from then; what is missing in it is told the next time.
    """
    with suppress(OperationalError):
        catch_up()


def catch_up(at_once: int | None = COMPARED_AT_ONCE) -> None:
    """Look at everything that is due, unless another is just doing so."""
    if not Due.objects.now().exists():  # without a lock: so it is nearly always
        return
    with transaction.atomic():
        if not _is_our_turn():
            return
        keys = _take_what_is_due()
        compares = at_once is None or sum(map(len, keys.values())) <= at_once
        stamp = max(filter(None, [timezone.now(), (last := as_of()) and last + TICK]))
        for kind, of_kind in keys.items():
            if resource := OF_KIND.get(kind):
                for some in _batches(sorted(of_kind)):
                    _look_again(resource, some, stamp, compares=compares)


def _is_our_turn() -> bool:
    """On SQLite whoever begins a transaction that writes has the lock already."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return cursor.fetchone()[0]


def _take_what_is_due() -> dict[str, set[int]]:
    """Keys by kind. A mark made meanwhile stays for the next, and so do hours to come."""
    keys, marks = defaultdict(set), []
    for pk, kind, object_id in Due.objects.now().values_list("pk", "kind", "object_id"):
        keys[kind].add(object_id)
        marks.append(pk)
    for some in _batches(marks):
        Due.objects.filter(pk__in=some).delete()
    return keys


def _look_again(resource: Resource, keys: list[int], stamp: datetime, *, compares: bool) -> None:
    known = {
        one.object_id: one for one in Known.objects.filter(kind=resource.kind, object_id__in=keys)
    }
    now = _digests(resource, keys) if compares else _unread(resource, keys)
    changed = [
        Known(kind=resource.kind, object_id=key, digest=now.get(key, ""), is_gone=key not in now)
        for key in keys
        if _is_news(known.get(key), now.get(key))
    ]
    for one in changed:
        one.changed_at = stamp
    Known.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=("kind", "object_id"),
        update_fields=("digest", "changed_at", "is_gone"),
    )
    _wait_for_their_hour(resource, keys)


def _is_news(before: Known | None, now: str | None) -> bool:
    """What was never public and is not now is no news, and is not written down."""
    if now is None:
        return before is not None and not before.is_gone
    return before is None or before.is_gone or not now or before.digest != now


def _digests(resource: Resource, keys: list[int]) -> dict[int, str]:
    rows = resource.public().filter(pk__in=keys)
    return {record["id"]: digest(record) for record in resource.write(rows)}


def _unread(resource: Resource, keys: list[int]) -> dict[int, str]:
    rows = resource.visible().filter(pk__in=keys)
    return dict.fromkeys(rows.values_list("pk", flat=True), "")


def _wait_for_their_hour(resource: Resource, keys: list[int]) -> None:
    """What time alone will open is due again at that moment."""
    Due.objects.filter(kind=resource.kind, object_id__in=keys, due_at__isnull=False).delete()
    Due.objects.bulk_create(
        Due(kind=resource.kind, object_id=key, due_at=moment)
        for key, moment in resource.later(keys)
    )


def _batches(keys: list[int]) -> Iterator[list[int]]:
    return (keys[at : at + BATCH] for at in range(0, len(keys), BATCH))
