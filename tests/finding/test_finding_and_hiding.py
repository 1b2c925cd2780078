"""The index only proposes: what readers may not see is neither found nor counted nor suggested."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iad.finding.answering import answer
from iad.finding.kinds import all_kinds
from iad.finding.models import Entry
from iad.finding.results import near_names, results, suggestions
from iad.finding.writing import refresh
from news.models import Article
from tests.factories import (
    make_article,
    make_attendee,
    make_committee,
    make_item,
    make_meeting,
    make_person,
    make_public_article,
    make_resolution,
    make_topic,
)
from tests.hidden_world import World

pytestmark = pytest.mark.django_db


def test_a_text_withdrawn_since_it_was_read_is_not_found(monkeypatch):
    article = make_public_article(title_th="กระจอก", topics=[make_topic(slug="birds")])
    refresh()
    monkeypatch.setattr(
        "iad.finding.answering.refresh_if_free", lambda most: 0
    )  # the index is behind
    Article.objects.filter(pk=article.pk).update(state="withdrawn")

    found = answer("กระจอก")

    assert Entry.objects.filter(kind="article").exists()
    assert (list(found.entries), found.total) == ([], 0)
    assert not any(found.facets.values())


def test_a_text_for_a_later_hour_is_found_from_that_hour():
    later = timezone.now() + timedelta(hours=1)
    article = make_article(title_th="กระจอก", state="published", publish_at=later)
    assert answer("กระจอก").total == 0
    Article.objects.filter(pk=article.pk).update(publish_at=timezone.now())
    assert answer("กระจอก").total == 1


def test_a_translation_held_back_is_not_found():
    article = make_public_article(
        title_th="ข่าว", title_en="Peacock", holds_translation_back=True, source_language="th"
    )
    assert answer("peacock").total == 0
    Article.objects.filter(pk=article.pk).update(holds_translation_back=False)
    assert answer("peacock").total == 1


def test_what_a_meeting_keeps_inside_is_not_among_its_words():
    meeting = make_meeting()
    closed = make_item(meeting=meeting, title_th="กระจอก", access="internal")
    make_resolution(item=closed, text_th="นกยูง")
    planned = make_meeting(status="planned")
    make_resolution(item=make_item(meeting=planned), text_th="เป็ดเทศ")
    for secret in ("กระจอก", "นกยูง", "เป็ดเทศ"):
        assert answer(secret).total == 0


def test_an_internal_guest_is_neither_found_nor_suggested():
    guest = make_person(name_th="กระจอก บินไกล")
    make_attendee(person=guest, capacity="guest")
    assert answer("กระจอก").total == 0
    assert suggestions("กระจอก") == near_names("กระจอก บินใกล") == []


def test_lines_are_those_of_now_and_not_of_the_index(monkeypatch):
    meeting = make_meeting(committee=make_committee(name_th="คณะกรรมการกระจอก"))
    item = make_item(meeting=meeting, title_th="วาระนกยูง")
    refresh()
    monkeypatch.setattr("iad.finding.answering.refresh_if_free", lambda most: 0)
    type(item).objects.filter(pk=item.pk).update(access="internal")
    shown = results(answer("กระจอก").entries, ())
    assert "นกยูง" not in str(shown)


def test_in_a_portal_full_of_secrets_only_what_is_open_is_found():
    world = World()
    assert answer("leak").total == 0
    kinds = {kind.name: kind.model for kind in all_kinds()}
    found = {entry.kind for entry in answer("open").entries}
    assert found == {name for name, model in kinds.items() if model in map(type, world.open)}
    assert found == set(kinds)
