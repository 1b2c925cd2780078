"""Whoever writes, by whatever way: the search knows it with the next question."""

import pytest

from committees.models import AgendaItem, Committee, Department, Meeting, Resolution
from iad.finding.answering import answer
from iad.finding.models import Due, Entry, Facet
from iad.finding.writing import rebuild, refresh
from news.models import Article
from tests.factories import (
    make_article,
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_public_article,
    make_resolution,
    make_topic,
)

pytestmark = pytest.mark.django_db


def found(typed, **narrowed) -> list[tuple[str, int]]:
    return [(entry.kind, entry.object_id) for entry in answer(typed, narrowed).entries]


def test_a_row_saved_or_changed_past_the_model_is_found_anew():
    article = make_public_article(title_th="กระจอก")
    assert found("กระจอก") == [("article", article.pk)]

    Article.objects.filter(pk=article.pk).update(title_th="นกยูง")

    assert found("กระจอก") == []
    assert found("นกยูง") == [("article", article.pk)]


def test_rows_made_in_bulk_and_rows_deleted_are_known():
    draft = make_article(title_th="ต้นแบบ")
    fields = {"author": draft.author, "state": "published", "publish_at": "2020-01-01T00:00Z"}
    Article.objects.bulk_create(
        Article(title_th=f"กระจอก {at}", date="2020-01-01", **fields) for at in range(3)
    )
    assert len(found("กระจอก")) == 3

    Article.objects.filter(title_th="กระจอก 1").delete()

    assert len(found("กระจอก")) == 2
    assert Entry.objects.filter(kind="article").count() == 3  # the draft is kept, not shown


def test_a_topic_given_and_taken_away_narrows_at_once():
    article, topic = make_public_article(title_th="กระจอก"), make_topic(slug="birds")
    assert found("กระจอก", topic="birds") == []
    article.topics.add(topic)
    assert found("กระจอก", topic="birds") == [("article", article.pk)]
    article.topics.clear()
    assert found("กระจอก", topic="birds") == []


def test_what_a_meeting_talked_about_and_decided_is_found_under_the_meeting():
    meeting = make_meeting()
    item = make_item(meeting=meeting, title_th="กระจอก")
    resolution = make_resolution(item=item, text_th="ให้เลี้ยงนกยูง")
    assert found("กระจอก") == found("นกยูง") == [("meeting", meeting.pk)]

    Resolution.objects.filter(pk=resolution.pk).update(text_th="ให้เลี้ยงเป็ด")
    assert found("นกยูง") == []

    other = make_meeting()
    AgendaItem.objects.filter(pk=item.pk).update(meeting=other)
    assert found("กระจอก") == [("meeting", other.pk)]


def test_a_committee_of_another_name_renames_its_meetings():
    committee = make_committee(name_th="คณะกรรมการกระจอก")
    meeting = make_meeting(committee=committee)
    Committee.objects.filter(pk=committee.pk).update(name_th="คณะกรรมการนกยูง")
    assert found("นกยูง") == [("committee", committee.pk), ("meeting", meeting.pk)]


def test_a_meeting_that_closes_takes_its_committee_from_the_news_about_it():
    meeting = make_meeting()
    article = make_public_article(title_th="กระจอก", meeting=meeting)
    slug = meeting.committee.slug
    assert found("กระจอก", committee=slug) == [("article", article.pk)]
    Meeting.objects.filter(pk=meeting.pk).update(access="internal")
    assert found("กระจอก", committee=slug) == []
    assert found("กระจอก") == [("article", article.pk)]


def test_reading_everything_anew_gives_the_same():
    make_department(name_th="สำนักกระจอก")
    make_public_article(title_th="กระจอก", topics=[make_topic()])
    before = found("กระจอก"), Facet.objects.count()
    counted = rebuild()
    assert (found("กระจอก"), Facet.objects.count()) == before
    assert counted >= 2
    assert not Due.objects.exists()


def test_a_record_marked_often_is_read_once():
    refresh()
    department = make_department()
    for name in ("หนึ่ง", "สอง", "สาม"):
        Department.objects.filter(pk=department.pk).update(name_th=name)
    assert Due.objects.count() == 4
    assert refresh() == 1


def test_one_search_reads_no_more_anew_than_it_has_time_for(monkeypatch):
    monkeypatch.setattr("iad.finding.answering.FRESH", 2)
    for at in range(5):
        make_department(name_th=f"สำนักกระจอก {at}")
    counts = [len(found("กระจอก")) for _again in range(4)]
    assert counts[0] < counts[-1] == 5
