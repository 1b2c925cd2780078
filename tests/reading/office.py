"""A register for the reader's tests: the city's departments, posts and rooms, one committee."""

import json
from itertools import chain
from pathlib import Path

from committees.reading.register import Entry, Register

HOUSE = Path(__file__).resolve().parents[2]
PACKAGED = json.loads((HOUSE / "iad/demo/data/departments.json").read_text(encoding="utf-8"))


def _department(row: dict) -> list[Entry]:
    others = row.get("aliases", [])
    thai = tuple(name for name in others if not name.isascii())
    english = tuple(name for name in others if name.isascii())
    short = tuple(filter(None, [row.get("short_name_th")]))
    entries = [Entry(row["name_th"], thai, short)]
    return [*entries, Entry(row["name_en"], english)] if row.get("name_en") else entries


def _names(rows: list[dict]) -> tuple[Entry, ...]:
    return tuple(Entry(name) for row in rows for name in row.values() if name and "…" not in name)


REGISTER = Register(
    departments=tuple(
        chain.from_iterable(map(_department, PACKAGED["departments"] + PACKAGED["districts"]))
    ),
    committees=(
        Entry("คณะกรรมการขับเคลื่อนความร่วมมือกับเมืองหลวงประเทศสมาชิกอาเซียน"),
        Entry("Committee for Advancing Cooperation with the Capitals of ASEAN Member States"),
    ),
    people=(Entry("ธีรภัทร พงศ์ไพบูลย์"),),
    positions=_names(PACKAGED["positions"]),
    venues=_names(PACKAGED["venues"]),
)
