"""The search said plainly: every text read from beginning to end, without any index.

Slow and obvious; both databases must answer what this answers, in this order.
"""

from iad.finding.asking import Asked, read_query
from iad.finding.kinds import Document, all_kinds
from iad.finding.words import words_of
from iad.thai.text import squeeze


def found_plainly(typed: str) -> list[tuple[str, int]]:
    """Kind and key of all that readers may see of what was asked, best first."""
    asked = read_query(typed)
    documents = [
        (kind.name, record.pk, kind.document(record))
        for kind in all_kinds()
        for record in kind.public()
    ]
    if asked.is_empty:
        return []
    for attempt in (asked, asked.loosened()):
        if rows := [row for row in documents if _answers(row[2], attempt)]:
            return _in_order(rows, asked, attempt)
    pieces = [row for row in documents if asked.squeezed in _lead(row[2])]
    is_piece = len(asked.squeezed) >= 4 and not asked.without
    return _in_order(pieces, asked, None) if is_piece else []


def _answers(document: Document, asked: Asked) -> bool:
    title, summary, body = map(_words, (document.title, document.summary, document.body))
    whole = title + summary + body
    has_all = all(_stands(whole, phrase) for phrase in asked.phrases)
    return has_all and not any(_stands(whole, phrase) for phrase in asked.without)


def _in_order(rows, asked, attempt):
    def key(row):
        kind, pk, document = row
        title, summary = _words(document.title), _words(document.summary)
        names = map(squeeze, document.title.values())
        if asked.squeezed in names or (asked.reference and document.reference == asked.reference):
            tier = 0
        elif attempt and all(_stands(title, phrase) for phrase in attempt.phrases):
            tier = 1
        elif attempt and all(_stands(title + summary, phrase) for phrase in attempt.phrases):
            tier = 2
        else:
            tier = 3
        age = -document.date.toordinal() if document.date else 0
        return tier, document.date is not None, age, kind, -pk

    return [(kind, pk) for kind, pk, _document in sorted(rows, key=key)]


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


def _lead(document: Document) -> str:
    texts = [*document.title.values(), *document.summary.values()]
    return "\n".join(squeeze(text) for text in texts if text)
