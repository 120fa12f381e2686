"""A .docx becomes a document (đọc tài liệu): every paragraph, table and section, in order, with what holds for it.

In: the parts of a file (`office.word_file`). Out: `document.Document`. Raises UnreadableFile where a part is broken.
"""

from collections.abc import Iterator

from kehoach.lint.cascade import Flat, flat_paragraph, flat_run, laid_over
from kehoach.lint.document import Document, Row, Section, Table
from kehoach.lint.paragraph import Cell, Paragraph
from kehoach.lint.runs import read_runs
from kehoach.lint.sections import read_sections
from kehoach.lint.strokes import shapes
from kehoach.lint.styles import Styles, cell_sides, read_styles
from kehoach.lint.traces import read_traces
from kehoach.office.model import UnreadableFile
from kehoach.office.word_markup import Element, blocks, is_on, millimetres, number, q, table_rows, text_boxes, value
from kehoach.office.word_numbering import Counter, Numbering, read_numbering
from kehoach.office.word_package import MAIN, Package

_EMU = 36000
Surroundings = tuple[Cell | None, str | None, float]
"""Where a paragraph stands: cell, table style, room in millimetres (0: the page's)."""


def read_document(package: Package, name: str) -> Document:
    """The document of a package; `name` is the file's, for findings."""
    body = package.tree(MAIN).find(q("w:body"))
    if body is None:
        raise UnreadableFile("damaged", "no body")
    styles = read_styles(package)
    numbering = read_numbering(package.only("numbering"))
    sections = read_sections(package, body, lambda e: _edge_paragraph(e, styles, numbering))
    reader = _Reader(styles, numbering, sections)
    items = tuple(reader.items(body))
    settings = package.only("settings")
    even = None if settings is None else settings.find(q("w:evenAndOddHeaders"))
    paragraphs = tuple(reader.paragraphs)
    return Document(
        name,
        paragraphs,
        items,
        tuple(reader.tables[n] for n in sorted(reader.tables)),
        sections,
        even is not None and is_on(even),
        read_traces(body, paragraphs),
    )


def _edge_paragraph(element: Element, styles: Styles, numbering: Numbering) -> Paragraph:
    """A paragraph of a header or footer."""
    return _Reader(styles, numbering, ()).paragraph(element, (None, None, 0), number_=0)


