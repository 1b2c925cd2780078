"""A cover as SVG that stands in a page: coloured by classes, so it follows the page's colours."""

from django.utils.html import format_html, format_html_join

from news.covers.strokes import HEIGHT, WIDTH, Circle, Layer, Trace, Waves

FRAME = (
    '<svg class="{}" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice"'
    ' aria-hidden="true" focusable="false">{}</svg>'
)


def written(layers: list[Layer], classes: str) -> str:
    """It tells nothing that the words beside it do not, so readers of words are not told of it."""
    paths = format_html_join(
        "", '<path class="cover-{}" d="{}"/>', ((one.tone, _data(one)) for one in layers)
    )
    return format_html(FRAME, classes, WIDTH, HEIGHT, paths)


def _data(one: Layer) -> str:
    """A path's data (SVG 1.1, 8.3)."""
    return "".join(WRITERS[type(stroke)](stroke) for stroke in one.strokes)


def _circle(circle: Circle) -> str:
    (x, y), radius = circle.centre, circle.radius
    r, across = _number(radius), _number(2 * radius)
    half = f"a{r} {r} 0 1 0"
    return f"M{_number(x - radius)} {_number(y)}{half} {across} 0{half}-{across} 0"


def _trace(trace: Trace) -> str:
    first, *rest = [f"{_number(x)} {_number(y)}" for x, y in trace.points]
    return f"M{first}{'Q' if trace.bent else 'L'}{' '.join(rest)}{'Z' if trace.closed else ''}"


def _waves(waves: Waves) -> str:
    """Each the mirror of the one before, which takes a fifth of the letters of points."""
    (x, y), step = waves.start, _number(waves.step)
    first = f"q{_number(waves.step / 2)} {_number(-waves.height)} {step} 0"
    return f"M{_number(x)} {_number(y)}{first}t" + f"{step} 0 " * (2 * waves.count - 1)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


WRITERS = {Circle: _circle, Trace: _trace, Waves: _waves}
