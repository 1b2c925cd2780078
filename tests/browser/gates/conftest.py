"""One sample portal for all gates, and the tools of `.ci/package.json`."""

import fcntl
import os
from pathlib import Path

import pytest

from tests.sample_portal.serving import ROOT, SamplePortal

TOOLS = ROOT / ".ci" / "node_modules"
PICTURE_WIDTH = "480"  # photos are drawn for each run, and their size is no matter here


@pytest.fixture(scope="session")
def portal(tmp_path_factory):
    """Built by whichever worker comes first, and served by each to itself."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "sample-portal"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        served = SamplePortal(folder, PICTURE_WIDTH=PICTURE_WIDTH)
        served.build()
    with served:
        yield served


@pytest.fixture(scope="session")
def tool():
    """The file of a tool by its path in node_modules; `npm ci --prefix .ci` puts it there."""

    def find(path: str) -> Path:
        file = TOOLS / path
        if not file.exists():
            reason = f"{path} is not installed (npm ci --prefix .ci)"
            pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
        return file

    return find
