"""A signed plan as text → the Word document an office would hand over (văn bản kế hoạch đã ký).

`= a | b` are the two columns of head and foot, `\\` a new line in them; `! ` a bold line, `~ ` one in italics; lines
between pipes a table; `#` a comment; anything else a paragraph. The look is plain Word: offices differ.
"""

import io
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from samples.text import read_cells


def signed_plan(source: Path) -> bytes:
    """The document of a text file."""
    document = docx.Document()
    for block in source.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        tabled = [line for line in lines if line.startswith("|")]
        for line in lines:
            if line.startswith("= "):
                _two_columns(document, line.removeprefix("= "))
            elif not line.startswith("|"):
                _paragraph(document.add_paragraph(), line)
        if tabled:
            _table(document, tabled)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _two_columns(document: Document, line: str) -> None:
    table = document.add_table(1, 2)
    for cell, text in zip(table.rows[0].cells, line.split(" | "), strict=True):
        first, *others = text.split("\\")
        cell.paragraphs[0].add_run(first)
        for other in others:
            cell.add_paragraph(other)


def _paragraph(paragraph: Paragraph, line: str) -> None:
    """A line in several runs, as Word leaves them behind after editing."""
    is_bold, is_italic = line.startswith("! "), line.startswith("~ ")
    text = line[2:] if is_bold or is_italic else line
    for part in (text[: len(text) // 2], text[len(text) // 2 :]):
        run = paragraph.add_run(part)
        run.bold, run.italic = is_bold, is_italic
    if is_bold and text.isupper():
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _table(document: Document, lines: list[str]) -> None:
    rows = [read_cells(line) for line in lines]
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
