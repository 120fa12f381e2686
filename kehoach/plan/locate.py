"""Where the plan's tables stand in a workbook (tìm bảng): sheets by name, columns by header, rows by what they say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach.finding import Finding, Place
from kehoach.office.model import RawCell, RawSheet, RawWorkbook, cell_ref
from kehoach.plan.columns import Sheet
from kehoach.plan.mistakes import CELL_ERROR, EXTRA_COLUMN, NO_COLUMN, NO_SHEET, did_you_mean
from kehoach.plan.sheets import SHEETS
from kehoach.plan.table import HEADER, Book, Row
from kehoach.plan.typed import is_broken, typed_text
from kehoach.vi.names import fold, tidy

HEADER_ROWS = 60
"""How far down a header row is looked for."""
REQUIRED_MARK = "*"
"""Stands after the header of a column that must be filled in."""


@dataclass(frozen=True)
class Located:
    """Bảng tìm được: a sheet's rows, what is wrong with its outside, and the keys of columns that are not there."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    absent: frozenset[str]


def locate_book(workbook: RawWorkbook, file: str) -> tuple[Book, tuple[Finding, ...]]:
    """All tables of a plan workbook, and what is wrong with their outside (KP-02 … KP-04, KP-50)."""
    found = {sheet.key: _located(sheet, workbook, file) for sheet in SHEETS}
    absent = frozenset((key, column) for key, table in found.items() for column in table.absent)
    book = Book({key: table.rows for key, table in found.items()}, absent, file)
    return book, tuple(finding for table in found.values() for finding in table.findings)


def _located(sheet: Sheet, workbook: RawWorkbook, file: str) -> Located:
    raw = next((r for r in workbook.sheets if fold(r.name) == fold(sheet.name)), None)
    if raw is None:
        hint = did_you_mean(sheet.name, _unclaimed(workbook))
        missing = NO_SHEET.at(Place(file=file), name=sheet.name, hint=hint)
        return Located((), (missing,), frozenset(column.key for column in sheet.columns))
    return _table(_Area(sheet, raw, file))


def _unclaimed(workbook: RawWorkbook) -> tuple[str, ...]:
    known = {fold(sheet.name) for sheet in SHEETS}
    return tuple(raw.name for raw in workbook.sheets if fold(raw.name) not in known)


@dataclass(frozen=True)
class _Area:
    """One sheet as it is meant and as it lies in the file."""

    sheet: Sheet
    raw: RawSheet
    file: str

    def place(self, row: int, column: int) -> Place:
        return Place(file=self.file, sheet=self.raw.name, cell=cell_ref(row, column))

    @property
    def by_row(self) -> Mapping[int, list[RawCell]]:
        rows: dict[int, list[RawCell]] = {}
        for cell in sorted(self.raw.cells.values(), key=lambda c: (c.row, c.column)):
            rows.setdefault(cell.row, []).append(cell)
        return rows


def _table(area: _Area) -> Located:
    by_row = area.by_row
    header_row = max(by_row, key=lambda n: (_score(area.sheet, by_row[n]), -n), default=0)
    headers = by_row.get(header_row, [])
    columns = _columns(area.sheet, headers)
    rows = tuple(_rows(area, {n: cells for n, cells in by_row.items() if n > header_row}, columns, header_row))
    absent = frozenset(c.key for c in area.sheet.columns) - set(columns.values())
    findings = (*_outside(area, headers, columns, absent), *_broken(area, by_row, columns, header_row))
    return Located(rows, findings, absent)


def _score(sheet: Sheet, cells: list[RawCell]) -> int:
    """How many of the sheet's headers a row holds; a title further down never wins over the first."""
    if cells[0].row > HEADER_ROWS:
        return 0
    return len({fold(c.header) for c in sheet.columns} & {fold(header_text(cell)) for cell in cells})


def header_text(cell: RawCell) -> str:
    """A header without the mark of required columns."""
    return tidy(typed_text(cell).rstrip(f" {REQUIRED_MARK}"))


def _columns(sheet: Sheet, headers: list[RawCell]) -> dict[int, str]:
    """Column number → key (open columns: their header); the first where a header stands twice."""
    known = {fold(column.header): column.key for column in sheet.columns}
    found: dict[int, str] = {}
    for cell in headers:
        text = header_text(cell)
        key = known.get(fold(text)) or (text if sheet.open_column else "")
        if key and key not in found.values():
            found[cell.column] = key
    return found


def _rows(
    area: _Area, by_row: Mapping[int, list[RawCell]], columns: Mapping[int, str], header_row: int
) -> Iterator[Row]:
    places = {(area.sheet.key, HEADER, key): area.place(header_row, column) for column, key in columns.items()}
    index = 0
    for number, cells in by_row.items():
        texts = {columns[c.column]: typed_text(c) for c in cells if c.column in columns}
        here = {(area.sheet.key, index, key): area.place(number, column) for column, key in columns.items()}
        row = Row.of(area.sheet, index, texts, places | here)
        if row.says_something and not _explains(row):
            yield row
            index += 1


def _explains(row: Row) -> bool:
    """Whether it is the row of explanations under the headers."""
    notes = {fold(text) for text in (*(c.explanation for c in row.sheet.columns), row.sheet.open_column) if text}
    return any(fold(text) in notes for text in row.texts.values())


def _outside(
    area: _Area, headers: list[RawCell], columns: Mapping[int, str], absent: frozenset[str]
) -> Iterator[Finding]:
    unused = [cell for cell in headers if cell.column not in columns and header_text(cell)]
    known = {fold(column.header) for column in area.sheet.columns}
    strange = tuple(text for cell in headers if fold(text := header_text(cell)) not in known)
    for column in area.sheet.columns:
        if column.key in absent and column.is_required:
            hint = did_you_mean(column.header, strange)
            yield NO_COLUMN.at(Place(file=area.file, sheet=area.raw.name), name=column.header, hint=hint)
    missing = tuple(area.sheet.column(key).header for key in sorted(absent))
    for cell in unused:
        hint = did_you_mean(header_text(cell), missing)
        yield EXTRA_COLUMN.at(area.place(cell.row, cell.column), header_text(cell), hint=hint)


def _broken(
    area: _Area, by_row: Mapping[int, list[RawCell]], columns: Mapping[int, str], header_row: int
) -> Iterator[Finding]:
    for number, cells in by_row.items():
        for cell in cells if number >= header_row else ():
            if cell.column in columns and is_broken(cell):
                yield CELL_ERROR.at(area.place(number, cell.column), cell.formula or str(cell.value))
