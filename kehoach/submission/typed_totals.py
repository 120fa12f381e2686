"""KT-23, KT-24: totals that stand in a returned table (dòng tổng trong bảng), ours or typed.

They are never used, the report adds up itself; one that says something else tells of a slip in a row.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from kehoach.finding import Finding, Place, Severity
from kehoach.form.model import FormSection, Located
from kehoach.office.model import CellKind, RawCell, RawSheet
from kehoach.office.references import read_cell
from kehoach.submission.model import State
from kehoach.submission.read_file import ReadFile
from kehoach.submission.skipped_texts import skipped_texts, skips
from kehoach.vi.names import fold
from kehoach.vi.numbers import print_number

_LABEL = re.compile(r"(?:cong|tong|t\.? ?c\.?|tong cong|tong so|toan xa|(?:cong|tong) toan xa)[:.]?")


def typed_totals(file: ReadFile) -> Iterator[Finding]:
    """A finding a total that is not the sum of its answers; one a row that was typed and is right."""
    typed: dict[Place, int] = {}
    for section in (s for s in file.form.sections if s.total_row):
        for sheet, answers, column in _columns(file, section):
            for cell in _totals(sheet, answers, column):
                found = _checked(file, sheet, cell, answers)
                if found:
                    yield found
                elif cell.formula is None and not file.workbook.is_old:
                    typed.setdefault(file.at(sheet.name, f"A{cell.row}"), cell.row)
    for place, row in typed.items():
        say = f"Dòng {row} là dòng tổng gõ thêm, không tính là một nơi."
        yield Finding("KT-23", Severity.NOTED, place, "", say, "Không phải làm gì.")


def _columns(file: ReadFile, section: FormSection) -> Iterator[tuple[RawSheet, list[Located], int]]:
    """The answers of each element that can be added up, with the sheet and column they stand in."""
    for code in dict.fromkeys(f.element.code for f in section.fields if f.element.kind.is_number):
        answers = [file.certain[f.name] for f in section.fields if f.element.code == code and f.name in file.certain]
        places = {(a.sheet, read_cell(a.ref)[1]) for a in answers}
        sheet = file.workbook.sheet(answers[0].sheet) if len(places) == 1 else None
        if sheet:
            yield sheet, answers, read_cell(answers[0].ref)[1]


def _totals(sheet: RawSheet, answers: Sequence[Located], column: int) -> Iterator[RawCell]:
    """Numbers in the column, on rows that say "Cộng" or the like."""
    rows = {read_cell(a.ref)[0] for a in answers}
    for row in sorted(total_rows(sheet) - rows):
        cell = sheet.at(row, column)
        if cell and cell.kind is CellKind.NUMBER:
            yield cell


def total_rows(sheet: RawSheet) -> set[int]:
    """Rows with a cell that says "Cộng", "Toàn xã" or the like, and nothing else."""
    texts = (c for c in sheet.cells.values() if c.kind is CellKind.TEXT)
    return {c.row for c in texts if _LABEL.fullmatch(fold(str(c.value)))}


def _checked(file: ReadFile, sheet: RawSheet, cell: RawCell, answers: Sequence[Located]) -> Finding | None:
    values = [file.value(a) for a in answers]
    known = [v.number for v in values if v.number is not None]
    is_unclear = any(v.state in (State.UNREADABLE, State.SET_ASIDE) for v in values)
    assert isinstance(cell.value, int | Decimal)
    right = sum(known, Fraction(0))
    if is_unclear or not known or cell.value == right:
        return None
    place = file.at(sheet.name, cell.ref)
    if skipped := skipped_texts(sheet, cell):
        return skips(place, cell, skipped)
    say = (
        f"“{cell.ref}” ghi tổng là {print_number(cell.value)}, các dòng cộng lại là {print_number(right)}; "
        f"báo cáo dùng {print_number(right)}."
    )
    return Finding("KT-24", Severity.LOOK, place, str(cell.value), say, "Xem dòng nào ghi nhầm.")
