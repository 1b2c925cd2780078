"""What stands in several scenes: towers, trees, houses, bridges, roofs, boats, kites.

``x`` is the middle and ``y`` the foot of each, ``size`` its height, in the units of the canvas.
"""

import math
import random

from iad.demo.drawing import WIDTH, Canvas, Point


def towers(canvas: Canvas, rng: random.Random, y: float, tallest: float, colour: str) -> None:
    """A skyline from one side to the other, tallest toward a place drawn by lot."""
    centre, x = rng.uniform(500, 1200), -20.0
    while x < WIDTH:
        width = rng.uniform(38, 92)
        nearness = math.exp(-(((x - centre) / 520) ** 2))
        height = tallest * (0.22 + 0.78 * nearness * rng.uniform(0.35, 1))
        canvas.box(x, y - height, width, height + 2, colour)
        if rng.random() < 0.35:
            canvas.box(x + width * 0.3, y - height - 18, width * 0.4, 20, colour)
        if rng.random() < 0.16:
            canvas.box(x + width / 2 - 1.5, y - height - 60, 3, 60, colour)
        x += width + rng.uniform(-6, 16)


def bridge(canvas: Canvas, x: float, y: float, colour: str) -> None:
    """A cable-stayed bridge with one leaning pylon."""
    top, deck = (x, y - 330), y - 46
    for step in range(1, 15):
        canvas.line([top, (x - step * 34, deck)], colour, 1.6, 0.75)
        canvas.line([(x, top[1] + step * 9), (x + step * 46, deck)], colour, 1.6, 0.75)
    canvas.shape(
        [
            (x - 26, y),
            (x - 5, top[1]),
            (x + 5, top[1]),
            (x + 26, y),
            (x + 12, y),
            (x, y - 260),
            (x - 12, y),
        ],
        colour,
    )
    canvas.box(-10, deck, WIDTH + 20, 11, colour)
    for pier in range(40, WIDTH, 190):
        canvas.box(pier, deck, 9, y - deck, colour)


def boat(canvas: Canvas, x: float, y: float, colour: str = "#23263f") -> None:
    """A long-tail boat with its awning."""
    canvas.shape(
        [
            (x - 150, y - 26),
            (x - 110, y),
            (x + 110, y),
            (x + 170, y - 40),
            (x + 90, y - 16),
            (x - 100, y - 14),
        ],
        colour,
    )
    canvas.shape([(x - 84, y - 58), (x - 70, y - 68), (x + 56, y - 68), (x + 70, y - 58)], colour)
    for post in (-76, -26, 22, 62):
        canvas.box(x + post, y - 60, 4, 48, colour)
    canvas.oval((x, y + 12), 300, 16, colour, 0.35)


