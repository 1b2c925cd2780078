"""Photos and portraits: stored with their renditions, added and replaced on the desk."""

from pathlib import PurePosixPath

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from iad.models import User
from news.models import Article, Photo
from tests.factories import (
    make_article,
    make_attachment,
    make_person,
    make_photo,
    make_public_article,
    make_user,
    picture,
)
from tests.pictures import NO_PICTURES, WHOLE, camera_exif, encoded, png, two_coloured


def stored_beside(photo) -> set[str]:
    folder = str(PurePosixPath(photo.image.name).parent)
    return set(default_storage.listdir(folder)[1])


@pytest.mark.django_db
def test_a_photo_is_stored_with_the_dimensions_of_the_upright_picture():
    upload = picture((1000, 500), exif=camera_exif(6))

    photo = Photo.objects.get(pk=make_photo(image=upload).pk)

    assert (photo.width, photo.height) == (photo.image.width, photo.image.height) == (500, 1000)
    assert stored_beside(photo) == {"original.jpg", "240.webp", "480.webp", "500.webp"}
    assert [width for width, _address in photo.image.renditions] == [240, 480, 500]


@pytest.mark.django_db
def test_each_address_of_a_srcset_has_its_file():
    photo = make_photo(image=picture((1700, 60)))

    assert len(photo.image.renditions) == 5
    for width, address in photo.image.renditions:
        with default_storage.open(address.removeprefix("/media/")) as file:
            assert Image.open(file).width == width


@pytest.mark.django_db
def test_the_name_of_a_stored_picture_tells_nothing_and_is_used_once():
    named = [SimpleUploadedFile("ผู้ว่าฯ-secret.jpg", WHOLE) for _copy in range(2)]

    names = [make_photo(image=upload).image.name for upload in named]

    assert len(set(names)) == 2
    for name in names:
        folder, drawn, file_name = name.split("/")
        assert (folder, len(drawn), file_name) == ("photos", 24, "original.jpg")


@pytest.mark.django_db
def test_a_portrait_taken_away_leaves_no_dimensions_behind():
    person = make_person(photo=picture())
    assert (person.photo_width, person.photo_height) == (640, 400)

    person.photo = None
    person.save()
    person.refresh_from_db()

    assert not person.photo
    assert (person.photo_width, person.photo_height) == (None, None)


@pytest.mark.django_db
def test_saving_other_columns_leaves_the_picture_alone():
    photo = make_photo()
    name, files = photo.image.name, stored_beside(photo)

    again = Photo.objects.get(pk=photo.pk)
    again.caption_th = "คำบรรยาย"
    again.save()

    assert (again.image.name, stored_beside(again)) == (name, files)
    assert (again.width, again.height) == (640, 400)


# --- through the form of the desk ---------------------------------------------------------------


def inline(number, **fields) -> dict:
    return {f"photos-{number}-{name}": value for name, value in fields.items()}


def article_form(*photos: dict, initial=0) -> dict:
    data = {"source_language": "th", "title_th": "ข่าว", "body_th": "<p>เนื้อข่าว</p>"}
    for prefix, total in (("photos", len(photos)), ("attachments", 0)):
        data |= {
            f"{prefix}-TOTAL_FORMS": total,
            f"{prefix}-INITIAL_FORMS": initial if prefix == "photos" else 0,
        }
    for number, photo in enumerate(photos):
        data |= inline(number, **{"order": 0} | photo)
    return data


@pytest.fixture
def desk(client, db):
    client.raise_request_exception = False
    client.force_login(User.objects.create_superuser("boss", password="x"))
    return client


ADD = "admin:news_article_add"


def test_a_photo_is_added_kept_and_replaced_on_the_desk(desk):
    new = {"image": SimpleUploadedFile("one.jpg", WHOLE), "alt_th": "ภาพ"}
    assert desk.post(reverse(ADD), article_form(new)).status_code == 302
    article, photo = Article.objects.get(), Photo.objects.get()
    first = photo.image.name
    change = reverse("admin:news_article_change", args=[article.pk])
    kept = {"id": photo.pk, "article": article.pk, "alt_th": "ภาพอื่น"}

    assert desk.post(change, article_form(kept, initial=1)).status_code == 302
    photo = Photo.objects.get()
    assert (photo.image.name, photo.alt_th) == (first, "ภาพอื่น")

    other = SimpleUploadedFile("two.png", encoded(two_coloured((300, 200)), "PNG").getvalue())
    assert desk.post(change, article_form(kept | {"image": other}, initial=1)).status_code == 302
    photo = Photo.objects.get()
    assert photo.image.name != first
    assert (photo.width, photo.height) == (300, 200)
    assert stored_beside(photo) == {"original.png", "240.webp", "300.webp"}


