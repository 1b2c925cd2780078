"""No English is left on a Thai page of the desk, and the catalogue is whole."""

import re
from pathlib import Path

import django
import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.conf import global_settings, settings
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from iad.models import User
from news.models import Announcement, OldAddress
from tests.factories import (
    make_article,
    make_assignment,
    make_attendee,
    make_department,
    make_item,
    make_meeting,
    make_membership,
    make_page,
    make_photo,
    make_topic,
    make_unknown_address,
)

CATALOGUES = sorted(path for folder in settings.LOCALE_PATHS for path in folder.rglob("*.po"))
DJANGO = Path(django.__file__).parent
PARTS = [
    DJANGO / "conf/locale",
    *(DJANGO / f"contrib/{name}/locale" for name in ("admin", "auth", "contenttypes", "sessions")),
]
# Languages that the portal does not offer, and pages that only a programmer sees.
LANGUAGES = {name for _code, name in global_settings.LANGUAGES}
NOT_SHOWN = re.compile(
    r"DEBUG|Django|Referer|CSRF cookie|disable cookies|allow_empty|Topics, references"
    r"|install worked|Polling App|Connect, get help"
)
# Words that are the same in Thai: formats, and examples of addresses.
INTERNATIONAL = re.compile(
    "JPEG|PNG|WebP|CSV|SHA|PDF|HTML|JSON|XML|https?|www|node|news|English"
    "|pdf|docx|xlsx|pptx|odt|ods|odp|doc|xls|ppt|csv|txt"
    "|Control|Command|Mac"  # as printed on the keys
)
SHOWN_ATTRIBUTES = ("title", "placeholder", "aria-label", "alt")


def read(path, locale="th"):
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def words_of(catalogue):
    return [message for message in catalogue if message.id]


def identity(message) -> tuple:
    """Context and text; .mo files hold the context as bytes and a plural as a list."""
    context = message.context.decode() if isinstance(message.context, bytes) else message.context
    return context, message.id if isinstance(message.id, str) else tuple(message.id)


def texts_of(message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or [])


def is_translated(message) -> bool:
    texts = texts_of(message)
    return bool(texts) and all(texts) and not message.fuzzy


@pytest.mark.parametrize(
    "path", CATALOGUES, ids=lambda path: str(path.relative_to(path.parents[4]))
)
def test_every_message_is_translated_with_its_fields_kept(path):
    catalogue = read(path)

    assert [message.id for message in words_of(catalogue) if not is_translated(message)] == []
    assert [list(message.check()) for message in words_of(catalogue) if any(message.check())] == []


@pytest.mark.parametrize(
    "path", CATALOGUES, ids=lambda path: str(path.relative_to(path.parents[4]))
)
def test_the_compiled_catalogue_says_the_same(path):
    with path.open("rb") as po, path.with_suffix(".mo").open("rb") as mo:
        written, compiled = read_po(po, locale="th"), read_mo(mo)

    def said(catalogue):
        return {identity(message): texts_of(message) for message in words_of(catalogue)}

    assert said(compiled) == said(written)


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_what_django_leaves_untranslated_is_filled(domain):
    ours = {
        identity(message)
        for path in CATALOGUES
        if path.stem == domain
        for message in words_of(read(path))
    }

    for folder in PARTS:
        source = folder / f"en/LC_MESSAGES/{domain}.po"
        if not source.exists():
            continue
        thai = read(folder / f"th/LC_MESSAGES/{domain}.po")
        for message in words_of(read(source, "en")):
            theirs = thai.get(message.id, message.context)
            is_known = theirs is not None and is_translated(theirs)
            is_ours = identity(message) in ours
            is_shown = message.id not in LANGUAGES and not NOT_SHOWN.search(str(message.id))
            assert is_known or is_ours or not is_shown, message.id


@pytest.fixture
def desk(db, client):
    client.force_login(User.objects.create_superuser("๑", password="x", first_name="หัวหน้า"))
    return client


@pytest.fixture
def thai_rows(desk):
    names = {"slug": "0", "name_th": "ชื่อ"}
    article = make_article(author=User.objects.get())
    make_photo(article=article)
    meeting = make_meeting()
    make_attendee(meeting=meeting)
    make_item(meeting=meeting)
    make_membership()
    make_page(slug="0")
    make_topic(**names)
    make_assignment(department=make_department(name_en=""))
    Announcement.objects.create(text_th="ประกาศ")
    OldAddress.objects.create(path="/node/1", article=article)
    make_unknown_address(path="/node/2")


def english_on(response) -> set[str]:
    page = BeautifulSoup(response.content, "html.parser")
    for part in page.select('script, style, template, [lang="en"], .field-password'):
        part.decompose()
    shown = [page.get_text(" ")]
    shown += [
        tag[name] for tag in page.find_all(True) for name in SHOWN_ATTRIBUTES if tag.get(name)
    ]
    shown += [tag["value"] for tag in page.select("input[type=submit], input[type=button]")]
    found = re.findall(r"[A-Za-z]{3,}", " ".join(shown))
    return {
        word
        for word in found
        if not INTERNATIONAL.fullmatch(word) and not word.startswith("committee")
    }


SCREENS = sorted(
    (model._meta.app_label, model._meta.model_name, model) for model in admin.site._registry
)


@pytest.mark.parametrize("screen", ["changelist", "add", "change", "history", "delete"])
@pytest.mark.parametrize("app_label, model_name, model", SCREENS)  # noqa: PT006
def test_a_thai_page_of_the_desk_says_nothing_in_english(
    screen, app_label, model_name, model, desk, thai_rows
):
    row = model.objects.first()
    args = [row.pk] if screen in {"change", "history", "delete"} else []

    response = desk.get(reverse(f"admin:{app_label}_{model_name}_{screen}", args=args))

    if response.status_code == 200:
        assert english_on(response) == set()


@pytest.mark.parametrize("name", ["index", "password_change", "login"])
@pytest.mark.django_db
def test_the_desk_itself_speaks_thai(name, desk):
    visitor = Client() if name == "login" else desk

    assert english_on(visitor.get(reverse(f"admin:{name}"))) == set()


def test_the_english_desk_speaks_english(desk):
    page = desk.get("/en/admin/").content.decode()

    assert "Staff desk" in page
    assert 'lang="en"' in page
