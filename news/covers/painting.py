"""A cover painted in pixels, for pictures that leave the portal."""

from PIL import Image, ImageColor, ImageDraw

from news.covers.strokes import Circle, Layer, Point, Stroke, Waves, around

FINER = 2  # painted larger and scaled down, which smooths every edge
STEPS, ROUND = 12, 96  # straight pieces of one bend, of a circle
# How strongly each tone stands on the ground; static/css/cards.css has the same of pages.
FILLS = {"wash": 0.07, "shade": 0.14, "ground": 1}
DRAWS = {"line": (2, 0.6), "fine": (1.25, 0.35)}


def painted(
    layers: list[Layer],
    size: tuple[int, int],
    place: tuple[float, float, float],
    *,
    ground: str,
    ink: str,
) -> Image.Image:
    """``place``: where the sheet's corner lies, from the left and the top, and a unit's pixels."""
    left, top, scale = (FINER * value for value in place)
    image = Image.new("RGB", tuple(FINER * side for side in size), ground)
    pen = ImageDraw.Draw(image, "RGBA")
    for one in layers:
        for stroke in one.strokes:
            points = [(x * scale + left, y * scale + top) for x, y in _flat(stroke)]
            _put(pen, one.tone, points, scale, ground, ink)
    return image.resize(size, Image.Resampling.BOX)


def _put(pen, tone: str, points: list[Point], scale: float, ground: str, ink: str) -> None:
    if tone in FILLS:
        colour = ground if tone == "ground" else ink
        pen.polygon(points, (*ImageColor.getrgb(colour), round(255 * FILLS[tone])))
    else:
        width, strength = DRAWS[tone]
        # Mixed beforehand: a line that is let through shows a knot wherever two pieces meet.
        pen.line(points, _mixed(ground, ink, strength), round(width * scale), joint="curve")


def _flat(stroke: Stroke) -> list[Point]:
    """A stroke as straight pieces."""
    if isinstance(stroke, Circle):
        points = around(stroke.centre, stroke.radius, ROUND)
        return [*points, points[0]]
    if isinstance(stroke, Waves):
        return _bent(stroke.points)
    points = _bent(stroke.points) if stroke.bent else list(stroke.points)
    return [*points, points[0]] if stroke.closed else points


def _bent(points: tuple[Point, ...]) -> list[Point]:
    """Quadratic curves from an end over a control point to the next end."""
    flat = [points[0]]
    for start, near, end in zip(points[:-2:2], points[1::2], points[2::2], strict=True):
        flat += [_on_curve(start, near, end, step / STEPS) for step in range(1, STEPS + 1)]
    return flat


def _on_curve(start: Point, near: Point, end: Point, part: float) -> Point:
    left = 1 - part
    return tuple(
        left * left * a + 2 * left * part * b + part * part * c
        for a, b, c in zip(start, near, end, strict=True)
    )


def _mixed(ground: str, ink: str, strength: float) -> tuple[int, ...]:
    pairs = zip(ImageColor.getrgb(ground), ImageColor.getrgb(ink), strict=True)
    return tuple(round(a + (b - a) * strength) for a, b in pairs)