def prang(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """A prang: steps below, a ribbed cone, a thin finial."""
    for step in range(5):
        width = size * (0.62 - step * 0.085)
        canvas.box(x - width / 2, y - size * 0.07 * (step + 1), width, size * 0.075, colour)
    outline = [
        (size * (0.095 * (1 - part**2.2) + 0.012), y - size * (0.33 + 0.5 * part))
        for part in (step / 24 for step in range(25))
    ]
    canvas.shape(
        [*((x - w, h) for w, h in outline), *((x + w, h) for w, h in reversed(outline))], colour
    )
    for part in range(6):
        width, height = outline[part * 4]
        canvas.box(x - width * 1.16, height - size * 0.008, width * 2.32, size * 0.014, colour)
    canvas.shape(
        [(x - size * 0.012, y - size * 0.82), (x, y - size), (x + size * 0.012, y - size * 0.82)],
        colour,
    )


def tiered_roof(canvas: Canvas, x: float, y: float, width: float, colour: str) -> None:
    """A hall seen from its gable: three steep roofs, one behind the other, with their finials."""
    canvas.box(x - width * 0.34, y - width * 0.3, width * 0.68, width * 0.3, colour)
    for half, low, high in ((0.5, 0.26, 0.62), (0.38, 0.38, 0.86), (0.25, 0.56, 1.12)):
        half, low, high = width * half, y - width * low, y - width * high
        sag = low + (high - low) * 0.36
        slope = [(x - half, low), (x - half * 0.5, sag), (x, high)]
        canvas.shape([*slope, (x + half * 0.5, sag), (x + half, low)], colour)
        for side in (-1, 1):
            horn = [(x + side * half * 0.86, low - 4), (x + side * half, low - 2)]
            canvas.line([*horn, (x + side * half * 1.07, low - width * 0.055)], colour, 5)
        finial = [(x, high + 6), (x + width * 0.012, high - width * 0.04), (x, high - width * 0.1)]
        canvas.line(finial, colour, 5)


def tree(canvas: Canvas, rng: random.Random, x: float, y: float, size: float) -> None:
    """A round-headed tree, lit from above."""
    canvas.oval((x + size * 0.05, y), size * 0.8, size * 0.09, "#1f3b2c", 0.25)
    canvas.shape(
        [
            (x - size * 0.04, y),
            (x - size * 0.02, y - size * 0.5),
            (x + size * 0.02, y - size * 0.5),
            (x + size * 0.045, y),
        ],
        "#5b4632",
    )
    for colour, lift, spread in (
        ("#2f6146", 0.0, 0.3),
        ("#3f7a50", 0.07, 0.25),
        ("#67a05f", 0.14, 0.18),
    ):
        for _ in range(11):
            spot = (
                x + rng.gauss(0, size * spread * 0.62),
                y - size * (0.62 + lift) + rng.gauss(0, size * 0.085),
            )
            canvas.disc(spot, size * rng.uniform(0.16, 0.3), colour)


def house(canvas: Canvas, rng: random.Random, x: float, y: float, size: float) -> None:
    """A shop house with a tiled roof and shuttered windows."""
    width, height = size * 0.8, size * rng.uniform(0.75, 1.0)
    wall = rng.choice(["#f0dcc0", "#e7c9b0", "#f5ead2", "#d9c2b4", "#e9d7a8"])
    canvas.box(x - width / 2, y - height, width, height, wall)
    roof = [
        (x - width * 0.58, y - height),
        (x - width * 0.4, y - height * 1.25),
        (x + width * 0.4, y - height * 1.25),
        (x + width * 0.58, y - height),
    ]
    canvas.shape(roof, rng.choice(["#a8553d", "#8c4a3b", "#b5694a"]))
    for row in (0.78, 0.42):
        for column in (-0.3, 0, 0.3):
            canvas.box(
                x + width * (column - 0.08), y - height * row, width * 0.16, height * 0.2, "#5f7f78"
            )


def arched_bridge(canvas: Canvas, x: float, y: float, span: float, rise: float) -> None:
    """A white footbridge over the water, with its railing."""
    steps = [step / 30 for step in range(31)]
    way = [(x + span * (part - 0.5), y - rise * math.sin(math.pi * part) * 0.62) for part in steps]
    below: list[Point] = [(px, py + rise * 0.17) for px, py in way]
    canvas.shape([*way, *reversed(below)], "#f4efe2")
    canvas.line(below, "#b9ae97", max(2, rise * 0.03))
    for px, py in way[::2]:
        canvas.box(px - 1.5, py - rise * 0.2, max(3, rise * 0.022), rise * 0.22, "#d8cfba")
    canvas.line([(px, py - rise * 0.2) for px, py in way], "#f7f3e8", max(3, rise * 0.05))


def kite(canvas: Canvas, rng: random.Random, place: Point, size: float, colour: str) -> None:
    """A diamond kite, its string to the lawn and a tail that waves."""
    x, y = place
    lean = rng.uniform(-0.35, 0.35)
    turn = [(0, -1), (0.72, -0.12), (0, 1.15), (-0.72, -0.12)]
    top, right, foot, left = (
        (
            x + size * (a * math.cos(lean) - b * math.sin(lean)),
            y + size * (a * math.sin(lean) + b * math.cos(lean)),
        )
        for a, b in turn
    )
    canvas.line(
        [place, ((x + 800) / 2 + 60, y + (900 - y) * 0.62), (800 + (x - 800) * 0.25, 900)],
        "#ffffff",
        1.5,
        0.55,
    )
    tail = [
        (
            foot[0] + size * (0.32 * math.sin(step / 3.2) - lean * step * 0.06),
            foot[1] + size * 0.11 * step,
        )
        for step in range(24)
    ]
    canvas.line(tail, colour, 5, 0.9)
    for spot in tail[4::5]:
        canvas.shape([(spot[0] - 16, spot[1] - 9), spot, (spot[0] - 16, spot[1] + 9)], colour)
        canvas.shape([(spot[0] + 16, spot[1] - 9), spot, (spot[0] + 16, spot[1] + 9)], colour)
    canvas.shape([top, right, foot, left], colour)
    canvas.shape([top, foot, left], "#000000", 0.12)
    canvas.line([top, foot], "#ffffff", 3, 0.7)
    canvas.line([left, right], "#ffffff", 3, 0.7)


def sheet(canvas: Canvas, place: Point, width: float, height: float, turn: float) -> None:
    """A sheet of paper with lines of writing too small to read, turned by so many radians."""
    (x, y), turn = place, turn + math.pi / 2

    def at(a: float, b: float) -> Point:
        return (
            x + a * math.cos(turn) - b * math.sin(turn),
            y + a * math.sin(turn) + b * math.cos(turn),
        )

    half_width, half_height = width / 2, height / 2
    corners = [
        (-half_width, -half_height),
        (half_width, -half_height),
        (half_width, half_height),
        (-half_width, half_height),
    ]
    canvas.shape([at(a + 4, b + 5) for a, b in corners], "#5f3d27", 0.5)
    canvas.shape([at(a, b) for a, b in corners], "#fdfbf5")
    for row in range(6):
        height_of_row = -half_height + 16 + row * 11
        canvas.line(
            [at(-half_width + 10, height_of_row), at(half_width - 12, height_of_row)],
            "#c5bfb2",
            2.5,
        )
