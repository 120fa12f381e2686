"""Faults 64 to 73 of a village's workbook: between files and periods."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from kehoach.cli import commands
from kehoach.dataset.frame import rows_of
from kehoach.finding import Answer, Severity
from kehoach.plan.element import Nature
from kehoach.plan.model import Plan
from kehoach.review.model import OfficerAnswer
from kehoach.submission.model import State
from tests.faults.commune import FIRST, SECOND, Commune, small_plan
from tests.faults.test_sheet import told, value
from tests.tiny import element

Q2 = "2023-Q2"


def test_64_equal_copies_are_listed_and_one_is_used(commune: Commune) -> None:
    folder = commune.root / "2023-Q1"
    shutil.copy(folder / "T01.xlsx", folder / "T01 (2).xlsx")
    finding = commune.one()
    assert told(finding) == ("KT-64", Severity.NOTED, False)
    assert finding.say == "Tệp “T01 (2).xlsx” giống hệt “T01.xlsx”; dùng “T01.xlsx”."
    assert value(commune, "ho_dk") == (90, State.NUMBER)


def test_65_copies_that_differ_are_asked_and_neither_is_used(commune: Commune) -> None:
    commune.send("T01", {"ho_dk": 95, "buoi_tt": 3}, name="T01 moi.xlsx")
    finding = commune.one()
    assert told(finding) == ("KT-65", Severity.CONFIRM, True)
    assert finding.say == (
        "Thôn Một gửi 2 tệp (“T01.xlsx”; “T01 moi.xlsx”) khác nhau ở 2 ô: Số hộ đăng ký: 90 / 95; "
        "Số buổi tuyên truyền: 2 / 3."
    )
    assert finding.answers == (Answer.USE_FILE, Answer.WITHOUT_UNIT)
    assert commune.review().accepted.reception.missing == ("T01",)


def test_65_the_file_chosen_is_merged_with_all_that_others_said(commune: Commune) -> None:
    commune.send("T01", {"ho_cn": 84}, period=Q2)
    commune.send("VP", {"ho_cn.T01": 86}, period=Q2, name="VP moi.xlsx")
    assert value(commune, "ho_cn", "T01", Q2) == (84, State.NUMBER)
    [question] = [f for f in commune.findings(Q2) if f.code == "KT-65"]
    review = commune.review(Q2, OfficerAnswer(question.key, Answer.USE_FILE, "VP moi"))
    assert review.open == () and "KT-102" in {f.code for f in review.findings}
    said = [v for code, v in rows_of(review.accepted) if code == Q2 and (v.element, v.subject) == ("ho_cn", "T01")]
    assert [(v.value, v.state, v.place.file) for v in said] == [
        (86, State.NUMBER, "VP moi.xlsx"),
        (None, State.SET_ASIDE, "T01.xlsx"),
    ]


def test_66_a_form_of_another_period_goes_back_with_where_it_belongs(commune: Commune) -> None:
    data = commune.send("T01", period="2023-Q1").read_bytes()
    commune.send("T01", data=data, period=Q2)
    finding = commune.one(Q2)
    assert told(finding) == ("KT-66", Severity.RETURN, True)
    assert finding.say == "Tệp “T01.xlsx” của Thôn Một là kỳ 2023-Q1, đang lập kỳ 2023-Q2."
    assert finding.do == "Chép tệp vào thư mục 2023-Q1."


def test_66_last_period_s_figures_under_this_period_s_head_are_looked_at(commune: Commune) -> None:
    flows = {"buoi_tt": 3, "kinh_phi": 12.5}
    commune.send("T02", flows, period=Q2)
    finding = commune.one(Q2)
    assert told(finding) == ("KT-66", Severity.LOOK, False)
    assert finding.say == "Thôn Hai: cả 5 số đều giống hệt kỳ trước."
    assert finding.do == "Hỏi xem có phải đã gửi lại tệp cũ không."


def test_67_what_only_grows_has_fallen(commune: Commune) -> None:
    commune.send("T02", {"ho_dk": 108}, period=Q2)
    finding = commune.one(Q2)
    assert told(finding) == ("KT-67", Severity.CONFIRM, True)
    assert finding.say == "Thôn Hai: “Số hộ đăng ký” giảm từ 110 xuống 108 so với kỳ trước."
    assert Answer.USE_LAST in finding.answers
    commune.send("T02", {"ho_dk": 112}, period=Q2)
    assert commune.findings(Q2) == []


@cache
def plan_with_flows() -> Plan:
    """With eight more flows asked of every thôn."""
    plan = small_plan()
    flows = tuple(element(f"buoi_{n}", f"Buổi loại {n}", measure="buổi", nature=Nature.FLOW) for n in "abcdefgh")
    shown = replace(plan.sections[-1].contents[0], codes=tuple(e.code for e in flows))
    sections = (*plan.sections[:-1], replace(plan.sections[-1], contents=(*plan.sections[-1].contents, shown)))
    return replace(plan, elements={**plan.elements, **{e.code: e for e in flows}}, sections=sections)


def with_flows(good: Mapping[str, Mapping[str, object]], *numbers: int) -> dict[str, Mapping[str, object]]:
    flows = {f"buoi_{letter}": number for letter, number in zip("abcdefgh", numbers, strict=True)}
    return {unit: {**values, **(flows if unit != "VP" else {})} for unit, values in good.items()}


def test_68_figures_added_up_from_january_are_asked_once(tmp_path: Path) -> None:
    first, second = with_flows(FIRST, 3, 1, 4, 2, 5, 2, 6, 3), with_flows(SECOND, 2, 3, 1, 4, 2, 3, 1, 2)
    commune = Commune(tmp_path, plan_with_flows(), {"2023-Q1": first, Q2: second})
    assert commune.findings(Q2) == []
    added = {f"buoi_{letter}": n for letter, n in zip("abcdefgh", (5, 4, 5, 6, 7, 5, 7, 5), strict=True)}
    commune.send("T01", added, period=Q2)
    finding = commune.one(Q2)
    assert told(finding) == ("KT-68", Severity.CONFIRM, True)
    assert finding.say == (
        "Thôn Một: cả 9 số phát sinh trong kỳ đều không nhỏ hơn tổng các kỳ trước (“Số buổi tuyên truyền”: các kỳ "
        "trước 2, kỳ này 4); là số của riêng kỳ này hay cộng dồn từ đầu năm?"
    )
    assert finding.answers[0] is Answer.KEEP and len(finding.others) == 8
    assert value(commune, "buoi_a", "T01", Q2)[1] is State.SET_ASIDE
    commune.send("T01", {**added, "buoi_c": 3}, period=Q2)
    assert commune.findings(Q2) == []


@pytest.mark.parametrize(("households", "is_told"), [(127, True), (113, True), (126, False), (114, False)])
def test_69_a_size_that_jumps_by_more_than_a_twentieth(commune: Commune, households: int, is_told: bool) -> None:
    commune.send("T02", {"tong_ho": households}, period=Q2)
    findings = commune.findings(Q2)
    assert [told(f) for f in findings] == ([("KT-69", Severity.LOOK, False)] if is_told else [])
    if is_told:
        assert findings[0].say == (
            f"Thôn Hai: “Tổng số hộ” thay đổi quá 5%, từ 120 thành {households} so với kỳ trước."
        )


def test_70_a_missing_unit_waits_and_is_never_zero(commune: Commune) -> None:
    (commune.root / "2023-Q1" / "T01.xlsx").unlink()
    finding = commune.one()
    assert told(finding) == ("KT-70", Severity.CONFIRM, True)
    assert finding.say == "Thôn Một chưa gửi số liệu quý I năm 2023."
    assert "Gọi Trần Thị A (0900000001)" in finding.do
    frame = commune.review().accepted.by_value
    assert frame[(frame.unit == "T01") & (frame.element == "tong_ho")].empty


def test_a_unit_that_told_some_of_its_numbers_by_telephone_is_in_and_the_rest_is_named(commune: Commune) -> None:
    (commune.root / "2023-Q1" / "T01.xlsx").unlink()
    told_all = [("tong_ho", 100), ("ho_dk", 90), ("buoi_tt", 2), ("kinh_phi", "không phát sinh"), ("nvh", "có")]
    commune.type_in(*(("2023-Q1", "T01", name, None, number) for name, number in told_all[:2]))
    finding = commune.one()
    assert told(finding) == ("KT-111", Severity.LOOK, False)
    assert (finding.place.unit, finding.place.file) == ("T01", "nhap-ho.xlsx")
    assert finding.say == (
        "Thôn Một mới báo 2/5 số, chưa có “Số buổi tuyên truyền”, “Kinh phí”, “Có nhà văn hóa”; "
        "số toàn xã chưa có phần này."
    )
    assert commune.review().accepted.reception.missing == ()
    commune.type_in(*(("2023-Q1", "T01", name, None, number) for name, number in told_all))
    assert commune.findings() == []


def test_71_a_form_of_another_commune_or_plan_goes_back(commune: Commune, tmp_path: Path) -> None:
    for issuer, say in (
        (replace(commune.plan.issuer, commune_code="00002"), "là của xã khác (mã 00002), không thuộc xã Thử."),
        (
            replace(commune.plan.issuer, plan_number="77/KH-BCĐ"),
            "lập theo kế hoạch khác (00001/77/KH-BCĐ/2023).",
        ),
    ):
        other = Commune(tmp_path / issuer.commune_code / "x", replace(commune.plan, issuer=issuer), {})
        commune.send(data=other.send("T01", FIRST["T01"]).read_bytes(), name="T01 khac.xlsx")
        finding = commune.one()
        assert (finding.code, finding.severity) == ("KT-71", Severity.LOOK)
        assert finding.say == f"Tệp “T01 khac.xlsx” {say}"
    (commune.root / "2023-Q1" / "T01.xlsx").unlink()
    assert {(f.code, f.severity) for f in commune.findings()} >= {("KT-71", Severity.RETURN)}


def test_72_a_build_says_what_changed_since_the_last(own_sample_folder: Path) -> None:
    def built() -> str:
        return CliRunner().invoke(commands, ["build", "-p", "2023-Q1", "-C", str(own_sample_folder)]).output

    assert "Đã nhận" in built()
    assert "KT-72" not in built()
    table = own_sample_folder / "output" / "2023-Q1" / "so-lieu.csv"
    text = table.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if ",T01,tong_ho," in line)
    number = row.split(",")[3]
    table.write_text(text.replace(row, row.replace(f",{number},", ",111,")), encoding="utf-8")
    kept = {path: path.read_bytes() for path in own_sample_folder.rglob("*.*")}
    differs = CliRunner().invoke(commands, ["diff", "-p", "Q1", "-C", str(own_sample_folder)])
    assert f"Tổng số hộ đang cư trú: 111 → {number} hộ ← T01" in differs.output and differs.exit_code == 0
    assert kept == {path: path.read_bytes() for path in own_sample_folder.rglob("*.*")}
    said = next(line for line in built().splitlines() if line.startswith("KT-72"))
    assert "1 số khác lần lập trước" in said and f"111 → {number}" in said


def test_73_a_day_after_the_cut_off_is_looked_at_and_the_form_says_the_window(commune: Commune) -> None:
    commune.send("VP", {"qd_ngay": date(2023, 6, 20)}, period=Q2)
    finding = commune.one(Q2)
    assert told(finding) == ("KT-57", Severity.LOOK, False)
    assert finding.say.endswith("là ngày 20/6/2023, không thuộc thời gian từ 15/12/2022 đến 14/6/2023.")


def test_73_every_form_says_from_when_to_when(commune: Commune) -> None:
    import openpyxl

    sheet = openpyxl.load_workbook(commune.send()).worksheets[0]
    head = " ".join(str(c.value) for row in sheet.iter_rows(max_row=7) for c in row if c.value)
    assert "từ 15/12/2022 đến 14/3/2023" in head and "Hạn gửi: 15/3/2023" in head


def test_earlier_periods_may_be_absent(tmp_path: Path) -> None:
    commune = Commune(tmp_path, good={Q2: SECOND})
    finding = commune.one(Q2)
    assert told(finding) == ("KT-105", Severity.NOTED, False)


def test_108_two_rows_typed_in_that_say_different_things_are_asked_as_rows(commune: Commune) -> None:
    commune.type_in(("2023-Q1", "T01", "ho_dk", None, 90), ("2023-Q1", "T01", "ho_dk", None, 95))
    asked = [f for f in commune.findings() if "hai dòng" in f.say]
    assert [told(f) for f in asked] == [("KT-108", Severity.CONFIRM, True)]
    assert asked[0].say == "“Số hộ đăng ký”: hai dòng nhập hộ ghi khác nhau: ô E5 ghi 90, ô E6 ghi 95."
    assert asked[0].do == "Xóa dòng sai trong nhap-ho.xlsx; hoặc chọn “giữ nguyên” để dùng ô E5."
    commune.type_in(("2023-Q1", "T01", "ho_dk", None, 90), ("2023-Q1", "T01", "ho_dk", None, "90 hộ"))
    assert commune.findings() == []
