"""The tools from npm install from any mirror, and are what they were: hashes, and no addresses."""

import json
from pathlib import Path

HERE = Path(__file__).resolve().parents[1] / ".ci"


def test_every_tool_has_its_hash_and_no_address_to_load_it_from():
    packages = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}

    assert installed
    assert [name for name, package in installed.items() if "integrity" not in package] == []
    assert [name for name, package in installed.items() if "resolved" in package] == []


def test_every_tool_says_why_it_is_there():
    asked = json.loads((HERE / "package.json").read_text("utf-8"))

    assert asked["devDependencies"].keys() <= asked["//"].keys()
