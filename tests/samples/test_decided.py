"""What is decided although a village is silent is said as decided, and not put off in the same breath."""

from pathlib import Path

from openpyxl import load_workbook

from kehoach.commands import build
from tests.documents import plain_text
from tests.form.returned import type_in


def send(inbox: Path, unit: str, **typed: object) -> None:
    path = next(inbox.glob(f"{unit}-*"))
    workbook = load_workbook(path)
    for name, value in typed.items():
        type_in(workbook, name.replace("__", "."), value)
    workbook.save(path)


def test_what_is_decided_without_a_village_is_not_put_off(own_sample_folder: Path) -> None:
    inbox = own_sample_folder / "input_templates" / "2023-Q4"
    next(inbox.glob("T07*")).unlink()
    send(inbox, "VHXH", ho_cn__T03=120)
    send(inbox, "T01", nguoi_tham_gia=560)
    send(inbox, "DCXD", ntm_dat=14, ntm_ds="1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 14, 15, 16, 18")
    build.run(own_sample_folder, "2023-Q4", None, None, False, False, False, None, lambda _: None)
    words = plain_text(own_sample_folder / "output" / "2023-Q4" / "bao-cao.docx")
    assert "a) Gia đình văn hóa: vượt. Qua bình xét, toàn xã có 963 hộ được công nhận" in words
    assert "sẽ báo cáo sau khi có" not in words
    assert "Xã được xác nhận đạt 14/19 tiêu chí nông thôn mới (Văn bản số 512/UBND-NN ngày 24/11/2023" in words
    assert "cuối năm 2022 đạt 14/19 tiêu chí; còn thiếu 01 tiêu chí so với kế hoạch." in words
    assert "chưa có văn bản xác nhận" not in words
    assert "đ) Người dân tham gia văn hóa, thể thao: vượt. Thực hiện" in words
    assert "chưa đủ số liệu" not in words
