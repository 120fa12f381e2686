"""The road's ends: which period is meant when none is named, and what the machine refuses on the way."""

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from kehoach.errors import UseError
from kehoach.folder import WorkingFolder
from kehoach.plan.read import read_plan
from kehoach.road import newest_period
from tests.conftest import kehoach


def newest(root: Path) -> str:
    folder = WorkingFolder(root)
    return newest_period(folder, read_plan(folder.plan)).code


def test_a_form_in_the_wrong_folder_makes_no_period(own_sample_folder: Path) -> None:
    forms = own_sample_folder / "input_templates"
    shutil.rmtree(forms / "2023-Q4")
    (forms / "2023-Q4").mkdir()
    shutil.copy(next((forms / "2023-Q3").glob("T01*")), forms / "2023-Q4")
    assert newest(own_sample_folder) == "2023-Q3"


def test_what_was_typed_in_for_a_unit_makes_a_period(own_sample_folder: Path) -> None:
    forms = own_sample_folder / "input_templates"
    for quarter in ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"):
        shutil.rmtree(forms / quarter)
    with pytest.raises(UseError, match="Chưa có đơn vị nào"):
        newest(own_sample_folder)
    workbook = openpyxl.load_workbook(forms / "nhap-ho.xlsx")
    for column, item in enumerate(("2023-Q2", "T01", "tong_ho", None, 168), 1):
        workbook.worksheets[0].cell(5, column).value = item
    workbook.save(forms / "nhap-ho.xlsx")
    assert newest(own_sample_folder) == "2023-Q2"


def test_a_refusal_that_no_room_foresaw_is_the_machine_s(tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")
    command = [sys.executable, "-m", "kehoach", "init", str(tmp_path / "tep" / "xa")]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert told.returncode == 4
    assert str(tmp_path / "tep") in told.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["tep"]


@pytest.mark.parametrize("command", ["templates", "check", "build"])
def test_a_file_in_the_place_of_the_forms_is_named(command: str, own_sample_folder: Path) -> None:
    forms = own_sample_folder / "input_templates" / "2023-Q1"
    shutil.rmtree(forms)
    forms.write_bytes(b"")
    told = kehoach(own_sample_folder, command, "-p", "2023-Q1")
    assert told.returncode == 4
    assert str(forms) in told.stderr
    assert not (own_sample_folder / "output").exists()