BAD_UPLOADS = {
    **{f"{what} named .jpg": ("photo.jpg", content) for what, content in NO_PICTURES.items()},
    "an SVG under its own name": ("drawing.svg", NO_PICTURES["an SVG"]),
    "a bomb": ("bomb.png", png(20_000, 20_000).getvalue()),
    "a picture named as a page": ("page.html", WHOLE),
}


@pytest.mark.parametrize(("name", "content"), BAD_UPLOADS.values(), ids=BAD_UPLOADS)
def test_the_desk_says_what_is_wrong_with_an_upload(name, content, desk):
    new = {"image": SimpleUploadedFile(name, content, "image/jpeg"), "alt_th": "ภาพ"}

    response = desk.post(reverse(ADD), article_form(new))

    assert response.status_code == 200
    (photos,) = [
        one for one in response.context["inline_admin_formsets"] if one.formset.prefix == "photos"
    ]
    assert list(photos.formset.errors[0]) == ["image"]
    assert not Article.objects.exists()


def test_a_photo_without_words_is_kept_and_the_list_of_checks_asks_for_them(desk):
    new = {"image": SimpleUploadedFile("one.jpg", WHOLE)}

    assert desk.post(reverse(ADD), article_form(new)).status_code == 302

    change = desk.get(reverse("admin:news_article_change", args=[Article.objects.get().pk]))
    assert 'href="#id_photos-0-alt_th"' in change.content.decode()


# --- several at once ----------------------------------------------------------------------------


def add_photos(client, article, *files):
    address = reverse("admin:news_article_add_photos", args=[article.pk])
    return client.post(address, {"photos": list(files)}, follow=True)


def test_good_photos_are_kept_in_their_order_and_bad_ones_named(desk):
    article = make_article()
    make_photo(article=article, order=3)
    good = [SimpleUploadedFile(f"good{number}.jpg", WHOLE) for number in (1, 2)]
    bad = SimpleUploadedFile("drawing.jpg", NO_PICTURES["an SVG"])

    response = add_photos(desk, article, good[0], bad, good[1])

    assert [photo.order for photo in article.photos.all()] == [3, 4, 5]
    said = " ".join(str(message) for message in response.context["messages"])
    assert "drawing.jpg" in said
    assert "good1.jpg" not in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "fields"),
    [("author", {}), ("translator", {}), ("secretary", {}), ("editor", {"state": "published"})],
)
def test_photos_are_added_only_by_those_who_may_change_the_article(role, fields, client):
    article = make_public_article() if fields else make_article()
    client.force_login(make_user(role))
    address = reverse("admin:news_article_add_photos", args=[article.pk])

    response = client.post(address, {"photos": SimpleUploadedFile("one.jpg", WHOLE)})

    assert response.status_code == 403
    assert not Photo.objects.exists()


def test_the_address_that_adds_photos_takes_nothing_but_post(desk):
    address = reverse("admin:news_article_add_photos", args=[make_article().pk])

    assert desk.get(address).status_code == 405


# --- what readers see ---------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("x", "y", "classes"),
    [
        (50, 50, "focus-x-50 focus-y-50"),
        (0, 100, "focus-x-0 focus-y-100"),
        (14, 96, "focus-x-10 focus-y-100"),
    ],
)
def test_a_cropped_picture_keeps_its_focal_point_without_an_inline_style(client, x, y, classes):
    make_photo(article=make_public_article(), focal_x=x, focal_y=y)

    content = client.get(reverse("news:articles")).content.decode()

    assert f'class="card-picture {classes}"' in content
    assert "style=" not in content
    styles = (settings.BASE_DIR / "static/css/focus.css").read_text(encoding="utf-8")
    for name in classes.split():
        assert f".{name} {{" in styles


@pytest.mark.django_db
def test_where_nginx_stands_in_front_it_hands_the_file_out(client, settings):
    settings.ACCEL_REDIRECT = "/protected/"
    open_photo, closed = make_photo(article=make_public_article()), make_photo()

    response = client.get(open_photo.image.url)

    assert response["X-Accel-Redirect"] == f"/protected/{open_photo.image.name}"
    assert (response["Content-Type"], response.content) == ("image/jpeg", b"")
    refused = client.get(closed.image.url)
    assert (refused.status_code, refused.get("X-Accel-Redirect")) == (404, None)


@pytest.mark.django_db
def test_a_document_handed_out_by_nginx_keeps_its_name(client, settings):
    settings.ACCEL_REDIRECT = "/protected/"
    attachment = make_attachment(article=make_public_article(), title_th="Programme")

    response = client.get(attachment.file.url)

    assert response["X-Accel-Redirect"] == f"/protected/{attachment.file.name}"
    assert response["Content-Disposition"] == 'attachment; filename="Programme.pdf"'
