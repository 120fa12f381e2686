"""What an officer does by hand between two commands of the docs (việc làm tay), by the name the docs give it.

In a page `<!-- tay: điền ô vàng -->` stands where the reader is told to do it; the reader sees the words around it.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl

from samples.signed_plan import signed_plan
from tests.conftest import ROOT, SECOND
from tests.plan.signed.filling import add_units, fill

QUARTER = "2023-Q3"
COMMUNE = "Quyet Thang 2023"
_PLAN = Path("input_templates") / "ke-hoach.xlsx"


def _signed_plan() -> None:
    """The Word document of a signed plan lies here."""
    Path("45-KH-UBND.docx").write_bytes(signed_plan(SECOND / "van-ban.txt"))


def _fill_in() -> None:
    """The strong yellow cells of the imported plan are filled in, the second thôn is added."""
    fill(_PLAN)
    add_units(_PLAN, "thôn", ("Nà Sim",))


def _commune() -> None:
    """The sample commune's folder, with what its units have sent."""
    shutil.copytree(ROOT / "input_templates", Path(COMMUNE) / "input_templates")


def _here() -> None:
    """The same, in the folder where the reader is."""
    shutil.copytree(ROOT / "input_templates", "input_templates")


def _sent_again() -> None:
    """The village mends the orange cell and sends the marked file back."""
    [marked] = (Path("output") / QUARTER / "tra-lai").glob("T03*.xlsx")
    workbook = openpyxl.load_workbook(marked)
    workbook["Số liệu"]["B13"] = 132
    workbook.save(Path("input_templates") / QUARTER / marked.name)


def _answer() -> None:
    """The officer chooses the one answer that the missing village's row offers."""
    path = Path("output") / QUARTER / "kiem-tra.xlsx"
    workbook = openpyxl.load_workbook(path)
    page = workbook["Cần xử lý"]
    heads = {cell.value: cell.column for cell in page[4]}
    row = next(r for r in range(5, page.max_row + 1) if page.cell(r, heads["Mã"]).value == "KT-70")
    page.cell(row, heads["Trả lời"]).value = "lập báo cáo khi chưa có đơn vị này"
    workbook.save(path)


HANDS: Mapping[str, Callable[[], None]] = {
    "có kế hoạch đã ký": _signed_plan,
    "điền ô vàng": _fill_in,
    "mở thư mục mẫu": _commune,
    "ở thư mục mẫu": _here,
    "thôn gửi lại": _sent_again,
    "trả lời": _answer,
}
