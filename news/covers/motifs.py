"""What a cover shows of its topic, by a word in the topic's address; each drawn with one article's
chance, so that two covers of a topic are kin and not the same.
"""

from collections.abc import Callable
from random import Random

from news.covers.strokes import (
    CENTRE,
    Circle,
    Layer,
    around,
    bend,
    circles,
    layer,
    leaf,
    line,
    shape,
)

Motif = Callable[[Random], list[Layer]]
MOTIFS: dict[str, Motif] = {}
FLOOR = 162


def of(*words: str) -> Callable[[Motif], Motif]:
    """For topics with one of these words in their address."""

    def registered(motif: Motif) -> Motif:
        MOTIFS.update(dict.fromkeys(words, motif))
        return motif

    return registered


@of("visit", "call", "courtesy", "guest", "delegation", "welcome", "reception", "protocol")
def pavilion(chance: Random) -> list[Layer]:
    """An open sala with its tiered roof, where guests are received."""
    wide = 58 + 10 * chance.random()
    roofs = []
    for top, half in ((34, wide * 0.5), (54, wide * 0.76), (78, wide)):
        foot = top + 40
        down = [(160 + half * 0.34, top + 25), (160 + half, foot)]
        up = [(160 - half * 0.34, top + 25), (160, top)]
        roofs.append(bend((160, top), *down, (160, foot - 5), (160 - half, foot), *up))
    columns = [160 + wide * part for part in (-0.78, -0.4, 0.4, 0.78)]
    posts = [line((x, 117), (x, 148)) for x in columns]
    steps = [line((160 - wide - s, 148 + s), (160 + wide + s, 148 + s)) for s in (0, 7, 14)]
    return [
        layer("line", *posts, *steps),
        layer("ground", *reversed(roofs)),
        layer("shade", *reversed(roofs)),
        layer("line", *roofs, line((160, 34), (160, 16))),
        layer("fine", Circle((160, 96), 7)),
    ]


@of("sister", "twin", "city", "cities", "friendship", "friend", "bilateral", "relations")
def two_cities(chance: Random) -> list[Layer]:
    """The towers of two cities, and the arcs between them."""
    towers, windows = [], []
    for side in (-1, 1):
        for place in range(4):
            tall = 22 + 58 * chance.random() * (1 - place / 6)
            x, half = 160 + side * (44 + 19 * place), 7.5
            top = FLOOR - tall
            head = [(x, top - 9)] if chance.random() < 0.4 else []
            towers.append(
                shape((x - half, FLOOR), (x - half, top), *head, (x + half, top), (x + half, FLOOR))
            )
            windows += [line((x - 3, y), (x + 3, y)) for y in range(int(top) + 9, FLOOR - 6, 9)]
    arcs = [bend((116 - s, 78 - s), (160, 12 - 2 * s), (204 + s, 78 - s)) for s in (0, 11, 22)]
    deck = bend((124, FLOOR - 6), (160, FLOOR - 34), (196, FLOOR - 6))
    return [
        layer("shade", *towers),
        layer("line", *towers, arcs[0], deck),
        layer("fine", *windows, *arcs[1:]),
    ]


@of("network", "forum", "alliance", "partner", "partnership", "global")
def network(chance: Random) -> list[Layer]:
    """Places and what joins them."""
    turn = chance.random()
    outer = around(CENTRE, 66, 7, turn)
    inner = around(CENTRE, 34, 4, turn + chance.random())
    places = [(x + 10 * chance.random() - 5, y + 10 * chance.random() - 5) for x, y in outer]
    ways = [line(CENTRE, place) for place in inner]
    ways += [line(place, places[(2 * n + s) % 7]) for n, place in enumerate(inner) for s in (0, 1)]
    rim = [line(place, places[(n + 1) % 7]) for n, place in enumerate(places)]
    dots = [*circles(places, 5.5), *circles(inner, 4), Circle(CENTRE, 11)]
    return [
        layer("wash", Circle(CENTRE, 74)),
        layer("fine", *rim),
        layer("line", *ways),
        layer("ground", *dots),
        layer("shade", *dots),
        layer("line", *dots),
    ]


