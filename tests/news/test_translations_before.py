"""Articles that were there before translations were judged."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from news.models import Article
from news.translating import state_of
from tests.factories import make_article, make_public_article
from tests.news.test_translating import ENGLISH

MIGRATION = import_module("news.migrations.0004_translations_published_before_are_right")


@pytest.mark.django_db
def test_what_was_published_whole_in_both_languages_counts_as_right():
    whole, half = make_public_article(**ENGLISH), make_public_article(title_en="Title")
    draft = make_article(**ENGLISH)
    MIGRATION.judge(apps, SimpleNamespace(connection=connection))
    articles = [Article.objects.get(pk=article.pk) for article in (whole, half, draft)]
    assert [state_of(article).kind for article in articles] == ["current", "writing", "writing"]
