"""What stands behind the signature: annexes change neither recipients nor signer; they may name villages and tasks."""

from pathlib import Path

import pytest

from kehoach.office.prose import Prose, TextTable, read_prose
from kehoach.plan.draft.rows import draft_of
from kehoach.plan.signed.read import understand
from tests.plan.signed.counted import read
from tests.plan.signed.documents import NAMES, plan_file


def table(*rows: str) -> TextTable:
    return TextTable(tuple(tuple((cell.strip(),) for cell in row.split("|")) for row in rows))


ANNEX: Prose = (
    "Phụ lục",
    "GIAO CHỈ TIÊU CHO CÁC THÔN",
    "(Kèm theo Kế hoạch số 58/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã)",
    table(
        "TT | Thôn | Tổng số hộ | Hộ đạt chuẩn",
        "1 | Nà Lầu | 120 | 100",
        "2 | Thôn Khe Đá | 98 | 80",
        " | Tổng cộng | 218 | 180",
    ),
    "Ghi chú: số liệu tạm tính.",
)
WORK: Prose = (
    "Phụ lục II",
    "PHÂN CÔNG NHIỆM VỤ",
    table("TT | Nội dung công việc | Chủ trì | Thời gian", "1 | Rà soát hộ nghèo | Hội Nông dân xã | Quý II"),
)


@pytest.mark.parametrize("name", NAMES)
def test_an_annex_changes_nothing_of_the_plan(name: str, tmp_path: Path) -> None:
    prose = read_prose(plan_file(name, tmp_path))
    assert read(understand((*prose, *ANNEX))) == read(understand(prose))


def test_villages_of_an_annex_are_named_instead_of_asked_for(tmp_path: Path) -> None:
    prose = read_prose(plan_file("12-pho-cap", tmp_path))
    units = [(row["code"], row["name"]) for row in draft_of(understand((*prose, *ANNEX))).rows["units"]]
    assert units[-2:] == [("T01", "Thôn Nà Lầu"), ("T02", "Thôn Khe Đá")]
    assert understand(prose).villages == ()


def test_tasks_of_an_annex_count_where_the_plan_itself_has_none(tmp_path: Path) -> None:
    bare = ("KẾ HOẠCH", "Năm 2026", "I. CHỈ TIÊU", "1. Mở 12 lớp.", "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Lò Văn Mẫu")
    plan = understand((*bare, *WORK))
    assert [(task.text, task.lead[0].text, task.time.text) for task in plan.tasks] == [
        ("Rà soát hộ nghèo", "Hội Nông dân xã", "Quý II")
    ]
    assert plan.info["signer"].text == "Lò Văn Mẫu"
    full = read_prose(plan_file("12-pho-cap", tmp_path))
    assert len(understand((*full, *WORK)).tasks) == 3
