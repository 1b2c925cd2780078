"""Lines over time as an SVG picture that needs no colour; pure.

Each line has a pattern and a mark of its own and its name at its end. Sizes are in units of the
view box; everything is drawn in the colour of the text around it.
"""

from dataclasses import dataclass
from xml.etree import ElementTree

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 48, 172, 20, 44
LETTER = 16  # size of the type, and with the leading the least step between two names
STEP = 22
MOST_LABELS = 8
MOST_TICKS = 5
PATTERNS = (("", 2), ("10 5", 2), ("2 5", 3))  # dashes and width of a line
MARKS = (
    "M{x} {y}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "M{x} {y}m-4 -4h8v8h-8z",
    "M{x} {y}m0 -6l6 10h-12z",
)


@dataclass(frozen=True)
class Line:
    """What is counted, and how often in each period."""

    name: str
    values: list[int]


def draw(title: str, description: str, labels: list[str], lines: list[Line], *, name: str) -> str:
    """At most three lines over the periods ``labels``; ``name`` begins the ids in the page."""
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-description",
            "class": "figure-lines",
            "font-size": str(LETTER),
            "fill": "currentColor",
        },
    )
    ElementTree.SubElement(root, "title", {"id": f"{name}-title"}).text = title
    ElementTree.SubElement(root, "desc", {"id": f"{name}-description"}).text = description
    ticks = round_ticks(max((value for line in lines for value in line.values), default=0))
    columns = _columns(len(labels))
    _draw_axes(root, ticks, columns, labels)
    if labels:
        _draw_lines(root, lines, columns, ticks[-1])
    return ElementTree.tostring(root, encoding="unicode")


def round_ticks(most: int) -> list[int]:
    """Whole numbers from zero to ``most`` or above, in steps of 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step * MOST_TICKS >= most:
                return list(range(0, max(most, 1) + step, step))[: -(-max(most, 1) // step) + 1]
        power *= 10


def _columns(count: int) -> list[float]:
    """Where the periods stand from left to right; a single one in the middle."""
    room = WIDTH - LEFT - RIGHT
    if count == 1:
        return [LEFT + room / 2]
    return [round(LEFT + 12 + (room - 24) * at / (count - 1), 1) for at in range(count)]


def _height(value: float, most: int) -> float:
    room = HEIGHT - TOP - BOTTOM
    return round(TOP + room * (1 - value / most), 1)


def _draw_axes(root, ticks: list[int], columns: list[float], labels: list[str]) -> None:
    for tick in ticks:
        y = _height(tick, ticks[-1])
        _draw(
            root,
            "path",
            d=f"M{LEFT} {y}H{WIDTH - RIGHT}",
            stroke="currentColor",
            stroke_width=1.5 if tick == 0 else 0.5,
            stroke_opacity=1 if tick == 0 else 0.5,
        )
        _write(root, str(tick), LEFT - 8, y + 5, "end")
    every = -(-len(labels) // MOST_LABELS) or 1
    # Counted from the newest, which is always named.
    for at in range(len(labels) - 1, -1, -every):
        _write(root, labels[at], columns[at], HEIGHT - BOTTOM + 26, "middle")


def _draw_lines(root, lines: list[Line], columns: list[float], most: int) -> None:
    ends = _apart([_height(line.values[-1], most) for line in lines])
    for line, (dashes, width), mark, name_at in zip(lines, PATTERNS, MARKS, ends, strict=False):
        points = [(x, _height(value, most)) for x, value in zip(columns, line.values, strict=True)]
        path = "M" + "L".join(f"{x} {y}" for x, y in points)
        stroke = {"stroke": "currentColor", "stroke_width": width, "stroke_linejoin": "round"}
        dashed = {"stroke_dasharray": dashes} if dashes else {}
        _draw(root, "path", d=path, fill="none", **stroke, **dashed)
        for x, y in points:
            _draw(root, "path", d=mark.format(x=x, y=y))
        (x, y), beside = points[-1], WIDTH - RIGHT + 10
        _draw(
            root,
            "path",
            d=f"M{x + 7} {y}L{beside} {name_at}",
            stroke="currentColor",
            stroke_width=0.5,
        )
        _draw(root, "path", d=mark.format(x=beside + 8, y=name_at))
        _write(root, f"{line.name} {line.values[-1]}", beside + 20, name_at + 5, "start")


def _apart(heights: list[float]) -> list[float]:
    """The heights, moved so far that names beside them do not touch; their order stays."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    moved = list(heights)
    for before, at in zip(order, order[1:], strict=False):
        moved[at] = max(moved[at], moved[before] + STEP)
    lowest = HEIGHT - BOTTOM
    for at in reversed(order):
        moved[at] = min(moved[at], lowest)
        lowest = moved[at] - STEP
    return moved


def _draw(root, shape: str, **attributes) -> None:
    written = {name.replace("_", "-"): str(value) for name, value in attributes.items()}
    ElementTree.SubElement(root, shape, written)


def _write(root, text: str, x: float, y: float, anchor: str) -> None:
    place = {"x": str(x), "y": str(round(y, 1)), "text-anchor": anchor}
    ElementTree.SubElement(root, "text", place).text = text
