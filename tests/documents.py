"""Reads what we wrote with other code than wrote it: a .docx as plain text, block by block."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.table import Table
from docx.text.paragraph import Paragraph


def document_text(path: Path) -> str:
    """Every paragraph as "[style] text", every table row as "| cell | cell |", in document order."""
    document = docx.Document(str(path))
    names = {style.style_id: style.name for style in document.styles}
    names[None] = document.styles.default(WD_STYLE_TYPE.PARAGRAPH).name
    return "\n".join(line for block in document.iter_inner_content() for line in block_lines(block, names)) + "\n"


def block_lines(block: Paragraph | Table, names: Mapping[str | None, str | None]) -> Iterator[str]:
    if isinstance(block, Paragraph):
        if block.text.strip():
            yield f"[{names[block._p.style]}] {block.text}"
        return
    for row in block.rows:
        yield "| " + " | ".join(cell.text.replace("\n", " / ") for cell in row.cells) + " |"


def plain_text(path: Path) -> str:
    """The words alone, a line a paragraph or cell."""
    return "\n".join(
        line.partition("] ")[2] if line.startswith("[") else line for line in document_text(path).split("\n")
    )
