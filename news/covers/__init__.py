"""Drawn covers for news without a photo: by topic, and no two articles' quite the same. Pure.

The same topic and article always give the same drawing, and a topic that staff add tomorrow has
one of its own at once. `svg` writes it into a page, `painting` into a picture.
"""

import re
from random import Random

from news.covers.motifs import MOTIFS
from news.covers.patterns import globe, pattern
from news.covers.strokes import Circle, Layer, Waves, layer, mirrored

RIVER = 176


def cover(topic: str, article: int) -> list[Layer]:
    """The layers from back to front; ``topic`` is a topic's address, or empty."""
    chance = Random(f"{topic}/{article}")  # noqa: S311  a drawing, not a secret
    layers = [*_backdrop(chance), *_motif(topic, chance), *_river(chance)]
    return mirrored(layers) if chance.random() < 0.5 else layers


def _motif(topic: str, chance: Random) -> list[Layer]:
    words = re.split(r"[-_]", topic.lower())
    asked = (MOTIFS.get(word) or MOTIFS.get(word.removesuffix("s")) for word in words)
    if motif := next(filter(None, asked), None):
        return motif(chance)
    if not topic:
        return globe(chance)
    return pattern(Random(topic), chance)  # noqa: S311


def _backdrop(chance: Random) -> list[Layer]:
    """Light behind everything, each time from elsewhere."""
    near = Circle(
        (50 + 70 * chance.random(), 20 + 120 * chance.random()), 70 + 50 * chance.random()
    )
    far = Circle(
        (220 + 90 * chance.random(), 60 + 120 * chance.random()), 50 + 60 * chance.random()
    )
    return [layer("wash", near), layer("wash", far)]


def _river(chance: Random) -> list[Layer]:
    """The river that runs below every cover, as below the office's mark."""
    start = -40 * chance.random()
    waves = [Waves((start - 20 * row, RIVER + 9 * row), 20, 6, 10) for row in range(3)]
    return [layer("line", waves[0]), layer("fine", *waves[1:])]
