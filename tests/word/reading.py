"""The document as python-docx reads it: another program's eyes than the writer's."""

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from kehoach.report.model import Report
from kehoach.word.write import report_document


def opened(report: Report) -> Document:
    return docx.Document(io.BytesIO(report_document(report)))


def tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def styled(document: Document, style: str) -> list[Paragraph]:
    """All paragraphs of a style, in order, those in tables included."""
    wanted = {s.style_id for s in document.styles if s.name == style}
    return [p for p in every_paragraph(document) if p._p.style in wanted]


def every_paragraph(document: Document) -> Iterator[Paragraph]:
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item
        else:
            yield from (p for row in item.rows for cell in row.cells for p in cell.paragraphs)


def lines(cell: _Cell) -> list[str]:
    return [p.text for p in cell.paragraphs if p.text]


def grid(table: Table) -> list[list[str]]:
    return [[c.text for c in row.cells] for row in table.rows]
