"""The menu: every step by a number, each the command it shows; it never falls, whatever is typed."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach import menu
from kehoach.cli import commands
from tests.conftest import ROOT
from tests.documents import plain_text

PLAN = ROOT / "tests" / "plan" / "signed" / "ke-hoach" / "1-nep-song.txt"


def menu_said(place: Path, *answers: str, dropped: Path | None = None) -> str:
    """What stands on the screen after those answers, one a line, and the end of input."""
    typed = ["menu", *([str(dropped)] if dropped else []), "-C", str(place)]
    result = CliRunner().invoke(commands, typed, input="".join(f"{a}\n" for a in answers))
    assert result.exception is None, result.output
    return result.output


def test_an_empty_place_becomes_a_folder_with_forms(tmp_path: Path) -> None:
    said = menu_said(tmp_path, "", "Kế hoạch & sổ (2026)", "1", "", "0")
    folder = tmp_path / "Kế hoạch & sổ (2026)"
    assert f'> kehoach init "{folder}"' in said and f'> kehoach templates -p 2026-Q1 -C "{folder}"' in said
    assert len(list((folder / "input_templates" / "2026-Q1").glob("*.xlsx"))) == 3
    assert "Lập bản chính thức" not in said


def test_a_plan_dropped_on_it_becomes_a_folder_whose_gaps_are_told(tmp_path: Path) -> None:
    said = menu_said(tmp_path, "Nep song", "0", dropped=PLAN)
    assert (tmp_path / "Nep song" / "input_templates" / "ke-hoach.xlsx").is_file()
    assert f"--plan {PLAN}" in said and "chỗ cần sửa trước khi dùng được" in said


def test_a_draft_its_number_and_its_signing(own_sample_folder: Path) -> None:
    steps = ("9", "1", "4", "", "7", "34,1%", "", "5", "", "6", "7", "20/3/2023", "", "0")
    said = menu_said(own_sample_folder, *steps)
    output = own_sample_folder / "output" / "2023-Q1"
    assert "Kỳ 2023-Q4 (năm 2023)" in said and "Kỳ 2023-Q1 (quý I năm 2023)" in said
    assert f"Mở tệp: {output / 'bao-cao.docx'}" in said and "34,1% · ct5.gia_tri" in said
    assert "· đã ban hành Báo cáo số 07/BC-BCĐ ngày 20/3/2023; kỳ sau 2023-Q2: bấm 9" in said
    assert "Số: 07/BC-BCĐ" in plain_text(output / "da-ban-hanh" / "bao-cao.docx")


def test_nonsense_is_asked_again_and_a_wrong_answer_is_told(own_sample_folder: Path) -> None:
    said = menu_said(own_sample_folder, "x", "", "99", "8", "khong-co.docx", "", "9", "7", "0")
    assert said.count("Chọn số") == 6 and "không tồn tại" in said
    assert "Không có mục “x”." in said and "Không có mục “99”." in said
    assert not (own_sample_folder / "output").exists()


def test_what_a_step_needs_and_was_not_told_is_named_and_nothing_runs(own_sample_folder: Path) -> None:
    said = menu_said(own_sample_folder, "8", "", "0")
    assert "Chưa ghi “Tệp .docx”, nên chưa làm gì." in said and "> kehoach lint" not in said


def test_a_plan_to_be_mended_is_read_again_on_enter(tmp_path: Path) -> None:
    said = menu_said(tmp_path, "Nep song", "", "0", dropped=PLAN)
    assert said.count("chỗ cần sửa trước khi dùng được") == 2


def test_a_folder_that_may_not_be_looked_into_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "input_templates").write_text("a file where a folder is looked for")
    assert "chưa có thư mục làm việc nào" in menu_said(tmp_path)


def test_of_several_folders_the_last_is_usual(tmp_path: Path) -> None:
    for name in ("Nam 2022", "Nam 2023"):
        (tmp_path / name / "input_templates").mkdir(parents=True)
        shutil.copy(ROOT / "input_templates" / "ke-hoach.xlsx", tmp_path / name / "input_templates")
    assert '· "' + str(tmp_path / "Nam 2023") + '"' in menu_said(tmp_path, "", "0")
    assert '· "' + str(tmp_path / "Nam 2022") + '"' in menu_said(tmp_path, "1", "0")


def test_what_is_no_plan_is_named(tmp_path: Path) -> None:
    picture = tmp_path / "anh.jpg"
    picture.write_bytes(b"\xff\xd8")
    assert "anh.jpg không phải kế hoạch .docx hay .txt." in menu_said(tmp_path, dropped=picture)


def test_on_windows_the_result_opens(own_sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(menu.os, "startfile", opened.append, raising=False)
    menu_said(own_sample_folder, "9", "1", "2", "", "0")
    assert opened == [str(own_sample_folder / "output" / "2023-Q1" / "kiem-tra.xlsx")]
