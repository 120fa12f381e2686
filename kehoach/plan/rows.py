"""The doors between typed rows and the plan: rows → plan or every mistake at once, and plan → rows."""

from kehoach.plan.build import build_plan
from kehoach.plan.model import Plan
from kehoach.plan.spell import TypedRow, spell_plan
from kehoach.plan.table import Places, Rows, open_book

__all__ = ["Places", "Rows", "plan_from_rows", "rows_from_plan"]


def plan_from_rows(rows: Rows, places: Places | None = None) -> Plan:
    """Sheet key → rows of text (open columns by header) → the plan. Raises `PlanError` with every mistake."""
    return build_plan(open_book(rows, places))


def rows_from_plan(plan: Plan) -> dict[str, list[TypedRow]]:
    """The plan as an officer would have typed it; `plan_from_rows` reads the same plan back."""
    return spell_plan(plan)
