"""Pictures as they come from a camera, made fit to be published.

Real images only: decoded, bounded in bytes and pixels, turned upright, and written anew without
EXIF position, comments or anything else that a camera or a forger put beside the pixels.
"""

import io
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000  # a 50-megapixel camera; decoded that is 150 MB of memory
MAX_SIDE = 4096  # what is kept as the original
# What the layout asks for, in CSS pixels times density: a card on a phone (7rem) and in a list
# (15rem), in a grid (24rem) and the gallery (23rem), a phone's whole width, an article (46rem).
WIDTHS = (240, 480, 768, 1200, 1600)


@dataclass(frozen=True)
class Picture:
    """One decoded picture, upright and bare, and the files that are drawn from it."""

    image: Image.Image
    suffix: str

    def original(self) -> bytes:
        """The largest form kept, in the format it came in."""
        options = {"JPEG": {"quality": 90}, "WEBP": {"quality": 90}}.get(self._format, {})
        return _encoded(self.image, self._format, **options)

    def renditions(self) -> dict[int, bytes]:
        """WebP files by their width in pixels."""
        return {width: self.rendition(width) for width in widths_for(self.image.width)}

    def rendition(self, width: int) -> bytes:
        height = max(1, round(self.image.height * width / self.image.width))
        scaled = self.image.resize((width, height), Image.Resampling.LANCZOS)
        return _encoded(scaled, "WEBP", quality=80, method=6)

    @property
    def _format(self) -> str:
        return next(name for name, suffix in FORMATS.items() if suffix == self.suffix)


def widths_for(width: int) -> list[int]:
    """The widths offered for a picture of that width: never larger than it is."""
    smaller = [step for step in WIDTHS if step < width]
    return smaller if width > WIDTHS[-1] else [*smaller, width]


def read(file: IO[bytes]) -> Picture:
    """Decode what was uploaded; a ValidationError says why it is refused."""
    file.seek(0, io.SEEK_END)
    if file.tell() > MAX_BYTES:
        raise ValidationError(_("The picture is larger than 20 MB."), code="too_large")
    return read_again(file)


def read_again(file: IO[bytes]) -> Picture:
    """Decode an original of ours, whose bytes nobody bounded: written anew, a PNG may be larger."""
    file.seek(0)
    try:
        image = Image.open(file, formats=tuple(FORMATS))
        if image.width * image.height > MAX_PIXELS:
            raise Image.DecompressionBombError
        # MPO is a JPEG with others behind it, as many phones write: the first is the picture.
        suffix = FORMATS.get(image.format, "jpg")
        image.load()
        return Picture(_bare(ImageOps.exif_transpose(image)), suffix)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValidationError(
            _("The picture has more than 50 million pixels."), code="too_many_pixels"
        ) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        # Pillow's decoders raise any of these on a broken or forged file.
        raise ValidationError(
            _("This is not a picture that can be read. Use JPEG, PNG or WebP."), code="invalid"
        ) from None


def _bare(image: Image.Image) -> Image.Image:
    """The pixels alone, in a mode that every format here can hold."""
    if image.mode.startswith("I"):  # 16 bits of grey, which convert() would clip to white
        image = image.point(lambda value: value / 256).convert("L")
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    bare = image.convert("RGBA" if has_alpha else "RGB")
    bare.info = {}
    bare.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return bare


def _encoded(image: Image.Image, file_format: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, file_format, **options)
    return out.getvalue()
