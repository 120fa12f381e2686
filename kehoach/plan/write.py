"""The plan → the plan workbook (viết sổ kế hoạch): a guide, then every sheet of `sheets.SHEETS`."""

from openpyxl import Workbook

from kehoach.office.limits import sheet_name
from kehoach.office.look import add_styles
from kehoach.office.workbook import workbook_bytes
from kehoach.plan.guide import NAME, write_guide
from kehoach.plan.model import Plan
from kehoach.plan.rows import rows_from_plan
from kehoach.plan.sheets import SHEETS
from kehoach.plan.write_table import write_table


def plan_workbook(plan: Plan) -> bytes:
    """The bytes of `ke-hoach.xlsx`; `read.read_plan` reads the same plan back. Made on the plan's own date."""
    workbook = Workbook()
    add_styles(workbook)
    guide = workbook.worksheets[0]
    guide.title = sheet_name(NAME)
    write_guide(guide)
    rows = rows_from_plan(plan)
    kinds = tuple(dict.fromkeys(unit.kind_name for unit in plan.units))
    for sheet in SHEETS:
        page = workbook.create_sheet(sheet_name(sheet.name))
        write_table(page, sheet, rows[sheet.key], plan.issuer.year, kinds)
    return workbook_bytes(workbook, plan.issuer.plan_date)
