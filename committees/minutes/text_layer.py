"""Says for each glyph of a PDF which character it is, where typst says a whole cluster.

Of ที่, three glyphs, typst writes ที่ for each; a reader of the text that does not know ActualText
then shows it three times, or in the wrong places. The glyphs of a Thai cluster are as many as its
characters, so each can be told by its place. Bytes in, bytes out; what is not understood stays.
"""

import re
import zlib
from collections.abc import Iterator

STREAM = re.compile(rb"\n(\d+) 0 obj\s*<<([^<>]{0,400})>>\s*stream\r?\n")
FONT = re.compile(rb"\n(\d+) 0 obj\s*<<\s*/Type/Font/Subtype/Type0[^<>]*?/ToUnicode (\d+) 0 R")
NAMED = re.compile(rb"/(f\d+) (\d+) 0 R")
# A consonant with its marks; tt of Latin, one glyph, is a ligature and stays one.
OF_MARKS = re.compile("[\u0e01-\u0e4e]{2,}")
ENTRY = re.compile(rb"<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>")
SHOWN = re.compile(
    rb"/(?P<font>f\d+) [\d.]+ Tf|ActualText\s*(?:<[^>]*>|\((?:\\.|[^\\)])*\))"
    rb"|<(?P<codes>[0-9A-Fa-f]+)>|\((?P<text>(?:\\.|[^\\()])*)\)",
    re.S,
)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def with_characters(pdf: bytes) -> bytes:
    """The same file with an update at its end that maps glyphs to single characters."""
    streams = dict(_streams(pdf))
    fonts = dict(NAMED.findall(pdf))
    maps = {font: int(to_unicode) for font, to_unicode in FONT.findall(pdf)}
    pages = [list(_glyphs(one)) for one in streams.values() if b" Tf" in one]
    changed = {}
    for name, font in fonts.items():
        if font not in maps or maps[font] not in streams:
            continue
        shown = [[code for where, code in page if where == name] for page in pages]
        changed[maps[font]] = _rewritten(streams[maps[font]], shown)
    return _updated(pdf, changed) if changed else pdf


def _streams(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    for match in STREAM.finditer(pdf):
        length = re.search(rb"/Length (\d+)", match[2])
        if length is None or b"/Subtype" in match[2]:
            continue
        content = pdf[match.end() : match.end() + int(length[1])]
        try:
            yield int(match[1]), zlib.decompress(content) if b"Flate" in match[2] else content
        except zlib.error:
            continue


def _glyphs(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Font and code of each glyph in the order of the page; codes are of two bytes."""
    font = b""
    for match in SHOWN.finditer(content):
        if match["font"]:
            font = match["font"]
            continue
        shown = bytes.fromhex(match["codes"].decode()) if match["codes"] else b""
        if match["text"]:
            shown = ESCAPED.sub(_unescaped, match["text"])
        for at in range(0, len(shown) - 1, 2):
            yield font, int.from_bytes(shown[at : at + 2])


def _unescaped(match: re.Match) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8) & 255]) if sign.isdigit() else ESCAPES.get(sign, sign)


def _rewritten(cmap: bytes, pages: list[list[int]]) -> bytes:
    said = {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in ENTRY.findall(cmap)
    }
    told = _told_by_place(said, pages)

    def entry(match: re.Match) -> bytes:
        text = told.get(int(match[1], 16))
        written = text.encode("utf-16-be").hex().upper().encode() if text else match[2]
        return b"<%s> <%s>" % (match[1], written)

    return ENTRY.sub(entry, cmap)


def _told_by_place(said: dict[int, str], pages: list[list[int]]) -> dict[int, str]:
    """The character of each glyph that was said to be a cluster.

    Codes are given in the order in which glyphs are first shown, so that all the others of the
    cluster in which a new glyph first stands are of that cluster, or known by then.
    """
    known = {code: text for code, text in said.items() if len(text) == 1}
    for page in pages:
        for at, code in enumerate(page):
            cluster = said.get(code, "")
            if code in known or not OF_MARKS.fullmatch(cluster):
                continue
            for place in range(len(cluster)):
                begin = at - place
                around = page[begin : begin + len(cluster)] if begin >= 0 else []
                if len(around) == len(cluster) and all(
                    known.get(one) == character or (one not in known and said.get(one) == cluster)
                    for one, character in zip(around, cluster, strict=True)
                ):
                    known |= dict(zip(around, cluster, strict=True))
                    break
    return known


def _updated(pdf: bytes, changed: dict[int, bytes]) -> bytes:
    """An incremental update (ISO 32000-1, 7.5.6)."""
    begins = int(pdf.rpartition(b"startxref")[2].split()[0])
    trailer = pdf[pdf.rindex(b"trailer") + 7 : pdf.rindex(b"startxref")].strip()
    out, table = pdf.rstrip() + b"\n", b"xref\n"
    for number, content in sorted(changed.items()):
        packed = zlib.compress(content, 9)
        table += b"%d 1\n%010d 00000 n\r\n" % (number, len(out))
        head = b"<</Length %d/Type/CMap/Filter/FlateDecode/WMode 0>>" % len(packed)
        out += b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, head, packed)
    closing = trailer.removesuffix(b">>") + b"/Prev %d>>" % begins
    return out + table + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (closing, len(out))
