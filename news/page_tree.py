"""Standing pages as the tree in which readers find them: what is above, beside and under one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from news.models import Page

DEEPEST = 4  # steps above a page that its breadcrumbs name


@dataclass(frozen=True)
class Branch:
    page: Page
    branches: list["Branch"] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """Of one page, from the pages that readers see."""

    above: list[Page]  # from the top down
    beside: list[Page]  # with the page itself, in their order
    under: list[Page]


def tree(pages: Iterable[Page]) -> list[Branch]:
    """Every page once; one whose parent is not among them stands at the top."""
    pages = list(pages)
    keys = {page.pk for page in pages}
    under = defaultdict(list)
    for page in pages:
        under[page.parent_id if page.parent_id in keys else None].append(page)
    reached = set()

    def grow(page: Page) -> Branch:
        reached.add(page.pk)
        return Branch(page, [grow(child) for child in under[page.pk] if child.pk not in reached])

    grown = [grow(page) for page in under[None]]
    # Of pages that stand under one another in a ring, the first is taken for the top.
    return grown + [grow(page) for page in pages if page.pk not in reached]


def place_of(page: Page) -> Place:
    """One query; ``page`` comes with its parents selected."""
    above = _above(page)
    parent = above[-1] if above else None
    near = Q(parent=page) | Q(parent=parent) if parent else Q(parent=page)
    pages = list(Page.objects.public().filter(near).defer("body", "body_th", "body_en"))
    return Place(
        above,
        [one for one in pages if parent and one.parent_id == parent.pk],
        [one for one in pages if one.parent_id == page.pk],
    )


def _above(page: Page) -> list[Page]:
    """Up to the first that readers do not see."""
    steps = []
    while len(steps) < DEEPEST and page.parent_id and page.parent.is_public:
        page = page.parent
        steps.insert(0, page)
    return steps
