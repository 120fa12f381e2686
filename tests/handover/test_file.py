"""`DOC-TRUOC.txt`: follows the plan until somebody writes in it."""

from pathlib import Path

import openpyxl

from kehoach.commands import init, templates
from kehoach.file_names import OutputFile
from tests.plan.signed.documents import plan_file


def read(root: Path) -> str:
    data = (root / "DOC-TRUOC.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def postpone(root: Path, day: str) -> None:
    """Another day by which units send, and the forms made anew."""
    path = root / "input_templates" / "ke-hoach.xlsx"
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Kỳ báo cáo"]
    [row] = [row for row in sheet.iter_rows() if row[0].value == "2026-Q1"]
    row[4].value = day
    workbook.save(path)
    templates.run(root, "2026-Q1")


def test_it_follows_the_plan_until_somebody_writes_in_it(tmp_path: Path) -> None:
    root, path = tmp_path, tmp_path / "DOC-TRUOC.txt"
    init.run(root)
    said = read(root)
    assert "input_templates/ke-hoach.xlsx" in said and "2026-Q1  15/12/2025  14/3/2026   16/3/2026 " in said
    commands = ("templates", "check", "remind", "build", "diff", "issue", "explain", "init")
    assert [command for command in commands if f"     kehoach {command} " not in said] == []
    assert [file for file in OutputFile if file.what and f"output/KỲ/{file} " not in said] == []
    assert "output/KỲ/so-lieu.csv" in said
    assert max(map(len, said.splitlines())) <= 120
    postpone(root, "17/3/2026")
    assert "14/3/2026   17/3/2026 " in read(root)
    path.write_text(path.read_text(encoding="utf-8").replace("CẦN NHỚ", "Hỏi chị Lan.\nCẦN NHỚ"), encoding="utf-8")
    edited = path.read_bytes()
    postpone(root, "18/3/2026")
    assert path.read_bytes() == edited
    path.unlink()
    postpone(root, "19/3/2026")
    assert not path.exists()


def test_a_plan_that_waits_to_be_filled_in_has_its_calendar_later(tmp_path: Path) -> None:
    init.run(tmp_path / "xa", signed=plan_file("2-giam-ngheo", tmp_path))
    assert "Có ở đây sau khi điền xong ke-hoach.xlsx" in read(tmp_path / "xa")


def test_a_file_of_that_name_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "DOC-TRUOC.txt").write_text("của tôi", encoding="utf-8")
    init.run(tmp_path)
    assert (tmp_path / "DOC-TRUOC.txt").read_text(encoding="utf-8") == "của tôi"
