"""What is odd in the plan but stops nothing is said, and does not wait for anybody."""

from pathlib import Path

from openpyxl import load_workbook

from tests.conftest import kehoach


def test_an_unknown_column_of_the_plan_is_named(own_sample_folder: Path) -> None:
    plan = own_sample_folder / "input_templates" / "ke-hoach.xlsx"
    workbook = load_workbook(plan)
    sheet = workbook["Chỉ tiêu"]
    head = next(row for row in sheet.iter_rows() if row[0].value and str(row[0].value).startswith("Mã"))
    sheet.cell(head[0].row, len(head) + 2).value = "Ghi nhớ riêng"
    workbook.save(plan)
    shown = kehoach(own_sample_folder, "check", "-p", "2023-Q1")
    assert shown.returncode == 0, shown.stderr
    assert "Ghi nhớ riêng" in shown.stdout.split("Năm 2023")[0]


def test_a_plan_without_oddities_says_nothing(own_sample_folder: Path) -> None:
    shown = kehoach(own_sample_folder, "check", "-p", "2023-Q1")
    assert "KP-" not in shown.stdout
