"""What is sought only where it may begin is found wherever it stands."""

import pkgutil
from importlib import import_module

import pytest

from committees import reading
from committees.reading.normal import normalise
from committees.reading.patterns import Sought
from tests.reading.scoring import texts, topic_texts

TEXTS = [normalise(one["text"]).plain for one in [*texts(), *topic_texts()]]
MODULES = [
    import_module(f"{reading.__name__}.{one.name}")
    for one in pkgutil.iter_modules(reading.__path__)
]
ALL = {
    id(one): one
    for module in MODULES
    for value in vars(module).values()
    for one in (value if isinstance(value, tuple) else [value])
    if isinstance(one, Sought)
}


@pytest.mark.parametrize("one", ALL.values(), ids=lambda one: one.pattern.pattern[:40])
def test_what_is_sought_is_found_as_if_it_were_tried_everywhere(one):
    everywhere = [[match.span() for match in one.pattern.finditer(text)] for text in TEXTS]
    assert any(everywhere)
    assert [[match.span() for match in one.finditer(text)] for text in TEXTS] == everywhere
