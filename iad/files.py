"""Files that staff upload: pictures with their renditions, and documents with their fingerprint.

Names are drawn by lot and tell nothing; who may read a file is asked of the record that owns it
(`iad.views.media`).
"""

import hashlib
import secrets
from pathlib import PurePosixPath

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import FieldFile, ImageFieldFile
from django.forms import ImageField as ImageFormField
from django.utils.translation import gettext_lazy as _

from iad import pictures
from iad.file_input import StoredFileInput

ACCEPTED_PICTURES = "image/jpeg,image/png,image/webp"
MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
# How a file of each kind begins: a name alone proves nothing.
PDF, ZIP, OLE, ANY = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b""
DOCUMENT_KINDS = {
    ".pdf": PDF,
    ".docx": ZIP,
    ".xlsx": ZIP,
    ".pptx": ZIP,
    ".odt": ZIP,
    ".ods": ZIP,
    ".odp": ZIP,
    ".doc": OLE,
    ".xls": OLE,
    ".ppt": OLE,
    ".csv": ANY,
    ".txt": ANY,
}

OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
# Said outright: what Python guesses depends on the machine.
MEDIA_TYPES = {
    f".{suffix}": f"image/{name.lower()}" for name, suffix in pictures.FORMATS.items()
} | {
    ".pdf": "application/pdf",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
    ".pptx": f"{OFFICE}.presentationml.presentation",
    ".odt": f"{OPEN_DOCUMENT}.text",
    ".ods": f"{OPEN_DOCUMENT}.spreadsheet",
    ".odp": f"{OPEN_DOCUMENT}.presentation",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".csv": "text/csv",
    ".txt": "text/plain",
}


class PictureFormField(ImageFormField):
    """Takes a picture only if it decodes and keeps the bounds of `iad.pictures`."""

    def to_python(self, data):
        if data in self.empty_values:
            return None
        pictures.read(data.file if hasattr(data, "file") else data)
        data.seek(0)
        return data


class KeyedFile(FieldFile):
    """A file whose address carries a key, where a page is read through a secret link."""

    query = ""

    @property
    def url(self) -> str:
        return f"{super().url}{self.query}"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[PurePosixPath(self.name).suffix]

    def length(self) -> int | None:
        """In bytes, None where the file is gone. Asked once: its name is drawn for its content."""
        key = f"length:{self.name}"
        length = cache.get(key)
        if length is None:
            try:
                length = self.size
            except FileNotFoundError:
                return None
            cache.set(key, length, timeout=None)
        return length


class PictureFile(KeyedFile, ImageFieldFile):
    """A stored picture and the WebP renditions beside it."""

    @property
    def rendition_names(self) -> list[tuple[int, str]]:
        """(width in pixels, name in the store) from narrow to wide."""
        folder = PurePosixPath(self.name).parent
        widths = pictures.widths_for(self.width)
        return [(width, f"{folder}/{width}.webp") for width in widths]

    @property
    def renditions(self) -> list[tuple[int, str]]:
        """(width in pixels, address) from narrow to wide."""
        return [
            (width, self.storage.url(name) + self.query) for width, name in self.rendition_names
        ]

    @property
    def srcset(self) -> str:
        return ", ".join(f"{address} {width}w" for width, address in self.renditions)

    @property
    def width(self) -> int:
        """From its column: reading it from the file would cost a decode a page."""
        return getattr(self.instance, self.field.width_field)

    @property
    def height(self) -> int:
        return getattr(self.instance, self.field.height_field)

    @property
    def missing(self) -> list[tuple[int, str]]:
        """Renditions that the store lacks: the picture is older than a width, or one was lost."""
        return [one for one in self.rendition_names if not self.storage.exists(one[1])]

    def draw(self, renditions: list[tuple[int, str]]) -> None:
        """Draw missing ones from the original; where that is gone or broken, they stay missing."""
        try:
            with self.storage.open(self.name) as original:
                picture = pictures.read_again(original)
        except (FileNotFoundError, ValidationError):
            return
        for width, name in renditions:
            stored = self.storage.save(name, ContentFile(picture.rendition(width)))
            if stored != name:  # somebody else drew it meanwhile
                self.storage.delete(stored)


class PictureField(models.ImageField):
    """A picture stored upright and bare, with renditions for each width of the layout."""

    attr_class = PictureFile

    def formfield(self, **kwargs):
        ours = {"form_class": PictureFormField, "widget": StoredFileInput(accept=ACCEPTED_PICTURES)}
        return super().formfield(**kwargs | ours)

    def update_dimension_fields(self, instance, force=False, *args, **kwargs):
        """Dimensions are set when the picture is stored, not whenever a row is read."""

    def pre_save(self, instance, add):
        file = getattr(instance, self.attname)
        if not file:
            self._note_size(instance, None, None)
        elif not file._committed:
            self._store(instance, file, pictures.read(file.file))
        return getattr(instance, self.attname)

    def _note_size(self, instance, width, height):
        setattr(instance, self.width_field, width)
        setattr(instance, self.height_field, height)

    def _store(self, instance, file, picture):
        folder = secrets.token_hex(12)
        original = f"{folder}/original.{picture.suffix}"
        self._note_size(instance, *picture.image.size)
        file.save(original, ContentFile(picture.original()), save=False)
        for width, content in picture.renditions().items():
            file.storage.save(f"{self.upload_to}/{folder}/{width}.webp", ContentFile(content))


class DocumentField(models.FileField):
    """An office document; its SHA-256 is kept in the model's column ``sha256``."""

    attr_class = KeyedFile

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_document]

    def formfield(self, **kwargs):
        # What it was called at home may be long: the stored name is drawn by lot.
        return super().formfield(**kwargs | {"max_length": None, "widget": StoredFileInput()})

    def pre_save(self, instance, add):
        file = getattr(instance, self.attname)
        if file and not file._committed:
            instance.sha256 = fingerprint(file)
            suffix = PurePosixPath(file.name).suffix.lower()
            file.save(secrets.token_hex(12) + suffix, file.file, save=False)
        return file


def validate_document(file):
    if getattr(file, "_committed", False):  # checked when it came in
        return
    suffix = PurePosixPath(file.name).suffix.lower()
    if suffix not in DOCUMENT_KINDS:
        raise ValidationError(
            _("Files of this kind are not taken. Use one of: %(kinds)s."),
            params={"kinds": " ".join(DOCUMENT_KINDS)},
        )
    if file.size > MAX_DOCUMENT_BYTES:
        raise ValidationError(_("The file is larger than 50 MB."))
    file.seek(0)
    beginning = file.read(8)
    file.seek(0)
    if not beginning.startswith(DOCUMENT_KINDS[suffix]):
        raise ValidationError(_("The content of this file is not what its name says."))


def fingerprint(file) -> str:
    """SHA-256 in hexadecimal digits (FIPS 180-4)."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()
