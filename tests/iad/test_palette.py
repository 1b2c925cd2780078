"""What is written can be read: contrast in every mode (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

from iad.components import PAIRS

CSS = Path("static/css")
VALUE = re.compile(r"^\s*--([a-z-]+): (.+?);", re.MULTILINE)
MODES = ("light", "dark")
TEXT, CONTROLS = 7, 3


def colours(contrast: str, mode: str) -> dict[str, str]:
    """The palette as a browser would see it in that mode."""
    sheets = ["tokens.css", "contrast.css"] if contrast == "high" else ["tokens.css"]
    written = {}
    for sheet in sheets:
        written |= dict(VALUE.findall((CSS / sheet).read_text("utf-8")))
    palette = {}
    for name, value in written.items():
        both = re.fullmatch(r"light-dark\((#\w+), (#\w+)\)", value)
        if both:
            palette[name] = both[1 + MODES.index(mode)]
        elif value.startswith("#"):
            palette[name] = value
    return palette


def luminance(colour: str) -> float:
    """Relative luminance of #rgb or #rrggbb (WCAG 2.2, glossary)."""
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_the_most_there_is():
    assert ratio("#000", "#ffffff") == pytest.approx(21)
    assert ratio("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("contrast", ["normal", "high"])
@pytest.mark.parametrize("mode", MODES)
def test_texts_keep_their_contrast(contrast, mode):
    palette = colours(contrast, mode)
    assert len(palette) >= 17
    for text, ground, _use in PAIRS:
        least = 15 if contrast == "high" and text == "ink" else TEXT
        found = ratio(palette[text], palette[ground])
        assert found >= least, (text, ground, round(found, 2))


@pytest.mark.parametrize("contrast", ["normal", "high"])
@pytest.mark.parametrize("mode", MODES)
def test_controls_and_focus_are_seen(contrast, mode):
    palette = colours(contrast, mode)
    for line in ("line-strong", "focus"):
        for ground in ("ground", "paper", "green-soft"):
            assert ratio(palette[line], palette[ground]) >= CONTROLS, (line, ground)
    assert ratio(palette["focus-on-band"], palette["band"]) >= CONTROLS
    assert ratio(palette["on-band-soft"], palette["band"]) >= TEXT
