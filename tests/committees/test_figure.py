"""The lines over time: whole XML, true heights, readable without colour."""

import re
from xml.etree import ElementTree

import pytest

from committees.figure import Line, draw, round_ticks

SVG = "{http://www.w3.org/2000/svg}"


def drawn(periods: int, value=3):
    names = ("มอบหมาย", "เสร็จ & <ปิด>", "เกินกำหนด")
    lines = [Line(name, [value] * periods) for name in names]
    labels = [f"{at}/2565" for at in range(periods)]
    return draw("ชื่อ <ภาพ>", "คำอธิบาย", labels, lines, name="over-time")


@pytest.mark.parametrize("periods", [0, 1, 2, 60])
@pytest.mark.parametrize("value", [0, 3, 123_456])
def test_any_number_of_periods_makes_a_whole_picture(periods, value):
    text = drawn(periods, value)

    root = ElementTree.fromstring(text)  # noqa: S314  our own
    assert "nan" not in text.lower()
    assert "inf" not in text.lower()
    assert root.get("aria-labelledby") == "over-time-title over-time-description"
    assert root.find(f"{SVG}title").text == "ชื่อ <ภาพ>"
    assert "style" not in text


def test_each_line_has_a_pattern_and_its_name_at_its_end():
    root = ElementTree.fromstring(drawn(4))  # noqa: S314

    lines = [one for one in root.iter(f"{SVG}path") if one.get("fill") == "none"]
    assert len({one.get("stroke-dasharray") for one in lines}) == 3
    texts = {one.text: float(one.get("y")) for one in root.iter(f"{SVG}text")}
    ends = sorted(y for text, y in texts.items() if text.endswith(" 3"))
    assert [b - a >= 20 for a, b in zip(ends, ends[1:], strict=False)] == [True, True]


def test_the_heights_are_those_of_the_figures():
    text = draw("ก", "ข", ["1", "2", "3"], [Line("ค", [0, 5, 10])], name="a")

    path = re.search(r'd="(M[^"]*)" fill="none"', text)[1]
    low, middle, high = (float(y) for y in re.findall(r" ([0-9.]+)", path))
    assert low > middle > high
    assert middle == pytest.approx((low + high) / 2)


def test_ticks_begin_at_zero_and_are_round():
    assert round_ticks(0) == [0, 1]
    assert round_ticks(1) == [0, 1]
    assert round_ticks(5) == [0, 1, 2, 3, 4, 5]
    assert round_ticks(7) == [0, 2, 4, 6, 8]
    assert round_ticks(37) == [0, 10, 20, 30, 40]
