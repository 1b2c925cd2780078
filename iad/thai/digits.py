"""Thai digits ๐–๙: accepted wherever a digit is, written where the office asks for them."""

ARABIC = "0123456789"
THAI = "๐๑๒๓๔๕๖๗๘๙"

TO_ARABIC = str.maketrans(THAI, ARABIC)
TO_THAI = str.maketrans(ARABIC, THAI)


def to_arabic(text: str) -> str:
    """๑/๒๕๖๓ becomes 1/2563; everything else stays."""
    return text.translate(TO_ARABIC)


def to_thai(text: str) -> str:
    """1/2563 becomes ๑/๒๕๖๓, as official documents write it."""
    return text.translate(TO_THAI)
