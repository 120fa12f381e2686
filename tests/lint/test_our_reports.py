"""Our linter about our own reports: both samples, all periods, both sizes, paper and electronic, final and draft."""

from pathlib import Path

import pytest

from kehoach.finding import Finding, Severity
from kehoach.lint.lint import lint_parts
from kehoach.office.word_file import word_parts
from kehoach.report.model import Report
from kehoach.word.write import report_document
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
