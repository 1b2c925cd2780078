"""The office's register as the reader of meeting news takes it: names out of the database.

The departments, posts and rooms that come with the portal fill in what the database lacks.
"""

import json
from functools import cache
from importlib.resources import files

from committees.models import Committee, Department, Membership, Person
from committees.reading.register import Entry, Register
from iad.bilingual import columns


def known_register() -> Register:
    """Every name that the office knows, before the packaged ones."""
    packaged = _packaged()
    departments = list(_departments())
    known = {name for entry in departments for name in (entry.name, *entry.others)}
    missing = [
        row
        for row in packaged["departments"] + packaged["districts"]
        if row["name_th"] not in known
    ]
    departments += [entry for row in missing for entry in _packaged_department(row)]
    posts = Membership.objects.values_list("position_th", "position_en").distinct()
    return Register(
        departments=tuple(departments),
        committees=tuple(_committees()),
        people=tuple(_people()),
        positions=_plain(packaged["positions"])
        + tuple(Entry(n) for row in posts for n in row if n),
        venues=_plain(packaged["venues"]),
    )


@cache
def _packaged() -> dict:
    return json.loads(files("iad").joinpath("demo/data/departments.json").read_bytes())


def _departments():
    for one in Department.objects.all():
        yield from _both(
            one.name_th, one.name_en, one.short_name_th, one.short_name_en, one.aliases
        )


def _packaged_department(row: dict):
    aliases = "\n".join(row.get("aliases", []))
    shorts = row.get("short_name_th"), row.get("short_name_en")
    return _both(row["name_th"], row.get("name_en"), *shorts, aliases)


def _both(name_th, name_en, short_th, short_en, aliases):
    """One entry in each language, so that a name is answered in the language it is written in."""
    others = [name.strip() for name in (aliases or "").splitlines() if name.strip()]
    for name, short, ascii_names in ((name_th, short_th, False), (name_en, short_en, True)):
        mine = tuple(other for other in others if other.isascii() is ascii_names)
        if name:
            shorts = tuple(filter(None, (short,))) + tuple(o for o in mine if _is_short(o))
            yield Entry(name, tuple(o for o in mine if not _is_short(o)), shorts)


def _is_short(name: str) -> bool:
    return " " not in name and (name.isupper() or name.endswith("."))


def _committees():
    for one in Committee.objects.all():
        for name, short in (
            (one.name_th, one.short_name_th),
            (one.name_en, one.short_name_en),
        ):
            if name:
                yield Entry(name, short_names=(short,) if short else ())


def _people():
    """Each in each language, with the spellings of entries that were merged into it."""
    for one in Person.objects.kept().prefetch_related("forwards"):
        for column in columns("name"):
            if (name := getattr(one, column)) and " " in name:
                others = (getattr(forward, column) for forward in one.forwards.all())
                yield Entry(name, tuple(other for other in others if other and " " in other))


def _plain(rows: list[dict]) -> tuple[Entry, ...]:
    return tuple(
        Entry(row[language])
        for row in rows
        for language in ("th", "en")
        if row.get(language) and "…" not in row[language]
    )
