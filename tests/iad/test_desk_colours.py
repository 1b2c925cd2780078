"""The desk's colours, light and dark: text keeps 4.5:1 on every ground, borders of fields 3:1."""

import re
from itertools import product

import pytest
from django.conf import settings

GROUNDS = ["body-bg", "darkened-bg", "selected-bg"]
NOTICES = [f"message-{kind}-bg" for kind in ("success", "warning", "error")]
TEXTS = ["body-fg", "body-quiet-color", "body-medium-color", "link-fg", "error-fg"]
BUTTONS = ["button-bg", "button-hover-bg", "close-button-bg", "delete-button-bg"]
PAIRS = [
    *product(TEXTS, GROUNDS + NOTICES),
    *product(["button-fg"], BUTTONS),
    *product(["breadcrumbs-fg", "breadcrumbs-link-fg"], ["breadcrumbs-bg"]),
    ("primary-fg", "primary"),
    ("header-link-color", "header-bg"),
]
EDGES = [*product(["border-color", "accent"], GROUNDS)]


def colours(scheme: int) -> dict[str, str]:
    sheet = (settings.BASE_DIR / "static/css/admin-colours.css").read_text(encoding="utf-8")
    pairs = re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);", sheet)
    single = re.findall(r"--([a-z-]+): (#[0-9a-f]+);", sheet)
    return {name: both[scheme] for name, *both in pairs} | dict(single)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(PAIRS, 4.5), (EDGES, 3)], ids=["text", "edges"])
def test_colours_keep_their_distance(pairs, least, scheme):
    of = colours(scheme)

    near = {pair: contrast(of[pair[0]], of[pair[1]]) for pair in pairs}

    assert {pair: found for pair, found in near.items() if found < least} == {}
