"""The reports of both samples in every form in which they leave the office (các dạng bản)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from kehoach.assessment.assess import assess
from kehoach.assessment.model import Assessment
from kehoach.folder import WorkingFolder
from kehoach.plan.read import read_plan
from kehoach.report.compose import compose_report
from kehoach.report.model import Report
from kehoach.road import reviews_until
from tests.conftest import ROOT

FIRST = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")
"""Before July 2025: a board below a district."""
SECOND = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
"""After it: a committee right below the province."""


def final(folder: Path, period: str) -> Report:
    """The final report of a period."""
    return compose_report(_assessed(folder)[period], final=True)


def draft(folder: Path, period: str) -> Report:
    """The same while something still waits for the officer."""
    return replace(compose_report(_assessed(folder)[period]), draft_reason="BẢN DỰ THẢO – còn 2 việc chờ xác nhận")


def forms(report: Report) -> Iterator[tuple[str, Report]]:
    """In both sizes: on paper with blanks for the clerk, and electronic with number and day."""
    day = report.made_on + timedelta(days=3)
    electronic = replace(report, is_paper=False, head=replace(report.head, number=7, signed_on=day))
    for size in (14, 13):
        yield f"giay-{size}", replace(report, body_size=size)
        yield f"dien-tu-{size}", replace(electronic, body_size=size)


@cache
def _assessed(folder: Path) -> dict[str, Assessment]:
    """All periods in one go: each rests on those before."""
    working = WorkingFolder(folder)
    plan = read_plan(working.plan)
    reviews = reviews_until(working, plan, plan.periods[-1])
    return {review.accepted.period.code: assess(plan, review, ()) for review in reviews}


def source(period: str, second: Path) -> Path:
    """The working folder of a period."""
    return ROOT if period in FIRST else second
