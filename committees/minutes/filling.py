"""Fills the office's Word templates; the wording of every paper stands in them, not in code.

They are in committees/minutes/templates; a file of the same name in PAPER_TEMPLATES comes first.
"""

import io
import re
import zipfile
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError

BUNDLED = Path(__file__).resolve().parent / "templates"
# What a file that is no Word file, or a slip in one of its tags, ends in.
BROKEN = (
    *(OpcError, TemplateError, LxmlError, zipfile.BadZipFile, OSError),
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
)
BEGINS_IN_THAI = re.compile("[\u0e00-\u0e7f]")


def template_path(name: str) -> Path:
    """Where the template of that file name is; ValidationError without the office's folder."""
    if not settings.PAPER_TEMPLATES:
        return BUNDLED / name
    folder = Path(settings.PAPER_TEMPLATES)
    if not folder.is_dir():
        message = _("The folder of Word templates %(folder)s does not exist.")
        raise ValidationError(message % {"folder": folder})
    own = folder / name
    return own if own.is_file() else BUNDLED / name


def fill(name: str, said: dict) -> bytes:
    """The template of that file name with what is said in it, as a .docx.

    ValidationError names the file and the reason where the template can not be filled.
    """
    path = template_path(name)
    paper = io.BytesIO()
    try:
        template = DocxTemplate(path)
        template.render(said, _language_of_templates(), autoescape=True)
        title = (p.text for p in template.docx.paragraphs if p.style.name == "Title")
        template.docx.core_properties.title = " ".join(title)[:255]
        if said["thai_digits"]:
            _count_pages_in_thai(template.docx)
        template.save(paper)
    except BROKEN as error:
        raise broken(path, error) from error
    return paper.getvalue()


def broken(path: Path, error: Exception) -> ValidationError:
    reason = f"{type(error).__name__}: {error}"
    message = _("The Word template %(file)s can not be filled: %(reason)s")
    return ValidationError(message % {"file": path, "reason": reason})


def _count_pages_in_thai(document) -> None:
    # Word counts ๑ ๒ ๓; LibreOffice knows this format not and counts 1 2 3.
    for section in document.sections:
        for number_format in section._sectPr.findall(qn("w:pgNumType")):
            section._sectPr.remove(number_format)
        number_format = OxmlElement("w:pgNumType")
        number_format.set(qn("w:fmt"), "thaiNumbers")
        section._sectPr.find(qn("w:pgMar")).addnext(number_format)


def _language_of_templates() -> SandboxedEnvironment:
    # A name that a template misspells is an error, not a gap in an official paper.
    language = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    language.filters["paragraphs"] = paragraphs
    language.filters["joined"] = joined
    return language


def paragraphs(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def joined(text: str) -> str:
    """As it follows a Thai word: directly, but after a blank where it begins in another script."""
    return text if BEGINS_IN_THAI.match(text) else f" {text}"
