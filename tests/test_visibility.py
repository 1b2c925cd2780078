"""One rule of what readers see: nothing hidden shows at any address, to anybody, in any form."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import translation
from pypdf import PdfReader

from committees.models import Meeting, Person
from iad.archive import years_of
from iad.models import User
from iad.roles import ROLES
from iad.views import OWNERS
from news.models import Article, OldAddress, Page
from tests.factories import make_article, make_attachment, make_public_article, make_user
from tests.hidden_world import HIDDEN_YEAR, LEAK, World
from tests.public_addresses import (
    LANGUAGES,
    OLD_FORMS,
    WALK,
    every_address,
    stored_files,
    view_names,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def world():
    return World()


def reader(role: str) -> Client:
    client = Client()
    superuser = role == "superuser"
    client.force_login(User.objects.create_superuser("root") if superuser else make_user(role))
    return client


def read(client: Client, address: str) -> tuple[int, str]:
    """The status and everything that was said: headers (but the clock) and body, also of files."""
    response = client.get(address)
    body = b"".join(response)  # which also closes a file
    if address.endswith("/minutes.pdf") and response.status_code == 200:
        pages = PdfReader(BytesIO(body)).pages
        body = "".join(page.extract_text() for page in pages).encode()
    headers = {name: value for name, value in response.headers.items() if name != "Expires"}
    return response.status_code, f"{headers}\n{body.decode(errors='replace')}"


def hidden_files(world) -> list[str]:
    owned = [row.image for row in world.hidden if hasattr(row, "image")]
    owned += [row.file for row in world.hidden if hasattr(row, "file")]
    owned += [row.photo for row in world.hidden if hasattr(row, "photo")]
    beginnings = tuple(file.name.partition("/original.")[0] for file in owned)
    return [name for name in stored_files() if name.startswith(beginnings)]


def previews(world) -> list[str]:
    """The addresses at which staff read what is hidden from readers (tests/news/test_preview)."""
    hidden = [row for row in world.hidden if isinstance(row, Article)]
    return [f"{root}/news/{article.pk}/" for root in ("", "/en") for article in hidden]


def status_of_hidden(row) -> int:
    """Not found; but what readers saw once and may see no more says that it is gone, or where."""
    if isinstance(row, Person) and row.merged_into_id:
        return 301
    if not isinstance(row, Article) or row.state != "withdrawn":
        return 404
    return 302 if row.moved_to else 410


# --- the walk ------------------------------------------------------------------------------


def test_every_public_address_is_walked():
    assert set(view_names(get_resolver())) == set(WALK)


def test_a_reader_finds_no_hidden_word_at_any_address(world):
    leaks = {}
    for address in every_address():
        status, said = read(Client(), address)
        assert status in {200, 301, 302, 404, 410}, address
        if found := LEAK.findall(said):
            leaks[address] = sorted(set(found))

    assert leaks == {}


def test_a_reader_finds_every_open_row(world):
    said = "".join(read(Client(), address)[1] for address in every_address())

    for row in world.open:
        words = [word for word in vars(row).values() if str(word).startswith("open_")]
        assert not words or any(word in said for word in words), repr(row)
    assert "open_file" in said


def test_public_pages_say_the_same_to_staff_of_every_role(world):
    secret = {f"/media/{name}" for name in hidden_files(world)}
    secret |= set(previews(world))
    open_to_all = [address for address in every_address() if address not in secret]
    said = {address: read(Client(), address) for address in open_to_all}

    for role in (*ROLES, "superuser"):
        staff = reader(role)
        for address in open_to_all:
            assert read(staff, address) == said[address], f"{role} at {address}"


def test_hidden_rows_have_no_address(world):
    rows = [row for row in world.hidden if hasattr(row, "get_absolute_url")]
    assert {type(row) for row in rows} == {Article, Meeting, Page, Person}

    for language in LANGUAGES:
        with translation.override(language):
            for row in rows:
                status = Client().get(row.get_absolute_url()).status_code
                assert status == status_of_hidden(row), repr(row)


@pytest.mark.parametrize("form", OLD_FORMS)
def test_an_old_address_does_not_tell_of_what_is_hidden(form, world):
    for row in world.hidden:
        if isinstance(row, OldAddress):
            assert Client().get(form.format(row.path)).status_code == 404, row.path


# --- files ---------------------------------------------------------------------------------


def test_hidden_files_are_closed_to_readers(world):
    files = hidden_files(world)
    assert {name.partition("/")[0] for name in files} == set(OWNERS)

    for name in files:
        assert Client().get(f"/media/{name}").status_code == 404, name


def test_open_files_are_open_with_every_rendition(world):
    hidden = hidden_files(world)

    for name in stored_files():
        assert read(Client(), f"/media/{name}")[0] == (404 if name in hidden else 200), name


@pytest.mark.parametrize("role", ROLES)
def test_staff_read_a_hidden_file_only_where_they_may_see_its_record(role, world):
    staff = reader(role)
    rights = {right for right, given in ROLES[role].items() if "view" in given}

    for name in hidden_files(world):
        owner, _column = OWNERS[name.partition("/")[0]]
        status, said = read(staff, f"/media/{name}")
        assert status == (200 if owner._meta.label_lower in rights else 404), name
        assert "private" in said


def test_a_file_that_two_records_share_bears_the_open_title(client):
    newer = make_article(date=date(2024, 2, 14))
    hidden = make_attachment(article=newer, title_th="leak_title")
    make_attachment(article=make_public_article(), title_th="open_title", file=hidden.file.name)

    status, said = read(client, hidden.file.url)

    assert status == 200
    assert "open_title" in said
    assert not LEAK.search(said)


# --- lists, counts and neighbours ----------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "total"),
    [
        ("/news/", 2),
        ("/en/news/", 2),
        ("/news/?year=2563", 1),
        (f"/news/?year={HIDDEN_YEAR}", 0),
        ("/news/?topic={topic}", 2),
        ("/news/?topic={topic}&year=2562", 1),
        (f"/news/?topic={{topic}}&year={HIDDEN_YEAR}", 0),
        ("/meetings/", 2),  # the coming one stands apart
        ("/meetings/?year=2563", 3),
        (f"/meetings/?year={HIDDEN_YEAR}", 0),
        (f"/meetings/?year={HIDDEN_YEAR + 1}", 0),
    ],
)
def test_a_list_counts_what_is_open(address, total, world, client):
    page = client.get(address.format(topic=world.topic.slug)).content.decode()

    assert f'data-total="{total}"' in page


def test_a_hidden_topic_is_no_filter(world, client):
    assert client.get("/news/", {"topic": world.secret_topic.slug}).status_code == 404


def test_hidden_rows_make_no_second_page(client):
    for _number in range(20):
        make_public_article()
    World()

    assert client.get("/news/?page=2").context["paginator"].count == 22
    assert client.get("/news/?page=3").status_code == 404


def test_archives_offer_no_year_of_hidden_rows_only(world, client):
    assert HIDDEN_YEAR not in client.get("/meetings/").context["years"]
    (_heading, years), _topics = client.get("/news/").context["narrowings"]
    assert years
    assert str(HIDDEN_YEAR) not in {choice.label for choice in years}
    assert HIDDEN_YEAR in years_of(Article.objects.all(), "date")


def test_a_department_named_in_secret_is_not_named_at_the_meeting(world, client):
    secret = world.named_in_secret
    page = client.get(world.meeting.get_absolute_url()).content.decode()
    own_page = client.get(secret.get_absolute_url())

    assert secret.name_th not in page
    assert secret.get_absolute_url() not in page
    assert list(own_page.context["meetings"]) == []


def test_related_news_is_open_news(world, client):
    related = client.get(world.article.get_absolute_url()).context["related"]

    assert list(related) == [world.relative]


def test_an_article_does_not_name_its_internal_meeting(world, client):
    response = client.get(world.relative.get_absolute_url())

    assert response.context["article"].meeting is None


def test_minutes_certified_in_private_do_not_say_where(world, client):
    certified = Meeting.objects.get(committee=world.committee, be_year=2563, number=2)

    assert client.get(certified.get_absolute_url()).context["certified_at"] is None


def test_a_page_under_a_hidden_one_does_not_name_it(world, client):
    child = Page.objects.get(slug="open-child-0")

    assert not client.get(child.get_absolute_url()).context["place"].above


def test_the_desk_lets_no_stranger_in(client):
    for address in ("/admin/", "/en/admin/", "/admin/news/article/"):
        assert client.get(address).status_code == 302
