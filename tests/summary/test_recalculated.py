"""Every formula worked out by LibreOffice: what is stored is what they come to, and what the report says."""

import random
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from kehoach.assessment.model import Assessment, Verdict
from kehoach.commands.period import walk_period
from kehoach.outputs import write_build
from kehoach.plan.expression import read_expression
from kehoach.plan.model import Plan
from kehoach.plan.target import Target
from kehoach.submission.model import State
from samples.make import make_sample
from tests.conftest import ROOT
from tests.faults.messy import spoil_all
from tests.libreoffice import needs_libreoffice, recalculate
from tests.reviewed import Given
from tests.summary.books import WHOLE, Values, assessed, differences, rows, written
from tests.tiny import tiny_plan

pytestmark = needs_libreoffice


def built(root: Path, period: str) -> tuple[Path, Assessment]:
    folder, walked = walk_period(root, period)
    write_build(folder, walked)
    return folder.summary(walked.period), walked.assessment


def recalculated(path: Path, folder: Path) -> Path:
    recalculate([path], folder)
    return folder / path.name


def assert_right(path: Path, assessment: Assessment, folder: Path) -> None:
    """Stored, worked out anew, and assessed: three times the same."""
    after = recalculated(path, folder)
    assert list(differences(path, after)) == []
    told = rows(openpyxl.load_workbook(after, data_only=True), "Chỉ tiêu")
    for row, result in zip(told, assessment.achievements, strict=True):
        assert row["Đánh giá"] == str(result.verdict)
        for header, value in (
            ("Thực hiện", result.actual),
            ("Tử số", result.numerator),
            ("Mẫu số", result.denominator),
        ):
            if value is not None and result.verdict is not Verdict.NOT_YET:
                assert row[header] == pytest.approx(float(value))
            else:
                assert row[header] in ("…", "–")


def test_a_wrong_result_is_caught(tmp_path: Path) -> None:
    data = written(assessed(WHOLE))
    source, spoilt = tmp_path / "dung.xlsx", tmp_path / "sai.xlsx"
    source.write_bytes(data)
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(spoilt, "w") as target:
        for name in package.namelist():
            content = package.read(name)
            if name == "xl/worksheets/sheet3.xml":
                content, count = re.subn(rb"<v>258</v>", b"<v>259</v>", content)
                assert count == 1
            target.writestr(name, content)
    recalculate([spoilt], tmp_path / "lai")
    [found] = differences(spoilt, tmp_path / "lai" / "sai.xlsx")
    assert "259 stored, 258 worked out" in found


@pytest.mark.parametrize("period", ["2023-Q1", "2023-Q4"])
def test_the_sample_year(period: str, own_sample_folder: Path, tmp_path: Path) -> None:
    assert_right(*built(own_sample_folder, period), tmp_path / "lai")


@pytest.mark.parametrize("period", ["2026-Q2", "2026-Q3", "2026-Q4"])
def test_a_commune_of_another_kind(period: str, tmp_path: Path) -> None:
    make_sample(tmp_path, ROOT / "samples" / "van-thuong")
    assert_right(*built(tmp_path, period), tmp_path / "lai")


def test_a_messy_quarter(own_sample_folder: Path, tmp_path: Path) -> None:
    assert spoil_all(own_sample_folder)
    assert_right(*built(own_sample_folder, "2023-Q4"), tmp_path / "lai")


def test_whoever_is_silent(tmp_path: Path) -> None:
    chance, books = random.Random(7), {}
    for number in range(12):
        values = {code: {s: silenced(chance, v) for s, v in of.items()} for code, of in WHOLE.items()}
        books[tmp_path / f"{number}.xlsx"] = assessment = assessed(values)
        (tmp_path / f"{number}.xlsx").write_bytes(written(assessment))
    recalculate(list(books), tmp_path / "lai")
    for path in books:
        assert list(differences(path, tmp_path / "lai" / path.name)) == []


def silenced(chance: random.Random, value: Given) -> Given:
    return chance.choice((value, value, value, None, State.SET_ASIDE, State.NIL))


