"""Every screen of the desk opens, for every role, and takes dates as the office writes them."""

import re

import pytest
from django import forms as django_forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import RequestFactory
from django.urls import reverse

from committees.models import AgendaItem, Assignment, Meeting
from iad.forms import DateField, DateTimeField, TimeField
from iad.models import User
from iad.roles import ROLES
from news.models import Announcement, Article, OldAddress, Topic, UnknownAddress
from tests.factories import (
    make_article,
    make_assignment,
    make_attendee,
    make_item,
    make_meeting,
    make_membership,
    make_page,
    make_photo,
    make_public_article,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db
SCREENS = sorted(admin.site._registry, key=lambda model: model._meta.label)
OURS = (DateField, DateTimeField, TimeField)


@pytest.fixture
def boss(db):
    return User.objects.create_superuser("boss", password="x")


@pytest.fixture
def rows():
    """One row for every screen."""
    article = make_article()
    make_photo(article=article)
    assignment = make_assignment()
    meeting = make_meeting()
    make_attendee(meeting=meeting)
    make_item(meeting=meeting)
    make_membership()
    make_page()
    make_topic()
    Announcement.objects.create(text_th="ประกาศ")
    OldAddress.objects.create(path="/node/1", article=article)
    UnknownAddress.objects.create(path="/node/2", last_asked_on="2026-11-28")
    return assignment


def address(model, screen, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{screen}", args=args)


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
@pytest.mark.parametrize("screen", ["changelist", "add"])
def test_a_screen_opens(model, screen, boss, rows, client):
    client.force_login(boss)

    # Acts write the log, decisions make assignments, readers ask: nobody adds one by itself.
    refused = model in {LogEntry, Assignment, UnknownAddress} and screen == "add"
    of_meeting = {"meeting": Meeting.objects.first().pk} if model is AgendaItem else {}
    answer = client.get(address(model, screen), of_meeting if screen == "add" else {}, follow=True)
    assert answer.status_code == (403 if refused else 200)


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
@pytest.mark.parametrize("screen", ["change", "history"])
def test_a_record_opens(model, screen, boss, rows, client):
    client.force_login(boss)
    row = model.objects.first()
    if row is None:
        pytest.fail(f"the rows of this test lack a {model._meta.label}")

    assert client.get(address(model, screen, row.pk)).status_code == 200


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model._meta.label)
def test_no_date_is_typed_past_the_thai_fields(model, boss):
    request = RequestFactory().get("/")
    request.user = boss
    screen = admin.site._registry[model]
    formsets = [formset for formset, _inline in screen.get_formsets_with_inlines(request)]

    for form in [screen.get_form(request), *(formset.form for formset in formsets)]:
        for name, field in form.base_fields.items():
            if (
                isinstance(
                    field,
                    django_forms.DateField | django_forms.DateTimeField | django_forms.TimeField,
                )
                or "date" in type(field.widget).__name__.lower()
            ):
                assert isinstance(field, OURS), name


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sees_its_screens_and_no_others(role, rows, client):
    client.force_login(make_user(role))
    rights = ROLES[role]

    for model in SCREENS:
        allowed = "view" in rights.get(model._meta.label_lower, ())
        assert client.get(address(model, "changelist")).status_code == (200 if allowed else 403)


@pytest.mark.parametrize("role", ROLES)
def test_every_allowed_record_opens_for_a_role(role, rows, client):
    client.force_login(make_user(role))

    for model in SCREENS:
        row = model.objects.first()
        if row and "view" in ROLES[role].get(model._meta.label_lower, ()):
            assert client.get(address(model, "change", row.pk)).status_code == 200, model


def test_thai_pages_of_the_desk_show_buddhist_years(boss, rows, client):
    client.force_login(boss)

    page = client.get(address(type(rows.resolution.item.meeting), "changelist")).content.decode()

    days = re.findall(r'<td class="field-starts_at[^>]*>([^<]*)', page)
    assert days
    assert not [day for day in days if not re.search(r"\b25[0-9]{2}\b", day)]


@pytest.mark.parametrize(
    ("make", "leads_there"), [(make_article, False), (make_public_article, True)]
)
def test_the_desk_leads_to_a_page_only_where_readers_find_one(make, leads_there, boss, client):
    client.force_login(boss)
    article = make()

    page = client.get(address(Article, "change", article.pk)).content.decode()

    assert ('class="viewsitelink"' in page) is leads_there


def test_the_log_names_changed_fields_in_thai(boss, client):
    client.force_login(boss)
    topic = make_topic()

    client.post(
        address(Topic, "change", topic.pk),
        {"name_th": "เมืองพี่เมืองน้อง", "name_en": "Sister cities", "slug": topic.slug},
    )

    message = LogEntry.objects.latest("pk").get_change_message()
    assert "ชื่อ" in message
    assert not re.search("[A-Za-z]", message)


def test_whoever_may_only_read_sees_a_text_and_not_its_tags(boss, client):
    client.force_login(boss)
    article = make_public_article(body_th="<p>ย่อหน้าแรก</p><h2>หัวข้อ</h2>")

    shown = client.get(address(Article, "change", article.pk)).content.decode()

    assert "<h2>หัวข้อ</h2>" in shown
    assert "&lt;p&gt;" not in shown
