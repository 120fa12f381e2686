"""Reports of the tiny and of the sample commune, and documents in which somebody changed something."""

import io
import zipfile
from dataclasses import replace
from functools import cache

from kehoach.assessment.model import Assessment
from kehoach.commands.period import walk_period
from kehoach.report.compose import compose_report
from kehoach.report.model import Fact, Heading, Paragraph, Report, Text
from kehoach.road import Walk
from tests.conftest import ROOT
from tests.report.reports import HALF_YEAR, assessed

Case = tuple[Assessment, Report]


@cache
def tiny() -> Case:
    assessment = assessed(HALF_YEAR)
    return assessment, compose_report(assessment)


@cache
def quarter(code: str) -> Walk:
    return walk_period(ROOT, code)[1]


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
