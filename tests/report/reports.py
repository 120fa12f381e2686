"""Reports of the tiny commune as plain words, for the tests of this room."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kehoach.assessment.assess import assess
from kehoach.assessment.issued import Issued
from kehoach.assessment.model import Assessment
from kehoach.dataset.frame import frame_of, rows_of
from kehoach.plan.model import Plan
from kehoach.plan.period import PeriodChoice
from kehoach.plan.section import SentencePattern
from kehoach.report.model import Block, Fact, Heading, Paragraph, Report, Table, Text, plain
from kehoach.review.obey import FROM_LAST
from tests.reviewed import Given, review_of
from tests.tiny import tiny_plan

Q1, SECOND = "2023-Q1", "2023-Q2"
FIRST_QUARTER: dict[str, dict[str, Given]] = {
    "tong_ho": {"T01": 100, "T02": 120, "T03": 80},
    "ho_dk": {"T01": 90, "T02": 110, "T03": 70},
    "buoi_tt": {"T01": 1, "T02": 2, "T03": 3},
    "kinh_phi": {"T01": Decimal("1.5"), "T02": Decimal(2), "T03": Decimal(0)},
    "nvh": {"T01": 1, "T02": 0, "T03": 1},
    "van_ban": {"X": 3},
    "cq_dat": {"C01": 1, "C02": 1},
    "trang_thai": {"nv1": "đang làm", "nv2": "đang làm"},
    "uu_diem": {"d1": "Phong trào được hưởng ứng"},
}
HALF_YEAR: dict[str, dict[str, Given]] = {
    **FIRST_QUARTER,
    "ho_cn": {"T01": 86, "T02": 103, "T03": 68},
    "qd_so": {"X": "15/QĐ-UBND"},
    "qd_ngay": {"X": date(2023, 6, 1)},
    "trang_thai": {"nv1": "đã xong", "nv2": "đang làm"},
    "minh_chung": {"nv1": "Kế hoạch số 4/KH-BCĐ"},
}


def assessed(
    values: Mapping[str, Mapping[str, Given]],
    period: str = SECOND,
    plan: Plan | None = None,
    earlier: Mapping[str, Mapping[str, Given]] | None = FIRST_QUARTER,
    issued: tuple[Issued, ...] = (),
    **more: object,
) -> Assessment:
    plan = plan or tiny_plan()
    before = {Q1: earlier} if earlier is not None and period == SECOND else None
    return assess(plan, review_of(plan, period, values, before, **more), issued)  # type: ignore[arg-type]


def with_last_numbers(
    names: set[tuple[str, str]], values: dict[str, dict[str, Given]], plan: Plan | None = None
) -> Assessment:
    """The half year with last quarter's answers used for some names, as the officer's answer has it."""
    plan = plan or tiny_plan()
    review = review_of(plan, "2023-Q2", values, {Q1: FIRST_QUARTER})
    rows = [
        (period, replace(v, source=FROM_LAST) if period == "2023-Q2" and (v.element, v.subject) in names else v)
        for period, v in rows_of(review.accepted)
    ]
    return assess(plan, replace(review, accepted=replace(review.accepted, by_value=frame_of(rows))))


def pattern(code: str, text: str, section: str = "chi_dao", **more: object) -> SentencePattern:
    return SentencePattern(code, section, text, PeriodChoice(), **more)  # type: ignore[arg-type]


def block(report: Report, name: str) -> Block:
    every = [*report.blocks, *(b for a in report.annexes for b in a.blocks)]
    return {b.id: b for b in every}[name]


def words(report: Report, name: str) -> str:
    found = block(report, name)
    assert isinstance(found, Heading | Paragraph)
    return plain(found.text)


def names(report: Report) -> list[str]:
    return [b.id for b in report.blocks]


def rows(table: Block) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[plain(cell) for cell in row] for row in table.rows]


def texts(report: Report) -> list[Text]:
    """Every text of the body and the annexes."""
    found: list[Text] = []
    for each in (*report.blocks, *(b for a in report.annexes for b in a.blocks)):
        found += [cell for row in each.rows for cell in row] if isinstance(each, Table) else [each.text]
    return found


def facts(report: Report) -> list[Fact]:
    return [piece for text in texts(report) for piece in text if isinstance(piece, Fact)]
