"""Pictures as cameras write them, and files that only say they are pictures."""

import io
import struct
import zlib

from PIL import Image

ORIENTATION, GPS, ARTIST = 0x0112, 0x8825, 0x013B
RED, GREEN = (200, 30, 30), (30, 150, 60)


def encoded(image, file_format, **options) -> io.BytesIO:
    out = io.BytesIO()
    image.save(out, file_format, **options)
    out.seek(0)
    return out


def two_coloured(size=(640, 400)) -> Image.Image:
    """Red left half, green right half, so that turning it is seen."""
    image = Image.new("RGB", size, RED)
    image.paste(GREEN, (size[0] // 2, 0, size[0], size[1]))
    return image


def camera_exif(orientation=1) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[ARTIST] = "serial 4711"
    exif.get_ifd(GPS).update({1: "N", 2: (13.0, 45.0, 0.0), 3: "E", 29: "BANGKOK-13.75N"})
    return exif


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG file (W3C PNG, section 5.3)."""
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def png(width, height, *, depth=8, colour=2, rows=b"", extra=b"") -> io.BytesIO:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + extra
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def decoded(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


WHOLE = encoded(two_coloured(), "JPEG").getvalue()
NO_PICTURES = {
    "nothing": b"",
    "one byte": b"\xff",
    "text": b"just words",
    "an SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a PDF": b"%PDF-1.7\n%%EOF\n",
    "a GIF": encoded(two_coloured(), "GIF").getvalue(),
    "a BMP": encoded(two_coloured(), "BMP").getvalue(),
    "a TIFF": encoded(two_coloured(), "TIFF").getvalue(),
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "half a JPEG": WHOLE[: len(WHOLE) // 2],
    "only the head of a JPEG": WHOLE[:200],
    "half a WebP": encoded(two_coloured(), "WEBP").getvalue()[:150],
    "a PNG without pixels": png(8, 8).getvalue(),
    "a PNG of no width": png(0, 8).getvalue(),
    "a PNG with a broken checksum": png(1, 1, rows=b"\0abc").getvalue().replace(b"IHDR", b"IHDX"),
    "a PNG with a false colour": png(
        2,
        2,
        colour=3,
        rows=b"\0\0\xf0" * 2,
        extra=chunk(b"PLTE", b"\1\2\3\4\5\6") + chunk(b"tRNS", b"\0" * 300),
    ).getvalue(),
}
