"""What is likely to be private (PDPA, B.E. 2562): citizen ids, telephone numbers, e-mail."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from iad.thai.citizen_id import THIRTEEN, citizen_ids
from iad.thai.digits import to_arabic
from news.checks.finding import Draft, Finding, Kind, first_few
from news.checks.links import links

OWN_DOMAIN = "bangkok.go.th"
ADDRESS = "A-Za-z0-9._+-"
# A row of letters that is longer than any address begins nowhere else.
EMAIL = re.compile(
    rf"(?<![{ADDRESS}])[{ADDRESS}]{{1,64}}@((?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}})"
)
PHONE = re.compile(
    r"(?<![0-9/.])(?<![0-9][ -])(?:\+66|0)(?:[ ()-]{0,2}[0-9]){8,9}(?![0-9/]|[ -][0-9])"
)
# After the 0: Bangkok 2 and the provinces have eight digits, mobile telephones nine.
NATIONAL = re.compile("2[0-9]{7}|[3457][0-9]{7}|[689][0-9]{8}")


def personal_data(draft: Draft) -> Iterator[Finding]:
    for (name, language), text in _every_text(draft):
        for message in first_few(_private(to_arabic(text))):
            yield Finding(name, language, Kind.PERSONAL, message)


def _every_text(draft: Draft) -> Iterator[tuple[tuple[str, str], str]]:
    for (name, language), text in draft.words.items():
        if name == "body":
            text = " \n".join([text, *_calls(draft.read[name, language])])
        yield (name, language), text
    for number, picture in enumerate(draft.pictures):
        for what, words in (("alt", picture.alt), ("caption", picture.caption)):
            for language, text in words.items():
                yield (f"photos-{number}-{what}", language), text


def _calls(html: str) -> Iterator[str]:
    """Where links write or call to."""
    for link in links(html):
        scheme, _colon, target = link.partition(":")
        if scheme.lower() in {"mailto", "tel"}:
            yield target.partition("?")[0]


def _private(text: str) -> Iterator[str]:
    for number in citizen_ids(text):
        # The number itself is not repeated on one more page.
        yield _("This looks like the number of an identity card: %s…") % number[:5]
    for match in PHONE.finditer(THIRTEEN.sub(" ", text)):
        digits = re.sub("[^0-9]", "", match[0].replace("+66", "0")).lstrip("0")
        if NATIONAL.fullmatch(digits):
            yield _("This looks like a telephone number: %s") % match[0]
    for match in EMAIL.finditer(text):
        domain = match[1].lower()
        if domain != OWN_DOMAIN and not domain.endswith(f".{OWN_DOMAIN}"):
            yield _("This looks like an e-mail address: %s") % match[0]
