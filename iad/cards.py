"""The picture that stands for a page where its address is shared (Open Graph's og:image): a title
in the reader's language over a picture or the office's green, under the office's name.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw

from iad import lettering
from iad.bilingual import active_language
from iad.linked_data import CARD_SIZE as SIZE, CARD_TYPE

MARK = settings.BASE_DIR / "static/img/mark.png"  # static/img/mark.svg in pixels
GREEN, WHITE = "#00523a", "#ffffff"
MARGIN = 64
TITLE_STEPS = ((66, 2), (58, 2), (54, 3), (48, 3), (44, 4))  # a size and its most lines
LEADING = 1.48  # of Sarabun: marks above marks of one line clear those below the line before
OFFICE_SIZE, MARK_SIZE, GAP = 30, 64, 20
LIGHT, DEEP, FADE = 0.05, 0.9, 130  # how strongly the green lies above and behind the words
EMBLEM_SIZE, EMBLEM_PLACE, EMBLEM_STRENGTH = 560, (700, -60), 0.22  # behind a plain card's title
DRAWN_AS = 1  # a number more draws every card anew
KEPT_FOR = 7 * 24 * 60 * 60


def plain() -> Image.Image:
    """The office's green with its emblem, for pages that have no picture of their own."""
    image = Image.new("RGB", SIZE, GREEN)
    with Image.open(MARK) as mark:
        large = mark.resize((EMBLEM_SIZE, EMBLEM_SIZE), Image.Resampling.LANCZOS)
    faint = large.getchannel("A").point(lambda depth: round(depth * EMBLEM_STRENGTH))
    image.paste(large, EMBLEM_PLACE, faint)
    return image


@dataclass(frozen=True)
class Card:
    """What a card shows; ``told`` is all that its ground is made of."""

    title: str
    ground: Callable[[], Image.Image] = plain
    told: tuple = ()

    @property
    def tag(self) -> str:
        """Another one wherever the card would look otherwise."""
        shown = (DRAWN_AS, active_language(), self.title, self.told)
        return sha256(repr(shown).encode(errors="replace")).hexdigest()[:32]

    @property
    def content(self) -> bytes:
        """A JPEG, drawn once."""
        key = f"card:{self.tag}"
        content = cache.get(key)
        if content is None:
            content = _drawn(self.title, self.ground())
            cache.set(key, content, KEPT_FOR)
        return content


def office_card() -> Card:
    """Of every page that has none of its own."""
    return Card(_("Bangkok and the world"))


def answer(request: HttpRequest, card: Card) -> HttpResponse:
    """The card, or that it is still what the asker has."""
    etag = f'"{card.tag}"'
    unchanged = get_conditional_response(request, etag=etag)
    response = unchanged or HttpResponse(card.content, CARD_TYPE)
    response["ETag"] = etag
    return response


def _drawn(words: str, image: Image.Image) -> bytes:
    title = lettering.fitted(words, SIZE[0] - 2 * MARGIN, TITLE_STEPS)
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
