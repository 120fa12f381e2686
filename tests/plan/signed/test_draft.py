"""The workbook after the import: imported cells have their sentence, what waits is asked, filled in it is a plan."""

import re
from pathlib import Path

import openpyxl
import pytest

from kehoach.errors import PlanError
from kehoach.plan.catalogue.read import frame, indicators, known_parties
from kehoach.plan.draft.model import Draft, Standing
from kehoach.plan.draft.onto import next_year_draft
from kehoach.plan.draft.rows import draft_of
from kehoach.plan.draft.write import REVIEW, draft_workbook
from kehoach.plan.read import read_plan
from kehoach.plan.sheets import ELEMENTS, SENTENCES, TARGETS, TASKS
from kehoach.plan.signed.read import read_signed_plan, understand
from tests.plan.signed.documents import NAMES, plan_file
from tests.plan.signed.filling import asked_cells, fill
from tests.plan.typed import typed

pytestmark = pytest.mark.xdist_group("signed-drafts")


HERE, LATER = NAMES[:6], NAMES[6:]
"""Each plan's draft is read three times by openpyxl: a few in every run, all of them in the long one."""


@pytest.fixture(scope="module", params=[*HERE, *(pytest.param(name, marks=pytest.mark.fuzz) for name in LATER)])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nhap")
    path = folder / "ke-hoach.xlsx"
    path.write_bytes(draft_workbook(draft_of(read_signed_plan(plan_file(request.param, folder)))))
    return path


def test_what_blocks_is_asked_and_filled_in_it_is_a_plan(written: Path) -> None:
    with pytest.raises(PlanError) as refused:
        read_plan(written)
    asked = {(sheet, cell) for sheet, cell, _ in asked_cells(written)}
    assert {(f.place.sheet, f.place.cell) for f in refused.value.findings} <= asked
    fill(written)
    assert asked_cells(written) == []
    plan = read_plan(written)
    assert plan.targets and plan.tasks and plan.elements and plan.sections


def test_every_target_and_task_carries_its_sentence(written: Path) -> None:
    workbook = openpyxl.load_workbook(written)
    for name, columns in ((TARGETS.name, "BEFG"), (TASKS.name, "B")):
        page = workbook[name]
        for row in range(4, page.max_row + 1):
            if page.cell(row, 1).value:
                assert all(page[f"{column}{row}"].comment for column in columns)
    listed = [str(row[2].value) for row in workbook[REVIEW].iter_rows(min_row=4) if row[2].value]
    assert listed
    assert all(re.match(r"[A-Z]+\d+(:[A-Z]+\d+|(; [A-Z]+\d+)+(; …)?)?$|KP-\d+$", cell) for cell in listed)


def test_same_plan_same_bytes(tmp_path: Path) -> None:
    signed = read_signed_plan(plan_file(NAMES[0], tmp_path))
    assert draft_workbook(draft_of(signed)) == draft_workbook(draft_of(signed))


def test_spellings_of_a_party_become_one(tmp_path: Path) -> None:
    rows = draft_of(read_signed_plan(plan_file("1-nep-song", tmp_path))).rows
    names = {row["code"]: f"{row['name']}; {row.get('aliases', '')}" for row in rows["parties"]}
    assert "MTTQ" in names["tn2"] and "Ủy ban Mặt trận Tổ quốc" in names["tn2"]
    assert "CĐCS xã" in names["tn3"]
    assert "Công chức phụ trách Nông thôn mới xã" in names["tn4"]
    assert not any("CĐCS các cơ quan" in names[code] for code in ("tn1", "tn2", "tn3", "tn4", "tn5"))
    assert [row["lead"] for row in rows["tasks"]] == ["tn1", "tn1", "tn1; tn4", "tn1"]


