"""What a cover shows of a topic whose address tells nothing: a figure of its own.

Which figure, and how many parts it has, is drawn for the topic; how it is turned, for the article.
"""

from random import Random

from news.covers.strokes import (
    CENTRE,
    Circle,
    Layer,
    Trace,
    around,
    bend,
    circles,
    layer,
    leaf,
    line,
    shape,
    smooth,
)


def pattern(topic: Random, chance: Random) -> list[Layer]:
    return FIGURES[int(topic.random() * len(FIGURES))](topic, chance)


def globe(chance: Random) -> list[Layer]:
    """Of news without a topic: the world, as on the office's mark."""
    x, y = CENTRE
    turn = 0.25 + 0.5 * chance.random()
    meridians = [
        bend((x, y - 62), (x + 2 * offset, y), (x, y + 62))
        for offset in (-54 * turn, 54 * (1 - turn), -54 * turn / 3, 54 * (1 - turn) / 3)
    ]
    parallels = [bend((x - w, y + h), (x, y + h + 9), (x + w, y + h)) for h, w in PARALLELS]
    return [
        layer("shade", Circle(CENTRE, 62)),
        layer("fine", *meridians, *parallels),
        layer("line", Circle(CENTRE, 62)),
    ]


PARALLELS = ((-36, 50), (-12, 61), (14, 60), (38, 49))


def rosette(topic: Random, chance: Random) -> list[Layer]:
    count = 6 + int(7 * topic.random())
    width = 10 + 10 * topic.random()
    turn = chance.random() / count
    outer = [leaf(CENTRE, tip, width) for tip in around(CENTRE, 70, count, turn)]
    inner = [
        leaf(CENTRE, tip, width * 0.7) for tip in around(CENTRE, 42, count, turn + 0.5 / count)
    ]
    return [
        layer("shade", *outer),
        layer("fine", *inner, Circle(CENTRE, 70)),
        layer("line", *outer, Circle(CENTRE, 9)),
    ]


def rings(topic: Random, chance: Random) -> list[Layer]:
    count = 3 + int(3 * topic.random())
    radius = 26 + 8 * topic.random()
    centres = around(CENTRE, 36, count, chance.random() / count)
    drawn = circles(centres, radius)
    return [
        layer("shade", *drawn),
        layer("line", *drawn),
        layer("fine", *circles(centres, radius * 0.62), Circle(CENTRE, 36 + radius + 5)),
    ]


def scales(topic: Random, chance: Random) -> list[Layer]:
    """Waves upon waves, as on old cloth."""
    radius = 22 + 12 * topic.random()
    shift = radius * chance.random()
    rows, inner = [], []
    for row in range(3):
        y = 84 + row * radius
        x = 160 - 7 * radius + (radius if row % 2 else 0) - shift
        rows.append(_scallops((x, y), radius, radius))
        inner.append(_scallops((x, y), radius, radius * 0.55))
    return [layer("wash", *rows), layer("fine", *inner), layer("line", *rows)]


def _scallops(start, radius: float, height: float):
    x, y = start
    points = [start]
    for _scallop in range(8):
        points += [(x, y - height), (x + radius, y - height)]
        points += [(x + 2 * radius, y - height), (x + 2 * radius, y)]
        x += 2 * radius
    return bend(*points)


def weave(topic: Random, chance: Random) -> list[Layer]:
    """Tiles, each with one of the topic's two figures."""
    side, petals, slim = 44, 3 + int(4 * topic.random()), 7 + 4 * topic.random()
    tiles, hearts = [], []
    for number in range(9):
        middle = (160 + side * (number % 3 - 1), CENTRE[1] + side * (number // 3 - 1))
        tiles.append(shape(*around(middle, side / 2, 4)))
        if chance.random() < 0.4:
            hearts.append(Circle(middle, side / 4))
        else:
            hearts += [leaf(middle, tip, side / slim) for tip in around(middle, 14, petals)]
    return [layer("shade", *tiles), layer("line", *tiles), layer("fine", *hearts)]


def hills(topic: Random, chance: Random) -> list[Layer]:
    """Ridges, and a sun over them."""
    count = 2 + int(3 * topic.random())
    sun = Circle((118 + 84 * chance.random(), 62), 26 + 10 * topic.random())
    layers = [layer("shade", sun), layer("line", sun)]
    for number in range(count):
        foot = 104 + 60 * number / count
        peaks = [foot - 44 * chance.random() * (-1) ** peak for peak in range(7)]
        places = [-20 + 60 * (peak + chance.random() / 2) for peak in range(7)]
        ridge = smooth((-20, foot), *zip(places, peaks, strict=True), (345, foot))
        whole = Trace((*ridge.points, (345, 130), (345, 210), (160, 210), (-20, 210)), bent=True)
        layers += [layer("ground", whole), layer("wash", whole), layer("line", ridge)]
    return layers


def star(topic: Random, chance: Random) -> list[Layer]:
    """A star drawn in one line."""
    count, step = ((7, 3), (8, 3), (9, 4), (11, 4), (12, 5))[int(5 * topic.random())]
    tips = around(CENTRE, 68, count, chance.random() / count)
    drawn = line(*(tips[(number * step) % count] for number in range(count + 1)))
    return [
        layer("wash", Circle(CENTRE, 68)),
        layer("shade", Circle(CENTRE, 30)),
        layer("line", drawn),
        layer("fine", *circles(tips, 4), Circle(CENTRE, 74)),
    ]


FIGURES = (rosette, rings, scales, weave, hills, star)
