"""What is sought only where it may begin is found wherever it stands."""

import pkgutil
from importlib import import_module

import pytest

from committees import reading
from committees.reading.days import DATES, MONTH
from committees.reading.normal import normalise
from committees.reading.numbers import ENGLISH_NUMBERS
from committees.reading.patterns import Begun, Sought
from tests.reading.scoring import texts, topic_texts

TEXTS = [normalise(one["text"]).plain for one in [*texts(), *topic_texts()]]
IN_LOWER_CASE = (MONTH, *DATES, ENGLISH_NUMBERS)
MODULES = [
    import_module(f"{reading.__name__}.{one.name}")
    for one in pkgutil.iter_modules(reading.__path__)
]
NAMED = [
    (f"{module.__name__.rpartition('.')[2]}.{name}.{at}", one)
    for module in MODULES
    for name, value in vars(module).items()
    for at, one in enumerate(value if isinstance(value, tuple) else [value])
    if isinstance(one, (Begun, Sought))
]
ALL = {id(one): (name, one) for name, one in NAMED}  # one that is imported stands in two modules


# By its name: the letters of a pattern may come in another order in each process.
@pytest.mark.parametrize("one", [one for _, one in ALL.values()], ids=[n for n, _ in ALL.values()])
def test_what_is_sought_is_found_as_if_it_were_tried_everywhere(one):
    texts = [text.lower() for text in TEXTS] if one in IN_LOWER_CASE else TEXTS
    everywhere = [met(one.pattern, text) for text in texts]
    assert any(everywhere)
    assert [met(one, text) for text in texts] == everywhere


def met(pattern, text):
    """Where it is met, and which of its kinds; a number without a month is no day."""
    matches = [match for match in pattern.finditer(text) if match.lastgroup != "d1"]
    return [(match.span(), match.lastgroup) for match in matches]
