"""Pictures come in as cameras and forgers make them, and leave upright, bare and bounded."""

import io
import zlib

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageOps

from iad import pictures
from tests.pictures import (
    GREEN,
    NO_PICTURES,
    RED,
    WHOLE,
    camera_exif,
    chunk,
    decoded,
    encoded,
    png,
    two_coloured,
)

SECRETS = (b"Exif", b"GPS", b"BANGKOK-13.75N", b"taken at home", b"serial 4711", b"XMP-BODY")


def near(colour, other, by=12) -> bool:
    return all(abs(one - two) <= by for one, two in zip(colour[:3], other[:3], strict=True))


@pytest.mark.parametrize(
    ("file_format", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")]
)
def test_the_original_keeps_its_format_and_renditions_are_webp(file_format, suffix):
    read = pictures.read(encoded(two_coloured(), file_format))

    assert read.suffix == suffix
    assert decoded(read.original()).format == file_format
    assert {decoded(content).format for content in read.renditions().values()} == {"WEBP"}


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, [1]),
        (239, [239]),
        (240, [240]),
        (241, [240, 241]),
        (900, [240, 480, 768, 900]),
        (1600, [240, 480, 768, 1200, 1600]),
        (1601, [240, 480, 768, 1200, 1600]),
        (4000, [240, 480, 768, 1200, 1600]),
    ],
)
def test_a_rendition_is_never_wider_than_the_picture(width, widths):
    drawn = pictures.read(encoded(two_coloured((width, 20)), "PNG")).renditions()

    assert list(drawn) == pictures.widths_for(width) == widths
    assert [decoded(content).width for content in drawn.values()] == widths


def test_a_picture_too_large_for_a_page_is_kept_smaller_in_its_shape():
    read = pictures.read(encoded(two_coloured((6000, 3000)), "JPEG"))

    assert read.image.size == decoded(read.original()).size == (4096, 2048)


@pytest.mark.parametrize(
    ("file_format", "options"),
    [
        ("JPEG", {"comment": b"taken at home", "xmp": b"XMP-BODY"}),
        ("WEBP", {"xmp": b"XMP-BODY"}),
        ("PNG", {}),
        ("MPO", {"comment": b"taken at home"}),
    ],
)
def test_where_and_by_whom_it_was_taken_is_nowhere_in_what_is_stored(file_format, options):
    upload = encoded(two_coloured(), file_format, exif=camera_exif(), **options)
    assert any(secret in upload.getvalue() for secret in SECRETS[1:])

    read = pictures.read(upload)

    for content in [read.original(), *read.renditions().values()]:
        assert not [secret for secret in SECRETS if secret in content]
        assert not decoded(content).getexif()
        assert not {"comment", "exif", "xmp", "icc_profile"} & decoded(content).info.keys()


def test_what_is_written_beside_the_pixels_of_a_png_is_gone():
    words = chunk(b"tEXt", b"Comment\0taken at home") + chunk(b"iTXt", b"XMP-BODY\0\0\0\0\0x")

    read = pictures.read(png(1, 1, rows=b"\0abc", extra=words))

    assert not [secret for secret in SECRETS if secret in read.original()]


def test_what_stands_behind_the_end_of_the_picture_is_gone():
    upload = io.BytesIO(encoded(two_coloured(), "JPEG").getvalue() + b"<script>PK\x03\x04")

    assert b"<script>" not in pictures.read(upload).original()


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "size", "top_left"),
    [
        (1, (640, 400), RED),
        (2, (640, 400), GREEN),
        (3, (640, 400), GREEN),
        (6, (400, 640), RED),
        (8, (400, 640), GREEN),
        (0, (640, 400), RED),
        (99, (640, 400), RED),
    ],
)
def test_a_picture_is_turned_upright(file_format, orientation, size, top_left):
    upload = encoded(two_coloured(), file_format, exif=camera_exif(orientation))

    read = pictures.read(upload)

    assert read.image.size == size
    for content in [read.original(), *read.renditions().values()]:
        shown = ImageOps.exif_transpose(decoded(content)).convert("RGB")
        assert near(shown.getpixel((8, 8)), top_left)


SEE_THROUGH_RED = chunk(b"PLTE", bytes([*GREEN, *RED])) + chunk(b"tRNS", b"\xff\0")


