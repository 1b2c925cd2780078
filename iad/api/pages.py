"""A page of a list: newest entry first, by key, so that what comes meanwhile shifts nothing."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from iad.api import ledger
from iad.api.asked import MOMENT, Asked
from iad.api.license import license_told
from iad.api.models import Known
from iad.api.problems import RefusedError
from iad.api.resource import Resource


@dataclass(frozen=True)
class Place:
    """Where a page ends; the moment is that of the first page, for all of them."""

    after: int
    as_of: str | None

    def written(self) -> str:
        told = json.dumps([self.after, self.as_of]).encode()
        return urlsafe_b64encode(told).decode().rstrip("=")


def read_place(cursor: str) -> Place:
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        after, as_of = json.loads(urlsafe_b64decode(padded))
        is_whole = type(after) is int and 0 < after < 2**63
        if is_whole and (as_of is None or MOMENT.fullmatch(as_of)):
            return Place(after, as_of)
    except (ValueError, TypeError, NotBase64, RecursionError):
        pass
    raise RefusedError(
        "cursor: Follow the `next` link of the page before; this is none of its kind."
    )


def given(resource: Resource) -> QuerySet:
    """What readers may see and the account knows of, so that its end can be told."""
    known = Known.objects.live().filter(kind=resource.kind, object_id=OuterRef("pk"))
    return resource.public().filter(Exists(known)).order_by("-pk")


def page(request: HttpRequest, resource: Resource, asked: Asked) -> dict:
    if unknown := set(request.GET) - set(type(asked).model_fields):
        raise RefusedError(f"{sorted(unknown)[0][:80]}: There is no such parameter.")
    ledger.catch_up_if_free()
    now = ledger.as_of()
    start = read_place(asked.cursor) if asked.cursor else None
    as_of = start.as_of if start else in_utc(now)
    if asked.changed_since:
        if asked.narrowings():
            raise RefusedError("changed_since: It goes with no narrowing; filter what you keep.")
        items, deleted, last = changes(resource, asked, start)
    else:
        items, last = rows_of(resource, asked, start)
        deleted = []
    return {
        "license": license_told(),
        "as_of": as_of,
        "next": last and next_link(request, resource, Place(last, as_of)),
        "items": items,
        "deleted": deleted,
    }


def rows_of(resource: Resource, asked: Asked, start: Place | None):
    rows = resource.narrow(given(resource), asked)
    if start:
        rows = rows.filter(pk__lt=start.after)
    found = list(rows[: asked.limit + 1])
    shown = found[: asked.limit]
    last = shown[-1].pk if len(found) > asked.limit else None
    return list(resource.write(shown)), last


def changes(resource: Resource, asked: Asked, start: Place | None):
    """Records and tombstones in one order, so that no page is longer than was asked for."""
    rows = Known.objects.filter(kind=resource.kind, changed_at__gt=asked.changed_since)
    if start:
        rows = rows.filter(object_id__lt=start.after)
    found = list(rows.order_by("-object_id")[: asked.limit + 1])
    shown = found[: asked.limit]
    live = [one.object_id for one in shown if not one.is_gone]
    deleted = [
        {"id": one.object_id, "kind": one.kind, "deleted_at": in_utc(one.changed_at)}
        for one in shown
        if one.is_gone
    ]
    last = shown[-1].object_id if len(found) > asked.limit else None
    return list(resource.write(given(resource).filter(pk__in=live))), deleted, last


def next_link(request: HttpRequest, resource: Resource, place: Place) -> str:
    asked = {**request.GET.dict(), "cursor": place.written()}
    return request.build_absolute_uri(f"?{urlencode(asked)}")


def in_utc(value: datetime | None) -> str | None:
    """With Z: a plus sign in an address would have to be written as %2B."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z") if value else None
