"""The text format of the sample."""

import pytest

from kehoach.plan.records import lines_of, read_pair
from samples.text import read_cells, read_records, read_table


def test_comments_and_blank_lines_say_nothing_and_indented_lines_continue() -> None:
    text = "# ghi chú\n\nNội dung: Tổng\n  số hộ\nKiểu: số nguyên\n"
    assert list(lines_of(text)) == ["Nội dung: Tổng số hộ", "Kiểu: số nguyên"]


def test_a_backslash_n_is_a_line_break_in_the_cell() -> None:
    assert read_cells(r"| BAN CHỈ ĐẠO\nPHONG TRÀO |  | x |") == ["BAN CHỈ ĐẠO\nPHONG TRÀO", "", "x"]


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        read_table(["| a | b |", "| 1 |"])


def test_table_and_blocks_give_the_same_records() -> None:
    blocks = read_records("[T01]\nTên: Thôn Một\n\n[T02]\nTên: Thôn Hai\n", "Mã")
    table = read_records("| Mã | Tên |\n| T01 | Thôn Một |\n| T02 | Thôn Hai |\n", "Mã")
    assert blocks == table == [{"Mã": "T01", "Tên": "Thôn Một"}, {"Mã": "T02", "Tên": "Thôn Hai"}]


def test_a_code_may_come_twice_and_a_value_may_hold_colons() -> None:
    records = read_records("[ct1.cau]\nCâu: Có {ky: van_ban}: đủ\n[ct1.cau]\nCâu: Chưa có\n", "Mã")
    assert [r["Câu"] for r in records] == ["Có {ky: van_ban}: đủ", "Chưa có"]


def test_a_line_without_a_colon_is_refused_and_named() -> None:
    with pytest.raises(ValueError, match="lạc lõng"):
        read_pair("lạc lõng")
