"""A stored file is read by those to whom its record is open, and by nobody else."""

from datetime import timedelta
from pathlib import PurePosixPath
from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from tests.factories import (
    make_article,
    make_attachment,
    make_attendee,
    make_document,
    make_item,
    make_meeting,
    make_membership,
    make_person,
    make_photo,
    make_public_article,
    make_user,
    picture,
    published,
)

pytestmark = pytest.mark.django_db


def address_of(file, width=None) -> str:
    path = PurePosixPath(file.name)
    return f"/media/{path.with_name(f'{width}.webp') if width else path}"


def fetch(client, address, method="get"):
    """The answer and its bytes: a file read to its end is closed."""
    response = getattr(client, method)(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return response, content


def paper(**fields):
    return make_document(**{"access": "public", **fields}).file


def guest_portrait():
    person = make_person(photo=picture())
    make_attendee(person=person, is_public=False)
    return person.photo


def member_portrait():
    person = make_person(photo=picture())
    make_membership(person=person)
    return person.photo


def later():
    return published(publish_at=timezone.now() + timedelta(hours=1))


OPEN = {
    "photo": lambda: make_photo(article=make_public_article()).image,
    "attachment": lambda: make_attachment(article=make_public_article()).file,
    "document": lambda: paper(),
    "paper of an open item": lambda: paper(item=(item := make_item()), meeting=item.meeting),
    "certified minutes": lambda: paper(
        kind="minutes", meeting=make_meeting(minutes_state="certified")
    ),
    "portrait of a member": member_portrait,
}
CLOSED = {
    "photo of a draft": lambda: make_photo(article=make_article()).image,
    "photo in review": lambda: make_photo(article=make_article(state="review")).image,
    "photo of a scheduled article": lambda: make_photo(article=make_article(**later())).image,
    "photo of a withdrawn article": lambda: (
        make_photo(article=make_public_article(state="withdrawn")).image
    ),
    "attachment of a draft": lambda: make_attachment(article=make_article()).file,
    "attachment of a scheduled article": lambda: (
        make_attachment(article=make_article(**later())).file
    ),
    "attachment of a withdrawn article": lambda: (
        make_attachment(article=make_public_article(state="withdrawn")).file
    ),
    "internal document": lambda: paper(access="internal"),
    "document of an internal meeting": lambda: paper(meeting=make_meeting(access="internal")),
    "paper of a closed item": lambda: paper(
        item=(item := make_item(access="internal")), meeting=item.meeting
    ),
    "circulated minutes": lambda: paper(
        kind="minutes", meeting=make_meeting(minutes_state="circulated")
    ),
    "portrait without a seat": lambda: make_person(photo=picture()).photo,
    "portrait of an internal guest": guest_portrait,
}
# Who has the right to view these records, and who works here without it.
READER_OF = {"photos": "author", "attachments": "author", "people": "author"} | {
    "documents": "secretary"
}
OTHER_THAN = {
    "photos": "administrator",
    "attachments": "translator",
    "documents": "editor",
    "people": "",
}


@pytest.mark.parametrize("make", OPEN.values(), ids=OPEN)
def test_what_is_public_is_served_to_everybody_and_may_be_cached(make, client):
    response, content = fetch(client, address_of(make()))

    assert response.status_code == 200
    assert content
    assert "public" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@pytest.mark.parametrize("make", CLOSED.values(), ids=CLOSED)
def test_what_is_not_public_is_not_there_for_visitors(make, client):
    file = make()
    for address in {address_of(file), address_of(file, 640), f"/en{address_of(file)}"}:
        assert client.get(address).status_code == 404
        assert client.head(address).status_code == 404


@pytest.mark.parametrize("make", CLOSED.values(), ids=CLOSED)
def test_staff_read_what_their_role_lets_them_view(make, client):
    file = make()
    kind = file.name.split("/")[0]

    client.force_login(make_user(READER_OF[kind]))
    response, _content = fetch(client, address_of(file))
    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))

    client.force_login(make_user(OTHER_THAN[kind]))
    assert client.get(address_of(file)).status_code == 404

    client.force_login(make_user(READER_OF[kind], is_staff=False))
    assert client.get(address_of(file)).status_code == 404

    client.force_login(make_user(READER_OF[kind], is_active=False))
    assert client.get(address_of(file)).status_code == 404


