"""How pages grow with the archive: `make benchmark` (1,000 to 100,000 articles, PostgreSQL).

Each size is loaded on top of the one before, into the test database itself, so this file runs
alone and in order. What counts are the ratios between sizes: machines are noisy, times are not
compared between them.
"""

import os
from collections import defaultdict
from statistics import median

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from iad.finding.writing import refresh
from news.models import Article
from tests.benchmarks.loader import RARE, RARE_EVERY, load

SIZES = [int(size) for size in os.environ.get("BENCHMARK_SIZES", "").split(",") if size]
ROUNDS = 9
DEEP = 500  # the page of the list that few ever turn to
MOST = {"search": 3.0, "list": 1.2, "article": 1.2}  # times, from the first size to the last
NOISE = 0.004  # seconds by which two runs of the same may differ
SLACK = float(os.environ.get("BENCHMARK_SLACK", "1"))  # more where other work goes on beside it

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SIZES, reason="a measurement of its own: make benchmark"),
]
medians: dict[str, dict[int, float]] = defaultdict(dict)
queries: dict[str, int] = {}


def pages() -> dict[str, str]:
    one = Article.objects.order_by("pk").first()  # the same at every size, for lengths differ
    last = max(1, Article.objects.public().count() // 20)
    return {
        "search": f"{reverse('search')}?q={RARE}",
        "list": reverse("news:articles"),
        "list, deep": f"{reverse('news:articles')}?page={min(DEEP, last)}",
        "article": one.get_absolute_url(),
        "feed": reverse("home") + "news/feed/",
        "home": reverse("home"),
    }


@pytest.fixture(scope="module", params=SIZES)
def size(request, django_db_setup, django_db_blocker) -> int:
    """So many articles, loaded before any test begins its transaction; they stay for the next."""
    with django_db_blocker.unblock():
        load(request.param)
        refresh()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
    return request.param


@pytest.mark.parametrize("name", ["search", "list", "list, deep", "article", "feed", "home"])
def test_a_page_is_measured(size, benchmark, name):
    client, address = Client(), pages()[name]
    with CaptureQueriesContext(connection) as asked:
        answered = client.get(address)
    assert answered.status_code == 200
    if name == "search":
        assert f'data-total="{size // RARE_EVERY}"' in answered.content.decode()
    queries[name] = len(asked)
    benchmark.extra_info["queries"] = len(asked)
    benchmark.pedantic(client.get, args=[address], rounds=ROUNDS, warmup_rounds=2)
    medians[name][size] = median(benchmark.stats.stats.data)


def test_no_page_grows_faster_than_it_may(capsys):
    first, last = SIZES[0], SIZES[-1]
    lines = [f"{'page':12}" + "".join(f"{size:>12,}" for size in SIZES) + "   growth  queries"]
    growth = {}
    for name, times in medians.items():
        growth[name] = times[last] / times[first]
        told = "".join(f"{times[size] * 1000:>9.1f} ms" for size in SIZES)
        lines.append(f"{name:12}{told}{growth[name]:>8.2f}x{queries[name]:>9}")
    with capsys.disabled():
        print("\n" + "\n".join(lines))  # noqa: T201 - the table is what it is for
    for name, most in MOST.items():
        assert medians[name][last] <= SLACK * (most * medians[name][first] + NOISE), name
