"""Text held in two languages, read in one: what is missing is said, never hidden.

django-modeltranslation keeps the columns ``<name>_th`` and ``<name>_en``; the bare column holds
whatever was saved last, so queries, sorting and exports name the two columns outright. Reading
for display passes through `passage`.
"""

from typing import NamedTuple

from django.db.models import Model, Q
from django.utils.translation import get_language

OFFICIAL = "th"
LANGUAGES = ("th", "en")


class Passage(NamedTuple):
    """A text and the language it really is in."""

    text: str
    language: str

    @property
    def is_foreign(self) -> bool:
        """True where a reader gets another language than the page's."""
        return bool(self.text) and self.language != active_language()


def active_language() -> str:
    language = (get_language() or OFFICIAL).split("-")[0]
    return language if language in LANGUAGES else OFFICIAL


def other_language() -> str:
    return "en" if active_language() == "th" else "th"


def passage(record: Model, name: str) -> Passage:
    """``record``'s text in the reader's language, else in the other one, else empty.

    A record may name ``hidden_languages``, which are written and not yet shown.
    """
    hidden = getattr(record, "hidden_languages", ())
    for language in (active_language(), other_language()):
        if language not in hidden and (text := getattr(record, f"{name}_{language}")):
            return Passage(text, language)
    return Passage("", active_language())


def columns(name: str) -> tuple[str, str]:
    return tuple(f"{name}_{language}" for language in LANGUAGES)


def filled(name: str) -> Q:
    """True of rows whose column holds a text (translated columns may also be NULL)."""
    return Q(**{f"{name}__isnull": False}) & ~Q(**{name: ""})


def filled_in_either(name: str) -> Q:
    thai, english = columns(name)
    return filled(thai) | filled(english)
