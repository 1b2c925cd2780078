"""The minutes in plain text: what the Word paper says, in its order and its words."""

import io
from pathlib import Path
from typing import BinaryIO

from docx import Document
from docx.oxml.ns import qn

from committees.minutes.docx import write_minutes
from committees.minutes.record import MeetingRecord

PARAGRAPH, ROW, CELL = qn("w:p"), qn("w:tr"), qn("w:tc")
WRITTEN = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n"}


def write_text(record: MeetingRecord, *, digits: str) -> str:
    """Drawn from the filled template, so that the office's own wording stands here too."""
    return text_of(io.BytesIO(write_minutes(record, digits=digits)))


def text_of(file: Path | BinaryIO) -> str:
    """First header and body of a .docx, a paragraph or table row a line, cells parted by tabs."""
    document = Document(file)
    header = document.sections[0].first_page_header
    lines = [*_lines(header._element), *_lines(document.element.body)]
    return "\n".join(lines).strip() + "\n"


def _lines(block):
    for element in block:
        if element.tag == PARAGRAPH:
            yield _text(element)
        elif element.tag == qn("w:tbl"):
            for row in element.iter(ROW):
                cells = (" ".join(map(_text, cell.iter(PARAGRAPH))) for cell in row.iter(CELL))
                yield "\t".join(cells).rstrip()


def _text(paragraph) -> str:
    return "".join(
        WRITTEN[part.tag] or part.text or ""
        for part in paragraph.iter(*WRITTEN)
        # The stops of a style are tabs too, and no text.
        if part.getparent().tag == qn("w:r")
    )
