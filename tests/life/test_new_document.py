"""Another signed document comes while a plan is at work: an amendment beside it, or next year's plan on last year's."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kehoach.commands import build, init, templates
from kehoach.errors import UseError
from kehoach.plan.model import Plan
from kehoach.plan.read import read_plan
from samples.signed_plan import signed_plan

pytestmark = pytest.mark.xdist_group("van-thuong")
HEAD = """= ỦY BAN NHÂN DÂN\\XÃ VÂN THƯỢNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\Độc lập - Tự do - Hạnh phúc
= Số: {number}/KH-UBND | Vân Thượng, ngày {day} tháng {month} năm {year}

! KẾ HOẠCH
! {title} năm {year}

Ủy ban nhân dân xã Vân Thượng ban hành Kế hoạch năm {year} như sau:
"""
CHANGED = """
! I. CHỈ TIÊU
1. Từ 65% số người trong độ tuổi lao động trở lên biết kỹ năng số cơ bản.
2. Giảm tỷ lệ hộ nghèo xuống dưới 4,5%.
3. Tỷ lệ người dân tham gia bảo hiểm y tế đạt 95% trở lên.

! II. NHIỆM VỤ
1. Kiện toàn tổ công nghệ số cộng đồng ở các thôn. Chủ trì: Đoàn TNCS Hồ Chí Minh xã; thời gian: quý IV.
2. Mở điểm phát sóng không dây ở nhà văn hóa. Chủ trì: Công an xã; phối hợp: Hội Nông dân xã; thời gian: quý IV.

= Nơi nhận:\\- Lưu: VT. | TM. ỦY BAN NHÂN DÂN\\CHỦ TỊCH\\\\\\Lò Văn Ví Dụ
"""


def document(folder: Path, number: str, day: str, month: str, year: int, title: str, body: str = CHANGED) -> Path:
    source = folder / "van-ban.txt"
    head = HEAD.format(number=number, day=day, month=month, year=year, title=title)
    source.write_text(head + body, encoding="utf-8")
    path = folder / f"{number}-KH.docx"
    path.write_bytes(signed_plan(source))
    return path


@pytest.fixture(scope="module")
def at_work(second_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("nam-2026")
    shutil.copytree(second_sample / "input_templates", root / "input_templates")
    return root


def renamed(root: Path) -> Path:
    """As the officer is told to: the new workbook takes the old one's name."""
    new, old = (root / "input_templates" / name for name in ("ke-hoach-moi.xlsx", "ke-hoach.xlsx"))
    old.rename(root / "ke-hoach-cu.xlsx")
    new.rename(old)
    return old


def sheet(path: Path, name: str) -> list[dict[str, Any]]:
    """Rows by header, read by other code than wrote them."""
    page = openpyxl.load_workbook(path)[name]
    headers = [str(cell.value).rstrip(" *") for cell in page[2]]
    return [
        dict(zip(headers, (c.value for c in row), strict=True)) for row in page.iter_rows(min_row=4) if row[0].value
    ]


def party(plan: Plan, code: str) -> str:
    return next(p.name for p in plan.parties if p.code == code)


def test_an_amendment_is_laid_on_the_plan_at_work(at_work: Path, tmp_path: Path) -> None:
    plan = at_work / "input_templates" / "ke-hoach.xlsx"
    before = plan.read_bytes()
    told = init.run(at_work, signed=document(tmp_path, "112", "10", "9", 2026, "Sửa đổi kế hoạch kỹ năng số"))
    assert told.waits and plan.read_bytes() == before
    assert "Chỉ tiêu đổi: “Giảm tỷ lệ hộ nghèo xuống dưới 4,5%”, Mức giao: 5 → 4,5 (" in told.text
    assert "Chỉ tiêu mới: “Tỷ lệ người dân tham gia bảo hiểm y tế đạt 95% trở lên” (ke-hoach-moi.xlsx" in told.text
    assert "Chỉ tiêu không nêu nữa: “Tổ chức tối thiểu 12 lớp tập huấn kỹ năng số” (ke-hoach.xlsx" in told.text
    assert "65%" not in told.text, "as it stands since the first amendment"
    assert "Nhiệm vụ mới: “Mở điểm phát sóng" in told.text and "ke-hoach.xlsx giữ nguyên" in told.text
    poor = [row for row in sheet(at_work / "input_templates" / "ke-hoach-moi.xlsx", "Chỉ tiêu") if row["Mã"] == "ct2"]
    assert [(row["Mức giao"], row["Áp dụng từ"], row["Áp dụng đến"]) for row in poor] == [
        (5, None, datetime(2026, 9, 9)),
        (4.5, datetime(2026, 9, 10), None),
    ]
    assert {row["Công thức"] for row in poor} == {"ho_ngheo / tong_ho"}
    renamed(at_work)
    amended = read_plan(plan)
    cited = "Kế hoạch số 112/KH-UBND ngày 10/9/2026"
    assert [t.code for t in amended.targets if t.amendment == cited] == ["ct2", "ct6"]
    new = amended.tasks[-1]
    assert (new.code, party(amended, new.lead[0])) == ("nv6", "Công an xã")
    assert party(amended, new.coordination[0]) == "Hội Nông dân xã"
    done = build.run(at_work, "Q4", None, None, False, False, False, None, lambda _: None)
    assert "chưa đạt 2" in done.text and "chưa có số liệu 1" in done.text


