"""The plan → the plan workbook (viết sổ kế hoạch): a guide, then every sheet of `sheets.SHEETS`."""

from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl import Workbook

from kehoach.office.limits import sheet_name
from kehoach.office.look import add_styles
from kehoach.office.workbook import workbook_bytes
from kehoach.plan.edition import stamp_edition
from kehoach.plan.guide import NAME, write_guide
from kehoach.plan.model import Plan
from kehoach.plan.rows import rows_from_plan
from kehoach.plan.sheets import SHEETS, UNITS
from kehoach.plan.spell import TypedRow
from kehoach.plan.write_table import write_table


def plan_workbook(plan: Plan) -> bytes:
    """The bytes of `ke-hoach.xlsx`; `read.read_plan` reads the same plan back. Made on the plan's own date."""
    return rows_workbook(rows_from_plan(plan), plan.issuer.year, plan.issuer.plan_date)


def rows_workbook(rows: Mapping[str, Sequence[TypedRow]], year: int, made_on: date) -> bytes:
    """The same from typed rows by sheet key, which need not be a plan yet."""
    workbook = Workbook()
    fill_plan_workbook(workbook, rows, year)
    return workbook_bytes(workbook, made_on)


def fill_plan_workbook(workbook: Workbook, rows: Mapping[str, Sequence[TypedRow]], year: int) -> None:
    """The guide and every sheet, into an empty workbook."""
    add_styles(workbook)
    guide = workbook.worksheets[0]
    guide.title = sheet_name(NAME)
    write_guide(guide)
    kinds = tuple(dict.fromkeys(row["kind_name"] for row in rows[UNITS.key] if "kind_name" in row))
    for sheet in SHEETS:
        page = workbook.create_sheet(sheet_name(sheet.name))
        write_table(page, sheet, rows[sheet.key], year, kinds)
    stamp_edition(workbook)
