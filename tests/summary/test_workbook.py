import io
import re
import zipfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from kehoach.assessment.model import Verdict
from kehoach.office.model import CellKind
from kehoach.office.read import read_workbook
from kehoach.submission.model import State
from tests.summary.books import WHOLE, assessed, formulas, rows, shown, written
from tests.tiny import tiny_plan

EXCEL_2010 = {
    *("IF", "COUNT", "SUM", "SUMPRODUCT", "ISNUMBER", "IFERROR", "AND", "OR", "NOT", "MIN", "MAX", "ROUND", "ROUNDUP"),
    *("INT", "TEXT", "ROWS", "COUNTA", "LEFT", "MID", "FIND", "LEN"),
}


def test_the_targets_stand_as_they_were_assessed() -> None:
    assessment = assessed({**WHOLE, "ho_cn": {"T01": 80, "T02": 103, "T03": 69}})
    first, second = rows(shown(written(assessment)), "Chỉ tiêu")
    assert (first["Tử số"], first["Mẫu số"], first["Thực hiện"]) == (252, 300, pytest.approx(0.84))
    assert (first["Mức giao"], first["So với mức giao"]) == (pytest.approx(0.86), pytest.approx(-0.02))
    assert (first["Còn thiếu"], first["Đánh giá"], first["Số liệu của"]) == (6, "Chưa đạt", "03/03 thôn")
    assert first["Năm trước"] == pytest.approx(250 / 298)
    assert (second["Thực hiện"], second["Đánh giá"]) == (1, "Đạt")


def test_every_step_is_a_formula_down_to_the_value() -> None:
    book = formulas(written(assessed(WHOLE)))
    target, working, part = book["Chỉ tiêu"]["F5"].value, book["Cách tính"]["G5"].value, book["Theo thôn"]["E5"].value
    assert "'Cách tính'!G5/'Cách tính'!G6" in str(target)
    assert "'Theo thôn'!E5:E7" in str(working)
    cell = re.search(r"'Số liệu'!G(\d+)", str(part))
    assert cell and [c.value for c in book["Số liệu"][int(cell[1])]][:4] == ["2023-Q2", "T01", "Thôn Một", "ho_cn"]


@pytest.mark.parametrize("silence", [None, State.NOT_ASKED, State.UNREADABLE, State.SET_ASIDE, "absent"])
def test_silence_is_no_zero(silence: State | str | None) -> None:
    recognised = {"T01": 86, "T02": 103, **({} if silence == "absent" else {"T03": silence})}
    book = shown(written(assessed({**WHOLE, "ho_cn": recognised})))
    first = rows(book, "Chỉ tiêu")[0]
    assert (first["Tử số"], first["Mẫu số"]) == (189, 220)
    assert (first["Số liệu của"], first["Đánh giá"]) == ("02/03 thôn", "Chưa đủ căn cứ")
    assert (first["Còn thiếu"], first["So với mức giao"]) == (None, "–")
    of_units = {row["Thôn"]: row for row in rows(book, "Theo thôn")}
    assert of_units["Thôn Ba"]["Số hộ được công nhận"] == "…"
    assert of_units["Số thôn có số liệu"]["Số hộ được công nhận"] == "02/03"
    [value] = [r for r in rows(book, "Số liệu") if (r["Mã số liệu"], r["Mã đơn vị"]) == ("ho_cn", "T03")]
    assert value["Giá trị"] is None and value["Tình trạng"]


def test_nothing_happened_is_a_zero_that_says_so() -> None:
    book = shown(written(assessed({**WHOLE, "buoi_tt": {"T01": 2, "T02": State.NIL, "T03": 1}})))
    [value] = [r for r in rows(book, "Số liệu") if (r["Mã số liệu"], r["Mã đơn vị"]) == ("buoi_tt", "T02")]
    assert (value["Giá trị"], value["Tình trạng"]) == (0, "không phát sinh")


def test_a_part_is_held_against_no_whole() -> None:
    second = rows(shown(written(assessed({**WHOLE, "cq_dat": {"C01": 1}}))), "Chỉ tiêu")[1]
    assert (second["Tử số"], second["Mẫu số"], second["Thực hiện"]) == (1, 2, "…")
    assert (second["Đánh giá"], second["Số liệu của"]) == ("Chưa đủ căn cứ", "01/02 cơ quan")


def test_flows_run_over_the_year_and_compare_period_with_period() -> None:
    earlier = {"2023-Q1": {"buoi_tt": {"T01": 5, "T02": 1, "T03": 1}}}
    book = shown(written(assessed({**WHOLE, "buoi_tt": {"T01": 2, "T02": 1, "T03": 1}}, earlier=earlier)))
    [row] = [r for r in rows(book, "Tổng hợp") if r["Mã"] == "buoi_tt"]
    assert (row["Riêng kỳ này"], row["Tính đến hết kỳ"], row["Kỳ trước"], row["Tăng, giảm so với kỳ trước"]) == (
        4,
        11,
        7,
        -3,
    )
    [households] = [r for r in rows(book, "Tổng hợp") if r["Mã"] == "tong_ho"]
    assert (households["Năm trước"], households["Tăng, giảm so với năm trước"]) == (298, 2)


def test_what_may_not_be_said_yet_is_not_said() -> None:
    plan = tiny_plan()
    plan = replace(plan, targets=tuple(replace(t, concludes=replace(t.concludes, codes=("Q4",))) for t in plan.targets))
    first, second = rows(shown(written(assessed(WHOLE, plan))), "Chỉ tiêu")
    assert (first["Thực hiện"], first["Đánh giá"]) == ("–", "Chưa đến kỳ đánh giá")
    assert (second["Thực hiện"], second["Đánh giá"]) == (1, "Đang thực hiện")


