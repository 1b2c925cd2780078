"""The sample texts, kept as TOML beside this module: one file a text, both languages in it."""

import datetime
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable

from iad.thai.dates import be_year, format_date

DATA = files("iad.demo") / "data"
SATURDAY = 5


def read(name: str) -> dict:
    """One file of the sample content, such as ``committees.toml``."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def read_all(folder: str) -> list[dict]:
    """Every text of a folder in the order of the file names, each with its ``key``."""
    if not (DATA / folder).is_dir():
        return []
    found = sorted((DATA / folder).iterdir(), key=lambda file: file.name)
    return [{"key": _key(file)} | read(f"{folder}/{file.name}") for file in found]


def bytes_of(name: str) -> bytes:
    return (DATA / name).read_bytes()


def dated(row: dict, day: datetime.date, **facts: object) -> dict:
    """The row with its places filled in the language of each column: {date}, {year} and facts."""
    return {name: _filled(name, value, day, facts) for name, value in row.items()}


def office_day(day: datetime.date) -> datetime.date:
    """The day itself, or the Friday before a weekend."""
    return day - datetime.timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def _key(file: Traversable) -> str:
    """The file's name without the number that orders it."""
    return file.name.removesuffix(".toml").partition("-")[2]


def _filled(name: str, value, day: datetime.date, facts: dict):
    if not isinstance(value, str):
        return value
    language = "en" if name.endswith("_en") else "th"
    year = day.year if language == "en" else be_year(day)
    return value.format(date=format_date(day, "full", language), year=year, **facts).strip()
