"""The picture that stands for an article where its address is shared (Open Graph's og:image):
its title in the reader's language, over its photo or its cover, under the office's name.
"""

import io
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageOps

from iad import lettering
from iad.bilingual import active_language, passage
from iad.pictures import FORMATS
from news.covers import cover
from news.covers.painting import painted
from news.models import Article, Photo

SIZE = (1200, 630)  # what the networks show whole, 1.91 to 1
MEDIA_TYPE = "image/jpeg"
MARK = settings.BASE_DIR / "static/img/mark.png"  # static/img/mark.svg in pixels
GREEN, MINT, WHITE = "#00523a", "#8edcb8", "#ffffff"
MARGIN = 64
TITLE_STEPS = ((66, 2), (58, 2), (54, 3), (48, 3), (44, 4))  # a size and its most lines
LEADING = 1.48  # of Sarabun: marks above marks of one line clear those below the line before
OFFICE_SIZE, MARK_SIZE, GAP = 30, 64, 20
LIGHT, DEEP, FADE = 0.05, 0.9, 130  # how strongly the green lies above and behind the words
COVER_PLACE = (380, -30, 2.7)  # to the right and above, where no title stands
DRAWN_AS = 1  # a number more draws every card anew
KEPT_FOR = 7 * 24 * 60 * 60


def card(article: Article) -> bytes:
    """A JPEG, drawn once; ``article`` as ``for_listing`` reads it."""
    key = f"card:{tag(article)}"
    content = cache.get(key)
    if content is None:
        content = _drawn(article)
        cache.set(key, content, KEPT_FOR)
    return content


def tag(article: Article) -> str:
    """Another one wherever the card would look otherwise."""
    photo = article.lead_photo
    shown = (photo.image.name, photo.focal_x, photo.focal_y) if photo else article.cover_topic
    told = (DRAWN_AS, active_language(), article.pk, passage(article, "title"), shown)
    return sha256(repr(told).encode(errors="replace")).hexdigest()[:32]


def _drawn(article: Article) -> bytes:
    photo = article.lead_photo
    image = (photo and _photo(photo)) or _cover(article)
    title = lettering.fitted(passage(article, "title").text, SIZE[0] - 2 * MARGIN, TITLE_STEPS)
    line = title.size * LEADING
    signed = SIZE[1] - MARGIN - MARK_SIZE
    top = round(signed - GAP - len(title.lines) * line)
    _shade(image, top)
    pen = ImageDraw.Draw(image)
    for number, text in enumerate(title.lines):
        base = top + line * (number + 0.76)
        pen.text((MARGIN, base), text, WHITE, lettering.font(title.size), anchor="ls")
    _sign(image, pen, signed)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=86, subsampling=0)
    return out.getvalue()


def _photo(photo: Photo) -> Image.Image | None:
    """Cut to the card around its focal point; None where its file is gone or broken."""
    _width, name = photo.image.rendition_names[-1]
    focus = (photo.focal_x / 100, photo.focal_y / 100)
    for stored in (name, photo.image.name):
        try:
            with (
                default_storage.open(stored) as file,
                Image.open(file, formats=tuple(FORMATS)) as picture,
            ):
                return ImageOps.fit(picture.convert("RGB"), SIZE, centering=focus)
        except (OSError, SyntaxError, ValueError):
            continue
    return None


def _cover(article: Article) -> Image.Image:
    layers = cover(article.cover_topic, article.pk)
    return painted(layers, SIZE, COVER_PLACE, ground=GREEN, ink=MINT)


def _shade(image: Image.Image, top: int) -> None:
    """The office's green, deep enough from ``top`` on for white letters on any photo (7:1)."""
    strip = Image.new("L", (1, SIZE[1]))
    for y in range(SIZE[1]):
        part = min(1, max(0, (y - top + FADE) / FADE))
        strip.putpixel((0, y), round(255 * (LIGHT + (DEEP - LIGHT) * part)))
    image.paste(GREEN, (0, 0), strip.resize(SIZE))


def _sign(image: Image.Image, pen: ImageDraw.ImageDraw, top: int) -> None:
    """The office's mark and name."""
    with Image.open(MARK) as mark:
        small = mark.resize((MARK_SIZE, MARK_SIZE), Image.Resampling.LANCZOS)
    image.paste(small, (MARGIN, top), small)
    place = (MARGIN + MARK_SIZE + 20, top + MARK_SIZE / 2)
    name = lettering.drawable(_("International Affairs Office, Bangkok"))
    pen.text(place, name, WHITE, lettering.font(OFFICE_SIZE), anchor="lm")