def test_a_known_target_brings_everything_an_unknown_one_a_form_that_works(tmp_path: Path) -> None:
    rows = draft_of(read_signed_plan(plan_file("2-giam-ngheo", tmp_path))).rows
    formulas = [row["expression"] for row in rows[TARGETS.key]]
    assert formulas[0] == "ho_ngheo / tong_ho"
    assert formulas[3] == "ct4_so"
    assert formulas[4] == "goc(ho_ngheo) - ho_ngheo"
    asked = {row["code"]: row["subject"] for row in rows[ELEMENTS.key]}
    assert asked["ho_ngheo"] == "xóm" and asked["ct4_so"] == "xã"
    said = {row["code"] for row in rows[SENTENCES.key]}
    assert {f"ct{number}.cau" for number in range(1, 7)} <= said


def test_nothing_is_invented_where_the_plan_is_silent(tmp_path: Path) -> None:
    draft = draft_of(read_signed_plan(plan_file("4-an-toan-thuc-pham", tmp_path)))
    silent = draft.rows[TASKS.key][2]
    assert not silent.get("lead")
    assert draft.marks[(TASKS.key, 2, "lead")].standing is Standing.ASKED


def test_a_time_that_stands_for_no_day_is_asked_for_with_its_words() -> None:
    task = "1. Sửa nhà văn hóa. Chủ trì: các thôn; thời gian: khi có vốn."
    draft = draft_of(understand(("KẾ HOẠCH", "Năm 2026", "I. CHỈ TIÊU", "1. Mở 12 lớp.", "II. NHIỆM VỤ", task)))
    mark = draft.marks[(TASKS.key, 0, "time")]
    assert not draft.rows[TASKS.key][0]["time"]
    assert mark.standing is Standing.ASKED and mark.why.startswith("Chưa rõ “khi có vốn” là đến khi nào.")


def test_a_decrease_by_a_part_of_itself_is_no_difference_of_rates() -> None:
    promises = ("1. Giảm 50% số vụ vi phạm so với năm 2025.", "2. Thắp sáng 1,5 km đường.", "3. Trao 30 triệu đồng.")
    rows = draft_of(understand(("KẾ HOẠCH", "Năm 2026", "I. CHỈ TIÊU", *promises, "II. NHIỆM VỤ"))).rows
    assert [row["expression"] for row in rows[TARGETS.key]] == [
        "(goc(ct1_so) - ct1_so) / goc(ct1_so)",
        "ct2_so",
        "ct3_so",
    ]
    kinds = {row["code"]: str(row["kind"]) for row in rows[ELEMENTS.key]}
    assert [kinds[f"ct{n}_so"] for n in (1, 2, 3)] == ["số nguyên", "số thập phân", "số thập phân"]


def test_the_catalogue_speaks_of_what_there_is() -> None:
    names = {party.code for party in known_parties()} | {"thuong_truc"}
    rows = [row for indicator in indicators() for row in indicator.rows] + list(frame())
    assert {row["suppliers"] for sheet, row in rows if sheet is ELEMENTS and "suppliers" in row} <= names
    assert all(any(sheet is TARGETS for sheet, _ in indicator.rows) for indicator in indicators())


def test_what_the_decree_would_have_otherwise_is_proposed_to_be_looked_at(tmp_path: Path) -> None:
    party = _info(draft_of(read_signed_plan(plan_file("10-dan-van-kheo", tmp_path))))
    assert party["Quyền hạn ký"] == ("TM. ĐẢNG ỦY", Standing.UNSURE)
    women = _info(draft_of(read_signed_plan(plan_file("8-nam-khong-ba-sach", tmp_path))))
    assert women["Cơ quan ban hành"][0].replace("\n", " ") == "BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ XÃ MƯỜNG CHÚT"
    green = _info(draft_of(read_signed_plan(plan_file("5-ve-sinh-moi-truong", tmp_path))))
    assert green["Chức vụ thứ hai"] == ("", Standing.ASKED)


