"""Our linter about our own reports: both samples, all periods, both sizes, paper and electronic, final and draft."""

from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.finding import Finding, Severity
from kehoach.lint.lint import lint_parts
from kehoach.office.word_file import word_parts
from kehoach.report.model import Report
from kehoach.word.write import report_document
from tests.lint import clean
from tests.word import variants

pytestmark = pytest.mark.xdist_group("van-thuong")
BLANKS = {"ND30-38", "ND30-97"}
"""Number and day are the clerk's to fill in."""
MARKS = {"ND30-11", "ND30-105"}
"""A line that says draft, and prompts in yellow."""


def found(report: Report) -> tuple[Finding, ...]:
    return lint_parts(word_parts(report_document(report)), "bao-cao.docx")


@pytest.mark.parametrize("period", variants.FIRST + variants.SECOND)
def test_a_final_report_leaves_nothing_to_mend(period: str, second_sample: Path) -> None:
    report = variants.final(variants.source(period, second_sample), period)
    forms = dict(variants.forms(report))
    assert found(forms["dien-tu-14"]) == ()
    on_paper = found(forms["giay-13"])
    assert {f.code for f in on_paper} == BLANKS and {f.severity for f in on_paper} == {Severity.NOTED}


@pytest.mark.parametrize("period", ["2023-Q3", "2026-Q4"])
def test_a_draft_differs_by_its_marks_alone(period: str, second_sample: Path) -> None:
    about = found(variants.draft(variants.source(period, second_sample), period))
    assert {f.code for f in about} - BLANKS <= MARKS
    assert {f.severity for f in about} == {Severity.NOTED}


COMMITTEE = ("ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM")
BOARD = ("BAN CHỈ ĐẠO", "PHONG TRÀO MỚI")


@pytest.mark.parametrize(
    ("issuer", "powers", "second_post"),
    [
        (COMMITTEE, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ""),
        (COMMITTEE, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), ""),
        (COMMITTEE, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), ""),
        (COMMITTEE, ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"), ""),
        (BOARD, ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), "PHÓ CHỦ TỊCH UBND XÃ"),
    ],
    ids=("TM", "KT", "TL", "TUQ", "KT of a board"),
)
def test_every_form_of_signing_is_lawful(issuer: tuple[str, ...], powers: tuple[str, ...], second_post: str) -> None:
    base = clean.report()
    is_board = issuer is BOARD
    head = replace(
        base.head,
        issuer_lines=issuer,
        superior=base.head.superior if is_board else "",
        symbol=f"BC-{'BCĐ' if is_board else 'UBND'}",
    )
    document = clean.Copy(
        lambda: replace(base, head=head, foot=replace(base.foot, powers=powers, second_post=second_post))
    )
    graver = {f.code for f in document.findings() if f.severity is not Severity.NOTED}
    assert graver == set()
