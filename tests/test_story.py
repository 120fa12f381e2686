"""The sample commune's year through the command line: what the officer sees, and every sentence of the reports."""

import csv
import json
import subprocess
from pathlib import Path

import docx
import pytest

from tests.conftest import QUARTERS, command_line, kehoach
from tests.documents import document_text, plain_text

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_terminal_and_the_report_say_what_they_said(
    quarter: str, year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path, request: pytest.FixtureRequest
) -> None:
    said = year[quarter].stdout + year[quarter].stderr
    report = document_text(sample_folder / "output" / quarter / "bao-cao.docx")
    expected = EXPECTED / f"{quarter}.txt"
    found = f"$ kehoach build -p {quarter}\n{said}\n{report}"
    if request.config.getoption("--expect"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_first_quarter_is_clean_and_claims_nothing(
    year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path
) -> None:
    assert year["2023-Q1"].returncode == 0, year["2023-Q1"].stderr
    report = plain_text(sample_folder / "output" / "2023-Q1" / "bao-cao.docx")
    assert "được công nhận" not in report.split("Năm 2022")[0]
    assert "Chưa đến kỳ đánh giá" in report
    assert "DỰ THẢO" not in report


def test_third_quarter_lacks_a_village_and_asks_about_one_slip(
    year: dict[str, subprocess.CompletedProcess[str]],
) -> None:
    said = year["2023-Q3"].stdout
    assert year["2023-Q3"].returncode == 1
    assert "18/19 đơn vị · chưa gửi: Thôn Suối Quỳnh" in said
    assert "Còn 2 việc chờ xác nhận" in said


def test_year_end_misses_by_one_household(
    year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path
) -> None:
    lines = year["2023-Q4"].stdout.strip().split("\n")
    assert year["2023-Q4"].returncode == 1
    assert lines[-5] == "Năm 2023 (kỳ 2023-Q4) · xã Quyết Thắng · Kế hoạch số 34/KH-BCĐ"
    assert lines[-4] == "Đã nhận   18/19 đơn vị · chưa gửi: Trạm Y tế"
    assert lines[-3] == ("Chỉ tiêu  đạt 3/5 · chưa đạt 1: Gia đình văn hóa 85,97%, thiếu 01 hộ · chưa đủ căn cứ 1")
    assert lines[-2] == "Báo cáo   output/2023-Q4/bao-cao.docx (bản dự thảo)"
    assert lines[-1] == "Còn 1 việc chờ xác nhận: output/2023-Q4/kiem-tra.xlsx"
    report = plain_text(sample_folder / "output" / "2023-Q4" / "bao-cao.docx")
    assert "962/1.119" in report
    assert "85,97%" in report
    assert "86,0%" not in report


def test_the_csv_holds_the_year(year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path) -> None:
    assert year["2023-Q4"].returncode == 1
    raw = (sample_folder / "output" / "2023-Q4" / "so-lieu.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert list(rows[0]) == ["period", "unit", "element", "value", "state", "file", "sheet", "cell"]
    assert sum(int(r["value"]) for r in rows if r["element"] == "ho_cn" and r["state"] == "number") == 962


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_reports_need_no_touch_up(
    quarter: str, year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path
) -> None:
    """What the linter finds in our own reports is for the clerk alone: the blank number and date."""
    assert year[quarter].returncode in (0, 1)
    report = sample_folder / "output" / quarter / "bao-cao.docx"
    shown = command_line("lint", "--json", str(report))
    found = json.loads(shown.stdout)
    assert shown.returncode == 0
    assert {f["severity"] for f in found["findings"]} == {"ghi nhận"}, found["findings"]


def test_a_build_writes_the_copy_with_sources_on_demand_alone(
    year: dict[str, subprocess.CompletedProcess[str]], sample_folder: Path, tmp_path: Path
) -> None:
    assert year["2023-Q1"].returncode == 0
    assert not list(sample_folder.glob("output/**/*truy-vet*"))
    said = kehoach(sample_folder, "build", "-p", "2023-Q1", "--trace", "--output", str(tmp_path))
    assert said.returncode == 0, said.stderr
    path = tmp_path / "bao-cao.truy-vet.docx"
    assert f"Truy vết  {path.as_posix()}" in said.stdout
    assert len(list(docx.Document(str(path)).comments)) > 250
