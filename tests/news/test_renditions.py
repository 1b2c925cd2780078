"""Pictures stored before a width was asked for: drawn in it on the way, or all at once."""

from pathlib import PurePosixPath

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.urls import reverse
from PIL import Image

from tests.factories import (
    make_membership,
    make_person,
    make_photo,
    make_public_article,
    make_user,
    picture,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def as_of_old(file):
    """With no rendition but that of a width which is asked for no more."""
    for _width, name in file.rendition_names:
        default_storage.delete(name)
    default_storage.save(beside(file, "960.webp"), ContentFile(b"of old"))
    return file


def beside(file, name: str) -> str:
    return str(PurePosixPath(file.name).with_name(name))


def stored(file) -> list[str]:
    return sorted(default_storage.listdir(str(PurePosixPath(file.name).parent))[1])


def test_what_an_old_picture_lacks_is_drawn_when_it_is_asked_for(client):
    image = as_of_old(make_photo(article=make_public_article()).image)

    for _again in (1, 2):
        response = client.get(f"/media/{beside(image, '480.webp')}")
        assert response["Content-Type"] == "image/webp"
        b"".join(response)

    with default_storage.open(beside(image, "480.webp")) as file:
        assert Image.open(file).size == (480, 300)
    assert stored(image) == ["480.webp", "960.webp", "original.jpg"]


def test_an_old_page_keeps_the_width_that_it_names(client):
    image = as_of_old(make_photo(article=make_public_article()).image)

    assert b"".join(client.get(f"/media/{beside(image, '960.webp')}")) == b"of old"


@pytest.mark.parametrize("width", [1, 241, 639, 641, 768, 1600, 99999])
def test_nothing_is_drawn_that_no_page_asks_for(width, client):
    image = as_of_old(make_photo(article=make_public_article()).image)

    assert client.get(f"/media/{beside(image, f'{width}.webp')}").status_code == 404
    assert stored(image) == ["960.webp", "original.jpg"]


def test_nothing_is_drawn_for_those_who_may_not_see_it(client):
    image = as_of_old(make_photo().image)
    address = f"/media/{beside(image, '240.webp')}"

    assert client.get(address).status_code == 404
    assert stored(image) == ["960.webp", "original.jpg"]

    client.force_login(make_user("editor"))
    response = client.get(address)
    assert (response.status_code, b"".join(response)[:4]) == (200, b"RIFF")


@pytest.mark.parametrize("content", [None, b"no picture"])
def test_where_the_original_is_lost_the_picture_is_not_found(content, client):
    image = as_of_old(make_photo(article=make_public_article()).image)
    default_storage.delete(image.name)
    if content:
        default_storage.save(image.name, ContentFile(content))

    assert client.get(f"/media/{beside(image, '240.webp')}").status_code == 404


def test_all_that_old_pictures_lack_is_drawn_at_once(capsys):
    photo = make_photo(article=make_public_article())
    make_photo(image=photo.image.name, width=640, height=400)  # as an open edit shares it
    person = make_person(photo=picture((300, 300)))
    make_membership(person=person)
    make_person()
    files = [as_of_old(photo.image), as_of_old(person.photo)]
    lost = as_of_old(make_photo().image)
    default_storage.delete(lost.name)

    call_command("draw_pictures")
    first = capsys.readouterr()
    call_command("draw_pictures")
    second = capsys.readouterr()

    assert first.out == "Renditions drawn: 5; still missing: 3.\n"
    assert second.out == "Renditions drawn: 0; still missing: 3.\n"
    assert first.err == f"{lost.name} cannot be read.\n"
    assert [file.missing for file in files] == [[], []]


# --- in a page ----------------------------------------------------------------------------------


def test_the_first_picture_of_a_page_is_fetched_first_and_the_others_when_they_are_near(client):
    articles = [make_public_article() for _number in range(3)]
    for article in articles:
        for _photo in range(3):
            make_photo(article=article)

    for address in (reverse("news:articles"), articles[0].get_absolute_url()):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        first, *others = page.select("main picture img")

        assert (first.get("fetchpriority"), first.get("loading")) == ("high", None)
        assert len(others) >= 2
        for image in others:
            assert (image.get("fetchpriority"), image.get("loading")) == (None, "lazy")
        for image in (first, *others):
            assert (image["width"], image["height"], image["decoding"]) == ("640", "400", "async")
