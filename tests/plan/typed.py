"""The tiny plan as typed rows with a place for every cell, and rows with one cell changed."""

from copy import deepcopy

from kehoach.errors import PlanError
from kehoach.finding import Finding, Place
from kehoach.plan.rows import plan_from_rows, rows_from_plan
from kehoach.plan.sheets import SHEETS
from tests.tiny import tiny_plan

Typed = dict[str, list[dict[str, str]]]
HEADER = -1


def typed() -> Typed:
    return rows_from_plan(tiny_plan())


def places(rows: Typed) -> dict[tuple[str, int, str], Place]:
    """Cells named after what they hold, so that a test can read where a finding points."""
    names = {sheet.key: sheet.name for sheet in SHEETS}
    keys = {sheet.key: {c.key for c in sheet.columns} for sheet in SHEETS}
    return {
        (sheet, index, key): Place("", "ke-hoach.xlsx", names[sheet], f"{key}{index}")
        for sheet, table in rows.items()
        for index in range(HEADER, len(table))
        for key in keys[sheet] | {key for row in table for key in row}
    }


def changed(*edits: tuple[str, int, str, str]) -> Typed:
    """The tiny plan with (sheet, row, column, text) typed in; a row after the last one is a new one."""
    rows = deepcopy(typed())
    for sheet, index, key, text in edits:
        if index == len(rows[sheet]):
            rows[sheet].append({})
        rows[sheet][index][key] = text
    return rows


def findings(rows: Typed) -> tuple[Finding, ...]:
    """What is said of rows, mistakes and notes alike."""
    try:
        return plan_from_rows(rows, places(rows)).notes
    except PlanError as error:
        return error.findings


def said(rows: Typed) -> list[tuple[str, str]]:
    """(code, cell) of every finding."""
    return [(f.code, f"{f.place.sheet}!{f.place.cell}") for f in findings(rows)]
