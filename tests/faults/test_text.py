"""Faults 33 to 44 of a village's workbook: text and names. What is put right is listed, what is unsure is asked."""

import io
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from kehoach.dataset.csv import dataset_csv
from kehoach.finding import Severity
from kehoach.plan.model import Plan
from kehoach.review.write import check_workbook
from tests.faults.commune import Commune, small_plan
from tests.faults.test_sheet import told, value

TEXT = "uu_diem.d1"
PAGE = "Phần viết"


def in_font(name: str) -> Callable[[Workbook], None]:
    def spoil(workbook: Workbook) -> None:
        [(sheet, ref)] = workbook.defined_names[TEXT].destinations
        workbook[sheet][ref.replace("$", "")].font = Font(name=name)

    return spoil


@pytest.mark.parametrize(
    ("typed", "font", "code", "name", "meant"),
    [
        ("QuyÕt ®Þnh cña x· ®· ®Õn c¸c th«n", ".VnTime", "KT-33", "TCVN3", "Quyết định của xã đã đến các thôn"),
        ("c¸c th«n ®· ®¨ng ký", ".VnTimeH", "KT-34", "TCVN3, phông chữ hoa", "CÁC THÔN ĐÃ ĐĂNG KÝ"),
        ("Caùc thoân ñaõ ñaêng kyù ñaày ñuû", "VNI-Times", "KT-35", "VNI", "Các thôn đã đăng ký đầy đủ"),
    ],
)
def test_33_34_35_old_encodings_are_put_right_where_the_font_says_so(
    commune: Commune, typed: str, font: str, code: str, name: str, meant: str
) -> None:
    commune.send("VP", {TEXT: typed}, in_font(font))
    finding = commune.one()
    assert told(finding) == (code, Severity.NOTED, False)
    assert finding.place.sheet == PAGE
    assert finding.say == f"Đã hiểu lại 1 ô (mã cũ {name}): {finding.place.cell} “{typed}” là {meant}."
    assert value(commune, "uu_diem", "d1")[0] == meant
    commune.send("VP", {TEXT: meant}, in_font(font))
    assert commune.findings() == []


@pytest.mark.parametrize(
    ("typed", "code", "meant"),
    [
        ("QuyÕt ®Þnh cña x·", "KT-33", "TCVN3; có phải “Quyết định của xã” không?"),
        ("Caùc thoân ñaõ ñaêng kyù", "KT-35", "VNI; có phải “Các thôn đã đăng ký” không?"),
    ],
)
def test_33_35_without_the_font_few_words_are_asked_about(commune: Commune, typed: str, code: str, meant: str) -> None:
    commune.send("VP", {"minh_chung.nv1": typed})
    finding = commune.one()
    assert told(finding) == (code, Severity.CONFIRM, True)
    assert finding.say.endswith(f"có thể gõ bằng bảng mã cũ {meant}")
    commune.send("VP", {"minh_chung.nv1": "Lòng dân xã Hòa Bình"})
    assert commune.findings() == []


def test_36_decomposed_text_is_counted(commune: Commune) -> None:
    text = "Các thôn đều làm tốt."
    commune.send("VP", {TEXT: unicodedata.normalize("NFD", text)})
    finding = commune.one()
    assert told(finding) == ("KT-36", Severity.NOTED, False)
    assert finding.say == "Đã chuẩn hóa Unicode 1 ô."
    assert value(commune, "uu_diem", "d1")[0] == text


def test_42_look_alike_letters_are_put_right(commune: Commune) -> None:
    commune.send("VP", {TEXT: "Ðồng lòng làm tốt"})
    finding = commune.one()
    assert told(finding) == ("KT-42", Severity.NOTED, False)
    assert finding.say.endswith("“Ðồng lòng làm tốt” là Đồng lòng làm tốt.")
    commune.send("VP", {TEXT: "Đồng lòng làm tốt"})
    assert commune.findings() == []


@pytest.mark.parametrize(
    "typed", [" Các thôn đều làm. ", "'Các thôn đều làm.", "Các thôn\nđều làm.", "Các  thôn đều làm."]
)
def test_43_spaces_apostrophes_and_lines_are_counted(commune: Commune, typed: str) -> None:
    commune.send("VP", {TEXT: typed})
    finding = commune.one()
    assert told(finding) == ("KT-43", Severity.NOTED, False)
    assert finding.say == "Đã bỏ khoảng trắng, dấu nháy, xuống dòng thừa ở 1 ô."
    assert value(commune, "uu_diem", "d1")[0] == "Các thôn đều làm."


@pytest.mark.parametrize("typed", ["+cmd|x", "@SUM(A1)", "=HYPERLINK(1)"])
def test_44_text_like_a_formula_stays_text_in_every_file(commune: Commune, typed: str) -> None:
    def as_text(workbook: Workbook) -> None:
        [(sheet, ref)] = workbook.defined_names[TEXT].destinations
        cell = workbook[sheet][ref.replace("$", "")]
        cell.value, cell.data_type = typed, "s"

    commune.send("VP", spoil=as_text)
    finding = commune.one()
    assert told(finding) == ("KT-44", Severity.NOTED, False)
    assert finding.say == f"“Ưu điểm” ghi “{typed}”: bắt đầu như công thức; được ghi lại dưới dạng chữ."
    review = commune.review()
    assert f",'{typed},".encode() in dataset_csv(review.accepted)
    written = openpyxl.load_workbook(io.BytesIO(check_workbook(commune.plan, review)))
    assert not [
        c for s in written for row in s.iter_rows() for c in row if c.data_type == "f" and typed in str(c.value)
    ]
    for plain in ("- Các thôn đều làm", "+ Các thôn đều làm"):
        commune.send("VP", {TEXT: plain})
        assert commune.findings() == []


