"""Publishing from the desk: who finds which button, and what pressing it does."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.models import Article
from news.publishing import publish
from tests.factories import make_article, make_public_article, make_user

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def editor():
    return make_user("editor")


class Desk:
    """A colleague at the screen of a text: opens it, changes fields, presses a button."""

    def __init__(self, client, role):
        self.client, self.user = client, make_user(role)
        client.force_login(self.user)

    def open(self, text):
        return BeautifulSoup(self.client.get(address(text)).content, "html.parser")

    def press(self, text, button, /, **typed):
        filled = {**form_of(self.open(text)), button: "x", **typed}
        return self.client.post(address(text), filled)


def address(text, screen="change"):
    return reverse(f"admin:news_{text._meta.model_name}_{screen}", args=[text.pk])


def act_address(text, act):
    return reverse("admin:news_article_act", args=[text.pk, act])


def form_of(page) -> dict[str, str]:
    """What a browser would send of the form as it stands."""
    form = page.select_one("form[id$=_form]")
    fields = {
        field["name"]: field.get("value", "")
        for field in form.select("input[name]")
        if field.get("type") not in {"submit", "file"}
        and (field.get("type") != "checkbox" or field.has_attr("checked"))
    }
    fields |= {area["name"]: area.get_text() for area in form.select("textarea[name]")}
    for choice in form.select("select[name]"):
        chosen = [option.get("value", "") for option in choice.select("option[selected]")]
        fields[choice["name"]] = chosen if choice.has_attr("multiple") else (chosen or [""])[0]
    return {name: value for name, value in fields.items() if "__prefix__" not in name}


@pytest.fixture
def at_desk(client):
    return lambda role: Desk(client, role)


def test_an_editor_saves_and_publishes_in_one_press(at_desk, client):
    text = make_article()

    at_desk("editor").press(text, "_publish", title_th="ชื่อใหม่")

    text.refresh_from_db()
    assert text.is_public
    assert text.title_th == "ชื่อใหม่"
    assert "ชื่อใหม่" in client.get(text.get_absolute_url()).content.decode()


def test_an_hour_typed_in_the_buddhist_era_schedules(at_desk):
    text = make_article()
    hour = (timezone.localtime() + timedelta(days=2)).replace(hour=9, minute=30)

    at_desk("editor").press(
        text,
        "_publish",
        publish_at_0=f"{hour.day}/{hour.month}/{hour.year + 543}",
        publish_at_1="09.30",
    )

    text.refresh_from_db()
    assert text.is_scheduled
    assert timezone.localtime(text.publish_at) == hour.replace(second=0, microsecond=0)
    assert Client().get(text.get_absolute_url()).status_code == 404


def test_what_is_not_fit_is_saved_and_not_published(at_desk):
    text = make_article(date=None)

    at_desk("editor").press(text, "_publish", title_th="ชื่อใหม่")

    text.refresh_from_db()
    assert (text.state, text.title_th) == ("draft", "ชื่อใหม่")


@pytest.mark.parametrize("role", ["author", "translator"])
def test_others_have_no_button_to_publish_and_may_not_press_it(role, at_desk):
    desk = at_desk(role)
    text = make_article(author=desk.user)

    assert desk.open(text).select_one("[name=_publish]") is None
    desk.press(text, "_publish")

    text.refresh_from_db()
    assert text.state == "draft"


@pytest.mark.parametrize("role", ["author", "translator"])
def test_others_cannot_publish_by_any_other_field(role, at_desk):
    desk = at_desk(role)
    text = make_article(author=desk.user)

    desk.press(text, "_save", state="published", publish_at_0="14/2/2563", publish_at_1="09.00")

    text.refresh_from_db()
    assert (text.state, text.publish_at) == ("draft", None)


@pytest.mark.parametrize("role", ["author", "translator"])
def test_others_cannot_publish_from_the_list(role, at_desk, client):
    desk = at_desk(role)
    text = make_article(author=desk.user)

    client.post(
        reverse("admin:news_article_changelist"),
        {"action": "publish_selected", "_selected_action": [text.pk]},
    )

    text.refresh_from_db()
    assert text.state == "draft"


def test_an_editor_publishes_several_from_the_list(at_desk, client):
    at_desk("editor")
    fit, unfit = make_article(), make_article(date=None)

    client.post(
        reverse("admin:news_article_changelist"),
        {"action": "publish_selected", "_selected_action": [fit.pk, unfit.pk]},
    )

    assert list(Article.objects.public()) == [fit]


def test_an_author_writes_their_own_draft(at_desk):
    desk = at_desk("author")
    text = make_article(author=desk.user)

    desk.press(text, "_save", title_th="ชื่อใหม่")

    text.refresh_from_db()
    assert text.title_th == "ชื่อใหม่"


@pytest.mark.parametrize(
    ("own", "state"),
    [(False, "draft"), (False, "published"), (True, "published"), (True, "withdrawn")],
)
def test_an_author_changes_neither_the_work_of_others_nor_what_is_published(own, state, at_desk):
    desk = at_desk("author")
    text = make_public_article(author=desk.user if own else make_user("author"), state=state)
    page = desk.open(text)

    assert page.select("[name=_save], [name=title_th]") == []
    desk.client.post(address(text), {"title_th": "ชื่อใหม่", "_save": "x"})

    text.refresh_from_db()
    assert text.title_th != "ชื่อใหม่"


def test_a_translator_writes_the_english_columns_and_no_others(at_desk):
    text = make_public_article(title_en="", body_en="", source_th="สกต.")
    before = (text.title_th, text.body_th, text.source_th, text.date)

    at_desk("translator").press(
        text,
        "_save",
        title_en="Title",
        body_en="<p>Text</p>",
        title_th="ชื่อใหม่",
        body_th="<p>ใหม่</p>",
        source_th="อื่น",
        date="1/1/2560",
    )

    text.refresh_from_db()
    assert (text.title_en, text.body_en) == ("Title", "<p>Text</p>")
    assert (text.title_th, text.body_th, text.source_th, text.date) == before


def test_withdrawing_from_the_screen_needs_a_reason(at_desk):
    desk, text = at_desk("editor"), make_public_article()

    desk.client.post(act_address(text, "withdraw"), {"reason": " "})
    text.refresh_from_db()
    assert text.is_public

    desk.client.post(act_address(text, "withdraw"), {"reason": "ผิดวัน"})
    text.refresh_from_db()
    assert text.state == "withdrawn"


@pytest.mark.parametrize("role", ["author", "translator", "secretary", "administrator"])
def test_only_editors_withdraw_news(role, at_desk):
    desk, text = at_desk(role), make_public_article()

    assert desk.client.post(act_address(text, "withdraw"), {"reason": "ผิด"}).status_code == 403

    text.refresh_from_db()
    assert text.is_public


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_what_was_public_cannot_be_deleted(state, at_desk):
    desk, text = at_desk("editor"), make_public_article(state=state)

    assert desk.client.post(address(text, "delete"), {"post": "yes"}).status_code == 403
    assert Article.objects.filter(pk=text.pk).exists()


def test_a_draft_can_be_deleted_by_its_author(at_desk):
    desk = at_desk("author")
    text = make_article(author=desk.user)

    desk.client.post(address(text, "delete"), {"post": "yes"})

    assert not Article.objects.exists()


def test_a_change_of_the_text_after_publication_is_dated(at_desk):
    text = make_public_article(state="withdrawn")
    at_desk("editor").press(text, "_save", title_th="ชื่อใหม่")

    text.refresh_from_db()
    assert text.changed_at is not None


@pytest.mark.parametrize(
    "emptied", [{"publish_at_0": "", "publish_at_1": ""}, {"date": ""}], ids=["hour", "date"]
)
def test_what_is_published_keeps_its_hour_and_its_date(emptied, at_desk):
    desk, text = at_desk("editor"), make_public_article(publish_at=timezone.now() + HOUR)

    response = desk.press(text, "_save", **emptied)

    assert response.status_code == 200  # the form comes back with its reason
    text.refresh_from_db()
    assert text.is_scheduled
    assert text.date is not None


def test_holding_news_up_on_the_home_page_is_no_change_of_its_text(at_desk):
    text = make_public_article(state="withdrawn")
    tomorrow = timezone.localdate() + timedelta(days=1)

    at_desk("editor").press(
        text,
        "_save",
        featured_until_0=f"{tomorrow.day}/{tomorrow.month}/{tomorrow.year + 543}",
        featured_until_1="09.00",
    )

    text.refresh_from_db()
    assert text.featured_until is not None
    assert text.changed_at is None


def test_news_whose_hour_is_brought_forward_was_first_seen_then(at_desk, editor):
    text = make_article()
    publish(text, by=editor, at=timezone.now() + 48 * HOUR)
    today = timezone.localdate()

    at_desk("editor").press(
        text,
        "_save",
        publish_at_0=f"{today.day}/{today.month}/{today.year + 543}",
        publish_at_1="00.00",
    )

    text.refresh_from_db()
    assert text.is_public
    assert text.was_public


def test_what_is_only_scheduled_can_still_be_deleted_by_an_editor(at_desk, editor):
    text = make_article()
    publish(text, by=editor, at=timezone.now() + HOUR)

    at_desk("editor").client.post(address(text, "delete"), {"post": "yes"})

    assert not Article.objects.exists()
