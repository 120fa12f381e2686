"""Drop-downs of the plan workbook (danh sách chọn): fixed words, and codes that stand in other sheets."""

from collections.abc import Mapping

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from kehoach.office.limits import Words, choice, choice_from
from kehoach.plan.columns import Column, Holds, Sheet
from kehoach.plan.sheets import ELEMENTS, PARTIES, SECTIONS, TASKS, UNITS

LAST_ROW = 600
"""Drop-downs reach this far; longer plans are typed without."""

_CODES: Mapping[Holds, Sheet] = {
    Holds.UNIT: UNITS,
    Holds.ELEMENT: ELEMENTS,
    Holds.PARTY: PARTIES,
    Holds.SECTION: SECTIONS,
}


def dropdown(column: Column, first_row: int, kinds: tuple[str, ...]) -> DataValidation | None:
    """The rule for a column's cells; None where anything, or a list of several, may be typed. `kinds` are of units.

    Codes of other sheets may also be typed as names, and new kinds invented, so those rules only ask.
    """
    if column.holds.is_list:
        return None
    if column.choices:
        words = Words(error=f"Chọn một trong: {'; '.join(column.choices)}.")
        return choice(words, column.choices)
    if column.holds is Holds.KIND:
        return _of_kinds(kinds)
    sheet = _CODES.get(column.holds)
    if sheet is None:
        return None
    words = Words(error=f"Mã này chưa có ở trang {sheet.name}. Vẫn ghi?")
    return choice_from(words, f"{quote_sheetname(sheet.name)}!$A${first_row}:$A${LAST_ROW}", warn_only=True)


def _of_kinds(kinds: tuple[str, ...]) -> DataValidation | None:
    options = tuple(dict.fromkeys((*kinds, TASKS.name.lower())))
    words = Words(error="Chưa có đơn vị nào loại này ở trang Đơn vị. Vẫn ghi?")
    try:
        return choice(words, options, warn_only=True)
    except ValueError:
        return None
