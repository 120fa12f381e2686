"""Which edition of the program a plan workbook was made for (đời của tệp kế hoạch): older ones open, newer ones do not.

It stands in a hidden sheet, as a form's stamp does. A workbook without it is of the first edition.
"""

from openpyxl import Workbook

from kehoach.errors import UseError
from kehoach.office.limits import write_text
from kehoach.office.model import RawWorkbook
from kehoach.office.workbook import cell_at

STAMP_SHEET = "_kehoach"
"""The hidden sheet that tells programs what a workbook is."""
EDITION = 1
"""Raised when a plan workbook may hold what earlier programs would misread."""
_KEY = "edition"


def stamp_edition(workbook: Workbook) -> None:
    """Adds the hidden sheet, after all others."""
    sheet = workbook.create_sheet(STAMP_SHEET)
    write_text(cell_at(sheet, 1, 1), _KEY)
    write_text(cell_at(sheet, 1, 2), str(EDITION))
    sheet.sheet_state = "hidden"


def refuse_newer(workbook: RawWorkbook, file: str) -> None:
    """`UseError` where the workbook was made by a later program than this one."""
    sheet = workbook.sheet(STAMP_SHEET)
    cells = [sheet.at(1, column) for column in (1, 2)] if sheet else []
    key, told = (str(cell.value) if cell else "" for cell in cells) if cells else ("", "")
    if key == _KEY and told.isdecimal() and int(told) > EDITION:
        raise UseError(
            f"{file} là của bản kehoach mới hơn bản đang chạy, đọc bằng bản này có thể sai. Cài bản "
            "mới rồi chạy lại; chưa có gì bị thay đổi."
        )
