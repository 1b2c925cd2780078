"""Whether JSON-LD says only what schema.org's vocabulary lets it say."""

import re
import tomllib
from pathlib import Path

VOCABULARY = tomllib.loads(Path(__file__).with_name("schema_org.toml").read_text("utf-8"))
TYPES, PROPERTIES = VOCABULARY["types"], VOCABULARY["properties"]
DATA = {
    "Text": lambda value: isinstance(value, str) and value.strip() != "",
    "URL": lambda value: isinstance(value, str) and re.match(r"https?://\S+$", value),
    "Date": lambda value: isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value),
    "DateTime": lambda value: (
        isinstance(value, str)
        and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d", value)
    ),
    "Boolean": lambda value: isinstance(value, bool),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}


def kinds_of(name: str) -> set[str]:
    """A type and all above it."""
    return {name}.union(*map(kinds_of, TYPES[name]))


def faults(thing: dict, through: str = "") -> list[str]:
    """Whatever of a thing, and of those within it, is not as the vocabulary has it."""
    kind = thing.get("@type")
    if kind is None:
        return [] if set(thing) == {"@id"} else [f"no type: {thing}"]
    if kind not in TYPES:
        return [f"no such type: {kind}"]
    found = []
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        term = name.removesuffix("-input")  # https://schema.org/docs/actions.html
        if term not in PROPERTIES:
            found.append(f"no such property: {kind}.{name}")
            continue
        repeats = "Role" in kinds_of(kind) and name == through  # https://schema.org/Role
        if not repeats and not set(PROPERTIES[term]["on"]) & kinds_of(kind):
            found.append(f"{name} does not stand on {kind}")
        for one in value if isinstance(value, list) else [value]:
            found += _faults_of_value(kind, term, one)
    return found


def _faults_of_value(kind: str, name: str, value) -> list[str]:
    allowed = PROPERTIES[name]["holds"]
    if isinstance(value, dict):
        within = faults(value, through=name)
        fits = "@type" not in value or {*allowed, "Role"} & kinds_of(value["@type"])
        return within if fits else [*within, f"{kind}.{name} holds no {value['@type']}"]
    if any(name in DATA and DATA[name](value) for name in allowed):
        return []
    members = {
        f"https://schema.org/{member}"
        for name in allowed
        for member in VOCABULARY["enumerations"].get(name, [])
    }
    return [] if value in members else [f"{kind}.{name} holds no {value!r}"]
