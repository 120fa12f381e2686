"""Reports of the tiny and of the sample commune, and documents in which somebody changed something."""

import io
import zipfile
from dataclasses import replace
from functools import cache

from kehoach.assessment.assess import assess
from kehoach.assessment.model import Assessment
from kehoach.folder import WorkingFolder
from kehoach.plan.model import Plan
from kehoach.plan.read import read_plan
from kehoach.report.compose import compose_report
from kehoach.report.model import Fact, Heading, Paragraph, Report, Text
from kehoach.review.model import Review
from kehoach.road import Walk, reviews_until
from tests.conftest import ROOT
from tests.report.reports import HALF_YEAR, assessed

Case = tuple[Assessment, Report]


@cache
def tiny() -> Case:
    assessment = assessed(HALF_YEAR)
    return assessment, compose_report(assessment)


def quarter(code: str) -> Walk:
    """A quarter of the sample, walked to its report."""
    return _year()[code]


@cache
def _year() -> dict[str, Walk]:
    """All quarters in one go: each rests on those before."""
    folder = WorkingFolder(ROOT)
    plan = read_plan(folder.plan)
    return {r.accepted.period.code: _walk(plan, r) for r in reviews_until(folder, plan, plan.periods[-1])}


def _walk(plan: Plan, review: Review) -> Walk:
    assessment = assess(plan, review, ())
    return Walk(plan, review.accepted.period, review, assessment, compose_report(assessment))


def with_words(data: bytes, old: str, new: str, count: int = 1) -> bytes:
    """The document with other words in its main part."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(changed, "w") as target:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), count)
            target.writestr(name, content)
    return changed.getvalue()


def with_fact(report: Report, old: str, **changes: object) -> Report:
    """The report with another value, form or source for the facts of an id outside tables."""

    def changed(text: Text) -> Text:
        return tuple(replace(p, **changes) if isinstance(p, Fact) and p.id == old else p for p in text)  # type: ignore[arg-type]

    blocks = (replace(b, text=changed(b.text)) if isinstance(b, Paragraph | Heading) else b for b in report.blocks)
    result = replace(report, blocks=tuple(blocks))
    assert result != report
    return result