def test_the_same_document_again_differs_in_nothing(tmp_path: Path) -> None:
    file = document(tmp_path, "45", "20", "01", 2026, "Kỹ năng số")
    root = tmp_path / "xa"
    init.run(root, signed=file)
    told = init.run(root, signed=file).text
    assert "Không khác kế hoạch đang dùng." in told
    moi, cu = (root / "input_templates" / name for name in ("ke-hoach-moi.xlsx", "ke-hoach.xlsx"))
    assert moi.read_bytes() == cu.read_bytes(), "not filled in yet: the draft by itself"
    assert "điền vào: Đơn vị!" in told
    moi.write_bytes(b"filled in by the officer")
    assert "input_templates/ke-hoach-moi (2).xlsx" in init.run(root, signed=file).text
    assert moi.read_bytes() == b"filled in by the officer"


def test_a_plan_of_another_year_is_led_to_a_folder_of_its_own(at_work: Path, tmp_path: Path) -> None:
    with pytest.raises(UseError, match=r"là kế hoạch năm 2027.*--from"):
        init.run(at_work, signed=document(tmp_path, "07", "15", "01", 2027, "Kỹ năng số"))


@pytest.fixture(scope="module")
def next_folder(at_work: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nam-2027")
    told = init.run(folder / "2027", at_work, signed=document(folder, "07", "15", "01", 2027, "Kỹ năng số"))
    assert "Đã chép sang: 9 đơn vị" in told.text and "3 chỉ tiêu, 2 nhiệm vụ" in told.text
    assert "vàng đậm" not in told.text, "nothing is left to ask for"
    return folder / "2027"


@pytest.fixture(scope="module")
def next_plan(next_folder: Path) -> Plan:
    return read_plan(next_folder / "input_templates" / "ke-hoach.xlsx")


def test_next_year_stands_on_last_year_and_promises_what_is_new(next_plan: Plan) -> None:
    assert (next_plan.issuer.plan_number, next_plan.issuer.year) == ("07/KH-UBND", 2027)
    assert (next_plan.issuer.commune_code, next_plan.issuer.signer) == ("99001", "Lò Văn Ví Dụ")
    assert [t.expression.text for t in next_plan.targets] == [
        "biet_so / lao_dong",
        "ho_ngheo / tong_ho",
        "nguoi_bhyt / tong_khau",
    ]
    assert next_plan.targets[1].evidence == ("qd_ngheo_so", "qd_ngheo_ngay")
    assert not [t for t in next_plan.targets if t.amendment or t.since]
    assert [party(next_plan, t.lead[0]) for t in next_plan.tasks] == ["Đoàn Thanh niên xã", "Công an xã"]
    assert next_plan.baselines["2026", "X", "vu_lua_dao"] is not None


def test_a_target_promised_again_is_told_as_it_was(next_plan: Plan) -> None:
    told = [s.text for s in next_plan.sentences if s.code == "ct2.cau"]
    assert any("{qd_ngheo_so}" in text and "{ct2.gia_tri}" in text for text in told)
    assert not [s for s in next_plan.sentences if s.code.startswith(("ct4", "ct5"))]


def test_the_new_years_forms_can_go_out_at_once(next_folder: Path, next_plan: Plan) -> None:
    templates.run(next_folder, "Q1")
    names = sorted(path.name for path in (next_folder / "input_templates" / "2027-Q1").glob("*.xlsx"))
    assert len(names) == len([u for u in next_plan.units if u.kind != "xa"])
