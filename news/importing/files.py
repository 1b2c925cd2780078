"""Which files of a folder are saved pages."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = {".html", ".htm", ".xhtml", ".txt", ""}


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The named files, and the pages in the named folders, sorted, each once.

    A file named outright is given whatever it is, even one that is missing, so that whoever
    reads it can say what is wrong. In folders hidden files are passed over, and so are links
    that lead out of the folder.
    """
    seen = set()
    for path in paths:
        for file in pages_in(path) if path.is_dir() else [path]:
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield file


def pages_in(folder: Path) -> Iterator[Path]:
    root = folder.resolve()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if is_page(file) and file.resolve().is_relative_to(root):
                yield file


def is_page(file: Path) -> bool:
    hidden = file.name.startswith(".")
    return not hidden and file.suffix.lower() in SUFFIXES and file.is_file()