@of("asean", "region", "regional", "international", "multilateral", "cooperation")
def ten_rings(chance: Random) -> list[Layer]:
    """Ten that hold each other: the neighbours."""
    ring = around(CENTRE, 42, 10, chance.random() / 10)
    return [
        layer("wash", Circle(CENTRE, 68)),
        layer("line", *circles(ring, 25)),
        layer("shade", Circle(CENTRE, 17)),
        layer("fine", Circle(CENTRE, 17), Circle(CENTRE, 72)),
    ]


@of("meeting", "committee", "conference", "council", "assembly", "summit", "dialogue")
def round_table(chance: Random) -> list[Layer]:
    """A round table and its seats, from above."""
    count = 9 + int(4 * chance.random())
    turn = chance.random()
    seats = circles(around(CENTRE, 62, count, turn), 10)
    papers = [
        line((x * 0.93 + CENTRE[0] * 0.07, y * 0.93 + CENTRE[1] * 0.07), (x, y))
        for x, y in around(CENTRE, 38, count, turn)
    ]
    return [
        layer("wash", Circle(CENTRE, 46)),
        layer("shade", *seats),
        layer("line", *seats, Circle(CENTRE, 46), *papers),
        layer("fine", Circle(CENTRE, 28), Circle(CENTRE, 20)),
    ]


@of("youth", "young", "student", "child", "children", "sport", "volunteer")
def kites(chance: Random) -> list[Layer]:
    """Two kites in the wind."""
    filled, lines, strings = [], [], []
    for x, y, size in ((128, 74, 40), (200, 58 + 26 * chance.random(), 27)):
        x += 12 * chance.random() - 6
        top, foot = (x + size * 0.25, y - size), (x - size * 0.3, y + size * 1.15)
        left, right = (x - size * 0.75, y - size * 0.25), (x + size * 0.75, y + size * 0.1)
        filled.append(shape(top, right, foot, left))
        lines += [line(top, foot), line(left, right)]
        tail = [foot, (foot[0] - 14, foot[1] + 10), (foot[0] - 2, foot[1] + 20)]
        strings.append(bend(*tail, (foot[0] + 12, foot[1] + 32), (foot[0] - 6, foot[1] + 42)))
    clouds = [bend((214, 130), (236, 112), (258, 130)), bend((62, 44), (80, 30), (98, 44))]
    return [
        layer("shade", *filled),
        layer("line", *filled, *lines),
        layer("fine", *strings, *clouds),
    ]


@of("training", "education", "learning", "course", "workshop", "seminar", "study", "knowledge")
@of("language", "school", "university", "scholarship", "exchange", "skills")
def open_book(chance: Random) -> list[Layer]:
    """An open book, and what rises from it."""
    y = 120
    left = [(160, y), (132, y - 22), (92, y - 12)]
    right = [(160, y), (188, y - 22), (228, y - 12)]
    pages = [bend(*left), bend(*right)]
    covers = [bend((160, y + 34), (132, y + 12), (92, y + 22))]
    covers += [bend((160, y + 34), (188, y + 12), (228, y + 22))]
    sides = [line((92, y - 12), (92, y + 22)), line((228, y - 12), (228, y + 22))]
    sheet = bend(*left, (92, y + 5), (92, y + 22), (132, y + 12), (160, y + 34))
    sheets = [sheet, bend(*((320 - x, at) for x, at in sheet.points))]
    words = [
        bend((160 + s * 12, y + 2 + d), (160 + s * 30, y - 9 + d), (160 + s * 58, y - 5 + d))
        for s in (-1, 1)
        for d in (0, 8, 16)
    ]
    rays = around((160, y - 14), 62, 24, 1 / 48)
    sun = [line(_toward((160, y - 14), one, 0.62), one) for one in rays if one[1] < y - 34]
    return [
        layer("shade", *sheets),
        layer("line", *pages, *covers, *sides, line((160, y), (160, y + 34))),
        layer("fine", *words, *sun, Circle((160, y - 40 - 6 * chance.random()), 13)),
    ]


