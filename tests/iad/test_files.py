"""Documents that staff upload: what is taken, under which name, with which fingerprint."""

import hashlib
from pathlib import PurePosixPath

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from committees.models import Document
from iad.files import DOCUMENT_KINDS, MAX_DOCUMENT_BYTES, validate_document
from tests.factories import (
    make_attachment,
    make_document,
)

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n%%EOF\n"
BEGINNINGS = {
    ".pdf": PDF,
    **dict.fromkeys([".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"], b"PK\x03\x04rest"),
    **dict.fromkeys([".doc", ".xls", ".ppt"], b"\xd0\xcf\x11\xe0rest"),
    **dict.fromkeys([".csv", ".txt"], "ชื่อ,ตำแหน่ง".encode()),
}


@pytest.mark.parametrize("suffix", DOCUMENT_KINDS)
def test_a_document_of_each_kind_is_taken(suffix):
    validate_document(ContentFile(BEGINNINGS[suffix], name=f"เอกสาร{suffix}"))
    validate_document(ContentFile(BEGINNINGS[suffix], name=f"PAPER{suffix.upper()}"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("paper.docx", PDF),
        ("paper.pdf", b"PK\x03\x04"),
        ("paper.pdf", b"<!doctype html><script>alert(1)</script>"),
        ("paper.doc", b"PK\x03\x04"),
        ("paper.pdf", b""),
        ("page.html", b"<!doctype html>"),
        ("page.htm", b"<!doctype html>"),
        ("page.xhtml", b"<html/>"),
        ("drawing.svg", b"<svg/>"),
        ("drawing.svgz", b"\x1f\x8b"),
        ("drawing.pdf.svg", PDF),
        ("program.exe", b"MZ"),
        ("script.js", b"alert(1)"),
        ("macro.docm", b"PK\x03\x04"),
        ("archive.zip", b"PK\x03\x04"),
        ("no-suffix", PDF),
        (".pdf", PDF),
        ("paper.pdf ", PDF),
    ],
)
def test_a_file_of_another_kind_is_refused(name, content):
    with pytest.raises(ValidationError):
        validate_document(ContentFile(content, name=name))


def test_a_document_of_more_than_50_megabytes_is_refused():
    with pytest.raises(ValidationError, match="50"):
        validate_document(ContentFile(PDF + b"\0" * MAX_DOCUMENT_BYTES, name="paper.pdf"))


@pytest.mark.parametrize("make", [make_document, make_attachment])
def test_the_fingerprint_is_that_of_the_stored_bytes(make):
    content = PDF + b"x" * 200_000

    record = make(file=ContentFile(content, name="paper.pdf"))

    with record.file.open() as file:
        assert file.read() == content
    assert record.sha256 == hashlib.sha256(content).hexdigest()


def test_another_file_gets_another_fingerprint_and_another_name():
    document = make_document()
    name, fingerprint = document.file.name, document.sha256

    document.file = ContentFile(PDF + b"other", name="paper.pdf")
    document.save()

    document.refresh_from_db()
    assert document.file.name != name
    assert document.sha256 == hashlib.sha256(PDF + b"other").hexdigest() != fingerprint


def test_saving_other_columns_leaves_the_file_alone():
    document = make_document()
    before = (document.file.name, document.sha256)

    again = Document.objects.get(pk=document.pk)
    again.title_th = "ชื่อใหม่"
    again.full_clean()
    again.save()

    assert (again.file.name, again.sha256) == before


@pytest.mark.parametrize(
    "name",
    ["รายงานการประชุมลับ.pdf", "../../etc/passwd.pdf", "a" * 300 + ".PDF", "สำนัก" * 60 + ".pdf"],
)
def test_a_stored_name_is_drawn_by_lot_and_tells_nothing(name):
    document = make_document(file=SimpleUploadedFile(name, PDF))

    folder, stored = document.file.name.split("/")
    assert folder == "documents"
    assert (len(PurePosixPath(stored).stem), PurePosixPath(stored).suffix) == (24, ".pdf")


def test_a_long_thai_file_name_is_taken_by_the_form():
    field = Document._meta.get_field("file").formfield()

    assert field.clean(SimpleUploadedFile("สำนักงานการต่างประเทศ" * 8 + ".pdf", PDF))
