"""KT-30: what was written outside of the answer cells (ghi ngoài ô trả lời); not counted, so it must be seen.

Beside the form, below its last line, in a comment, in a text box, on a sheet of its own. Names and dates at the
signatures are no answers and stay unmentioned; so do our own comments.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kehoach.finding import Finding, Severity
from kehoach.form.grid import note_behind
from kehoach.form.head import IDENTITY, PREPARED, ROWS_TO_SIGN
from kehoach.form.layout import ANSWER, LABEL, MEASURE
from kehoach.form.live import DOUBTED
from kehoach.form.model import Shape
from kehoach.form.style import widths_of
from kehoach.office.model import CellKind, RawCell, RawSheet
from kehoach.office.notes import OUR_AUTHOR
from kehoach.office.references import read_cell
from kehoach.submission.read_file import ReadFile
from kehoach.submission.typed_totals import total_rows
from kehoach.vi.names import tidy
from kehoach.vi.quoted import shortened

MOST_QUOTED = 40
MOST_SHOWN = 6

_DIGIT = re.compile(r"\d")
_FEET = ((IDENTITY, 0), (PREPARED, ROWS_TO_SIGN))
"""How the last lines of a form begin, and how many rows below them it ends."""

Remark = tuple[str, str, str]
"""Sheet, cell ("" for a text box), text."""


@dataclass(frozen=True)
class _Area:
    """Vùng biểu on one returned sheet: its last row and column, where labels and units of measure stand, and where the
    form itself says what it doubts.
    """

    last_row: int
    last_column: int
    words: frozenset[tuple[int, int]]
    hints: frozenset[tuple[int, int]]

    def holds(self, cell: RawCell) -> bool:
        is_within = cell.row <= self.last_row and cell.column <= self.last_column
        if (cell.row, cell.column) in self.hints:
            return str(cell.value).startswith(DOUBTED)
        return is_within and not (cell.kind is CellKind.NUMBER and (cell.row, cell.column) in self.words)


def outside(file: ReadFile) -> Iterator[Finding]:
    """At most one finding a file."""
    found = [each for sheet in file.workbook.sheets if sheet.state == "visible" for each in _of_sheet(file, sheet)]
    if not found:
        return
    shown = "; ".join(f"{ref} “{shortened(tidy(text), MOST_QUOTED)}”".strip() for _, ref, text in found)
    places = [file.at(sheet, ref) for sheet, ref, _ in found]
    yield Finding(
        code="KT-30",
        severity=Severity.LOOK,
        place=places[0],
        read=found[0][2],
        say=f"{file.form.unit.name} ghi ngoài ô trả lời ({shown}); chưa được tính.",
        do="Cần tính thì ghi vào ô màu vàng hoặc vào nhap-ho.xlsx.",
        others=tuple(places[1:]),
    )


def _of_sheet(file: ReadFile, sheet: RawSheet) -> list[Remark]:
    """What is outside on one sheet, as far as it is shown."""
    area = _area(file, sheet)
    totals = total_rows(sheet)
    cells = sorted(sheet.cells.values(), key=lambda c: (c.row, c.column))
    typed = [c for c in cells if c.formula is None and c.row not in totals]
    beside = [c for c in typed if not area.holds(c)] if area else _numbers_elsewhere(file, sheet, typed)
    beside += _numbers_in_words(file, sheet)
    remarks = [(sheet.name, c.ref, str(c.value)) for c in beside if str(c.value).strip()]
    remarks += [(sheet.name, n.ref, n.text) for n in sheet.notes if n.author != OUR_AUTHOR]
    return remarks[:MOST_SHOWN]


def _numbers_elsewhere(file: ReadFile, sheet: RawSheet, typed: list[RawCell]) -> list[RawCell]:
    """The first number on a sheet that is none of the form's, nor a copy of one."""
    codes = {f.row_code for f in file.form.fields}
    is_ours = sheet.name in file.form.sheets or any(str(c.value) in codes for c in typed)
    return [] if is_ours else [c for c in typed if isinstance(c.value, int | Decimal)][:1]


def _numbers_in_words(file: ReadFile, sheet: RawSheet) -> list[RawCell]:
    """Numbers typed behind a label, or beside a unit of measure: "Tổng số hộ: 120", "120 hộ"."""
    found = []
    for section in (s for s in file.form.sections if s.shape is Shape.LIST):
        for field in section.fields:
            answer = file.certain.get(field.name)
            if answer is None or answer.sheet != sheet.name:
                continue
            row, column = read_cell(answer.ref)
            label, measure = (sheet.at(row, column + spot - ANSWER) for spot in (LABEL, MEASURE))
            if label and _DIGIT.search(note_behind(str(label.value), field.row_label)):
                found.append(label)
            if measure and measure.kind is CellKind.TEXT and str(measure.value) != field.element.measure:
                found += [measure] if _DIGIT.search(str(measure.value)) else []
    return found


def _area(file: ReadFile, sheet: RawSheet) -> _Area | None:
    """None for a sheet without answers."""
    fields = {f.name: f for f in file.form.fields}
    here = [(fields[a.key], read_cell(a.ref)) for a in file.located if a.ref and a.sheet == sheet.name]
    if not here:
        return None
    sections = [s for s in file.form.sections if s.sheet == here[0][0].sheet]
    own_rows = [row for s in sections for row in (s.total_row, *(r.row for r in s.rates), *(f.row for f in s.fields))]
    below = max(own_rows) - max(f.row for f, _ in here)
    shift = max(column - f.column for f, (_, column) in here)
    feet = [c.row + below for c in sheet.cells.values() for said, below in _FEET if str(c.value).startswith(said)]
    is_list = sections[0].shape is Shape.LIST and not shift
    return _Area(
        last_row=max(feet, default=0) or max(row for _, (row, _) in here) + below,
        last_column=max(c for s in sections for c in widths_of(s)) + shift,
        words=frozenset((row, c) for _, (row, _) in here for c in (LABEL, MEASURE) if is_list),
        hints=frozenset((row, s.hint_column + shift) for _, (row, _) in here for s in sections if s.hint_column),
    )
