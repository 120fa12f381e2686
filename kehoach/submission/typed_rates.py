"""KT-51: a rate typed over the one that the form works out (gõ đè tỷ lệ tự tính), and other than the counts say.

Never used: the report divides itself.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from kehoach.finding import Finding, Severity
from kehoach.form.model import Rate
from kehoach.office.model import CellKind, RawCell, RawSheet
from kehoach.office.references import read_cell
from kehoach.submission.read_file import ReadFile
from kehoach.vi.handwriting import Slip
from kehoach.vi.names import fold
from kehoach.vi.numbers import print_number, print_percent
from kehoach.vi.typed_number import read_typed_rate

NEAR = Fraction(5, 1000)
"""Half a point of a percentage: nearer than that, only the rounding differs."""
_MOST = Fraction(3, 2)
"""Above it, a rate was typed in percent."""


def typed_rates(file: ReadFile) -> Iterator[Finding]:
    """One finding a rate. A file of old Excel does not say what was typed and what worked out."""
    for rate in (r for section in file.form.sections for r in section.rates if not file.workbook.is_old):
        cell = _typed_over(file, rate)
        if cell and (found := _checked(file, rate, *cell)):
            yield found


def _typed_over(file: ReadFile, rate: Rate) -> tuple[RawSheet, RawCell] | None:
    """What somebody typed in place of the formula: in the column of the answers, next below the one it divides."""
    answer = file.certain.get(rate.top)
    sheet = file.workbook.sheet(answer.sheet) if answer else None
    if not (answer and sheet):
        return None
    row, column = read_cell(answer.ref)
    labels = (c for c in sheet.cells.values() if c.kind is CellKind.TEXT and fold(str(c.value)) == fold(rate.label))
    below = min((c.row for c in labels if c.row > row), default=0)
    cell = sheet.at(below, column)
    return (sheet, cell) if cell and cell.formula is None else None


def _checked(file: ReadFile, rate: Rate, sheet: RawSheet, cell: RawCell) -> Finding | None:
    answers = [file.certain.get(name) for name in (rate.top, rate.bottom)]
    top, bottom = (file.value(a).number if a else None for a in answers)
    said = _rate(cell)
    if top is None or not bottom or said is None or abs(said - top / bottom) <= NEAR:
        return None
    counted = f"{print_number(top)}/{print_number(bottom)} = {print_percent(top / bottom)}"
    say = f"“{rate.label}” ghi {print_percent(said)}, tính lại {counted}; báo cáo dùng số tính lại."
    return Finding("KT-51", Severity.LOOK, file.at(sheet.name, cell.ref), str(cell.value), say, "Xem lại hai số lượng.")


def _rate(cell: RawCell) -> Fraction | None:
    """What a person meant: 0,86 and 86 and "86%" are one."""
    if cell.kind is CellKind.TEXT:
        reading = read_typed_rate(str(cell.value))
        if isinstance(reading.value, Fraction) and reading.slip is Slip.PERCENT:
            return reading.value
        value = reading.value if isinstance(reading.value, Fraction) else None
    else:
        value = Fraction(cell.value) if isinstance(cell.value, int | Decimal) else None
    return value / 100 if value is not None and value > _MOST else value