@cache
def named_plan() -> Plan:
    """With names that are easily mistaken: Đồng Cả 1 and 2, Nà Hòa, and a thôn that went into another."""
    plan = small_plan()
    first, second, *others = (u for u in plan.units if u.code != "X")
    gone = replace(first, code="T09", name="Thôn Cũ", until=date(2022, 12, 31), successors=("T01",), aliases=())
    units = (
        plan.unit("X"),
        replace(first, name="Thôn Đồng Cả 1", aliases=()),
        replace(second, name="Thôn Đồng Cả 2", aliases=()),
        replace(second, code="T03", name="Thôn Nà Hòa", aliases=(), base={}),
        gone,
        *others,
    )
    return replace(plan, units=units)


@pytest.fixture
def names(tmp_path: Path) -> Commune:
    commune = Commune(tmp_path, named_plan())
    commune.send("T03", {"tong_ho": 80, "ho_dk": 70, "buoi_tt": 1, "kinh_phi": 3, "nvh": "có"})
    assert commune.findings() == []
    return commune


def typed_in(commune: Commune, name: str) -> None:
    """The number that the unit gave, typed in again under some spelling of its name: nothing differs but the name."""
    commune.type_in(("2023-Q1", name, "ho_dk", None, 90 if "Đồng" in name else 70))


@pytest.mark.parametrize("name", ["T03", "Thôn Nà Hòa", "thôn nà hòa", "T03 - Thôn Nà Hòa"])
def test_a_plain_name_needs_no_word(names: Commune, name: str) -> None:
    typed_in(names, name)
    assert names.findings() == []


@pytest.mark.parametrize(
    ("name", "code", "severity", "meant"),
    [
        ("Thôn Nà Hoà", "KT-37", Severity.NOTED, "Thôn Nà Hòa"),
        ("Nà Hòa", "KT-38", Severity.NOTED, "Thôn Nà Hòa"),
        ("KDC Nà Hòa", "KT-38", Severity.NOTED, "Thôn Nà Hòa"),
        ("T. Nà Hòa", "KT-38", Severity.NOTED, "Thôn Nà Hòa"),
        ("Thon Na Hoa", "KT-39", Severity.LOOK, "Thôn Nà Hòa"),
        ("Thôn Đồng Cả I", "KT-40", Severity.NOTED, "Thôn Đồng Cả 1"),
        ("Thôn Đồng Cả một", "KT-40", Severity.NOTED, "Thôn Đồng Cả 1"),
        ("Thôn Đồng Cả 01", "KT-40", Severity.NOTED, "Thôn Đồng Cả 1"),
    ],
)
def test_37_38_39_40_a_name_that_can_only_be_one_is_understood_and_listed(
    names: Commune, name: str, code: str, severity: Severity, meant: str
) -> None:
    typed_in(names, name)
    finding = names.one()
    assert told(finding) == (code, severity, False)
    assert (finding.place.file, finding.place.cell) == ("nhap-ho.xlsx", "B5")
    assert finding.say == f"“{name}” được hiểu là {meant}."


@pytest.mark.parametrize(
    ("name", "code", "say"),
    [
        ("Thôn Nà Hoo", "KT-39", "Không có đơn vị “Thôn Nà Hoo”. Có phải “Thôn Nà Hòa” không?"),
        (
            "Đồng Cả",
            "KT-39",
            "Không có đơn vị “Đồng Cả”. Có phải “Thôn Đồng Cả 1” hay “Thôn Đồng Cả 2” không?",
        ),
        ("Thôn Xa Lạ", "KT-41", "“Thôn Xa Lạ” không có trong danh mục đơn vị."),
        (
            "Thôn Cũ",
            "KT-41",
            "Thôn Cũ không có trong danh mục đơn vị của kỳ này, đã nhập vào Thôn Đồng Cả 1 sau ngày 31/12/2022.",
        ),
    ],
)
def test_39_41_between_two_and_for_one_that_is_gone_nobody_guesses(
    names: Commune, name: str, code: str, say: str
) -> None:
    names.type_in(("2023-Q1", name, "ho_dk", None, 55))
    finding = names.one()
    assert told(finding) == (code, Severity.CONFIRM, True)
    assert finding.say == f"Dòng nhập hộ này chưa dùng được, cột Đơn vị: {say}"
    assert finding.do == "Sửa dòng 5 trong tệp nhap-ho.xlsx."
    assert value(names, "ho_dk", "T01")[0] == 90


def test_41_a_file_of_a_unit_that_is_gone_goes_back(names: Commune, tmp_path: Path) -> None:
    before = replace(names.plan, units=tuple(replace(u, until=None) for u in names.plan.units))
    old = Commune(tmp_path / "cu", before, {})
    data = old.send("T09", {"tong_ho": 50}).read_bytes()
    names.send(data=data, name="Thôn Cũ.xlsx")
    finding = names.one()
    assert (finding.code, finding.severity) == ("KT-41", Severity.LOOK)
    assert finding.say == (
        "Tệp “Thôn Cũ.xlsx” ghi đơn vị “Thôn Cũ”, không có trong các đơn vị phải gửi kỳ này, "
        "đã nhập vào Thôn Đồng Cả 1 sau ngày 31/12/2022."
    )
