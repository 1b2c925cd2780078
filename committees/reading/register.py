"""What the office knows by name, frozen, and where these names stand in a text."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from committees.reading.normal import Span, Text, tighten
from committees.reading.patterns import one_of_words

COMMITTEE, DEPARTMENT, PERSON, POSITION, VENUE = (
    "committee",
    "department",
    "person",
    "position",
    "venue",
)
# After one of these a Thai letter begins no word: it goes on with the one before.
GOES_ON = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๆฯ")
LED_BY = 6  # first letters by which a name is looked for
END_OF_ALL = "\x00"  # in no text; what an empty register looks for
END = ""  # the key of a trie's node under which the names ending there are kept


@dataclass(frozen=True)
class Entry:
    """One row of the register by its name, and all other names it goes or went by."""

    name: str
    others: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A name of the register in a text: its place in ``Text.plain``."""

    kind: str
    span: Span
    entry: Entry
    spelling: str

    @property
    def value(self) -> str:
        """As written, but for blanks, which are the register's."""
        return self.spelling


@dataclass(frozen=True)
class Register:
    """Every name that the office knows, by what it names."""

    departments: tuple[Entry, ...] = ()
    committees: tuple[Entry, ...] = ()
    people: tuple[Entry, ...] = ()
    positions: tuple[Entry, ...] = ()
    venues: tuple[Entry, ...] = ()

    @cached_property
    def _names(self) -> tuple[dict, re.Pattern]:
        return _names_of(self)

    def mentions(self, text: Text) -> list[Mention]:
        """Every name of the register in the text, longest first where several begin."""
        tight, place, (trie, beginnings) = text.tight, text.from_tight, self._names
        found, at, size = [], 0, len(tight)
        search = beginnings.search
        while match := search(tight, at):
            at = match.start()
            node = trie.get(tight[at])
            end, names, reach = at + 1, None, at + 1
            while node is not None:
                if END in node and _is_whole(text, place(at), place(reach - 1) + 1):
                    end, names = reach, node[END]
                if reach == size:
                    break
                node = node.get(tight[reach])
                reach += 1
            if names:
                found.append(Mention(names[0], (place(at), place(end - 1) + 1), *names[1:]))
            at = end
        return found


# The desk asks the database for the register each time; as long as no name changes, it is the same.
@lru_cache(maxsize=2)
def _names_of(register: Register) -> tuple[dict, re.Pattern]:
    """The names letter by letter, and their beginnings: elsewhere none needs to be looked for."""
    root: dict = {}
    beginnings = set()
    # Where a name is two things, the first named stays.
    groups = (
        (DEPARTMENT, register.departments),
        (COMMITTEE, register.committees),
        (VENUE, register.venues),
        (POSITION, register.positions),
        (PERSON, register.people),
    )
    for kind, entries in groups:
        for entry in entries:
            for spelling in (entry.name, *entry.others, *entry.short_names):
                node, name = root, tighten(spelling)
                for char in name:
                    node = node.setdefault(char, {})
                if node is not root:
                    node.setdefault(END, (kind, entry, spelling))
                    beginnings.add(name[:LED_BY])
    return root, re.compile(one_of_words(sorted(beginnings or {END_OF_ALL})))


def _is_whole(text: Text, begin: int, end: int) -> bool:
    """Whether no word is cut: สกต. inside กสกต., IAD inside RIAD, a vowel sign after."""
    plain = text.plain
    before = plain[begin - 1] if begin else " "
    after = plain[end] if end < len(plain) else " "
    if after in GOES_ON and after != "ฯ":
        return False
    if plain[begin].isascii():
        inside = before.isascii() and before.isalnum()
        return not inside and not (after.isascii() and after.isalnum() and plain[end - 1] != ".")
    dotted = plain[end - 1] == "."
    return not (dotted and (before.isalpha() or before in GOES_ON or before == "."))
