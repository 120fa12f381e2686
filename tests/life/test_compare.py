"""A new plan held against the one at work: what is new, changed and no longer named, with both cells."""

from collections.abc import Mapping, Sequence

from kehoach.plan.compare import Turn, differences
from kehoach.plan.table import Book, open_book
from samples.plan_text import sample_rows
from tests.conftest import SECOND as SOURCE

Rows = dict[str, list[dict[str, str]]]


def rows() -> Rows:
    return sample_rows(SOURCE)


def book(typed: Mapping[str, Sequence[Mapping[str, str]]]) -> Book:
    return open_book(typed)


def told(new: Rows) -> list[tuple[str, str, str, str, str]]:
    found = differences(book(rows()), book(new))
    return [(d.turn.value, d.sheet, d.column, d.old, d.new) for d in found]


def test_the_same_plan_differs_in_nothing() -> None:
    assert told(rows()) == []


def test_numbering_anew_and_other_spellings_are_no_difference() -> None:
    new = rows()
    new["targets"] = [{**row, "code": f"ct{9 - n}"} for n, row in enumerate(reversed(new["targets"]))]
    names = {
        "tn1": "Phòng VH-XH",
        "tn3": "Đoàn TNCS Hồ Chí Minh xã",
        "tn4": "các thôn trên địa bàn",
        "tn2": "Công an xã",
    }
    new["tasks"] = [{**row, "lead": names[row["lead"]]} for row in new["tasks"]]
    new["info"] = [{**row, "value": row["value"].replace("20/01/2026", "20-01-2026")} for row in new["info"]]
    assert told(new) == []


def test_new_changed_and_gone_are_told_with_their_cells() -> None:
    new = rows()
    poor = next(row for row in new["targets"] if row["code"] == "ct2")
    poor |= {"text": "Giảm tỷ lệ hộ nghèo xuống dưới 4,5%", "threshold": "4,5"}
    new["tasks"][0]["time"] = "Quý II năm 2026"
    new["tasks"].append(
        {**new["tasks"][2], "code": "nv9", "text": "Mở điểm phát sóng không dây miễn phí ở nhà văn hóa"}
    )
    del new["recipients"][1]
    for row in new["info"]:
        if row["key"] == "Người ký":
            row["value"] = "Hoàng Văn Mẫu Khác"
    found = differences(book(rows()), book(new))
    assert [(d.turn, d.sheet) for d in found] == [
        (Turn.CHANGED, "Thông tin"),
        (Turn.CHANGED, "Chỉ tiêu"),
        (Turn.CHANGED, "Nhiệm vụ"),
        (Turn.NEW, "Nhiệm vụ"),
        (Turn.GONE, "Nơi nhận"),
    ]
    assert [(d.column, d.old, d.new) for d in found[:3]] == [
        ("Giá trị", "Hoàng Thị Mẫu", "Hoàng Văn Mẫu Khác"),
        ("Mức giao", "5", "4,5"),
        ("Thời gian", "Quý I năm 2026", "Quý II năm 2026"),
    ]
    assert found[1].line.startswith("Chỉ tiêu đổi: “Giảm tỷ lệ hộ nghèo xuống dưới 4,5%”, Mức giao: 5 → 4,5 (")
    assert found[3].line.startswith("Nhiệm vụ mới: “Mở điểm phát sóng không dây miễn phí ở nhà văn hóa” (")
    assert found[4].old_place and not found[4].new_place


def test_a_sheet_that_the_new_plan_leaves_empty_takes_nothing_away() -> None:
    new = rows()
    new["recipients"], new["tasks"] = [], []
    assert told(new) == []


def test_two_targets_that_differ_in_more_than_numbers_are_two() -> None:
    new = rows()
    for row in new["targets"]:
        if row["code"] == "ct3":
            row["text"] = "90% số hộ được dùng nước sạch hợp vệ sinh"
    assert [(turn, sheet) for turn, sheet, *_ in told(new)] == [("mới", "Chỉ tiêu"), ("không nêu nữa", "Chỉ tiêu")]
