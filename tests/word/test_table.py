"""Tables: as wide as the text, header repeated, rows whole, nothing squeezed, and no more dear for being long."""

import cProfile

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.table import Table
from hypothesis import assume, given
from hypothesis import strategies as st

from kehoach.report import model
from kehoach.word.metrics import text_width
from kehoach.word.table import column_widths
from kehoach.word.write import report_document
from tests.word import sample
from tests.word.reading import grid, opened

DRAFT = opened(sample.report())


def widths(table: Table) -> list[int]:
    return [int(column.width or 0) for column in table.columns]


def test_a_table_is_words_own_with_its_style() -> None:
    table = DRAFT.tables[1]
    assert table.style is not None
    assert table.style.name == "KH Bảng"
    assert grid(table)[0] == ["STT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "So với kế hoạch", "Đánh giá"]
    assert grid(table)[1] == [
        "1",
        "Tỷ lệ gia đình đạt danh hiệu nếp sống mới",
        "86%",
        "85,97%",
        "thiếu 01 hộ",
        "Chưa đạt",
    ]


@pytest.mark.parametrize(("index", "millimetres"), [(0, 165), (1, 165), (2, 165), (3, 252), (4, 165)])
def test_a_table_is_exactly_as_wide_as_the_text(index: int, millimetres: int) -> None:
    table = DRAFT.tables[index]
    assert abs(sum(widths(table)) - Mm(millimetres)) < Mm(0.2)
    for row in table.rows:
        assert [int(c.width or 0) for c in row.cells] == widths(table)


def test_header_is_repeated_and_rows_do_not_break() -> None:
    rows = DRAFT.tables[3].rows
    assert "w:tblHeader" in rows[0]._tr.xml
    assert not any("w:tblHeader" in row._tr.xml for row in list(rows)[1:])
    assert all("w:cantSplit" in row._tr.xml for row in rows)


def test_numbers_stand_right_and_the_total_is_bold() -> None:
    rows = list(DRAFT.tables[3].rows)
    number = rows[1].cells[2].paragraphs[0]
    assert number.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert rows[1].cells[0].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
    styles = [[str(c.paragraphs[0].style.name) for c in row.cells if c.paragraphs[0].style] for row in rows]
    assert set(styles[-1]) == {"KH Dòng tổng"}
    assert set(styles[-2]) == {"KH Ô bảng"}
    assert DRAFT.styles["KH Dòng tổng"].font.bold


def test_the_total_row_is_never_alone_on_a_page() -> None:
    rows = list(DRAFT.tables[3].rows)
    kept = [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in rows]
    assert kept[1]
    assert kept[-2]
    assert not any(kept[2:-2])
    assert not kept[-1]


def test_what_follows_a_table_stands_apart_from_it() -> None:
    after = next(p for p in DRAFT.paragraphs if p.text.startswith("Toàn xã có"))
    assert after.paragraph_format.space_before is not None
    assert after.paragraph_format.space_before.pt == 6


WORDS = st.text("aươĐ0 ,", min_size=1, max_size=12)


@given(st.lists(st.tuples(st.floats(0, 1), WORDS), min_size=1, max_size=9), st.lists(WORDS, max_size=3))
def test_columns_fill_the_width_and_no_word_is_torn(columns: list[tuple[float, str]], cells: list[str]) -> None:
    rows = tuple(tuple((cell,) for _ in columns) for cell in cells)
    table = model.Table("b", tuple(model.TableColumn(header, share) for share, header in columns), rows)
    found = column_widths(table, 252)
    assert sum(found) == round(252 / 25.4 * 1440)
    needs = [longest((header, *cells)) + 2 * 1.5 + 0.5 for _, header in columns]
    assume(sum(needs) < 252)
    for (_, header), width in zip(columns, found, strict=True):
        assert width / 1440 * 25.4 >= longest((header,)) + 2 * 1.5


def longest(texts: tuple[str, ...]) -> float:
    return max((text_width(word, 12, True) for text in texts for word in text.split()), default=0)


def test_more_words_than_fit_still_make_a_table() -> None:
    columns = tuple(model.TableColumn("W" * 30, 1) for _ in range(6))
    assert sum(column_widths(model.Table("b", columns, ()), 165)) == round(165 / 25.4 * 1440)


def test_three_thousand_rows_cost_ten_times_three_hundred() -> None:
    assert calls(3000) < 12 * calls(300)


def calls(rows: int) -> int:
    """How many functions are called to write a table: work that can be counted, where seconds only can be hoped for."""
    annex = model.Annex("pl", "Danh sách", (sample.units_table(rows, "pl.bang"),), is_wide=True)
    profile = cProfile.Profile()
    profile.runcall(report_document, sample.report(annexes=(annex,)))
    return sum(entry.callcount for entry in profile.getstats())


def test_a_cell_may_hold_several_lines() -> None:
    table = model.Table("b", (model.TableColumn("A", 1), model.TableColumn("B", 1)), ((("một\nhai",), ()),))
    document = opened(sample.report(blocks=(table,)))
    assert grid(document.tables[1])[1] == ["một\nhai", ""]
