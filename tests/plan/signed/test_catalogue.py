"""The catalogue of indicators is data: each entry is recognised, and a plan of all of them is a plan; adding one is
adding a file, and the one that the documentation shows works as it stands.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach.plan.catalogue import read
from kehoach.plan.catalogue.read import Indicator, indicators, rate_bases
from kehoach.plan.draft.chosen import choose
from kehoach.plan.draft.model import Draft, Standing
from kehoach.plan.draft.rows import draft_of
from kehoach.plan.model import Plan
from kehoach.plan.rows import plan_from_rows
from kehoach.plan.signed.model import Change, SignedTarget
from kehoach.plan.signed.read import understand

DOCS = Path(__file__).parents[3] / "docs" / "them-chi-tieu.md"
PROMISES = {
    "%": "Tỷ lệ {} đạt 80% trở lên.",
    "người": "Có ít nhất 120 người tham gia {}.",
    "nhà": "Xóa 12 {}.",
    "cây": "Trồng mới 1.200 {}.",
    "vụ": "Không để xảy ra {}.",
    "hộ": "Giảm 30 {} so với năm trước.",
    "tiêu chí": "Phấn đấu đạt thêm 02 {}.",
}


def test_every_entry_is_recognised_by_each_of_its_phrases() -> None:
    for entry in indicators():
        for phrase in entry.phrases:
            target = SignedTarget(phrase, phrase, ">=", "1", entry.measure, Change(entry.change))
            [chosen] = choose([target])
            assert chosen.indicator and chosen.indicator.name == entry.name, phrase


def _promise(entry: Indicator) -> str:
    pattern = "Giảm 2% {}." if (entry.measure, entry.change) == ("%", "giảm") else PROMISES[entry.measure]
    return pattern.format(entry.phrases[0])


@pytest.fixture(scope="module")
def everything() -> Plan:
    """One plan that promises all of it, in sentences as plans have them, filled in where it asks."""
    lines = [f"{number}. {_promise(entry)}" for number, entry in enumerate(indicators(), 1)]
    draft = draft_of(understand(("KẾ HOẠCH", "Mọi việc năm 2026", "I. CHỈ TIÊU", *lines, "II. NHIỆM VỤ")))
    formulas = {row["expression"] for row in draft.rows["targets"]}
    assert len(draft.rows["targets"]) == len(indicators())
    assert not [f for f in formulas if re.search(r"\bct\d", f)], "none went the generic way"
    return plan_from_rows(dict(_filled(draft)))


def _filled(draft: Draft) -> Iterator[tuple[str, list[dict[str, str]]]]:
    info = {"Năm": "2026", "Ngày kế hoạch": "10/01/2026", "Mã xã": "00001"}
    for key, rows in draft.rows.items():
        asked = {(i, c) for (k, i, c), m in draft.marks.items() if k == key and m.standing is Standing.ASKED}
        yield (
            key,
            [
                {**row, **{c: info.get(row.get("key", ""), f"1{i}") for j, c in asked if j == i}}
                for i, row in enumerate(rows)
            ],
        )


def test_a_plan_of_everything_is_a_plan(everything: Plan) -> None:
    assert len(everything.targets) == len(indicators()) >= 40
    told = {s.code for s in everything.sentences}
    assert {f"{t.code}.cau" for t in everything.targets} <= told


def test_what_is_asked_stands_once_and_is_asked_alike(everything: Plan) -> None:
    labels = [e.label for e in everything.elements.values()]
    assert len(labels) == len(set(labels))
    rows = [row for entry in (*indicators(), *rate_bases()) for sheet, row in entry.rows if sheet.key == "elements"]
    for code in {row["code"] for row in rows}:
        same = [{k: v for k, v in row.items() if k not in ("section", "help")} for row in rows if row["code"] == code]
        assert all(row == same[0] for row in same), code


@pytest.mark.parametrize(
    ("promise", "formula"),
    [
        ("100% trẻ em trong hộ nghèo được đến trường.", "ct1_tu / ct1_mau"),
        ("80% hộ gia đình hội viên đạt chuẩn.", "ct1_tu / ct1_mau"),
        ("90% hộ chăn nuôi được tập huấn.", "ct1_tu / ct1_mau"),
        ("85% hộ dân có vườn rau sạch.", "ct1_tu / tong_ho"),
        ("70% thôn có tủ thuốc.", "ct1_dat / dem(thon)"),
        ("Giảm tỷ lệ hộ nghèo xuống dưới 5%.", "ho_ngheo / tong_ho"),
        ("Giảm 1,5% tỷ lệ hộ nghèo.", "goc(ho_ngheo) / goc(tong_ho) - ho_ngheo / tong_ho"),
        ("Mở tối thiểu 12 lớp kỹ năng số.", "ct1_so"),
        ("100% hộ nghèo được cấp thẻ BHYT.", "ct1_tu / ho_ngheo"),
        ("Tỷ lệ hộ nghèo được hỗ trợ tham gia bảo hiểm y tế đạt 100%.", "ct1_tu / ho_ngheo"),
        ("100% hộ nghèo, hộ cận nghèo được cấp thẻ bảo hiểm y tế.", "ct1_tu / (ho_ngheo + ho_can_ngheo)"),
        ("100% trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế.", "ct1_tu / tre_duoi_6"),
        ("100% học sinh ký cam kết không đi xe máy.", "ct1_tu / hoc_sinh"),
        ("95% số người cao tuổi được lập hồ sơ sức khỏe.", "ct1_tu / nguoi_cao_tuoi"),
        ("90% hộ nghèo có nhu cầu được vay vốn.", "ct1_tu / ct1_mau"),
        ("90% hộ nghèo được vay vốn sử dụng đúng mục đích.", "ct1_tu / ct1_mau"),
        ("30% hộ nghèo thoát nghèo.", "ct1_tu / ct1_mau"),
        ("80% hộ nghèo, hộ gia đình chính sách được thăm hỏi.", "ct1_tu / ct1_mau"),
    ],
)
def test_close_ones_are_told_apart(promise: str, formula: str) -> None:
    rows = draft_of(understand(("KẾ HOẠCH", "Năm 2026", "I. CHỈ TIÊU", f"1. {promise}", "II. NHIỆM VỤ"))).rows
    assert rows["targets"][0]["expression"] == formula


@pytest.mark.parametrize(
    ("promise", "comparisons"),
    [
        ("100% hộ nghèo được cấp thẻ BHYT.", {"ct2_tu <= ho_ngheo"}),
        ("90% hộ nghèo có nhu cầu được vay vốn.", {"ct2_tu <= ct2_mau", "ct2_mau <= ho_ngheo"}),
        ("90% hộ chăn nuôi được tập huấn.", {"ct2_tu <= ct2_mau", "ct2_mau <= tong_ho"}),
        ("30% hộ nghèo thoát nghèo.", {"ct2_tu <= ct2_mau", "ct2_mau <= tong_ho"}),
    ],
)
def test_a_number_is_asked_once_or_compared(promise: str, comparisons: set[str]) -> None:
    promises = ("1. Giảm tỷ lệ hộ nghèo xuống dưới 5%.", f"2. {promise}")
    rows = draft_of(understand(("KẾ HOẠCH", "Năm 2026", "I. CHỈ TIÊU", *promises, "II. NHIỆM VỤ"))).rows
    assert {row["expression"] for row in rows["checks"]} == {"ho_ngheo <= tong_ho", *comparisons}
    labels = [row["label"] for row in rows["elements"]]
    assert len(labels) == len(set(labels))


def test_every_base_of_a_rate_rests_on_shared_elements() -> None:
    for base in rate_bases():
        assert base.codes or not base.is_group
        assert base.expression.startswith("dem(") or base.expression == " + ".join(base.codes)


def test_the_documented_example_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```\n(.+?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    file = tmp_path / "tu-sach-thon.txt"
    file.write_text(example[1], encoding="utf-8")
    indicator = read.read_indicator(file)
    monkeypatch.setattr(read, "indicators", lambda: (indicator,))
    plan = understand(
        ("KẾ HOẠCH", "Đọc sách năm 2026", "I. CHỈ TIÊU", "1. Phấn đấu 80% thôn có tủ sách.", "II. NHIỆM VỤ")
    )
    rows = draft_of(plan).rows
    assert rows["targets"][0]["expression"] == "tu_sach / dem(thon)"
    assert "{ct1.gia_tri}" in next(row["text"] for row in rows["sentences"] if row["code"] == "ct1.cau")
