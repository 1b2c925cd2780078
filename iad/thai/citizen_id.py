"""The number of a Thai citizen: thirteen digits, the last of which proves the others.

Department of Provincial Administration: digits 1 to 12 times 13 to 2, the sum modulo 11 taken
from 11, its last digit is the thirteenth. The first is 1 to 8; 0 begins the numbers of firms.
"""

import re
from collections.abc import Iterator

from iad.thai.digits import to_arabic

# Neither the middle of a longer row of digits nor its beginning.
THIRTEEN = re.compile(r"(?<![0-9])(?<![0-9][ -])[1-8](?:[ -]?[0-9]){12}(?![0-9]|[ -][0-9])")


def citizen_ids(text: str) -> Iterator[str]:
    """Those written in a text, with blanks, hyphens and Thai digits or without, as 13 digits."""
    for match in THIRTEEN.finditer(to_arabic(text)):
        digits = re.sub("[ -]", "", match[0])
        if is_citizen_id(digits):
            yield digits


def is_citizen_id(digits: str) -> bool:
    """True of thirteen Arabic digits of which the last fits the others."""
    if len(digits) != 13 or not digits.isascii() or not digits.isdigit():
        return False
    weighed = zip(map(int, digits[:12]), range(13, 1, -1), strict=True)
    total = sum(digit * weight for digit, weight in weighed)
    return (11 - total % 11) % 10 == int(digits[12])
