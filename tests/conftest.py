"""What every test begins with."""

import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def official_language():
    """A request leaves its language active in the thread; each test begins in Thai."""
    with translation.override("th"):
        yield


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
