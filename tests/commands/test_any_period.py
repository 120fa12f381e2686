"""A report for a month that somebody above asked about out of turn goes the same way as a quarter's."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl

from kehoach.commands import build, check, issue, templates
from kehoach.lint.lint import lint_parts
from kehoach.office.word_file import read_word_file
from kehoach.plan.write import plan_workbook
from kehoach.review.proxy import proxy_workbook
from tests.form.returned import type_in
from tests.tiny import tiny_plan

MONTH = "2023-T4"
ANSWERS: dict[str, dict[str, object]] = {
    "T01": {"tong_ho": 100, "ho_dk": 90, "buoi_tt": 2, "kinh_phi": 0, "nvh": "có"},
    "T02": {"tong_ho": 120, "ho_dk": 110, "buoi_tt": 3, "kinh_phi": 12.5, "nvh": "không"},
    "T03": {"tong_ho": 80, "ho_dk": 70, "buoi_tt": 1, "kinh_phi": 5, "nvh": "có"},
    "C01": {"cq_dat": "có"},
    "C02": {"cq_dat": "không"},
    "VP": {"van_ban": 4, "trang_thai.nv1": "đang làm", "trang_thai.nv2": "đang làm", "uu_diem.d1": "Các thôn đều làm."},
}


def folder(root: Path) -> Path:
    """A commune whose plan has one month beside its quarters, and nothing yet."""
    first, second = tiny_plan().periods
    month = replace(
        first,
        code=MONTH,
        name="tháng 4 năm 2023",
        start=date(2023, 3, 15),
        cutoff=date(2023, 4, 14),
        units_due=date(2023, 4, 17),
        report_due=date(2023, 4, 20),
        cumulative_from=date(2023, 3, 15),
        request="Công văn số 30/PVHTT ngày 05/4/2023 của Phòng Văn hóa và Thông tin huyện",
        addressees=("Phòng Văn hóa và Thông tin huyện",),
    )
    plan = replace(tiny_plan(), periods=(first, month, replace(second, start=date(2023, 4, 15))))
    inputs = root / "input_templates"
    inputs.mkdir(parents=True)
    (inputs / "ke-hoach.xlsx").write_bytes(plan_workbook(plan))
    (inputs / "nhap-ho.xlsx").write_bytes(proxy_workbook(plan))
    return root


def fill(root: Path) -> None:
    for path in (root / "input_templates" / MONTH).glob("*.xlsx"):
        workbook = openpyxl.load_workbook(path)
        for name, value in ANSWERS[path.name.partition("-")[0]].items():
            type_in(workbook, name, value)
        workbook.save(path)


def test_a_month_out_of_turn_from_blank_forms_to_the_signed_report(tmp_path: Path) -> None:
    root = folder(tmp_path / "xã")
    assert "Biểu tháng 4 năm 2023 (kỳ 2023-T4): 6 biểu trắng" in templates.run(root, MONTH).text
    fill(root)
    assert not check.run(root, MONTH, None, None, lambda _: None).waits
    said = build.run(root, MONTH, None, None, True, False, False, None, lambda _: None).text
    assert "Năm 2023 (kỳ 2023-T4) · xã Thử" in said
    path = root / "output" / MONTH / "bao-cao.docx"
    assert [f for f in lint_parts(read_word_file(path), path.name) if f.severity.waits] == []
    words = [p.text.replace("\n", " ") for p in docx.Document(str(path)).paragraphs]
    assert "Kết quả thực hiện phong trào thử tháng 4 năm 2023" in words
    assert any(w.endswith("báo cáo kết quả tháng 4 năm 2023 như sau:") for w in words)
    assert "Số liệu tính đến ngày 14/4/2023. Số liệu chi tiết tại Phụ lục kèm theo." in words
    assert any(w.endswith(". NHIỆM VỤ QUÝ II NĂM 2023") for w in words)
    signed = issue.run(root, MONTH, 9, date(2023, 4, 20), None, lambda _: None).text
    assert "Đã ban hành Báo cáo số 09/BC-BCĐ ngày 20/4/2023 (kỳ 2023-T4)" in signed
    assert (root / "output" / MONTH / "ho-so-2023-T4.zip").is_file()
