"""Pictures for the sample portal, drawn here, so that no photo of anybody has to be borrowed.

The same scene and seed give the same picture. No writing, no persons, no flags.
"""

import io
import math
import random
from collections.abc import Callable

from iad.demo import sights
from iad.demo.drawing import HEIGHT, WIDTH, Canvas, down_to, wave

Scene = Callable[["Canvas", random.Random], None]
SCENES: dict[str, Scene] = {}
DAWNS = [
    ["#22395e", "#6d6a93", "#e8a07f", "#ffdca6"],
    ["#2b5876", "#7fa3b5", "#f3c9a0", "#fff0d2"],
    ["#35406b", "#a0678a", "#f08f6e", "#ffd29a"],
]


def scene(draws: Scene) -> Scene:
    """Register a drawing function under its own name."""
    SCENES[draws.__name__] = draws
    return draws


def draw(name: str, seed: int, width: int = WIDTH) -> bytes:
    """A JPEG of that width, in the proportion of 8 to 5."""
    canvas = Canvas(width)
    SCENES[name](canvas, random.Random(seed))  # noqa: S311  a picture, not a secret
    file = io.BytesIO()
    canvas.finished().save(file, "JPEG", quality=92)
    return file.getvalue()


@scene
def river(canvas: Canvas, rng: random.Random) -> None:
    """A wide river at dawn, a cable-stayed bridge, towers far away, one small boat."""
    shore = 640
    canvas.wash(rng.choice(DAWNS), 0, shore)
    sun = (rng.uniform(950, 1250), 545)
    canvas.glow(sun, 900, "#fff1c9", 0.8)
    canvas.disc(sun, 110, "#fff6dc")
    for colour, tallest in (("#a58f9f", 190), ("#7c7290", 270), ("#4b4f73", 210)):
        sights.towers(canvas, rng, shore, tallest, colour)
    sights.bridge(canvas, rng.uniform(420, 560), shore, "#343a5c")
    canvas.wash(["#e9b48f", "#7f7f9d", "#2c3f63"], shore)
    canvas.mirror(shore, 0.55)
    for _ in range(90):
        y = shore + (HEIGHT - shore) * rng.random() ** 1.4
        length = 30 + (y - shore) * rng.uniform(0.2, 0.9)
        x = rng.gauss(sun[0], 60 + (y - shore) * 0.9)
        canvas.line([(x - length, y), (x + length, y)], "#fff2d2", 2.4, rng.uniform(0.1, 0.5))
    sights.boat(canvas, rng.uniform(300, 700), 800)


@scene
def temple(canvas: Canvas, rng: random.Random) -> None:
    """A prang and tiered roofs against the evening sky, with their image in the water."""
    shore = 790
    canvas.wash(["#3a3567", "#8c5a86", "#e58a6c", "#ffcf8d"], 0, shore)
    canvas.glow((rng.uniform(500, 1000), 700), 1300, "#ffe3ae", 0.75)
    canvas.shape(down_to(wave(rng, 690, 22), shore), "#8a5f7d", 0.8)
    for x, size in ((1180, 0.55), (480, 0.5), (830, 1.0)):
        sights.prang(canvas, x, shore - 40, 600 * size, "#453258" if size == 1 else "#5f4269")
    for x, width in ((210, 330), (1400, 380)):
        sights.tiered_roof(canvas, x, shore - 40, width, "#352849")
    canvas.box(0, shore - 45, WIDTH, 46, "#2b2140")
    canvas.wash(["#c9836f", "#55406b", "#251f3d"], shore)
    canvas.mirror(shore, 0.5)
    for _ in range(9):
        x, y, span = rng.uniform(900, 1500), rng.uniform(110, 330), rng.uniform(9, 17)
        wings = [(x - span, y - span / 2), (x, y), (x + span, y - span / 2)]
        canvas.line(wings, "#2b2140", 3, 0.8)


@scene
def canal(canvas: Canvas, rng: random.Random) -> None:
    """A canal that runs to the horizon under arched bridges, between trees and houses."""
    horizon, middle = 400, 800
    canvas.wash(["#7fb6cf", "#cfe6e4", "#fdf3d7"], 0, horizon + 60)
    canvas.glow((1150, 190), 700, "#fffbe6", 0.8)
    canvas.wash(["#b7c99a", "#7d9d6b", "#55794f"], horizon)
    canvas.shape(
        [(middle - 40, horizon), (middle + 40, horizon), (1330, HEIGHT), (270, HEIGHT)], "#5f9ca0"
    )
    canvas.shape(
        [(middle - 14, horizon), (middle + 14, horizon), (980, HEIGHT), (620, HEIGHT)],
        "#a9d0c6",
        0.5,
    )
    for side in (-1, 1):
        banks = [(middle + side * 40, horizon), (middle + side * 530, HEIGHT)]
        canvas.shape(
            [*banks, (middle + side * 700, HEIGHT), (middle + side * 48, horizon)], "#e6d8b8"
        )
    for near in (0.12, 0.2, 0.32, 0.5, 0.78):
        y = horizon + (HEIGHT - horizon) * near
        for side in (-1, 1):
            sights.house(canvas, rng, middle + side * (130 + 980 * near), y, 380 * near)
            sights.tree(canvas, rng, middle + side * (95 + 700 * near), y + 40 * near, 320 * near)
        if near in (0.2, 0.5):
            sights.arched_bridge(canvas, middle, y, 60 + 1000 * near, 210 * near)
    for _ in range(60):
        y = rng.uniform(560, HEIGHT)
        x = rng.gauss(middle, (y - horizon) * 0.3)
        canvas.line([(x - 30, y), (x + 30, y)], "#e9f6ee", 2, rng.uniform(0.1, 0.4))


