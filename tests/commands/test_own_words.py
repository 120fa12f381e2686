"""What only the officer can write, left blank on purpose: asked once, then neither a prompt nor an empty heading."""

from pathlib import Path

import openpyxl
import pytest

from kehoach.commands import build, check
from kehoach.errors import UseError
from kehoach.plan.write import plan_workbook
from tests.documents import plain_text
from tests.faults.commune import Commune
from tests.issue.conftest import FIRST, WHOLE
from tests.tiny import tiny_plan


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A commune in which all is sent but the one text that the office must write."""
    commune = Commune(tmp_path / "input_templates", tiny_plan(), {FIRST: WHOLE[FIRST]})
    commune.send("VP", {"uu_diem.d1": None})
    (commune.root / "ke-hoach.xlsx").write_bytes(plan_workbook(tiny_plan()))
    return tmp_path


def built(root: Path, final: bool = False) -> str:
    return build.run(root, FIRST, None, None, final, False, False, None, lambda _: None).text


def answer(root: Path, words: str) -> None:
    path = root / "output" / FIRST / "kiem-tra.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Cần xử lý"]
    (column,) = [cell.column for cell in sheet[4] if cell.value == "Trả lời"]
    sheet.cell(5, column, words)
    book.save(path)


def test_left_blank_on_purpose_it_is_asked_no_more_and_no_heading_stands_over_nothing(root: Path) -> None:
    check.run(root, FIRST, None, None, lambda _: None)
    report = root / "output" / FIRST / "bao-cao.docx"
    assert "(bản dự thảo)" in built(root)
    assert "[Cán bộ viết: Ưu điểm]" in plain_text(report)
    answer(root, "để mai")
    assert "Câu đã trả lời chưa dùng được: Không rõ cách trả lời “để mai”" in built(root)
    with pytest.raises(UseError, match=r"KT-104.*\nChưa lập bản chính thức được: còn 1 việc"):
        built(root, final=True)
    answer(root, "giữ nguyên")
    assert "(bản dự thảo)" not in built(root)
    assert "ĐÁNH GIÁ CHUNG" not in plain_text(report).upper()
    built(root, final=True)
    assert "ĐÁNH GIÁ CHUNG" not in plain_text(report).upper()
