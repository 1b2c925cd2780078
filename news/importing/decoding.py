"""Bytes of a saved page to text: UTF-8, UTF-16 with its mark, Windows-874."""

import codecs
import re

from django.utils.translation import gettext as _, ngettext

from news.importing.records import UnreadablePage

MAX_BYTES = 10 * 1024 * 1024
KINDS = {
    b"\xff\xd8\xff": "JPEG", b"\x89PNG": "PNG", b"GIF8": "GIF", b"RIFF": "WebP", b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP, DOCX", b"\xd0\xcf\x11\xe0": "DOC, XLS", b"\x1f\x8b": "GZIP",
    b"Rar!": "RAR", b"7z\xbc\xaf": "7-Zip", b"{\\rtf": "RTF",
}  # fmt: skip
UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
DECLARED = re.compile(rb"charset=[\"']?\s*([\w-]{1,20})", re.IGNORECASE)
WESTERN = {b"windows-1252", b"iso-8859-1", b"latin-1", b"latin1"}


def decode(raw: bytes) -> tuple[str, list[str]]:
    """The text of a file and notes on how it was read; refuses what holds no text."""
    if len(raw) > MAX_BYTES:
        raise UnreadablePage(_("It is larger than 10 MB."))
    if not raw.strip(b"\0 \t\r\n"):
        raise UnreadablePage(_("It is empty."))
    for magic, kind in KINDS.items():
        if raw.startswith(magic):
            raise UnreadablePage(_("It is not text but a file of kind %(kind)s.") % {"kind": kind})
    if codec := UTF_16.get(raw[:2]):
        return raw[2:].decode(codec, "replace"), []
    if b"\0" in raw[:4096]:
        raise UnreadablePage(_("It is not text."))
    return eight_bit(raw)


def eight_bit(raw: bytes) -> tuple[str, list[str]]:
    """UTF-8 where it can be that, however the page declares itself; else Windows-874.

    Windows-874 holds the whole of TIS-620. A few bad bytes in much good UTF-8 are damage.
    """
    text = raw.decode("utf-8-sig", "replace")
    damaged = text.count("\ufffd") - raw.count("\ufffd".encode())
    foreign = sum(not char.isascii() for char in text)
    if damaged * 20 <= foreign:
        return text, damage(damaged)
    found = DECLARED.search(raw[:4096])
    codec = "cp1252" if found and found[1].lower() in WESTERN else "cp874"
    name = "Windows-1252" if codec == "cp1252" else "Windows-874"
    return raw.decode(codec, "replace"), [_("Read as %(encoding)s.") % {"encoding": name}]


def damage(count: int) -> list[str]:
    text = ngettext(
        "%(count)d damaged character stands as �.",
        "%(count)d damaged characters stand as �.",
        count,
    )
    return [text % {"count": count}] if count else []
