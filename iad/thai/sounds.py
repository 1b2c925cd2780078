"""How a name sounds, roughly: what its several spellings in Thai or in Latin letters share."""

import re
from functools import lru_cache

CONSONANT = "[ก-ฮ]"
# Letters of one sound, which spelling tells apart by origin alone. Short and long vowels, too,
# are mixed up in names (ปรีชา, ปริชา).
ONE_SOUND = str.maketrans(
    "ณศษฎฏธฑฒฐภฆฌญฬใีืู",
    "นสสดตทททถพคชยลไิึุ",
    "\u0e48\u0e49\u0e4a\u0e4b\u0e47\u0e46\u0e2fะ",  # tones, ็, ๆ, ฯ and a short a are lost
)
SILENCED = re.compile(f"{CONSONANT}[ิุ]?\u0e4c")
THAI = (
    (re.compile("รร"), "ั"),  # วรรณ is heard as วัน
    (re.compile("ำ"), "ัม"),
    (re.compile(f"ไ({CONSONANT})ย?"), r"\1ัย"),  # ไชย is heard as ชัย
    (re.compile("สริ"), "สิ"),  # ศรี is heard as สี
    (re.compile("(?<!พ)ร"), "ล"),  # but พร, a blessing, is not พล, strength
    (re.compile("นล"), "ล"),  # วัลลภ is heard as วันลภ
    (re.compile("ักล"), "ัก"),  # จักรพันธุ์, จักกพันธุ์
    (re.compile("ทิ$"), "ท"),
    (re.compile("ติ$"), "ต"),  # ชาติ is heard as ชาต
    (re.compile("(.)\\1+"), r"\1"),  # กิตติ, กิติ
)
LATIN = (
    (re.compile("bh|ph"), "p"),
    (re.compile("th|dh"), "t"),
    (re.compile("kh|gh|(?<!n)g|c(?!h)|q"), "k"),
    (re.compile("ch|j"), "c"),
    (re.compile("v"), "w"),
    (re.compile("[zx]"), "s"),
    (re.compile("uea|eua"), "ua"),
    (re.compile("ue|eu|oo|uu"), "u"),
    (re.compile("ee|ii|(?<=[^aeiou])y|ie$"), "i"),
    (re.compile("ay|ei|ey"), "ai"),
    (re.compile("oe"), "e"),
    (re.compile("(?<=[aeiou])r(?![aeiouy])"), ""),  # -porn, -arn: r only lengthens
    (re.compile("b(?![aeiou])"), "p"),  # -lop, -lob
    (re.compile("d(?![aeiou])"), "t"),  # -sawat, -sawad
    (re.compile("nl"), "l"),  # วัลลภ: Wallop, Wanlop
    (re.compile("(.)\\1+"), r"\1"),
)


@lru_cache(maxsize=20_000)
def sounds_of(word: str) -> frozenset[str]:
    """One sound or two: a letter under ์ may be kept or lost when the mark is lost."""
    if word.isascii():
        return frozenset((_replaced(word, LATIN),))
    word = word.translate(ONE_SOUND)
    spoken = (word.replace("\u0e4c", ""), SILENCED.sub("", word))
    return frozenset(_replaced(one, THAI) for one in spoken)


def _replaced(word: str, rules) -> str:
    for pattern, sound in rules:
        word = pattern.sub(sound, word)
    return word
