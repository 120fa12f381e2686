"""The draft of a plan workbook (bản nháp): rows of text, and beside each imported cell what is to be known of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kehoach.finding import Finding
from kehoach.plan.columns import Sheet
from kehoach.plan.sheets import SHEETS
from kehoach.plan.signed.model import Said
from kehoach.plan.spell import TypedRow


class Standing(StrEnum):
    """Ô này từ đâu: named by what the officer has to do."""

    FROM_PLAN = "theo kế hoạch"
    USUAL = "theo danh mục, quy định"
    UNSURE = "xem lại"
    ASKED = "điền vào"

    @property
    def waits(self) -> bool:
        """Whether somebody has to look."""
        return self in (Standing.UNSURE, Standing.ASKED)


@dataclass(frozen=True)
class Mark:
    """Ghi chú của một ô: where it stands and why: the sentence of the plan, or what is missing."""

    standing: Standing
    why: str


@dataclass(frozen=True)
class Cell:
    """Ô: its text, and its mark if it has one."""

    text: str
    mark: Mark | None = None


CellPlace = tuple[str, int, str]
"""Sheet key, index of the row, column key."""


@dataclass(frozen=True)
class Draft:
    """Bản nháp: rows by sheet, marks by cell, and the slips of the plan itself (KP-1xx)."""

    rows: Mapping[str, list[TypedRow]]
    marks: Mapping[CellPlace, Mark]
    slips: tuple[Finding, ...] = ()

    def waiting(self) -> Iterator[tuple[CellPlace, Mark]]:
        """Cells that somebody has to fill in or look at, in the order of sheets and rows."""
        return ((place, mark) for place, mark in self.marks.items() if mark.standing.waits)

    def count(self, standing: Standing) -> int:
        """How many cells stand so."""
        return sum(mark.standing is standing for mark in self.marks.values())


def from_plan(said: Said, missing: str = "") -> Cell:
    """A cell of the plan; where the plan says nothing, one that asks (`missing` says what for), or a blank one."""
    if said:
        return Cell(said.text, Mark(Standing.FROM_PLAN if said.is_sure else Standing.UNSURE, said.source))
    return asked(missing) if missing else Cell("")


def asked(why: str) -> Cell:
    """A blank cell that the officer fills in."""
    return Cell("", Mark(Standing.ASKED, why))


def proposed(text: str, why: str) -> Cell:
    """A value that the plan does not say, for the officer to look at."""
    return Cell(text, Mark(Standing.UNSURE, why))


def usual(text: str, why: str) -> Cell:
    """A value out of the catalogue or a rule of law."""
    return Cell(text, Mark(Standing.USUAL, why))


@dataclass
class Sheets:
    """Trang đang viết: rows and marks as they are made."""

    rows: dict[str, list[TypedRow]] = field(default_factory=dict)
    marks: dict[CellPlace, Mark] = field(default_factory=dict)

    def add(self, sheet: Sheet, cells: Mapping[str, Cell | str]) -> None:
        """One more row; blank cells without a mark are left out."""
        rows = self.rows.setdefault(sheet.key, [])
        typed: TypedRow = {}
        for key, cell in cells.items():
            made = Cell(cell) if isinstance(cell, str) else cell
            if made.text or made.mark:
                typed[key] = made.text
            if made.mark:
                self.marks[(sheet.key, len(rows), key)] = made.mark
        rows.append(typed)

    def put(self, sheet: Sheet, index: int, key: str, cell: Cell) -> None:
        """One cell of a row that is there."""
        self.rows[sheet.key][index][key] = cell.text
        if cell.mark:
            self.marks[(sheet.key, index, key)] = cell.mark

    def draft(self, slips: tuple[Finding, ...]) -> Draft:
        """What was written, its marks in the order of sheets and rows."""
        order = {sheet.key: number for number, sheet in enumerate(SHEETS)}
        marks = dict(sorted(self.marks.items(), key=lambda item: (order[item[0][0]], item[0][1])))
        return Draft(self.rows, marks, slips)

    def codes(self, sheet: Sheet) -> set[str]:
        """First cells of the rows so far."""
        return {row.get(sheet.columns[0].key, "") for row in self.rows.get(sheet.key, [])}
