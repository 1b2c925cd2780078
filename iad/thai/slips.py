"""One slip of the pen or of the keyboard between two words; the edits are counted by rapidfuzz."""

from rapidfuzz.distance import OSA, Levenshtein

# A row of letters is a row of keys: the Thai layout (Kedmanee), plain and with Shift, and QWERTY.
KEYBOARDS = (
    ("ๅ/_ภถุึคตจขช", "ๆไำพะัีรนยบลฃ", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ"),
    ("+๑๒๓๔ู฿๕๖๗๘๙", '๐"ฎฑธํ๊ณฯญฐ,ฅ', "ฤฆฏโฌ็๋ษศซ.", "()ฉฮฺ์?ฒฬฦ"),
    ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"),
)
SHORTEST = 5  # in a shorter word, another letter is another name


def is_one_slip(one: str, other: str, *, anywhere: bool = False) -> bool:
    """Whether a letter was left out, put in, swapped with the next or taken from a key nearby.

    At either end of a given name it is another name (สุนทร, สุนทรี); ``anywhere`` allows it.
    """
    if min(len(one), len(other)) < SHORTEST or OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    edits = Levenshtein.editops(one, other)
    if len(edits) == 2:  # two letters changed places
        return True
    edit = edits[0]
    if anywhere:
        return True
    place, length = edit.src_pos, len(one)
    if edit.tag == "insert":
        return 0 < place < length
    if not 0 < place < length - 1:
        return False
    return edit.tag == "delete" or _are_neighbours(one[place], other[edit.dest_pos])


def _are_neighbours(one: str, other: str) -> bool:
    return other in NEIGHBOURS.get(one, "")


def _neighbours() -> dict[str, str]:
    found: dict[str, str] = {}
    for rows in KEYBOARDS:
        for row in rows:
            for place, key in enumerate(row):
                found[key] = (
                    found.get(key, "") + row[max(place - 1, 0) : place] + row[place + 1 : place + 2]
                )
    return found


NEIGHBOURS = _neighbours()
