"""The same person named more than once: in short, or with a role in the body instead of the post."""

import re
from dataclasses import replace

from committees.reading import thai_offices
from committees.reading.normal import Span
from committees.reading.people import Who

ROLE = re.compile(thai_offices.ROLE)


class Namings:
    """The people of one text as they are named, here and there."""

    def __init__(self, plain: str, people: list[Who]):
        self.plain, self.people = plain, people

    def in_full(self, one: Who) -> Who:
        """With the whole name and the post that are stated of the same person elsewhere."""
        if not one.name or (one.position and not self._is_role(one.position)):
            return one
        for other in self.people:
            if other.name and self._is_short_for(one, other):
                return other
        for other in self.people:
            if (
                other.name
                and other.position
                and self.key(other) == self.key(one)
                and not self._is_role(other.position)
            ):
                return replace(one, position=other.position)
        return one

    def _is_role(self, position: Span) -> bool:
        """Whether it is a role in the body, beside which a roll states the post."""
        return bool(ROLE.fullmatch(self.plain, *position))

    def _is_short_for(self, one: Who, other: Who) -> bool:
        words = self.plain[slice(*one.name)]
        given = words.removesuffix("ฯ")
        shortened = " " not in given or given != words
        return shortened and self.plain.startswith(given + " ", other.name[0])

    def is_short(self, one: Who) -> bool:
        """นายสมชายฯ: named before, in full."""
        if not one.name:
            return False
        return self.plain[one.name[1] - 1] == "ฯ" or self.in_full(one).name != one.name

    def key(self, one: Who) -> str:
        """The words that somebody is known by: the name, else the post."""
        return self.words(one.name or one.position)

    def words(self, span: Span) -> str:
        """The words that stand there, without blanks."""
        return "".join(self.plain[slice(*span)].split())
