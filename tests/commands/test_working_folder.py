"""`init` and `templates` in a folder with a name as officers give them."""

from pathlib import Path

import openpyxl
import pytest

from kehoach.commands import init, templates
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