def test_a_number_tried_out_goes_all_the_way(own_sample_folder: Path, tmp_path: Path) -> None:
    path, _ = built(own_sample_folder, "2023-Q4")
    book = openpyxl.load_workbook(path)
    for cells in book["Số liệu"].iter_rows(min_row=5):
        if (cells[1].value, cells[3].value) == ("T03", "ho_cn"):
            cells[6].value = 120
        if (cells[1].value, cells[3].value) == ("C05", "cq_dat"):
            cells[6].value = 1
    tried = tmp_path / "thu.xlsx"
    book.save(tried)
    first, _, third, *_ = rows(
        openpyxl.load_workbook(recalculated(tried, tmp_path / "lai"), data_only=True), "Chỉ tiêu"
    )
    assert (first["Tử số"], first["Đánh giá"], first["Còn thiếu"] or "") == (963, "Vượt", "")
    assert (third["Thực hiện"], third["Đánh giá"], third["Số liệu của"]) == (1, "Đạt", "05/05 cơ quan")


TARGETS = (
    ("(ho_cn + ho_dk) / (tong_ho * 2)", ">=", "0.86", "%"),
    ("tong_ho - truoc(tong_ho)", ">=", "1", "hộ"),
    ("-tong_ho + 400", "<=", "100", "hộ"),
    ("kinh_phi / 3", ">", "10.5", "triệu đồng"),
    ("ho_cn / tong_ho", "<", "0.86", "%"),
    ("tong_ho / (ho_cn - ho_cn)", ">=", "1", "%"),
    ("goc(ho_cn)", ">=", "100", "hộ"),
    ("nvh / dem(thon)", "=", "1", "%"),
    ("van_ban", ">=", "5", "văn bản"),
    ("van_ban / tong_ho", "<=", "0.02", "%"),
    ("buoi_tt", "=", "0", "buổi"),
)
FULL: Values = {
    **WHOLE,
    "ho_dk": {"T01": 95, "T02": 110, "T03": 75},
    "kinh_phi": {"T01": Decimal("12.5"), "T02": Decimal("0.1"), "T03": State.NIL},
    "buoi_tt": {"T01": State.NIL, "T02": State.NIL, "T03": State.NIL},
    "van_ban": {"X": 6},
}
BEFORE: Values = {"tong_ho": {"T01": 99, "T02": 120, "T03": 80}, "kinh_phi": {"T01": 1, "T02": 2, "T03": 3}}


def every_target(plan: Plan) -> tuple[Target, ...]:
    first = replace(plan.targets[0], evidence=())
    for_all = tuple(
        replace(first, code=f"ct{n}", short=text, expression=read_expression(text), comparison=sign,
                threshold=Fraction(limit), measure=measure)
        for n, (text, sign, limit, measure) in enumerate(TARGETS, 1)
    )  # fmt: skip
    return (*for_all, *(replace(for_all[4], code="ct20", unit=unit, comparison=">=") for unit in ("T01", "T03")))


def test_every_way_to_write_a_target(tmp_path: Path) -> None:
    plan = tiny_plan()
    plan = replace(plan, targets=every_target(plan))
    partial = {code: {s: v for s, v in of.items() if s != "T03" or code == "tong_ho"} for code, of in FULL.items()}
    for name, values in (("du", FULL), ("thieu", partial), ("trong", {})):
        assessment = assessed(values, plan, {"2023-Q1": BEFORE})
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(written(assessment))
        assert_right(path, assessment, tmp_path / "lai")


def test_names_of_any_kind(tmp_path: Path) -> None:
    plan = tiny_plan()
    called = {"thon": 'tổ "số" [1]/*?:\\', "co_quan": "'đơn vị' & 100% các loại rất dài tên"}
    units = tuple(replace(u, kind_name=called.get(u.kind, u.kind_name)) for u in plan.units)
    measured = {**plan.elements, "ho_cn": replace(plan.elements["ho_cn"], measure='hộ "mới"; 0#')}
    counted = replace(plan.targets[0], expression=read_expression("ho_cn"), threshold=Fraction(300), measure='"hộ"%')
    plan = replace(plan, units=units, elements=measured, targets=(*plan.targets, replace(counted, code="ct3")))
    assessment = assessed({**WHOLE, "ho_cn": {"T01": 80, "T02": 103}}, plan)
    path = tmp_path / "ten.xlsx"
    path.write_bytes(written(assessment))
    assert_right(path, assessment, tmp_path / "lai")
