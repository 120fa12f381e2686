"""One worksheet's part → `RawSheet` (đọc trang tính): sparse, in one pass; only cells with content are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kehoach.office.contents import SheetEntry
from kehoach.office.model import CellKind, RawCell, RawSheet, Sight, UnreadableFile
from kehoach.office.references import DIGITS, LAST_COLUMN, LAST_ROW, Area, read_area, read_cell, shift
from kehoach.office.strings import Text, TextEvents, checked
from kehoach.office.styles import CellStyle
from kehoach.office.values import Value, read_number, typed
from kehoach.office.xml import Begun, Ended, parse_by_name, whole

MOST_CELLS = 200_000
"""Cells with content in one sheet: 187,986 were the most seen in 2,743 public workbooks."""

MOST_MERGES = 20_000
"""Merged areas of one sheet: 1,654 were the most seen, and each is held against every answer."""

MOST_SHARED_FORMULA_TEXT = 5_000_000
"""Characters written out for cells that share a formula: a few bytes in the file can ask for gigabytes."""

_PLAIN = CellStyle()
_Content = tuple[CellKind, Value, str, bool]
_BLANK, _NUMBER, _TEXT = CellKind.BLANK, CellKind.NUMBER, CellKind.TEXT
"""Looking a kind up in its enumeration would cost more than reading the number."""
_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sheet's cells point at: shared strings, styles, and the kind of dates."""

    strings: tuple[Text, ...]
    styles: tuple[CellStyle, ...]
    is_1904: bool


def read_sheet(data: bytes, entry: SheetEntry, surroundings: Surroundings) -> RawSheet:
    """Raises UnreadableFile for XML that is no sheet, and beyond the limits."""
    events = _SheetEvents(surroundings)
    parse_by_name(data, events.begun, events.ended, events.text.pieces)
    if not events.is_sheet:
        raise UnreadableFile("damaged", f"{entry.part} is no worksheet")
    last = max((column for _, column in events.cells), default=0)
    return RawSheet(
        entry.name,
        events.cells,
        entry.state,
        tuple(events.merged),
        frozenset(events.hidden_rows),
        _columns(events.hidden_columns, last),
        events.has_filter,
    )


def _columns(ranges: Iterable[tuple[int, int]], last: int) -> frozenset[int]:
    """Hidden columns as far as cells go: "hide the rest" reaches to column XFD."""
    columns: set[int] = set()
    done = 0
    for first, final in sorted(ranges):
        columns.update(range(max(first, done + 1), min(final, last) + 1))
        done = max(done, min(final, last))
    return frozenset(columns)


