"""Articles in bulk: one JSON object a line (JSON Lines), UTF-8."""

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from django.utils.translation import gettext as _

from news.importing.addresses import normal_path
from news.importing.records import MAX_TITLE

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EARLIEST_BE_YEAR = 2400


class LineError(ValueError):
    """A line that cannot be taken in: `line` counts from 1, `reason` says why."""

    def __init__(self, line: int, reason: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(_("Line %(line)d: %(reason)s") % {"line": line, "reason": reason})


@dataclass(frozen=True)
class BulkArticle:
    """One article of a bulk file; texts not given are "". HTML is as the file wrote it.

    `address` is the path of the old portal, `topic` a slug, `photo` a path.
    """

    date: datetime.date
    address: str = ""
    title_th: str = ""
    title_en: str = ""
    summary_th: str = ""
    summary_en: str = ""
    body_th: str = ""
    body_en: str = ""
    source_th: str = ""
    source_en: str = ""
    topic: str = ""
    photo: str = ""


KEYS = frozenset(field.name for field in fields(BulkArticle))


def read_json_lines(lines: Iterable[str | bytes]) -> Iterator[tuple[int, BulkArticle]]:
    """Each line's number and article; blank lines are passed over.

    Raises LineError at the first line that is wrong. Lines as bytes let a bad encoding, too,
    be named by its line.
    """
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode("utf-8") if isinstance(line, bytes) else line
            text = text.removeprefix("\ufeff").strip()
            if text:
                yield number, article(json.loads(text, object_pairs_hook=each_key_once))
        except (json.JSONDecodeError, RecursionError) as error:
            raise LineError(number, _("This is not valid JSON.")) from error
        except UnicodeError as error:
            raise LineError(number, _("This is not UTF-8 text.")) from error
        except ValueError as error:
            raise LineError(number, str(error)) from error


def each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError(_("A key is given twice."))
    return values


def article(values: object) -> BulkArticle:
    if not isinstance(values, dict):
        raise ValueError(_("This is not a JSON object."))
    if unknown := sorted(values.keys() - KEYS):
        raise ValueError(_("Unknown keys: %(keys)s.") % {"keys": ", ".join(unknown)[:200]})
    texts = {key: text(key, value) for key, value in values.items()}
    texts["date"] = common_era_date(texts.get("date", ""))
    texts["address"] = old_address(texts.get("address", ""))
    found = BulkArticle(**texts)
    check(found)
    return found


def text(key: str, value: object) -> str:
    """A text as given, without blanks around it; null is a text not given."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(_("“%(key)s” is not text.") % {"key": key})
    value.encode()  # JSON can spell half a character, which no database takes
    return value.strip()


def common_era_date(value: str) -> datetime.date:
    if not value:
        raise ValueError(_("The date is missing."))
    if not ISO_DATE.fullmatch(value):
        raise ValueError(_("Write the date as in 2020-02-14."))
    if int(value[:4]) >= EARLIEST_BE_YEAR:
        raise ValueError(
            _("ISO dates are of the common era: write %(ce)s for the year %(be)s.")
            % {"ce": int(value[:4]) - 543, "be": value[:4]}
        )
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(_("There is no such date: %(date)s.") % {"date": value}) from error


def old_address(value: str) -> str:
    path = normal_path(value)
    if value and not path:
        raise ValueError(_("“%(address)s” is no address of a page.") % {"address": value[:100]})
    return path


def check(found: BulkArticle) -> None:
    if not (found.title_th or found.title_en):
        raise ValueError(_("There is no title in either language."))
    if max(len(found.title_th), len(found.title_en)) > MAX_TITLE:
        raise ValueError(_("A title is longer than %(limit)d characters.") % {"limit": MAX_TITLE})
    if not (found.body_th or found.body_en):
        raise ValueError(_("There is no text in either language."))