def test_a_decision_that_is_missing_leaves_no_verdict() -> None:
    values = {code: of for code, of in WHOLE.items() if code != "qd_so"}
    first = rows(shown(written(assessed(values))), "Chỉ tiêu")[0]
    assert (first["Đánh giá"], first["So với mức giao"]) == (Verdict.NO_BASIS, "–")
    assert "thiếu căn cứ: Số quyết định công nhận" in str(first["Ghi chú"])


def test_a_rate_is_never_shown_on_the_other_side_of_its_threshold() -> None:
    plan = tiny_plan()
    plan = replace(plan, targets=(replace(plan.targets[0], threshold=Fraction(859700, 1000000)), *plan.targets[1:]))
    values = {**WHOLE, "tong_ho": {"T01": 1119, "T02": 0, "T03": 0}, "ho_cn": {"T01": 962, "T02": 0, "T03": 0}}
    assessment = assessed(values, plan)
    cell = shown(written(assessment))["Chỉ tiêu"]["F5"]
    assert f"{96200 / 1119:.{cell.number_format.count('0') - 1}f}" != "85.97"


def test_no_name_runs_as_a_formula() -> None:
    plan = tiny_plan()
    names = {"T01": '=cmd|"/c calc"!A1', "T02": "+84 thôn", "T03": "@sum"}
    plan = replace(plan, units=tuple(replace(u, name=names.get(u.code, u.name)) for u in plan.units))
    book = formulas(written(assessed(WHOLE, plan)))
    found = [c for s in book.worksheets for row in s.iter_rows() for c in row if c.value in names.values()]
    assert {c.value for c in found} == set(names.values())
    assert all(c.data_type == "s" and c.quotePrefix for c in found)


def test_only_functions_that_excel_2010_has() -> None:
    book = formulas(written(assessed(WHOLE)))
    cells = [str(c.value) for s in book.worksheets for row in s.iter_rows() for c in row if c.data_type == "f"]
    rules = [f for s in book.worksheets for r in s.conditional_formatting for rule in r.rules for f in rule.formula]
    bare = [re.sub(r"'[^']*'|\"[^\"]*\"", "", text) for text in (*cells, *rules)]
    assert {name for text in bare for name in re.findall(r"([A-Z][A-Z.]+)\(", text)} <= EXCEL_2010


def test_links_lead_to_the_very_cell_from_where_the_workbook_lies() -> None:
    assessment = assessed(WHOLE)
    frame = assessment.review.accepted.by_value
    frame.loc[:, "file"] = frame["file"].str.replace("T01.xlsx", "Thôn Một (lần 2).xlsx", regex=False)
    with zipfile.ZipFile(io.BytesIO(written(assessment))) as package:
        names = [n for n in package.namelist() if n.startswith("xl/worksheets/_rels")]
        targets = {t for n in names for t in re.findall('Target="([^"]*)"', package.read(n).decode())}
    link = formulas(written(assessment))["Số liệu"]["J5"].hyperlink
    assert r"..\..\input_templates\2023-Q2\Thôn%20Một%20(lần%202).xlsx" in targets
    assert link and link.location == "'Số liệu'!C5"
    assert not [t for t in targets if t.startswith(("/", "file:")) or ":" in t]


@pytest.mark.parametrize("name", ["T01 #2.xlsx", "T01 100%.xlsx", "T01 %20.xlsx"])
def test_a_name_by_which_excel_loses_its_way_is_no_link(name: str) -> None:
    assessment = assessed(WHOLE)
    frame = assessment.review.accepted.by_value
    frame.loc[:, "file"] = frame["file"].str.replace("T01.xlsx", name, regex=False)
    cell = formulas(written(assessment))["Số liệu"]["J5"]
    assert (cell.value, cell.hyperlink) == (name, None)


def test_a_comparison_without_any_basis_is_hidden() -> None:
    columns = formulas(written(assessed(WHOLE)))["Chỉ tiêu"].column_dimensions
    assert [name for name, column in columns.items() if column.hidden] == ["I"]
    assert (columns["I"].min, columns["I"].max) == (9, 10)


def test_the_same_numbers_make_the_same_bytes() -> None:
    assert written(assessed(WHOLE)) == written(assessed(WHOLE))


def test_every_sheet_is_ready_to_read_and_to_print() -> None:
    data = written(assessed(WHOLE))
    guide, *sheets = formulas(data).worksheets
    assert [s.title for s in (guide, *sheets)] == [
        *("Đọc trước", "Chỉ tiêu", "Cách tính", "Tổng hợp", "Theo thôn", "Theo cơ quan", "Số liệu")
    ]
    told = {cell.value for row in guide.iter_rows() for cell in row}
    assert {s.title for s in sheets} <= told
    for sheet in sheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.print_title_rows == "$4:$4" and sheet.freeze_panes and sheet.auto_filter.ref


def test_our_own_reader_finds_no_error_in_it(tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(written(assessed(WHOLE)))
    sheets = read_workbook(tmp_path / "so.xlsx").sheets
    kinds = {c.kind for s in sheets for c in s.cells.values()}
    assert CellKind.NUMBER in kinds and CellKind.ERROR not in kinds


def test_nothing_sent_is_nothing_known() -> None:
    book = shown(written(assessed({})))
    assert {r["Đánh giá"] for r in rows(book, "Chỉ tiêu")} == {"Chưa có số liệu"}
    assert not [r for r in rows(book, "Tổng hợp") if r["Tính đến hết kỳ"] not in ("…", "–")]
