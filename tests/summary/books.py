"""Totals workbooks of the tiny commune, and reading them with other code than wrote them."""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from kehoach.assessment.assess import assess
from kehoach.assessment.model import Assessment
from kehoach.plan.model import Plan
from kehoach.summary.write import summary_workbook
from tests.reviewed import Given, review_of
from tests.tiny import tiny_plan

Values = Mapping[str, Mapping[str, Given]]
WHOLE: Values = {
    "tong_ho": {"T01": 100, "T02": 120, "T03": 80},
    "ho_cn": {"T01": 86, "T02": 103, "T03": 69},
    "nvh": {"T01": 1, "T02": 0, "T03": 1},
    "cq_dat": {"C01": 1, "C02": 1},
    "qd_so": {"X": "15/QĐ-UBND"},
    "qd_ngay": {"X": "01/6/2023"},
}


def assessed(values: Values, plan: Plan | None = None, earlier: Mapping[str, Values] | None = None) -> Assessment:
    plan = plan or tiny_plan()
    return assess(plan, review_of(plan, "2023-Q2", values, earlier))


def written(assessment: Assessment) -> bytes:
    return summary_workbook(assessment, lambda period, file: f"../../input_templates/{period}/{file}")


def shown(data: bytes) -> Workbook:
    """As a program shows it that does not calculate."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def formulas(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(workbook: Workbook, sheet: str) -> list[dict[str, object]]:
    """Rows below the headers, by header."""
    head, *below = list(workbook[sheet].iter_rows(min_row=4, values_only=True))
    return [dict(zip(map(str, head), row, strict=True)) for row in below]


def differences(before: Path, after: Path) -> Iterator[str]:
    """Formula cells whose results differ, and that there is none at all."""
    formula, one, other = (
        openpyxl.load_workbook(p, data_only=d) for p, d in ((before, False), (before, True), (after, True))
    )
    count = 0
    for sheet in formula.worksheets:
        for cell in (c for row in sheet.iter_rows() for c in row if c.data_type == "f"):
            count += 1
            stored, found = (book[sheet.title][cell.coordinate].value for book in (one, other))
            if not _is_same(stored, found):
                yield f"{sheet.title}!{cell.coordinate}: {stored!r} stored, {found!r} worked out, {cell.value}"
    if not count:
        yield "no formula"


def _is_same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-9
    return (one or "") == (other or "") and type(one or "") is type(other or "")
