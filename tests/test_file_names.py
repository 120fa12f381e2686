"""One list of names: whatever a run leaves in a period's folder is in it, and no answer when it lies among answers."""

import subprocess
from pathlib import Path

import pytest

from kehoach.file_names import InputFile, OutputFile, OutputFolder
from kehoach.folder import WorkingFolder
from kehoach.submission.folder import workbook_files
from tests.tiny import tiny_plan

FOLDER, PERIOD = WorkingFolder(Path("xa")), tiny_plan().periods[0]
ON_DEMAND = {OutputFile.TRACE, OutputFile.PDF, *OutputFolder}


def test_a_build_leaves_what_is_listed(year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path) -> None:
    left = {path.name for quarter in year for path in (sample_folder / "output" / quarter).iterdir()}
    assert {*OutputFile, *OutputFolder} >= left >= {*OutputFile, *OutputFolder} - ON_DEMAND


def test_what_is_made_on_demand_is_listed() -> None:
    files = {path(PERIOD).name for path in (FOLDER.trace, FOLDER.pdf)}
    folders = {path(PERIOD).name for path in (FOLDER.letters, FOLDER.replies, FOLDER.kept, FOLDER.issued)}
    assert files | folders == ON_DEMAND


@pytest.mark.parametrize("name", [*InputFile, *OutputFile, *(f"{folder}/T01.xlsx" for folder in OutputFolder)])
def test_what_we_make_is_no_answer(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"")
    is_theirs = name.startswith(OutputFolder.LETTERS)
    assert bool(workbook_files(tmp_path)) is is_theirs
