"""What a check reads (a `Draft`) and what it says (a `Finding`)."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from django.db import models
from django.utils.translation import gettext_lazy as _

from iad.richtext import SafeHTML, plain

TEXTS = ("title", "summary", "body")
MOST_OF_A_KIND = 5  # in one field: whoever mends these looks at the rest as well
EXCERPT = 60  # characters
UNCLOSED = re.compile("<[^<>]*(?:<|$)")  # no clean text has one: every bracket is a tag's
LONGEST_READ = 200_000  # characters of one text, a hundred printed pages: a save must not wait


class Kind(models.TextChoices):
    """What a finding is about; how serious it is says `Finding.level`."""

    TEXT = "text", _("no text")
    DATE = "date", _("no date")
    PICTURE = "picture", _("picture without words")
    WEEKDAY = "weekday", _("weekday and date")
    NUMBER = "number", _("number of a meeting")
    DEPARTMENT = "department", _("name of a department")
    BLANKS = "blanks", _("blanks")
    HEADING = "heading", _("order of headings")
    LINK = "link", _("link")
    PERSONAL = "personal", _("personal data")
    TRANSLATION = "translation", _("other language")


@dataclass(frozen=True)
class Finding:
    """One thing to look at: in which field, in which language ("" where it has none), and why.

    ``repair`` names the repair that the desk offers, or is empty.
    """

    field: str
    language: str
    kind: Kind
    message: str
    is_blocking: bool = False
    repair: str = ""

    @property
    def anchor(self) -> str:
        """The id of the field in the form of the desk."""
        return f"id_{self.field}_{self.language}" if self.language else f"id_{self.field}"

    @property
    def level(self) -> str:
        if self.is_blocking:
            return "blocking"
        return "information" if self.kind == Kind.TRANSLATION else "warning"


@dataclass(frozen=True)
class Picture:
    """A photo's words by language, and whether it was said to need none."""

    alt: Mapping[str, str]
    caption: Mapping[str, str] = field(default_factory=dict)
    is_decorative: bool = False


@dataclass(frozen=True)
class Draft:
    """An article as it stands: its texts by (field, language), and what is known around them.

    ``dead_links`` are the addresses in its bodies that lead nowhere in the portal.
    """

    texts: Mapping[tuple[str, str], str]
    date: datetime.date | None = None
    source_language: str = "th"
    pictures: tuple[Picture, ...] = ()
    departments: tuple[str, ...] = ()
    dead_links: frozenset[str] = frozenset()

    @property
    def target_language(self) -> str:
        return "en" if self.source_language == "th" else "th"

    @cached_property
    def read(self) -> dict[tuple[str, str], str]:
        """The texts as far as they are read; a body never ends within a tag."""
        read = {where: text[:LONGEST_READ] for where, text in self.texts.items()}
        return {
            (name, language): UNCLOSED.split(text, maxsplit=1)[0] if name == "body" else text
            for (name, language), text in read.items()
        }

    @cached_property
    def words(self) -> dict[tuple[str, str], str]:
        """The texts without tags. The columns hold clean HTML: it is not cleaned once more."""
        return {
            (name, language): plain(SafeHTML(text)) if name == "body" else text
            for (name, language), text in self.read.items()
        }

    def is_whole(self, language: str) -> bool:
        return all(self.words.get((name, language)) for name in ("title", "body"))


Check = Callable[[Draft], Iterator[Finding]]


def first_few(messages: Iterable[str]) -> list[str]:
    """Each once, and no more of them than a person mends before looking again."""
    seen = {}
    distinct = (seen.setdefault(message, message) for message in messages if message not in seen)
    return list(islice(distinct, MOST_OF_A_KIND))


def excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"
