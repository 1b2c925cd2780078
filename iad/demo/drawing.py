"""A sheet to draw on in units that do not depend on the size of the picture."""

import math
import random
from collections.abc import Iterable

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

# Scenes are drawn in these units, whatever the width asked for.
WIDTH, HEIGHT = 1600, 1000
FINER = 2  # drawn larger and scaled down, which smooths every edge

Point = tuple[float, float]


class Canvas:
    """A sheet of 1600 by 1000 units; colours are CSS names or #rrggbb, strengths 0 to 1."""

    def __init__(self, width: int):
        self.scale = width * FINER / WIDTH
        self.size = (width * FINER, round(width * FINER * HEIGHT / WIDTH))
        self.image = Image.new("RGB", self.size)

    def finished(self) -> Image.Image:
        size = (self.size[0] // FINER, self.size[1] // FINER)
        return self.image.resize(size, Image.Resampling.LANCZOS)

    def wash(self, colours: list[str], top: float = 0, bottom: float = HEIGHT) -> None:
        """A gradient from top to bottom through all the colours."""
        stops = [ImageColor.getrgb(colour) for colour in colours]
        rows = max(1, round((bottom - top) * self.scale))
        strip = Image.new("RGB", (1, rows))
        strip.putdata([_between(stops, row / rows) for row in range(rows)])
        self.image.paste(strip.resize((self.size[0], rows)), (0, round(top * self.scale)))

    def shape(self, points: Iterable[Point], colour: str, strength: float = 1) -> None:
        self.pen.polygon(self._pixels(points), fill=_ink(colour, strength))

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, strength: float = 1
    ) -> None:
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.shape(corners, colour, strength)

    def disc(self, centre: Point, across: float, colour: str, strength: float = 1) -> None:
        self.oval(centre, across, across, colour, strength)

    def oval(
        self, centre: Point, across: float, down: float, colour: str, strength: float = 1
    ) -> None:
        x, y = centre
        box = [(x - across / 2, y - down / 2), (x + across / 2, y + down / 2)]
        self.pen.ellipse(self._pixels(box), fill=_ink(colour, strength))

    def line(
        self, points: Iterable[Point], colour: str, width: float = 2, strength: float = 1
    ) -> None:
        thick = max(1, round(width * self.scale))
        self.pen.line(self._pixels(points), _ink(colour, strength), thick, joint="curve")

    def glow(self, centre: Point, across: float, colour: str, strength: float = 0.6) -> None:
        """Light that fades evenly from the centre."""
        size = max(2, round(across * self.scale))
        fading = ImageChops.invert(Image.radial_gradient("L")).resize((size, size))
        fading = fading.point(lambda level: max(0, level - 74) * strength * 255 / 181)
        mask = Image.new("L", self.size)
        x, y = self._pixels([centre])[0]
        mask.paste(fading, (round(x - size / 2), round(y - size / 2)))
        self.image.paste(colour, (0, 0), mask)

    def soften(self, radius: float) -> None:
        """Blur what is drawn so far: it steps back behind what follows."""
        self.image = self.image.filter(ImageFilter.GaussianBlur(radius * self.scale))

    def mirror(self, shore: float, strength: float = 0.5) -> None:
        """Reflect what stands above the shore in the water below it."""
        level = round(shore * self.scale)
        depth = self.size[1] - level
        above = self.image.crop((0, max(0, level - depth), self.size[0], level))
        upside_down = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        still = upside_down.filter(ImageFilter.GaussianBlur(5 * self.scale))
        water = self.image.crop((0, level, self.size[0], level + still.height))
        self.image.paste(Image.blend(water, still, strength), (0, level))

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image, "RGBA")

    def _pixels(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]


def wave(rng: random.Random, height: float, swing: float, steps: int = 80) -> list[Point]:
    """A gentle line across the sheet: hills, banks and ribbons begin with one."""
    phases = [
        (rng.uniform(0, 6.3), rng.uniform(0.6, 1.6) * (n + 1), swing / (n + 1)) for n in range(3)
    ]
    return [
        (
            WIDTH * step / steps,
            height + sum(s * math.sin(p + f * step / steps * 3.1) for p, f, s in phases),
        )
        for step in range(steps + 1)
    ]


def down_to(line: list[Point], floor: float = HEIGHT) -> list[Point]:
    """The line closed below, as the shape of a hill."""
    return [*line, (line[-1][0], floor), (line[0][0], floor)]


def _ink(colour: str, strength: float) -> tuple[int, ...]:
    return (*ImageColor.getrgb(colour), round(255 * strength))


def _between(stops: list[tuple], part: float) -> tuple[int, ...]:
    at = part * (len(stops) - 1)
    first = min(int(at), len(stops) - 2)
    share = at - first
    return tuple(
        round(a + (b - a) * share) for a, b in zip(stops[first], stops[first + 1], strict=True)
    )
