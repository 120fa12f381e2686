"""A workbook as it lies in the file (sổ tính thô): cells with values, places and looks, and no meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class CellKind(StrEnum):
    """Loại ô: what the file says stands in a cell."""

    BLANK = "blank"
    NUMBER = "number"
    TEXT = "text"
    BOOL = "bool"
    DATE = "date"
    ERROR = "error"


class Sight(StrEnum):
    """Nhìn thấy: whether the look of a cell takes back what stands in it, or keeps it from being seen."""

    PLAIN = "plain"
    STRUCK = "struck"
    UNSEEN = "unseen"


class RawCell(NamedTuple):
    """Ô: one cell with content. A tuple, for there are hundreds of thousands in a large file.

    `value` is int or Decimal (a number at Excel's 15 digits), str, bool, date or datetime, or the error's text
    (`#REF!`). `formula` is the formula's text without "=", else None; a formula without a stored value has kind BLANK
    and a formula. `font` is the font's name, "" where unknown. `sight` is STRUCK where any of it is crossed out, UNSEEN
    where its colour is that of the cell. Rows and columns count from 1.
    """

    row: int
    column: int
    kind: CellKind
    value: int | Decimal | str | bool | date | datetime | None
    formula: str | None = None
    number_format: str = "General"
    font: str = ""
    sight: Sight = Sight.PLAIN

    @property
    def ref(self) -> str:
        """Địa chỉ kiểu A1."""
        return cell_ref(self.row, self.column)


@dataclass(frozen=True, slots=True)
class RawNote:
    """Ghi chú: text outside of the cells; `ref` is the cell a comment hangs on, "" for a text box."""

    text: str
    ref: str = ""
    author: str = ""


@dataclass(frozen=True)
class RawSheet:
    """Trang tính: cells by (row, column), only those with content; what is hidden and merged.

    Hidden columns are told as far as cells go; a merged area is its first row and column, last row and column.
    """

    name: str
    cells: Mapping[tuple[int, int], RawCell]
    state: str = "visible"
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    has_filter: bool = False
    notes: tuple[RawNote, ...] = ()

    def at(self, row: int, column: int) -> RawCell | None:
        """The cell there, or None where nothing stands."""
        return self.cells.get((row, column))


@dataclass(frozen=True)
class RawWorkbook:
    """Sổ tính: sheets in order; `names` are workbook-level defined names of one cell → (sheet, row, column).

    `is_old` for Excel 97–2003, whose formulas keep only their results.
    """

    sheets: tuple[RawSheet, ...]
    names: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)
    is_1904: bool = False
    has_macro: bool = False
    has_pictures: bool = False
    is_old: bool = False

    def sheet(self, name: str) -> RawSheet | None:
        """The sheet of that name, case and surrounding spaces apart; None where there is none."""
        wanted = name.strip().casefold()
        return next((s for s in self.sheets if s.name.strip().casefold() == wanted), None)


def column_letters(column: int) -> str:
    """28 → "AB"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_ref(row: int, column: int) -> str:
    """Địa chỉ kiểu A1: (3, 28) → "AB3"."""
    return f"{column_letters(column)}{row}"


def column_number(letters: str) -> int:
    """ "AB" → 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


class UnreadableFile(Exception):  # noqa: N818
    """Tệp không đọc được: raised by `office` only, and turned into a finding by whoever asked for the file.

    `reason` is one of: empty, cut-off, not-excel, not-word, old-xls, encrypted, html, word, pdf, picture, media,
    ods, xlsb, archive, too-big, dangerous, damaged, no-right, cloud. `detail` is for the log.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        self.reason, self.detail = reason, detail
        super().__init__(f"{reason}: {detail}")