class _Reader:
    """Reads a body in order; remembers the count of paragraphs and tables, the section, and the lists."""

    def __init__(self, styles: Styles, numbering: Numbering, sections: tuple[Section, ...]) -> None:
        self._styles, self._numbering, self._sections = styles, numbering, sections
        self._counter = Counter(numbering)
        self._section = self._boxes = self._tables = 0
        self.paragraphs: list[Paragraph] = []
        self.tables: dict[int, Table] = {}

    def items(
        self, container: Element, around: Surroundings = (None, None, 0), box: int = 0
    ) -> Iterator[Paragraph | Table]:
        """Paragraphs and tables of a body, cell or box; text boxes are read right after their paragraph."""
        for element in blocks(container):
            if element.tag == q("w:tbl"):
                yield self._table(element, around, box)
                continue
            read = self.paragraph(element, around, len(self.paragraphs) + 1, box)
            self.paragraphs.append(read)
            yield read
            self._read_boxes(element)
            if element.find(f"{q('w:pPr')}/{q('w:sectPr')}") is not None and self._section + 1 < len(self._sections):
                self._section += 1

    def paragraph(self, element: Element, around: Surroundings, number_: int, box: int = 0) -> Paragraph:
        """One paragraph with everything that holds for it."""
        cell, table_style, room = around
        properties = element.find(q("w:pPr"))
        direct = flat_paragraph(properties)
        style = value(properties.find(q("w:pStyle"))) if properties is not None else None
        look = self._look(style, table_style, direct, properties)
        list_, level = look.get("list"), int(number(look.get("level")) or 0)
        return Paragraph(
            number_,
            read_runs(element, self._styles, style, self._table_run(table_style)),
            look,
            style or "",
            self._section,
            room or self._page_room(),
            element,
            next((a for a in element.iterancestors(q("w:p"))), element),
            self._counter.label(list_, level) if number_ else "",
            cell,
            box,
            tuple(shapes(element)),
            _breaks_page(element),
        )

    def _page_room(self) -> float:
        return self._sections[self._section].room if self._sections else 0

    def _table_run(self, style: str | None) -> Flat:
        return {} if style is None else self._styles.run(style, "table")

    def _look(self, style: str | None, table_style: str | None, direct: Flat, properties: Element | None) -> Flat:
        """Defaults, table style, paragraph styles, each with the indents of its list, then what is direct."""
        layers: list[Flat] = [self._styles.default_paragraph]
        if table_style is not None:
            layers += [s.paragraph for s in self._styles.chain(table_style, "table")]
        for own in (*(s.paragraph for s in self._styles.chain(style, "paragraph")), direct):
            level = self._numbering.level(own.get("list"), int(number(own.get("level")) or 0))
            layers += [flat_paragraph(level.properties) if level else {}, own]
        mark = None if properties is None else properties.find(q("w:rPr"))
        of_style = self._styles.run(style, "paragraph")
        letters = laid_over((self._styles.default_run, of_style, flat_run(mark, self._styles.theme)))
        return {**laid_over(layers), "mark_size": letters["size"]}

    def _read_boxes(self, paragraph: Element) -> None:
        """Text boxes anchored in the paragraph."""
        for content in text_boxes(paragraph):
            self._boxes += 1
            drawing = next(content.iterancestors(q("wp:anchor"), q("wp:inline")), None)
            extent = None if drawing is None else drawing.find(q("wp:extent"))
            width = (number(None if extent is None else extent.get("cx")) or 0) / _EMU
            for _ in self.items(content, (None, None, width), self._boxes):
                pass

    def _table(self, element: Element, around: Surroundings, box: int) -> Table:
        place = self._tables
        self._tables += 1
        section = self._section
        properties = element.find(q("w:tblPr"))
        own = _children(properties)
        style = value(own.get(q("w:tblStyle")))
        sides = cell_sides(own.get(q("w:tblCellMar"))) or self._styles.cell_sides(style)
        grid = [number(value(g, "w:w")) or 0 for g in element.iterfind(f"{q('w:tblGrid')}/{q('w:gridCol')}")]
        rows = tuple(
            self._row(row, (place, position), style or "", sides, grid, box)
            for position, row in enumerate(table_rows(element))
        )
        wide = own.get(q("w:tblW"))
        given = number(value(wide, "w:w")) if value(wide, "w:type") == "dxa" else None
        width = given or (sum(grid) if _is_fixed(own.get(q("w:tblLayout"))) else None)
        read = Table(place, rows, millimetres(width) if width else None, section, around[0] is not None, element)
        self.tables[place] = read
        return read

    def _row(
        self,
        row: Element,
        place: tuple[int, int],
        style: str,
        sides: tuple[float, float],
        grid: list[float],
        box: int,
    ) -> Row:
        elements = list(row.iterchildren(q("w:tc")))
        cells, at = [], 0
        for column, element in enumerate(elements):
            own = _children(element.find(q("w:tcPr")))
            span = int(number(value(own.get(q("w:gridSpan")))) or 1)
            wide = own.get(q("w:tcW"))
            given = number(value(wide, "w:w")) if value(wide, "w:type") in ("dxa", None) else None
            left, right = cell_sides(own.get(q("w:tcMar"))) or sides
            room = millimetres(max((given or sum(grid[at : at + span])) - left - right, 0))
            at += span
            is_low = value(own.get(q("w:vAlign"))) == "bottom"
            where = Cell(*place, column, len(elements), room, is_low)
            cells.append(self._cell(element, (where, style, room), box))
        marks = {tag for tag, mark in _children(row.find(q("w:trPr"))).items() if is_on(mark)}
        return Row(tuple(cells), q("w:tblHeader") in marks, q("w:cantSplit") not in marks)

    def _cell(self, element: Element, around: Surroundings, box: int) -> tuple[Paragraph, ...]:
        """All its paragraphs, those of nested tables included."""
        found: list[Paragraph] = []
        for item in self.items(element, around, box):
            found += item.paragraphs if isinstance(item, Table) else [item]
        return tuple(found)


def _children(properties: Element | None) -> dict[str, Element]:
    """The elements of a list of properties by tag."""
    return {} if properties is None else {child.tag: child for child in properties}


def _is_fixed(layout: Element | None) -> bool:
    return value(layout, "w:type") == "fixed"


def _breaks_page(paragraph: Element) -> bool:
    return any(value(b, "w:type") == "page" for b in paragraph.iter(q("w:br")))
