"""The card of an article: its title over its photo or its cover."""

from functools import partial

from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from iad.bilingual import passage
from iad.cards import GREEN, SIZE, Card
from iad.pictures import FORMATS
from news.covers import cover
from news.covers.painting import painted
from news.models import Article, Photo

MINT = "#8edcb8"
COVER_PLACE = (380, -30, 2.7)  # to the right and above, where no title stands


def card_of(article: Article) -> Card:
    """``article`` as ``for_listing`` reads it."""
    photo = article.lead_photo
    shown = (photo.image.name, photo.focal_x, photo.focal_y) if photo else article.cover_topic
    title = passage(article, "title")
    return Card(title.text, partial(_ground, article), (article.pk, title, shown))


def _ground(article: Article) -> Image.Image:
    photo = article.lead_photo
    return (photo and _photo(photo)) or _cover(article)


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
