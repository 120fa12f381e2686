"""A document as it will be printed (tài liệu): paragraphs, tables and sections in order.

Lengths are millimetres. Elements of the file's tree are carried along for the copies that are made of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kehoach.lint.paragraph import Paragraph
from kehoach.office.word_markup import Element


@dataclass(frozen=True)
class Row:
    """Hàng: cells as sequences of paragraphs; whether it is repeated on each page and may break."""

    cells: tuple[tuple[Paragraph, ...], ...]
    is_header: bool
    can_split: bool


@dataclass(frozen=True, eq=False)
class Table:
    """Bảng. `width` is None where the file leaves it to Word."""

    number: int
    rows: tuple[Row, ...]
    width: float | None
    section: int
    is_nested: bool
    element: Element = field(repr=False, compare=False)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All of it, row by row."""
        return tuple(p for row in self.rows for cell in row.cells for p in cell)

    def column(self, number: int) -> tuple[Paragraph, ...]:
        """A column from top to bottom; -1 is the last of each row."""
        return tuple(
            p for row in self.rows for p in (row.cells[number] if -len(row.cells) <= number < len(row.cells) else ())
        )


@dataclass(frozen=True)
class Edge:
    """Đầu trang hoặc chân trang: its paragraphs, and which of them hold the page number."""

    paragraphs: tuple[Paragraph, ...]
    numbered: tuple[Paragraph, ...]


@dataclass(frozen=True, eq=False)
class Section:
    """Phần: page and margins as displayed, millimetres; headers and footers by kind ("default", "first", "even")."""

    number: int
    width: float
    height: float
    margins: Mapping[str, float]
    headers: Mapping[str, Edge]
    footers: Mapping[str, Edge]
    hides_first: bool
    starts_at: int | None
    counts_in: str
    begins: str
    element: Element = field(repr=False, compare=False)

    @property
    def is_wide(self) -> bool:
        """Whether the page lies."""
        return self.width > self.height

    @property
    def room(self) -> float:
        """Width for text."""
        return self.width - self.margins["left"] - self.margins["right"]


@dataclass(frozen=True, eq=False)
class Document:
    """Tài liệu: everything in order. `items` are paragraphs and tables of the first level; `traces` what is unfinished
    in the file itself (tracked changes, comments), each named once.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    items: tuple[Paragraph | Table, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    has_even_pages: bool
    traces: tuple[tuple[str, Paragraph | None], ...]