@of("culture", "art", "music", "festival", "heritage", "food", "tradition", "tourism")
def lotus(chance: Random) -> list[Layer]:
    """A lotus on the water."""
    base, spread = (160, 142), 0.86 + 0.2 * chance.random()
    back = [(160 + x * spread, y) for x, y in ((-72, 92), (-44, 62), (44, 62), (72, 92))]
    front = [
        (160 + x * spread, y) for x, y in ((-92, 122), (-30, 48), (0, 34), (30, 48), (92, 122))
    ]
    behind = [leaf(base, tip, 26) for tip in back]
    before = [leaf(base, tip, 30) for tip in front]
    middle = leaf(base, (160, 48), 22)
    return [
        layer("wash", *behind),
        layer("fine", *behind),
        layer("shade", before[0], before[-1], middle),
        layer("line", *before, middle),
    ]


@of("green", "environment", "climate", "park", "tree", "nature", "water", "energy")
@of("sustainable", "sustainability", "clean", "waste", "air")
def leaves(chance: Random) -> list[Layer]:
    """A twig, and a leaf for every season."""
    lean = 30 * chance.random() - 15
    stem = bend((160 - lean, FLOOR), (160 + lean, 96), (160 + lean * 0.4, 40))
    filled, veins = [], []
    for number in range(6):
        side = -1 if number % 2 else 1
        part = number / 7
        x, y = 160 + lean * (0.6 * part - 0.2), FLOOR - 22 - 98 * part
        long = 62 - 5 * number + 8 * chance.random()
        tip = (x + side * long, y - long * 0.55)
        filled.append(leaf((x, y), tip, 17))
        veins.append(line((x, y), _toward((x, y), tip, 0.8)))
    top = leaf((160 + lean * 0.4, 52), (160 + lean * 0.2, 16), 14)
    return [
        layer("shade", *filled[::2], top),
        layer("line", *filled, top, stem),
        layer("fine", *veins),
    ]


@of("mou", "agreement", "letter", "memorandum", "signing", "treaty", "document")
@of("policy", "plan", "announcement", "order", "law")
def two_papers(chance: Random) -> list[Layer]:
    """Two sheets of one agreement, each with a line to sign."""
    sheets, words, signed = [], [], []
    for x, y, lean in ((118, 46, -5), (176, 38 + 12 * chance.random(), 5)):
        corners = [(x, y), (x + 62, y + lean), (x + 62 + lean, y + 92 + lean), (x + lean, y + 92)]
        sheets.append(shape(*corners))
        for row in range(5):
            start = (x + 10 + lean * row / 8, y + 20 + row * 10)
            long = 42 if row % 4 else 26
            words.append(line(start, (start[0] + long, start[1] + lean * long / 62)))
        a, b = x + 12 + lean, y + 80
        signed.append(bend((a, b), (a + 6, b - 16), (a + 11, b), (a + 18, b + 8), (a + 30, b - 6)))
    return [
        layer("ground", *sheets),
        layer("wash", *sheets),
        layer("fine", *words),
        layer("line", *sheets, *signed),
    ]


@of("urban", "planning", "transport", "smart", "digital", "canal", "river", "infrastructure")
@of("development", "innovation", "technology", "economy", "economic", "trade", "investment")
def bridge(chance: Random) -> list[Layer]:
    """A cable-stayed bridge over the river."""
    x, top, deck = 150 + 20 * chance.random(), 22, 138
    reach = [(x + side * span, deck) for side in (-1, 1) for span in range(22, 111, 22)]
    cables = [line((x, top + 6 + abs(end[0] - x) / 6), end) for end in reach]
    tower = shape((x - 15, FLOOR), (x - 2, top), (x + 2, top), (x + 15, FLOOR))
    far = [(x - 108 + 24 * n, deck - 14 - 26 * chance.random()) for n in range(10)]
    towers = [shape((a, deck), (a, b), (a + 15, b), (a + 15, deck)) for a, b in far]
    return [
        layer("wash", *towers),
        layer("fine", *cables),
        layer("shade", tower),
        layer("line", tower, line((0, deck), (320, deck)), line((0, deck + 6), (320, deck + 6))),
    ]


def _toward(start, end, part: float):
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
