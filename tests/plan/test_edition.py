"""A folder of an earlier program opens, one of a later program is refused in a sentence, and nothing is touched."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kehoach.commands import check
from kehoach.errors import UseError
from kehoach.plan.edition import EDITION, STAMP_SHEET
from kehoach.plan.read import read_plan


def test_every_plan_workbook_says_its_edition_where_nobody_looks(own_sample_folder: Path) -> None:
    sheet = load_workbook(own_sample_folder / "input_templates" / "ke-hoach.xlsx")[STAMP_SHEET]
    assert sheet.sheet_state == "hidden" and sheet["B1"].value == str(EDITION)


@pytest.mark.parametrize("told", [None, "0", str(EDITION), "một"])
def test_an_earlier_edition_opens(own_sample_folder: Path, told: str | None) -> None:
    assert read_plan(stamped(own_sample_folder, told)).targets


def test_a_later_edition_is_refused(own_sample_folder: Path) -> None:
    path = stamped(own_sample_folder, str(EDITION + 1))
    before = path.read_bytes()
    with pytest.raises(UseError, match=r"ke-hoach\.xlsx là của bản kehoach mới hơn .* Cài bản mới"):
        check.run(own_sample_folder, "2023-Q1", None, None, lambda _: None)
    assert path.read_bytes() == before and not (own_sample_folder / "output").exists()


def stamped(folder: Path, told: str | None) -> Path:
    """The plan workbook with another edition; None: without the hidden sheet."""
    path = folder / "input_templates" / "ke-hoach.xlsx"
    workbook = load_workbook(path)
    if told is None:
        del workbook[STAMP_SHEET]
    else:
        workbook[STAMP_SHEET]["B1"].value = told
    workbook.save(path)
    return path
