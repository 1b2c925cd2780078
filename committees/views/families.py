"""Records that stand under one another, as lists show them: the uppermost, and all below it."""

from collections.abc import Sequence
from typing import TypeVar

from committees.models import Committee, Department

Record = TypeVar("Record", Committee, Department)


def families_of(records: Sequence[Record]) -> list[tuple[Record, list[Record]]]:
    """Each that has nothing above it here, with all below it; the order of the rows stays."""
    known = {one.pk: one for one in records}
    below: dict[int, list[Record]] = {}
    for one in records:
        below.setdefault(head_of(one, known).pk, []).append(one)
    return [
        (one, [other for other in below[one.pk] if other is not one])
        for one in records
        if one.pk in below
    ]


def head_of(record: Record, known: dict[int, Record]) -> Record:
    """The uppermost above it among those known; two that name each other end the way."""
    seen = {record.pk}
    while record.parent_id in known and record.parent_id not in seen:
        record = known[record.parent_id]
        seen.add(record.pk)
    return record