@scene
def park(canvas: Canvas, rng: random.Random) -> None:
    """Large trees around a pond, a path, and the city faint behind them."""
    canvas.wash(["#9fc7dc", "#e3f0ea", "#fdf6e0"], 0, 620)
    canvas.glow((rng.uniform(300, 600), 200), 800, "#fffdf0", 0.9)
    sights.towers(canvas, rng, 600, 330, "#c3d3d6")
    sights.towers(canvas, rng, 600, 240, "#aec3c4")
    for height, colour in ((520, "#9dbb9b"), (570, "#7ea87f")):
        for x in range(-40, WIDTH + 80, 90):
            canvas.disc((x + rng.uniform(-25, 25), height + rng.uniform(-20, 20)), 190, colour)
        canvas.box(0, height, WIDTH, 160, colour)
    canvas.wash(["#a9c97f", "#7fae63", "#4f8350"], 640)
    canvas.oval((940, 790), 980, 210, "#e8e2bd")
    canvas.oval((940, 785), 930, 180, "#7fb7c0")
    canvas.oval((880, 768), 640, 96, "#b9dcdb", 0.7)
    canvas.shape(
        [(0, 900), (300, 800), (420, 760), (440, 766), (350, 820), (150, HEIGHT), (0, HEIGHT)],
        "#eadfb9",
    )
    for x, y, size in (
        (1480, 760, 420),
        (120, 740, 460),
        (620, 690, 250),
        (1240, 680, 240),
        (1390, 970, 330),
    ):
        sights.tree(canvas, rng, x, y, size)


@scene
def kites(canvas: Canvas, rng: random.Random) -> None:
    """Kites with long tails over a lawn and a line of trees."""
    canvas.wash(["#3f8fc4", "#8cc6e3", "#e6f4f1"], 0, 830)
    for _ in range(7):
        x, y = rng.uniform(0, WIDTH), rng.uniform(90, 560)
        for _ in range(7):
            spot = (x + rng.gauss(0, 70), y + rng.gauss(0, 14))
            canvas.oval(spot, rng.uniform(110, 210), rng.uniform(40, 74), "#ffffff", 0.4)
    canvas.soften(3)
    for x in range(-20, WIDTH + 60, 60):
        canvas.disc(
            (x, 812 + rng.uniform(-22, 18)),
            rng.uniform(90, 150),
            rng.choice(["#3f7a58", "#4c8a60", "#356b50"]),
        )
    canvas.wash(["#8fbf62", "#5f9a4e"], 825)
    colours = ["#e4572e", "#f3a712", "#7d53a6", "#17877d", "#d1495b", "#f7f3e3", "#2a4d8f"]
    for number, colour in enumerate(colours):
        place = (150 + number * 215 + rng.uniform(-50, 50), rng.uniform(130, 560))
        sights.kite(canvas, rng, place, rng.uniform(70, 125), colour)


@scene
def table(canvas: Canvas, rng: random.Random) -> None:
    """A meeting table from above: chairs, papers, cups, flowers; nobody has come yet."""
    canvas.wash(["#d8d3c8", "#c7c0b2"])
    canvas.oval((800, 520), 1430, 890, "#b4ab9b", 0.5)
    places = [(math.tau * (n + 0.5) / 14) for n in range(14)]
    for angle in places:
        x, y = 800 + 640 * math.cos(angle), 500 + 400 * math.sin(angle)
        canvas.disc((x + 8, y + 14), 128, "#8d8576", 0.5)
        canvas.disc((x, y), 124, "#34495e")
        canvas.disc((x - 12 * math.cos(angle), y - 12 * math.sin(angle)), 96, "#48627c")
    canvas.oval((812, 522), 1180, 690, "#7d7364", 0.55)
    canvas.oval((800, 500), 1170, 680, "#8a5a3b")
    canvas.oval((800, 496), 1140, 652, "#a06b46")
    canvas.oval((800, 496), 560, 230, "#87573a")
    for angle in places:
        x, y = 800 + 470 * math.cos(angle), 496 + 255 * math.sin(angle)
        sights.sheet(canvas, (x, y), 62, 84, angle + rng.uniform(-0.12, 0.12))
        cup = (x + 62 * math.sin(angle) * 0.95, y - 62 * math.cos(angle) * 0.95)
        canvas.disc(cup, 42, "#f4f1ea")
        canvas.disc(cup, 28, rng.choice(["#6b4226", "#b88a4a"]))
    for _ in range(46):
        spot = (800 + rng.gauss(0, 95), 496 + rng.gauss(0, 34))
        canvas.disc(
            spot, rng.uniform(22, 44), rng.choice(["#5d8a57", "#7ba66b", "#f5e6ee", "#e7a9c0"])
        )


