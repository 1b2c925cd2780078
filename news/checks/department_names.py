"""A department's name that is almost one of the register: สำนักงานการตางประเทศ."""

import re
from collections.abc import Iterator
from itertools import islice
from os.path import commonprefix

from django.utils.translation import gettext as _

from iad.thai.text import squeeze
from news.checks.finding import Draft, Finding, Kind, first_few

OPENING = re.compile("สำนักงานเขต|สำนักงาน|สำนัก|กอง|ศูนย์|สถาบัน")
BLANKS_IN_A_NAME = 10  # วัฒนธรรม กีฬา และการท่องเที่ยว, stretched by Word
MOST_LOOKED_AT = 100  # different beginnings in one field


def department_names(draft: Draft) -> Iterator[Finding]:
    register = {squeeze(name): name for name in draft.departments}
    names = [name for name in register if OPENING.match(name)]
    if not names:
        return
    for (name, language), text in draft.words.items():
        if language == "th":
            for message in first_few(_doubts(text, names, register)):
                yield Finding(name, language, Kind.DEPARTMENT, message)


def _doubts(text: str, names: list[str], register: dict[str, str]) -> Iterator[str]:
    reach = max(map(len, names)) + BLANKS_IN_A_NAME
    found = (text[match.start() : match.start() + reach] for match in OPENING.finditer(text))
    known = tuple(names)
    for beginning in islice(dict.fromkeys(found), MOST_LOOKED_AT):
        written = squeeze(beginning)
        if not written.startswith(known) and (doubt := _almost(written, names)):
            message = _("“%(written)s” is not in the register. Is “%(meant)s” meant?")
            yield message % {"written": doubt[0], "meant": register[doubt[1]]}


def _almost(written: str, names: list[str]) -> tuple[str, str] | None:
    """What is written, and the name that it almost is."""
    for slips in (1, 2):
        for name in names:
            if slips <= _slips_allowed(name):
                length = _length_of_match(written, name, slips)
                if length is not None:
                    return written[:length], name
    return None


def _slips_allowed(name: str) -> int:
    """Short names differ by little and are different ones: กองกลาง, กองคลัง."""
    own = len(name) - OPENING.match(name).end()
    return 0 if own < 6 else 1 if own < 12 else 2


def _length_of_match(text: str, name: str, slips: int) -> int | None:
    """How much of ``text`` is ``name``, but for so many letters (edit distance); None if not."""
    same = len(commonprefix((text, name)))
    if same == len(name):
        return same
    if slips == 0:
        return None
    for skipped, missed in ((1, 1), (1, 0), (0, 1)):  # another letter, one too many, one missing
        rest = _length_of_match(text[same + skipped :], name[same + missed :], slips - 1)
        if rest is not None and same + skipped <= len(text):
            return same + skipped + rest
    return None
