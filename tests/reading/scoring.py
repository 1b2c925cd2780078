"""Precision, recall and F1 of the reader, field by field: ``python -m tests.reading.scoring``."""

import sys
import tomllib
from collections import defaultdict
from pathlib import Path

from committees.reading.normal import tighten
from committees.reading.reader import read_report
from tests.reading.office import REGISTER

HERE = Path(__file__).parent
FIELDS = (
    *("is_meeting", "committee", "number", "be_year", "date_start", "date_end", "time", "venue"),
    *("chair", "attendees", "departments"),
)
# What CI holds the reader to: the least precision and the least F1 of every field.
LEAST_PRECISION, LEAST_F1 = 0.98, 0.98


def texts() -> list[dict]:
    """Every text written for the measure, with the facts that it states."""
    files = sorted(HERE.glob("*.toml"))
    return [one for file in files for one in tomllib.loads(file.read_text("utf-8"))["texts"]]


def topic_texts() -> list[dict]:
    """Texts written for the subjects of a meeting alone."""
    files = sorted((HERE / "topics").glob("*.toml"))
    return [one for file in files for one in tomllib.loads(file.read_text("utf-8"))["texts"]]


def topics_of(one: dict) -> list[str]:
    """As the texts write them: ~ before what the meeting only heard of."""
    found = read_report(one["text"], REGISTER).topics
    return [f"{'~' * topic.is_heard}{topic.value}" for topic in found]


def topic_score(rows: list[dict]) -> tuple[float, float, float]:
    pairs = [(set(one["topics"]), set(topics_of(one))) for one in rows]
    hits = sum(len(right & got) for right, got in pairs)
    return _score(
        hits, sum(len(got) for _right, got in pairs), sum(len(right) for right, _got in pairs)
    )


def expected(one: dict) -> dict[str, set[str]]:
    if one.get("no_meeting"):
        return {field: set() for field in FIELDS}
    told = one | {"is_meeting": True, "date_start": one.get("date")}
    told["date_end"] = one.get("date_end") or one.get("date")
    return {field: _set(told.get(field)) for field in FIELDS}


def read(one: dict) -> dict[str, set[str]]:
    told = read_report(one["text"], REGISTER).as_json()
    chair = told["chair"] or []
    told["chair"] = [_named(who) for who in (chair if isinstance(chair, list) else [chair])]
    told["attendees"] = [_named(who) for who in told["attendees"]]
    return {field: _set(told[field] or None) for field in FIELDS}


def _named(who: dict) -> str:
    return f"{who['name'] or ''}|{who['position'] or ''}"


def _set(value) -> set[str]:
    if value is None:
        return set()
    return {tighten(str(one)) for one in (value if isinstance(value, list) else [value])}


def scores(rows: list[dict]) -> dict[str, tuple[float, float, float]]:
    """Field to precision, recall and F1; "all" over every value."""
    counts = defaultdict(lambda: [0, 0, 0])
    for one in rows:
        right, got = expected(one), read(one)
        for field in FIELDS:
            for key in (field, "all"):
                for at, number in enumerate(
                    (len(right[field] & got[field]), len(got[field]), len(right[field]))
                ):
                    counts[key][at] += number
    return {field: _score(*counts[field]) for field in (*FIELDS, "all")}


def _score(hits: int, got: int, right: int) -> tuple[float, float, float]:
    precision, recall = hits / got if got else 1.0, hits / right if right else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def table(found: dict[str, tuple[float, float, float]]) -> str:
    """The scores as the README shows them."""
    rows = [f"| {field} | {p:.3f} | {r:.3f} | {f:.3f} |" for field, (p, r, f) in found.items()]
    return "\n".join(["| field | precision | recall | F1 |", "|---|---|---|---|", *rows])


def main() -> None:
    rows = texts()
    found = scores(rows) | {"topics": topic_score(topic_texts())}
    sys.stdout.write(table(found) + "\n")
    for at, one in enumerate(rows):
        right, got = expected(one), read(one)
        for field in FIELDS:
            if right[field] != got[field]:
                missing, extra = right[field] - got[field], got[field] - right[field]
                sys.stdout.write(f"text {at} {field}: missing {missing}, extra {extra}\n")


if __name__ == "__main__":
    main()
