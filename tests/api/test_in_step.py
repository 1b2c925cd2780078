"""A copy kept by `changed_since` learns of all that appeared, changed or went, and of no more."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from committees.models import Attendee, Department, Meeting, Person
from iad.api import ledger
from iad.api.marking import keep_marks, take_off_marks
from iad.api.models import Due, Known
from iad.api.resources import RESOURCES
from news.models import Article, Topic
from news.publishing import withdraw
from tests.factories import (
    make_article,
    make_attendee,
    make_committee,
    make_department,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_public_article,
    make_resolution,
    make_term,
    make_topic,
    make_user,
    published,
)

pytestmark = pytest.mark.django_db


class Copy:
    """Whoever harvests one list: what is held, and the moment of the last answer."""

    def __init__(self, client, name):
        self.client, self.name = client, name
        self.records = {}
        self.as_of = None
        self.ask()

    def ask(self) -> tuple[set, set]:
        """The ids that came and those that went."""
        address, came, went = f"/api/v1/{self.name}/?limit=2", set(), set()
        if self.as_of:
            address += f"&changed_since={self.as_of}"
        while address:
            told = self.client.get(address).json()
            self.records |= {one["id"]: one for one in told["items"]}
            came |= {one["id"] for one in told["items"]}
            went |= {one["id"] for one in told["deleted"]}
            self.as_of = told["as_of"]  # on each page that of the first
            address = told["next"]
        for key in went:
            del self.records[key]  # a tombstone of what was never given is an error
        return came, went

    @property
    def is_true(self) -> bool:
        address, found = f"/api/v1/{self.name}/", {}
        while address:
            told = self.client.get(address).json()
            found |= {one["id"]: one for one in told["items"]}
            address = told["next"]
        return found == self.records


@pytest.fixture
def copies(client):
    return lambda: {one.name: Copy(client, one.name) for one in RESOURCES}


def what_changed(copies) -> dict:
    """What each copy is told, empty ones left out; each is then true, and is told no more."""
    told = {name: copy.ask() for name, copy in copies.items()}
    for name, copy in copies.items():
        assert copy.is_true, name
        assert copy.ask() == (set(), set()), name
    return {name: said for name, said in told.items() if said != (set(), set())}


def test_nothing_is_told_where_nothing_happened(copies):
    make_public_article(topics=[make_topic()], meeting=make_meeting())
    make_attendee()

    assert what_changed(copies()) == {}


def test_an_article_is_told_of_when_published_changed_and_withdrawn(copies):
    topic = make_topic()
    kept = make_public_article()
    held = copies()
    draft = make_article(topics=[topic])
    assert what_changed(held) == {}

    Article.objects.filter(pk=draft.pk).update(**published())
    assert what_changed(held) == {"articles": ({draft.pk}, set()), "topics": ({topic.pk}, set())}

    Article.objects.filter(pk=draft.pk).update(title_en="Changed past the model")
    assert what_changed(held) == {"articles": ({draft.pk}, set())}

    withdraw(draft, by=make_user("editor"), reason="wrong")
    assert what_changed(held) == {"articles": (set(), {draft.pk}), "topics": (set(), {topic.pk})}
    assert set(held["articles"].records) == {kept.pk}

    Article.objects.filter(pk=draft.pk).update(state="published")
    assert what_changed(held)["articles"] == ({draft.pk}, set())


def test_a_row_deleted_by_sql_leaves_a_tombstone(copies):
    department = make_department()
    held = copies()

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM committees_department WHERE id = %s", [department.pk])

    assert what_changed(held) == {"departments": (set(), {department.pk})}


def test_what_was_never_public_has_no_tombstone_and_no_trace(copies, client):
    held = copies()
    draft, closed = make_article(), make_meeting(access="internal")
    guest = make_attendee(meeting=closed, is_public=False).person
    assert what_changed(held).keys() == {"committees"}
    for row in (draft, guest, closed):
        type(row).objects.filter(pk=row.pk).update(**{named(row): "changed"})
    assert what_changed(held) == {}

    Attendee.objects.all().delete()
    closed.delete()
    guest.delete()
    draft.delete()

    assert what_changed(held) == {}
    assert set(Known.objects.values_list("kind", flat=True)) == {"committee"}


def named(row) -> str:
    return {Article: "title_th", Person: "name_th", Meeting: "venue_th"}[type(row)]


def test_work_inside_an_open_record_is_not_told(copies):
    article, meeting = make_public_article(), make_meeting(status="planned")
    held = copies()

    make_article(replaces=article, title_th="แก้ไข")
    Article.objects.filter(pk=article.pk).update(version=7, preview_key="secret")
    make_attendee(meeting=meeting)
    make_resolution(item=make_item(meeting=meeting, access="internal"))
    meeting.save()  # its own moment of change is not given

    assert what_changed(held) == {}


def test_news_published_at_an_hour_is_told_of_when_the_hour_has_come(copies, monkeypatch):
    topic = make_topic()
    held = copies()
    hour = timezone.now() + timedelta(hours=2)
    fields = {"publish_at": hour, "first_published_at": hour}
    article = make_article(**published(**fields), topics=[topic])
    assert what_changed(held) == {}

    later = timezone.now() + timedelta(hours=3)
    monkeypatch.setattr(timezone, "now", lambda: later)

    assert what_changed(held) == {
        "articles": ({article.pk}, set()),
        "topics": ({topic.pk}, set()),
    }


def test_an_hour_that_was_moved_or_given_up_opens_nothing(copies, monkeypatch):
    held = copies()
    hour = timezone.now() + timedelta(hours=2)
    article = make_article(**published(publish_at=hour, first_published_at=hour))
    what_changed(held)
    Article.objects.update(state="draft")

    assert what_changed(held) == {}
    assert not Due.objects.exists()
    monkeypatch.setattr(timezone, "now", lambda: hour + timedelta(hours=1))
    assert what_changed(held) == {}
    assert article.pk not in held["articles"].records


def test_a_meeting_that_is_closed_takes_along_whoever_was_named_only_there(copies):
    meeting = make_meeting()
    only_there, member = make_person(), make_membership().person
    for person in (only_there, member):
        make_attendee(meeting=meeting, person=person)
    news = make_public_article(meeting=meeting)
    held = copies()

    Meeting.objects.filter(pk=meeting.pk).update(access="internal")

    assert what_changed(held) == {
        "meetings": (set(), {meeting.pk}),
        "people": (set(), {only_there.pk}),
        "articles": ({news.pk}, set()),  # it names its meeting no longer
    }


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda world: make_item(meeting=world.meeting), {"meetings"}),
        (lambda world: make_resolution(item=world.item), {"meetings"}),
        (lambda world: Attendee.objects.update(is_public=False), {"meetings", "people"}),
        (lambda world: Person.objects.update(name_en="Renamed"), {"meetings", "people"}),
        (lambda world: Department.objects.update(name_en="Renamed"), {"departments"}),
        (lambda world: Topic.objects.update(name_en="Renamed"), {"topics"}),
        (lambda world: world.article.topics.clear(), {"articles", "topics"}),
        (lambda world: world.article.departments.add(world.department), {"articles"}),
        (lambda world: world.article.photos.all().delete(), set()),
        (lambda world: make_term(committee=world.meeting.committee), {"committees"}),
        (lambda world: make_membership(committee=world.meeting.committee), {"people+seat"}),
    ],
)
def test_whatever_is_given_of_a_record_tells_of_it_when_it_changes(act, told, copies):
    class World:
        meeting = make_meeting(committee=make_committee())
        department = make_department()
        item = make_item(meeting=meeting)
        article = make_public_article(topics=[make_topic()])

    make_attendee(meeting=World.meeting)
    held = copies()

    act(World)

    told = {"people", "memberships"} if told == {"people+seat"} else told
    assert set(what_changed(held)) == told


def test_a_page_of_changes_is_no_longer_than_asked_for(client):
    articles = [make_public_article() for _number in range(5)]
    since = client.get("/api/v1/articles/").json()["as_of"]
    Article.objects.update(title_en="Changed")
    Article.objects.filter(pk__in=[one.pk for one in articles[::2]]).update(state="withdrawn")

    told = client.get(f"/api/v1/articles/?changed_since={since}&limit=3").json()

    assert len(told["items"]) + len(told["deleted"]) == 3
    assert told["next"]
    assert {one["kind"] for one in told["deleted"]} == {"article"}


def test_each_noticing_is_later_than_the_one_before(client, monkeypatch):
    """Also where the clock was set back, or stands still."""
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)
    seen = []
    for _number in range(3):
        make_public_article()
        seen.append(client.get("/api/v1/articles/").json()["as_of"])

    assert len(set(seen)) == 3
    assert seen == sorted(seen)


def test_of_a_flood_everything_counts_as_changed_and_nothing_is_forgotten(client):
    offices = [make_department() for _number in range(4)]
    since = client.get("/api/v1/departments/").json()["as_of"]
    Department.objects.filter(pk=offices[0].pk).delete()
    Department.objects.filter(pk=offices[1].pk).update(name_en="One")
    Department.objects.update(closed_on=None)  # as it was

    ledger.catch_up(at_once=3)

    told = client.get(f"/api/v1/departments/?changed_since={since}").json()
    assert [one["id"] for one in told["items"]] == [one.pk for one in offices[:0:-1]]
    assert [one["id"] for one in told["deleted"]] == [offices[0].pk]
    assert set(Known.objects.values_list("digest", flat=True)) == {""}


def test_what_a_migration_wrote_is_looked_at_when_it_ends(client):
    office, gone = make_department(), make_department()
    since = client.get("/api/v1/departments/").json()["as_of"]
    rooms = apps.get_app_config("open_data")
    take_off_marks(rooms, connection.alias)
    Department.objects.filter(pk=office.pk).update(name_en="One")
    Department.objects.filter(pk=gone.pk).delete()

    keep_marks(rooms, connection.alias, plan=["a migration"])

    told = client.get(f"/api/v1/departments/?changed_since={since}").json()
    assert [one["name"]["en"] for one in told["items"]] == ["One"]
    assert [one["id"] for one in told["deleted"]] == [gone.pk]
    assert not Due.objects.exists()
