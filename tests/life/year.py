"""A year of the tiny commune in which units and the plan change between the two quarters."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from kehoach.assessment.assess import assess
from kehoach.assessment.model import Assessment
from kehoach.plan.element import Element, ElementKind, Nature
from kehoach.plan.model import Plan
from kehoach.plan.unit import Unit
from kehoach.proof.read_back import read_back
from kehoach.report.compose import compose_report
from kehoach.report.model import Paragraph, Report, Table, plain
from kehoach.word.write import report_document
from tests.faults.commune import FIRST, SECOND, Commune, small_plan

LAST_DAY = date(2023, 3, 31)


def plan_with(*units: Unit, gone: dict[str, tuple[str, ...]]) -> Plan:
    """The small plan with new units, and units that end after the first quarter."""
    plan = small_plan()
    kept = tuple(replace(u, until=LAST_DAY, successors=gone[u.code]) if u.code in gone else u for u in plan.units)
    return replace(plan, units=(*kept, *units), elements={**plan.elements, "thon_dk": _registered()})


def new_unit(code: str, name: str) -> Unit:
    """A thôn that begins with the second quarter."""
    return replace(small_plan().unit("T01"), code=code, name=name, aliases=(), since=date(2023, 4, 1), base={})


def _registered() -> Element:
    """Asked once, at the start of the year."""
    first = small_plan().elements["nvh"]
    return replace(first, code="thon_dk", label="Thôn đăng ký", nature=Nature.REGISTERED, kind=ElementKind.YES_NO)


def changed_year(root: Path, plan: Plan, second: dict[str, dict[str, object]], titles: tuple[str, ...]) -> Commune:
    """Forms of both quarters sent back; `titles` are the units that the office gives a decision on."""
    office = {k: v for k, v in SECOND["VP"].items() if not k.startswith("ho_cn")}
    decided: dict[str, object] = {f"ho_cn.{unit}": 50 for unit in titles}
    return Commune(root, plan, {"2023-Q1": FIRST, "2023-Q2": {"VP": {**office, **decided}, **second}})


def assessed(commune: Commune, period: str = "2023-Q2") -> Assessment:
    return assess(commune.plan, commune.review(period))


def report_of(commune: Commune, period: str = "2023-Q2") -> Report:
    """The report of a period, written and read back, so that every number in it is proven."""
    assessment = assessed(commune, period)
    report = compose_report(assessment, False)
    read_back(report_document(report), report, assessment)
    return report


def lines(report: Report) -> list[str]:
    return [plain(b.text) for b in report.blocks if isinstance(b, Paragraph)]


def table_rows(report: Report, name: str) -> list[tuple[str, ...]]:
    """Printed rows of a table in the annexes or the body."""
    every = (*report.blocks, *(b for a in report.annexes for b in a.blocks))
    table = next(b for b in every if isinstance(b, Table) and b.id == name)
    return [tuple(plain(cell) for cell in row) for row in table.rows]
