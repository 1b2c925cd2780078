"""What a reader would miss: text, date, words for pictures, the order of headings."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from iad.richtext import SafeHTML, plain
from news.checks.finding import LONGEST_READ, Draft, Finding, Kind, excerpt

HEADING = re.compile(r"<h([2-4])(?: [^<>]*)?>([^<]*(?:<(?!/?h[2-4])[^<]*)*)")


def text_and_date(draft: Draft) -> Iterator[Finding]:
    if not (draft.is_whole("th") or draft.is_whole("en")):
        message = _("Write title and text in at least one language.")
        yield Finding("body", draft.source_language, Kind.TEXT, message, is_blocking=True)
    if draft.date is None:
        yield Finding("date", "", Kind.DATE, _("Write the date of the news."), is_blocking=True)


def length(draft: Draft) -> Iterator[Finding]:
    for (name, language), text in draft.texts.items():
        if len(text) > LONGEST_READ:
            message = _("Only the first %(count)s characters were checked.")
            yield Finding(name, language, Kind.TEXT, message % {"count": LONGEST_READ})


def pictures(draft: Draft) -> Iterator[Finding]:
    """Words in the language of the article, at least, or the decision that none are needed."""
    message = _("Describe every photo, or mark it as decorative.")
    for number, picture in enumerate(draft.pictures):
        if not (picture.is_decorative or picture.alt.get(draft.source_language)):
            where = (f"photos-{number}-alt", draft.source_language)
            yield Finding(*where, Kind.PICTURE, message, is_blocking=True)


def headings(draft: Draft) -> Iterator[Finding]:
    """The first step that is too wide; the page's own title stands above all (h1)."""
    for (name, language), html in draft.read.items():
        above = 1
        for level, words in HEADING.findall(html if name == "body" else ""):
            if int(level) > above + 1:
                message = _("The heading “%(words)s” is of level %(level)s, right under %(above)s.")
                told = {"words": excerpt(plain(SafeHTML(words))), "level": level, "above": above}
                yield Finding(name, language, Kind.HEADING, message % told)
                break
            above = int(level)


def translation(draft: Draft) -> Iterator[Finding]:
    """For information only: the other language may come later, or never."""
    language = draft.target_language
    if draft.is_whole(draft.source_language) and not draft.is_whole(language):
        missing = {"en": _("There is no English text yet."), "th": _("There is no Thai text yet.")}
        yield Finding("body", language, Kind.TRANSLATION, missing[language])
