"""Our list of what to mend is taken off again, whatever became of it on the way."""

from collections.abc import Callable

import pytest
from openpyxl.workbook import Workbook

from kehoach.form.marks import MENDING_SHEET, MENDING_TITLE, without_marks
from tests.form.returned import OFFICE, answers_of, as_read, blank, filled, form_of

VALUES = {f.name: n for n, f in enumerate(form_of(OFFICE).fields, 1)}


def add_list(workbook: Workbook) -> None:
    """Every label, code and number of the form stands in it, as far as a list of what to mend can go."""
    sheet = workbook.create_sheet(MENDING_SHEET, 0)
    sheet.append([f"{MENDING_TITLE} – Văn phòng"])
    fields = form_of(OFFICE).fields
    sheet.append(["", "", *dict.fromkeys(f.column_code for f in fields)])
    for code, label in {f.row_code: f.row_label for f in fields}.items():
        sheet.append([code, label, *[999] * 9])


def rename(workbook: Workbook) -> None:
    add_list(workbook)
    workbook[MENDING_SHEET].title = "Trang tính1"


def move_to_the_end(workbook: Workbook) -> None:
    add_list(workbook)
    workbook.move_sheet(MENDING_SHEET, len(workbook.sheetnames))


@pytest.mark.parametrize("spoil", [add_list, rename, move_to_the_end])
def test_answers_are_found_as_without_it(spoil: Callable[[Workbook], None]) -> None:
    assert answers_of(OFFICE, filled(OFFICE, VALUES, spoil)) == answers_of(OFFICE, filled(OFFICE, VALUES))


def test_a_form_that_was_never_marked_keeps_all_its_sheets() -> None:
    workbook = as_read(blank(OFFICE))
    assert without_marks(workbook) == workbook
