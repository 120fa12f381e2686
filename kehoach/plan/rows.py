"""The doors between typed rows and the plan: rows → plan or every mistake at once, and plan → rows."""

from collections.abc import Iterable
from dataclasses import replace

from kehoach.errors import PlanError
from kehoach.finding import Finding
from kehoach.plan.build import build_plan
from kehoach.plan.model import Plan
from kehoach.plan.spell import TypedRow, spell_plan
from kehoach.plan.table import Book, Places, Rows, open_book
from kehoach.plan.verify.verify import verify_book


def plan_from_rows(rows: Rows, places: Places | None = None) -> Plan:
    """Sheet key → rows of text (open columns by header) → the plan. Raises `PlanError` with every mistake."""
    return plan_from_book(open_book(rows, places))


def plan_from_book(book: Book, found: Iterable[Finding] = ()) -> Plan:
    """The plan of a typed book, with what is only noted; raises `PlanError` where anything must be corrected."""
    findings = verify_book(book, found)
    if any(finding.severity.waits for finding in findings):
        raise PlanError(findings)
    return replace(build_plan(book), notes=findings)


def rows_from_plan(plan: Plan) -> dict[str, list[TypedRow]]:
    """The plan as an officer would have typed it; `plan_from_rows` reads the same plan back."""
    return spell_plan(plan)
