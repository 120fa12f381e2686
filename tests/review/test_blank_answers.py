"""KT-111: blanks of a form that was sent are listed, once a file, and never held against a unit that sent nothing."""

from dataclasses import replace

from kehoach.finding import Severity
from kehoach.review.review import review_dataset
from kehoach.submission.model import State
from tests.review.frames import FIRST, dataset
from tests.tiny import tiny_plan

PLAN = tiny_plan()


def test_blanks_of_a_file_are_one_line_that_names_them() -> None:
    values = {**FIRST, ("ho_dk", "T02"): State.BLANK, ("buoi_tt", "T02"): State.BLANK}
    (finding,) = review_dataset(PLAN, dataset(PLAN, "2023-Q1", values)).findings
    assert (finding.code, finding.severity, finding.open) == ("KT-111", Severity.LOOK, False)
    assert finding.place.unit == "T02"
    assert len(finding.others) == 1
    assert finding.say.startswith("Thôn Hai để trống 2 ô: “")
    assert finding.place.cell in finding.say


def test_many_blanks_are_counted() -> None:
    labels = ("tong_ho", "ho_dk", "ho_cn", "buoi_tt", "kinh_phi", "nvh")
    values = {**FIRST, **{(code, "T01"): State.BLANK for code in labels}}
    found = [f for f in review_dataset(PLAN, dataset(PLAN, "2023-Q1", values)).findings if f.code == "KT-111"]
    assert sum(len(f.others) + 1 for f in found) == len(labels)


def test_what_is_no_blank_answer_is_silent() -> None:
    silent = {
        **FIRST,
        ("ho_dk", "T01"): State.NIL,
        ("ho_dk", "T02"): State.NOT_ASKED,
        ("minh_chung", "nv1"): State.BLANK,
    }
    assert review_dataset(PLAN, dataset(PLAN, "2023-Q1", silent)).findings == ()


def test_an_answer_that_need_not_be_given_may_be_blank() -> None:
    optional = replace(PLAN.elements["buoi_tt"], is_required=False)
    plan = replace(PLAN, elements={**PLAN.elements, "buoi_tt": optional})
    values = {**FIRST, ("buoi_tt", "T02"): State.BLANK}
    assert review_dataset(plan, dataset(plan, "2023-Q1", values)).findings == ()
