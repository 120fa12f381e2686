"""What stands behind the signature: annexes change neither recipients nor signer; they may name villages and tasks."""

from pathlib import Path

import pytest

from kehoach.office.prose import Prose, TextTable, read_prose
from kehoach.plan.draft.model import Standing
from kehoach.plan.draft.rows import draft_of
from kehoach.plan.draft.write import draft_workbook
from kehoach.plan.read import read_plan
from kehoach.plan.signed.read import read_signed_plan, understand
from tests.plan.signed.counted import read
from tests.plan.signed.documents import NAMES, plan_file
from tests.plan.signed.filling import fill


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


def test_the_table_of_villages_gives_sizes_last_years_numbers_and_allotted_values(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.xlsx"
    path.write_bytes(draft_workbook(draft_of(read_signed_plan(plan_file("15-nong-thon-moi", tmp_path)))))
    fill(path)
    plan = read_plan(path)
    assert {u.name: u.base for u in plan.units if u.kind == "thon"} == {
        "Thôn Nà Pha": {"tong_ho": 126},
        "Thôn Bản Cuôn": {"tong_ho": 98},
        "Thôn Khuổi Lè": {"tong_ho": 74},
        "Thôn Đông Viêng": {"tong_ho": 141},
    }
    poor = {unit: int(n) for (year, unit, code), n in plan.baselines.items() if (year, code) == ("2025", "ho_ngheo")}
    assert poor == {"T01": 14, "T02": 9, "T03": 11, "T04": 12}
    allotted = {t.unit: (t.code, float(t.threshold)) for t in plan.targets if t.unit}
    assert allotted == {"T01": ("ct5", 0.8), "T02": ("ct5", 0.75), "T03": ("ct5", 0.7), "T04": ("ct5", 0.78)}


@pytest.mark.parametrize(
    ("promise", "header", "is_read"),
    [
        ("75% số hộ sử dụng nước hợp vệ sinh.", "Tỷ lệ hộ sử dụng nước hợp vệ sinh (%)", True),
        ("75% số hộ có vườn rau sạch.", "Hộ có vườn rau sạch (%)", True),
        ("75% số hộ có vườn rau sạch.", "Hộ có vườn rau sạch", False),
        ("75% số hộ có vườn rau sạch.", "Ghi chú", False),
        ("75% số hộ có vườn rau sạch.", "Diện tích (ha)", False),
        ("Trồng 500 cây xanh ven đường.", "Tỷ lệ trồng cây (%)", False),
    ],
)
def test_a_column_is_a_targets_only_where_its_header_names_it(promise: str, header: str, is_read: bool) -> None:
    villages = table(f"TT | Thôn | {header}", "1 | Nà Lầu | 70", "2 | Khe Đá | 65", " | Cộng | ")
    plan = understand(("KẾ HOẠCH", "Năm 2026", "I. CHỈ TIÊU", f"1. {promise}", "II. NHIỆM VỤ", "Phụ lục", villages))
    rows = draft_of(plan).rows["targets"]
    assert [row["threshold"] for row in rows[1:]] == (["70", "65"] if is_read else [])


@pytest.mark.parametrize(
    ("duty", "villages", "parties"),
    [
        ("Các thôn: Nà Pha, Bản Mới: họp dân.", ["Thôn Nà Pha", "Thôn Bản Mới"], ["Các thôn"]),
        (
            "Trưởng các thôn Nà Pha, Khe Cát và Bãi Bằng vận động bà con.",
            ["Thôn Nà Pha", "Thôn Khe Cát", "Thôn Bãi Bằng"],
            ["Trưởng các thôn"],
        ),
        (
            "Các thôn: Nà Hoà, Đồng Cả 1; Trường Tiểu học và THCS Nà Hoà, Trạm Y tế xã: làm theo kế hoạch.",
            ["Thôn Nà Hoà", "Thôn Đồng Cả 1"],
            ["Các thôn", "Trường Tiểu học và THCS Nà Hoà", "Trạm Y tế xã"],
        ),
        ("Các thôn: Tuyên truyền, vận động, họp dân.", [], ["Các thôn"]),
        ("Các thôn, Hội Nông dân: cùng làm.", [], ["Các thôn, Hội Nông dân"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị: làm đường.", [], ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    ],
)
def test_units_named_in_a_duty_are_units_to_be_looked_at(duty: str, villages: list[str], parties: list[str]) -> None:
    plan = understand(("KẾ HOẠCH", "Năm 2026", "I. CHỈ TIÊU", "1. Mở 12 lớp.", "II. TỔ CHỨC THỰC HIỆN", f"1. {duty}"))
    draft = draft_of(plan)
    rows = draft.rows["units"]
    assert [row["name"] for row in rows if row["kind_name"] == "thôn" and row["name"]] == villages
    assert [row["name"] for row in draft.rows["parties"]] == parties
    for index, row in enumerate(rows):
        if row["name"] in villages:
            assert draft.marks[("units", index, "name")].standing is Standing.UNSURE
    several = draft.marks[("parties", 0, "name")]
    assert several.why.startswith("Nêu nhiều nơi") is (parties[0] == "Các thôn, Hội Nông dân")


def test_schools_by_name_are_schools(tmp_path: Path) -> None:
    rows = draft_of(read_signed_plan(plan_file("16-an-toan-giao-thong", tmp_path))).rows["units"]
    assert [row["name"] for row in rows if row["kind_name"] == "trường"] == [
        f"Trường {level} Đông Khê" for level in ("Mầm non", "Tiểu học", "Trung học cơ sở")
    ]