class _SheetEvents:
    """The state between events: where the next cell stands, and what of the present one has been seen."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.cells: dict[tuple[int, int], RawCell] = {}
        self.merged: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.has_filter = False
        self.is_sheet = False
        self.text = TextEvents()
        self._around = surroundings
        self._row = self._row_begun = self._column = 0
        self._digits = "0"
        self._columns: dict[str, int] = {}
        self._cell: dict[str, str] = {}
        self._value: str | None = None
        self._inline: Text | None = None
        self._formula: str | None = None
        self._shared: str | None = None
        self._masters: dict[str, tuple[int, int, str]] = {}
        self._shared_text = 0
        self._looks: dict[str, CellStyle] = {}
        self.begun: Mapping[str, Begun] = {
            **self.text.begun,
            "worksheet": self._start_sheet,
            "row": self._start_row,
            "c": self._start_cell,
            "v": self._start_text,
            "f": self._start_formula,
            "col": self._start_column,
            "mergeCell": self._merge,
            "autoFilter": self._filter,
        }
        self.ended: Mapping[str, Ended] = {
            **self.text.ended,
            "c": self._finish,
            "v": self._end_value,
            "f": self._end_formula,
            "is": self._end_inline,
        }

    def _start_sheet(self, _attributes: dict[str, str]) -> None:
        self.is_sheet = True

    def _filter(self, _attributes: dict[str, str]) -> None:
        self.has_filter = True

    def _start_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE:
            self.hidden_columns.append(_span(attributes))

    def _start_text(self, _attributes: dict[str, str]) -> None:
        self.text.pieces.clear()

    def _end_value(self) -> None:
        self._value = "".join(self.text.pieces)

    def _end_inline(self) -> None:
        self._inline = self.text.whole()

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self.text.pieces.clear()
        self._shared = attributes.get("si") if attributes.get("t") == "shared" else None

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        self._value = self._formula = self._inline = None
        ref = attributes.get("r")
        # Nearly every cell stands in the row it says, below a column that was met before.
        column = self._columns.get(ref.removesuffix(self._digits)) if ref else None
        if column:
            self._row, self._column = self._row_begun, column
        elif ref:
            self._row, self._column = read_cell(ref)
            self._columns[ref.rstrip(DIGITS)] = self._column
        else:
            self._row, self._column = max(self._row, 1), self._column + 1
            if self._column > LAST_COLUMN:
                raise UnreadableFile("dangerous", "a row beyond the last column")

    def _start_row(self, attributes: dict[str, str]) -> None:
        digits = attributes.get("r")
        row = self._row + 1 if digits is None else whole(digits, 0)
        if not 1 <= row <= LAST_ROW:
            raise UnreadableFile("dangerous", f"row {row}")
        self._row = self._row_begun = row
        self._digits, self._column = str(row), 0
        if attributes.get("hidden") in _TRUE:
            self.hidden_rows.add(row)

    def _merge(self, attributes: dict[str, str]) -> None:
        if len(self.merged) >= MOST_MERGES:
            raise UnreadableFile("dangerous", "too many merged cells")
        self.merged.append(read_area(attributes.get("ref", "")))

    def _end_formula(self) -> None:
        formula = checked("".join(self.text.pieces))
        if self._shared is not None:
            if formula:
                self._masters[self._shared] = (self._row, self._column, formula)
            elif self._shared in self._masters:
                formula = self._follow(*self._masters[self._shared])
        self._formula = formula

    def _follow(self, row: int, column: int, formula: str) -> str:
        self._shared_text += len(formula)
        if self._shared_text > MOST_SHARED_FORMULA_TEXT:
            raise UnreadableFile("dangerous", "shared formulas too long")
        return shift(formula, self._row - row, self._column - column)

    def _finish(self) -> None:
        if self._value is None and self._formula is None and self._inline is None:
            return
        style = self._looks.get(self._cell.get("s", "0")) or self._style(self._cell.get("s", "0"))
        kind, value, font, is_struck = self._content(style)
        if kind is _BLANK and self._formula is None:
            return
        place = row, column = self._row, self._column
        if place in self.cells or len(self.cells) >= MOST_CELLS:
            raise UnreadableFile("damaged" if place in self.cells else "too-big", f"cell {place}")
        font, sight = font or style.font, Sight.STRUCK if is_struck else style.sight
        self.cells[place] = RawCell(row, column, kind, value, self._formula, style.number_format, font, sight)

    def _style(self, digits: str) -> CellStyle:
        number = whole(digits, -1)
        styles = self._around.styles
        style = self._looks[digits] = styles[number] if 0 <= number < len(styles) else _PLAIN
        return style

    def _content(self, style: CellStyle) -> _Content:
        """Kind, value, the font of formatted text, and whether a part of it is crossed out."""
        kind, text = self._cell.get("t", "n"), self._value
        if kind == "n" and text and not style.as_date and (number := read_number(text)) is not None:
            return _NUMBER, number, "", False
        if kind == "s":
            return self._shared_string()
        if kind == "inlineStr" and self._inline is not None:
            return self._text(self._inline)
        if text is None or (kind != "str" and not text.strip()):
            return _BLANK, None, "", False
        if kind in ("str", "inlineStr"):
            return self._text(Text(checked(text)))
        return (*typed(kind, checked(text), style.as_date, self._around.is_1904), "", False)

    def _shared_string(self) -> _Content:
        digits = (self._value or "").strip()
        if not digits:
            return _BLANK, None, "", False
        number = whole(digits, -1)
        if not 0 <= number < len(self._around.strings):
            # The index must not pass for a number somebody typed.
            return CellKind.ERROR, "#REF!", "", False
        return self._text(self._around.strings[number])

    def _text(self, text: Text) -> _Content:
        empty = not text.text and self._formula is None
        return (_BLANK, None, "", False) if empty else (_TEXT, *text)


def _span(attributes: dict[str, str]) -> tuple[int, int]:
    return whole(attributes.get("min", ""), 1), min(whole(attributes.get("max", ""), 0), LAST_COLUMN)
