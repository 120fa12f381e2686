"""KT-25: a SUM passes over cells with text (công thức cộng bỏ sót ô chữ): of 10 and "12 hộ" Excel makes 10."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from kehoach.finding import Finding, Place, Severity
from kehoach.office.model import CellKind, RawCell, RawSheet
from kehoach.office.references import read_target
from kehoach.submission.read_file import ReadFile
from kehoach.vi.keystrokes import plain_text
from kehoach.vi.numbers import print_number

_SUM = re.compile(r"\bSUM\(([^()!]*)\)", re.IGNORECASE)
_AREA = re.compile(r"\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?", re.IGNORECASE)
_COUNTED = re.compile(r"(\d{1,15})(?: [^\d]*)?")


def skipped_in_answers(file: ReadFile) -> Iterator[Finding]:
    """One finding an answer that is such a sum; its stored value is used."""
    for answer in file.certain.values():
        sheet, cell = file.workbook.sheet(answer.sheet), answer.cell
        if sheet and cell and (skipped := skipped_texts(sheet, cell)):
            yield skips(file.at(answer.sheet, answer.ref), cell, skipped, answer.element, answer.subject)


def skipped_texts(sheet: RawSheet, cell: RawCell) -> tuple[RawCell, ...]:
    """Cells that a SUM of this cell passes over, although somebody typed a number in them; () for no sum."""
    if cell.formula is None or not isinstance(cell.value, int | Decimal):
        return ()
    areas = [read_target(f"x!{a}") for call in _SUM.findall(cell.formula) for a in _AREA.findall(call)]
    return tuple(
        each
        for top, left, bottom, right in (area[1] for area in areas if area)
        for (row, column), each in sheet.cells.items()
        if top <= row <= bottom and left <= column <= right and _typed(each) is not None
    )


def skips(place: Place, cell: RawCell, skipped: Sequence[RawCell], element: str = "", subject: str = "") -> Finding:
    """The finding about the sum in `cell`."""
    assert isinstance(cell.value, int | Decimal)
    whole = Fraction(cell.value) + sum((n for c in skipped if (n := _typed(c)) is not None), 0)
    shown = "; ".join(f"{c.ref} “{c.value}”" for c in skipped)
    say = (
        f"Công thức ở ô {cell.ref} ra {print_number(cell.value)} vì bỏ sót ô có chữ ({shown}); "
        f"tính cả là {print_number(whole)}."
    )
    do = "Sửa ô chữ thành số, hoặc ghi số đúng."
    return Finding("KT-25", Severity.LOOK, place, str(cell.value), say, do, element, subject)


def _typed(cell: RawCell) -> int | None:
    """The number at the head of a text; None for a number, and for text without one."""
    match = _COUNTED.fullmatch(plain_text(str(cell.value))) if cell.kind is CellKind.TEXT else None
    return int(match[1]) if match else None
