"""The document as another program reads it (đọc lại): python-docx, and the names of our bookmarks.

In: bytes of a report. Out: block id → the words of each block of that id, in the document's order.
"""

import io
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

Words = tuple[str, ...]
"""Một khối: a paragraph's text, or the texts of a table's cells row by row."""


def read_report(data: bytes) -> tuple[Mapping[str, list[Words]], str]:
    """The blocks as they stand in the document, and all its words."""
    document = docx.Document(io.BytesIO(data))
    ids = _ids(document)
    blocks: dict[str, list[Words]] = {}
    words: list[str] = []
    for paragraph, cells in _paragraphs(document):
        words.append(paragraph.text)
        for mark in paragraph._p.iterchildren(qn("w:bookmarkStart")):
            if (name := mark.get(qn("w:name"))) in ids:
                is_table = cells and _is_content(paragraph)
                found = charted(paragraph) or (cells if is_table else (paragraph.text,))
                blocks.setdefault(ids[name], []).append(found)
    return blocks, "\n".join(words)


def _paragraphs(document: Document) -> Iterator[tuple[Paragraph, Words]]:
    """Every paragraph; with the first one of a table, the table's cells."""
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item, ()
            continue
        rows = _rows(item)
        words = tuple(cell.text for row in rows for cell in row)
        first = True
        for paragraph in (p for row in rows for cell in row for p in cell.paragraphs):
            yield paragraph, words if first else ()
            first = False


def charted(paragraph: Paragraph) -> Words:
    """What a chart in the paragraph shows: each column's name and label, then the line's name; () without a chart."""
    for drawn in paragraph._p.iter("{*}chart"):
        chart = parse_xml(paragraph.part.related_parts[drawn.get(qn("r:id"))].blob)
        columns, line = (next(chart.iter(f"{{*}}{kind}")).find("{*}ser") for kind in ("barChart", "lineChart"))
        names = [point.findtext("{*}v") for point in columns.find("{*}cat").iter("{*}pt")]
        labels = ["".join(t.text for t in label.iter("{*}t")) for label in columns.iter("{*}dLbl")]
        shown = (word for pair in zip(names, labels, strict=True) for word in pair)
        return (*shown, line.find("{*}tx").findtext(".//{*}v"))
    return ()


def _rows(table: Table) -> list[tuple[_Cell, ...]]:
    return [row.cells for row in table.rows]


def _is_content(paragraph: Paragraph) -> bool:
    """Whether it stands in a table of the report, not in the invisible ones of head and foot."""
    return paragraph._p.xpath("boolean(ancestor::w:tbl/w:tr/w:trPr/w:tblHeader)") is True


def _ids(document: Document) -> Mapping[str, str]:
    """Bookmark → block id, from the list that the document carries."""
    for part in document.part.package.iter_parts():
        if part.partname.startswith("/customXml/item") and b"<baseline" in part.blob:
            return {b.get("bookmark"): b.get("id") for b in parse_xml(part.blob).iter("{*}block")}
    return {}