def test_renditions_are_as_open_as_their_picture(client):
    image = OPEN["photo"]()

    for _width, address in image.renditions:
        response, content = fetch(client, address)
        assert response.status_code == 200
        assert content


@pytest.mark.parametrize(
    ("make", "suffix", "content", "title"),
    [
        (make_document, ".pdf", b"%PDF-", "รายงานการประชุม ครั้งที่ 1/2563"),
        (make_document, ".docx", b"PK\x03\x04", 'ระเบียบวาระ "พิเศษ"; filename=x.html'),
        (make_attachment, ".txt", b"<script>", "กำหนดการ\\..\\x"),
        (make_attachment, ".csv", b"a,b", "Programme 3/2563"),
    ],
)
def test_a_document_is_downloaded_under_its_title(make, suffix, content, title, client):
    fields = {"article": make_public_article()} if make is make_attachment else {"access": "public"}
    file = ContentFile(content, name=f"paper{suffix}")

    record = make(title_th=title, file=file, **fields)

    response, _content = fetch(client, address_of(record.file))

    name = title.replace("/", "-") + suffix
    if name.isascii():
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    else:
        assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(name)}"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "html" not in response["Content-Type"]


@pytest.mark.parametrize(
    ("file_format", "content_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")],
)
def test_a_picture_is_shown_in_the_page(file_format, content_type, client):
    image = make_photo(article=make_public_article(), image=picture(file_format=file_format)).image

    for address, expected in [
        (address_of(image), content_type),
        (address_of(image, 480), "image/webp"),
    ]:
        response, _content = fetch(client, address)
        assert response["Content-Type"] == expected
        assert "attachment" not in response.get("Content-Disposition", "")
        assert response["X-Content-Type-Options"] == "nosniff"


def test_head_says_what_get_would(client):
    address = address_of(OPEN["document"]())
    _response, whole = fetch(client, address)

    response, content = fetch(client, address, "head")

    assert (response.status_code, response["Content-Length"]) == (200, str(len(whole)))
    assert content == b""


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace", "options"])
def test_a_file_is_only_read(method, client):
    assert getattr(client, method)(address_of(OPEN["document"]())).status_code == 405


DRAWN = "0" * 24


@pytest.mark.parametrize(
    "name",
    [
        "",
        "photos",
        "photos/",
        f"photos/{DRAWN}",
        f"photos/{DRAWN}/",
        f"photos/{DRAWN}/original.jpg",
        f"photos/{DRAWN}/original.svg",
        f"photos/{DRAWN}/480.webp",
        f"documents/{DRAWN}.pdf",
        f"documents/{DRAWN}.pdf/",
        f"unknown/{DRAWN}.pdf",
        "../db.sqlite3",
        "photos/../../db.sqlite3",
        "photos/%2e%2e/%2e%2e/db.sqlite3",
        "..%2f..%2fdb.sqlite3",
        "/etc/passwd",
        "photos//etc/passwd",
        "photos\\..\\db.sqlite3",
        f"documents/{DRAWN}.pdf%00.html",
        f"documents/{DRAWN}.pdf%0a",
        f"documents/{'a' * 300}.pdf",
        "a" * 300,
        "a/" * 2000,
        "%ff%fe",
        "%ed%a0%80",
        quote("เอกสาร.pdf"),
    ],
)
def test_a_name_that_was_never_given_is_not_found(name, client):
    client.raise_request_exception = False

    for user in (None, make_user("secretary")):
        if user:
            client.force_login(user)
        assert client.get(f"/media/{name}").status_code in {400, 404}


def test_a_file_missing_from_the_disk_is_not_found(client):
    client.raise_request_exception = False
    for make in OPEN.values():
        file = make()
        default_storage.delete(file.name)

        assert client.get(address_of(file)).status_code == 404


def test_a_file_that_two_records_share_is_open_if_one_of_them_is(client):
    image = OPEN["photo"]()
    make_photo(image=image.name, width=640, height=400)

    response, _content = fetch(client, address_of(image))

    assert response.status_code == 200


def test_a_reader_who_has_the_file_is_told_so_until_it_is_withdrawn(client):
    photo = make_photo(article=make_public_article())
    tag = fetch(client, address_of(photo.image))[0]["ETag"]
    again = {"HTTP_IF_NONE_MATCH": tag}

    assert client.get(address_of(photo.image), **again).status_code == 304

    photo.article.state = "withdrawn"
    photo.article.save()
    assert client.get(address_of(photo.image), **again).status_code == 404
