"""The whole loop: filled in → a slip → check → a marked copy → mended → build."""

import re
from pathlib import Path

from kehoach.plan.read import read_plan
from kehoach.submission.inbox import read_inbox
from tests.conftest import kehoach
from tests.reply.inbox import mended

QUARTER = "2023-Q3"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_slip_is_mended_in_the_copy_that_went_back(own_sample_folder: Path) -> None:
    inbox, results = own_sample_folder / "input_templates" / QUARTER, own_sample_folder / "output" / QUARTER
    sent = inbox.joinpath("T03-na-hoa_VH_2023-Q3.xlsx").read_bytes()
    said = kehoach(own_sample_folder, "check", "-p", QUARTER).stdout
    assert "KT-58 T03-na-hoa_VH_2023-Q3.xlsx" in said
    assert "Trả lại   output/2023-Q3/tra-lai/: 1 đơn vị có chỗ cần sửa, kèm tin nhắn\n" in said
    assert list(contents(results / "tra-lai")) == ["T03-na-hoa_VH_2023-Q3_lan-2.xlsx", "T03.txt"]

    checked = contents(results / "tra-lai")
    kehoach(own_sample_folder, "build", "-p", QUARTER)
    assert contents(results / "tra-lai") == checked

    marked = checked["T03-na-hoa_VH_2023-Q3_lan-2.xlsx"]
    (inbox / "nhan tu Zalo.xlsx").write_bytes(mended(marked, {"ho_dk": 132}))
    (results / "tra-lai" / "ghi-chu.txt").write_text("Đã gọi thôn Nà Hòa", encoding="utf-8")
    said = kehoach(own_sample_folder, "build", "-p", QUARTER).stdout
    assert "KT-58" not in said and "Trả lại" not in said and "Còn 1 việc" in said
    assert list(contents(results / "tra-lai")) == ["ghi-chu.txt"]
    assert inbox.joinpath("T03-na-hoa_VH_2023-Q3.xlsx").read_bytes() == sent

    plan = read_plan(own_sample_folder / "input_templates" / "ke-hoach.xlsx")
    read = {s.file: s for s in read_inbox(plan, plan.period(QUARTER), inbox)}
    first, second = read["T03-na-hoa_VH_2023-Q3.xlsx"], read["nhan tu Zalo.xlsx"]
    assert not first.is_used and [f.code for f in first.findings if f.code == "KT-101"]
    assert second.is_used and not second.findings and not second.changes
    before, after = ({(v.element, v.subject): (v.state, v.value) for v in s.values} for s in (first, second))
    assert {name for name in before if before[name] != after[name]} == {("ho_dk", "T03")}
    table = (results / "so-lieu.csv").read_text(encoding="utf-8-sig")
    assert re.search(r"2023-Q3,T03,ho_dk,132,number,nhan tu Zalo\.xlsx", table)
