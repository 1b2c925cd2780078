"""How much there is of each year: exact, and of a large archive as of the last minute."""

from datetime import date

import pytest

from iad.archive import counts_by_year, years_of
from news.models import Article
from tests.factories import make_article, make_public_article

pytestmark = pytest.mark.django_db


def counts(**options):
    return counts_by_year(Article.objects.all(), "date", **options)


def test_rows_are_counted_by_buddhist_year_newest_first():
    for day in (date(2020, 1, 1), date(2020, 12, 31), date(2018, 6, 1), None):
        make_article(date=day)
    assert counts() == {2563: 2, 2561: 1}
    assert list(counts()) == years_of(Article.objects.all(), "date") == [2563, 2561]


def test_a_small_archive_is_counted_each_time():
    make_article()
    assert counts(remembered_as="news") == {2563: 1}
    make_article()
    assert counts(remembered_as="news") == {2563: 2}


def test_a_large_archive_is_counted_once_a_minute(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("iad.archive.LARGE", 1)
    make_article(), make_article()
    assert counts(remembered_as="news") == {2563: 2}
    make_article()
    with django_assert_num_queries(0):
        assert counts(remembered_as="news") == {2563: 2}
    assert counts(remembered_as="") == counts(remembered_as="other") == {2563: 3}


def test_a_list_says_how_much_there_is_of_what_was_asked_for(client):
    for year in (2019, 2020, 2020):
        make_public_article(date=date(year, 5, 1))
    for asked, total in (("", 3), ("?year=2563", 2), ("?year=2560", 0)):
        assert f'data-total="{total}"' in client.get(f"/news/{asked}").content.decode()