def _info(draft: Draft) -> dict[str, tuple[str, Standing | None]]:
    marks = {index: mark.standing for (key, index, _), mark in draft.marks.items() if key == "info"}
    return {row["key"]: (row.get("value", ""), marks.get(index)) for index, row in enumerate(draft.rows["info"])}


def test_a_part_is_checked_against_its_whole(tmp_path: Path) -> None:
    rows = draft_of(read_signed_plan(plan_file("12-pho-cap", tmp_path))).rows
    checks = {row["expression"]: row["code"] for row in rows["checks"]}
    assert checks["ct3_tu <= ct3_mau"].startswith("KT-62.")
    assert len(set(checks.values())) == len(checks)


def _recipients(head: str, *names: str, duty: str = "") -> Draft:
    lines = ("I. CHỈ TIÊU", "1. Mở 12 lớp.", "II. NHIỆM VỤ", "III. TỔ CHỨC THỰC HIỆN", duty or "1. Kiểm tra.")
    foot = ("Nơi nhận:", *(f"- {name};" for name in names), "CHỦ TỊCH", "Lò Văn Mẫu")
    return draft_of(understand((head, "KẾ HOẠCH", "Đọc sách năm 2025", *lines, *foot)))


def test_the_drafting_unit_is_put_behind_the_clerk_to_be_looked_at() -> None:
    """The symbol of a letter ends in it."""
    runs = "1. Phòng Văn hóa - Xã hội: là cơ quan thường trực, tổng hợp báo cáo."
    for kept, duty, name, is_marked in (
        ("Lưu: VT", runs, "Lưu: VT, VHXH", True),
        ("Lưu: VT, VX", runs, "Lưu: VT, VX", False),
        ("Lưu: VT", "", "Lưu: VT", True),
    ):
        draft = _recipients("Số: 5/KH-UBND", "Các thôn", kept, duty=duty)
        assert draft.rows["recipients"][1]["name"] == name
        assert (draft.marks[("recipients", 1, "name")].standing is Standing.UNSURE) is is_marked


def test_a_report_is_addressed_to_the_district_only_as_long_as_there_is_one() -> None:
    draft = _recipients("Số: 5/KH-UBND", "UBND huyện Sơn Cẩm (b/c)", "Các thôn")
    told = [row.get("addressees", "") for row in draft.rows["periods"]]
    assert told == ["UBND huyện Sơn Cẩm"] * 2 + ["", ""]
    mark = draft.marks[("periods", 2, "addressees")]
    assert mark.standing is Standing.ASKED and "không còn cấp huyện" in mark.why
    assert draft.rows["recipients"][0]["báo cáo"] == "kính gửi"
    assert "Từ ngày 01/7/2025" in draft.marks[("recipients", 0, "báo cáo")].why


@pytest.mark.parametrize(
    ("said", "units_due", "report_due"),
    [
        ("Các thôn gửi báo cáo quý trước ngày 17 tháng cuối quý.", "17", None),
        ("Tổng hợp, báo cáo tỉnh trước ngày 22 tháng cuối quý.", None, "22"),
        ("Các thôn họp dân hằng quý.", None, None),
    ],
)
def test_next_years_plan_brings_its_own_deadlines(said: str, units_due: str | None, report_due: str | None) -> None:
    rows = typed()
    plan = understand(("KẾ HOẠCH", "Năm 2023", "I. CHỈ TIÊU", "1. Mở 12 lớp.", "II. TỔ CHỨC THỰC HIỆN", f"1. {said}"))
    draft = next_year_draft(rows, plan, rows)
    for index, (old, new) in enumerate(zip(rows["periods"], draft.rows["periods"], strict=True)):
        for key, day in (("units_due", units_due), ("report_due", report_due)):
            month = old["cutoff"][2:]
            wanted = f"{day}{month}" if day else old[key]
            assert new[key].replace("/0", "/") == wanted.replace("/0", "/"), (index, key)