@scene
def signing(canvas: Canvas, rng: random.Random) -> None:
    """Two open folders, two pens and flowers on a table seen from above."""
    canvas.wash(["#20504f", "#173f42"])
    canvas.glow((800, 420), 1700, "#3f7d77", 0.7)
    for x, leather in ((210, "#7b2d3a"), (850, "#2b3f6b")):
        canvas.box(x + 14, 346, 540, 440, "#0d2628", 0.5)
        canvas.box(x, 330, 540, 440, leather)
        for page in (x + 18, x + 274):
            canvas.box(page, 348, 248, 404, "#fbf8ef")
            for line in range(9):
                canvas.box(page + 30, 400 + line * 30, rng.uniform(120, 190), 5, "#c9c3b4")
        canvas.box(x + 300, 700, 130, 3, "#8d8778")
        canvas.line([(x + 420, 800), (x + 560, 650)], "#e7c773", 13)
        canvas.line([(x + 536, 676), (x + 560, 650)], "#2a2a2e", 13)
    for _ in range(120):
        spot = (800 + rng.gauss(0, 150), 150 + rng.gauss(0, 42))
        canvas.disc(
            spot,
            rng.uniform(30, 64),
            rng.choice(["#f6d7e0", "#e9a3bb", "#fff4ea", "#6f9f6a", "#88b47c"]),
        )


@scene
def ribbons(canvas: Canvas, rng: random.Random) -> None:
    """Bands of cloth in many colours that flow side by side."""
    canvas.wash(["#fbf6ea", "#f1e6d0"])
    colours = [
        "#24507e",
        "#2f7f8f",
        "#5aa897",
        "#9cc5a1",
        "#f2d28b",
        "#eda85c",
        "#dd6e4e",
        "#b33f55",
        "#75386b",
        "#433a73",
    ]
    above = wave(rng, 170, 60)
    flow = wave(rng, 0, 34)
    for number, colour in enumerate(colours):
        below = [
            (x, y + 62 + 26 * math.sin(x / 260 + number * 0.5) + drift / 8)
            for (x, y), (_, drift) in zip(above, flow, strict=True)
        ]
        canvas.shape([*above, *reversed([(x, y + 16) for x, y in below])], "#4a3b2a", 0.12)
        canvas.shape([*above, *reversed(below)], colour)
        canvas.line([(x, y + 9) for x, y in above], "#ffffff", 5, 0.22)
        above = below


@scene
def globe(canvas: Canvas, rng: random.Random) -> None:
    """A globe with its meridians and arcs of light between places."""
    canvas.wash(["#0e2238", "#143352", "#1d4a68"])
    for _ in range(150):
        canvas.disc(
            (rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)),
            rng.uniform(2, 5),
            "#dcecf5",
            rng.uniform(0.2, 0.8),
        )
    centre, radius = (800, 510), 390
    canvas.glow(centre, 1250, "#4aa3b5", 0.7)
    canvas.disc(centre, 2 * radius, "#17486a")
    canvas.glow((690, 400), 760, "#2f83a0", 0.8)
    for turn in range(0, 180, 15):
        canvas.line(
            [_on_globe(centre, radius, lat, turn - 90) for lat in range(-90, 91, 3)],
            "#9fd3dd",
            2,
            0.45,
        )
    for lat in range(-75, 90, 15):
        canvas.line(
            [_on_globe(centre, radius, lat, lon) for lon in range(-90, 91, 3)], "#9fd3dd", 2, 0.45
        )
    home = (13.75, 12)
    for _ in range(13):
        away = (rng.uniform(-42, 66), rng.uniform(-76, 76))
        canvas.line(_arc(centre, radius, home, away), "#f4c66a", 4, 0.9)
        canvas.disc(_on_globe(centre, radius, *away), 18, "#ffe6ad")
    canvas.glow(_on_globe(centre, radius, *home), 130, "#fff0c4", 0.9)
    canvas.disc(_on_globe(centre, radius, *home), 28, "#ffffff")


def _on_globe(centre, radius, lat, lon, height=1.0):
    """Seen from above the middle of the side that faces us; degrees."""
    lat, lon, tilt = math.radians(lat), math.radians(lon), math.radians(16)
    x, y, z = math.cos(lat) * math.sin(lon), math.sin(lat), math.cos(lat) * math.cos(lon)
    y = y * math.cos(tilt) - z * math.sin(tilt)
    return (centre[0] + radius * height * x, centre[1] - radius * height * y)


def _arc(centre, radius, start, end):
    steps = [step / 30 for step in range(31)]
    return [
        _on_globe(
            centre,
            radius,
            start[0] + (end[0] - start[0]) * part,
            start[1] + (end[1] - start[1]) * part,
            1 + 0.16 * math.sin(math.pi * part),
        )
        for part in steps
    ]
