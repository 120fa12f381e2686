"""What is decided although a village is silent is said as decided, and not put off in the same breath."""

from pathlib import Path

from openpyxl import load_workbook

from kehoach.commands import build
from tests.documents import plain_text
from tests.form.returned import type_in


def test_what_is_decided_without_a_village_is_not_put_off(own_sample_folder: Path) -> None:
    inbox = own_sample_folder / "input_templates" / "2023-Q4"
    next(inbox.glob("T07*")).unlink()
    path = next(inbox.glob("VHXH*"))
    workbook = load_workbook(path)
    type_in(workbook, "ho_cn.T03", 120)
    workbook.save(path)
    build.run(own_sample_folder, "2023-Q4", None, None, False, False, False, None, lambda _: None)
    words = plain_text(own_sample_folder / "output" / "2023-Q4" / "bao-cao.docx")
    assert "a) Gia đình văn hóa: vượt. Qua bình xét, toàn xã có 963 hộ được công nhận" in words
    assert "sẽ báo cáo sau khi có" not in words
