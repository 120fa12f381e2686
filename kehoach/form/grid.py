"""A sheet of a returned workbook held against a sheet of its form (lưới dòng, cột): which row and column is which.

The code column, the label column and the headings are looked for, not assumed: rows and columns may have been
inserted, sheets renamed, copied or moved.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.form.model import Field
from kehoach.office.model import CellKind, RawCell, RawSheet, cell_ref
from kehoach.vi.matching import How, match_name
from kehoach.vi.names import fold

_Texts = Mapping[tuple[int, int], str]
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[-+*•–])\s*")
_NOTE = re.compile(r"\s*[(\[:;.*…]|\s+[-–—]")
"""How what follows a label begins where it is a note and no further word of the label."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Spot:
    """Chỗ: a cell of a returned workbook."""

    sheet: RawSheet
    row: int
    column: int

    @property
    def ref(self) -> str:
        """Địa chỉ kiểu A1."""
        return cell_ref(self.row, self.column)

    @property
    def cell(self) -> RawCell | None:
        """What stands there; None where nothing does."""
        cell = self.sheet.at(self.row, self.column)
        return None if cell is None or (cell.kind is CellKind.BLANK and cell.formula is None) else cell


@dataclass(frozen=True)
class Grid:
    """Lưới: code and label by row, heading by column, as far as they are still there.

    `retyped` are rows with other words in the column of the labels, `retitled` columns of a table with other words
    above their code.
    """

    sheet: RawSheet
    codes: Mapping[int, str]
    labels: Mapping[int, str]
    headings: Mapping[int, str]
    retyped: Mapping[int, str]
    retitled: Mapping[int, str]

    @property
    def known(self) -> int:
        """How many codes and labels of the form stand here."""
        return len(self.codes) + len(self.labels)

    def spots(self, field: Field) -> Iterator[Spot]:
        """Cells that code (or, where it is gone, label) and heading give to a field."""
        columns = [c for c, heading in self.headings.items() if heading == field.column_code]
        yield from (Spot(self.sheet, row, c) for row in self._rows(field) for c in columns)

    def has_row(self, field: Field) -> bool:
        """Whether the field's row is still there, with or without a column for it."""
        return any(True for _ in self._rows(field))

    def _rows(self, field: Field) -> Iterator[int]:
        for row in sorted(self.codes.keys() | self.labels.keys()):
            code, label = self.codes.get(row), self.labels.get(row)
            if code == field.row_code or (code is None and is_label(label, field)):
                yield row


def read_grid(sheet: RawSheet, fields: Sequence[Field], choices: Sequence[Field]) -> Grid:
    """The grid of a sheet for one sheet of the form: its fields, and the choices for its sections' blanks.

    Headings count above the first field only; below that anything may be typed.
    """
    texts = {spot: _first_line(c.value) for spot, c in sheet.cells.items() if isinstance(c.value, str)}
    _, codes = _column_of(texts, {f.row_code for f in (*fields, *choices)})
    known = {fold(f.row_label) for f in (*fields, *choices)}
    column, labels = _column_of(texts, {text for text in texts.values() if fold(text) in known})
    retyped = {row: texts[row, column] for row in codes if row not in labels and (row, column) in texts}
    row_codes, row_labels = {f.row_code for f in fields}, {fold(f.row_label) for f in fields}
    rows = [r for r, c in codes.items() if c in row_codes] or [r for r, t in labels.items() if fold(t) in row_labels]
    wanted = {f.column_code for f in fields}
    above = {spot: text for spot, text in sorted(texts.items()) if spot[0] < min(rows, default=0) and text in wanted}
    headings = {column: text for (_, column), text in above.items()}
    retitled = {column: texts[row - 1, column] for row, column in above if (row - 1, column) in texts}
    return Grid(sheet, codes, labels, headings, retyped, retitled)


def is_label(text: str | None, field: Field) -> bool:
    """Whether a text is the label of the field's row, however it is spelt."""
    return text is not None and fold(text) == fold(field.row_label)


def is_worded(text: str, label: str) -> bool:
    """Whether a text still says the label: spelt otherwise, numbered, with a slip of a letter or a note behind it."""
    words = _NUMBERED.sub("", text)
    if fold(words) == fold(label) or note_behind(words, label):
        return True
    is_near = match_name(words, {label: ()}).how is not How.NONE
    return is_near and _DIGITS.findall(fold(words)) == _DIGITS.findall(fold(label))


def note_behind(text: str, label: str) -> str:
    """What follows a label on its line and is a note, no further word of it; "" where nothing does."""
    said, wanted = fold(_NUMBERED.sub("", _first_line(text))), fold(label)
    rest = said.removeprefix(wanted)
    return rest if said.startswith(wanted) and _NOTE.match(rest) else ""


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].strip()


def _column_of(texts: _Texts, wanted: set[str]) -> tuple[int, dict[int, str]]:
    """The column in which most of the wanted texts stand, and these by row."""
    counted = Counter(column for (_, column), text in sorted(texts.items()) if text in wanted)
    column = max(counted, key=lambda c: counted[c], default=0)
    return column, {row: text for (row, c), text in texts.items() if c == column and text in wanted}
