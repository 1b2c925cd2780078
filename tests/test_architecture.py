"""The house rules that a reader would otherwise have to remember."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("iad", "committees", "news")
FRONT_DOOR = {"urls.py", "views.py", "search.py", "search_feed.py", "site_map.py", "sitemaps.py"}
FRONT_DOOR |= {"components.py", "wsgi.py", "settings.py"}
MAY_IMPORT = {"iad": {"iad"}, "committees": {"iad", "committees"}, "news": set(ROOMS)}
VAGUE = {"utils", "helpers", "common", "misc", "services", "managers", "constants"}
LEFT_OUT = {"migrations", "vendor", "samples"}  # made by others, or made to be read by the importer
SOURCES = sorted(
    path
    for folder in (*ROOMS, "templates", "static", "tests")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".html", ".css", ".js"} and not LEFT_OUT & set(path.parts)
)
PYTHON = [
    path for path in SOURCES if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in ROOMS
]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def is_front_door(path: Path) -> bool:
    inside = path.relative_to(ROOT).parts
    return inside[0] == "iad" and (inside[1] in FRONT_DOOR | {"management", "demo", "api"})


def imported_rooms(path: Path) -> set[str]:
    modules = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            modules.add(node.module or "")
        elif isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
    return {module.split(".")[0] for module in modules} & set(ROOMS)


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_a_module_imports_only_from_lower_floors(path):
    room = path.relative_to(ROOT).parts[0]
    if not is_front_door(path):
        assert imported_rooms(path) <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_has_one_subject(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert path.stem not in VAGUE


def test_the_declared_floors_hold_for_indirect_imports_too():
    lint = Path(sys.executable).with_name("lint-imports")

    checked = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True)  # noqa: S603  our own

    assert checked.returncode == 0, checked.stdout


def test_no_template_carries_a_script_or_a_style_of_its_own():
    for path in SOURCES:
        if path.suffix == ".html":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text), path
