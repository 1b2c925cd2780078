"""What the portal's records have in common when they are read by machines.

A writer gives values of JSON and nothing else: both languages outright, null where one is
missing, ISO dates of the common era with the Buddhist year beside them, absolute addresses.
"""

import datetime
import hashlib
import json
from collections.abc import Iterable

from django.conf import settings
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import override

from iad.bilingual import LANGUAGES
from iad.thai.dates import be_year

JSON = dict | list | str | int | bool | None


def bilingual(record: Model, name: str) -> dict[str, str | None]:
    """Both columns; what is written and not yet shown (``hidden_languages``) is not given."""
    hidden = getattr(record, "hidden_languages", ())
    return {
        language: None if language in hidden else getattr(record, f"{name}_{language}") or None
        for language in LANGUAGES
    }


def absolute(path: str) -> str:
    return path if path.startswith("https://") else f"{settings.SITE_URL}{path}"


def addresses(record: Model) -> dict[str, str]:
    """The record's page in either language."""
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = absolute(record.get_absolute_url())
    return found


def day(value: datetime.date | None) -> str | None:
    return value.isoformat() if value else None


def moment(value: datetime.datetime | None) -> str | None:
    """With the offset of the office's own clock."""
    return timezone.localtime(value).isoformat() if value else None


def year_of(value: datetime.date | None) -> int | None:
    return be_year(value) if value else None


def keys(records: Iterable[Model]) -> list[int]:
    return sorted(record.pk for record in records)


def written(record: JSON) -> str:
    """One line of JSON, Thai as Thai."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def digest(record: JSON) -> str:
    """Equal where nothing that readers are given has changed."""
    return hashlib.sha256(written(record).encode(errors="replace")).hexdigest()
