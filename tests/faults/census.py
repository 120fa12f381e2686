"""One workbook for each code of a finding, with that fault in it: the census (bảng kiểm kê) of what is met, and how."""

import io
import os
import shutil
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from kehoach.plan.edition import STAMP_SHEET
from tests.faults.commune import FIRST, SECOND, Commune, blank, cell_of, filled_well, small_plan
from tests.faults.test_between import plan_with_flows, with_flows
from tests.faults.test_logic import GOOD as SAMPLE_GOOD
from tests.faults.test_logic import PERIOD as SAMPLE_PERIOD
from tests.faults.test_logic import sample_plan
from tests.faults.test_numbers import GOOD, MORE, plan_with_more, rate_typed, without_format
from tests.faults.test_sheet import _beside, calculated, looking, row_of, sheet_of, with_total
from tests.faults.test_text import TEXT, in_font, named_plan
from tests.office.packages import parts, zipped
from tests.office.test_read_hostile import container

Act = Callable[[Commune], object]
Q1, Q2 = "2023-Q1", "2023-Q2"


class Fault(NamedTuple):
    """Lỗi: what is done to a good commune, which commune, and in which period it shows."""

    act: Act
    where: str = "plain"
    period: str = Q1


def sent(unit: str = "T01", values: dict[str, object] | None = None, period: str = Q1, **more: Any) -> Act:
    return lambda commune: commune.send(unit, values, period=period, **more)


def typed(*row: object) -> Act:
    return lambda commune: commune.type_in(row)


def spoilt(spoil: Callable[[Workbook], object]) -> Act:
    return lambda commune: commune.send(spoil=spoil)


def named(new: str) -> Act:
    """The good file under another name."""
    return lambda commune: (commune.root / Q1 / "T01.xlsx").rename(commune.root / Q1 / new)


def _with_part(name: str, form: Callable[[Commune], bytes], file: str = "T01.xlsx") -> Act:
    """A workbook with one more part in its package."""

    def act(commune: Commune) -> None:
        data = io.BytesIO(form(commune))
        with zipfile.ZipFile(data, "a") as package:
            package.writestr(name, b"\x89PNG")
        (commune.root / Q1 / "T01.xlsx").unlink()
        commune.send(data=data.getvalue(), name=file)

    return act


def _good(commune: Commune) -> bytes:
    return filled_well(commune.plan, "T01", Q1, tuple(FIRST["T01"].items()))


def _empty(commune: Commune) -> bytes:
    return blank(commune.plan, "T01", Q1)


def _result(formula: str, stored: str, beside: dict[str, object]) -> Act:
    """The number of households as a formula with the result that Excel left."""

    def act(commune: Commune) -> None:
        form = commune.send("T01", {"tong_ho": formula}, lambda w: _beside(w, beside)).read_bytes()
        commune.send(data=calculated(form, cell_of(commune.plan, "T01", Q1, "tong_ho"), stored))

    return act


def _older(workbook: Workbook) -> None:
    for row in workbook[STAMP_SHEET].iter_rows():
        if row[0].value == "asked":
            row[1].value = " ".join(n for n in str(row[1].value).split() if n != "nvh")
    name = workbook.defined_names.pop("nvh")
    sheet_of(workbook).delete_rows(int(name.attr_text.rpartition("$")[2]))


def _second_round(workbook: Workbook) -> None:
    for row in workbook[STAMP_SHEET].iter_rows():
        if row[0].value == "round":
            row[1].value = "2"


def _copied(workbook: Workbook) -> None:
    twin = workbook.copy_worksheet(sheet_of(workbook))
    twin.cell(row_of(workbook, "tong_ho"), 2).value = 111


def _column(workbook: Workbook) -> None:
    sheet_of(workbook).insert_cols(2)
    for name in workbook.defined_names.values():
        name.attr_text = name.attr_text.replace("$B$", "$C$")


def _row_gone(workbook: Workbook) -> None:
    at = row_of(workbook, "ho_dk")
    sheet_of(workbook).delete_rows(at)
    del workbook.defined_names["ho_dk"]
    for target in workbook.defined_names.values():
        row = int(target.attr_text.rpartition("$")[2])
        if row > at:
            target.attr_text = target.attr_text.replace(f"${row}", f"${row - 1}")


def _sorted(workbook: Workbook) -> None:
    sheet = sheet_of(workbook)
    first, second = row_of(workbook, "tong_ho"), row_of(workbook, "ho_dk")
    for column in (1, 5):
        one, other = sheet.cell(first, column), sheet.cell(second, column)
        one.value, other.value = other.value, one.value


def _merged(workbook: Workbook) -> None:
    sheet_of(workbook).merge_cells(f"B{row_of(workbook, 'tong_ho')}:B{row_of(workbook, 'ho_dk')}")


def _hidden(workbook: Workbook) -> None:
    sheet_of(workbook).row_dimensions[row_of(workbook, "ho_dk")].hidden = True


def _filtered(workbook: Workbook) -> None:
    _hidden(workbook)
    sheet_of(workbook).auto_filter.ref = "A8:E20"


def _renamed(workbook: Workbook) -> None:
    sheet_of(workbook).title = "Sheet1"


