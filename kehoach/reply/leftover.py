"""What earlier runs left in `tra-lai/` (tệp trả lại cũ): files of ours that nobody has touched since.

A form is ours and untouched when it carries this plan's and period's stamp and our list of what to mend, and is byte
for byte as it was packed: every program that saves it packs it otherwise. A message is ours when such a form knows it.
"""

from pathlib import Path

from kehoach.form.locate import read_stamp
from kehoach.form.marks import is_mending
from kehoach.office.model import RawWorkbook, UnreadableFile
from kehoach.office.package import freeze
from kehoach.office.read import read_workbook
from kehoach.plan.edition import STAMP_SHEET
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.reply.write import MESSAGE, message_digest


def untouched(plan: Plan, period: Period, folder: Path) -> tuple[Path, ...]:
    """Every file of a `tra-lai/` that we wrote in some run and that is still as we wrote it."""
    forms = {path: book for path in sorted(folder.glob("*.xlsx")) if (book := _ours(plan, period, path))}
    digests = {_message(book) for book in forms.values()}
    messages = (path for path in sorted(folder.glob("*.txt")) if path.is_file())
    return (*forms, *(path for path in messages if message_digest(path.read_bytes()) in digests))


def _ours(plan: Plan, period: Period, path: Path) -> RawWorkbook | None:
    try:
        workbook = read_workbook(path)
    except UnreadableFile:
        return None
    stamp = read_stamp(workbook)
    is_of_here = stamp is not None and (stamp.plan, stamp.period) == (plan.issuer.plan_id, period.code)
    if not is_of_here or not any(is_mending(sheet) for sheet in workbook.sheets):
        return None
    data = path.read_bytes()
    return workbook if freeze(data, period.cutoff) == data else None


def _message(workbook: RawWorkbook) -> str:
    """The digest a form holds of its message."""
    sheet = workbook.sheet(STAMP_SHEET)
    keys = {cell.value: row for (row, column), cell in sheet.cells.items() if column == 1} if sheet else {}
    held = sheet.at(keys[MESSAGE], 2) if sheet and MESSAGE in keys else None
    return str(held.value) if held else ""
