"""Writes `schema_org.toml` anew: the terms that stand in it, as schema.org's vocabulary has them.

    npm pack schema-dts && tar xzf schema-dts-*.tgz
    python -m tests.machines.schema_org_terms package

schema-dts tells the vocabulary as types of TypeScript, made from schema.org's own release. A term
that the portal begins to use is added to the list below with nothing behind it: `name = {}`.
"""

import json
import re
import sys
import tomllib
from pathlib import Path

LIST = Path(__file__).with_name("schema_org.toml")
HEAD = """\
# The terms of schema.org that the portal uses, as the vocabulary (https://schema.org) has them: of
# a type those above it; of a property on which types it stands and what it may hold; the members
# of an enumeration. Written by schema_org_terms.py from schema-dts {version}; not by hand.
"""
BASE = re.compile(
    r"^(?:export )?interface (\w+?)(?:Base|Leaf) extends ([\w<>, ]+) \{(.*?)^\}", re.M | re.S
)
PROPERTY = re.compile(r'^ {4}"(\w+)"\?: SchemaValue<(.*), "\w+">;', re.M)
UNION = re.compile(r"^export type (\w+)(?:<.*?>)? = (.*);$", re.M)
MEMBER = re.compile(r'"https://schema\.org/(\w+)"')


class Vocabulary:
    def __init__(self, told: str):
        self.above: dict[str, set[str]] = {}
        self.on: dict[str, set[str]] = {}
        self.holds: dict[str, set[str]] = {}
        self.members: dict[str, list[str]] = {}
        for name, bases, body in BASE.findall(told):
            self.above.setdefault(name, set()).update(_names(bases, ending="Base") - {name})
            for term, values in PROPERTY.findall(body):
                self.on.setdefault(term, set()).add(name)
                self.holds.setdefault(term, set()).update(_names(values) - {"IdReference"})
        for name, of in UNION.findall(told):
            self.members[name] = sorted(set(MEMBER.findall(of)))
            for below in _names(re.sub('"[^"]*"', "", of)):
                if below in self.above and below != name:
                    self.above[below].add(name)

    def directly_above(self, name: str) -> set[str]:
        """Without those that stand above another of them."""
        above = self.above[name]
        return above - set().union(*(self.all_above(one) for one in above))

    def all_above(self, name: str) -> set[str]:
        above = self.above[name]
        return above.union(*(self.all_above(one) for one in above))


def _names(told: str, ending: str = "") -> set[str]:
    return set(re.findall(rf"\b([A-Z]\w*?){ending}\b", told))


def written(vocabulary: Vocabulary, version: str) -> str:
    kept = tomllib.loads(LIST.read_text("utf-8"))
    lines = [HEAD.format(version=version), "[types]"]
    types = set(kept["types"]).union(*map(vocabulary.all_above, kept["types"]))
    lines += [f"{name} = {_list(vocabulary.directly_above(name))}" for name in sorted(types)]
    lines += ["", "[enumerations]"]
    for name in sorted(kept["enumerations"]):
        lines += [f"{name} = [", *(f'  "{one}",' for one in vocabulary.members[name]), "]"]
    lines += ["", "[properties]"]
    for name in sorted(kept["properties"]):
        on, holds = _list(vocabulary.on[name]), _list(vocabulary.holds[name])
        lines.append(f"{name} = {{ on = {on}, holds = {holds} }}")
    return "\n".join(lines) + "\n"


def _list(names) -> str:
    return json.dumps(sorted(names))


def main() -> None:
    package = Path(sys.argv[1])
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    told = (package / "dist/schema.d.ts").read_text("utf-8")
    LIST.write_text(written(Vocabulary(told), version), "utf-8")


if __name__ == "__main__":
    main()
