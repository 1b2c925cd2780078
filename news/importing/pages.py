"""A saved page of the old portal, from its bytes to one frozen record."""

import datetime
import re
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from iad.thai.dates import WEEKDAYS, weekday_name
from iad.thai.typed_dates import DateError, parse_date
from news.importing import addresses, chrome
from news.importing.decoding import decode
from news.importing.html import looks_like_html, read_html
from news.importing.plain import read_plain
from news.importing.records import MAX_TITLE, OldPage, Reading, UnreadablePage

BANGKOK = ZoneInfo("Asia/Bangkok")
TIME_OF_DAY = re.compile(r" -? ?[0-9]{1,2}[:.][0-9]{2}(?: ?น\.?| ?hrs\.?)?$")
THAI_LETTERS = re.compile("[\u0e01-\u0e2e]")  # consonants: a Latin word has fewer marks, too
LATIN_LETTERS = re.compile("[A-Za-z]")


def read_page(raw: bytes, name: str) -> OldPage:
    """One saved page, HTML as Drupal served it or plain text; `name` is the file's.

    Raises UnreadablePage, whose text says why the page cannot be taken in. What the page does
    not state stays empty; nothing is guessed.
    """
    text, notes = decode(raw)
    reading = read_html(text) if looks_like_html(text) else read_plain(text)
    refuse_no_article(reading)
    date, date_notes = stated_date(reading)
    paths = addresses.distinct((*reading.addresses, addresses.from_file_name(name)))
    claimed = reading.page_language or addresses.claimed_language(paths)
    language = language_of(" ".join(reading.paragraphs)) or language_of(reading.title) or "th"
    return OldPage(
        source_file=name,
        title=reading.title,
        paragraphs=reading.paragraphs,
        body_html=reading.body_html,
        source=reading.source,
        date=date,
        language=language,
        page_language=claimed,
        addresses=paths,
        images=reading.images,
        notes=(*notes, *date_notes, *language_notes(language, claimed), *reading.notes),
    )


def refuse_no_article(reading: Reading) -> None:
    if chrome.is_error_title(reading.title):
        raise UnreadablePage(
            _("It is an error page of the old portal: %(title)s.") % {"title": reading.title}
        )
    if not reading.title:
        raise UnreadablePage(_("It has no title."))
    if not reading.paragraphs:
        raise UnreadablePage(
            _("It has a title but no text: %(title)s.") % {"title": reading.title[:100]}
        )
    if len(reading.title) > MAX_TITLE:
        raise UnreadablePage(
            _("Its title is longer than %(limit)d characters.") % {"limit": MAX_TITLE}
        )


def stated_date(reading: Reading) -> tuple[datetime.date | None, list[str]]:
    """วันที่ของข่าว, and notes on why there is none; two statements must agree."""
    stamped, words = stamp_date(reading.date_stamp), TIME_OF_DAY.sub("", reading.date_text)
    if not words:
        return stamped, [] if stamped else [_("The page states no date of news.")]
    try:
        typed = parse_date(words)
    except DateError as error:
        if stamped and fits_weekday(words, stamped):
            return stamped, []
        return None, [refused(words, str(error))]
    if stamped and stamped != typed:
        return None, [refused(words, _("Its own attribute says %(date)s.") % {"date": stamped})]
    return typed, []


def refused(words: str, reason: str) -> str:
    return _("No date kept: “%(date)s”. %(reason)s") % {"date": words[:60], "reason": reason}


def stamp_date(stamp: str) -> datetime.date | None:
    """The day in Bangkok of an ISO 8601 time such as 2020-02-14T00:00:00+07:00."""
    try:
        moment = datetime.datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return (moment.astimezone(BANGKOK) if moment.tzinfo else moment).date()


def fits_weekday(words: str, day: datetime.date) -> bool:
    for language, names in WEEKDAYS.items():
        named = [name for name in names if name.casefold() in words.casefold()]
        if named and weekday_name(day, language) not in named:
            return False
    return True


def language_of(text: str) -> str:
    """ "th" or "en" by the letters of a text, whatever its page claims; "" without letters."""
    thai, latin = len(THAI_LETTERS.findall(text)), len(LATIN_LETTERS.findall(text))
    if not thai and not latin:
        return ""
    return "th" if thai >= latin else "en"


def language_notes(language: str, claimed: str) -> list[str]:
    if claimed in ("", language):
        return []
    if claimed == "en":
        return [_("The page calls itself English, but its text is Thai.")]
    return [_("The page calls itself Thai, but its text is English.")]
