"""A report goes to no body that is no more: a draft says so, a final one is not made; before the day, silence."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kehoach.commands import build, init
from kehoach.errors import UseError
from kehoach.plan.catalogue.read import changed_bodies
from kehoach.plan.write_table import FIRST_ROW, HEADER_ROW
from tests.conftest import SECOND

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)


def is_gone(name: str, day: date) -> bool:
    return any(body.is_named_by(name) for body in changed_bodies() if body.since <= day)


@pytest.mark.parametrize(
    "name",
    [
        "UBND huyện Sơn Cẩm (b/c)",
        "Ban Chỉ đạo Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” huyện Sơn Cẩm",
        "Ban ATGT huyện (b/c)",
        "Huyện ủy Sơn Cẩm",
        "Thường trực Huyện ủy, HĐND huyện",
        "UBND thị xã Bình Long",
        "Phòng VHTT huyện",
        "UBND thị trấn Đồng Mỏ",
        "Trưởng phòng Nội vụ huyện",
    ],
)
def test_bodies_of_a_level_that_is_gone(name: str) -> None:
    assert is_gone(name, FIRST) and not is_gone(name, LAST)


@pytest.mark.parametrize(
    "name",
    [
        "UBND tỉnh (b/c)",
        "Thường trực Đảng ủy, HĐND xã",
        "Trung tâm Y tế huyện Sơn Cẩm",
        "Trường THPT Thị xã Bình Long",
        "Ban Chỉ huy Quân sự xã",
        "Quân ủy Trung ương",
        "Các thôn, trường học (t/h)",
        "Lưu: VT, VHXH.",
        "Thôn Thị trấn cũ",
    ],
)
def test_bodies_that_there_are(name: str) -> None:
    assert not is_gone(name, FIRST)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A commune that addresses its reports to a district, with nothing sent in."""
    init.run(tmp_path / "xa")
    path = tmp_path / "xa" / "input_templates" / "ke-hoach.xlsx"
    workbook = openpyxl.load_workbook(path)
    heads = {str(cell.value).rstrip(" *"): cell.column for cell in workbook["Kỳ báo cáo"][HEADER_ROW]}
    workbook["Kỳ báo cáo"].cell(FIRST_ROW, heads["Kính gửi"]).value = "UBND huyện Sơn Cẩm; UBND tỉnh"
    workbook.save(path)
    return tmp_path / "xa"


def test_a_draft_says_it_and_a_final_report_is_not_made(root: Path) -> None:
    drafted = build.run(root, "Q1", None, None, False, False, False, None, lambda _: None)
    [said] = [line for line in drafted.text.splitlines() if line.startswith("KP-61")]
    assert "“UBND huyện Sơn Cẩm”; từ ngày 01/7/2025" in said and "Kỳ báo cáo" in said
    assert "KP-61" in [finding["code"] for finding in drafted.data["findings"]]  # type: ignore[attr-defined]
    with pytest.raises(
        UseError, match=r"KP-61.*\n(KT-70.*\n)+Chưa lập bản chính thức được: có 1 nơi nhận không còn nữa; còn"
    ):
        build.run(root, "Q1", None, None, True, False, False, None, lambda _: None)
    signed_before = build.run(root, "Q1", None, None, False, False, False, LAST, lambda _: None)
    assert "KP-61" not in signed_before.text
    assert "KP-61" not in build.run(root, "Q2", None, None, False, False, False, None, lambda _: None).text


def test_the_sample_of_after_the_reform_sends_to_nobody_who_is_gone() -> None:
    text = (SECOND / "ke-hoach" / "92-noi-nhan.txt").read_text(encoding="utf-8")
    assert not any(is_gone(line, FIRST) for line in text.splitlines())
