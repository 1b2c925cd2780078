"""The search said plainly: every text read from beginning to end, without any index.

Slow and obvious; both databases must answer what this answers, in this order.
"""

from iad.finding.asking import Asked, read_query
from iad.finding.kinds import Document, all_kinds
from iad.finding.words import words_of
from iad.thai.text import squeeze


class Plainly:
    """All that readers may see, read once; each question goes through the whole of it."""

    def __init__(self):
        self.rows = [
            _Read(kind.name, record.pk, kind.document(record))
            for kind in all_kinds()
            for record in kind.public()
        ]

    def found(self, typed: str) -> list[tuple[str, int]]:
        """Kind and key of what was asked for, best first."""
        asked = read_query(typed)
        if asked.is_empty:
            return []
        for attempt in (asked, asked.loosened()):
            if rows := [row for row in self.rows if row.answers(attempt)]:
                return _in_order(rows, asked, attempt)
        pieces = [row for row in self.rows if asked.squeezed in row.squeezed]
        is_piece = len(asked.squeezed) >= 4 and not asked.without
        return _in_order(pieces, asked, None) if is_piece else []


class _Read:
    def __init__(self, kind: str, pk: int, document: Document):
        self.kind, self.pk, self.document = kind, pk, document
        self.title = _words(document.title)
        self.lead = self.title + _words(document.summary)
        self.whole = self.lead + _words(document.body)
        self.names = [squeeze(name) for name in document.title.values()]
        texts = [*document.title.values(), *document.summary.values()]
        self.squeezed = "\n".join(squeeze(text) for text in texts if text)

    def answers(self, asked: Asked) -> bool:
        has_all = all(_stands(self.whole, phrase) for phrase in asked.phrases)
        return has_all and not any(_stands(self.whole, phrase) for phrase in asked.without)

    def tier(self, asked: Asked, attempt: Asked | None) -> int:
        reference = asked.reference and self.document.reference == asked.reference
        if asked.squeezed in self.names or reference:
            return 0
        for tier, words in enumerate((self.title, self.lead), 1):
            if attempt and all(_stands(words, phrase) for phrase in attempt.phrases):
                return tier
        return 3


def _in_order(rows: list[_Read], asked: Asked, attempt: Asked | None) -> list[tuple[str, int]]:
    def key(row: _Read):
        day = row.document.date
        return (
            row.tier(asked, attempt),
            day is not None,
            -day.toordinal() if day else 0,
            row.kind,
            -row.pk,
        )

    return [(row.kind, row.pk) for row in sorted(rows, key=key)]


def _stands(words: list[str], phrase) -> bool:
    *fixed, last = phrase.words
    for at in range(len(words) - len(fixed)):
        here = words[at + len(fixed)]
        fits = here.startswith(last) if phrase.is_open else here == last
        if fits and words[at : at + len(fixed)] == fixed:
            return True
    return False


def _words(texts) -> list[str]:
    return [word for text in (texts.get("th"), texts.get("en")) if text for word in words_of(text)]
