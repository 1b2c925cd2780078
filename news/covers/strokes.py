"""What a cover is made of: circles and traces, in a sheet of 320 by 200 units. Pure."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

WIDTH, HEIGHT = 320, 200
CENTRE = (160, 94)

Point = tuple[float, float]


@dataclass(frozen=True)
class Circle:
    centre: Point
    radius: float


@dataclass(frozen=True)
class Trace:
    """Straight from point to point; ``bent``: every second point only draws the line near."""

    points: tuple[Point, ...]
    bent: bool = False
    closed: bool = False


@dataclass(frozen=True)
class Waves:
    """Water: so many waves from a point to the right, each half of one as long as ``step``."""

    start: Point
    step: float
    height: float
    count: int

    @property
    def points(self) -> tuple[Point, ...]:
        """Those of a bent trace."""
        (x, y), points = self.start, [self.start]
        for half in range(2 * self.count):
            swing = self.height if half % 2 else -self.height
            points += [(x + self.step / 2, y + swing), (x + self.step, y)]
            x += self.step
        return tuple(points)


Stroke = Circle | Trace | Waves


@dataclass(frozen=True)
class Layer:
    """Strokes in one tone: wash, shade and ground fill, line and fine draw."""

    tone: str
    strokes: tuple[Stroke, ...]


def layer(tone: str, *strokes) -> Layer:
    return Layer(tone, tuple(strokes))


def line(*points: Point) -> Trace:
    return Trace(points)


def shape(*points: Point) -> Trace:
    return Trace(points, closed=True)


def bend(*points: Point) -> Trace:
    return Trace(points, bent=True)


def leaf(base: Point, tip: Point, width: float) -> Trace:
    """A petal or leaf from its base to its tip."""
    middle = ((base[0] + tip[0]) / 2, (base[1] + tip[1]) / 2)
    long = math.dist(base, tip) or 1
    aside = ((base[1] - tip[1]) / long * width, (tip[0] - base[0]) / long * width)
    left, right = (_plus(middle, aside), _plus(middle, (-aside[0], -aside[1])))
    return Trace((base, left, tip, right, base), bent=True, closed=True)


def smooth(*points: Point) -> Trace:
    """Along ``points`` without a corner, near each and through the middle between two."""
    middles = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in pairwise(points[1:-1])]
    between = [one for pair in zip(points[1:-2], middles, strict=True) for one in pair]
    return Trace((points[0], *between, *points[-2:]), bent=True)


def around(centre: Point, radius: float, count: int, turn: float = 0) -> list[Point]:
    """So many points on a circle, evenly; ``turn`` in parts of a whole one, from the top."""
    angles = [2 * math.pi * (number / count + turn) for number in range(count)]
    return [
        (centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle))
        for angle in angles
    ]


def circles(centres: Iterable[Point], radius: float) -> list[Circle]:
    return [Circle(centre, radius) for centre in centres]


def mirrored(layers: Iterable[Layer]) -> list[Layer]:
    return [Layer(one.tone, tuple(map(_mirror, one.strokes))) for one in layers]


def _mirror(stroke: Stroke) -> Stroke:
    if isinstance(stroke, Waves):  # water looks the same from either side
        return stroke
    if isinstance(stroke, Circle):
        return Circle((WIDTH - stroke.centre[0], stroke.centre[1]), stroke.radius)
    points = tuple((WIDTH - x, y) for x, y in stroke.points)
    return Trace(points, stroke.bent, stroke.closed)


def _plus(point: Point, by: Point) -> Point:
    return (point[0] + by[0], point[1] + by[1])
