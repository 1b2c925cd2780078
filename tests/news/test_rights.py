"""Who may do what: every act × every role × every state, at the addresses that the desk uses.

What is allowed is written here by hand, not asked of the code. What is forbidden is refused, and
nothing has changed: no column, no step in the timeline, no line in the log.
"""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.models import Article, Transition
from tests.factories import make_article, make_public_article, make_user, published

pytestmark = pytest.mark.django_db

OWN, OTHER, EDITOR, WRITING_EDITOR = "author", "another author", "editor", "editor who wrote it"
ROLE = {OTHER: "author", WRITING_EDITOR: "editor"}
PEOPLE = [OWN, OTHER, EDITOR, WRITING_EDITOR, "secretary", "translator", "administrator"]
WRITERS = {OWN, EDITOR, WRITING_EDITOR}
PUBLISHERS = {EDITOR, WRITING_EDITOR}
LIVE = ["published", "published alone", "scheduled"]
ALLOWED = {
    "submit": dict.fromkeys(["draft", "edit"], WRITERS),
    "return": dict.fromkeys(["review", "edit in review"], PUBLISHERS),
    "publish": dict.fromkeys(["draft", "review", "edit", "edit in review"], PUBLISHERS),
    "confirm": {"published alone": {EDITOR}},
    "withdraw": dict.fromkeys(LIVE, PUBLISHERS),
    "restore": {"withdrawn": PUBLISHERS},
    "revise": dict.fromkeys(LIVE, WRITERS),
}
TYPED = {
    "return": {"comment": "แก้ชื่อ"},
    "publish": {"override": "on", "note_th": "แก้ชื่อ"},
    "withdraw": {"reason": "ผิด"},
}


def hour_to_come() -> dict:
    hour = timezone.now() + timedelta(hours=1)
    return published(publish_at=hour, first_published_at=hour)


STATES = {
    "draft": lambda author: {"state": "draft"},
    "review": lambda author: {"state": "review"},
    "published": lambda author: published(),
    "published alone": lambda author: published(approved_by=author),
    "scheduled": lambda author: hour_to_come(),
    "withdrawn": lambda author: published(state="withdrawn"),
    "edit": lambda author: {"replaces": make_public_article()},
    "edit in review": lambda author: {"state": "review", "replaces": make_public_article()},
}


def everything() -> list:
    """All that an act could change, past modeltranslation, which would answer for one language."""
    columns = [field.attname for field in Article._meta.concrete_fields]
    rows = Article.objects.order_by("pk")
    said = [[vars(article)[column] for column in columns] for article in rows]
    return [said, Transition.objects.count(), LogEntry.objects.count()]


def scene(who: str, state: str) -> tuple[Client, Article]:
    """A person at the desk, and an article of that state: their own or somebody's."""
    person = make_user(ROLE.get(who, who))
    author = person if who in {OWN, WRITING_EDITOR} else make_user("author")
    article = make_article(author=author, **STATES[state](author))
    client = Client()
    client.force_login(person)
    return client, article


def act_address(article: Article, act: str) -> str:
    return reverse("admin:news_article_act", args=[article.pk, act])


CASES = [(act, who, state) for act in ALLOWED for who in PEOPLE for state in STATES]
MAY = [case for case in CASES if case[1] in ALLOWED[case[0]].get(case[2], ())]
MAY_NOT = [case for case in CASES if case not in MAY]


def test_every_act_and_every_state_is_in_the_matrix():
    assert set(ALLOWED) == set(Transition.Act.values)
    assert {"draft", "review", "published", "withdrawn"} == set(Article.State.values)
    assert (len(MAY), len(MAY) + len(MAY_NOT)) == (36, 7 * 7 * 8)


@pytest.mark.parametrize(("act", "who", "state"), MAY)
def test_whoever_may_does_it(act, who, state):
    client, article = scene(who, state)
    before = everything()
    assert client.get(act_address(article, act)).status_code == 200
    assert everything() == before

    assert client.post(act_address(article, act), TYPED.get(act, {})).status_code == 302

    step = Transition.objects.get()
    assert (step.act, str(step.by.pk)) == (act, client.session["_auth_user_id"])
    assert LogEntry.objects.filter(user=step.by).exists()


@pytest.mark.parametrize(("act", "who", "state"), MAY_NOT)
def test_whoever_may_not_is_refused_and_nothing_changes(act, who, state):
    client, article = scene(who, state)
    before = everything()

    assert client.get(act_address(article, act)).status_code == 403
    assert client.post(act_address(article, act), TYPED.get(act, {})).status_code == 403

    assert everything() == before


@pytest.mark.parametrize("act", ALLOWED)
@pytest.mark.parametrize("state", STATES)
def test_a_stranger_is_led_to_the_log_in_and_nothing_changes(act, state):
    _client, article = scene(OWN, state)
    before = everything()

    for method in ("get", "post"):
        response = getattr(Client(), method)(act_address(article, act), TYPED.get(act, {}))
        assert (response.status_code, "/login/" in response.url) == (302, True)

    assert everything() == before


WRITE = {
    "draft": WRITERS | {"translator"},
    "review": PUBLISHERS | {"translator"},
    "published": {"translator"},
    "published alone": {"translator"},
    "scheduled": PUBLISHERS | {"translator"},
    "withdrawn": PUBLISHERS | {"translator"},
    "edit": WRITERS | {"translator"},
    "edit in review": PUBLISHERS | {"translator"},
}
DELETE = {
    "draft": WRITERS,
    "review": PUBLISHERS,
    "scheduled": PUBLISHERS,
    "edit": WRITERS,
    "edit in review": PUBLISHERS,
}


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("state", STATES)
def test_the_text_is_written_by_whoever_may_and_by_nobody_else(who, state):
    client, article = scene(who, state)
    address = reverse("admin:news_article_change", args=[article.pk])
    before = everything()
    field = b'name="title_en"'

    response = client.get(address)

    assert response.status_code == 200  # everybody here reads
    assert (field in response.content) is (who in WRITE[state])
    if who not in WRITE[state]:
        assert client.post(address, {"title_th": "x", "_save": "x"}).status_code == 403
        assert everything() == before


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("state", STATES)
def test_what_may_be_deleted_is_deleted_by_whoever_may(who, state):
    client, article = scene(who, state)
    address = reverse("admin:news_article_delete", args=[article.pk])
    before, may = everything(), who in DELETE.get(state, ())

    assert client.post(address, {"post": "yes"}).status_code == (302 if may else 403)

    assert Article.objects.filter(pk=article.pk).exists() is not may
    assert may or everything() == before
