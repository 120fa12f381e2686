"""Each mistake of a plan is found once, in its cell; the same place filled in rightly is passed in silence."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from kehoach.assessment.model import Verdict
from kehoach.errors import PlanError
from kehoach.finding import Severity
from kehoach.plan import mistakes
from kehoach.plan.choices import VERDICTS
from kehoach.plan.rows import plan_from_rows
from kehoach.plan.sheets import SHEETS
from tests.plan.typed import changed, findings, said, typed

Edit = tuple[str, int, str, str]


class Case(NamedTuple):
    code: str
    where: str
    wrong: list[Edit]
    right: list[Edit]


def read_edit(text: str) -> Edit:
    match = re.fullmatch(r"(\w+)\[(-?\d+)\]\.(.+?)(?: :=(.*))?", text.strip())
    assert match, text
    return match[1], int(match[2]), match[3], (match[4] or "").strip()


def read_case(line: str) -> Case:
    code, where, wrong, right = (part.strip() for part in line.split("|"))
    sheet, row, key, _ = read_edit(where)
    names = {sheet.key: sheet.name for sheet in SHEETS}
    wrongs, rights = ([read_edit(e) for e in part.split("&") if e.strip()] for part in (wrong, right))
    return Case(code, f"{names[sheet]}!{key}{row}", wrongs, rights)


CASES = [
    read_case(line)
    for line in (Path(__file__).parent / "mistakes.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CASE = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.where}")
ELSEWHERE = {"KP-01", "KP-02", "KP-03", "KP-04", "KP-05", "KP-06", "KP-50", "KP-61"}
"""Mistakes of the file and its tables, held by the tests of the reader; and what depends on the day of a report."""


@CASE
def test_a_mistake_and_its_good_twin(case: Case) -> None:
    assert (case.code, case.where) in said(changed(*case.wrong))
    assert said(changed(*case.right)) == []


@CASE
def test_one_cause_is_told_once(case: Case) -> None:
    """A code that is gone may be missed elsewhere; nothing else may be said."""
    follow = {"KP-15", "KP-16", "KP-17", "KP-18"}
    others = [s for s in said(changed(*case.wrong)) if s != (case.code, case.where) and s[0] not in follow]
    assert others == []


def test_every_code_of_the_list_has_a_case() -> None:
    listed = re.findall(r'"(KP-\d+)"', Path(mistakes.__file__).read_text(encoding="utf-8"))
    assert len(listed) == len(set(listed))
    assert set(listed) == {case.code for case in CASES} | ELSEWHERE


def test_all_at_once_in_the_order_of_the_sheets() -> None:
    rows = changed(
        ("bases", 0, "until", "mai"),
        ("targets", 0, "threshold", "?"),
        ("info", 5, "value", "năm nay"),
        ("elements", 0, "kind", "?"),
        ("sentences", 3, "text", "{"),
        ("units", 1, "until", "?"),
    )
    assert [code for code, _ in said(rows)] == ["KP-10", "KP-09", "KP-08", "KP-39", "KP-24", "KP-09"]


def test_empty_rows_ask_for_what_a_plan_needs() -> None:
    with pytest.raises(PlanError, match="chỗ cần sửa") as caught:
        plan_from_rows({})
    assert [f.code for f in caught.value.findings] == ["KP-05"] * 4
    assert ("KP-06", "Thông tin!") in said({**typed(), "info": typed()["info"][1:]})


@pytest.mark.parametrize(
    ("edit", "hint"),
    [
        (("targets", 0, "expression", "ho_cnn / tong_ho"), "Có phải “ho_cn” không?"),
        (("elements", 0, "subject", "thôm"), "Có phải “thôn” không?"),
        (("elements", 7, "suppliers", "Công chức văn hóa xã hội"), "Có phải “Công chức Văn hóa - Xã hội xã” không?"),
        (("elements", 0, "code", "tong-ho"), "Có phải “tong_ho” không?"),
        (("sentences", 3, "section", "chidao"), "Có phải “chi_dao” không?"),
    ],
)
def test_it_asks_whether_the_nearest_was_meant(edit: Edit, hint: str) -> None:
    assert any(hint in f.say + f.do for f in findings(changed(edit)))


def test_the_sentences_are_whole_and_only_notes_let_the_plan_pass() -> None:
    for case in CASES:
        for finding in findings(changed(*case.wrong)):
            assert finding.open is (finding.severity is Severity.CORRECT)
            assert finding.say[-1] in ".?", finding.say
            assert finding.do[-1] in ".?", finding.do
            assert not re.search(r"[{}]\w*[{}]|None", finding.do)
    assert plan_from_rows(changed(("units", 3, "name", "Thôn Mốt"))).notes[0].code == "KP-44"


def test_the_verdicts_are_those_of_the_assessment() -> None:
    assert tuple(Verdict) == VERDICTS


def test_places_are_optional() -> None:
    with pytest.raises(PlanError) as caught:
        plan_from_rows(changed(("units", 1, "until", "?")))
    assert str(caught.value.findings[0].place) == "Đơn vị!dòng 2 cột “Đến ngày”"


def test_a_code_misspelt_in_its_own_row_is_told_there_alone() -> None:
    assert said(changed(("elements", 0, "code", "Tong_ho"))) == [("KP-12", "Số liệu!code0")]


def test_what_is_missed_in_several_cells_is_told_at_the_first_with_the_others() -> None:
    missed = [f for f in findings(changed(("elements", 0, "code", "tong_hoo"))) if f.code == "KP-15"]
    [finding] = [f for f in missed if "“tong_ho”" in f.say]
    assert len(finding.others) >= 3 and "Có phải “tong_hoo” không?" in finding.say
    assert f"Cũng thế ở {finding.others[0].sheet}!{finding.others[0].cell}" in finding.say


def test_kinds_are_listed_as_they_are_called() -> None:
    [found] = [f for f in findings(changed(("elements", 3, "subject", "tổ"))) if f.code == "KP-17"]
    assert "cơ quan" in found.do
    [counted] = [
        f for f in findings(changed(("targets", 1, "expression", "cq_dat / dem(truong)"))) if f.code == "KP-17"
    ]
    assert "cơ quan (co_quan)" in counted.do and "thôn (thon)" in counted.do
