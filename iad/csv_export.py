"""Tables as CSV (RFC 4180) that a spreadsheet opens rightly and does not execute."""

import csv
from collections.abc import Iterable, Iterator

# A spreadsheet takes text that begins so for a formula (OWASP, CSV injection); the wide forms, too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads Thai as another alphabet


class _Line:
    """A file of one line, so that rows leave as they come."""

    def write(self, text: str) -> str:
        return text


def csv_lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The rows line by line, UTF-8 once encoded, for Excel and for streaming."""
    writer = csv.writer(_Line())
    yield BYTE_ORDER_MARK
    for row in rows:
        yield writer.writerow([safe_cell(cell) for cell in row])


def safe_cell(value: object) -> object:
    """Text that would be taken for a formula, with an apostrophe before it; all else as it is."""
    text = str(value) if not isinstance(value, int | float) else ""
    return f"'{text}" if text.startswith(FORMULA) else value
