"""The committed workbooks are what `make sample` makes of the text, to the byte."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from samples.make import ROOT


def workbooks(root: Path) -> dict[str, Path]:
    return {path.relative_to(root).as_posix(): path for path in sorted((root / "input_templates").rglob("*.xlsx"))}


@pytest.mark.scale
def test_the_committed_workbooks_are_a_fresh_making(fresh_sample: Path) -> None:
    """Files, then cells and names as another reader sees them, then bytes: the first difference tells most."""
    committed, fresh = workbooks(ROOT), workbooks(fresh_sample)
    assert list(committed) == list(fresh)
    differing = [name for name, path in committed.items() if path.read_bytes() != fresh[name].read_bytes()]
    for name in differing:
        assert content(committed[name]) == content(fresh[name]), name
    assert differing == []


def content(path: Path) -> list[tuple[str, str]]:
    """Cells and names as an independent reader sees them."""
    workbook = load_workbook(path)
    cells = [
        (f"{sheet.title}!{cell.coordinate}", repr(cell.value))
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    return cells + [(name, defined.attr_text or "") for name, defined in workbook.defined_names.items()]


@pytest.mark.parametrize(("quarter", "blank"), [("2023-Q3", "T07"), ("2023-Q4", "C05")])
def test_who_has_not_sent_still_has_a_blank_form_in_the_folder(quarter: str, blank: str) -> None:
    (path,) = (ROOT / "input_templates" / quarter).glob(f"{blank}-*.xlsx")
    workbook = load_workbook(path)
    answers = [
        workbook[sheet][ref.replace("$", "")].value
        for name, defined in workbook.defined_names.items()
        if not name.startswith("_")
        for sheet, ref in defined.destinations
    ]
    assert len(answers) > 0
    assert set(answers) == {None}
