"""`init` and `templates` in a folder with a name as officers give them."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kehoach.cli import commands
from kehoach.commands import check, explain, init, issue, remind, templates
from kehoach.errors import UseError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "Kế hoạch văn hóa"
    init.run(folder)
    return folder


def test_init_lays_down_what_the_year_needs_and_says_the_next_steps(tmp_path: Path) -> None:
    folder = tmp_path / "Xã ta"
    said = init.run(folder).text
    assert {p.name for p in folder.rglob("*")} == {
        "input_templates",
        "ke-hoach.xlsx",
        "nhap-ho.xlsx",
        "output",
        "DOC-TRUOC.txt",
    }
    assert str(folder / "input_templates" / "ke-hoach.xlsx") in said
    assert all(f'kehoach {command} -C "{folder}" -p 2026-Q1' in said for command in ("templates", "check", "build"))
    with pytest.raises(UseError, match="Không ghi đè"):
        init.run(folder)


def test_a_plan_without_a_folder_gets_the_whole_command_back(tmp_path: Path) -> None:
    document = tmp_path / "34-KH-BCĐ.docx"
    document.write_bytes(b"")
    for given, command in (
        (["--plan", str(document)], f'kehoach init "34-KH-BCĐ" --plan "{document}"'),
        ([], 'kehoach init "Ke hoach moi"'),
    ):
        with pytest.raises(UseError, match=re.escape(command)):
            commands.main(["init", *given], standalone_mode=False)
    assert [path.name for path in tmp_path.iterdir()] == [document.name]


def test_templates_say_where_returned_files_go_and_what_to_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f'kehoach check -C "{root}" -p 2026-Q2' in templates.run(root, "2026-Q2").text
    monkeypatch.chdir(root)
    lines = templates.run(Path(), None).text.splitlines()
    assert lines[0] == "Biểu quý I năm 2026 (kỳ 2026-Q1): 3 biểu trắng ở input_templates/2026-Q1/"
    assert lines[-1] == "Sau đó chạy: kehoach check -p 2026-Q1"


def test_the_telephone_sheet_follows_the_plan_until_something_is_typed(root: Path) -> None:
    plan, proxies = root / "input_templates" / "ke-hoach.xlsx", root / "input_templates" / "nhap-ho.xlsx"
    workbook = openpyxl.load_workbook(plan)
    workbook["Đơn vị"]["B6"] = "Thôn Ba Khe"
    workbook.save(plan)
    templates.run(root, None)
    known = openpyxl.load_workbook(proxies)
    assert "T02 - Thôn Ba Khe" in [cell.value for cell in known["Danh mục"]["B"]]
    known["Nhập hộ"]["C5"] = "tong_ho"
    known.save(proxies)
    typed = proxies.read_bytes()
    templates.run(root, "2026-Q2")
    assert proxies.read_bytes() == typed


@pytest.mark.parametrize(
    "command",
    [
        lambda root: templates.run(root, None),
        lambda root: check.run(root, None, None, None, lambda _: None),
        lambda root: remind.run(root, None, None),
        lambda root: issue.run(root, "Q1", 1, date(2026, 3, 20), None, lambda _: None),
        lambda root: explain.run(root, None, "ct1"),
    ],
    ids=["templates", "check", "remind", "issue", "explain"],
)
def test_every_command_says_how_to_begin_where_nothing_is(command: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(UseError, match="Chạy “kehoach init TÊN-THƯ-MỤC”"):
        command(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_before_anybody_answers_a_period_is_asked_for(root: Path) -> None:
    for command in (lambda: check.run(root, None, None, None, lambda _: None), lambda: remind.run(root, None, None)):
        with pytest.raises(UseError, match="ghi rõ kỳ: -p 2026-Q1"):
            command()
