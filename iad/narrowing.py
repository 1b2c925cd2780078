"""Ways to narrow a list: each a link, so that it takes no script and can be shared."""

from dataclasses import dataclass
from urllib.parse import urlencode

from iad.bilingual import Passage


@dataclass(frozen=True)
class Choice:
    """One way to narrow a list: its name, how much it would leave, where it leads."""

    label: str
    count: int | None  # None where counting would cost more than it tells
    address: str
    is_chosen: bool
    language: str = ""  # of the name, where it is not that of the page


def choice(
    label: Passage | str, asked: dict[str, str], name: str, value: str, *, count: int | None = None
) -> Choice:
    """To narrow what is ``asked`` by ``name`` too, or no longer where it is so already."""
    is_chosen = asked.get(name) == value
    query = {one: asked[one] for one in asked if one != name}
    if not is_chosen:
        query[name] = value
    is_foreign = isinstance(label, Passage) and label.is_foreign
    return Choice(
        label.text if isinstance(label, Passage) else label,
        count,
        f"?{urlencode(query)}",
        is_chosen,
        label.language if is_foreign else "",
    )
