"""What every test begins with."""

import os

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.utils import translation

from committees.locks import take_off_locks

DATABASE = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(config, items):
    """ONLY_WITH_DATABASE=1: the second database has nothing to say to the tests that ask none."""
    if not os.environ.get("ONLY_WITH_DATABASE"):
        return
    asks = [one for one in items if one.get_closest_marker("django_db") or DATABASE & _names(one)]
    config.hook.pytest_deselected(items=list(set(items) - set(asks)))
    items[:] = asks


def _names(item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


@pytest.fixture(autouse=True)
def official_language():
    """A request leaves its language active in the thread; each test begins in Thai."""
    with translation.override("th"):
        yield


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


@pytest.fixture(autouse=True)
def certified_minutes_are_swept_away_too(request):
    """A test with real transactions ends with every table emptied, row by row on SQLite."""
    if not {"transactional_db", "live_server"} & set(request.fixturenames) and not _is_real(
        request
    ):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    # The flush that follows ends like a migration, which puts the locks on again.
    take_off_locks(apps.get_app_config("committees"), connection.alias)


def _is_real(request) -> bool:
    marker = request.node.get_closest_marker("django_db")
    return marker is not None and marker.kwargs.get("transaction", False)
