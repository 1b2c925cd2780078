"""Results as they are shown: title and lines around the words, from the records as they are now."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from rapidfuzz import fuzz, process

from iad.bilingual import active_language, other_language
from iad.finding.answering import FRESH, visible
from iad.finding.asking import Phrase
from iad.finding.kinds import Document, all_kinds
from iad.finding.models import Entry
from iad.finding.snippets import Piece, around, beginning, marked
from iad.finding.writing import refresh_if_free
from iad.thai.text import squeeze

NAMED = ("committee", "department", "person")  # kinds that are looked for by their name
MOST_SUGGESTIONS = 8
SHORTEST = 2  # letters before anything is suggested
NEAR = 72  # of 100: how alike a name is that somebody may have meant
MOST_NEAR = 5


@dataclass(frozen=True)
class Shown:
    """A text in pieces, some of them marked, and its language."""

    pieces: list[Piece]
    language: str

    @property
    def is_foreign(self) -> bool:
        return self.language != active_language()


@dataclass(frozen=True)
class Result:
    kind: str
    record: Any
    document: Document
    title: Shown
    lines: Shown | None


def results(entries: Iterable[Entry], phrases: Iterable[Phrase] = ()) -> list[Result]:
    """One for each entry whose record readers may see at this moment, in their order."""
    entries, phrases = list(entries), list(phrases)
    keys = defaultdict(list)
    for entry in entries:
        keys[entry.kind].append(entry.object_id)
    found = {}
    for kind in all_kinds():
        if kind.name in keys:
            for record in kind.public().filter(pk__in=keys[kind.name]):
                found[kind.name, record.pk] = _result(
                    kind.name, record, kind.document(record), phrases
                )
    wanted = ((entry.kind, entry.object_id) for entry in entries)
    return [found[key] for key in wanted if key in found]


def suggestions(typed: str) -> list[Result]:
    """Committees, departments and people whose name holds what was typed, its beginning first."""
    piece = squeeze(typed[:200])
    if len(piece) < SHORTEST:
        return []
    refresh_if_free(FRESH)
    holds = Q(key_th__contains=piece) | Q(key_en__contains=piece)
    named = visible().filter(holds, kind__in=NAMED).order_by("key_th", "pk")
    named = list(named[: 5 * MOST_SUGGESTIONS])
    named.sort(key=lambda one: not (one.key_th.startswith(piece) or one.key_en.startswith(piece)))
    return results(named[:MOST_SUGGESTIONS])


def near_names(typed: str) -> list[Result]:
    """Names that are nearly what was typed."""
    names = visible().filter(kind__in=NAMED).order_by("pk")
    keys = {
        (pk, at): key
        for pk, *both in names.values_list("pk", "key_th", "key_en")
        for at, key in enumerate(both)
        if key
    }
    near = process.extract(
        squeeze(typed), keys, scorer=fuzz.ratio, score_cutoff=NEAR, limit=2 * MOST_NEAR
    )
    found = list(dict.fromkeys(key[0] for _name, _score, key in near))[:MOST_NEAR]
    entries = Entry.objects.in_bulk(found)
    return results(entries[pk] for pk in found)


def _result(kind: str, record, document: Document, phrases: list[Phrase]) -> Result:
    titles, language = document.title, active_language()
    if not titles.get(language):
        language = other_language()
    title = Shown(marked(titles.get(language) or "", phrases), language)
    return Result(kind, record, document, title, _lines(document, phrases))


def _lines(document: Document, phrases: list[Phrase]) -> Shown | None:
    """From the first text in which a phrase stands, the reader's language before the other."""
    texts = [
        (texts[language], language)
        for language in (active_language(), other_language())
        for texts in (document.summary, document.body)
        if texts.get(language)
    ]
    for text, language in texts:
        if pieces := around(text, phrases):
            return Shown(pieces, language)
    return Shown(beginning(texts[0][0]), texts[0][1]) if texts else None
