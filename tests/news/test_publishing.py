"""Publishing and withdrawing: who may, when, once, and with what left in the history."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.utils import timezone

from news.models import Article
from news.publishing import publish, restore, unfit_to_publish, withdraw
from tests.factories import make_article, make_page, make_public_article, make_user

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def make_draft_page(**fields):
    return make_page(**{"state": "draft", "publish_at": None, "first_published_at": None} | fields)


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.mark.parametrize("make", [make_article, make_draft_page])
@pytest.mark.parametrize("state", ["draft", "review"])
def test_what_is_published_is_public_at_once(state, make, editor):
    text = make(state=state)

    assert publish(text, by=editor) is True

    assert text.is_public
    assert text.first_published_at == text.publish_at
    assert LogEntry.objects.get().user == editor


def test_publishing_twice_happens_once(editor):
    text = make_article()
    as_a_colleague_sees_it = Article.objects.get(pk=text.pk)
    publish(text, by=editor)

    assert publish(as_a_colleague_sees_it, by=make_user("editor")) is False

    assert as_a_colleague_sees_it.publish_at == text.publish_at
    assert LogEntry.objects.count() == 1


def test_an_hour_to_come_schedules(editor):
    text, hour = make_article(), timezone.now() + HOUR

    publish(text, by=editor, at=hour)

    assert text.is_scheduled
    assert not text.was_public
    assert text.publish_at == text.first_published_at == hour


def test_withdrawing_takes_down_and_says_why(editor):
    text = make_public_article()

    assert withdraw(text, by=editor, reason="ชื่อผู้แทนไม่ถูกต้อง") is True

    assert not text.is_public
    assert text.state == "withdrawn"
    assert text.was_public
    assert "ชื่อผู้แทนไม่ถูกต้อง" in LogEntry.objects.get().get_change_message()


def test_withdrawing_twice_happens_once(editor):
    text = make_public_article()
    withdraw(text, by=editor, reason="ซ้ำ")

    assert withdraw(text, by=editor, reason="ซ้ำ") is False
    assert LogEntry.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_withdrawing_needs_a_reason(reason, editor):
    text = make_public_article()

    with pytest.raises(ValidationError):
        withdraw(text, by=editor, reason=reason)

    text.refresh_from_db()
    assert text.is_public


@pytest.mark.parametrize("state", ["draft", "review"])
def test_what_was_never_published_is_not_withdrawn(state, editor):
    text = make_article(state=state)

    assert withdraw(text, by=editor, reason="ผิด") is False
    assert (text.state, LogEntry.objects.count()) == (state, 0)


def test_what_comes_back_keeps_the_day_on_which_readers_first_saw_it(editor):
    text = make_public_article()
    first = text.first_published_at
    withdraw(text, by=editor, reason="ตรวจสอบ")

    assert publish(text, by=editor) is False  # that is for what was never withdrawn
    assert restore(text, by=editor) is True

    assert text.is_public
    assert text.first_published_at == first


@pytest.mark.parametrize(
    ("lacking", "reasons"),
    [
        ({}, 0),
        ({"title_th": "", "body_th": "", "title_en": "Title", "body_en": "<p>Text</p>"}, 0),
        ({"date": None}, 1),
        ({"body_th": ""}, 1),
        ({"title_th": "", "title_en": "Title"}, 1),  # the text is in the other language
        ({"body_th": "", "date": None}, 2),
    ],
)
def test_what_readers_would_miss_is_said(lacking, reasons, editor):
    text = make_article(**lacking)

    assert len(unfit_to_publish(text)) == reasons
    if reasons:
        with pytest.raises(ValidationError) as refusal:
            publish(text, by=editor)
        assert len(refusal.value.messages) == reasons
        text.refresh_from_db()
        assert text.state == "draft"


def test_what_was_withdrawn_before_its_hour_was_never_public(editor):
    text = make_article()
    publish(text, by=editor, at=timezone.now() + HOUR)
    withdraw(text, by=editor, reason="เลื่อน")

    assert text.first_published_at is None


def test_an_hour_gone_by_is_not_when_readers_first_saw_it(editor):
    text = make_article()

    publish(text, by=editor, at=timezone.now() - 48 * HOUR)

    assert text.is_public
    assert text.first_published_at > timezone.now() - HOUR
