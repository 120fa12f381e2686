"""From a signed plan to a report: imported, filled in where it asks, forms made and answered, the report written."""

from datetime import date
from pathlib import Path

import docx
import openpyxl

from kehoach.commands import build, init, templates
from kehoach.plan.element import ElementKind
from kehoach.plan.read import read_plan
from tests.plan.signed.documents import plan_file
from tests.plan.signed.filling import fill

ANSWERS = {
    ElementKind.COUNT: 12,
    ElementKind.AMOUNT: 1.5,
    ElementKind.DATE: date(2025, 11, 20),
    ElementKind.YES_NO: "có",
    ElementKind.TEXT: "12/QĐ-UBND",
    ElementKind.CHOICE: "đã xong",
    ElementKind.PARAGRAPHS: "Làm được việc.",
}


def test_an_unknown_plan_goes_all_the_way(tmp_path: Path) -> None:
    root = tmp_path / "xa"
    told = init.run(root, signed=plan_file("2-giam-ngheo", tmp_path))
    assert told.waits and "6 chỉ tiêu, 4 nhiệm vụ" in told.text
    fill(root / "input_templates" / "ke-hoach.xlsx")
    templates.run(root, "Q4")
    _answer(root)
    assert "chưa gửi" not in build.run(root, "Q4", None, None, False, False, False, None, lambda _: None).text
    report = docx.Document(str(root / "output" / "2025-Q4" / "bao-cao.docx"))
    text = "\n".join(paragraph.text for paragraph in report.paragraphs)
    assert "Kết quả thực hiện giảm nghèo bền vững năm 2025" in text
    assert "Toàn xã còn 12/120 hộ nghèo, tỷ lệ 10% (kế hoạch dưới 5%)." in text
    assert "Thực hiện 12/120, bằng 10% (kế hoạch 100%)." in text
    assert "Dạy nghề gắn với việc làm tại chỗ: hoàn thành" in text


def _answer(root: Path) -> None:
    elements = read_plan(root / "input_templates" / "ke-hoach.xlsx").elements
    for form in (root / "input_templates" / "2025-Q4").glob("*.xlsx"):
        workbook = openpyxl.load_workbook(form)
        for name, where in workbook.defined_names.items():
            element = elements.get(name.partition(".")[0])
            if element:
                sheet, _, cell = where.attr_text.replace("$", "").rpartition("!")
                is_whole = element.code in ("tong_ho", "tong_khau") or element.code.endswith("_mau")
                workbook[sheet.strip("'")][cell] = 120 if is_whole else ANSWERS[element.kind]
        workbook.save(form)
