"""Faults 45 to 57 of a village's workbook: numbers, rates, dates; through a real file, place and sentence and all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from kehoach.finding import Answer, Severity
from kehoach.plan.element import ElementKind
from kehoach.plan.model import Plan
from kehoach.submission.model import State
from tests.faults.commune import Commune, cell_of, small_plan
from tests.faults.test_sheet import row_of, sheet_of, told, value
from tests.tiny import element

NOTED, LOOK, CONFIRM, CORRECT = Severity.NOTED, Severity.LOOK, Severity.CONFIRM, Severity.CORRECT


@cache
def plan_with_more() -> Plan:
    """With a rate, a number that is an estimate by nature, and a date asked of every thôn."""
    plan = small_plan()
    more = (
        element("ty_le", "Tỷ lệ hộ khá", ElementKind.RATE, measure="%", is_additive=False, section="3. Khác"),
        element("luot", "Số lượt xem", measure="lượt người", is_estimate=True, section="3. Khác"),
        element("ngay_hop", "Ngày họp thôn", ElementKind.DATE, measure="", section="3. Khác"),
    )
    sentence = replace(plan.sentences[3], text="{luot}", code="luot")
    shown = replace(plan.sections[-1].contents[0], codes=("tong_ho", "ty_le", "luot", "ngay_hop"))
    sections = (*plan.sections[:-1], replace(plan.sections[-1], contents=(*plan.sections[-1].contents, shown)))
    return replace(
        plan,
        elements={**plan.elements, **{e.code: e for e in more}},
        sections=sections,
        sentences=(*plan.sentences, sentence),
    )


GOOD = {"tong_ho": 100, "ho_dk": 90, "buoi_tt": 2, "kinh_phi": 12.5, "nvh": "có"}
MORE = {"ty_le": 0.86, "luot": 300, "ngay_hop": date(2023, 3, 1)}


@pytest.fixture
def more(tmp_path: Path) -> Commune:
    office = {"van_ban": 4, "trang_thai.nv1": "đang làm", "trang_thai.nv2": "đang làm", "uu_diem.d1": "Tốt."}
    thon = {"T01": {**GOOD, **MORE}, "T02": {**GOOD, **MORE, "tong_ho": 120}, "VP": office}
    commune = Commune(tmp_path, plan_with_more(), {"2023-Q1": thon})
    assert commune.findings() == []
    return commune


@pytest.mark.parametrize(
    ("name", "typed", "code", "severity", "say"),
    [
        ("tong_ho", "100 hộ", "KT-45", NOTED, "Đã hiểu lại 1 ô (bỏ đơn vị tính ghi kèm): {cell} “100 hộ” là 100."),
        ("tong_ho", "khoảng 100", "KT-45", CONFIRM, "“Tổng số hộ” ghi “khoảng 100”: không phải số chính xác."),
        ("tong_ho", "~100", "KT-45", CONFIRM, "“Tổng số hộ” ghi “~100”: không phải số chính xác."),
        ("tong_ho", "hơn 100", "KT-45", CONFIRM, "“Tổng số hộ” ghi “hơn 100”: không phải số chính xác."),
        ("luot", "1.234", "KT-46", NOTED, "Đã hiểu lại 1 ô (dấu chấm ngăn hàng nghìn): {cell} “1.234” là 1.234."),
        ("luot", 1.234, "KT-46", CONFIRM, "“Số lượt xem” ghi “1,234”: có phải 1.234 không?"),
        (
            "luot",
            "1 234",
            "KT-47",
            NOTED,
            "Đã hiểu lại 1 ô (hiểu lại dấu ngăn cách trong số): {cell} “1 234” là 1.234.",
        ),
        (
            "kinh_phi",
            "1.234",
            "KT-47",
            CONFIRM,
            "“Kinh phí” ghi “1.234”: không rõ dấu ngăn hàng nghìn hay dấu thập phân.",
        ),
        ("ty_le", "86,5%", "KT-48", NOTED, "Đã hiểu lại 1 ô (tỷ lệ phần trăm ghi bằng chữ): {cell} “86,5%” là 86,5%."),
        (
            "ty_le",
            "86.5 %",
            "KT-48",
            NOTED,
            "Đã hiểu lại 1 ô (tỷ lệ phần trăm ghi bằng chữ): {cell} “86.5 %” là 86,5%.",
        ),
        ("tong_ho", "86%", "KT-48", CONFIRM, "“Tổng số hộ” ghi “86%”: là tỷ lệ phần trăm, mục này hỏi số lượng."),
        ("ty_le", "0,86", "KT-50", CONFIRM, "“Tỷ lệ hộ khá” ghi “0,86”: không rõ là bao nhiêu phần trăm."),
        ("buoi_tt", "-", "KT-52", NOTED, "Đã hiểu lại 1 ô (hiểu theo từ đã ghi): {cell} “-” là không phát sinh."),
        ("buoi_tt", "k có", "KT-52", NOTED, "Đã hiểu lại 1 ô (hiểu theo từ đã ghi): {cell} “k có” là không phát sinh."),
        ("tong_ho", "-", "KT-52", CONFIRM, "“Tổng số hộ” ghi “-”: chưa có số liệu hay bằng 0?"),
        ("tong_ho", "nt", "KT-52", CONFIRM, "“Tổng số hộ” ghi “nt”: không rõ lặp lại số nào."),
        ("tong_ho", "//", "KT-52", CONFIRM, "“Tổng số hộ” ghi “//”: không rõ lặp lại số nào."),
        ("nvh", "x", "KT-52", NOTED, "Đã hiểu lại 1 ô (hiểu theo từ đã ghi): {cell} “x” là có."),
        ("tong_ho", "1O0", "KT-53", LOOK, "Đã hiểu lại 1 ô (chữ gõ nhầm thay cho chữ số): {cell} “1O0” là 100."),
        ("tong_ho", "l00", "KT-53", LOOK, "Đã hiểu lại 1 ô (chữ gõ nhầm thay cho chữ số): {cell} “l00” là 100."),
        ("tong_ho", "１００", "KT-53", LOOK, "Đã hiểu lại 1 ô (chữ gõ nhầm thay cho chữ số): {cell} “１００” là 100."),
        ("tong_ho", -3, "KT-54", CORRECT, "“Tổng số hộ” ghi “-3”: số không thể âm."),
        ("tong_ho", 99.5, "KT-54", CORRECT, "“Tổng số hộ” ghi “99,5”: số hộ phải là số nguyên (ô chỉ hiện 100)."),
        (
            "kinh_phi",
            150_000_000,
            "KT-55",
            CONFIRM,
            "“Kinh phí” ghi “150000000”: mục này tính bằng triệu đồng, có phải 150 triệu không?",
        ),
        (
            "kinh_phi",
            "150.000 đồng",
            "KT-55",
            CONFIRM,
            "“Kinh phí” ghi “150.000 đồng”: đơn vị tiền khác, mục này tính bằng triệu đồng.",
        ),
        ("ngay_hop", "18/2", "KT-56", NOTED, "Đã hiểu lại 1 ô (ngày ghi tắt): {cell} “18/2” là 18/02/2023."),
        ("ngay_hop", "18.02.23", "KT-56", NOTED, "Đã hiểu lại 1 ô (ngày ghi tắt): {cell} “18.02.23” là 18/02/2023."),
        ("luot", "khoảng 300", "KT-45", NOTED, "Đã hiểu lại 1 ô (số ước chừng): {cell} “khoảng 300” là 300."),
        (
            "ngay_hop",
            "2/18/2023",
            "KT-56",
            CONFIRM,
            "“Ngày họp thôn” ghi “2/18/2023”: không có ngày này; ghi ngày trước, tháng sau.",
        ),
        (
            "ngay_hop",
            "31/2",
            "KT-56",
            CONFIRM,
            "“Ngày họp thôn” ghi “31/2”: không có ngày này; ghi ngày trước, tháng sau.",
        ),
        ("ngay_hop", "tháng 2", "KT-56", CONFIRM, "“Ngày họp thôn” ghi “tháng 2”: không rõ ngày nào."),
        (
            "buoi_tt",
            date(2023, 4, 3),
            "KT-56",
            CONFIRM,
            "“Số buổi tuyên truyền” ghi “03/4/2023”: Excel đã đổi số gõ vào thành ngày tháng.",
        ),
        (
            "ngay_hop",
            date(2023, 5, 20),
            "KT-57",
            LOOK,
            "“Ngày họp thôn” là ngày 20/5/2023, không thuộc thời gian từ 15/12/2022 đến 14/3/2023.",
        ),
    ],
)
def test_45_to_57_what_was_typed_is_listed_or_asked(
    more: Commune, name: str, typed: object, code: str, severity: Severity, say: str
) -> None:
    more.send("T01", {name: typed})
    finding = more.one()
    cell = cell_of(more.plan, "T01", "2023-Q1", name)
    assert told(finding) == (code, severity, severity.waits)
    assert (finding.place.unit, finding.place.file, finding.place.sheet) == ("T01", "T01.xlsx", "Số liệu")
    assert finding.place.cell == cell
    assert finding.say == say.format(cell=cell)
    state = value(more, name)[1]
    assert (state in (State.UNREADABLE, State.SET_ASIDE)) == severity.waits
    assert not severity.waits or Answer.CHANGE in finding.answers


@pytest.mark.parametrize(
    ("name", "typed", "taken"),
    [
        ("tong_ho", "100", 100),
        ("kinh_phi", "12,5", Fraction(25, 2)),
        ("ty_le", 0.865, Fraction(173, 200)),
        ("buoi_tt", 0, 0),
        ("buoi_tt", "không phát sinh", None),
        ("ngay_hop", "01/3/2023", date(2023, 3, 1)),
    ],
)
def test_what_is_typed_as_asked_is_silent(more: Commune, name: str, typed: object, taken: object) -> None:
    more.send("T01", {name: typed})
    assert more.findings() == []
    found = value(more, name)[0]
    assert (None if taken is None else Fraction(found) if isinstance(taken, Fraction) else found) == taken


def without_format(name: str) -> Callable[[Workbook], None]:
    def spoil(workbook: Workbook) -> None:
        sheet_of(workbook).cell(row_of(workbook, name), 2).number_format = "General"

    return spoil


def test_49_a_rate_typed_in_percent_is_divided_and_looked_at(more: Commune) -> None:
    more.send("T01", {"ty_le": 86}, without_format("ty_le"))
    finding = more.one()
    assert told(finding) == ("KT-49", LOOK, False)
    assert finding.say == "“Tỷ lệ hộ khá” ghi “86”: hiểu là 86%."
    assert value(more, "ty_le") == (Fraction(43, 50), State.NUMBER)


def test_50_a_rate_between_one_and_one_and_a_half_is_asked(more: Commune) -> None:
    more.send("T01", {"ty_le": 1.2}, without_format("ty_le"))
    finding = more.one()
    assert told(finding) == ("KT-50", CONFIRM, True)
    assert finding.do == "Ghi lại tỷ lệ kèm dấu %."


def rate_typed(content: float | str) -> Callable[[Workbook], None]:
    def spoil(workbook: Workbook) -> None:
        sheet = sheet_of(workbook)
        for row in sheet.iter_rows(max_col=1):
            if str(row[0].value).startswith("Tỷ lệ trên"):
                sheet.cell(row[0].row, 2).value = content

    return spoil


@pytest.mark.parametrize(("typed", "shown"), [(0.95, "95%"), (95, "95%"), ("95%", "95%")])
def test_51_a_rate_typed_over_the_computed_one_is_held_against_it(
    commune: Commune, typed: float | str, shown: str
) -> None:
    commune.send("T01", spoil=rate_typed(typed))
    finding = commune.one()
    assert told(finding) == ("KT-51", LOOK, False)
    assert finding.say == (
        f"“Tỷ lệ trên tổng số hộ (tự tính)” ghi {shown}, tính lại 90/100 = 90%; báo cáo dùng số tính lại."
    )
    commune.send("T01", spoil=rate_typed(0.9))
    assert commune.findings() == []


def test_52_a_blank_is_neither_zero_nor_none(commune: Commune) -> None:
    commune.send("T01", {"buoi_tt": None})
    finding = commune.one()
    assert told(finding) == ("KT-111", LOOK, False)
    assert "“Số buổi tuyên truyền”" in finding.say
    assert value(commune, "buoi_tt") == (None, State.BLANK)


def test_54_what_is_far_off_is_looked_at(commune: Commune) -> None:
    commune.send("T01", {"tong_ho": 1000})
    finding = commune.one()
    assert told(finding) == ("KT-69", LOOK, False)
    assert finding.say == "Thôn Một: “Tổng số hộ” là 1.000, trang Đơn vị của kế hoạch ghi 100."


def test_56_a_day_that_lost_its_format_is_still_a_day(more: Commune) -> None:
    more.send("T01", {"ngay_hop": 44986}, without_format("ngay_hop"))
    finding = more.one()
    assert told(finding) == ("KT-56", NOTED, False)
    assert finding.say.endswith("“44986” là 01/3/2023.")


def test_57_days_of_the_1904_calendar_are_the_same_days(more: Commune) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def mac(workbook: Workbook) -> None:
        workbook.epoch = CALENDAR_MAC_1904

    more.send("T01", spoil=mac)
    assert more.findings() == []
    assert value(more, "ngay_hop") == (date(2023, 3, 1), State.DATE)
