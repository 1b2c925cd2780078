"""The papers of a meeting as PDF: a record in, the bytes out, set by typst.

The text copies and searches as it was written, Thai marks and `๒/๒๕๖๔` included, which depends on
the font: Laksaman, the free relative of TH Sarabun New. The PDF is tagged (PDF/UA-1). Texts go in
as data (JSON), never as markup.
"""

import json
from functools import cache

import typst
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from committees.minutes.docx import said, said_at_signing, said_of_extract
from committees.minutes.filling import BUNDLED
from committees.minutes.record import MeetingRecord
from committees.minutes.text_layer import with_characters

FONT = "Laksaman"
# A paragraph of many thousand letters is too deep for the finer rule of the marks (house.typ), and
# a character that no font has, an emoji or another script, is no reason for no paper.
WAYS = (({}, ["ua-1"]), ({"plain": "1"}, ["ua-1"]), ({"plain": "1"}, []))
MOST_PAGES = 300  # whose numbers are written out


def write_minutes_pdf(record: MeetingRecord, *, digits: str) -> bytes:
    """รายงานการประชุม, form 11; marked as a draft until it is certified."""
    return _set("minutes", said(record, digits), digits)


def write_invitation_pdf(record: MeetingRecord, *, digits: str) -> bytes:
    return _set("invitation", said(record, digits), digits)


def write_attendance_sheet_pdf(record: MeetingRecord, *, digits: str) -> bytes:
    return _set("attendance", said_at_signing(record, digits), digits)


def write_extract_pdf(
    record: MeetingRecord, matter_number: str, decision_index: int, department: str, *, digits: str
) -> bytes:
    """One resolution for one department, as `committees.minutes.docx.write_extract`."""
    taken = said_of_extract(record, matter_number, decision_index, department, digits)
    return _set("extract", taken, digits)


def _set(name: str, paper: dict, digits: str) -> bytes:
    if not _has_font():
        message = _(
            "A PDF needs the font Laksaman on the server (Debian: fonts-tlwg-laksaman-ttf)."
            " The Word file works without it."
        )
        raise ValidationError(message)
    pages = [said(f"หน้า {number}", digits) for number in range(MOST_PAGES + 1)]
    sources = {"paper": json.dumps(paper | {"pages": pages}, ensure_ascii=False)}
    for more, standards in WAYS:
        try:
            return _typeset(name, sources | more, standards)
        except typst.TypstError as error:
            refused = error
    raise refused


def _typeset(name: str, sources: dict[str, str], standards: list[str]) -> bytes:
    pdf = typst.compile(
        str(BUNDLED / f"{name}.typ"),
        root=str(BUNDLED),
        sys_inputs=sources,
        pdf_standards=standards,
    )
    return with_characters(pdf)


@cache
def _has_font() -> bool:
    return FONT in typst.Fonts().families()
