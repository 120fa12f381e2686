"""A returned file: whose it is, what it says, and what its sender must do when it cannot be used."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from openpyxl.cell.cell import MergedCell
from openpyxl.workbook import Workbook

from kehoach.finding import Severity
from kehoach.form.layout import lay_out_form
from kehoach.form.model import NIL
from kehoach.plan.edition import STAMP_SHEET
from kehoach.submission.inbox import forms_of
from kehoach.submission.model import State, Submission
from kehoach.submission.read import read_submission
from tests.examples import examples
from tests.form.returned import OFFICE, VILLAGE, blank, filled
from tests.tiny import tiny_plan

PLAN = tiny_plan()
Q1, Q2 = PLAN.periods
FORMS = {period.code: forms_of(PLAN, period) for period in PLAN.periods}
FULL = {"tong_ho": 100, "ho_dk": 95, "buoi_tt": 2, "kinh_phi": NIL, "nvh": "có"}


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Submission]:
    def reads(data: bytes, name: str = "T01.xlsx", period: str = "2023-Q1") -> Submission:
        path = tmp_path / name
        path.write_bytes(data)
        return read_submission(path, name, PLAN, PLAN.period(period), FORMS[period])

    return reads


def codes(submission: Submission) -> list[str]:
    return [f.code for f in submission.findings]


def values(submission: Submission) -> dict[str, object]:
    return {v.element: v.value for v in submission.values if v.state not in (State.BLANK, State.NIL)}


def test_a_perfect_village_gives_no_finding(read: Callable[..., Submission]) -> None:
    data = filled(VILLAGE, FULL)
    submission = read(data)
    assert submission.stamp and submission.stamp.unit == "T01"
    assert (submission.findings, submission.changes) == ((), ())
    assert values(submission) == {"tong_ho": 100, "ho_dk": 95, "buoi_tt": 2, "nvh": 1}
    assert {v.element for v in submission.values if v.state is State.NIL} == {"kinh_phi"}
    assert submission.digest == hashlib.sha256(data).hexdigest()
    assert all(v.place.file == "T01.xlsx" and v.place.sheet and v.place.cell for v in submission.values)


def test_places_are_the_cells_an_independent_reader_finds(read: Callable[..., Submission]) -> None:
    data = filled(VILLAGE, FULL)
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    for value in read(data).values:
        assert str(workbook[value.place.sheet][value.place.cell].value) == str(FULL[value.element])


def test_a_blank_form_was_not_sent(read: Callable[..., Submission]) -> None:
    submission = read(blank(VILLAGE))
    assert submission.is_empty and not submission.values
    assert [(f.code, f.open) for f in submission.findings] == [("KT-31", False)]


def test_numbers_beside_the_answer_cells_of_a_blank_form_are_told(read: Callable[..., Submission]) -> None:
    def beside(workbook: Workbook) -> None:
        workbook["Số liệu"]["C10"].value, workbook["Số liệu"]["C11"].value = 100, 95

    submission = read(filled(VILLAGE, {}, beside))
    assert (submission.is_empty, codes(submission)) == (True, ["KT-31", "KT-30"])
    assert "C10 “100”; C11 “95”" in submission.findings[1].say


def test_a_finding_is_one_line_whatever_the_cell_holds(read: Callable[..., Submission]) -> None:
    submission = read(filled(VILLAGE, {**FULL, "tong_ho": "120\n130"}))
    (asked,) = submission.findings
    assert asked.line.startswith("KT-45 T01.xlsx Số liệu!B10: “Tổng số hộ” ghi “120 130”")


def test_nothing_but_the_choice_for_blanks_is_an_answer(read: Callable[..., Submission]) -> None:
    chosen = FORMS["2023-Q1"]["T01"].sections[1].blanks_name
    submission = read(filled(VILLAGE, {chosen: NIL}))
    assert not submission.is_empty
    states = {v.element: v.state for v in submission.values}
    assert (states["buoi_tt"], states["tong_ho"]) == (State.NIL, State.BLANK)


def test_a_photo_in_an_empty_form_is_sent_back(read: Callable[..., Submission]) -> None:
    data = io.BytesIO(blank(VILLAGE))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/media/image1.png", b"\x89PNG")
    submission = read(data.getvalue())
    assert (submission.is_empty, codes(submission)) == (True, ["KT-29"])
    assert submission.findings[0].severity is Severity.RETURN


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "KT-04"),
        (b"PK\x03\x04 cut off", "KT-04"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("KT-01", "KT-04")),
        (b"<html><table></table></html>", "KT-05"),
        (b"thon,tong_ho\n1,2\n", "KT-05"),
        (b"%PDF-1.4", "KT-06"),
        (b"\xff\xd8\xff\xe0photo", "KT-06"),
    ],
)
def test_what_is_no_workbook_is_sent_back_in_plain_words(
    data: bytes, code: str | tuple[str, str], read: Callable[..., Submission]
) -> None:
    submission = read(data, "T02 bieu.xlsx")
    [finding] = submission.findings
    assert finding.code in code and finding.severity is Severity.RETURN and finding.open
    assert finding.place.unit == "T02" and finding.place.file in finding.say
    assert not submission.is_used and submission.stamp is None and finding.do.endswith(".")


def restamped(key: str, value: str) -> Callable[[Workbook], object]:
    def spoil(workbook: Workbook) -> None:
        for row in workbook[STAMP_SHEET].iter_rows():
            if row[0].value == key:
                row[1].value = value

    return spoil


@pytest.mark.parametrize(
    ("key", "value", "code", "unit"),
    [
        ("period", "2023-Q2", "KT-66", "T01"),
        ("plan", "00001/77/KH-UBND/2022", "KT-71", "T01"),
        ("org", "00002", "KT-71", ""),
        ("unit", "T99", "KT-41", ""),
    ],
)
def test_a_file_from_elsewhere_is_named_with_where_it_belongs(
    key: str, value: str, code: str, unit: str, read: Callable[..., Submission]
) -> None:
    submission = read(filled(VILLAGE, FULL, restamped(key, value)))
    [finding] = submission.findings
    assert (finding.code, finding.severity, finding.place.unit) == (code, Severity.RETURN, unit)
    assert value in finding.say or value in finding.do
    assert not submission.is_used and not submission.values


def unstamped(workbook: Workbook) -> None:
    del workbook[STAMP_SHEET]


def headless(workbook: Workbook) -> None:
    unstamped(workbook)
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("Mã nhận dạng"):
                    cell.value = None


@pytest.mark.parametrize("spoil", [unstamped, headless, restamped("round", "①"), restamped("version", "")])
def test_without_its_stamp_a_form_goes_by_what_stands_visibly(
    spoil: Callable[[Workbook], object], read: Callable[..., Submission]
) -> None:
    submission = read(filled(VILLAGE, FULL, spoil), "khong ten.xlsx")
    assert submission.stamp and (submission.stamp.unit, submission.stamp.period) == ("T01", "2023-Q1")
    assert values(submission)["tong_ho"] == 100 and submission.is_used


def test_a_workbook_of_nobody_is_sent_back(read: Callable[..., Submission]) -> None:
    data = io.BytesIO()
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "Danh sách hộ"
    workbook.save(data)
    assert codes(read(data.getvalue())) == ["KT-110"]


def test_the_name_of_a_file_never_decides_but_a_wrong_one_is_listed(read: Callable[..., Submission]) -> None:
    submission = read(filled(VILLAGE, FULL), "T02-thon-hai.xlsx")
    assert submission.stamp and submission.stamp.unit == "T01"
    assert [(f.code, f.severity) for f in submission.findings] == [("KT-10", Severity.LOOK)]
    assert codes(read(filled(VILLAGE, FULL), "Thôn Một (1).xlsx")) == []


def test_a_good_workbook_under_a_wrong_ending_is_read(read: Callable[..., Submission]) -> None:
    submission = read(filled(VILLAGE, FULL), "T01.xls")
    assert (codes(submission), values(submission)["tong_ho"]) == (["KT-07"], 100)


def test_what_was_put_right_is_summed_up_once_a_kind(read: Callable[..., Submission]) -> None:
    submission = read(filled(VILLAGE, FULL | {"tong_ho": "100 hộ", "ho_dk": "95 hộ", "nvh": "x"}))
    assert [(f.code, f.severity, f.open) for f in submission.findings] == [
        ("KT-45", Severity.NOTED, False),
        ("KT-52", Severity.NOTED, False),
    ]
    assert [c.taken for c in submission.changes] == ["100", "95", "có"]


def test_rows_pasted_one_off_are_one_question_and_their_values_stay_known(read: Callable[..., Submission]) -> None:
    def swap(workbook: Workbook) -> None:
        sheet = workbook["Số liệu"]
        first, second = (workbook.defined_names[n].attr_text.rpartition("$")[2] for n in ("tong_ho", "ho_dk"))
        for column in ("A", "E"):
            one, other = sheet[f"{column}{first}"], sheet[f"{column}{second}"]
            one.value, other.value = other.value, one.value

    submission = read(filled(VILLAGE, FULL, swap))
    [finding] = submission.findings
    assert (finding.code, finding.open, len(finding.others)) == ("KT-19", True, 1)
    assert {p.cell for p in (finding.place, *finding.others)} == {
        v.place.cell for v in submission.values if v.element in ("tong_ho", "ho_dk")
    }


def test_formulas_that_were_never_calculated_are_one_question(read: Callable[..., Submission]) -> None:
    submission = read(filled(VILLAGE, FULL | {"tong_ho": "=90+10", "ho_dk": "=90+5"}))
    assert codes(submission) == ["KT-26"]
    states = {v.element: v.state for v in submission.values}
    assert states["tong_ho"] is states["ho_dk"] is State.UNREADABLE


def test_answers_merged_into_one_cell_are_asked(read: Callable[..., Submission]) -> None:
    def merge(workbook: Workbook) -> None:
        rows = [int(workbook.defined_names[n].attr_text.rpartition("$")[2]) for n in ("tong_ho", "ho_dk")]
        workbook["Số liệu"].merge_cells(f"B{rows[0]}:B{rows[1]}")

    submission = read(filled(VILLAGE, FULL, merge))
    assert [(f.code, f.element) for f in submission.findings if f.open] == [("KT-20", "tong_ho")]


def test_hidden_figures_count_and_are_listed(read: Callable[..., Submission]) -> None:
    def hide(workbook: Workbook) -> None:
        row = int(workbook.defined_names["tong_ho"].attr_text.rpartition("$")[2])
        workbook["Số liệu"].row_dimensions[row].hidden = True

    submission = read(filled(VILLAGE, FULL, hide))
    assert [(f.code, f.severity) for f in submission.findings] == [("KT-21", Severity.LOOK)]
    assert values(submission)["tong_ho"] == 100


def test_an_older_form_is_read_for_what_it_asked(tmp_path: Path) -> None:
    def older(workbook: Workbook) -> None:
        restamped("asked", " ".join(key for key in FULL if key != "nvh"))(workbook)
        row = int(workbook.defined_names["nvh"].attr_text.rpartition("$")[2])
        workbook["Số liệu"].delete_rows(row)
        del workbook.defined_names["nvh"]

    path = tmp_path / "T01.xlsx"
    path.write_bytes(filled(VILLAGE, {k: v for k, v in FULL.items() if k != "nvh"}, older))
    form = lay_out_form(PLAN, PLAN.unit("T01"), Q1)
    assert form
    submission = read_submission(path, "T01.xlsx", PLAN, Q1, {"T01": form})
    assert {v.element for v in submission.values if v.state is State.NOT_ASKED} == {"nvh"}
    assert [(f.code, f.open) for f in submission.findings] == [("KT-11", False)]
    assert values(submission)["ho_dk"] == 95


def test_one_who_answers_for_many_names_each(read: Callable[..., Submission]) -> None:
    submission = read(filled(OFFICE, {"ho_cn.T01": 80, "ho_cn.T02": "101 hộ"}), "VP.xlsx", "2023-Q2")
    told = {(v.element, v.subject): v.value for v in submission.values if v.element == "ho_cn"}
    assert told == {("ho_cn", "T01"): 80, ("ho_cn", "T02"): 101, ("ho_cn", "T03"): None}
    assert all(v.place.unit == "VP" for v in submission.values)


@examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=60), at=st.integers(0, 6000))
def test_a_damaged_file_is_always_a_value(junk: bytes, at: int, read: Callable[..., Submission]) -> None:
    whole = blank(VILLAGE)
    submission = read(whole[:at] + junk + whole[at + len(junk) :])
    assert submission.is_empty or not submission.is_used or submission.values


JUNK = st.sampled_from(
    (
        "",
        0,
        -1,
        1.234,
        10**20,
        1e300,
        "nt",
        "=1/0",
        "#REF!",
        True,
        datetime(2023, 3, 4),
        "a" * 3000,
        "\u200b",
        "①",
        "½",
        "1.2.3",
    )
)


@examples(12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    scattered=st.dictionaries(st.tuples(st.integers(1, 30), st.integers(1, 7)), JUNK, max_size=30),
    stamped=st.dictionaries(st.integers(1, 7), JUNK, max_size=2),
    gone=st.sampled_from((0, 3, 10, 12)),
)
def test_whatever_is_done_to_a_form_nothing_unclear_is_used(
    scattered: dict[tuple[int, int], object],
    stamped: dict[int, object],
    gone: int,
    read: Callable[..., Submission],
) -> None:
    def spoil(workbook: Workbook) -> None:
        cells = [(workbook["Số liệu"], spot, value) for spot, value in scattered.items()]
        cells += [(workbook[STAMP_SHEET], (row, 2), value) for row, value in stamped.items()]
        for sheet, spot, value in cells:
            if not isinstance(sheet.cell(*spot), MergedCell):
                sheet.cell(*spot).value = value
        if gone:
            workbook["Số liệu"].delete_rows(gone)

    submission = read(filled(VILLAGE, FULL, spoil))
    asked = {p for f in submission.findings if f.open for p in (f.place, *f.others)}
    for value in submission.values:
        assert value.state is not State.UNREADABLE or value.place in asked
    assert submission.is_used or submission.findings
