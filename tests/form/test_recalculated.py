"""What a form works out by itself, and what survives another program, by LibreOffice."""

import io
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from kehoach.form.entry import entry_rule
from kehoach.form.locate import read_stamp
from kehoach.plan.element import ElementKind
from tests.form.returned import OFFICE, VILLAGE, answers_of, as_read, doubted, filled, form_of, typed
from tests.tiny import element, tiny_plan

pytestmark = pytest.mark.render

TYPED = {"tong_ho": 100, "ho_dk": 120, "buoi_tt": "không phát sinh", "nvh": "có", "_de_trong.2": "không phát sinh"}


def resaved(data: bytes, folder: Path) -> bytes:
    """Opened, calculated and saved by LibreOffice."""
    source, target = folder / "gui-lai.xlsx", folder / "luu-lai"
    source.write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", target, source], check=True, capture_output=True, timeout=120)
    return (target / "gui-lai.xlsx").read_bytes()


def test_another_program_changes_no_answer(tmp_path: Path) -> None:
    for number, who in enumerate((VILLAGE, OFFICE)):
        values = TYPED if who == VILLAGE else {"ho_cn.T02": 7, "qd_ngay": date(2023, 5, 6), "uu_diem.d2": "Tốt."}
        before, folder = filled(who, values), tmp_path / str(number)
        folder.mkdir()
        after = resaved(before, folder)
        one, other = answers_of(who, before), answers_of(who, after)
        assert typed(one) == typed(other) and not doubted(other)
        assert [a.blanks_are_nil for a in one.located] == [a.blanks_are_nil for a in other.located]
        assert read_stamp(as_read(after)) == form_of(who).stamp


def calculated(values: dict[str, object], folder: Path) -> dict[str, object]:
    """Rate and hint beside `ho_dk` after calculation."""
    sheet = openpyxl.load_workbook(io.BytesIO(resaved(filled(VILLAGE, values), folder)), data_only=True)["Số liệu"]
    return {"rate": sheet["B12"].value or "", "hint": sheet["F11"].value or ""}


@pytest.mark.parametrize(
    ("values", "rate", "hint"),
    [
        (TYPED, 1.2, "✗ Số hộ đăng ký (120) lớn hơn tổng số hộ (100)."),
        ({"tong_ho": 100, "ho_dk": 80}, 0.8, ""),
        ({"tong_ho": 100}, "", ""),
        ({"tong_ho": "không phát sinh", "ho_dk": 5}, "", ""),
        ({"tong_ho": 0, "ho_dk": 0}, "", ""),
    ],
)
def test_rates_and_doubts_appear_when_they_can_be_known(
    values: dict[str, object], rate: object, hint: str, tmp_path: Path
) -> None:
    assert calculated(values, tmp_path) == {"rate": rate, "hint": hint}


ENTRIES: tuple[tuple[ElementKind, object, bool], ...] = (
    (ElementKind.COUNT, 12, True),
    (ElementKind.COUNT, 0, True),
    (ElementKind.COUNT, -1, False),
    (ElementKind.COUNT, 1.5, False),
    (ElementKind.COUNT, "12 hộ", False),
    (ElementKind.COUNT, "Không phát sinh ", True),
    (ElementKind.AMOUNT, 12.5, True),
    (ElementKind.AMOUNT, -3, False),
    (ElementKind.AMOUNT, "12,5 triệu", False),
    (ElementKind.RATE, 0.86, True),
    (ElementKind.RATE, 86, False),
    (ElementKind.DATE, date(2023, 2, 1), True),
    (ElementKind.DATE, date(1923, 2, 1), False),
    (ElementKind.DATE, "25/12/2023", True),
    (ElementKind.DATE, "hôm qua", False),
    (ElementKind.DATE, "không phát sinh", True),
)


def test_rules_take_what_they_say_they_take(tmp_path: Path) -> None:
    workbook, period = Workbook(), tiny_plan().periods[0]
    sheet = workbook.worksheets[0]
    for row, (kind, value, _) in enumerate(ENTRIES, 1):
        sheet.cell(row, 1).value = value
        rule = entry_rule(element("a_b", "Số", kind), period, f"A{row}", lambda _: "")
        sheet.cell(row, 2).value = f"=IF({rule.formula1},1,0)"
    data = io.BytesIO()
    workbook.save(data)
    found = openpyxl.load_workbook(io.BytesIO(resaved(data.getvalue(), tmp_path)), data_only=True).worksheets[0]
    taken = [(kind, value, found.cell(row, 2).value == 1) for row, (kind, value, _) in enumerate(ENTRIES, 1)]
    assert taken == list(ENTRIES)


def test_an_estimate_may_be_said_in_words(tmp_path: Path) -> None:
    workbook, period = Workbook(), tiny_plan().periods[0]
    sheet = workbook.worksheets[0]
    sheet["A1"] = "khoảng 300"
    rules = [entry_rule(element("a_b", "Số", is_estimate=e), period, "A1", lambda _: "") for e in (True, False)]
    for column, rule in enumerate(rules, 2):
        sheet.cell(1, column).value = f"=IF({rule.formula1},1,0)"
    data = io.BytesIO()
    workbook.save(data)
    found = openpyxl.load_workbook(io.BytesIO(resaved(data.getvalue(), tmp_path)), data_only=True).worksheets[0]
    assert [c.value for c in found[1]] == ["khoảng 300", 1, 0]