def _as_text(content: str) -> Callable[[Workbook], None]:
    def spoil(workbook: Workbook) -> None:
        [(sheet, ref)] = workbook.defined_names[TEXT].destinations
        cell = workbook[sheet][ref.replace("$", "")]
        cell.value, cell.data_type = content, "s"

    return spoil


def _too_big(commune: Commune) -> None:
    os.truncate(commune.send(), 30_000_001)


def _copy(commune: Commune) -> None:
    shutil.copy(commune.root / Q1 / "T01.xlsx", commune.root / Q1 / "T01 (2).xlsx")


def _of_another_commune(commune: Commune) -> None:
    plan = replace(commune.plan, issuer=replace(commune.plan.issuer, commune_code="00002"))
    commune.send(data=Commune(commune.root / "khac", plan, {}).send("T01", FIRST["T01"]).read_bytes())


def _last_period_s(commune: Commune) -> None:
    commune.send(data=_good(commune), period=Q2)


ADDED_UP = {f"buoi_{letter}": n for letter, n in zip("abcdefgh", (5, 4, 5, 6, 7, 5, 7, 5), strict=True)}

FAULTS: dict[str, Fault] = {
    "KT-01": Fault(sent(data=container(["\x05SummaryInformation", "Workbook"]))),
    "KT-02": Fault(sent(data=container(["EncryptionInfo", "EncryptedPackage"]))),
    "KT-03": Fault(sent(data=bytes(165), name="~$T01.xlsx")),
    "KT-04": Fault(sent(data=b"")),
    "KT-05": Fault(sent(data=b"<html><body><table><tr><td>100</td></tr></table></body></html>")),
    "KT-06": Fault(sent(data=b"\xff\xd8\xff\xe0 x")),
    "KT-07": Fault(named("T01.zip")),
    "KT-08": Fault(_with_part("xl/vbaProject.bin", _good, "T01.xlsm")),
    "KT-10": Fault(named("Thôn Hai.xlsx")),
    "KT-11": Fault(spoilt(_older)),
    "KT-13": Fault(_too_big),
    "KT-15": Fault(spoilt(_renamed)),
    "KT-16": Fault(spoilt(_copied)),
    "KT-17": Fault(spoilt(_column)),
    "KT-18": Fault(spoilt(_row_gone)),
    "KT-19": Fault(spoilt(_sorted)),
    "KT-20": Fault(spoilt(_merged)),
    "KT-21": Fault(spoilt(_hidden)),
    "KT-22": Fault(spoilt(_filtered)),
    "KT-23": Fault(sent("VP", spoil=with_total(185, "TỔNG CỘNG:"), period=Q2), period=Q2),
    "KT-24": Fault(sent("VP", spoil=with_total(190, "Toàn xã"), period=Q2), period=Q2),
    "KT-25": Fault(_result("=SUM(H1:H2)", "88", {"H1": 88, "H2": "12 hộ"})),
    "KT-26": Fault(sent("T01", {"tong_ho": "=60+40"})),
    "KT-27": Fault(sent("T01", {"tong_ho": "#REF!"})),
    "KT-28": Fault(_result("=[1]Sheet1!A1", "100", {})),
    "KT-29": Fault(_with_part("xl/media/image1.png", _empty)),
    "KT-30": Fault(spoilt(lambda w: _beside(w, {"H9": "thêm 5 hộ mới"}))),
    "KT-31": Fault(lambda commune: commune.send(data=_empty(commune))),
    "KT-33": Fault(sent("VP", {TEXT: "QuyÕt ®Þnh cña x· ®· ®Õn c¸c th«n"}, spoil=in_font(".VnTime"))),
    "KT-34": Fault(sent("VP", {TEXT: "c¸c th«n ®· ®¨ng ký"}, spoil=in_font(".VnTimeH"))),
    "KT-35": Fault(sent("VP", {TEXT: "Caùc thoân ñaõ ñaêng kyù ñaày ñuû"}, spoil=in_font("VNI-Times"))),
    "KT-36": Fault(sent("VP", {TEXT: unicodedata.normalize("NFD", "Các thôn đều làm tốt.")})),
    "KT-37": Fault(typed(Q1, "Thôn Nà Hoà", "ho_dk", None, 70), "names"),
    "KT-38": Fault(typed(Q1, "KDC Nà Hòa", "ho_dk", None, 70), "names"),
    "KT-39": Fault(typed(Q1, "Thon Na Hoa", "ho_dk", None, 70), "names"),
    "KT-40": Fault(typed(Q1, "Thôn Đồng Cả I", "ho_dk", None, 90), "names"),
    "KT-41": Fault(typed(Q1, "Thôn Cũ", "ho_dk", None, 55), "names"),
    "KT-42": Fault(sent("VP", {TEXT: "Ðồng lòng làm tốt"})),
    "KT-43": Fault(sent("VP", {TEXT: " Các thôn đều làm. "})),
    "KT-44": Fault(sent("VP", spoil=_as_text("=HYPERLINK(1)"))),
    "KT-45": Fault(sent("T01", {"tong_ho": "khoảng 100"})),
    "KT-46": Fault(sent("T01", {"luot": 1.234}), "more"),
    "KT-47": Fault(sent("T01", {"kinh_phi": "1.234"})),
    "KT-48": Fault(sent("T01", {"ty_le": "86,5%"}), "more"),
    "KT-49": Fault(sent("T01", {"ty_le": 86}, spoil=without_format("ty_le")), "more"),
    "KT-50": Fault(sent("T01", {"ty_le": "0,86"}), "more"),
    "KT-51": Fault(spoilt(rate_typed(0.95))),
    "KT-52": Fault(sent("T01", {"tong_ho": "nt"})),
    "KT-53": Fault(sent("T01", {"tong_ho": "1O0"})),
    "KT-54": Fault(sent("T01", {"tong_ho": -3})),
    "KT-55": Fault(sent("T01", {"kinh_phi": 150_000_000})),
    "KT-56": Fault(sent("T01", {"ngay_hop": "31/2"}), "more"),
    "KT-57": Fault(sent("VP", {"qd_ngay": date(2023, 6, 20)}, period=Q2), period=Q2),
    "KT-58": Fault(sent("T01", {"ho_dk": 170}, SAMPLE_PERIOD), "sample", SAMPLE_PERIOD),
    "KT-59": Fault(sent("VP", {"qd_so": None}, Q2), period=Q2),
    "KT-60": Fault(sent("VHXH", {"ho_3nam.T01": 149}, SAMPLE_PERIOD), "sample", SAMPLE_PERIOD),
    "KT-61": Fault(sent("T01", {"nguoi_tham_gia": 750}, SAMPLE_PERIOD), "sample", SAMPLE_PERIOD),
    "KT-62": Fault(sent("T01", {"dam_cuoi_vm": 5}, SAMPLE_PERIOD), "sample", SAMPLE_PERIOD),
    "KT-63": Fault(sent("DCXD", {"ntm_dat": 16}, SAMPLE_PERIOD), "sample", SAMPLE_PERIOD),
    "KT-64": Fault(_copy),
    "KT-65": Fault(sent("T01", {"ho_dk": 95}, name="T01 moi.xlsx")),
    "KT-66": Fault(_last_period_s, period=Q2),
    "KT-67": Fault(sent("T02", {"ho_dk": 108}, Q2), period=Q2),
    "KT-68": Fault(sent("T01", dict(ADDED_UP), Q2), "flows", Q2),
    "KT-69": Fault(sent("T02", {"tong_ho": 127}, Q2), period=Q2),
    "KT-70": Fault(lambda commune: (commune.root / Q1 / "T01.xlsx").unlink()),
    "KT-71": Fault(_of_another_commune),
    "KT-101": Fault(sent("T01", {"ho_dk": 95}, spoil=_second_round, name="T01 lan 2.xlsx")),
    "KT-102": Fault(typed(Q2, "T01", "ho_cn", "T01", 84), period=Q2),
    "KT-103": Fault(sent("VP", {"trang_thai.nv1": "đã xong"})),
    "KT-104": Fault(sent("VP", {TEXT: None})),
    "KT-105": Fault(lambda commune: shutil.rmtree(commune.root / Q1), period=Q2),
    "KT-107": Fault(typed(Q1, "T01", "số hộ nào đó", None, 5)),
    "KT-108": Fault(typed(Q1, "T01", "ho_dk", None, 95)),
    "KT-109": Fault(sent("VP", {"trang_thai.nv1": "làm gần xong rồi"})),
    "KT-110": Fault(sent(data=zipped(parts('<row r="1"><c r="A1"><v>7</v></c></row>')), name="T01 danh sach.xlsx")),
    "KT-111": Fault(sent("T01", {"buoi_tt": None})),
    "KT-112": Fault(spoilt(looking("tong_ho", font=Font(strike=True)))),
    "KT-113": Fault(sent("T01", {"kinh_phi": 12.4}, spoil=looking("kinh_phi", "0"))),
    "KT-114": Fault(sent(data=b"x", name="Bao-cao.docx")),
}
"""Code → a workbook that shows it."""


def communes() -> dict[str, Callable[[Any], Commune]]:
    """Good communes, by what the faults need: root folder → commune."""
    thon = {"T01": {**GOOD, **MORE}, "T02": {**GOOD, **MORE, "tong_ho": 120}, "VP": FIRST["VP"]}
    flows = {
        Q1: with_flows(FIRST, 3, 1, 4, 2, 5, 2, 6, 3),
        Q2: with_flows(SECOND, 2, 3, 1, 4, 2, 3, 1, 2),
    }
    third = {"tong_ho": 80, "ho_dk": 70, "buoi_tt": 1, "kinh_phi": 3, "nvh": "có"}
    return {
        "plain": lambda root: Commune(root, small_plan()),
        "more": lambda root: Commune(root, plan_with_more(), {Q1: thon}),
        "names": lambda root: Commune(root, named_plan(), {Q1: {**FIRST, "T03": third}}),
        "flows": lambda root: Commune(root, plan_with_flows(), flows),
        "sample": lambda root: Commune(root, sample_plan(), SAMPLE_GOOD),
    }