@pytest.mark.parametrize(
    ("upload", "mode", "colour"),
    [
        (lambda: encoded(Image.new("RGBA", (9, 9), (*RED, 80)), "PNG"), "RGBA", (*RED, 80)),
        (lambda: encoded(Image.new("RGBA", (9, 9), (*RED, 80)), "WEBP", exact=True), "RGBA", RED),
        (lambda: encoded(Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "JPEG"), "RGB", (255, 0, 0)),
        (lambda: encoded(Image.new("I;16", (9, 9), 128 << 8), "PNG"), "RGB", (128, 128, 128)),
        (lambda: png(1, 1, depth=16, rows=b"\0" + b"\x80\0" * 3), "RGB", (128, 128, 128)),
        (lambda: encoded(Image.new("L", (9, 9), 128), "JPEG"), "RGB", (128, 128, 128)),
        (lambda: encoded(Image.new("1", (9, 9), 1), "PNG"), "RGB", (255, 255, 255)),
        (lambda: encoded(Image.new("LA", (9, 9), (50, 60)), "PNG"), "RGBA", (50, 50, 50, 60)),
        (lambda: png(1, 1, colour=3, rows=b"\0\1", extra=SEE_THROUGH_RED), "RGBA", (*RED, 0)),
    ],
    ids=["alpha", "webp", "cmyk", "16 grey", "16 rgb", "grey", "1 bit", "grey alpha", "palette"],
)
def test_every_kind_of_pixel_becomes_one_that_browsers_show(upload, mode, colour):
    read = pictures.read(upload())

    assert read.image.mode == mode
    shown = read.image.getpixel((0, 0))
    assert near(shown, colour)
    assert len(colour) == 3 or shown[3] == colour[3]
    assert read.original()
    assert read.renditions()


def test_of_a_moving_picture_the_first_frame_is_kept():
    frames = {"save_all": True, "append_images": [Image.new("RGB", (64, 40), "blue")]}

    for file_format in ("WEBP", "PNG", "MPO"):
        read = pictures.read(encoded(two_coloured((64, 40)), file_format, **frames))

        assert near(read.image.getpixel((5, 5)), RED)
        assert getattr(decoded(read.original()), "n_frames", 1) == 1


@pytest.mark.parametrize(("size", "stored"), [((1, 1), (1, 1)), ((3, 30_000), (1, 4096))])
def test_the_smallest_and_the_tallest_are_taken(size, stored):
    read = pictures.read(encoded(Image.new("RGB", size, RED), "PNG"))

    assert read.image.size == stored
    assert [decoded(content).size for content in read.renditions().values()] == [stored]


@pytest.mark.parametrize("content", NO_PICTURES.values(), ids=NO_PICTURES)
def test_what_is_no_whole_picture_is_refused_in_words(content):
    with pytest.raises(ValidationError) as refusal:
        pictures.read(io.BytesIO(content))

    assert refusal.value.code == "invalid"


@pytest.mark.parametrize("side", [7_100, 10_000, 20_000, 60_000, 2**31 - 1])
def test_a_small_file_that_would_unpack_to_gigabytes_is_refused_undecoded(side):
    with pytest.raises(ValidationError) as refusal:
        pictures.read(png(side, side))  # it holds no pixels: decoding it would say "invalid"

    assert refusal.value.code == "too_many_pixels"


def test_words_that_would_unpack_to_gigabytes_are_refused():
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"x" * 80_000_000, 9))

    with pytest.raises(ValidationError):
        pictures.read(png(1, 1, rows=b"\0abc", extra=bomb))


def test_a_file_of_more_than_20_megabytes_is_refused_unread():
    with pytest.raises(ValidationError) as refusal:
        pictures.read(io.BytesIO(WHOLE + b"\0" * pictures.MAX_BYTES))

    assert refusal.value.code == "too_large"


@pytest.mark.parametrize(
    "exif", [b"Exif\0\0II*\0\x08\0\0\0\x05\0", b"Exif\0\0MM\0*\xff\xff\xff\xff"]
)
@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # Pillow warns, and reads on
def test_a_picture_is_not_lost_for_what_a_broken_camera_wrote_beside_it(exif):
    assert pictures.read(encoded(two_coloured(), "JPEG", exif=exif)).image.size == (640, 400)
