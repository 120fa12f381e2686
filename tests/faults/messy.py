"""A quarter in which every thôn made three faults: how many questions does the officer meet?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.finding import Finding, Severity
from kehoach.folder import WorkingFolder
from kehoach.plan.read import read_plan
from kehoach.road import reviews_until
from tests.form.returned import type_in

PERIOD = "2023-Q4"
FAULTS_EACH = 3


@dataclass(frozen=True)
class Count:
    """What stands in kiem-tra.xlsx: to answer, to look at, only listed."""

    questions: int
    looks: int
    noted: int


def _typed(name: str, content: object) -> Callable[[Workbook], None]:
    return lambda workbook: type_in(workbook, name, content)


def _cell(workbook: Workbook, name: str) -> tuple[Worksheet, int]:
    [(sheet, ref)] = workbook.defined_names[name].destinations
    found = workbook[sheet]
    assert isinstance(found, Worksheet)
    return found, int(ref.rpartition("$")[2])


def _hidden(workbook: Workbook) -> None:
    sheet, row = _cell(workbook, "giai_tt")
    sheet.row_dimensions[row].hidden = True


def _beside(workbook: Workbook) -> None:
    sheet, row = _cell(workbook, "buoi_vn")
    sheet.cell(row, 12).value = "có cả đội của trường"


def _swapped(workbook: Workbook) -> None:
    sheet, one = _cell(workbook, "dvn")
    _, other = _cell(workbook, "clb_tdtt")
    for column in (1, 5):
        first, second = sheet.cell(one, column), sheet.cell(other, column)
        first.value, second.value = second.value, first.value


FAULTS: tuple[Callable[[Workbook], None], ...] = (
    _typed("luot_nghe", "215 lượt"),
    _typed("nguoi_tham_gia", "khoảng 350"),
    _typed("dam_cuoi_vm", 99),
    _typed("dam_tang", "-"),
    _typed("kp_dan", 150_000_000),
    _typed("tong_khau", None),
    _typed("nvh", "x"),
    _typed("ho_dk", 999),
    _hidden,
    _typed("san_tt", "nt"),
    _beside,
    _typed("buoi_tt", "1O"),
    _swapped,
    _typed("luot_tham_gia", "=100+200"),
    _typed("gd_the_thao", -4),
    _typed("huong_uoc", "đang sửa"),
)


def spoil_all(folder: Path) -> int:
    """Three faults in each thôn's workbook of the period, other ones in each; how many in all."""
    files = sorted((folder / "input_templates" / PERIOD).glob("T0*.xlsx"))
    for number, path in enumerate(files):
        workbook = openpyxl.load_workbook(path)
        for step in range(FAULTS_EACH):
            FAULTS[(number * FAULTS_EACH + step) % len(FAULTS)](workbook)
        workbook.save(path)
    return len(files) * FAULTS_EACH


def findings(folder: Path) -> dict[str, tuple[Finding, ...]]:
    """All that is said of each period, up to `PERIOD`."""
    working = WorkingFolder(folder)
    plan = read_plan(working.plan)
    reviews = reviews_until(working, plan, plan.period(PERIOD))
    return {review.accepted.period.code: review.findings for review in reviews}


def counted(found: tuple[Finding, ...]) -> Count:
    """How many wait, how many are to be looked at, how many are only listed."""
    closed = [f.severity for f in found if not f.open]
    return Count(sum(f.open for f in found), closed.count(Severity.LOOK), closed.count(Severity.NOTED))
