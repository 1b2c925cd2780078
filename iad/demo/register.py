"""The register of the city's departments: 24 offices of the administration and 50 districts.

Official names in both languages, with the abbreviations and the other or former names by which
documents call them. English names and abbreviations are staff's to correct.
"""

import json

from committees.models import Department
from iad.demo.content import bytes_of


def load_register() -> int:
    """Add the departments that are missing, and say how many were; the rest stay as they are."""
    rows = read_register()
    rows = rows["departments"] + rows["districts"]
    known = _known()
    missing = [row for row in rows if row["name_th"] not in known]
    for row in missing:
        known[row["name_th"]] = Department.objects.create(**_columns(row))
    for row in missing:
        if parent := row.get("parent"):
            Department.objects.filter(name_th=row["name_th"]).update(parent=known[parent])
    return len(missing)


def read_register() -> dict[str, list[dict]]:
    """``departments``, ``districts``, ``positions`` and ``venues`` with their official names."""
    return json.loads(bytes_of("departments.json"))


def department(name: str) -> Department:
    """By its Thai name, also where staff have renamed it and kept the old one as an alias."""
    return _known()[name]


def _known() -> dict[str, Department]:
    """Departments by every name they go or went by; the present name wins."""
    departments = list(Department.objects.all())
    former = {alias: one for one in departments for alias in one.aliases.splitlines()}
    return former | {one.name_th: one for one in departments}


def _columns(row: dict) -> dict[str, str]:
    names = {name: row[name] for name in row if name not in {"aliases", "parent"}}
    return names | {"aliases": "\n".join(row.get("aliases", []))}
