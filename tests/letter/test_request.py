"""What goes out with the blank forms, and what becomes of a letter that the officer wrote in."""

import re
import zipfile
from pathlib import Path
from subprocess import CompletedProcess

import docx
import openpyxl
import pytest

from kehoach.commands import init, templates

LETTER = "output/2026-Q1/thu/cong-van-de-nghi.docx"
PHONE = re.compile(rb"09000000\d\d")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose forms have been made."""
    folder = tmp_path_factory.mktemp("thu") / "Xã ta"
    init.run(folder)
    templates.run(folder, "2026-Q1")
    return folder


def write_into(path: Path) -> None:
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run("Chữ của cán bộ")
    document.save(str(path))


def test_the_letter_names_window_deadline_and_every_units_file(root: Path) -> None:
    document = docx.Document(str(root / LETTER))
    said = "\n".join(p.text for p in document.paragraphs)
    assert "từ ngày 15/12/2025 đến hết ngày 14/3/2026" in said and "chậm nhất ngày 16/3/2026" in said
    listed = [row.cells[2].text for row in document.tables[-1].rows[1:]]
    made = sorted(p.name for p in (root / "input_templates" / "2026-Q1").iterdir())
    assert sorted(listed) == [name for name in made if not name.startswith("VP-")]
    assert len(listed) == len(made) - 1
    messages = (root / LETTER).with_name("tin-nhan-de-nghi.txt").read_bytes().decode("utf-8-sig")
    assert [name for name in listed if f"Gửi kèm: input_templates/2026-Q1/{name}" not in messages] == []
    assert messages.count("Hạn gửi: ngày 16/3/2026") == len(listed) + 1


def test_a_letter_edited_by_hand_is_left_alone_or_kept(root: Path) -> None:
    letter, plan = root / LETTER, root / "input_templates" / "ke-hoach.xlsx"
    write_into(letter)
    edited = letter.read_bytes()
    assert "Giữ nguyên output/2026-Q1/thu/cong-van-de-nghi.docx" in templates.run(root, "2026-Q1").text
    assert letter.read_bytes() == edited
    workbook = openpyxl.load_workbook(plan)
    workbook["Thông tin"]["B18"] = "Trần Thị Người Ký"
    workbook.save(plan)
    assert "giữ lại ở output/2026-Q1/thu/cong-van-de-nghi (bản sửa 1).docx" in templates.run(root, "2026-Q1").text
    assert (letter.parent / "cong-van-de-nghi (bản sửa 1).docx").read_bytes() == edited
    assert letter.read_bytes() != edited


def test_a_symbol_without_its_unit_is_told(tmp_path: Path) -> None:
    init.run(tmp_path)
    path = tmp_path / "input_templates" / "ke-hoach.xlsx"
    for kept, is_told in (("Lưu: VT", True), ("Lưu: VT, VX", False)):
        workbook = openpyxl.load_workbook(path)
        line = next(row[0] for row in workbook["Nơi nhận"].iter_rows() if str(row[0].value).startswith("Lưu:"))
        line.value = kept
        workbook.save(path)
        assert ("dòng “Lưu” chưa ghi đơn vị soạn thảo" in templates.run(tmp_path, "2026-Q1").text) is is_told


def test_telephone_numbers_stand_nowhere_else(sample_folder: Path, year: dict[str, CompletedProcess[str]]) -> None:
    """Of all that a year's builds write, in the officer's own workbook alone."""
    assert year
    files = [p for p in (sample_folder / "output").rglob("*") if p.is_file()]
    assert {p.name for p in files if PHONE.search(everything(p))} == {"kiem-tra.xlsx"}


def everything(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return b"\n".join(package.read(name) for name in package.namelist())
