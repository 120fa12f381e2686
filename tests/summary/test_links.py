"""From a number in the workbook to the very cell of the file a unit sent, by its link, read with other code."""

import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import openpyxl
from openpyxl.utils import coordinate_to_tuple
from python_calamine import CalamineWorkbook


@cache
def sent(path: Path) -> CalamineWorkbook:
    return CalamineWorkbook.from_path(path)


def at(path: Path, place: str) -> object:
    """The cell that a link's location names."""
    sheet, _, spot = place.rpartition("!")
    row, column = coordinate_to_tuple(spot)
    rows = sent(path).get_sheet_by_name(sheet.strip("'").replace("''", "'")).to_python(skip_empty_area=False)
    return rows[row - 1][column - 1]


def test_every_link_of_the_sample_leads_to_its_number(
    sample_folder: Path, year: dict[str, subprocess.CompletedProcess[str]]
) -> None:
    assert year["2023-Q4"].returncode == 1
    path = sample_folder / "output" / "2023-Q4" / "tong-hop.xlsx"
    followed = 0
    for cells in openpyxl.load_workbook(path)["Số liệu"].iter_rows(min_row=5):
        link, value = cells[9].hyperlink, cells[6].value
        if link is None:
            assert value is None and cells[7].value == "chưa gửi"
            continue
        file = (path.parent / unquote(link.target).replace("\\", "/")).resolve()
        assert file.is_file() and file.is_relative_to(sample_folder)
        found = at(file, link.location)
        if isinstance(value, int | float) and isinstance(found, int | float):
            assert found == value, (file.name, link.location)
            followed += 1
    assert followed > 450
